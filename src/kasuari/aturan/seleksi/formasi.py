"""Mengisi formasi dari peringkat akhir, lalu memindahkan tempat yang tidak terisi (L-1, L-2).

Tahap: (1) peringkat teratas tiap formasi; (2) tempat sisa diisi pelamar lain jalur pada jabatan, unit, dan
pendidikan yang sama (L-1); (3) tempat yang masih sisa diisi pelamar lain unit pada jabatan dan pendidikan
yang sama (L-2). Pindah hanya bagi yang memenuhi nilai ambang jalur yang dituju. Dasar: PermenPANRB 6/2024.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..buku import Buku
from ..masukan import Kolom
from .peringkat import banyak_sama, peringkat_akhir

HASIL_AKHIR = {"P/TL": 1, "P/L": 2, "P/L-1": 3, "P/L-2": 4, "seri": 5}


@dataclass(frozen=True, slots=True)
class Formasi:
    """Satu formasi: jabatan, unit, jalur, dan pendidikan yang diminta, dengan jumlah tempatnya."""

    jabatan: str
    unit: str
    jalur: str
    pendidikan: str
    tempat: int


def isi_formasi(
    formasi: Sequence[Formasi],
    dilamar: Kolom,
    nilai: dict[str, Kolom],
    buku: Buku,
    boleh_jalur: Mapping[str, Kolom] | None = None,
) -> tuple[Kolom, Kolom]:
    """(kode HASIL_AKHIR, nomor formasi yang didapat atau -1) tiap pelamar yang mengikuti SKB.

    `dilamar`: nomor formasi tiap pelamar. `nilai`: penentu `seleksi_final_urutan`. `boleh_jalur`: jalur ->
    1 bila pelamar memenuhi ambang jalur itu (tanpa itu semua boleh). 'seri' = sama pada seluruh penentu di
    tempat terakhir: panitia yang memutuskan, tidak ada yang dipilih diam-diam.
    """
    n = len(dilamar)
    hasil = np.full(n, HASIL_AKHIR["P/TL"], dtype=np.int64)
    dapat = np.full(n, -1, dtype=np.int64)
    sisa = np.array([f.tempat for f in formasi], dtype=np.int64)
    _isi(dilamar, np.arange(n), sisa, nilai, buku, hasil, dapat, HASIL_AKHIR["P/L"])

    def sekelompok(f: Formasi, dengan_unit: bool) -> tuple[str, ...]:
        return (f.jabatan, f.pendidikan, f.unit) if dengan_unit else (f.jabatan, f.pendidikan)

    for kode, dengan_unit in (("P/L-1", True), ("P/L-2", False)):
        kelompok: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i, f in enumerate(formasi):
            kelompok[sekelompok(f, dengan_unit)].append(i)
        for anggota in kelompok.values():
            # urutan berkas formasi tidak boleh menentukan siapa pindah ke mana
            for tujuan in sorted(
                (i for i in anggota if sisa[i] > 0), key=lambda i: (formasi[i].unit, formasi[i].jalur)
            ):
                asal = np.isin(dilamar, [i for i in anggota if i != tujuan]) & (hasil == HASIL_AKHIR["P/TL"])
                if boleh_jalur is not None:
                    asal &= boleh_jalur[formasi[tujuan].jalur] == 1
                calon = np.flatnonzero(asal)
                _isi(np.full(n, tujuan), calon, sisa, nilai, buku, hasil, dapat, HASIL_AKHIR[kode])
    return hasil, dapat


def _isi(
    tujuan: Kolom, calon: Kolom, sisa: Kolom, nilai: dict[str, Kolom], buku: Buku, hasil: Kolom, dapat: Kolom, kode: int
) -> None:  # fmt: skip
    """Isi `sisa` tempat formasi `tujuan` dengan calon menurut peringkat; yang seri di batas ditandai."""
    if not len(calon):
        return
    ke = tujuan[calon]
    urutan = peringkat_akhir(ke, {k: v[calon] for k, v in nilai.items()}, buku)
    # peringkat yang sama menempati beberapa tempat sekaligus: semuanya harus muat
    sebanyak = banyak_sama(ke, urutan)
    muat = urutan + sebanyak - 1 <= sisa[ke]
    di_batas = ~muat & (urutan <= sisa[ke])
    hasil[calon[muat]] = kode
    dapat[calon[muat]] = ke[muat]
    hasil[calon[di_batas]] = HASIL_AKHIR["seri"]
    dapat[calon[di_batas]] = ke[di_batas]
    # tempat yang diperebutkan pelamar seri tidak boleh dipindahkan sebelum panitia memutuskan
    np.subtract.at(sisa, ke[muat], 1)
    sisa[np.unique(ke[di_batas])] = 0
