"""Seleksi calon ASN: nilai ambang, peringkat dengan urutan penentu lengkap, integrasi, pengisian formasi.

Semua bekerja atas kolom: satu pelamar satu baris. Tidak ada yang dipilih diam-diam: pelamar yang sama pada
seluruh penentu di batas terakhir ikut semua (SKD), atau ditandai seri untuk diputuskan panitia (akhir).
Dasar: PermenPANRB 6/2024; KepmenPANRB 321/2024, 347/2024.
"""

from .formasi import HASIL_AKHIR, Formasi, isi_formasi
from .integrasi import SUSUNAN as SUSUNAN_INTEGRASI
from .peringkat import banyak_sama, peringkat, peringkat_akhir
from .skb import periksa_bobot_skb
from .skd import (
    HASIL_SKD,
    JALUR,
    KEHADIRAN,
    SUSUNAN_CPNS,
    SUSUNAN_KEDINASAN,
    hasil_skd,
    jendela_skb,
    nilai_tertinggi_skd,
    penuhi,
)

__all__ = [
    "HASIL_AKHIR",
    "HASIL_SKD",
    "JALUR",
    "KEHADIRAN",
    "SUSUNAN_CPNS",
    "SUSUNAN_INTEGRASI",
    "SUSUNAN_KEDINASAN",
    "Formasi",
    "banyak_sama",
    "hasil_skd",
    "isi_formasi",
    "jendela_skb",
    "nilai_tertinggi_skd",
    "penuhi",
    "periksa_bobot_skb",
    "peringkat",
    "peringkat_akhir",
]
