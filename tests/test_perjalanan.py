"""Perjalanan orang sungguhan di Chromium atas kota yang berjalan: tiap halaman di dua lebar, axe 0, tanpa geser samping."""

import re

import pytest

from kasuari.tur.langkah import LANGKAH
from tests import kota_jalan, peramban

pytestmark = pytest.mark.browser
LEBAR = [360, 1280]


@pytest.fixture(scope="module")
def kota():
    with kota_jalan.buka(150) as k:
        yield k


@pytest.fixture(scope="module")
def mesin():
    with peramban.buka() as m:
        yield m


@pytest.fixture
def halaman(mesin, kota, request):
    konteks = mesin.new_context(
        viewport={"width": getattr(request, "param", 1280), "height": 800}, base_url=kota.alamat
    )
    h = konteks.new_page()
    h.keluhan = []
    h.on("console", lambda m: h.keluhan.append(m.text) if m.type == "error" else None)
    yield h
    konteks.close()


def sehat(h):
    """Judul unik, axe 0, tidak melebar di 320, tanpa keluhan CSP."""
    assert h.locator("h1").count() == 1
    asal = h.viewport_size
    assert peramban.pelanggaran_axe(h) == {}
    if asal["width"] <= 360:
        h.set_viewport_size({"width": 320, "height": 800})
        assert peramban.melebar(h) == []
    h.set_viewport_size(asal)
    assert h.keluhan == []


def tur(h, kunci):
    h.goto("/tur/")
    h.locator(f"#{kunci} button").click()
    h.wait_for_load_state("load")


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
@pytest.mark.parametrize("langkah", [x.kunci for x in LANGKAH])
def test_tur_membuka_halaman_sebenarnya(halaman, langkah):
    tur(halaman, langkah)
    assert "/tur/" not in halaman.url
    sehat(halaman)


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
@pytest.mark.parametrize(
    "jalan", ["/", "/en/", "/tur/", "/data/", "/jejak/", "/tentang/", "/bantuan/", "/masuk/"]
)
def test_halaman_umum_sehat(halaman, jalan):
    assert halaman.goto(jalan).status == 200
    sehat(halaman)


def test_bahasa_inggris_dari_beranda(halaman):
    halaman.goto("/")
    halaman.get_by_role("link", name="English").click()
    assert halaman.url.endswith("/en/")
    assert halaman.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_pimpinan_menelusur_dari_kota_sampai_pelatihan_yang_kurang(halaman):
    tur(halaman, "indeks-kota")
    halaman.get_by_role("link", name=re.compile("^Dinas Pendidikan")).first.click()
    halaman.get_by_role("link", name=re.compile("Negeri")).first.click()
    halaman.locator("table.tabel a").first.click()
    assert halaman.get_by_text("Kenapa angka ini").is_visible()
    assert halaman.get_by_text("Yang menaikkan paling banyak").is_visible()
    sehat(halaman)


def test_tanpa_masuk_halaman_kerja_menuju_halaman_masuk(halaman):
    halaman.goto("/kerja/profesionalitas/")
    assert "/masuk/" in halaman.url
