"""Periksa surat: kode, QR, berkas; yang tertutup tidak menyebut isinya; menebak kode dihentikan."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import kode_sah, surat
from kasuari.dasar.jejak.antrean import jalankan_semua

pytestmark = pytest.mark.django_db
BERKAS = "dasar/dokumen/tests/contoh_surat.typ"
RUTH = {"nama": "Ruth Kalamiro", "nip": "197412241999032007", "jabatan": "Kepala BKPSDM"}
DATA = {
    "untuk": "Maria Kandimor",
    "profil": {"nama": "Kota Contoh", "alamat": ""},
    "unit": "BKPSDM",
    "tanggal_teks": "-",
    "tembusan": [],
}


@pytest.fixture
def terbit(monkeypatch, pelaku_sistem):
    def satu(tertutup=False, tanda=True):
        templat = surat.Templat("uji.surat", 1, "Surat contoh", BERKAS, tertutup)
        monkeypatch.setitem(surat.DAFTAR, ("uji.surat", 1), templat)
        baris = [surat.BarisSurat(DATA, RUTH, ringkas_publik={"Nama": "Maria Kandimor"})]
        with transaction.atomic():
            (s,) = surat.siapkan(
                pelaku_sistem, templat, "surat_keterangan", baris, Buku.susun(date(2026, 11, 23))
            )
        if tanda:
            jalankan_semua()
            s.refresh_from_db()
        return s

    return satu


def test_kode_diketik_membuka_keadaan_suratnya(client, terbit):
    s = terbit()
    jawab = client.post("/sah/", {"kode": s.kode_verifikasi.lower().replace("-", " ")})
    halaman = client.get(jawab.url).content.decode()
    assert "Surat ini sah" in halaman and s.nomor_teks in halaman and "Maria Kandimor" in halaman
    salah = client.post("/sah/", {"kode": "AAAA"})
    assert salah.status_code == 422 and "salah ketik" in salah.content.decode()


def test_surat_tertutup_hanya_disebut_sah(client, terbit):
    s = terbit(tertutup=True)
    halaman = client.get(f"/sah/{s.kode_verifikasi}/").content.decode()
    assert "Surat ini sah" in halaman
    for isi in ("Maria Kandimor", s.nomor_teks, "Surat contoh", "Ruth"):
        assert isi not in halaman


def test_berkas_dibandingkan_byte_demi_byte(client, terbit):
    s = terbit()
    alamat, asli = f"/sah/{s.kode_verifikasi}/", surat.baca(s)
    assert (
        "sama persis" in client.post(alamat, {"berkas": SimpleUploadedFile("a.pdf", asli)}).content.decode()
    )
    ubah = asli[:-9] + b"x" + asli[-8:]
    assert "tidak sama" in client.post(alamat, {"berkas": SimpleUploadedFile("a.pdf", ubah)}).content.decode()
    assert client.post(alamat, {}).status_code == 422


def test_surat_yang_dicabut_tampak_dicabut(client, terbit, pelaku_sistem):
    s = terbit()
    surat.cabut(pelaku_sistem, s, "keliru")
    assert "sudah dicabut" in client.get(f"/sah/{s.kode_verifikasi}/").content.decode()


def test_surat_yang_belum_ditandatangani_belum_ada_bagi_umum(client, terbit):
    assert client.get(f"/sah/{terbit(tanda=False).kode_verifikasi}/").status_code == 404


@pytest.mark.lambat
def test_menebak_kode_dihentikan_dan_yang_benar_tetap_terbuka(client, terbit):
    s = terbit()
    for _ in range(30):
        assert client.get(f"/sah/{kode_sah.baru()}/").status_code == 404
    assert client.get(f"/sah/{kode_sah.baru()}/").status_code == 429
    assert client.get(f"/sah/{s.kode_verifikasi}/").status_code == 200
