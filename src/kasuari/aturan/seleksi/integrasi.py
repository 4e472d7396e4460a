"""Nilai akhir: integrasi SKD dan SKB dengan pembulatan tiga tahap, seperti pengumuman resmi.

Tiga pembulatan HALF_UP tiga desimal masing-masing langkah sendiri; membulatkan sekali di akhir memberi angka
lain pada 315 dari 1.717 pelamar satu pengumuman. Dasar: PermenPANRB 6/2024.
"""

import numpy as np

from ..bulat import bagi_setengah_ke_atas
from ..masukan import Kolom, bilangan
from ..rumus import Pembaca, Susunan, rumus
from .skd import nilai_tertinggi_skd

SKALA = 1000  # tiga desimal
_DASAR = "PermenPANRB 6/2024"
_DARI_ATURAN = -1


def _pakai(kolom: Kolom, bawaan: int) -> Kolom:
    return np.where(kolom == _DARI_ATURAN, bawaan, kolom)


@rumus(satuan="nilai", skala=SKALA, berlaku="2021-01-01", dasar=_DASAR)
def skd_seratus(skd: Kolom, skd_maks: Kolom, *, p: Pembaca) -> Kolom:
    """Nilai SKD pada skala 100, dibulatkan tiga desimal (tahap pertama)."""
    p.catat("seleksi_skd_butir")
    maks = _pakai(skd_maks, nilai_tertinggi_skd(p.buku)["total"])
    return bagi_setengah_ke_atas(skd * (100 * SKALA), maks)


@rumus(satuan="nilai", skala=SKALA, berlaku="2021-01-01", dasar=_DASAR)
def skd_bagian(skd_seratus: Kolom, bobot_skd: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian SKD dalam nilai akhir, dibulatkan tiga desimal (tahap kedua)."""
    bobot = _pakai(bobot_skd, p.tabel("seleksi_bobot_integrasi")["skd"] * 100)
    return bagi_setengah_ke_atas(skd_seratus * bobot, np.full_like(skd_seratus, 100 * 100))


@rumus(satuan="nilai", skala=SKALA, berlaku="2021-01-01", dasar=_DASAR)
def skb_seratus(skb: Kolom, skb_maks: Kolom, *, p: Pembaca) -> Kolom:
    """Nilai SKB pada skala 100."""
    maks = _pakai(skb_maks, p.nilai("seleksi_skb_maks"))
    return bagi_setengah_ke_atas(skb * 100, maks)


@rumus(satuan="nilai", skala=SKALA, berlaku="2021-01-01", dasar=_DASAR)
def skb_bagian(skb_seratus: Kolom, bobot_skb: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian SKB dalam nilai akhir, dibulatkan tiga desimal (tahap ketiga)."""
    bobot = _pakai(bobot_skb, p.tabel("seleksi_bobot_integrasi")["skb"] * 100)
    return bagi_setengah_ke_atas(skb_seratus * bobot, np.full_like(skb_seratus, 100 * 100))


@rumus(satuan="nilai", skala=SKALA, berlaku="2021-01-01", dasar=_DASAR)
def nilai_akhir(skd_bagian: Kolom, skb_bagian: Kolom, *, p: Pembaca) -> Kolom:
    """Nilai akhir: bagian SKD ditambah bagian SKB."""
    return skd_bagian + skb_bagian


SUSUNAN = Susunan(
    "seleksi_integrasi",
    {
        "skd": bilangan("skd", 0, 10_000),
        "skb": bilangan("skb", 0, 10_000 * SKALA, skala=SKALA),
        "skd_maks": bilangan("skd_maks", 1, 10_000, bawaan=_DARI_ATURAN),
        "skb_maks": bilangan("skb_maks", 1, 10_000, bawaan=_DARI_ATURAN),
        "bobot_skd": bilangan("bobot_skd", 0, 100 * 100, bawaan=_DARI_ATURAN, skala=100),
        "bobot_skb": bilangan("bobot_skb", 0, 100 * 100, bawaan=_DARI_ATURAN, skala=100),
    },
    (skd_seratus, skd_bagian, skb_seratus, skb_bagian, nilai_akhir),
)
