"""Berkas dikenali dari isinya, tersandi di cakram, dan PDF dapat dibaca kembali."""

import io
from pathlib import Path

import pytest
from django.conf import settings
from pypdf import PdfReader

from kasuari.dasar.dokumen import pdf, service
from kasuari.dasar.dokumen.models import Berkas, Lampiran
from kasuari.dasar.inti.galat import MasukanSalah

PNG = b"\x89PNG\r\n\x1a\n" + b"gambar rahasia" * 10
pytestmark = pytest.mark.django_db


def terima(isi, nama="a.png", **lain):
    from kasuari.dasar.inti.pelaku import sistem

    return service.terima(sistem(), io.BytesIO(isi), nama, "bukti", boleh=("png", "pdf", "csv"), **lain)


def test_isi_sama_disimpan_sekali_dan_tersandi():
    a, b = terima(PNG), terima(PNG, "b.png")
    assert (Berkas.objects.count(), a.berkas_id == b.berkas_id) == (1, True)
    assert b"rahasia" not in (Path(settings.DATA) / "berkas" / a.berkas.lokasi).read_bytes()
    assert service.baca(b) == PNG


@pytest.mark.parametrize(
    ("isi", "nama", "pesan"),
    [
        (b"", "a.png", "kosong"),
        (b"MZ\x90\x00" + b"x" * 50, "foto.png", "tidak diterima"),
        (b"\x7fELF" + b"x" * 50, "data.csv", "tidak diterima"),
        (b"PK\x03\x04" + b"x" * 50, "a.png", "tidak diterima"),
        (PNG * 10, "a.png", "lebih besar"),
    ],
)
def test_unggahan_yang_salah_ditolak_dengan_kalimat(isi, nama, pesan):
    with pytest.raises(MasukanSalah, match=pesan):
        terima(isi, nama, **({"maks": 1000} if len(isi) > 1000 else {}))
    assert Lampiran.objects.count() == 0


def test_nama_berkas_dibersihkan():
    assert service.nama_aman("..\\..\\etc/pass\u202ewd\x00.csv") == "passwd.csv"
    assert service.nama_aman("\x00") == "berkas"


def test_pdf_memuat_datanya(tmp_path):
    hasil = pdf.buat("dasar/dokumen/tests/contoh.typ", {"nama": "Maria Kandimor", "kota": "Kota Contoh"})
    teks = PdfReader(io.BytesIO(hasil)).pages[0].extract_text()
    assert "Maria Kandimor" in teks
    assert "KOTA CONTOH" in teks
