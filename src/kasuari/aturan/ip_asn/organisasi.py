"""Indeks organisasi: jumlah nilai orang dibagi banyaknya orang yang diukur, per dimensi dan total.

Bukan rata-rata dari rata-rata unit, dan bukan rata-rata kelompok PNS dan PPPK. Dua desimal, HALF_UP, tepat.
Dasar: Peraturan BKN 8/2019; diperiksa atas hasil terbit Kota Bima 2023.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..bulat import bagi_setengah_ke_atas
from ..galat import tolak
from ..masukan import Kolom
from .bidang import DIMENSI


@dataclass(frozen=True, slots=True)
class Rata:
    """Satu kolom angka per kelompok. `jumlah` dan `rata` pada skala masukannya; `n` = orang."""

    n: Kolom
    jumlah: Kolom
    rata: Kolom


def rata_kelompok(nilai: Kolom, kelompok: Kolom, banyak: int) -> Rata:
    """Rata-rata (skala masukannya) tiap kelompok 0..`banyak`-1. Kelompok tanpa orang: n 0 dan rata 0; pembaca memeriksa n.

    Induk dihitung dengan memanggil lagi memakai kelompok induk, bukan dengan merata-ratakan hasil ini.
    """
    n = np.zeros(banyak, dtype=np.int64)
    jumlah = np.zeros(banyak, dtype=np.int64)
    np.add.at(n, kelompok, 1)
    np.add.at(jumlah, kelompok, nilai)
    return Rata(n, jumlah, bagi_setengah_ke_atas(jumlah, np.maximum(n, 1)))


def indeks_organisasi(
    hasil: Mapping[str, Kolom], kelompok: Kolom | None = None, banyak: int = 1
) -> dict[str, Rata]:
    """Rata-rata (poin, skala 100) setiap dimensi dan `indeks` dari hasil `hitung_ip`; tanpa kelompok: satu organisasi."""
    n = len(hasil["indeks"])
    kelompok = np.zeros(n, dtype=np.int64) if kelompok is None else kelompok
    return {k: rata_kelompok(hasil[k], kelompok, banyak) for k in (*DIMENSI, "indeks") if k in hasil}


def rata_tertimbang(nilai: Kolom, n: Kolom) -> int:
    """Rata-rata kelompok yang sudah terbit, ditimbang banyaknya orang; HALF_UP pada skala `nilai`."""
    if len(nilai) == 0 or int(n.sum()) == 0:
        raise tolak("groups", "perlu sedikitnya satu kelompok berisi orang", ["n di atas 0"])
    return bagi_setengah_ke_atas(int((nilai * n).sum()), int(n.sum()))
