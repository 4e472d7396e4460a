"""Perjalanan orang sungguhan di Chromium atas kota yang berjalan: tiap halaman di dua lebar, axe 0, tanpa geser samping."""

import re

import pytest
from playwright.sync_api import expect

from kasuari.tur.langkah import LANGKAH
from tests import peramban
from tests.bersama import shared

pytestmark = pytest.mark.browser
LEBAR = [360, 1280]


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
    expect(h.locator("h1")).to_have_count(1)
    asal = h.viewport_size
    assert peramban.pelanggaran_axe(h) == {}
    if asal["width"] <= 360:
        h.set_viewport_size({"width": 320, "height": 800})
        assert peramban.melebar(h) == []
    h.set_viewport_size(asal)
    assert h.keluhan == []


def tur(h, kunci):
    h.goto("/tur/")
    with h.expect_navigation():
        h.locator(f"#{kunci} button").click()


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
@pytest.mark.parametrize("langkah", [x.kunci for x in LANGKAH])
def test_tur_membuka_halaman_sebenarnya(halaman, langkah):
    tur(halaman, langkah)
    assert "/tur/" not in halaman.url
    sehat(halaman)


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
@pytest.mark.parametrize(
    "jalan",
    [
        "/",
        "/en/",
        "/tur/",
        "/data/",
        "/jejak/",
        "/tentang/",
        "/bantuan/",
        "/masuk/",
        "/aturan/",
        "/aturan/hitung/",
        "/aturan/perubahan/",
        "/en/aturan/",
        "/en/aturan/gaji/",
    ],
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
    halaman.get_by_text("Kenapa angka ini").wait_for()
    halaman.get_by_text("Yang menaikkan paling banyak").wait_for()
    sehat(halaman)


def test_tanpa_masuk_halaman_kerja_menuju_halaman_masuk(halaman):
    halaman.goto("/kerja/profesionalitas/")
    assert "/masuk/" in halaman.url


def lanjut(h, nama):
    with h.expect_navigation():
        h.get_by_role("button", name=nama).or_(h.get_by_role("link", name=nama)).first.click()


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_petugas_mengimpor_berkas_01_membetulkan_menyimpan_dan_membatalkan(halaman):
    berkas = shared("data", "berkas_kotor", "01_siasn_pegawai.xlsx")
    tur(halaman, "impor")
    lanjut(halaman, "Unggah berkas")
    halaman.locator("select").first.select_option("pegawai")
    halaman.locator("input[type=file]").set_input_files(str(berkas))
    lanjut(halaman, "Unggah dan periksa")
    sehat(halaman)
    lanjut(halaman, "Periksa isi berkas")
    sehat(halaman)
    halaman.get_by_text("Baris 24").first.wait_for()
    halaman.get_by_role("link", name=re.compile("^Betulkan baris 24")).click()
    halaman.get_by_label("TANGGAL LAHIR").fill("17-08-1980")
    sehat(halaman)
    lanjut(halaman, "Simpan perbaikan dan periksa lagi")
    lanjut(halaman, re.compile("^Lanjut menyimpan"))
    sehat(halaman)
    halaman.get_by_role("button", name="Simpan sekarang").dblclick()
    # Tekanan kedua membatalkan pemuatan pertama di peramban; yang ditunggu isinya, bukan navigasinya.
    halaman.get_by_role("link", name="Batalkan impor ini").wait_for()
    halaman.wait_for_load_state("load")
    sehat(halaman)
    lanjut(halaman, "Batalkan impor ini")
    halaman.locator("textarea, input[type=text]").first.fill("salah berkas")
    lanjut(halaman, "Batalkan impor")
    assert halaman.locator("h1").inner_text() in {
        "Pembatalan tersimpan",
        "Dibatalkan",
        "Tersimpan",
        "Pembatalan",
    }
    sehat(halaman)


def test_auditor_memeriksa_seluruh_catatan(halaman):
    tur(halaman, "auditor")
    with halaman.expect_navigation():
        halaman.locator("main form button").first.click()
    halaman.get_by_text(re.compile("utuh", re.I)).first.wait_for()
    sehat(halaman)


def test_tanpa_javascript_orang_tetap_dapat_masuk_dan_mencari(mesin, kota):
    konteks = mesin.new_context(java_script_enabled=False, base_url=kota.alamat)
    h = konteks.new_page()
    h.goto("/tur/")
    h.locator("#register button").click()
    h.get_by_label("Nama atau NIP").fill("fraans nauritell")
    h.get_by_role("button", name="Cari").click()
    h.get_by_role("link", name=re.compile("Frans Nauritel")).first.wait_for()
    konteks.close()


def test_masuk_dengan_nip_berspasi_dan_sandi_salah_lebih_dulu(halaman):
    from kasuari.contoh.peran import SANDI_DEMO

    halaman.goto("/tur/")
    halaman.locator("#register button").click()
    halaman.goto("/kerja/saya/")
    nip = halaman.locator("main .nip").first.inner_text()
    halaman.locator("header form[action$='/keluar/'] button").click()
    halaman.goto("/masuk/")
    for sandi, akhir in (("keliru-sekali", "/masuk/"), (SANDI_DEMO, "/kerja/")):
        halaman.locator("input[name=nama]").fill(nip)
        halaman.locator("input[type=password]").fill(sandi)
        with halaman.expect_navigation():
            halaman.locator("main form button").first.click()
        assert halaman.url.endswith(akhir)
