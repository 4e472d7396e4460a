"""Peringkat di dalam kelompok menurut beberapa penentu berurutan, untuk jutaan baris sekaligus.

Penentu dipadatkan ke beberapa kunci int64 sebelum diurutkan: hasilnya sama dengan membandingkan satu per
satu, tetapi jauh lebih cepat. Urutan baris masukan tidak pernah menentukan peringkat.
"""

from collections.abc import Sequence

import numpy as np

from ..buku import Buku
from ..masukan import Kolom

_BIT = 62  # bit yang aman dalam satu kunci int64 tanpa tanda


def _padatkan(penentu: Sequence[Kolom]) -> list[Kolom]:
    """Kunci int64 dengan urutan leksikografis yang sama; penentu pertama paling berat."""
    kunci: list[Kolom] = []
    isi, terpakai = None, 0
    for kolom in penentu:
        terendah = int(kolom.min())
        bit = (int(kolom.max()) - terendah).bit_length()
        geser = kolom - terendah
        if isi is None or terpakai + bit > _BIT:
            if isi is not None:
                kunci.append(isi)
            isi, terpakai = geser, bit
        else:
            isi, terpakai = (isi << bit) | geser, terpakai + bit
    return [*kunci, isi] if isi is not None else kunci


def _urut(kelompok: Kolom, penentu: Sequence[Kolom]) -> tuple[Kolom, list[Kolom]]:
    """(letak baris menurut kelompok lalu penentu menurun, kunci padatnya)."""
    kunci = _padatkan([kelompok, *(-k for k in penentu)])
    letak = np.argsort(kunci[0], kind="stable") if len(kunci) == 1 else np.lexsort(kunci[::-1])
    return letak.astype(np.int64), kunci


def peringkat(kelompok: Kolom, penentu: Sequence[Kolom]) -> Kolom:
    """Peringkat 1.. di dalam kelompok; nilai besar didahulukan pada tiap penentu, berurutan.

    Baris yang sama pada semua penentu mendapat peringkat yang sama, dan peringkat sesudahnya melompat
    (1, 2, 2, 4). Kolom int64 sepanjang masukan.
    """
    n = len(kelompok)
    if n == 0:
        return np.zeros(0, dtype=np.int64)
    letak, kunci = _urut(kelompok, penentu)
    urut = [k[letak] for k in kunci]
    beda = np.zeros(n, dtype=bool)  # baris pertama: letaknya 0, beda atau tidak
    for k in urut:
        beda[1:] |= k[1:] != k[:-1]
    kelompok_urut = kelompok[letak]
    awal_kelompok = np.ones(n, dtype=bool)
    awal_kelompok[1:] = kelompok_urut[1:] != kelompok_urut[:-1]
    posisi = np.arange(n, dtype=np.int64)
    mulai = np.maximum.accumulate(np.where(awal_kelompok, posisi, 0))
    pertama = np.maximum.accumulate(np.where(beda, posisi, 0))
    hasil = np.empty(n, dtype=np.int64)
    hasil[letak] = pertama - mulai + 1
    return hasil


def banyak_sama(kelompok: Kolom, urutan: Kolom) -> Kolom:
    """Berapa orang di kelompok itu yang berperingkat sama dengan tiap baris (sedikitnya 1: dirinya)."""
    if len(urutan) == 0:
        return np.zeros(0, dtype=np.int64)
    kunci = kelompok * (int(urutan.max()) + 1) + urutan
    _, balik, banyak = np.unique(kunci, return_inverse=True, return_counts=True)
    return banyak[balik].astype(np.int64)


def peringkat_akhir(kelompok: Kolom, nilai: dict[str, Kolom], buku: Buku) -> Kolom:
    """Peringkat akhir dengan penentu menurut `seleksi_final_urutan`.

    `nilai` memuat kolom bernama penentu itu: nilai_akhir, skd, tkp, tiu, twk, ipk, dan lahir (hari sejak
    1970). Yang lebih tua didahulukan, maka lahir dibalik tandanya.
    """
    penentu = [-nilai[k] if k == "lahir" else nilai[k] for k in buku.nilai("seleksi_final_urutan")]
    return peringkat(kelompok, penentu)
