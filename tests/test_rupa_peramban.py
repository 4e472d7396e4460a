"""Komponen dan halaman umum di Chromium: axe bersih, muat di 320 piksel, dan papan ketik sampai ke mana-mana."""

import pytest

from tests import peramban

pytestmark = pytest.mark.browser
# Halaman umum lain diperiksa sama lengkapnya di test_perjalanan.
HALAMAN = ["/en/bantuan/", "/bantuan/aksesibilitas/", "/tidak-ada/", "/gaya/"]


@pytest.fixture
def server(kota):
    return kota.alamat


@pytest.fixture
def tab(mesin):
    terbuka = []

    def buka(alamat: str, lebar: int, skema: str = "light"):
        konteks = mesin.new_context(viewport={"width": lebar, "height": 700}, color_scheme=skema)
        terbuka.append(konteks)
        halaman = konteks.new_page()
        jawab = halaman.goto(alamat)
        harap = 404 if "/tidak-ada/" in alamat else (422 if "salah=1" in alamat else 200)
        assert jawab.status == harap
        return halaman

    yield buka
    for konteks in terbuka:
        konteks.close()


@pytest.mark.parametrize("lebar", [360, 1280])
@pytest.mark.parametrize("alamat", [*HALAMAN, "/gaya/?salah=1"])
def test_axe_bersih(tab, server, alamat, lebar):
    assert peramban.pelanggaran_axe(tab(server + alamat, lebar)) == {}


@pytest.mark.parametrize("lebar", [360, 1280])
def test_axe_bersih_dalam_gelap(tab, server, lebar):
    assert peramban.pelanggaran_axe(tab(f"{server}/gaya/?gelap=1&salah=1", lebar, "dark")) == {}


@pytest.mark.parametrize("alamat", [*HALAMAN, "/gaya/?salah=1"])
def test_tidak_ada_geser_ke_samping_pada_320(tab, server, alamat):
    assert peramban.melebar(tab(server + alamat, 320)) == []


def test_fokus_terlihat_dan_tidak_tertutup_bar(tab, server):
    assert peramban.tertutup_saat_tab(tab(f"{server}/gaya/", 360), 70) == []


def test_ringkasan_kesalahan_mengambil_fokus_tanpa_javascript(tab, server):
    halaman = tab(f"{server}/gaya/?salah=1", 360)
    # Peramban memindahkan fokus saat menggambar, sesudah halaman selesai dimuat.
    halaman.wait_for_function("document.activeElement.className === 'ringkas-galat'")
    halaman.click(".ringkas-galat a >> nth=1")
    assert halaman.evaluate("location.hash") == "#id_lahir_0"


def test_csp_tidak_melarang_apa_pun(server, mesin):
    konteks = mesin.new_context()
    halaman = konteks.new_page()
    keluhan = []
    halaman.on("console", lambda m: keluhan.append(m.text) if "Content Security" in m.text else None)
    halaman.goto(f"{server}/gaya/")
    konteks.close()
    assert keluhan == []
