"""Menghitung kolom besar blok demi blok pada beberapa utas; hasilnya tepat sama dengan `rumus.hitung`.

Satu blok cukup kecil untuk tinggal di tembolok prosesor bersama semua kolom antaranya, dan NumPy melepas kunci
penerjemah selama menghitung. Rumus bekerja baris demi baris, maka potongannya tidak mengubah hasil.
"""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from .buku import Buku
from .galat import MasukanTidakSah
from .masukan import Kolom
from .rumus import Pembaca, Susunan, hitung, jalankan

BARIS = 16_384  # 128 KiB tiap kolom int64
UTAS = 2


def hitung_blok(
    susunan: Susunan,
    masukan: Mapping[str, Any],
    buku: Buku,
    ingin: Iterable[str],
    *,
    utas: int = UTAS,
    baris: int = BARIS,
) -> dict[str, Kolom]:
    """Sama dengan `hitung`, termasuk galatnya; kolom antara tidak pernah sepanjang seluruh masukan."""
    ingin = tuple(ingin)
    panjang = {len(v) for v in masukan.values()}
    if len(panjang) != 1:
        return hitung(susunan, masukan, buku, ingin)
    n = panjang.pop()
    urutan, pembaca = susunan.urutan(ingin), Pembaca(buku)
    hasil = {nama: np.empty(n, dtype=np.int64) for nama in ingin}

    def satu(awal: int) -> None:
        irisan = slice(awal, awal + baris)
        kolom = jalankan(susunan, {k: v[irisan] for k, v in masukan.items()}, pembaca, urutan)
        for nama in ingin:
            hasil[nama][irisan] = kolom[nama]

    try:
        with ThreadPoolExecutor(utas) as kelompok:
            for _ in kelompok.map(satu, range(0, n, baris)):
                pass
    except MasukanTidakSah:
        # nomor baris dan daftar cacat harus untuk seluruh masukan, bukan satu blok
        return hitung(susunan, masukan, buku, ingin)
    return hasil
