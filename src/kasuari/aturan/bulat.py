"""Setiap pembulatan punya nama. Semua memakai bilangan bulat; pecahan biner tidak pernah dipakai.

Besaran berdesimal disimpan sebagai bilangan bulat pada skala yang disebut: poin 22,5 pada skala 100 = 2250.
Semua fungsi menerima `int` maupun kolom NumPy int64, dan mengembalikan jenis yang sama.
"""

from decimal import Decimal
from typing import Any, TypeVar

from .galat import ParameterRusak

T = TypeVar("T", int, Any)
PERSEN_PENUH = 100 * 100  # 100 % pada skala 100


def bagi_setengah_ke_atas(pembilang: T, penyebut: T) -> T:
    """Hasil bagi bulat (satuan pembilang) yang terdekat; tepat setengah menjauhi nol (HALF_UP). `penyebut` > 0."""
    tanda = 1 - 2 * (pembilang < 0)
    return tanda * ((2 * tanda * pembilang + penyebut) // (2 * penyebut))


def bagi_tak_negatif(pembilang: T, penyebut: int) -> T:
    """HALF_UP seperti `bagi_setengah_ke_atas`, untuk `pembilang` yang pasti tidak negatif: tiga langkah saja."""
    return (pembilang + penyebut // 2) // penyebut


def bagian_persen(nilai: T, persen: T) -> T:
    """`persen` (skala 100: 4,75 % = 475) dari `nilai` >= 0, HALF_UP ke rupiah penuh."""
    return bagi_tak_negatif(nilai * persen, PERSEN_PENUH)


def bagi_ke_bawah(pembilang: T, penyebut: T) -> T:
    """Hasil bagi bulat (satuan pembilang); sisanya dibuang ke arah minus tak hingga. `penyebut` > 0."""
    return pembilang // penyebut


def bagi_ke_atas(pembilang: T, penyebut: T) -> T:
    """Hasil bagi bulat (satuan pembilang), ke atas. `penyebut` > 0."""
    return -(-pembilang // penyebut)


def wajar(nilai: Decimal) -> bool:
    """Angka masukan yang aman dihitung: terhingga, kurang dari 10^16, paling banyak 12 desimal.

    Diperiksa dari pangkatnya saja, sebab menghitung dengan 1e999999999 memakan seluruh memori.
    """
    pangkat = nilai.as_tuple().exponent
    return isinstance(pangkat, int) and pangkat >= -12 and nilai.adjusted() < 16


def ke_skala(nilai: int | str | Decimal, skala: int) -> int:
    """Desimal menjadi bilangan bulat pada skala, tepat. Galat: `ParameterRusak` bila ada sisa desimal."""
    hasil = Decimal(nilai) * skala
    if hasil != hasil.to_integral_value():
        raise ParameterRusak(f"{nilai} tidak dapat ditulis tepat pada skala 1/{skala}.")
    return int(hasil)


def dari_skala(nilai: int, skala: int) -> int | Decimal:
    """Bilangan pada skala menjadi angka untuk dibaca: bulat bila bulat, selainnya Decimal tanpa nol ekor."""
    if nilai % skala == 0:
        return int(nilai) // skala
    return (Decimal(int(nilai)) / skala).normalize()
