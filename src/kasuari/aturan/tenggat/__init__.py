"""Tenggat: kapan sesuatu paling lambat, dengan hari libur, jeda, dan penjelasan setiap hari yang dilewati.

Satu perkara: `hitung_tenggat(aturan_tenggat('aduan_verifikasi', buku), mulai, Kalender(buku))`.
Banyak perkara: `rumus.hitung(SUSUNAN, kolom, buku, ['jatuh_tempo'])`.
Dasar: tiap tenggat menyebut pasalnya di parameter `tenggat_`; hari libur dari keputusan bersama di parameter `libur_`.
"""

from .aturan import KEWAJIBAN, SATUAN, AturanTenggat, aturan_tenggat, norma_layanan
from .hitung import HariLewat, Jeda, Tenggat, hitung_tenggat
from .kalender import PEKAN, Kalender, TahunTanpaLibur, daftar_libur
from .kolom import SUSUNAN

__all__ = [
    "KEWAJIBAN",
    "PEKAN",
    "SATUAN",
    "SUSUNAN",
    "AturanTenggat",
    "HariLewat",
    "Jeda",
    "Kalender",
    "TahunTanpaLibur",
    "Tenggat",
    "aturan_tenggat",
    "daftar_libur",
    "hitung_tenggat",
    "norma_layanan",
]
