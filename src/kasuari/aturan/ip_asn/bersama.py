"""Rumus yang sama pada semua skema: jumlah dan kategori."""

import numpy as np

from ..bulat import ke_skala
from ..masukan import Kolom, bilangan
from ..rumus import Pembaca, Susunan, rumus
from .bidang import DIMENSI, KATEGORI, SKALA

_LABEL = {kode: nama for nama, kode in KATEGORI.items()}


@rumus(satuan="poin", skala=SKALA, berlaku="2019-01-01", dasar="PermenPANRB 38/2018; Peraturan BKN 8/2019")
def indeks(kualifikasi: Kolom, kompetensi: Kolom, kinerja: Kolom, disiplin: Kolom, *, p: Pembaca) -> Kolom:
    """Indeks profesionalitas: jumlah empat dimensi.

    Poin pada skala 100, 0 sampai 10000.
    """
    return kualifikasi + kompetensi + kinerja + disiplin


@rumus(satuan="kategori", label=_LABEL, berlaku="2019-01-01", dasar="Peraturan BKN 8/2019")
def kategori(indeks: Kolom, *, p: Pembaca) -> Kolom:
    """Kategori indeks.

    Kode KATEGORI; batasnya 'di atas', sehingga tepat 80 masih Sedang.
    """
    batas = p.tabel("ip_asn_kategori")
    hasil = np.zeros(len(indeks), dtype=np.int64)
    for nama, di_atas in sorted(batas.items(), key=lambda b: int(b[1])):
        hasil[indeks > ke_skala(di_atas, SKALA)] = KATEGORI[nama]
    return hasil


SUSUNAN_JUMLAH = Susunan(
    "ip_asn_jumlah",
    {d: bilangan(d, 0, 100 * SKALA, skala=SKALA) for d in DIMENSI},
    (indeks, kategori),
)
SUSUNAN_KATEGORI = Susunan(
    "ip_asn_kategori", {"indeks": bilangan("indeks", 0, 100 * SKALA, skala=SKALA)}, (kategori,)
)
