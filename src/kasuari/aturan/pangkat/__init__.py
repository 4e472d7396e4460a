"""Kenaikan pangkat: periode, waktu paling awal, syarat tiap jenis, dan masa kerja golongan sesudahnya.

Satu orang: `nilai_pangkat('reguler', orang, buku).kurang`. Banyak orang: `rumus.hitung(SUSUNAN, kolom, buku, ...)`.
Dasar: PP 99/2000 jo. PP 12/2002; Peraturan BKN 4/2023, 2/2025, dan 4/2025; PermenPANRB 1/2023.
"""

from .bidang import BIDANG, IJAZAH, JENIS
from .penilaian import JALUR, SUSUNAN, PenilaianPangkat, Syarat, bidang_jalur, nilai_pangkat
from .satu import (
    baca_ijazah,
    mkg_sesudah_pindah,
    penyesuaian_ijazah,
    periode_berikut,
    periode_sah,
    reguler_paling_awal,
)

__all__ = [
    "BIDANG",
    "IJAZAH",
    "JALUR",
    "JENIS",
    "SUSUNAN",
    "PenilaianPangkat",
    "Syarat",
    "baca_ijazah",
    "bidang_jalur",
    "mkg_sesudah_pindah",
    "nilai_pangkat",
    "penyesuaian_ijazah",
    "periode_berikut",
    "periode_sah",
    "reguler_paling_awal",
]
