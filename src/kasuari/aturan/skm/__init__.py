"""Survei Kepuasan Masyarakat (SKM): indeks (IKM), mutu, dan jumlah responden yang diperlukan.

Rezim adalah versi parameter `skm_rezim` yang berlaku pada suatu hari: unsur dan batas mutunya ikut rezim,
maka huruf mutu dari dua rezim tidak boleh dibandingkan. Semua hitungan tepat; pembulatan satu kali, HALF_UP
dua desimal, sesudah seluruh perhitungan. Dasar: PermenPANRB 14/2017 dan pendahulunya.
"""

from .jawaban import HasilIkm, hitung_jawaban
from .rezim import METODE, MUTU, REZIM, SUSUNAN, SUSUNAN_IKM, SUSUNAN_MUTU, buku_rezim, unsur_rezim
from .sampel import SUSUNAN_SAMPEL, paling_sedikit

__all__ = [
    "METODE",
    "MUTU",
    "REZIM",
    "SUSUNAN",
    "SUSUNAN_IKM",
    "SUSUNAN_MUTU",
    "SUSUNAN_SAMPEL",
    "HasilIkm",
    "buku_rezim",
    "hitung_jawaban",
    "paling_sedikit",
    "unsur_rezim",
]
