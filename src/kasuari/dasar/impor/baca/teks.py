"""Membaca csv dialek apa pun: pengodean, pemisah, tanda kutip, dan akhir baris dikenali dari isinya."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ..galat import BerkasTidakTerbaca
from .arsip import SEL_TERBANYAK
from .tabel import Tabel

PEMISAH = (";", ",", "\t", "|")
CONTOH = 200  # baris yang dilihat untuk mengenali dialek
BARIS_DALAM_SEL = 40  # lebih dari ini dalam satu sel berarti tanda kutip yang tidak ditutup
FIELD_TERPANJANG = 131_072


def baca_teks(jalur: Path) -> Tabel:
    """Satu tabel. Galat: `BerkasTidakTerbaca`."""
    teks, pengodean = _urai_bita(jalur.name, jalur.read_bytes())
    teks = teks.replace("\r\n", "\n").replace("\r", "\n")
    awal = 0
    pemisah = _sep_excel(teks)
    if pemisah:
        teks, awal = teks.partition("\n")[2], 1
    pemisah = pemisah or _kenali_pemisah(teks)
    baris = _baris(jalur.name, teks, pemisah, awal)
    if not any(any(s.strip() for s in b) for _, b in baris):
        raise BerkasTidakTerbaca(
            f"Berkas '{jalur.name}' tidak memuat satu baris pun. Unggah berkas yang berisi."
        )
    tabel = Tabel.dari_baris(jalur.stem, baris)
    tabel.pengodean, tabel.pemisah = pengodean, pemisah
    return tabel


def _urai_bita(nama: str, bita: bytes) -> tuple[str, str]:
    if bita.startswith(b"\xef\xbb\xbf"):
        return bita[3:].decode("utf-8", "replace"), "utf-8-sig"
    if bita.startswith((b"\xff\xfe", b"\xfe\xff")):
        return bita.decode("utf-16", "replace"), "utf-16"
    contoh = bita[:4096]
    genap, ganjil = contoh[0::2].count(0), contoh[1::2].count(0)
    if max(genap, ganjil) > len(contoh) // 5 and min(genap, ganjil) * 10 < max(genap, ganjil):
        kode = "utf-16-le" if ganjil > genap else "utf-16-be"
        return bita.decode(kode, "replace"), kode
    if contoh.count(0) or _biner(contoh):
        raise BerkasTidakTerbaca(
            f"Berkas '{nama}' bukan tabel teks (isinya biner). Unggah berkas xlsx, xls, atau csv yang asli."
        )
    try:
        return bita.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if any(0x80 <= b <= 0x9F for b in set(bita)):
        try:
            return bita.decode("cp1252"), "cp1252"
        except UnicodeDecodeError:
            pass
    return bita.decode("latin-1"), "latin-1"


def _biner(contoh: bytes) -> bool:
    aneh = sum(b < 9 or 13 < b < 27 or 27 < b < 32 for b in contoh)
    return aneh * 10 > len(contoh)


def _sep_excel(teks: str) -> str | None:
    """Petunjuk Excel `sep=;` pada baris pertama."""
    pertama = teks.partition("\n")[0].strip().strip('"')
    return pertama[4:] if pertama.lower().startswith("sep=") and pertama[4:] in PEMISAH else None


def _kenali_pemisah(teks: str) -> str:
    """Pemisah yang membuat paling banyak baris sama lebar; banyak kolom menjadi pemutus."""
    contoh = "\n".join(teks.split("\n", CONTOH)[:CONTOH])

    def nilai(pemisah: str) -> tuple[int, int]:
        lebar = Counter(len(b) for b in _csv(contoh, pemisah) if any(s.strip() for s in b) or len(b) > 1)
        del lebar[1]
        return max(((n * k, k) for k, n in lebar.items()), default=(0, 0))

    return max(PEMISAH, key=nilai)


def _csv(teks: str, pemisah: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(teks), delimiter=pemisah)
    except csv.Error:
        return


def _baris(nama: str, teks: str, pemisah: str, awal: int) -> list[tuple[int, list[str]]]:
    """(nomor baris fisik tempat rekaman mulai, sel). Kutip yang rusak dibaca tanpa arti kutip."""
    hasil: list[tuple[int, list[str]]] = []
    pembaca = csv.reader(io.StringIO(teks), delimiter=pemisah)
    luas, sebelum = 0, 0
    try:
        for sel in pembaca:
            if any(s.count("\n") > BARIS_DALAM_SEL for s in sel):
                return _tanpa_kutip(nama, teks, pemisah, awal)
            hasil.append((awal + sebelum + 1, sel))
            sebelum = pembaca.line_num
            luas = _jatah(nama, luas, sel)
    except csv.Error:
        return _tanpa_kutip(nama, teks, pemisah, awal)
    return hasil


def _tanpa_kutip(nama: str, teks: str, pemisah: str, awal: int) -> list[tuple[int, list[str]]]:
    hasil: list[tuple[int, list[str]]] = []
    luas = 0
    for nomor, garis in enumerate(teks.split("\n"), awal + 1):
        if len(garis) > FIELD_TERPANJANG * 8:
            raise BerkasTidakTerbaca(
                f"Baris {nomor} berkas '{nama}' panjangnya {len(garis)} huruf; ini bukan tabel csv. "
                "Simpan ulang dari Excel sebagai CSV atau xlsx, lalu unggah lagi."
            )
        sel = [s.strip().strip('"') for s in garis.split(pemisah)]
        luas = _jatah(nama, luas, sel)
        hasil.append((nomor, sel))
    return hasil


def _jatah(nama: str, luas: int, sel: list[str]) -> int:
    luas += max(1, len(sel))
    if luas > SEL_TERBANYAK:
        raise BerkasTidakTerbaca(
            f"Berkas '{nama}' memuat lebih dari {SEL_TERBANYAK:,} sel. Pecah menurut unit, lalu unggah satu per satu.".replace(
                ",", ".", 1
            )
        )
    return luas
