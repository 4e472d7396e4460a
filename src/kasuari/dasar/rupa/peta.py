"""Peta distrik dari data: ubin (tiap distrik satu kotak) dan bentuk sesungguhnya sebagai SVG di tempat.

Letak ubin adalah sketsa. Bentuk diturunkan dari poligon kelurahan (lihat data/LICENSE-peta.txt) dan bukan
batas resmi. Keduanya selalu disertai legenda dan tabel yang sama isinya.
"""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kasuari.dasar.rupa.bentuk import angka, desimal

_DATA = Path(__file__).parent / "data"
TINGKAT = 5


class Ubin(NamedTuple):
    kode: str
    nama: str
    pendek: str
    kolom: int
    baris: int


@dataclass(frozen=True)
class Daerah:
    """Satu distrik siap gambar. `tingkat` 1..5, atau 0 bila tanpa nilai."""

    ubin: Ubin
    teks: str
    tingkat: int
    alamat: str
    jalur: str


@dataclass(frozen=True)
class Peta:
    judul: str
    satuan: str
    daerah: tuple[Daerah, ...]
    legenda: tuple[tuple[int, str], ...]
    kotak: str  # viewBox; tulisan, supaya templat tidak menaruh titik ribuan


@cache
def letak_ubin() -> tuple[Ubin, ...]:
    """Sepuluh distrik Kota Sorong beserta tempat ubinnya; `|` di nama pendek adalah tempat boleh patah."""
    with (_DATA / "ubin_distrik.csv").open(encoding="utf-8") as berkas:
        return tuple(
            Ubin(b["kode"], b["nama"], b["pendek"].replace("|", "\u00ad"), int(b["kolom"]), int(b["baris"]))
            for b in csv.DictReader(berkas)
        )


@cache
def _bentuk() -> dict[str, Any]:
    return json.loads((_DATA / "peta_distrik.json").read_text(encoding="utf-8"))


def batas(nilai: list[Decimal]) -> list[Decimal]:
    """Batas atas paling banyak lima tingkat selebar sama, pada satuan rapi, yang memuat semua nilai.

    Semua sama: satu batas. 6 sampai 61 menjadi 15, 30, 45, 60, 75.
    """
    kecil, besar = min(nilai), max(nilai)
    if kecil == besar:
        return [besar]
    satuan = Decimal(1).scaleb(((besar - kecil) / TINGKAT).adjusted())
    for lebar in (satuan * k / 2 for k in (2, 3, 4, 5, 6, 8, 10, 15, 20, 40)):
        bawah = (kecil / lebar).to_integral_value(ROUND_FLOOR) * lebar
        tangga = [bawah + lebar * i for i in range(1, TINGKAT + 1)]
        if tangga[-1] >= besar:
            break
    return tangga[: 1 + next(i for i, b in enumerate(tangga) if b >= besar)]


def peta(
    judul: str,
    nilai: Mapping[str, Any],
    *,
    satuan: str = "",
    tempat: int = 0,
    alamat: Mapping[str, str] | None = None,
) -> Peta:
    """Peta dari nilai per kode distrik (96.71.01 ...). Kode tak dikenal: KeyError; tanpa nilai: tingkat 0.

    `tempat` = angka di belakang koma untuk tulisan; `alamat` = halaman tiap distrik (dua klik ke catatan).
    """
    ubin = {u.kode: u for u in letak_ubin()}
    if asing := set(nilai) - set(ubin):
        raise KeyError(f"Bukan kode distrik: {sorted(asing)}")
    angka_distrik = {k: desimal(v) for k, v in nilai.items()}
    ada = [v for v in angka_distrik.values() if v is not None]
    tangga = batas(ada) if ada else []
    bentuk = _bentuk()
    daerah = []
    for kode, u in ubin.items():
        v = angka_distrik.get(kode)
        tingkat = 0 if v is None else 1 + next(i for i, b in enumerate(tangga) if v <= b)
        daerah.append(
            Daerah(u, angka(v, tempat), tingkat, (alamat or {}).get(kode, ""), bentuk["jalur"].get(kode, ""))
        )
    legenda = tuple((i, f"≤ {angka(b)}") for i, b in enumerate(tangga, 1))
    return Peta(judul, satuan, tuple(daerah), legenda, f"-4 -4 {bentuk['lebar'] + 8} {bentuk['tinggi'] + 8}")
