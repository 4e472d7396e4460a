"""Dampak sebuah ketentuan sebelum diusulkan: berapa orang, berapa rupiah sebulan. Ruang atas yang menghitungnya.

# di apps.ready() ruang yang memegang datanya
dampak.daftarkan("pensiun", _("TMT pensiun berubah"), ("bup_",), hitung)
"""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from kasuari.aturan.buku import Buku

Hitung = Callable[[Buku, Buku, date], tuple[int, int | None]]


class Penghitung(NamedTuple):
    """`hitung(buku_lama, buku_baru, pada)` -> (orang yang angkanya berubah, selisih rupiah sebulan atau None)."""

    judul: Any
    awalan: tuple[str, ...]
    hitung: Hitung


class Dampak(NamedTuple):
    """`rupiah` None berarti yang berubah bukan uang."""

    nama: str
    orang: int
    rupiah: int | None


_DAFTAR: dict[str, Penghitung] = {}


def daftarkan(nama: str, judul: Any, awalan: tuple[str, ...], hitung: Hitung) -> None:
    """Menawarkan penghitung bagi parameter berawalan itu. Nama yang sama dua kali: ValueError."""
    if nama in _DAFTAR:
        raise ValueError(f"Penghitung dampak '{nama}' didaftarkan dua kali.")
    _DAFTAR[nama] = Penghitung(judul, awalan, hitung)


def hitung(kode: str, lama: Buku, baru: Buku, pada: date) -> list[Dampak]:
    """Dampak menurut semua penghitung yang menyentuh parameter ini; kosong bila belum ada yang menghitungnya."""
    return [
        Dampak(nama, *p.hitung(lama, baru, pada)) for nama, p in _DAFTAR.items() if kode.startswith(p.awalan)
    ]


def judul(nama: str) -> Any:
    """Judul penghitung; namanya sendiri bila ruangnya tidak lagi terpasang."""
    return _DAFTAR[nama].judul if nama in _DAFTAR else nama
