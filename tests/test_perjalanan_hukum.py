"""Perjalanan hukum di Chromium: warga membaca, mencoba, dan mengunduh; petugas mengusulkan; orang lain menyetujui."""

import re

import pytest
from playwright.sync_api import expect

from kasuari.contoh.peran import SANDI_DEMO
from kasuari.dasar.inti.waktu import hari_ini
from tests.berkas import pdf
from tests.test_perjalanan import LEBAR, halaman, lanjut, sehat, tur

__all__ = ["halaman"]
pytestmark = pytest.mark.browser


def isi_tanggal(h, nama, hari, bulan, tahun):
    for kotak, nilai in zip(("hari", "bulan", "tahun"), (hari, bulan, tahun), strict=True):
        h.locator(f"[name={nama}_{kotak}]").fill(str(nilai))


def buka_dengan_sandi(h, alamat):
    """Membuka halaman yang meminta sandi sekali lagi."""
    h.goto(alamat)
    if "/lagi/" in h.url:
        h.locator("input[type=password]").fill(SANDI_DEMO)
        lanjut(h, re.compile("Lanjut|Masuk"))


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_warga_membaca_rumus_mencobanya_dan_mengunduh_pdf_tanpa_masuk(halaman):
    h = halaman
    h.goto("/")
    with h.expect_navigation():
        h.get_by_role("link", name=re.compile("^Aturan")).locator("visible=true").first.click()
    sehat(h)
    h.get_by_label("Cari rumus, parameter, atau pasal").fill("gaji pokok pns")
    lanjut(h, "Cari")
    sehat(h)
    lanjut(h, "Gaji pokok PNS")
    expect(h.get_by_text("PP 5/2024").first).to_be_visible()
    sehat(h)
    h.goto("/aturan/gaji/rumus/bulanan/")
    h.locator("summary").first.click()
    expect(h.locator("svg.bagan")).to_be_visible()
    sehat(h)
    lanjut(h, "Coba hitung")
    sehat(h)
    h.goto("/aturan/hitung/")
    lanjut(h, re.compile("^Kapan saya naik pangkat"))
    sehat(h)
    lanjut(h, "Kenaikan pangkat reguler")
    lanjut(h, re.compile("^Hitung$"))
    expect(h.locator(".ringkas-galat")).to_be_visible()
    h.keluhan.clear()  # 422 memang dicatat peramban sebagai galat jaringan
    sehat(h)
    h.get_by_label("Golongan ruang").select_option("III/b")
    h.locator("[name=mkg_tahun]").fill("5")
    h.locator("[name=mkg_bulan]").fill("7")
    isi_tanggal(h, "per_tanggal", 1, 3, 2025)
    isi_tanggal(h, "birth", 17, 8, 1985)
    isi_tanggal(h, "tmt_pangkat", 1, 4, 2021)
    h.get_by_label("Nama jabatan").fill("Guru Ahli Muda")
    h.get_by_label("Ijazah").select_option("S1")
    lanjut(h, re.compile("^Hitung$"))
    expect(h.get_by_text("1 September 2045").first).to_be_visible()
    assert "birth" not in h.url
    assert "golongan" not in h.url
    h.locator("summary").first.click()
    expect(h.get_by_role("link", name=re.compile("PP 99.2000")).first).to_be_visible()
    sehat(h)
    with h.expect_download() as unduhan:
        h.get_by_role("button", name="Unduh PDF satu halaman").click()
    assert unduhan.value.path().read_bytes().startswith(b"%PDF-")
    assert h.context.cookies() == [c for c in h.context.cookies() if c["name"] != "kasuari_sesi"]


