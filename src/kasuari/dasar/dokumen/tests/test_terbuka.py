"""Unggahan yang rusak, terpotong, atau terkunci ditolak saat diunggah dengan kalimat; yang utuh diterima."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from tests.berkas import jpeg, pdf, png

from kasuari.dasar.dokumen import service
from kasuari.dasar.dokumen.models import Lampiran
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import sistem

pytestmark = pytest.mark.django_db


def terima(isi):
    return service.terima(sistem("uji"), io.BytesIO(isi), "a", "bukti", boleh=("png", "pdf", "jpeg"))


def terkunci():
    isi, tulis = io.BytesIO(), PdfWriter()
    tulis.add_blank_page(100, 100)
    tulis.encrypt("rahasia")
    tulis.write(isi)
    return isi.getvalue()


def tanpa_halaman():
    isi = io.BytesIO()
    PdfWriter().write(isi)
    return isi.getvalue()


@pytest.mark.parametrize(
    "isi", [pdf(), png(), jpeg(), png(b"x" * 3000)], ids=["pdf", "png", "jpeg", "png panjang"]
)
def test_berkas_utuh_diterima_apa_adanya(isi):
    assert service.baca(terima(isi)) == isi


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"%PDF-1.4 bukan pdf", "PDF ini tidak dapat dibaca"),
        (b"%PDF-1.7\n%%EOF", "PDF ini tidak dapat dibaca"),
        (tanpa_halaman(), "PDF ini tidak dapat dibaca"),
        (terkunci(), "terkunci sandi"),
        (png()[:-6], "Gambar ini rusak"),
        (png().replace(b"IDAT", b"IDAX"), "Gambar ini rusak"),
        (b"\x89PNG\r\n\x1a\n" + b"gambar" * 20, "Gambar ini rusak"),
        (jpeg()[:-2], "Gambar ini rusak"),
        (b"\xff\xd8\xff\xe0" + b"foto" * 20, "Gambar ini rusak"),
        (b"\xff\xd8\xff", "Gambar ini rusak"),
    ],
)
def test_berkas_yang_tidak_terbuka_ditolak_dengan_kalimat(isi, pesan):
    with pytest.raises(MasukanSalah, match=pesan) as galat:
        terima(isi)
    assert galat.value.kolom == "berkas" and not Lampiran.objects.exists()


def test_berkas_uji_sungguh_terbuka():
    assert len(PdfReader(io.BytesIO(pdf("Surat uji"))).pages) == 1 and pdf("a") != pdf("b")
