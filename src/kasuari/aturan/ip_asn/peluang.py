"""Apa yang paling menaikkan indeks: tambahan poin bila satu hal dikerjakan, untuk setiap orang.

Dihitung dengan rumus yang sama atas masukan yang diandaikan, jadi selalu sejalan dengan skemanya.
"""

from collections.abc import Mapping

import numpy as np

from ..buku import Buku
from ..bulat import ke_skala
from ..masukan import Kolom, baca_semua
from ..rumus import hitung
from .bidang import BELUM_ADA, DIMENSI, SKALA
from .skema import PERBAN8, susunan


def perubahan(buku: Buku, skema: str) -> dict[str, dict[str, int]]:
    """Perbuatan yang diandaikan -> kolom masukan yang diubahnya menjadi sekurang-kurangnya nilai itu."""
    if skema == PERBAN8:
        return {
            "diklat_teknis": {"diklat_teknis_jp": buku.nilai("ip_asn_p8_jp_penuh")},
            "seminar": {"seminar": 1},
            "diklat_kepemimpinan": {"diklat_pim": 1},
            "diklat_fungsional": {"diklat_fungsional": 1},
        }
    return {"pengembangan_kompetensi": {"bangkom_jp": buku.nilai("ip_asn_s4190_bangkom_jp_penuh")}}


def peluang_naik(masukan: Mapping[str, Kolom], buku: Buku, skema: str) -> dict[str, Kolom]:
    """Tambahan poin (skala 100) tiap perbuatan dan `semua` (bila semuanya dikerjakan), per orang.

    Masukan sama dengan `hitung_ip`. Nol berarti sudah dikerjakan atau tidak ada untuk jabatannya.
    """
    s = susunan(skema)
    kini = baca_semua(s.bidang, masukan)
    dasar = hitung(s, kini, buku, ["indeks"])["indeks"]
    ubah = perubahan(buku, skema)
    ubah["semua"] = {kolom: nilai for isi in ubah.values() for kolom, nilai in isi.items()}
    return {
        nama: hitung(s, _andaikan(kini, isi, buku), buku, ["indeks"])["indeks"] - dasar
        for nama, isi in ubah.items()
    }


def _andaikan(kini: Mapping[str, Kolom], isi: Mapping[str, int], buku: Buku) -> dict[str, Kolom]:
    baru = dict(kini)
    for kolom, nilai in isi.items():
        baru[kolom] = np.maximum(kini[kolom], nilai)
    if "bangkom_jp" in isi:  # jam penuh berarti poin penuh, juga bagi yang poinnya datang dari luar
        penuh = ke_skala(buku.nilai("ip_asn_s4190_bangkom_maks"), SKALA)
        poin = kini["bangkom_points"]
        baru["bangkom_points"] = np.where(poin == BELUM_ADA, poin, np.maximum(poin, penuh))
    return baru


def sisa_dimensi(hasil: Mapping[str, Kolom], buku: Buku) -> dict[str, Kolom]:
    """Poin terbanyak dikurangi poin kini, tiap dimensi (skala 100): seberapa jauh dari penuh."""
    maks = buku.tabel("ip_asn_maks")
    return {d: ke_skala(maks[d], SKALA) - hasil[d] for d in DIMENSI}
