"""Ketentuan register pegawai: kedudukan hukum yang dihitung aktif, dan bobot mutu data.

Sumber: kode kedudukan hukum dari referensi SIASN; pemilahan dan bobotnya keputusan daerah (parameter `register_*`).
"""

from collections.abc import Iterable

from .buku import Buku
from .bulat import bagi_ke_bawah
from .galat import ParameterRusak

MUTU_PENUH = 100  # persen


def kedudukan_aktif(buku: Buku) -> frozenset[str]:
    """Kode SIASN kedudukan hukum yang dihitung aktif (parameter `register_kedudukan_aktif`)."""
    return frozenset(k for k, ya in buku.tabel("register_kedudukan_aktif").items() if ya)


def kedudukan_keluar(buku: Buku) -> frozenset[str]:
    """Kode SIASN kedudukan hukum yang berarti sudah bukan pegawai (parameter `register_kedudukan_keluar`)."""
    return frozenset(k for k, ya in buku.tabel("register_kedudukan_keluar").items() if ya)


def nilai_mutu(kurang: Iterable[str], buku: Buku) -> int:
    """Mutu 0-100 persen, dibulatkan ke bawah: bagian bobot (`register_mutu_bobot`) yang lengkap.

    `kurang`: kode data yang belum ada. Galat: `ParameterRusak` bila ada bobot negatif atau jumlahnya nol.
    """
    bobot = buku.tabel("register_mutu_bobot")
    jumlah = sum(bobot.values())
    if jumlah <= 0 or min(bobot.values()) < 0:
        raise ParameterRusak(
            "Bobot mutu data (register_mutu_bobot) harus 0 atau lebih, dan jumlahnya di atas 0."
        )
    return bagi_ke_bawah(MUTU_PENUH * (jumlah - sum(bobot[k] for k in kurang)), jumlah)
