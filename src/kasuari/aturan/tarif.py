"""Tarif menurut golongan atau jabatan, termasuk yang belum diketahui: dipakai berarti ditolak, bukan nol."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from .buku import KOSONG, Buku
from .bulat import ke_skala
from .galat import Cacat, MasukanTidakSah
from .golongan import GOLONGAN_KODE, KODE_GOLONGAN
from .masukan import Kolom
from .rumus import Pembaca

BELUM = -1  # tarif belum diketahui, di dalam larik
_ISI = ("isi lewat ketentuan daerah",)

Sel = tuple[str, str]  # (kode parameter, kunci sel)


class TarifKosong(MasukanTidakSah):
    """Tarif yang diperlukan belum diisi; `cacat` memuat setiap baris yang terhalang."""


def sel_tarif(buku: Buku, sel: Sel | None, skala: int = 1) -> int:
    """Besarnya sel itu pada `skala`, atau `BELUM` bila tidak ada, kosong, atau tabelnya belum berlaku."""
    versi = buku.isi.get(sel[0]) if sel else None
    nilai = versi.nilai.get(sel[1], KOSONG) if versi and sel else KOSONG
    return BELUM if nilai == KOSONG else ke_skala(nilai, skala)


def menurut_golongan(
    p: Pembaca,
    nama: str,
    cari: Callable[[str], Sel | None],
    golongan: Kolom,
    pilih: NDArray[np.bool_],
    skala: int = 1,
) -> Kolom:
    """Tarif golongan bagi yang terpilih, 0 bagi lainnya. `cari`: golongan baku -> sel tabelnya.

    `nama` = besaran yang dihitung, untuk pesan. Galat: `TarifKosong` menyebut setiap baris.
    """

    def buat() -> Kolom:
        larik = np.full(max(KODE_GOLONGAN.values()) + 1, BELUM, dtype=np.int64)
        for label, kode in KODE_GOLONGAN.items():
            larik[kode] = sel_tarif(p.buku, cari(label), skala)
        return larik

    hasil = np.where(pilih, p.ingat(("golongan", nama), buat)[golongan], 0)
    sel = cari(GOLONGAN_KODE[int(golongan[0])]) if len(golongan) == 1 and pilih[0] else None
    if sel and sel[0] in p.buku.isi:
        p.catat(*sel)
    return wajib_terisi(hasil, "golongan", nama, golongan, GOLONGAN_KODE)


def wajib_terisi(hasil: Kolom, kolom: str, nama: str, kode: Kolom, label: Mapping[int, str]) -> Kolom:
    """`hasil` apa adanya, atau `TarifKosong` bila ada yang `BELUM`."""
    terhalang = np.flatnonzero(hasil == BELUM)
    if len(terhalang):
        pesan = f"tarif belum diisi: {nama} untuk "
        raise TarifKosong(Cacat(kolom, pesan + label[int(kode[i])], _ISI, int(i)) for i in terhalang)
    return hasil


def tolak_baris(terhalang: NDArray[np.bool_], kolom: str, pesan: str, boleh: tuple[str, ...]) -> None:
    """Tolak setiap baris yang bernilai benar dalam `terhalang`."""
    letak = np.flatnonzero(terhalang)
    if len(letak):
        raise MasukanTidakSah(Cacat(kolom, pesan, boleh, int(i)) for i in letak)
