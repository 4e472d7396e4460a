"""Berkas dikenali dari isinya, tersandi di cakram, dan PDF dapat dibaca kembali."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from pypdf import PdfReader
from tests.berkas import png

from kasuari.dasar.dokumen import pdf, service
from kasuari.dasar.dokumen.models import Berkas, Lampiran
from kasuari.dasar.inti.galat import MasukanSalah

PNG = png(b"gambar rahasia" * 10)
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


TEMPLAT = "aparatur/pegawai/templat/daftar.typ"
DAFTAR = {
    "judul": "Daftar contoh", "profil": {"nama": "Kota Contoh", "alamat": "Jalan Contoh 1"}, "dibuat": "Dibuat hari ini",
    "kolom": [{"judul": "No.", "lebar": 5}, {"judul": "Nama", "lebar": 30}], "penutup": "Akhir daftar.",
}  # fmt: skip


def _baris(banyak, lebar=2):
    return [[str(n), f"Orang {n}", *("isi sel yang lazim",) * (lebar - 2)] for n in range(1, banyak + 1)]


def test_daftar_panjang_disambung_menjadi_satu_pdf_a_dengan_nomor_halaman_bersambung():
    baris = _baris(12)
    isi = PdfReader(io.BytesIO(pdf.buat_panjang(TEMPLAT, DAFTAR, [baris[:5], baris[5:10], baris[10:]])))
    teks = [h.extract_text() for h in isi.pages]
    assert [f"Halaman {n}" in t for n, t in enumerate(teks, 1)] == [True] * 3
    assert "Orang 1\n" in teks[0] and "Orang 12" in teks[2]
    assert ["Akhir daftar." in t for t in teks] == [False, False, True]
    assert ["PEMERINTAH KOTA CONTOH" in t for t in teks] == [True, False, False]
    keterangan = isi.xmp_metadata.stream.get_data()
    assert (
        b"<pdfaid:part>2<" in keterangan
        and b"<pdfaid:conformance>B<" in keterangan
        and b"NPages>3<" in keterangan
    )
    assert isi.root_object["/OutputIntents"] and isi.trailer["/ID"] and isi.pdf_header == "%PDF-1.7"


def test_daftar_pendek_berstruktur_bagi_pembaca_layar_dan_menyebut_jumlah_halaman():
    isi = PdfReader(io.BytesIO(pdf.buat_panjang(TEMPLAT, DAFTAR, [_baris(3)])))
    assert isi.root_object["/MarkInfo"]["/Marked"] and "Halaman 1 / 1" in isi.pages[0].extract_text()


def test_templat_yang_gagal_menyebut_sebabnya():
    with pytest.raises(RuntimeError, match="PDF gagal disusun"):
        pdf.buat_panjang("dasar/dokumen/templat/tidak_ada.typ", DAFTAR, [[]])


@pytest.mark.lambat
def test_ingatan_penyusun_daftar_setinggi_satu_bagian():
    """2.000 orang berlajur tiga belas sekaligus memakan 333 MB; bagian demi bagian tidak bertambah dengan daftarnya."""
    kode = (
        "import json, re, resource, sys\n"
        "from kasuari.dasar.dokumen import pdf\n"
        "data, bagian = json.load(sys.stdin)\n"
        f"pdf.buat_panjang({TEMPLAT!r}, data, bagian)\n"
        "puncak = re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]\n"
        "print(int(puncak) // 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)\n"
    )
    data = {**DAFTAR, "kolom": [{"judul": f"Lajur {n}", "lebar": 10} for n in range(13)]}
    baris = _baris(2000, 13)
    isi = json.dumps([data, [baris[n : n + 500] for n in range(0, 2000, 500)]])
    jalan = subprocess.run(
        [sys.executable, "-c", kode], input=isi, capture_output=True, text=True, check=True
    )
    sendiri, anak = map(int, jalan.stdout.split())
    assert sendiri < 150 and anak < 180, jalan.stdout
