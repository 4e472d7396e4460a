"""Tenggat atas kolom: banyak perkara sekaligus, dengan rumus yang sama untuk satu atau ribuan baris."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from .. import hari as hitung_hari
from ..galat import tolak
from ..masukan import Kolom, bilangan, pilihan, tanggal
from ..rumus import TIDAK_ADA, Pembaca, Susunan, rumus
from ..tarif import tolak_baris
from .aturan import AWALAN, BERJAM, BULAN, HARI_ITU_JUGA, HARI_KERJA, KEWAJIBAN, LAMA_TERBANYAK, cara_tenggat
from .kalender import AWALAN_LIBUR, PEKAN, Kalender

_DASAR = "Aturan tenggat masing-masing"
_BERLAKU = "1995-09-28"


def _tiap_kewajiban(kewajiban: Kolom) -> list[tuple[str, Kolom]]:
    """(kode parameter, letak barisnya) untuk tiap kewajiban yang ada di kolom."""
    return [
        (f"{AWALAN}{nama}", np.flatnonzero(kewajiban == nomor))
        for nama, nomor in KEWAJIBAN.items()
        if (kewajiban == nomor).any()
    ]


@rumus(satuan="satuan tenggatnya", berlaku=_BERLAKU, dasar=_DASAR)
def lama_tenggat(kewajiban: Kolom, *, p: Pembaca) -> Kolom:
    """Lama tenggat menurut aturannya.

    Dalam satuan tenggat itu sendiri: hari kerja, hari, bulan, atau jam.
    """
    hasil = np.zeros_like(kewajiban)
    for kode, letak in _tiap_kewajiban(kewajiban):
        p.catat(kode, "lama")
        hasil[letak] = cara_tenggat(kode, p.buku)["lama"]
    return hasil


def hari_kerja_ke(mulai: Kolom, ke: Kolom, pekan: Kolom, p: Pembaca, baris: Kolom | None = None) -> Kolom:
    """Hari kerja ke-`ke` sesudah tiap tanggal, menurut pekan tiap baris; daftar libur yang dipakai tercatat.

    `baris` = nomor baris asli untuk galat, bila kolomnya bagian dari kolom yang lebih panjang.
    """
    baris = np.arange(len(mulai)) if baris is None else baris
    hasil = np.zeros_like(mulai)
    for hari_sepekan in PEKAN:
        if (pilih := pekan == hari_sepekan).any():
            kalender = Kalender(p.buku, hari_sepekan)
            hasil[pilih] = kalender.hari_kerja_ke(mulai[pilih], ke[pilih], baris[pilih])
            p.catat("tenggat_akhir_pekan", str(hari_sepekan))
    _catat_libur(p, mulai, hasil)
    return hasil


def hari_kerja_antara(
    mulai: Kolom, sampai: Kolom, pekan: Kolom, p: Pembaca, cuti_bersama: bool = True
) -> Kolom:
    """Hari kerja dari `mulai` sampai `sampai` (keduanya dihitung), menurut pekan tiap baris; libur tercatat."""
    hasil = np.zeros_like(mulai)
    for hari_sepekan in PEKAN:
        if (pilih := pekan == hari_sepekan).any():
            kalender = Kalender(p.buku, hari_sepekan, cuti_bersama=cuti_bersama)
            hasil[pilih] = kalender.banyak_hari_kerja(mulai[pilih], sampai[pilih], np.flatnonzero(pilih))
            p.catat("tenggat_akhir_pekan", str(hari_sepekan))
    _catat_libur(p, mulai, sampai)
    return hasil


def _catat_libur(p: Pembaca, awal: Kolom, akhir: Kolom) -> None:
    """Daftar libur yang dipakai ikut tercatat, supaya tahun yang belum pasti membuat hasilnya ragu."""
    if len(awal):
        for tahun in range(int(hitung_hari.tahun(awal).min()), int(hitung_hari.tahun(akhir).max()) + 1):
            p.catat(f"{AWALAN_LIBUR}{tahun}")


@rumus(satuan="tanggal", berlaku=_BERLAKU, dasar=_DASAR)
def jatuh_tempo(
    kewajiban: Kolom, mulai: Kolom, pekan: Kolom, jeda: Kolom, lama_tenggat: Kolom, *, p: Pembaca
) -> Kolom:
    """Hari terakhir yang masih tepat waktu.

    `jeda` = banyak hari jeda yang sudah selesai, dalam satuan tenggatnya (hari kerja atau hari). Tenggat berjam
    tidak punya jawaban berupa tanggal: TIDAK_ADA; pakai `hitung_tenggat`.
    """
    hasil = np.full_like(mulai, TIDAK_ADA)
    for kode, letak in _tiap_kewajiban(kewajiban):
        cara = cara_tenggat(kode, p.buku)
        if cara["satuan"] in BERJAM:
            continue
        for sel in ("satuan", "hitung_dari", "sejak"):
            p.catat(kode, sel)
        _periksa_jeda(cara["jeda"], jeda, letak)
        hasil[letak] = _tempo(cara, mulai, lama_tenggat, jeda, pekan, letak, p)
    return hasil


def _periksa_jeda(boleh: bool, jeda: Kolom, letak: Kolom) -> None:
    salah = letak[jeda[letak] > 0]
    if not boleh and len(salah):
        raise tolak("jeda", "tenggat ini tidak mengenal jeda", ["0"], int(salah[0]))


def _tempo(
    cara: Mapping[str, Any],
    mulai: Kolom,
    lama: Kolom,
    jeda: Kolom,
    pekan: Kolom,
    letak: Kolom,
    p: Pembaca,
) -> Kolom:
    mulai, lama, jeda, pekan = (k[letak] for k in (mulai, lama, jeda, pekan))
    maju = int(cara["hitung_dari"] == HARI_ITU_JUGA)
    if cara["satuan"] == HARI_KERJA:
        return hari_kerja_ke(mulai - maju, lama + jeda, pekan, p, letak)
    tempo = hitung_hari.tambah_bulan(mulai, lama) if cara["satuan"] == BULAN else mulai + lama
    tempo = tempo + jeda - maju
    return hari_kerja_ke(tempo - 1, np.ones_like(tempo), pekan, p, letak) if cara["geser"] else tempo


@rumus(satuan="hari kerja", berlaku=_BERLAKU, dasar="Keppres 68/1995; daftar libur tiap tahun")
def banyak_hari_kerja(mulai: Kolom, sampai: Kolom, pekan: Kolom, *, p: Pembaca) -> Kolom:
    """Hari kerja antara dua tanggal, keduanya dihitung.

    Tanggal akhir tidak boleh mendahului tanggal mulainya.
    """
    tolak_baris(
        sampai < mulai, "sampai", "tanggal akhir mendahului tanggal awal", ("tanggal awal atau sesudahnya",)
    )
    return hari_kerja_antara(mulai, sampai, pekan, p)


SUSUNAN = Susunan(
    "tenggat",
    {
        "kewajiban": pilihan("kewajiban", KEWAJIBAN, wajib=True),
        "mulai": tanggal("mulai"),
        "sampai": tanggal("sampai"),
        "pekan": bilangan("pekan", PEKAN[0], PEKAN[-1], bawaan=PEKAN[0]),
        "jeda": bilangan("jeda", 0, LAMA_TERBANYAK, bawaan=0),
    },
    (lama_tenggat, jatuh_tempo, banyak_hari_kerja),
)
