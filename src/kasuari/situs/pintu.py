"""Pintu milik kerangka sendiri. Ruang lain menambah pintunya lewat `rupa.slot` di apps.ready()."""

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.slot import Pintu, tawarkan


def _ke(nama: str, judul: str, keterangan: str = "", ikon: str = "", nada: str = "") -> Callable[..., Pintu]:
    return lambda pelaku: Pintu(reverse(nama), judul, keterangan, ikon, nada)


def _masuk(pelaku: Pelaku) -> Pintu:
    if pelaku.masuk:
        return Pintu(settings.LOGIN_REDIRECT_URL, _("Halaman kerja"), _("Kembali ke tugas Anda"), "tugas")
    return Pintu(settings.LOGIN_URL, _("Masuk"), _("Untuk pegawai Kota Sorong"), "kunci")


def pasang() -> None:
    """Menawarkan menu, pintu beranda, dan tautan kaki yang halamannya ada di kerangka."""
    beranda = _ke("beranda", _("Beranda"), ikon="rumah")
    bantuan = _ke(
        "bantuan", _("Bantuan"), _("Pertanyaan umum dan cara menghubungi kami"), "bantuan", "sukses"
    )
    tentang = _ke("tentang", _("Tentang"), _("Apa ini, dan apa yang belum ada"), "gedung", "info")
    for slot in ("menu.publik", "bar.publik"):
        tawarkan(slot, 0, "beranda", beranda)
        tawarkan(slot, 80, "tentang", tentang)
        tawarkan(slot, 90, "bantuan", bantuan)
        tawarkan(slot, 95, "masuk", _masuk)
    data = _ke("data", _("Data terbuka"), _("Angka kota, dengan unduhan"), "data", "sukses")
    tawarkan("pintu.publik", 50, "data", data)
    tawarkan("menu.publik", 50, "data", data)
    tawarkan("bar.publik", 50, "data", data)
    tawarkan("kaki", 30, "data", data)
    tawarkan("pintu.publik", 70, "tentang", tentang)
    tawarkan("pintu.publik", 80, "bantuan", bantuan)
    tawarkan("pintu.publik", 90, "masuk", _masuk)
    tawarkan("menu.kerja", 0, "beranda", _ke("kerja", _("Beranda"), ikon="rumah"))
    tawarkan("menu.kerja", 80, "kotak-masuk", _ke("kotak_masuk", _("Kotak masuk"), ikon="surat"))
    tawarkan("bar.kerja", 0, "beranda", _ke("kerja", _("Beranda"), ikon="rumah"))
    tawarkan("bar.kerja", 80, "kotak-masuk", _ke("kotak_masuk", _("Kotak masuk"), ikon="surat"))
    tawarkan("kaki", 0, "bantuan", _ke("bantuan", _("Bantuan")))
    tawarkan("kaki", 10, "aksesibilitas", _ke("aksesibilitas", _("Aksesibilitas")))
    tawarkan("kaki", 20, "data-pribadi", _ke("data_pribadi", _("Perlindungan data pribadi")))
    tawarkan("kaki", 40, "mengenali", _ke("mengenali_kami", _("Cara mengenali kami")))
    tawarkan("kaki", 50, "tentang", _ke("tentang", _("Tentang")))