def test_tanpa_javascript_orang_tetap_dapat_menghitung(mesin, kota):
    konteks = mesin.new_context(java_script_enabled=False, base_url=kota.alamat)
    h = konteks.new_page()
    h.goto("/aturan/pensiun/coba/?apa=mulai_mpp")
    isi_tanggal(h, "birth", 17, 5, 1970)
    h.get_by_label("Batas usia pensiun").fill("58")
    with h.expect_navigation():
        h.get_by_role("button", name="Hitung").click()
    expect(h.get_by_text("1 Juni").first).to_be_visible()
    konteks.close()


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_petugas_mengusulkan_orang_lain_menyetujui_dan_nilainya_dipakai(halaman):
    """Kotanya satu: tiap perjalanan mencabut ketentuannya sendiri, jadi urutan lebarnya tidak berarti apa-apa."""
    h, hari = halaman, 1 if halaman.viewport_size["width"] == 360 else 2
    lama = 8 if hari == 1 else 9
    tur(h, "usul-ketentuan")
    sehat(h)
    h.goto("/kerja/ketentuan/usulkan/pensiun_mpp_bulan/")
    h.get_by_label("Nilai daerah").fill(str(lama))
    isi_tanggal(h, "berlaku", hari, 2, hari_ini().year)
    h.get_by_label("Nomor surat atau peraturan").fill("Perwal 7/2026 Pasal 3")
    h.get_by_label("Alasan").fill("Menurut rapat anggaran 12 Oktober")
    sehat(h)
    lanjut(h, "Lihat dampaknya")
    expect(h.get_by_text(re.compile(r"\d+ orang")).first).to_be_visible()
    sehat(h)
    surat = {"name": "perwal.pdf", "mimeType": "application/pdf", "buffer": pdf("perwal")}
    h.locator("input[type=file]").set_input_files(surat)
    lanjut(h, "Usulkan")
    alamat = h.url
    sehat(h)
    buka_dengan_sandi(h, f"{alamat}setujui/")
    expect(h.get_by_role("heading", name=re.compile("belum punya izin"))).to_be_visible()
    h.keluhan.clear()

    tur(h, "beranda")
    assert h.goto(alamat).status == 404
    h.keluhan.clear()

    tur(h, "setujui-ketentuan")
    h.goto(alamat)
    buka_dengan_sandi(h, f"{alamat}setujui/")
    sehat(h)
    lanjut(h, "Setujui")
    expect(h.get_by_text("disetujui, menunggu jeda")).to_be_visible()
    assert _mulai_persiapan(h) != _harap(lama)

    tur(h, "indeks-kota")
    buka_dengan_sandi(h, f"{alamat}segerakan/")
    h.get_by_label("Alasan").fill("Daftar pensiun dicetak besok pagi")
    sehat(h)
    lanjut(h, "Segerakan")
    expect(h.locator("main .tanda.sukses").first).to_be_visible()
    sehat(h)
    assert _mulai_persiapan(h) == _harap(lama)
    h.goto("/aturan/parameter/pensiun_mpp_bulan/")
    expect(h.get_by_text(f"{lama} bulan").first).to_be_visible()
    sehat(h)

    tur(h, "setujui-ketentuan")
    buka_dengan_sandi(h, f"{alamat}cabut/")
    h.get_by_label("Alasan").fill("Rancangan peraturannya ditarik")
    lanjut(h, "Cabut ketentuan")
    expect(h.get_by_text("dicabut").first).to_be_visible()
    assert _mulai_persiapan(h) != _harap(lama)


def _mulai_persiapan(h):
    """Hitungan umum yang sama dengan yang dipakai kota: lahir 17 Mei 1970, BUP 58, pensiun 1 Juni 2028."""
    h.goto("/aturan/pensiun/coba/?apa=mulai_mpp")
    isi_tanggal(h, "birth", 17, 5, 1970)
    h.get_by_label("Batas usia pensiun").fill("58")
    lanjut(h, re.compile("^Hitung$"))
    return h.locator(".jawab b").last.inner_text()


def _harap(bulan):
    nama = {8: "1 Oktober 2027", 9: "1 September 2027"}
    return nama[bulan]
