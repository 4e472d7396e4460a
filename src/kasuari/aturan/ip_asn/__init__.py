"""Indeks Profesionalitas ASN (IP ASN) atas kolom orang: dua skema, jejak, peluang naik, organisasi.

Pemakaian: `buku = buku_pengukuran(2025)`, `hasil = hitung_ip(kolom, buku)`. Kolom masukan dan kodenya
tertulis di `bidang.py`; skala poin selalu 100. Hasil adalah perkiraan bila langkahnya bertanda 'ingatan'.
Dasar: PermenPANRB 38/2018; Peraturan BKN 8/2019; Surat Plt. Kepala BKN 4190/B-BM.02.01/SD/K/2024.
"""

from .bersama import SUSUNAN_JUMLAH, SUSUNAN_KATEGORI
from .bidang import DIMENSI, HUKDIS, JABATAN, KATEGORI, KESESUAIAN, PENDIDIKAN, PREDIKAT, SKALA
from .organisasi import Rata, indeks_organisasi, rata_kelompok, rata_tertimbang
from .peluang import peluang_naik, sisa_dimensi
from .skema import (
    HASIL,
    PERBAN8,
    SKEMA,
    SURAT4190,
    buku_pengukuran,
    fungsional_otomatis,
    hitung_ip,
    jelaskan_ip,
    skema_tahun,
    susunan,
    tahun_pertama,
)

__all__ = [
    "DIMENSI",
    "HASIL",
    "HUKDIS",
    "JABATAN",
    "KATEGORI",
    "KESESUAIAN",
    "PENDIDIKAN",
    "PERBAN8",
    "PREDIKAT",
    "SKALA",
    "SKEMA",
    "SURAT4190",
    "SUSUNAN_JUMLAH",
    "SUSUNAN_KATEGORI",
    "Rata",
    "buku_pengukuran",
    "fungsional_otomatis",
    "hitung_ip",
    "indeks_organisasi",
    "jelaskan_ip",
    "peluang_naik",
    "rata_kelompok",
    "rata_tertimbang",
    "sisa_dimensi",
    "skema_tahun",
    "susunan",
    "tahun_pertama",
]
