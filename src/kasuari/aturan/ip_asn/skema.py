"""Memilih skema dan menghitung indeks untuk kolom orang."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from ..buku import Buku, Timpa
from ..galat import tolak
from ..masukan import Kolom
from ..parameter import semua
from ..rumus import Langkah, Susunan, hitung, jelaskan
from . import perban8, surat4190

PERBAN8, SURAT4190 = "perban8_2019", "bkn_letter_4190_2024"
SKEMA: Mapping[str, Susunan] = MappingProxyType({PERBAN8: perban8.SUSUNAN, SURAT4190: surat4190.SUSUNAN})
HASIL = ("kualifikasi", "kompetensi", "kinerja", "disiplin", "indeks", "kategori")


def susunan(skema: str) -> Susunan:
    """Susunan rumus sebuah skema. Galat: `MasukanTidakSah` menyebut skema yang ada."""
    if skema not in SKEMA:
        raise tolak("scheme", f"skema '{skema}' tidak dikenal", SKEMA)
    return SKEMA[skema]


def buku_pengukuran(tahun: int, diketahui: date | None = None, timpa: Iterable[Timpa] = ()) -> Buku:
    """Buku untuk tahun pengukuran: aturan pada 31 Desember tahun itu.

    Tanpa `diketahui` dipakai semua aturan yang kini diketahui; aturan tahun 2023 memang terbit sesudahnya.
    """
    return Buku.susun(date(tahun, 12, 31), diketahui or date.max, timpa)


def skema_tahun(buku: Buku) -> str:
    """Skema yang mengikat menurut buku (parameter bertanggal `ip_asn_skema`)."""
    return str(buku.nilai("ip_asn_skema"))


def tahun_pertama() -> int:
    """Tahun pengukuran terawal yang skemanya dikenal."""
    return semua()["ip_asn_skema"].versi[0].berlaku.year


def hitung_ip(masukan: Mapping[str, Any], buku: Buku, skema: str | None = None) -> dict[str, Kolom]:
    """Empat dimensi dan `indeks` (poin, skala 100) serta `kategori` (kode KATEGORI), kolom int64.

    `masukan` = kolom menurut `SKEMA[skema].bidang`; kolom yang tidak disebut dianggap tidak ada datanya.
    Galat: `MasukanTidakSah` dengan baris, kolom, dan nilai yang boleh; tidak ada yang dihitung sebagian.
    """
    return hitung(susunan(skema or skema_tahun(buku)), masukan, buku, HASIL)


def jelaskan_ip(masukan_satu: Mapping[str, Any], buku: Buku, skema: str | None = None) -> list[Langkah]:
    """Jejak satu orang sampai kategori; keyakinan tiap langkah menurut sel yang dipakai."""
    return jelaskan(susunan(skema or skema_tahun(buku)), masukan_satu, buku, HASIL)


def fungsional_otomatis(nama_jabatan: str, buku: Buku) -> bool:
    """Apakah diklat fungsional dianggap sudah untuk jabatan itu (praktik, dapat diubah daerah)."""
    return nama_jabatan.strip().lower().startswith(tuple(buku.nilai("ip_asn_p8_fungsional_otomatis")))
