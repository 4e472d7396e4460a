"""Berkas kecil yang sungguhan, bagi uji unggahan: satu halaman PDF, satu titik PNG, dan satu JPEG terkecil."""

import io
import struct
import zlib
from functools import lru_cache

from pypdf import PdfWriter


@lru_cache(maxsize=256)
def pdf(judul: str = "uji") -> bytes:
    """Satu halaman kosong; judul yang berbeda memberi isi yang berbeda."""
    isi, tulis = io.BytesIO(), PdfWriter()
    tulis.add_blank_page(595, 842)
    tulis.add_metadata({"/Title": judul})
    tulis.write(isi)
    return isi.getvalue()


def _potongan(nama: bytes, isi: bytes) -> bytes:
    return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))


def png(catatan: bytes = b"") -> bytes:
    kepala = _potongan(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    isi = _potongan(b"IDAT", zlib.compress(b"\x00\x00"))
    return (
        b"\x89PNG\r\n\x1a\n"
        + kepala
        + _potongan(b"tEXt", b"Comment\x00" + catatan)
        + isi
        + _potongan(b"IEND", b"")
    )


def jpeg() -> bytes:
    """Kerangka JPEG satu titik: bingkai, awal gambar, dan penutupnya."""
    bingkai = b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
    return b"\xff\xd8" + bingkai + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x7f" + b"\xff\xd9"
