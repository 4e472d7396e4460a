"""Kasus: contoh nyata dengan hasil yang diketahui, dijalankan terhadap hukum di ruang ini."""

from . import jenis as _jenis
from .daftar import DAFTAR, Jawaban, Jenis
from .jalan import BerkasKasusRusak, Putusan, baca, sama, tulis_json, uji, uji_berkas

__all__ = [
    "DAFTAR",
    "BerkasKasusRusak",
    "Jawaban",
    "Jenis",
    "Putusan",
    "_jenis",
    "baca",
    "sama",
    "tulis_json",
    "uji",
    "uji_berkas",
]
