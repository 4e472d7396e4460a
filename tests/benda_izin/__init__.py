"""Benda bagi alamat ber-UUID di `izin.csv`: satu pembuat per nama alamat. Ruang lain menambah barisnya di sini.

Pembuat mengembalikan (milik, asing): argumen alamat untuk benda di dalam Dinas Pendidikan (milik Maria, guru
SD Negeri 1) dan benda di luarnya (milik Ester, Dinas Kesehatan). Dipanggil sekali tiap baris; tiap selnya dibatalkan sendiri.
"""

from tests.benda_izin import (  # noqa: F401 - pembuatnya mendaftar saat dimuat
    antrean,
    aparatur,
    layanan,
    pengawasan,
    pungutan,
    rumah,
    surat,
    survei,
    usulan,
)
from tests.benda_izin.daftar import KIRIMAN, PEMBUAT, Argumen

__all__ = ["KIRIMAN", "PEMBUAT", "Argumen"]
