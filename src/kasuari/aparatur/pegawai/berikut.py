"""Kapan KGB berikutnya, bagi banyak orang sekaligus, menurut tangga gaji.

Satu panggilan kolom bagi semua orang. Baris yang ditolak aturan (golongan atau masa kerja yang mustahil) kosong dan
disebut, tidak menggagalkan yang lain.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from kasuari.aparatur.pegawai.models import RiwayatGolongan, RiwayatKgb
from kasuari.aturan import kgb
from kasuari.aturan.buku import Buku
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.golongan import KODE_GOLONGAN
from kasuari.aturan.masukan import dari_hari, ke_hari
from kasuari.aturan.rumus import TIDAK_ADA, Susunan, hitung


class KgbBerikut(NamedTuple):
    """`hari` kosong bila sudah di baris terakhir tabel, atau `ditolak` (data gaji atau masa kerjanya salah)."""

    hari: date | None
    ditolak: bool


def dasar_gaji(g: RiwayatGolongan | None, k: RiwayatKgb | None) -> "RiwayatGolongan | RiwayatKgb | None":
    """Fakta yang menyebut masa kerja golongan terbaru: pangkat sesudah KGB terakhir, atau KGB itu sendiri."""
    return g if g is not None and (k is None or g.mulai > k.mulai) else k


def kgb_berikut(
    orang: Sequence[tuple[RiwayatGolongan | None, RiwayatKgb | None]], buku: Buku
) -> list[KgbBerikut]:
    """Hari MKG tiap orang mencapai anak tangga gajinya yang berikut; kosong bila golongan atau KGB belum tercatat.

    Dasar: PP 7/1977 Pasal 11.
    """
    ada = [n for n, (g, k) in enumerate(orang) if g is not None and k is not None]
    dasar: list[Any] = [dasar_gaji(*orang[n]) for n in ada]
    masukan = {
        "golongan": [KODE_GOLONGAN[orang[n][0].golongan] for n in ada],  # type: ignore[union-attr]
        "mkg": [d.mk_tahun * 12 + d.mk_bulan for d in dasar],
        "per_tanggal": [ke_hari(d.mulai) for d in dasar],
    }
    hari = hitung_baris(kgb.SUSUNAN, masukan, buku, ("kgb_berikutnya",))
    hasil = [KgbBerikut(None, False)] * len(orang)
    for n, baris in zip(ada, hari, strict=True):
        if baris is None:
            hasil[n] = KgbBerikut(None, True)
        elif baris[0] != TIDAK_ADA:
            hasil[n] = KgbBerikut(dari_hari(baris[0]), False)
    return hasil


Keadaan = tuple[date, RiwayatGolongan | None, RiwayatKgb | None]


def urutan(
    g: RiwayatGolongan | None, g_kelak: Sequence[RiwayatGolongan], k: RiwayatKgb | None, k_kelak: Sequence[RiwayatKgb]
) -> list[Keadaan]:  # fmt: skip
    """(sejak, golongan, KGB) hari ini, lalu pada tiap hari keputusan yang baru berlaku kelak."""
    hasil: list[Keadaan] = [(date.min, g, k)]
    for hari in sorted({f.mulai for f in (*g_kelak, *k_kelak)}):
        g = next((f for f in reversed(g_kelak) if f.mulai <= hari), g)
        k = next((f for f in reversed(k_kelak) if f.mulai <= hari), k)
        hasil.append((hari, g, k))
    return hasil


def kgb_berikut_urut(orang: Sequence[Sequence[Keadaan]], buku: Buku) -> list[KgbBerikut]:
    """KGB pertama yang belum diputuskan: keputusan yang baru berlaku sesudah jatuh temponya tidak menutupinya."""
    hasil = kgb_berikut([x[0][1:] for x in orang], buku)
    lanjut, putaran = list(range(len(orang))), 1
    while lanjut := [n for n in lanjut if _tersusul(hasil[n], orang[n], putaran)]:
        for n, baru in zip(lanjut, kgb_berikut([orang[n][putaran][1:] for n in lanjut], buku), strict=True):
            hasil[n] = baru
        putaran += 1
    return hasil


def _tersusul(berikut: KgbBerikut, keadaan: Sequence[Keadaan], urut: int) -> bool:
    """Keputusan berikutnya ada, dan berlaku tidak sesudah jatuh tempo yang sudah dihitung."""
    return urut < len(keadaan) and (berikut.hari is None or keadaan[urut][0] <= berikut.hari)


def hitung_baris(
    susunan: Susunan, masukan: Mapping[str, list[int]], buku: Buku, ingin: Sequence[str]
) -> list[tuple[int, ...] | None]:
    """Hasil tiap baris urut `ingin`; None bagi baris yang ditolak."""
    larik = {k: np.array(v, dtype=np.int64) for k, v in masukan.items()}
    banyak = len(next(iter(larik.values())))
    sah = np.arange(banyak)
    try:
        kolom = hitung(susunan, larik, buku, ingin)
    except MasukanTidakSah as galat:
        salah = {c.baris for c in galat.cacat}
        if None in salah:
            raise
        sah = np.array([n for n in range(banyak) if n not in salah], dtype=np.int64)
        kolom = hitung(susunan, {k: v[sah] for k, v in larik.items()}, buku, ingin)
    hasil: list[tuple[int, ...] | None] = [None] * banyak
    for n, baris in zip(sah.tolist(), zip(*(kolom[k].tolist() for k in ingin), strict=True), strict=True):
        hasil[n] = baris
    return hasil
