"""Mengenali jenis berkas dari isinya, bukan dari namanya, dan menolak yang bukan tabel."""

from pathlib import Path

from ..galat import BerkasTidakTerbaca

LEMBAR_XLSX, LEMBAR_XLS, TEKS = "xlsx", "xls", "csv"
MB = 1024 * 1024
UKURAN_TERBESAR = 100 * MB  # batas mesin, bukan hukum: 48.000 pegawai dengan 60 kolom di bawah 30 MB

TEKS_TERBESAR = 20 * MB  # teks dibuka seluruhnya di memori, sekitar tiga puluh kali ukurannya

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ASING = (
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"GIF8", "gambar GIF"),
    (b"BM", "gambar BMP"),
    (b"RIFF", "gambar atau rekaman"),
    (b"%PDF", "PDF"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"#!", "program"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
    (b"{\\rtf", "dokumen RTF"),
)
_HTML = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<head", b"<style", b"<div")
_SIMPAN = "Buka di Excel atau LibreOffice, lalu Simpan Sebagai .xlsx dan unggah lagi."


def kenali(jalur: Path) -> str:
    """`xlsx`, `xls`, atau `csv`. Galat: `BerkasTidakTerbaca`; paling banyak 1 MB dibaca."""
    try:
        ukuran = jalur.stat().st_size
        if not jalur.is_file():
            raise BerkasTidakTerbaca(
                f"'{jalur.name}' bukan berkas. Sebutkan satu berkas xlsx, xls, atau csv."
            )
        if ukuran > UKURAN_TERBESAR:
            raise BerkasTidakTerbaca(
                f"Berkas '{jalur.name}' {ukuran // MB} MB, terlalu besar. Paling besar "
                f"{UKURAN_TERBESAR // MB} MB: hapus gambar dan lembar yang tidak perlu, atau pecah menurut unit."
            )
        with jalur.open("rb") as aliran:
            awal = aliran.read(MB)
    except OSError as sebab:
        raise BerkasTidakTerbaca(
            f"Berkas '{jalur.name}' tidak dapat dibuka. Periksa letak dan hak baca berkas."
        ) from sebab
    if not awal.strip(b"\x00 \r\n\t;,|"):
        raise BerkasTidakTerbaca(
            f"Berkas '{jalur.name}' kosong: tidak ada satu baris pun. Unggah berkas yang berisi."
        )
    if awal.startswith(b"PK"):
        return LEMBAR_XLSX
    if awal.startswith(_OLE):
        return _ole(jalur)
    if ukuran > TEKS_TERBESAR:
        raise BerkasTidakTerbaca(
            f"Berkas teks '{jalur.name}' {ukuran // MB} MB, terlalu besar. Paling besar {TEKS_TERBESAR // MB} MB: "
            "simpan sebagai xlsx, atau pecah menurut unit."
        )
    return _teks(jalur.name, awal)


def _teks(nama: str, awal: bytes) -> str:
    for tanda, apa in _ASING:
        if awal.startswith(tanda) and not (tanda == b"BM" and b"\x00" not in awal[:64]):
            raise BerkasTidakTerbaca(
                f"Berkas '{nama}' sebenarnya {apa}, bukan tabel. Unggah berkas xlsx, xls, atau csv."
            )
    kepala = awal[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if kepala.startswith(_HTML):
        raise BerkasTidakTerbaca(
            f"Berkas '{nama}' sebenarnya halaman web (HTML/XML), bukan lembar kerja. {_SIMPAN}"
        )
    return TEKS


def _ole(jalur: Path) -> str:
    """Wadah OLE: nama aliran di dalamnya tertulis UTF-16 dan membedakan xls, xlsx bersandi, dan Word."""
    isi = jalur.read_bytes()

    def memuat(nama: str) -> bool:
        return nama.encode("utf-16-le") in isi

    if memuat("EncryptedPackage"):
        raise BerkasTidakTerbaca(
            f"Berkas '{jalur.name}' dikunci kata sandi. Buka di Excel, hapus kata sandinya, simpan, unggah lagi."
        )
    if not (memuat("Workbook") or memuat("Book")):
        raise BerkasTidakTerbaca(f"Berkas '{jalur.name}' bukan lembar kerja Excel. {_SIMPAN}")
    return LEMBAR_XLS
