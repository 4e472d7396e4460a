"""Dari masukan beku ke hasil: murni, dipakai saat menghitung dan saat mengulang."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from kasuari.aturan import ip_asn
from kasuari.aturan.buku import Buku
from kasuari.aturan.rumus import Langkah

KOLOM_HASIL = ("kualifikasi", "kompetensi", "kinerja", "disiplin", "indeks", "kategori")
Hasil = dict[str, list[Any]]


def kolom(masukan: Sequence[dict[str, Any]], skema: str) -> dict[str, Any]:
    """Kolom NumPy menurut bidang skema; bidang yang tidak kita punya dibiarkan kosong."""
    bidang = ip_asn.susunan(skema).bidang
    return {
        k: np.array([b[k] for b in masukan], dtype=np.int64) for k in bidang if masukan and k in masukan[0]
    }


def hitung(masukan: Sequence[dict[str, Any]], buku: Buku, skema: str) -> Hasil:
    """Kolom hasil (skala 100) dan peluang naik terbesar tiap orang, urut seperti masukan."""
    if not masukan:
        return {k: [] for k in ("pegawai", *KOLOM_HASIL, "naik", "naik_apa")}
    isi = kolom(masukan, skema)
    hasil = ip_asn.hitung_ip(isi, buku, skema)
    peluang = ip_asn.peluang_naik(isi, buku, skema)
    semua = peluang.pop("semua")
    nama = list(peluang)
    tumpuk = np.stack([peluang[n] for n in nama])
    terbaik = tumpuk.argmax(axis=0)
    return {
        "pegawai": [b["pegawai"] for b in masukan],
        **{k: hasil[k].tolist() for k in KOLOM_HASIL},
        "naik": semua.tolist(),
        "naik_apa": [nama[i] if tumpuk[i, n] > 0 else "" for n, i in enumerate(terbaik)],
    }


def jelaskan(baris: dict[str, Any], buku: Buku, skema: str) -> list[Langkah]:
    """Langkah satu orang sampai kategori, dengan pasal dan keyakinan tiap langkah."""
    bidang = ip_asn.susunan(skema).bidang
    return ip_asn.jelaskan_ip(
        {k: bidang[k].tampil(baris[k]) if baris[k] else None for k in bidang if k in baris}, buku, skema
    )
