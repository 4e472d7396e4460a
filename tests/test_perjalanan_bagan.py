"""Bagan dari kota sampai pimpinan sebuah unit, jabatan kosong, bezetting dengan formasinya, dan tim seorang atasan, di Chromium."""

import re

import pytest

from tests.test_perjalanan import LEBAR, halaman, lanjut, sehat, tur

__all__ = ["halaman"]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_pimpinan_menelusuri_bagan_pelaksana_dan_jabatan_kosong(halaman):
    h = halaman
    tur(h, "bagan")
    dinas = h.locator(".susunan").get_by_role("link", name="Dinas Pendidikan", exact=True)
    kotak = h.locator(".susunan li .kotak")
    kiri = {round(k["x"]) for k in (kotak.nth(n).bounding_box() for n in range(kotak.count()))}
    # bertumpuk di HP, berjajar di layar lebar
    assert (len(kiri) == 1) is (h.viewport_size["width"] == 360)
    dinas.click()
    h.wait_for_url(re.compile("/bagan/[0-9a-f-]{36}/"))
    assert "Dominggus Sowefa" in h.locator(".susunan .induk").inner_text()
    sehat(h)
    h.get_by_role("link", name="Plt, Plh, Pj hari ini").click()
    assert "Plt" in h.locator("main").inner_text()
    sehat(h)
    h.goto("/kerja/organisasi/kosong/")
    assert "sejak" in h.locator("main").inner_text()
    sehat(h)


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_petugas_menetapkan_formasi_dan_bezettingnya_berubah(halaman):
    h, sebut = halaman, f"Arsiparis Ahli Muda {halaman.viewport_size['width']}"
    tur(h, "register")
    h.goto("/kerja/organisasi/bezetting/")
    sehat(h)
    h.get_by_role("link", name=re.compile("^Dinas Kesehatan")).first.click()
    h.get_by_role("link", name="Tetapkan formasi").click()
    h.get_by_label("Nama jabatan").fill(sebut)
    h.get_by_label("Kebutuhan (orang)").fill("40")
    for bagian, nilai in (("hari", "1"), ("bulan", "1"), ("tahun", "2026")):
        h.locator(f"input[name=mulai_{bagian}]").fill(nilai)
    h.get_by_label("Nomor surat dasar").fill("Kepwal 12/2026")
    sehat(h)
    lanjut(h, "Periksa dulu")
    sehat(h)
    lanjut(h, "Simpan")
    baris = h.locator("tr", has_text=sebut)
    assert "kurang 40" in baris.inner_text()
    sehat(h)


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_atasan_membuka_timnya_lalu_lembar_seorang_yang_cuti(halaman):
    h = halaman
    tur(h, "tim")
    h.get_by_role("heading", name="Cuti hari ini").wait_for()
    sehat(h)
    h.locator("section[aria-labelledby=k-cuti] .daftar a").first.click()
    assert re.search("/kerja/pegawai/[0-9a-f-]{36}/", h.url)
