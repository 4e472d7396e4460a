"""Pola nomor surat satu seri menjadi nomor lengkap. Polanya ditetapkan daerah (parameter `surat_pola_nomor`).

Sumber: Permendagri 83/2022 tentang kode klasifikasi arsip; susunan pola selebihnya keputusan rancangan.
"""

from datetime import date

from .buku import Buku
from .galat import ParameterRusak

SATUAN_POLA = "pola"
PENCATAT = "pencatat"  # nomornya diberi kantor pencatat (Bagian Hukum, Bagian Umum, Srikandi)
_ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class _Nomor(int):
    """Nomor yang menulis huruf sisipannya sesudah bentuk apa pun: `{nomor:03d}` menjadi '012.a'."""

    sisip = ""

    def __format__(self, bentuk: str) -> str:
        return int.__format__(self, bentuk) + (f".{self.sisip}" if self.sisip else "")


def tulis_nomor(pola: str, nomor: int, tanggal: date, sisip: str = "") -> str:
    """Nomor lengkap; kosong bila polanya `pencatat`. `sisip`: huruf sisipan, '12.a'.

    Isian pola: `{nomor}` (boleh `{nomor:03d}`), `{tahun}`, `{bulan}` (romawi). Galat: `ParameterRusak` bila polanya
    memakai isian lain, tidak memuat `{nomor}`, atau tidak memuat `{tahun}`: nomor mulai lagi tiap tahun.
    """
    if pola == PENCATAT:
        return ""
    ke = _Nomor(nomor)
    ke.sisip = sisip
    try:
        hasil = pola.format(nomor=ke, tahun=tanggal.year, bulan=_ROMAWI[tanggal.month - 1])
    except (KeyError, IndexError, ValueError, AttributeError) as galat:
        raise ParameterRusak(
            f"Pola nomor “{pola}” tidak dapat dibaca. Yang dikenal: {{nomor}}, {{nomor:03d}}, {{tahun}}, {{bulan}}."
        ) from galat
    if "{nomor" not in pola or "{tahun" not in pola:
        raise ParameterRusak(f"Pola nomor “{pola}” harus memuat {{nomor}} dan {{tahun}}.")
    return hasil


def periksa_pola(kode: str, buku: Buku) -> None:
    """Semua pola di tabel `kode` dapat menulis nomor. Galat: `ParameterRusak` menyebut polanya."""
    for pola in buku.tabel(kode).values():
        tulis_nomor(str(pola), 1, date(2024, 1, 1))
