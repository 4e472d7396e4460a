"""Foto bukti yang dibaca umum: gambarnya saja, tanpa tempat, saat, dan nama HP yang memotret."""

import io
from typing import BinaryIO

from PIL import Image, ImageOps, UnidentifiedImageError

JENIS = ("JPEG", "PNG")


def tanpa_jejak(berkas: BinaryIO) -> BinaryIO:
    """Gambar ditulis ulang tanpa metadatanya (EXIF, GPS) sesudah diputar tegak; yang bukan gambar kembali apa adanya."""
    try:
        gambar = Image.open(berkas, formats=JENIS)
        tegak = ImageOps.exif_transpose(gambar)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        berkas.seek(0)
        return berkas
    keluar = io.BytesIO()
    bersih = Image.new(tegak.mode, tegak.size)
    bersih.paste(tegak)
    bersih.save(keluar, gambar.format)
    keluar.seek(0)
    keluar.name = getattr(berkas, "name", "") or "bukti"
    return keluar
