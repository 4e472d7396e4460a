"""Gaji pokok PNS dan PPPK dari tabel golongan kali masa kerja golongan (rupiah sebulan).

Dipakai baris tertinggi yang tidak melebihi MKG dalam tahun penuh; di bawah baris pertama dipakai baris
pertama; di atas baris terakhir tetap baris terakhir. Dasar: PP 7/1977 jo. PP 15/2019, PP 5/2024;
Perpres 98/2020 jo. Perpres 11/2024.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from ..buku import Buku, Versi
from ..galat import tolak
from ..golongan import GOLONGAN_KODE, KODE_GOLONGAN, KODE_PNS, KODE_PPPK
from ..masa_kerja import TAHUN_TERBANYAK
from ..masukan import Kolom
from ..rumus import Pembaca

KODE_TABEL = {"PNS": "gaji_pokok_pns", "PPPK": "gaji_pokok_pppk"}


@dataclass(frozen=True, slots=True)
class Sel:
    """Satu sel tabel gaji dan dari mana datangnya. `mkg_baris` = baris tabel yang dipakai (tahun)."""

    rupiah: int
    mkg_baris: int
    berlaku: date
    dasar: str
    keyakinan: str


def baris_tabel(golongan: str, jenis: str, buku: Buku) -> tuple[int, ...]:
    """Baris MKG (tahun) yang dimiliki golongan itu, naik. Galat: `MasukanTidakSah`."""
    return _tangga(_versi(golongan, jenis, buku), golongan)


def sel_gaji_pokok(golongan: str, mkg_tahun: int, jenis: str, buku: Buku) -> Sel:
    """Sel yang mengikat untuk golongan baku (`III/a` atau `IX`) dan MKG tahun penuh.

    Galat: `MasukanTidakSah` (jenis, golongan, atau MKG), `ParameterTidakAda` (hari sebelum tabel pertama).
    """
    versi = _versi(golongan, jenis, buku)
    if mkg_tahun < 0:
        raise tolak("mkg_tahun", "masa kerja golongan tidak boleh negatif", ["0 ke atas"])
    tangga = _tangga(versi, golongan)
    mkg = tangga[max(0, bisect_right(tangga, mkg_tahun) - 1)]
    kunci = f"{golongan}.{mkg}"
    return Sel(versi.nilai[kunci], mkg, versi.berlaku, versi.dasar, versi.yakin(kunci))


def gaji_pokok(golongan: str, mkg_tahun: int, jenis: str, buku: Buku) -> int:
    """Gaji pokok sebulan dalam rupiah; lihat `sel_gaji_pokok`."""
    return sel_gaji_pokok(golongan, mkg_tahun, jenis, buku).rupiah


def _versi(golongan: str, jenis: str, buku: Buku) -> Versi:
    if jenis not in KODE_TABEL:
        raise tolak("jenis", f"jenis '{jenis}' tidak dikenal", KODE_TABEL)
    boleh = KODE_PNS if jenis == "PNS" else KODE_PPPK
    if golongan not in boleh:
        raise tolak("golongan", f"golongan '{golongan}' bukan golongan {jenis}", boleh)
    return buku.versi(KODE_TABEL[jenis])


def _tangga(versi: Versi, golongan: str) -> tuple[int, ...]:
    return _tangga_tabel(_Tabel(versi.nilai))[golongan]


@dataclass(frozen=True)
class Tangga:
    """Tabel gaji sebagai larik [kode golongan, MKG tahun]; -1 = tidak ada.

    `rupiah` = gaji pokok; `baris` = baris yang dipakai; `naik` = baris berikut yang gajinya lebih besar.
    """

    rupiah: Kolom
    baris: Kolom
    naik: Kolom


def tangga_gaji(jenis: str, buku: Buku) -> Tangga:
    """Tangga gaji sebuah jenis ASN (larik golongan kali MKG tahun), untuk menghitung banyak orang sekaligus."""
    return _tangga_larik((_Tabel(buku.tabel(KODE_TABEL[jenis])),))


def dari_tangga(p: Pembaca, golongan: Kolom, mkg_tahun: Kolom, apa: str) -> Kolom:
    """`rupiah`, `baris`, atau `naik` tiap orang; PNS dan PPPK membaca tabelnya masing-masing.

    Tabel yang tidak dipakai siapa pun tidak dibaca: sebelum tabel PPPK pertama, PNS tetap dapat dihitung.
    """
    pns = golongan <= max(KODE_PNS.values())
    ada = [j for j, pilih in (("PNS", pns.any()), ("PPPK", not pns.all())) if pilih]
    tangga = p.ingat(
        ("tangga", *ada), lambda: _tangga_larik(tuple(_Tabel(p.buku.tabel(KODE_TABEL[j])) for j in ada))
    )
    for jenis in ada:
        sel = None
        if len(golongan) == 1:
            sel = f"{GOLONGAN_KODE[int(golongan[0])]}.{tangga.baris[golongan[0], mkg_tahun[0]]}"
        p.catat(KODE_TABEL[jenis], sel)
    larik: Kolom = getattr(tangga, apa)
    return larik.ravel().take(golongan * larik.shape[1] + mkg_tahun)


class _Tabel:
    """Pembungkus agar tabel beku dapat menjadi kunci tembolok: sama bila objek nilainya sama."""

    __slots__ = ("isi",)

    def __init__(self, isi: Mapping[str, int]) -> None:
        self.isi = isi

    def __hash__(self) -> int:
        return id(self.isi)

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, _Tabel) and lain.isi is self.isi


@lru_cache(maxsize=32)
def _tangga_tabel(tabel: _Tabel) -> Mapping[str, tuple[int, ...]]:
    hasil: dict[str, list[int]] = {}
    for kunci in tabel.isi:
        golongan, mkg = kunci.split(".")
        hasil.setdefault(golongan, []).append(int(mkg))
    return MappingProxyType({g: tuple(sorted(m)) for g, m in hasil.items()})


@lru_cache(maxsize=32)
def _tangga_larik(tabel: tuple[_Tabel, ...]) -> Tangga:
    """Satu larik untuk semua tabel itu: kode golongan PNS dan PPPK tidak pernah sama."""
    bentuk = (max(KODE_GOLONGAN.values()) + 1, TAHUN_TERBANYAK + 1)
    rupiah, baris, naik = (np.full(bentuk, -1, dtype=np.int64) for _ in range(3))
    for satu, golongan, tangga in ((t, g, m) for t in tabel for g, m in _tangga_tabel(t).items()):
        kode = KODE_GOLONGAN[golongan]
        for mkg in range(TAHUN_TERBANYAK + 1):
            dipakai = tangga[max(0, bisect_right(tangga, mkg) - 1)]
            baris[kode, mkg] = dipakai
            rupiah[kode, mkg] = kini = satu.isi[f"{golongan}.{dipakai}"]
            lebih = (m for m in tangga if m > mkg and satu.isi[f"{golongan}.{m}"] > kini)
            naik[kode, mkg] = next(lebih, -1)
    return Tangga(rupiah, baris, naik)
