"""Kerangka: halaman umum dua bahasa, galat yang kecil dan jelas, dan semua tautan tetap hidup."""

import re

import pytest
from tests.bobot import gz_bytes

pytestmark = pytest.mark.django_db  # profil daerah dibaca dari basis data

UMUM = ["/", "/tentang/", "/bantuan/", "/bantuan/aksesibilitas/", "/bantuan/data-pribadi/",
        "/bantuan/cara-mengenali-kami/"]  # fmt: skip


@pytest.fixture(autouse=True)
def tanpa_basis_data(settings):
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"


@pytest.mark.parametrize("alamat", UMUM)
def test_halaman_umum_ada_dalam_dua_bahasa(client, alamat):
    indonesia, inggris = client.get(alamat), client.get(f"/en{alamat}")
    assert indonesia.status_code == inggris.status_code == 200
    assert '<html lang="id"' in indonesia.text and '<html lang="en"' in inggris.text
    assert f'hreflang="en" href="/en{alamat}"' in indonesia.text
    assert "Langsung ke isi" in indonesia.text and "Skip to content" in inggris.text


def test_judul_halaman_tidak_ada_yang_sama(client):
    judul = [re.search("<title>(.*?)</title>", client.get(a).text)[1] for a in UMUM]
    assert len(set(judul)) == len(judul)


@pytest.mark.parametrize("alamat", UMUM)
def test_halaman_umum_di_bawah_14_kib(client, alamat):
    assert gz_bytes(client.get(alamat)) <= 14 * 1024


def test_halaman_tidak_ada_di_bawah_4_kib(client):
    jawab = client.get("/tidak-ada/")
    assert jawab.status_code == 404 and "Halaman ini tidak ada" in jawab.text
    assert len(jawab.content) < 4096


def test_galat_server_menyebut_kode_tanpa_basis_data(rf, caplog):
    from kasuari.situs.views import galat_server

    jawab = galat_server(rf.get("/kerja/?nik=967101"))
    kode = re.search(r"K-\d{6}", jawab.content.decode())[0]
    assert jawab.status_code == 500 and len(jawab.content) < 4096
    assert kode in caplog.text and "967101" not in caplog.text


def test_halaman_komponen_hanya_di_luar_produksi(client, settings):
    settings.MODE, settings.DEMO = "produksi", False
    assert client.get("/gaya/").status_code == 404


def test_halaman_komponen_dengan_kesalahan(client):
    biasa, salah = client.get("/gaya/"), client.get("/gaya/?salah=1")
    assert (biasa.status_code, salah.status_code) == (200, 422)
    assert "<title>Kesalahan: Komponen" in salah.text
    assert re.findall(r'\sstyle="|<script', salah.text) == []


def test_id_tidak_berulang_di_halaman_komponen(client):
    semua = re.findall(r'\sid="([^"]+)"', client.get("/gaya/?salah=1").text)
    assert sorted(semua) == sorted(set(semua))
