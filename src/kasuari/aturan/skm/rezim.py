"""Rezim SKM dan susunan rumusnya: satu susunan tiap rezim, dengan unsurnya sebagai bidang masukan."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

import numpy as np

from ..buku import Buku
from ..galat import tolak
from ..masukan import Bidang, Kolom, bilangan, pilihan
from ..parameter import semua
from ..rumus import Pembaca, Rumus, Susunan
from .indeks import METODE, MUTU, RUMUS_IKM, SKALA, SKALA_NRR, mutu

__all__ = ["METODE", "MUTU", "REZIM", "SUSUNAN", "SUSUNAN_IKM", "SUSUNAN_MUTU", "buku_rezim", "unsur_rezim"]

# rezim -> hari pertama berlakunya; dibaca dari parameter, sebab rezim adalah versinya
REZIM: Mapping[str, date] = MappingProxyType({v.nilai: v.berlaku for v in semua()["skm_rezim"].versi})
TIDAK_DINILAI = -1
_NRR_ATAS = 4 * SKALA_NRR  # batas kewajaran isian; nilai jawaban sendiri adalah parameter


def buku_rezim(rezim: str) -> Buku:
    """Buku dengan aturan rezim itu. Galat: `MasukanTidakSah` menyebut rezim yang ada."""
    if rezim not in REZIM:
        raise tolak("rezim", f"rezim '{rezim}' tidak dikenal", REZIM)
    return Buku.susun(REZIM[rezim], date.max)


def unsur_rezim(rezim: str) -> tuple[str, ...]:
    """Kode unsur rezim itu menurut urutan peraturan (bukan urutan kuesioner)."""
    return tuple(buku_rezim(rezim).nilai("skm_unsur"))


def _banyak(*nrr: Kolom, p: Pembaca) -> Kolom:
    hasil = sum(((n != TIDAK_DINILAI).astype(np.int64) for n in nrr), np.zeros(len(nrr[0]), dtype=np.int64))
    kosong = np.flatnonzero(hasil == 0)
    if len(kosong):
        raise tolak("*", "sedikitnya satu unsur harus dinilai", ["1 sampai 4"], int(kosong[0]))
    return hasil


def _jumlah(*nrr: Kolom, p: Pembaca) -> Kolom:
    return sum((np.maximum(n, 0) for n in nrr), np.zeros(len(nrr[0]), dtype=np.int64))


def _susun(rezim: str) -> Susunan:
    unsur = unsur_rezim(rezim)
    versi = buku_rezim(rezim).versi("skm_unsur")

    def atas_unsur(nama: str, judul: str, fungsi: Callable[..., Kolom], satuan: str, skala: int) -> Rumus:
        # unsur berbeda menurut rezim, maka yang diperlukan rumus ini dibaca dari parameternya
        return Rumus(
            nama,
            judul,
            fungsi,
            unsur,
            satuan,
            versi.berlaku,
            versi.dasar,
            versi.keyakinan,
            skala,
            None,
        )

    bidang: dict[str, Bidang] = {
        u: bilangan(u, SKALA_NRR, _NRR_ATAS, bawaan=TIDAK_DINILAI, skala=SKALA_NRR) for u in unsur
    }
    bidang["metode_bobot"] = pilihan("metode_bobot", METODE)
    rumus = (
        atas_unsur("banyak_unsur", "Banyak unsur yang dinilai", _banyak, "unsur", 1),
        atas_unsur("jumlah_nrr", "Jumlah nilai rata-rata semua unsur", _jumlah, "nilai", SKALA_NRR),
        *RUMUS_IKM,
    )
    return Susunan(f"skm_{rezim.lower()}", bidang, rumus)


SUSUNAN: Mapping[str, Susunan] = MappingProxyType({r: _susun(r) for r in REZIM})
# dari jumlah yang sudah ada, mis. laporan yang mengganti sebuah unsur dengan pertanyaannya sendiri
SUSUNAN_IKM = Susunan(
    "skm_ikm",
    {
        "jumlah_nrr": bilangan("jumlah_nrr", SKALA_NRR, 100 * _NRR_ATAS, skala=SKALA_NRR),
        "banyak_unsur": bilangan("banyak_unsur", 1, 100),
        "metode_bobot": pilihan("metode_bobot", METODE),
    },
    RUMUS_IKM,
)
SUSUNAN_MUTU = Susunan("skm_mutu", {"ikm": bilangan("ikm", 0, 100 * SKALA, skala=SKALA)}, (mutu,))
