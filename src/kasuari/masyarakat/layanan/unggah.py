"""Unggahan warga: jenis dari isinya, lalu benar-benar dibuka, supaya foto rusak diketahui pemohon hari itu juga."""

import io
from typing import Any

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from kasuari.dasar.dokumen.jenis import kenali
from kasuari.dasar.dokumen.models import Lampiran
from kasuari.dasar.dokumen.service import UKURAN_MAKS, terima
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku

BOLEH = ("pdf", "jpeg", "png")
PIKSEL_TERBANYAK = 60_000_000  # kamera HP terbesar 50 MP; di atasnya bom pengembang


def simpan(pelaku: Pelaku, berkas: Any, kolom: str) -> Lampiran:
    """Menyimpan satu unggahan di dalam transaksi pemanggil. Galat: `MasukanSalah` pada `kolom`, satu sebab satu kalimat."""
    if berkas.size > UKURAN_MAKS:
        mb = berkas.size / 1024 / 1024
        raise MasukanSalah(
            _("Berkas ini %(n)d MB, paling besar 20 MB. Foto lagi dengan ukuran lebih kecil.") % {"n": round(mb)}, kolom
        )  # fmt: skip
    isi = berkas.read()
    berkas.seek(0)
    if not isi:
        raise MasukanSalah(_("Berkas kosong. Pilih berkas yang berisi."), kolom)
    jenis = kenali(isi[:4096], berkas.name)
    if jenis not in BOLEH:
        raise MasukanSalah(
            _("Berkas ini bukan foto atau PDF, walaupun namanya mungkin begitu. Unggah foto (JPG, PNG) atau PDF."), kolom
        )  # fmt: skip
    if not (_pdf_terbuka(isi) if jenis == "pdf" else _gambar_terbuka(isi)):
        raise MasukanSalah(_("Berkas ini rusak dan tidak dapat dibuka. Foto atau pindai lagi."), kolom)
    try:
        return terima(pelaku, io.BytesIO(isi), berkas.name, "layanan", boleh=BOLEH)
    except MasukanSalah as galat:
        raise MasukanSalah(galat.pesan, kolom) from None


def _gambar_terbuka(isi: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(isi), formats=("JPEG", "PNG")) as gambar:
            if gambar.width * gambar.height > PIKSEL_TERBANYAK:
                return False
            gambar.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True


def _pdf_terbuka(isi: bytes) -> bool:
    try:
        return len(PdfReader(io.BytesIO(isi)).pages) > 0
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, RecursionError):
        return False
