"""Skema surat Plt. Kepala BKN 4190/2024, untuk pengukuran 2023 dan sesudahnya; PPPK ikut diukur.

Tabel surat itu tidak diketahui; poin disimpulkan dari hasil yang terbit. Sel yang tidak bersumber bertanda
'ingatan', sehingga hasilnya tampil sebagai perkiraan sampai BKPSDM memastikan.
"""

import numpy as np

from ..bulat import bagi_setengah_ke_atas, ke_skala
from ..masukan import Kolom
from ..rumus import Pembaca, Susunan, rumus
from .bersama import indeks, kategori
from .bidang import BIDANG_SURAT4190, HUKDIS, KESESUAIAN, PREDIKAT, SKALA

_BERLAKU = "2023-01-01"
_SURAT = "Surat Plt. Kepala BKN 4190/B-BM.02.01/SD/K/2024"


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_SURAT)
def kualifikasi(kualifikasi_vs_jabatan: Kolom, *, p: Pembaca) -> Kolom:
    """Kualifikasi: pendidikan dibanding syarat jabatan."""
    return p.petik("ip_asn_s4190_kualifikasi", KESESUAIAN, kualifikasi_vs_jabatan, skala=SKALA)


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_SURAT)
def komp_predikat(predikat: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian kompetensi dari predikat kinerja."""
    return p.petik("ip_asn_s4190_kompetensi_predikat", PREDIKAT, predikat, skala=SKALA)


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_SURAT, keyakinan="ingatan")
def komp_bangkom(bangkom_points: Kolom, bangkom_jp: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian kompetensi dari pengembangan.

    Poin yang diketahui, atau sebanding jam bila poin tidak ada. Sebanding jam dibulatkan
    HALF_UP ke dua desimal; keduanya dibatasi poin terbanyak.
    """
    maks = np.int64(ke_skala(p.nilai("ip_asn_s4190_bangkom_maks"), SKALA))
    jp_penuh = np.int64(p.nilai("ip_asn_s4190_bangkom_jp_penuh"))
    menurut_jam = bagi_setengah_ke_atas(maks * np.minimum(bangkom_jp, jp_penuh), jp_penuh)
    return np.where(bangkom_points >= 0, np.minimum(bangkom_points, maks), menurut_jam)


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_SURAT)
def kompetensi(komp_predikat: Kolom, komp_bangkom: Kolom, *, p: Pembaca) -> Kolom:
    """Kompetensi."""
    return komp_predikat + komp_bangkom


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_SURAT)
def kinerja(predikat: Kolom, *, p: Pembaca) -> Kolom:
    """Kinerja menurut predikat."""
    return p.petik("ip_asn_s4190_kinerja", PREDIKAT, predikat, skala=SKALA)


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_SURAT)
def disiplin(hukdis: Kolom, *, p: Pembaca) -> Kolom:
    """Disiplin menurut hukuman terberat dalam masa yang dihitung."""
    return p.petik("ip_asn_s4190_disiplin", HUKDIS, hukdis, skala=SKALA)


SUSUNAN = Susunan(
    "ip_asn_bkn_letter_4190_2024",
    BIDANG_SURAT4190,
    (kualifikasi, komp_predikat, komp_bangkom, kompetensi, kinerja, disiplin, indeks, kategori),
)
