"""Meja surat di Chromium: nomor disisihkan, dikembalikan dengan alasan, dan buku nomornya tetap tanpa lubang."""

import re

import pytest

from tests.test_perjalanan import LEBAR, halaman, sehat, tur

__all__ = ["halaman"]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_nomor_disisihkan_dikembalikan_dan_buku_nomor_menjelaskan_semuanya(halaman):
    h = halaman
    tur(h, "impor")
    h.goto("/kerja/surat/")
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name="Sisihkan nomor").click()
    h.get_by_label("Seri").select_option("surat_keterangan")
    h.get_by_label(re.compile("^Unit yang memakai")).select_option(index=1)
    h.get_by_label(re.compile("^Banyak nomor")).fill("2")
    with h.expect_navigation():
        h.get_by_role("button", name="Sisihkan").click()
    h.get_by_label("Seri").select_option("surat_keterangan")
    with h.expect_navigation():
        h.get_by_role("button", name="Buka").click()
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name="Kembalikan").first.click()
    sehat(h)
    h.get_by_label("Alasan").fill("Kertasnya rusak kena air")
    with h.expect_navigation():
        h.get_by_role("button", name="Nyatakan tidak dipakai").click()
    h.goto("/kerja/surat/nomor/?seri=surat_keterangan")
    isi = h.locator("main").inner_text()
    assert "Kertasnya rusak kena air" in isi and "semuanya punya surat atau penjelasan" in isi
    h.goto("/kerja/surat/basah/")
    sehat(h)
