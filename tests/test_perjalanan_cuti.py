"""Cuti dari HP sampai surat yang diperiksa orang luar: pegawai, atasan, Plh, dan warga, di Chromium tanpa JavaScript pula."""

import re
import shutil
import subprocess
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from kasuari.aturan.buku import Buku
from kasuari.aturan.tenggat.kalender import Kalender
from kasuari.contoh.peran import SANDI_DEMO
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal
from tests.test_perjalanan import LEBAR, halaman, lanjut, sehat, tur

__all__ = ["halaman"]
pytestmark = pytest.mark.browser


def hari_kerja(ke):
    """Hari kerja ke-`ke` sesudah dua bulan dari hari ini, menurut daftar libur yang sudah ditetapkan."""
    kalender, hari = Kalender(Buku.susun(hari_ini(), date.max), 6), hari_ini() + timedelta(days=60)
    while True:
        if kalender.alasan(hari) is None:
            ke -= 1
        if ke < 0:
            return hari
        hari += timedelta(days=1)


def isi_cuti(h, pada, alasan):
    h.goto("/kerja/cuti/ajukan/")
    h.locator("input[name=jenis][value=tahunan]").check(force=True)
    for nama in ("mulai", "selesai"):
        for bagian, nilai in (("hari", pada.day), ("bulan", pada.month), ("tahun", pada.year)):
            h.locator(f"input[name={nama}_{bagian}]").fill(str(nilai))
    h.locator("textarea[name=alasan]").fill(alasan)
    h.locator("input[name=alamat]").fill("Remu")


def ganti(h, kunci):
    with h.expect_navigation():
        h.locator("header form[action$='/keluar/'] button").click()
    tur(h, kunci)


def buka_tugas(h, nama):
    h.goto("/kerja/tugas/")
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name=re.compile(nama)).first.click()


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_cuti_diajukan_disetujui_dua_tingkat_dan_suratnya_diperiksa_orang_luar(halaman, tmp_path):
    h, hari = halaman, hari_kerja(0 if halaman.viewport_size["width"] == 360 else 1)
    tur(h, "cuti-saya")
    sehat(h)
    h.get_by_text("Kenapa sisanya segitu").click()
    sehat(h)
    isi_cuti(h, hari, "Mengantar ibu berobat")
    sehat(h)
    lanjut(h, "Periksa")
    assert "Sisa sesudah cuti ini" in h.locator("main").inner_text()
    sehat(h)
    h.get_by_role("button", name="Kirim").dblclick()
    h.get_by_text("Menunggu atasan langsung").first.wait_for()
    satu = h.url
    sehat(h)
    h.goto("/kerja/cuti/")
    expect(h.get_by_text(f"Cuti Tahunan, {tanggal(hari)}", exact=True)).to_have_count(1)
    ganti(h, "cuti-atasan")
    buka_tugas(h, "Maria Kandimor")
    sehat(h)
    h.get_by_role("link", name="Minta perbaikan").click()
    sehat(h)
    h.go_back()
    lanjut(h, "Setuju, teruskan")
    expect(h.get_by_text("Menunggu pejabat yang berwenang").first).to_be_visible()
    sehat(h)
    ganti(h, "cuti-pejabat")
    buka_tugas(h, "Maria Kandimor")
    lanjut(h, "Setujui")
    assert "/lagi/" in h.url  # menandatangani surat izin meminta sandi sekali lagi
    sehat(h)
    h.locator("input[type=password]").fill(SANDI_DEMO)
    lanjut(h, re.compile("Lanjut|Masuk"))
    sehat(h)
    lanjut(h, "Setujui")
    expect(h.get_by_text("Disetujui").first).to_be_visible()
    ganti(h, "cuti-saya")
    h.goto(satu)
    for _ in range(30):
        if h.get_by_role("link", name=re.compile("Unduh surat izin")).count():
            break
        h.wait_for_timeout(500)
        h.reload()
    sehat(h)
    with h.expect_download() as unduhan:
        h.get_by_role("link", name=re.compile("Unduh surat izin")).click()
    berkas = tmp_path / "surat.pdf"
    unduhan.value.save_as(berkas)
    kode = re.search(r"surat-cuti-([A-Z0-9-]+)", unduhan.value.suggested_filename)
    assert kode
    tur(h, "surat")
    h.locator("main input[type=text]").first.fill(kode[1].lower())
    lanjut(h, re.compile("Periksa"))
    expect(h.get_by_role("heading", name="Surat ini sah")).to_be_visible()
    sehat(h)
    h.locator("input[type=file]").set_input_files(berkas)
    lanjut(h, re.compile("^Bandingkan"))
    expect(h.get_by_text("sama persis")).to_be_visible()
    rusak = tmp_path / "rusak.pdf"
    rusak.write_bytes(berkas.read_bytes()[:-40] + b"x" * 40)
    h.locator("input[type=file]").set_input_files(rusak)
    lanjut(h, re.compile("^Bandingkan"))
    expect(h.get_by_text("tidak sama dengan surat")).to_be_visible()
    sehat(h)
    if shutil.which("pdfsig"):  # pembaca PDF lain, bukan pustaka yang menandatangani
        kata = subprocess.run(
            ["pdfsig", "-nocert", str(berkas)], capture_output=True, text=True, check=False
        ).stdout
        assert "Signature is Valid" in kata
        assert "Total document signed" in kata


def test_tanpa_javascript_pegawai_mengajukan_dan_menarik_cuti(mesin, kota):
    h = mesin.new_context(
        java_script_enabled=False, base_url=kota.alamat, viewport={"width": 360, "height": 800}
    ).new_page()
    tur(h, "cuti-saya")
    isi_cuti(h, hari_kerja(2), "Urusan keluarga")
    lanjut(h, "Periksa")
    lanjut(h, "Kirim")
    expect(h.get_by_text("Permohonan Anda sudah dikirim")).to_be_visible()
    lanjut(h, "Tarik permohonan")
    expect(h.get_by_text("Dibatalkan").first).to_be_visible()


def test_orang_lain_tidak_menemukan_permohonan_itu(mesin, kota):
    h = mesin.new_context(base_url=kota.alamat).new_page()
    tur(h, "cuti-saya")
    h.locator("main section a[href*='/kerja/cuti/']").first.click()
    alamat = h.url
    ganti(h, "auditor")
    assert h.goto(alamat).status == 404
