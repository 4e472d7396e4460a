"""Cara menulis fakta tiap jenis riwayat di layar: kolom dan isinya. Dipakai lembar dan halaman tindakan."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai import label
from kasuari.aturan.golongan import PANGKAT
from kasuari.dasar.rupa.bentuk import angka, rupiah, tanggal

Tulis = Callable[[Any], Any]
# jenis riwayat -> (kunci kolom, judul, cara menulis). Kolom pertama menjadi judul barisnya.
KOLOM: dict[str, tuple[tuple[str, Any, Tulis], ...]] = {
    "status": (
        ("jenis", _("Jenis"), lambda f: label.JENIS_ASN.get(f.jenis, f.jenis)),
        ("kedudukan", _("Kedudukan"), lambda f: label.KEDUDUKAN.get(f.kedudukan, f.kedudukan)),
        ("sebab", _("Sebab"), lambda f: f.sebab or "–"),
    ),
    "golongan": (
        ("golongan", _("Golongan"), lambda f: f.golongan),
        ("pangkat", _("Pangkat"), lambda f: PANGKAT.get(f.golongan, "–")),
        ("mk", _("Masa kerja"), lambda f: masa_kerja(f.mk_tahun * 12 + f.mk_bulan)),
    ),
    "kgb": (
        ("gaji_pokok", _("Gaji pokok"), lambda f: rupiah(f.gaji_pokok)),
        ("mk", _("Masa kerja"), lambda f: masa_kerja(f.mk_tahun * 12 + f.mk_bulan)),
    ),
    "pak": (
        ("ak", _("Angka kredit"), lambda f: angka(f.ak)),
        ("jenjang", _("Jenjang"), lambda f: f.jenjang),
    ),
    "pendidikan": (
        ("tingkat", _("Tingkat"), lambda f: f.tingkat),
        ("jurusan", _("Jurusan"), lambda f: f.jurusan or "–"),
        ("lembaga", _("Lembaga"), lambda f: f.lembaga or "–"),
        ("tahun_lulus", _("Tahun lulus"), lambda f: str(f.tahun_lulus)),
    ),
    "diklat": (
        ("nama", _("Nama pelatihan"), lambda f: f.nama),
        ("jenis", _("Jenis"), lambda f: " ".join(filter(None, (str(label.JENIS_DIKLAT.get(f.jenis, f.jenis)), f.jenjang)))),
        ("jp", _("Jam pelajaran (JP)"), lambda f: angka(f.jp)),
        ("penyelenggara", _("Penyelenggara"), lambda f: f.penyelenggara or "–"),
        ("sertifikat", _("Nomor sertifikat"), lambda f: f.sertifikat or "–"),
    ),
    "skp": (
        ("tahun", _("Tahun"), lambda f: str(f.tahun)),
        ("predikat", _("Predikat"), lambda f: f.predikat),
        ("nilai", _("Nilai"), lambda f: angka(f.nilai)),
    ),
    "hukuman": (
        ("jenis", _("Hukuman"), lambda f: f.jenis),
        ("tingkat", _("Tingkat"), lambda f: label.TINGKAT_HUKUMAN.get(f.tingkat, f.tingkat)),
    ),
    "penghargaan": (("nama", _("Penghargaan"), lambda f: f.nama),),
    "cuti": (
        ("jenis", _("Jenis cuti"), lambda f: f.jenis),
        ("hari", _("Hari"), lambda f: angka(f.hari)),
    ),
    "kontrak": (
        ("nomor", _("Nomor perjanjian"), lambda f: f.nomor),
        ("ke", _("Perjanjian ke-"), lambda f: angka(f.ke)),
        ("jenis", _("Jenis"), lambda f: label.JENIS_KONTRAK.get(f.jenis, f.jenis)),
        ("upah", _("Upah sebulan"), lambda f: rupiah(f.upah) if f.upah else "–"),
    ),
    "surat_izin": (
        ("jenis", _("Surat"), lambda f: label.JENIS_SURAT_IZIN.get(f.jenis, f.jenis)),
        ("nomor", _("Nomor"), lambda f: f.nomor),
        ("penerbit", _("Penerbit"), lambda f: f.penerbit),
        ("keterangan", _("Keterangan"), lambda f: f.keterangan or "–"),
    ),
    "keluarga": (
        ("nama", _("Nama"), lambda f: f.nama),
        ("hubungan", _("Hubungan"), lambda f: label.HUBUNGAN.get(f.hubungan, f.hubungan)),
        ("lahir", _("Tanggal lahir"), lambda f: tanggal(f.lahir)),
        ("tertanggung", _("Dalam tanggungan"), lambda f: gettext("ya") if f.tertanggung else gettext("tidak")),
    ),
}  # fmt: skip


def masa_kerja(bulan: int) -> str:
    """Bulan menjadi '8 tahun 3 bulan'."""
    return gettext("%(t)d tahun %(b)d bulan") % {"t": bulan // 12, "b": bulan % 12}


def berlaku(f: Any) -> str:
    """'1 April 2025' bagi keadaan; 'dari sampai' bagi rentang (tanggal akhir ditulis termasuk)."""
    sampai = getattr(f, "sampai", None)
    if sampai is None:
        return tanggal(f.mulai, "pendek")
    return f"{tanggal(f.mulai, 'pendek')} – {tanggal(sampai - timedelta(days=1), 'pendek')}"


def dokumen(f: Any) -> str:
    if not f.sk_nomor:
        return "–"
    return f"{f.sk_nomor}, {tanggal(f.sk_tanggal, 'pendek')}" if f.sk_tanggal else f.sk_nomor


def ringkas(kode: str, f: Any) -> list[tuple[Any, Any]]:
    """(judul, isi) sebaris fakta untuk halaman periksa."""
    return [
        *((judul, tulis(f)) for _k, judul, tulis in KOLOM[kode]),
        (_("Berlaku"), berlaku(f)),
        (_("Dokumen"), dokumen(f)),
    ]
