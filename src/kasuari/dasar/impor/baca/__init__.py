"""Pembaca berkas kantor: xlsx, xls, dan csv dialek apa pun menjadi `Tabel` yang sama bentuknya.

Berkas dari luar tidak dipercaya: ukuran, isi arsip, dan luas lembar diperiksa sebelum ada sel yang dibuat.
"""

from pathlib import Path

from .jenis import LEMBAR_XLS, LEMBAR_XLSX, kenali
from .lembar import baca_lembar
from .tabel import Sel, Tabel
from .teks import baca_teks

__all__ = ["Sel", "Tabel", "baca"]


def baca(jalur: Path) -> list[Tabel]:
    """Semua lembar berkas itu (csv: satu). Galat: `BerkasTidakTerbaca`, dan tidak pernah galat lain."""
    jenis = kenali(jalur)
    if jenis in (LEMBAR_XLSX, LEMBAR_XLS):
        return baca_lembar(jalur, jenis)
    return [baca_teks(jalur)]
