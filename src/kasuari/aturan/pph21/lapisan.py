"""Membaca tabel lapisan (batas bawah yang tidak termasuk -> persen) dan membulatkan pajak. Dasar: UU 36/2008 Pasal 17 jo. UU 7/2021."""

import numpy as np

from ..bulat import PERSEN_PENUH, bagi_tak_negatif, ke_skala
from ..galat import ParameterRusak
from ..masukan import Kolom
from ..rumus import Pembaca


def lapisan(p: Pembaca, kode: str) -> tuple[Kolom, Kolom]:
    """(batas bawah naik, persen pada skala 100) sebuah tabel lapisan; seluruh tabel tercatat dibaca."""
    tabel = p.tabel(kode)

    def buat() -> tuple[Kolom, Kolom]:
        urut = sorted((int(batas), ke_skala(persen, 100)) for batas, persen in tabel.items())
        return np.array([b for b, _ in urut], dtype=np.int64), np.array([r for _, r in urut], dtype=np.int64)

    return p.ingat(kode, buat)


def bulatkan(p: Pembaca, pembilang: Kolom, penyebut: int = PERSEN_PENUH) -> Kolom:
    """Pajak `pembilang`/`penyebut` >= 0 dalam rupiah penuh menurut `pph21_pembulatan`.

    Setelannya dibaca hanya bila ada pecahan, supaya pajak yang bulat tidak ikut menjadi perkiraan.
    """
    hasil = pembilang // penyebut
    if not (hasil * penyebut != pembilang).any():
        return hasil
    cara = p.nilai("pph21_pembulatan")
    if cara == "ke_bawah":
        return hasil
    if cara == "terdekat":
        return bagi_tak_negatif(pembilang, penyebut)
    raise ParameterRusak(f"pph21_pembulatan '{cara}' tidak dikenal; pakai ke_bawah atau terdekat.")


def pasal17(p: Pembaca, dasar: Kolom) -> Kolom:
    """Pajak progresif Pasal 17 atas `dasar` >= 0 (rupiah); pembulatan menurut `bulatkan`."""
    batas, tarif = lapisan(p, "pph21_pasal17")
    jumlah = np.zeros_like(dasar)
    for bawah, tambah in zip(batas, np.diff(tarif, prepend=0), strict=True):
        jumlah += tambah * np.maximum(dasar - bawah, 0)
    return bulatkan(p, jumlah)
