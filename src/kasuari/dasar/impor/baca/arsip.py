"""Memeriksa arsip xlsx sebelum dibaca: bom zip, bersandi, rusak, atau lembar yang luasnya mustahil.

Ukuran yang tertulis di direktori zip dapat berbohong, maka setiap isi dikembangkan sedikit demi sedikit dan
dihitung sendiri. Pembaca lembar kerja menyimpan lembar sebagai kisi penuh: dua sel di pojok berseberangan
sudah cukup untuk menghabiskan memori, karena itu luas kisi juga dihitung lebih dulu.
"""

import re
import zipfile
import zlib
from pathlib import Path

from ..galat import BerkasTidakTerbaca
from .jenis import MB

ISI_TERBANYAK = 2_000  # bagian arsip
KEMBANG_TERBESAR = 200 * MB
NISBAH_TERBESAR = 200  # kembang : mampat, sesudah 1 MB pertama
SEL_TERBANYAK = 6_000_000  # luas kisi: baris x kolom
BAGIAN = 256 * 1024

_RUJUKAN = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']""")
_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml$", re.I)
_GAMBAR = re.compile(r"\.(png|jpe?g|gif|bmp|emf|wmf|bin|tiff?)$", re.I)


def periksa_arsip(jalur: Path) -> None:
    """Diam bila aman. Galat: `BerkasTidakTerbaca`. Memori: sebesar satu bagian (256 kB)."""
    try:
        with zipfile.ZipFile(jalur) as arsip:
            _periksa(jalur.name, arsip)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        OverflowError,
    ) as sebab:
        raise BerkasTidakTerbaca(
            f"Berkas '{jalur.name}' rusak atau tidak utuh. Buka di Excel, simpan ulang, lalu unggah lagi."
        ) from sebab


def _periksa(nama: str, arsip: zipfile.ZipFile) -> None:
    daftar = arsip.infolist()
    if any(i.flag_bits & 1 for i in daftar):
        raise BerkasTidakTerbaca(
            f"Berkas '{nama}' dikunci kata sandi. Hapus kata sandinya, simpan, unggah lagi."
        )
    isi = {i.filename for i in daftar}
    if not any(i.lower().startswith("xl/workbook.") for i in isi):
        raise BerkasTidakTerbaca(
            f"Berkas '{nama}' adalah arsip atau dokumen lain, bukan lembar kerja xlsx. "
            "Unggah berkas xlsx, xls, atau csv itu sendiri, tidak di dalam zip."
        )
    if len(daftar) > ISI_TERBANYAK or len(isi) != len(daftar):
        raise BerkasTidakTerbaca(_bom(nama))
    if sum(i.file_size for i in daftar) > KEMBANG_TERBESAR:
        raise BerkasTidakTerbaca(_bom(nama))
    sisa = KEMBANG_TERBESAR
    for bagian in daftar:
        sisa = _kembangkan(nama, arsip, bagian, sisa)


def _kembangkan(nama: str, arsip: zipfile.ZipFile, bagian: zipfile.ZipInfo, sisa: int) -> int:
    """Kembangkan satu bagian tanpa menyimpannya; kembalikan jatah yang tersisa."""
    kisi = _Kisi() if _LEMBAR.search(bagian.filename) else None
    luas, ekor, sudah = True, b"", 0
    with arsip.open(bagian) as aliran:
        while potong := aliran.read(BAGIAN):
            sudah += len(potong)
            if (
                sudah == len(potong)
                and potong.startswith(b"PK\x03\x04")
                and not _GAMBAR.search(bagian.filename)
            ):
                raise BerkasTidakTerbaca(_bom(nama))  # arsip di dalam arsip tidak ada gunanya di xlsx
            nisbah = sudah / max(1, bagian.compress_size)
            if sudah > sisa or (sudah > MB and nisbah > NISBAH_TERBESAR):
                raise BerkasTidakTerbaca(_bom(nama))
            if kisi is not None:
                kisi.lihat(ekor + potong)
                ekor = potong[-32:]
                luas = kisi.luas <= SEL_TERBANYAK
            if not luas:
                raise BerkasTidakTerbaca(
                    f"Berkas '{nama}' memuat lembar seluas {kisi.baris} baris x {kisi.kolom} kolom. "  # type: ignore[union-attr]
                    "Hapus baris dan kolom kosong yang diformat di luar tabel, simpan, lalu unggah lagi."
                )
    return sisa - sudah


class _Kisi:
    """Sel terjauh yang disebut sebuah lembar."""

    def __init__(self) -> None:
        self.baris = self.kolom = 0

    @property
    def luas(self) -> int:
        return self.baris * self.kolom

    def lihat(self, xml: bytes) -> None:
        temu = _RUJUKAN.findall(xml)
        if not temu:
            return
        self.baris = max(self.baris, max(int(b) for _, b in temu))
        self.kolom = max(self.kolom, max(_nomor_kolom(k) for k in {k for k, _ in temu}))


def _nomor_kolom(huruf: bytes) -> int:
    nomor = 0
    for h in huruf.upper():
        nomor = nomor * 26 + h - 64
    return nomor


def _bom(nama: str) -> str:
    return (
        f"Berkas '{nama}' mengembang terlalu besar saat dibuka (lebih dari {KEMBANG_TERBESAR // MB} MB atau "
        "berlapis). Demi keamanan berkas ditolak: salin tabelnya saja ke berkas baru, lalu unggah lagi."
    )
