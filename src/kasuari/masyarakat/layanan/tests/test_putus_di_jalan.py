"""Warga yang berhenti di tengah, salah ketik, atau kembali mengubah: yang sudah diketik dan diunggah tidak hilang."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kasuari.dasar.akun import laju
from kasuari.masyarakat.layanan import buka, isian, kode
from kasuari.masyarakat.layanan.models import Formulir, Unggahan
from kasuari.masyarakat.layanan.tests.conftest import NIK
from kasuari.masyarakat.layanan.tests.test_formulir import gambar
from kasuari.masyarakat.layanan.tests.test_layar import al, sesi, teks

pytestmark = pytest.mark.django_db
BERKAS = {"halaman": [{"judul": "B", "isian": [
    {"kode": "alamat", "label": "Alamat", "jenis": "teks", "wajib": True},
    *({"kode": k, "label": k, "jenis": "berkas", "wajib": True} for k in ("satu", "dua")),
]}]}  # fmt: skip


@pytest.fixture
def warga():
    return Client()


def foto():
    return SimpleUploadedFile("a.jpg", gambar())


def test_halaman_berkas_dikirim_lagi_tanpa_memilih_berkas_lama(warga, mulai, terbitkan):
    terbitkan("KEL-01", BERKAS)
    p = mulai()
    sesi(warga, p)
    satu = {"alamat": "Jl. Baru 5", "satu": foto(), "tampil": "alamat,satu,dua"}
    assert warga.post(al("isi", p.kode, 1), satu).status_code == 422
    ubah = {"alamat": "Jl. Lama 9", "dua": foto(), "tampil": "alamat,satu,dua"}
    assert warga.post(al("isi", p.kode, 1), ubah)["Location"] == al("periksa", p.kode)
    assert warga.post(al("isi", p.kode, 1), {"alamat": "Jl. Lama 7", "tampil": "alamat,satu,dua"})["Location"]
    p.refresh_from_db()
    assert isian.isi(p)["alamat"] == "Jl. Lama 7" and Unggahan.objects.count() == 2


def test_jawaban_lain_kurang_foto_yang_sudah_terkirim_tidak_diminta_lagi(warga, mulai, terbitkan):
    terbitkan("KEL-01", BERKAS)
    p = mulai()
    sesi(warga, p)
    jawab = warga.post(al("isi", p.kode, 1), {"alamat": "", "satu": foto(), "tampil": "alamat,satu,dua"})
    assert jawab.status_code == 422 and "Sudah ada. Unggah lagi hanya bila" in teks(jawab)
    assert list(Unggahan.objects.values_list("isian", flat=True)) == ["satu"]


def test_simpan_lanjutkan_nanti_menerima_halaman_yang_baru_separuh(warga, mulai):
    p = mulai()
    sesi(warga, p)
    separuh = {"nik": "", "keperluan": "sekolah", "tampil": "nik,keperluan", "simpan": "ya"}
    assert warga.post(al("isi", p.kode, 1), separuh)["Location"] == al("cek_satu", p.kode)
    salah = {"nik": "92710", "keperluan": "bank", "tampil": "nik,keperluan", "simpan": "ya"}
    assert warga.post(al("isi", p.kode, 1), salah).status_code == 422
    p.refresh_from_db()
    assert isian.isi(p) == {"keperluan": "bank"}
    assert "“NIK” belum diisi" in teks(warga.post(al("periksa", p.kode)))


def test_yang_terus_mengisi_tidak_kehabisan_umur_kuncinya(warga, mulai, monkeypatch):
    p = mulai()
    sesi(warga, p)
    awal = warga.session["layanan"][str(p.id)]
    monkeypatch.setattr(buka, "kunci", lambda q: f"baru:{q.id}")
    warga.post(al("isi", p.kode, 1), {"nik": NIK, "keperluan": "bank", "tampil": "nik,keperluan"})
    assert warga.session["layanan"] == {str(p.id): f"baru:{p.id}"} and awal


def test_penebak_kode_yang_tertahan_tidak_tahu_kode_mana_yang_ada(warga, ajukan, monkeypatch):
    p = ajukan()
    monkeypatch.setitem(laju.BATAS, "layanan_kode", (3, timedelta(minutes=15)))
    for _n in range(3):
        assert warga.get(al("cek_satu", kode.tulis("SRG", "7K4M"))).status_code == 404
    for nama in ("cek_satu", "slip"):
        assert warga.get(al(nama, p.kode)).status_code == 429
    sesi(warga, p)
    assert warga.get(al("cek_satu", p.kode)).status_code == 200


def test_mengubah_label_tidak_mengganti_nilai_pilihan_dan_tempat_di_surat(layar, remu):
    """Formulir bawaan menyimpan nilai pilihan yang lain dari tulisannya; syarat isian lain menunjuk nilai itu."""
    n = layar("naomi")
    for halaman, kode_isian in ((1, "keperluan"), (1, "sekolah"), (2, "anggota"), (2, "per_orang")):
        alamat = reverse("layanan_kerja:isian", args=["kel-02", halaman, kode_isian])
        borang = n.get(alamat).context["form"]
        d = {k: v for k in borang.fields if (v := borang.get_initial_for_field(borang.fields[k], k)) is not None and v is not False}  # fmt: skip
        jawab = n.post(alamat, {**d, "label": d["label"] + " lagi", "kunci": str(uuid.uuid4())})
        assert jawab.status_code == 302, teks(jawab)[-1500:]
    lama, baru = (
        {i["kode"]: {**i, "label": ""} for h in f.rancangan["halaman"] for i in h["isian"]}
        for f in Formulir.objects.filter(layanan__kode="KEL-02").order_by("versi")
    )
    assert baru == lama


def test_syarat_boleh_menunjuk_pilihan_yang_berkoma():
    from kasuari.masyarakat.layanan.views.perancang import _nilai

    isi = {"halaman": [{"isian": [{"kode": "k", "pilihan": [{"nilai": "a", "teks": "Ya, sudah"}, {"nilai": "b", "teks": "Belum"}]}]}]}  # fmt: skip
    assert _nilai("ya, sudah\nBelum", "k", isi) == ["a", "b"]
    assert _nilai("Belum, lain", "k", isi) == ["b", "lain"]
