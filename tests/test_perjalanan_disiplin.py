"""Hak jawab sebelum hukuman: rancangan dibaca di dua lebar, ditanggapi tanpa JavaScript, lalu diputus yang berwenang."""

import re

import pytest
from playwright.sync_api import expect

from kasuari.contoh.peran import SANDI_DEMO
from tests.berkas import pdf
from tests.test_perjalanan import LEBAR, halaman, lanjut, sehat, tur
from tests.test_perjalanan_cuti import buka_tugas, ganti

__all__ = ["halaman"]
pytestmark = pytest.mark.browser
TANGGAPAN = "Listrik padam dua pekan; surat PLN saya lampirkan."


def di_dua_lebar(h):
    for lebar in LEBAR:
        h.set_viewport_size({"width": lebar, "height": 800})
        sehat(h)


def test_yang_diperiksa_menanggapi_rancangan_dan_rekan_bkpsdm_tidak_menemukannya(
    halaman, mesin, kota, tmp_path
):
    h = halaman
    tur(h, "hak-jawab")
    di_dua_lebar(h)
    with h.expect_navigation():
        h.get_by_role("link", name="Pemeriksaan disiplin").first.click()
    satu, isi = h.url, h.locator("main").inner_text()
    for kata in (
        "Ini baru rancangan",
        "Teguran lisan",
        "Sisa waktu Anda",
        "Pasal 3 huruf e",
        "Listrik di kampung padam lama",
    ):
        assert kata in isi
    assert "Ester Labobarin" not in isi  # pelapornya tidak disebut
    h.get_by_text("Kenapa hukuman setingkat itu").click()
    di_dua_lebar(h)
    lanjut(h, "Kirim tanggapan")
    di_dua_lebar(h)
    with h.expect_navigation():
        h.get_by_role("button", name="Kirim tanggapan").click()
    expect(h.get_by_text("Isi tanggapan Anda.").first).to_be_visible()
    h.keluhan.clear()  # 422 memang keluhan jaringan di peramban
    di_dua_lebar(h)
    # petugas BKPSDM, pengelola kepegawaian, dan kepala dinas: bukan tugas mereka sekarang
    for kunci in ("register", "mutu", "cuti-pejabat"):
        h.goto("/kerja/")
        ganti(h, kunci)
        assert h.goto(satu).status == 404
    h.goto("/kerja/")
    h.keluhan.clear()
    _tanggapi(mesin, kota, satu, tmp_path)
    ganti(h, "cuti-pejabat")
    buka_tugas(h, "Pemeriksaan disiplin: Maria Kandimor")
    assert TANGGAPAN in h.locator("main").inner_text()
    di_dua_lebar(h)
    lanjut(h, "Jatuhkan hukuman")
    assert "/lagi/" in h.url  # menghukum meminta sandi sekali lagi
    h.locator("input[type=password]").fill(SANDI_DEMO)
    lanjut(h, re.compile("Lanjut|Masuk"))
    di_dua_lebar(h)
    h.locator("select[name=hukuman]").select_option(label="Teguran lisan")
    h.locator("textarea[name=pertimbangan]").fill("Tanggapannya meringankan, tetapi tetap terlambat.")
    lanjut(h, "Jatuhkan hukuman")
    expect(h.get_by_text("Keputusan menunggu disampaikan").first).to_be_visible()
    ganti(h, "auditor")
    h.goto("/kerja/disiplin/ikhtisar/")
    di_dua_lebar(h)
    assert "Maria" not in h.locator("main").inner_text()


def _tanggapi(mesin, kota, satu, tmp_path):
    """Menanggapi dengan bukti, tanpa JavaScript, dari HP."""
    bukti = tmp_path / "surat-pln.pdf"
    bukti.write_bytes(pdf("surat PLN"))
    h = mesin.new_context(
        java_script_enabled=False, base_url=kota.alamat, viewport={"width": 360, "height": 800}
    ).new_page()
    tur(h, "hak-jawab")
    h.goto(satu)
    lanjut(h, "Kirim tanggapan")
    h.locator("textarea[name=tanggapan]").fill(TANGGAPAN)
    h.locator("input[type=file]").set_input_files(bukti)
    lanjut(h, "Kirim tanggapan")
    expect(h.get_by_text("Menunggu pejabat yang berwenang").first).to_be_visible()
    expect(h.get_by_role("link", name=re.compile("Unduh bukti: Tanggapan"))).to_be_visible()
