"""Antrean petugas dengan papan ketik: berpindah, mencentang, membuka, mengambil berikutnya, dan mematikan pintasannya."""

import pytest
from playwright.sync_api import expect

from tests.peramban import melebar
from tests.test_perjalanan import LEBAR, halaman, sehat, tur

__all__ = ["halaman"]
pytestmark = pytest.mark.browser


def fokus(h):
    return h.locator("[data-pintasan] :focus")


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_antrean_dijalankan_dengan_papan_ketik(halaman):
    h = halaman
    tur(h, "jatuh-tempo")
    h.goto("/kerja/usulan/jatuh-tempo/kgb/?hari=365")
    expect(h.locator("[data-pintasan] li").nth(1)).to_be_visible()
    kotak = h.locator("[data-pintasan] li").first.locator("input, a").first
    h.keyboard.press("j")
    expect(kotak).to_be_focused()
    h.keyboard.press("j")
    expect(h.locator("[data-pintasan] li").nth(1).locator("input, a").first).to_be_focused()
    h.keyboard.press("k")
    expect(kotak).to_be_focused()
    centang = h.locator("[data-pintasan] input[type=checkbox]").first
    centang.focus()
    h.keyboard.press("x")
    expect(centang).to_be_checked()
    alamat = h.url
    h.keyboard.press("Enter")  # tidak pernah mengirim formulirnya
    expect(h).to_have_url(alamat)
    h.keyboard.press("x")
    expect(centang).not_to_be_checked()
    h.keyboard.press("?")
    expect(h.get_by_role("dialog", name="Pintasan papan ketik")).to_be_visible()
    sehat(h)
    h.set_viewport_size({"width": 320, "height": 700})
    assert melebar(h) == []


def test_membuka_perkara_lalu_mengambil_yang_berikutnya(halaman):
    h = halaman
    tur(h, "periksa-usulan")
    h.goto("/kerja/tugas/")
    h.keyboard.press("j")
    expect(fokus(h)).to_have_count(1)
    pertama = fokus(h).get_attribute("href")
    with h.expect_navigation():
        h.keyboard.press("Enter")
    assert h.url.endswith(pertama)
    sehat(h)
    h.keyboard.press("j")
    expect(fokus(h)).to_have_count(1)
    with h.expect_navigation():
        h.keyboard.press("n")
    assert not h.url.endswith(pertama) and "/kerja/" in h.url


def test_pintasan_dapat_dimatikan_dan_tidak_mengganggu_isian(halaman):
    h = halaman
    tur(h, "periksa-usulan")
    h.goto("/kerja/tugas/")
    h.get_by_role("button", name="Pintasan papan ketik").click()
    h.get_by_label("Pakai pintasan satu huruf").uncheck()
    h.get_by_role("button", name="Tutup").click()
    expect(h.get_by_role("dialog")).to_have_count(0)
    for muat_ulang in (False, True):
        if muat_ulang:
            h.reload()
            expect(h.get_by_role("button", name="Pintasan papan ketik")).to_be_visible()
        h.keyboard.press("j")
        h.keyboard.press("?")
        expect(fokus(h)).to_have_count(0)
        expect(h.get_by_role("dialog")).to_have_count(0)
