"""Memeriksa arsip xlsx sebelum dibaca: bom zip, bersandi, rusak, atau lembar yang luasnya mustahil.

Ukuran yang tertulis di direktori zip dapat berbohong, maka setiap isi dikembangkan sedikit demi sedikit dan
dihitung sendiri. Pembaca lembar kerja menyimpan lembar sebagai kisi penuh: dua sel di pojok berseberangan
sudah cukup untuk menghabiskan memori, karena itu luas kisi juga dihitung lebih dulu.
"""

import re
import zipfile
import zlib
from array import array
from collections.abc import Iterator
from pathlib import Path

from ..galat import BerkasTidakTerbaca
from .jenis import MB

ISI_TERBANYAK = 2_000  # bagian arsip
KEMBANG_TERBESAR = 200 * MB
NISBAH_TERBESAR = 200  # kembang : mampat, sesudah 1 MB pertama
SEL_TERBANYAK = 6_000_000  # luas kisi: baris x kolom
TEKS_TERBANYAK = 500 * MB  # huruf yang lahir saat teks bersama disalin ke sel-selnya
BAGIAN = 256 * 1024
EKOR = 32  # sisa potongan sebelumnya, supaya rujukan sel yang terpotong tetap terlihat

_RUJUKAN = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']""")
_NILAI_TEKS = re.compile(rb"""\st\s*=\s*["']s["'][^>]*>\s*<[^>]*>\s*(\d+)""")
_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml$", re.I)
_RUJUK_TEKS = re.compile(rb"""\st\s*=\s*["']s["']""")


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
        raise _bom(nama)
    if sum(i.file_size for i in daftar) > KEMBANG_TERBESAR:
        raise _bom(nama)
    sisa, teks = KEMBANG_TERBESAR, TeksBersama()
    for bagian in daftar:
        kisi = Kisi() if _LEMBAR.search(bagian.filename) else None
        for potong in _kembangkan(nama, arsip, bagian, sisa):
            sisa -= len(potong)
            if kisi is not None:
                kisi.lihat(potong)
                teks.lihat_lembar(potong)
                if kisi.luas > SEL_TERBANYAK:
                    raise _luas(nama, kisi)
            elif bagian.filename.lower() == "xl/sharedstrings.xml":
                teks.lihat_daftar(potong)
    if teks.terbanyak > TEKS_TERBANYAK and _teks_tepat(arsip) > TEKS_TERBANYAK:
        raise _bom(nama)


def _kembangkan(nama: str, arsip: zipfile.ZipFile, bagian: zipfile.ZipInfo, sisa: int) -> Iterator[bytes]:
    """Kembangkan satu bagian sepotong demi sepotong tanpa menyimpannya."""
    sudah = 0
    with arsip.open(bagian) as aliran:
        while potong := aliran.read(BAGIAN):
            if not sudah and potong.startswith(b"PK\x03\x04"):
                raise _bom(nama)  # arsip di dalam arsip tidak ada gunanya di daftar pegawai
            sudah += len(potong)
            if sudah > sisa or (sudah > MB and sudah > NISBAH_TERBESAR * max(1, bagian.compress_size)):
                raise _bom(nama)
            yield potong


def _teks_tepat(arsip: zipfile.ZipFile) -> int:
    """Jumlah huruf sesungguhnya bila setiap rujukan disalin; dihitung hanya bila batas kasar terlampaui."""
    panjang = array("L")
    kini = 0
    with arsip.open(next(i for i in arsip.namelist() if i.lower() == "xl/sharedstrings.xml")) as aliran:
        while potong := aliran.read(BAGIAN):
            awal, *lain = potong.split(b"</si>")
            kini += len(awal)
            for bagian in lain:
                panjang.append(kini)
                kini = len(bagian)
    jumlah = 0
    for nama in filter(_LEMBAR.search, arsip.namelist()):
        ekor = b""
        with arsip.open(nama) as aliran:
            while potong := aliran.read(BAGIAN):
                # potong di akhir sel, supaya tidak ada rujukan yang terhitung dua kali atau terlewat
                utuh, tanda, ekor = (ekor + potong).rpartition(b"</c>")
                nomor = (int(n) for n in _NILAI_TEKS.findall(utuh + tanda))
                jumlah += sum(panjang[n] for n in nomor if n < len(panjang))
    return jumlah


class Kisi:
    """Sel terjauh yang disebut sebuah lembar."""

    def __init__(self) -> None:
        self.baris = self.kolom = 0
        self._ekor = b""

    @property
    def luas(self) -> int:
        return self.baris * self.kolom

    def lihat(self, potong: bytes) -> None:
        temu = _RUJUKAN.findall(self._ekor + potong)
        self._ekor = potong[-EKOR:]
        if temu:
            self.baris = max(self.baris, max(int(b) for _, b in temu))
            self.kolom = max(self.kolom, max(_nomor_kolom(k) for k in {k for k, _ in temu}))


class TeksBersama:
    """Batas atas teks yang lahir bila setiap sel merujuk teks bersama yang terpanjang.

    Teks bersama disimpan sekali di berkas tetapi disalin ke setiap sel yang merujuknya.
    """

    def __init__(self) -> None:
        self.sel = self.terpanjang = self._kini = 0

    @property
    def terbanyak(self) -> int:
        return self.sel * max(self.terpanjang, self._kini)

    def lihat_lembar(self, potong: bytes) -> None:
        self.sel += len(_RUJUK_TEKS.findall(potong))

    def lihat_daftar(self, potong: bytes) -> None:
        awal, *lain = potong.split(b"</si>")
        self._kini += len(awal)
        for bagian in lain:
            self.terpanjang = max(self.terpanjang, self._kini)
            self._kini = len(bagian)


def _nomor_kolom(huruf: bytes) -> int:
    nomor = 0
    for h in huruf.upper():
        nomor = nomor * 26 + h - 64
    return nomor


def _bom(nama: str) -> BerkasTidakTerbaca:
    return BerkasTidakTerbaca(
        f"Berkas '{nama}' mengembang terlalu besar saat dibuka (lebih dari {KEMBANG_TERBESAR // MB} MB atau "
        "berlapis). Demi keamanan berkas ditolak: salin tabelnya saja ke berkas baru, lalu unggah lagi."
    )


def _luas(nama: str, kisi: Kisi) -> BerkasTidakTerbaca:
    return BerkasTidakTerbaca(
        f"Berkas '{nama}' memuat lembar seluas {kisi.baris} baris x {kisi.kolom} kolom. "
        "Hapus baris dan kolom kosong yang diformat di luar tabel, simpan, lalu unggah lagi."
    )
