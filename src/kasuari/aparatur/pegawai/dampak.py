"""Dampak ketentuan daerah atas register: siapa yang gaji pokok, tanggal surat KGB, atau TMT pensiunnya berubah."""

from collections.abc import Callable
from datetime import date

import numpy as np
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.kini import tmt_pensiun
from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatKgb
from kasuari.aturan import kgb, rumus
from kasuari.aturan.buku import Buku
from kasuari.aturan.golongan import KODE_GOLONGAN
from kasuari.dasar.inti.fakta import keadaan
from kasuari.dasar.ketentuan import dampak

_GAJI = "gaji_pokok_sekarang"


def pensiun(lama: Buku, baru: Buku, pada: date) -> tuple[int, None]:
    """Banyak pegawai aktif yang TMT pensiunnya bergeser."""
    baris = list(
        PegawaiKini.objects.filter(aktif=True).values_list("lahir", "jabatan", "jenis_jabatan", "jenjang")
    )
    lahir, jabatan = [b[0] for b in baris], [b[1:] for b in baris]
    a, b = (tmt_pensiun(lahir, jabatan, buku) for buku in (lama, baru))
    return sum(x.hari != y.hari for x, y in zip(a, b, strict=True)), None


def persiapan(lama: Buku, baru: Buku, pada: date) -> tuple[int, None]:
    """Banyak pegawai aktif yang masa persiapan pensiunnya belum lewat, bila lamanya berubah."""
    kode = "pensiun_mpp_bulan"
    if lama.nilai(kode) == baru.nilai(kode):
        return 0, None
    return PegawaiKini.objects.filter(aktif=True, pensiun__gt=pada).count(), None


def surat(lama: Buku, baru: Buku, pada: date) -> tuple[int, None]:
    """Banyak pegawai aktif yang surat KGB-nya dibuat pada tanggal lain."""
    kode = "kgb_surat_bulan"
    if lama.nilai(kode) == baru.nilai(kode):
        return 0, None
    return PegawaiKini.objects.filter(aktif=True, kgb_berikut__gt=pada).count(), None


def gaji_pokok(lama: Buku, baru: Buku, pada: date) -> tuple[int, int]:
    """Banyak orang dan selisih gaji pokok sebulan (rupiah), menurut golongan kini dan masa kerja KGB terakhir."""
    golongan = dict(
        PegawaiKini.objects.filter(aktif=True).exclude(golongan="").values_list("pegawai_id", "golongan")
    )
    isi = [
        (KODE_GOLONGAN[golongan[s]], mk * 12)
        for s, mk in keadaan(RiwayatKgb, pada=pada).values_list("subjek_id", "mk_tahun")
        if s in golongan
    ]
    masukan = {n: np.array([x[i] for x in isi], dtype=np.int64) for i, n in enumerate(("golongan", "mkg"))}
    a, b = (rumus.hitung(kgb.SUSUNAN, masukan, buku, [_GAJI])[_GAJI] for buku in (lama, baru))
    return int(np.count_nonzero(b - a)), int((b - a).sum())


_DAFTAR: tuple[tuple[str, object, str, Callable[[Buku, Buku, date], tuple[int, int | None]]], ...] = (
    ("pegawai.pensiun", _("TMT pensiun berubah"), "bup_", pensiun),
    ("pegawai.persiapan", _("Mulai masa persiapan pensiun berubah"), "pensiun_mpp_", persiapan),
    ("pegawai.surat_kgb", _("Tanggal surat KGB berubah"), "kgb_surat_", surat),
    ("pegawai.gaji_pokok", _("Gaji pokok berubah"), "gaji_pokok_", gaji_pokok),
)


def pasang() -> None:
    for nama, judul, awalan, hitung in _DAFTAR:
        dampak.daftarkan(nama, judul, (awalan,), hitung)
