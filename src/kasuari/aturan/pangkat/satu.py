"""Pintu satu orang untuk pertanyaan pangkat yang melintasi beberapa masa aturan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from ..buku import Buku
from ..galat import tolak
from ..masa_kerja import awal_bulan, indeks_bulan, tambah_tahun
from ..masukan import dari_hari
from ..rumus import hitung
from .bidang import GOLONGAN, IJAZAH, JENIS, PADANAN_IJAZAH
from .penilaian import SUSUNAN

TAHUN_TERAWAL = date(1970, 1, 1)  # masa dalam pangkatnya pasti sudah genap


def _satu(masukan: Mapping[str, Any], buku: Buku, besaran: str) -> int:
    return int(hitung(SUSUNAN, {k: [v] for k, v in masukan.items()}, buku, [besaran])[besaran][0])


def periode_sah(tmt: date, jenis: str, buku: Buku) -> bool:
    """Apakah TMT jatuh pada periode kenaikan pangkat menurut buku hari TMT itu. Galat: `MasukanTidakSah`."""
    if jenis.lower() not in JENIS:
        raise tolak("jenis", f"jenis kenaikan pangkat '{jenis}' tidak dikenal", JENIS)
    return bool(_satu({"tmt": tmt, "jenis_kp": jenis.lower()}, buku, "periode_tepat"))


def periode_berikut(hari: date, buku: Buku) -> date:
    """TMT periode kenaikan pangkat pertama pada atau sesudah satu hari, menurut buku itu."""
    masukan = {"tmt_pangkat": TAHUN_TERAWAL, "per_tanggal": hari}
    return dari_hari(_satu(masukan, buku, "tmt_reguler"))


def reguler_paling_awal(tmt_terakhir: date, diketahui: date = date.max) -> date:
    """TMT paling awal kenaikan pangkat reguler: genap masanya, lalu periode pertama yang sah.

    Periode dibaca dari buku hari TMT itu sendiri, sebab aturannya berganti tiga kali. Dasar: PP 99/2000 jo. PP
    12/2002; Peraturan BKN 4/2023 dan 4/2025.
    """
    masa = Buku.susun(tmt_terakhir, diketahui).nilai("kp_reguler_tahun")
    genap = tambah_tahun(tmt_terakhir, masa)
    bulan = indeks_bulan(genap) + (genap.day > 1)
    while not periode_sah(awal_bulan(bulan), "reguler", Buku.susun(awal_bulan(bulan), diketahui)):
        bulan += 1
    return awal_bulan(bulan)


def baca_ijazah(teks: str) -> str:
    """Ijazah baku (`IJAZAH`) dari tulisan lazim: 'D-III', 'SLTA / D-I', 'S-1/D-IV'. Galat: `MasukanTidakSah`."""
    # 'S-1/D-IV' dan 'SLTA / D-I' menyebut padanannya sendiri: cukup satu bagian yang dikenal
    bagian = [b.replace("-", "").replace(" ", "") for b in teks.upper().split("/")]
    kode = next((k for b in bagian if (k := IJAZAH.get(b, PADANAN_IJAZAH.get(b)))), None)
    if kode is None:
        raise tolak("ijazah", f"ijazah '{teks}' tidak dikenal", IJAZAH)
    return next(nama for nama, nomor in IJAZAH.items() if nomor == kode)


def penyesuaian_ijazah(ijazah: str, golongan: str, buku: Buku) -> tuple[str, int]:
    """(golongan baru, masa paling sedikit dalam pangkat terakhir, tahun). Dasar: PP 99/2000 jo. 12/2002 Pasal 18.

    Galat: `MasukanTidakSah` bila ijazah tidak dikenal atau golongan kini sudah setinggi itu.
    """
    masukan = {"ijazah": baca_ijazah(ijazah), "golongan": golongan}
    kolom = hitung(
        SUSUNAN,
        {k: [v] for k, v in masukan.items()},
        buku,
        ["golongan_ijazah", "syarat_ijazah_lebih_tinggi"],
    )
    baru = GOLONGAN[int(kolom["golongan_ijazah"][0])]
    if not kolom["syarat_ijazah_lebih_tinggi"][0]:
        raise tolak("golongan", f"{golongan} tidak di bawah {baru}", [f"golongan PNS di bawah {baru}"])
    return baru, buku.nilai("kp_ijazah_tahun")


def mkg_sesudah_pindah(golongan_lama: str, mkg: int, golongan_baru: str, buku: Buku) -> int:
    """MKG (bulan) sesudah kenaikan pangkat; lihat rumus `mkg_sesudah_naik`. Galat: `MasukanTidakSah`."""
    kode = {nama: nomor for nomor, nama in GOLONGAN.items()}
    for kolom, golongan in (("golongan_lama", golongan_lama), ("golongan_baru", golongan_baru)):
        if golongan not in kode:
            raise tolak(kolom, f"'{golongan}' bukan golongan PNS", kode)
    masukan = {
        "golongan": np.array([kode[golongan_lama]]),
        "golongan_baru": np.array([kode[golongan_baru]]),
        "mkg": np.array([mkg]),
    }
    return int(hitung(SUSUNAN, masukan, buku, ["mkg_sesudah_naik"])["mkg_sesudah_naik"][0])
