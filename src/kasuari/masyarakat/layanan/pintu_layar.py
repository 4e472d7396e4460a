"""Yang ditawarkan layanan kepada kerangka: pintu warga, pencarian di beranda, menu dan angka petugas."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.bahan import Angka
from kasuari.dasar.rupa.bentuk import angka
from kasuari.dasar.rupa.slot import Pintu, tawarkan
from kasuari.masyarakat.layanan import selectors

PERAN = ("petugas_layanan",)


def _layanan(pelaku: Pelaku) -> Pintu:
    return Pintu(
        reverse("layanan:daftar"), _("Layanan"), _("Syarat, biaya, waktu, dan cara memohon"), "berkas"
    )


def _cek(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("layanan:cek"), _("Cek status"), _("Pakai kode permohonan"), "cari", "info")


def _cari(pelaku: Pelaku) -> str:
    return render_to_string("layanan/cari.html", {"alamat": reverse("layanan:daftar")})


def _antrean(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("layanan_kerja:antrean"), _("Layanan"), _("Permohonan warga di unit Anda"), "berkas")


def _lewat(pelaku: Pelaku) -> Angka:
    n = selectors.antrean(pelaku, lewat=True).count()
    alamat = f"{reverse('layanan_kerja:antrean')}?saring=lewat"
    return Angka(_("Permohonan lewat janji"), angka(n), "", alamat, "galat" if n else "sukses")


def _loket(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("layanan_kerja:loket"), _("Isikan di loket"))


def pasang() -> None:
    for slot in ("menu.publik", "bar.publik"):
        tawarkan(slot, 10, "layanan", _layanan)
        tawarkan(slot, 20, "cek", _cek)
    tawarkan("pintu.publik", 5, "layanan", _layanan)
    tawarkan("pintu.publik", 10, "cek", _cek)
    tawarkan("cari.publik", 10, "layanan", _cari)
    tawarkan("menu.kerja", 45, "layanan", _antrean, peran=PERAN)
    tawarkan("beranda.angka", 45, "layanan", _lewat, peran=PERAN)
    tawarkan("beranda.pintasan", 45, "loket", _loket, peran=PERAN)
