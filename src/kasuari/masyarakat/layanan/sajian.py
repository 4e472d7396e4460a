"""Bahan tampilan layanan: waktu, biaya, komponen standar, dan keadaan permohonan dalam kata sehari-hari."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kasuari.dasar.rupa.bahan import Butir, Jawaban
from kasuari.dasar.rupa.bentuk import angka, rupiah
from kasuari.masyarakat.layanan.models import Jenis, Layanan, Satuan, StandarPelayanan
from kasuari.masyarakat.layanan.standar import KOMPONEN

BIDANG = {
    "kependudukan": gettext_lazy("KTP, KK, dan akta"),
    "kelurahan": gettext_lazy("Surat dari kelurahan"),
    "izin": gettext_lazy("Izin usaha dan bangunan"),
    "sosial": gettext_lazy("Bantuan sosial"),
    "kesehatan": gettext_lazy("Kesehatan"),
    "pendidikan": gettext_lazy("Sekolah"),
    "ormas": gettext_lazy("Organisasi masyarakat"),
}
JENIS = {
    Jenis.DIKERJAKAN: gettext_lazy("Dikerjakan di sini; hasilnya bertanda tangan kami"),
    Jenis.DITERUSKAN: gettext_lazy("Kami terima dan teruskan; hasilnya terbit dari %(sistem)s"),
    Jenis.INFO: gettext_lazy("Info saja: datang langsung ke unitnya"),
}


def alamat(kode: str, nama: str = "layanan:satu") -> str:
    return reverse(nama, args=[kode.lower()])


def lama(n: int | None, satuan: str) -> str:
    """'3 hari kerja', '15 menit'; kosong bila belum ditetapkan."""
    if n is None:
        return _("belum ditetapkan unitnya")
    if satuan == Satuan.MENIT:
        tulis = ngettext("%(n)s menit", "%(n)s menit", n)
    elif satuan == Satuan.JAM:
        tulis = ngettext("%(n)s jam", "%(n)s jam", n)
    else:
        tulis = ngettext("%(n)s hari kerja", "%(n)s hari kerja", n)
    return tulis % {"n": angka(n)}


def biaya(s: StandarPelayanan) -> str:
    if s.biaya is None:
        return str(s.isi.get("biaya_catatan") or _("Dihitung menurut tarif daerah"))
    return _("Gratis") if s.biaya == 0 else rupiah(s.biaya)


def jenis(s: StandarPelayanan) -> str:
    sistem = s.isi.get("sistem") or _("sistem lain")
    return str(JENIS[Jenis(s.jenis)]) % {"sistem": sistem} if s.jenis == Jenis.DITERUSKAN else str(JENIS[Jenis(s.jenis)])  # fmt: skip


def butir(s: StandarPelayanan) -> Butir:
    return Butir(
        s.nama, alamat(s.subjek.kode), _("Gratis") if s.biaya == 0 else "", "sukses", s.isi.get("ringkas", "")
    )


def kelompok(standar: Iterable[StandarPelayanan]) -> list[tuple[Any, list[Butir]]]:
    """Daftar layanan per bidang, urut seperti BIDANG lalu yang lain."""
    hasil: dict[str, list[Butir]] = {k: [] for k in BIDANG}
    for s in sorted(standar, key=lambda s: s.subjek.kode):
        hasil.setdefault(s.subjek.bidang, []).append(butir(s))
    return [(BIDANG.get(k, k.capitalize()), isi) for k, isi in hasil.items() if isi]


def komponen(s: StandarPelayanan, umum: bool = False) -> list[Jawaban]:
    """Empat belas komponen standar (yang diumumkan saja bila `umum`), yang kosong disebut belum ditetapkan."""
    hasil = []
    for kunci, (judul, terbuka, daftar) in KOMPONEN.items():
        if umum and not terbuka:
            continue
        if kunci == "waktu":
            isi = lama(s.norma_lama, s.norma_satuan)
        elif kunci == "biaya":
            isi = biaya(s)
        else:
            nilai = s.isi.get(kunci)
            isi = "; ".join(nilai) if daftar and nilai else (nilai or "")
        hasil.append(Jawaban(judul, isi or _("belum ditetapkan unitnya")))
    return hasil


def pelayan(layanan: Layanan, unit: Iterable[Any]) -> str:
    nama = [u.nama for u in unit]
    if len(nama) == 1:
        return str(nama[0])
    if layanan.jenis_unit == "kelurahan":
        return _("Kelurahan tempat Anda tinggal")
    return _("Puskesmas terdekat") if layanan.jenis_unit == "puskesmas" else ", ".join(nama)


def isi_standar(s: StandarPelayanan) -> Mapping[str, Any]:
    """Isi standar sebagai nilai awal borang usulnya."""
    teks = {k: "\n".join(v) if isinstance(v, list) else v for k, v in s.isi.items()}
    return {
        "nama": s.nama, "jenis": s.jenis, "norma_lama": s.norma_lama, "norma_satuan": s.norma_satuan,
        "hukum_lama": s.hukum_lama, "hukum_satuan": s.hukum_satuan, "biaya": s.biaya, **teks,
    }  # fmt: skip
