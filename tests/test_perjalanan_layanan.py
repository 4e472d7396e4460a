"""Layanan warga di Chromium: memohon tanpa JavaScript, satu pertanyaan balik, surat ditandatangani dan diperiksa; perancang; loket."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.test_perjalanan import LEBAR, halaman, lanjut, sehat, tur
from tests.test_perjalanan_cuti import ganti

__all__ = ["halaman"]
pytestmark = pytest.mark.browser
NIK = "9271016703900001"


@pytest.fixture
def foto(tmp_path):
    isi = io.BytesIO()
    Image.new("RGB", (400, 300), "#e4ddd0").save(isi, "JPEG")
    (tmp_path / "foto.jpg").write_bytes(isi.getvalue())
    (tmp_path / "palsu.jpg").write_bytes(b"MZ" + b"0" * 400)
    return tmp_path


def sehat_galat(h):
    """Halaman kesalahan pun sehat; peramban mencatat jawaban 422-nya sendiri, itu bukan keluhan."""
    h.keluhan = [k for k in h.keluhan if "422" not in k]
    sehat(h)


def tanggal(h, nama, hari, bulan, tahun):
    for bagian, nilai in (("hari", hari), ("bulan", bulan), ("tahun", tahun)):
        h.locator(f"input[name={nama}_{bagian}]").fill(str(nilai))


def isi_pemohon(h, kelurahan):
    h.locator("select[name=unit]").select_option(label=kelurahan)
    h.locator("input[name=nama]").fill("Yohana Kambu")
    tanggal(h, "lahir", 27, 3, 1990)
    h.locator("input[name=telepon]").fill("0812-3456-7890")


def isi_domisili(h, foto):
    h.locator("input[name=nik]").fill(NIK)
    h.locator("input[name=alamat]").fill("Jalan Melati 3")
    h.locator("input[name=keperluan][value=sekolah]").check(force=True)
    tanggal(h, "sejak", 1, 2, 2015)
    lanjut(h, "Lanjut")
    expect(h.get_by_text("Ada isian lanjutan di bawah")).to_be_visible()
    h.locator("input[name=sekolah]").fill("SMA Negeri 1")
    lanjut(h, "Lanjut")
    for nama in ("pengantar", "kk"):
        h.locator(f"input[name={nama}]").set_input_files(foto / "foto.jpg")
    lanjut(h, "Lanjut")


def kelurahan_petugas(h):
    """Kelurahan tempat petugas demo bekerja, dibaca dari antreannya."""
    tur(h, "antrean-layanan")
    sehat(h)
    nama = h.locator("select[name=unit] option").nth(1).inner_text()
    with h.expect_navigation():
        h.locator("header form[action$='/keluar/'] button").click()
    return nama


def buka(h, kode):
    """Masuk sebagai petugas mengganti sesi, jadi pemohon membuka lagi dengan tanggal lahirnya."""
    h.goto(f"/cek/{kode}/")
    tanggal(h, "lahir", 27, 3, 1990)
    lanjut(h, re.compile("^Buka$"))


def kode_di(h):
    return re.search(r"/(?:cek|isi)/([A-Z0-9-]+)/", h.url)[1]


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_warga_memohon_ditanya_sekali_suratnya_terbit_lalu_diperiksa(halaman, foto):
    h = halaman
    kelurahan = kelurahan_petugas(h)
    tur(h, "layanan")
    sehat(h)
    h.locator("main input[name=q]").fill("domisli")
    lanjut(h, "Cari")
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name="Surat keterangan domisili").click()
    h.get_by_text("Diminta bayar?").click()
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name="Mulai", exact=True).click()
    sehat(h)
    isi_pemohon(h, kelurahan)
    lanjut(h, "Lanjut")
    kode = kode_di(h)
    sehat(h)
    lanjut(h, "Lanjut")
    expect(h.get_by_role("heading", name=re.compile("yang perlu diperbaiki"))).to_be_visible()
    sehat_galat(h)
    isi_domisili(h, foto)
    sehat(h)
    lanjut(h, "Kirim")
    expect(h.get_by_role("heading", name="Permohonan Anda sudah kami terima")).to_be_visible()
    sehat(h)
    h.goto(f"/cek/{kode}/slip/")
    sehat(h)
    tur(h, "antrean-layanan")
    with h.expect_navigation():
        h.get_by_role("link", name=re.compile(kode)).click()
    kerja = h.url
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name="Minta satu kelengkapan").click()
    h.locator("textarea[name=alasan]").fill("Foto pengantar RT terpotong.")
    h.locator("select[name=isian]").select_option("pengantar")
    sehat(h)
    lanjut(h, "Minta satu kelengkapan")
    buka(h, kode)
    expect(h.get_by_text("Perlu Anda lengkapi").first).to_be_visible()
    with h.expect_navigation():
        h.get_by_role("link", name="Lengkapi sekarang").click()
    expect(h.get_by_text("Foto pengantar RT terpotong.")).to_be_visible()
    h.locator("input[type=file]").set_input_files(foto / "palsu.jpg")
    lanjut(h, "Kirim")
    expect(h.get_by_text("bukan foto atau PDF").first).to_be_visible()
    sehat_galat(h)
    h.locator("input[type=file]").set_input_files(foto / "foto.jpg")
    lanjut(h, "Kirim")
    expect(h.get_by_text("Jawaban Anda sudah kami terima")).to_be_visible()
    h.goto(kerja)
    for tombol in ("Berkas lengkap", "Mulai kerjakan", "Kirim ke pejabat untuk ditandatangani"):
        lanjut(h, tombol)
    ganti(h, "lurah")
    h.goto(kerja)
    sehat(h)
    lanjut(h, "Setujui dan tanda tangani")
    buka(h, kode)
    unduh = h.get_by_role("button", name="Unduh surat (PDF)")
    for _ in range(40):
        if unduh.count():
            break
        h.wait_for_timeout(500)
        h.reload()
    sehat(h)
    with h.expect_download() as unduhan:
        unduh.click()
    unduhan.value.save_as(foto / "surat.pdf")
    h.goto(f"/cek/{kode}/")
    expect(h.get_by_text("Selesai.", exact=False).first).to_be_visible()
    _periksa_surat(h, foto / "surat.pdf")
    h.goto(f"/cek/{kode}/data/")
    sehat(h)


def _periksa_surat(h, berkas):
    from pypdf import PdfReader

    kode_sah = re.search(
        r"kode ([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9])", PdfReader(berkas).pages[0].extract_text()
    )
    h.goto(f"/sah/{kode_sah[1]}/")
    expect(h.get_by_role("heading", name="Surat ini sah")).to_be_visible()
    h.locator("input[type=file]").set_input_files(berkas)
    lanjut(h, re.compile("^Bandingkan"))
    expect(h.get_by_text("sama persis")).to_be_visible()


def test_memohon_dan_membuka_kembali_tanpa_javascript(mesin, kota, halaman, foto):
    kelurahan = kelurahan_petugas(halaman)
    konteks = mesin.new_context(
        viewport={"width": 360, "height": 800}, base_url=kota.alamat, java_script_enabled=False
    )
    h = konteks.new_page()
    h.goto("/layanan/kel-01/mulai/")
    isi_pemohon(h, kelurahan)
    h.get_by_role("button", name="Lanjut").click()
    kode = kode_di(h)
    h.locator("input[name=nik]").fill(NIK)
    h.locator("input[name=alamat]").fill("Jalan Melati 3")
    h.locator("input[name=keperluan][value=bank]").check(force=True)
    tanggal(h, "sejak", 1, 2, 2015)
    h.get_by_role("button", name="Simpan, lanjutkan nanti").click()
    expect(h.get_by_text("Tersimpan.")).to_be_visible()
    konteks.clear_cookies()
    h.goto(f"/cek/{kode}/")
    expect(h.get_by_text("Belum dikirim").first).to_be_visible()
    tanggal(h, "lahir", 27, 3, 1990)
    h.get_by_role("button", name="Buka").click()
    h.get_by_role("link", name="Lanjutkan mengisi").click()
    expect(h.locator("input[name=nik]")).to_have_value(NIK)
    h.get_by_role("button", name="Lanjut", exact=True).click()
    for nama in ("pengantar", "kk"):
        h.locator(f"input[name={nama}]").set_input_files(foto / "foto.jpg")
    h.get_by_role("button", name="Lanjut", exact=True).click()
    h.get_by_role("button", name="Kirim").click()
    expect(h.get_by_role("heading", name="Permohonan Anda sudah kami terima")).to_be_visible()
    konteks.close()


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_petugas_merancang_formulir_menerbitkan_dan_mengisikan_di_loket(halaman):
    h = halaman
    tur(h, "formulir")
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name=re.compile("Pengantar SKCK")).click()
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name="Rancang formulir").click()
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name=re.compile("^Tambah isian")).first.click()
    sehat(h)
    kode = f"tujuan_{h.viewport_size['width']}"
    h.locator("input[name=label]").fill("Untuk melamar di mana?")
    h.locator("input[name=kode]").fill("Tujuan!")
    lanjut(h, "Simpan")
    expect(h.get_by_text("diawali huruf").first).to_be_visible()
    sehat_galat(h)
    h.locator("input[name=kode]").fill(kode)
    lanjut(h, "Simpan")
    expect(h.get_by_text("konsep versi")).to_be_visible()
    lanjut(h, re.compile("Naik Untuk melamar di mana"))
    with h.expect_navigation():
        h.get_by_role("link", name=re.compile("^Pratinjau")).first.click()
    expect(h.get_by_text("tidak ada yang tersimpan")).to_be_visible()
    sehat(h)
    h.go_back()
    lanjut(h, "Terbitkan versi ini")
    expect(h.get_by_text("memakai versi lamanya")).to_be_visible()
    h.goto("/kerja/layanan/standar/kel-03/usulkan/")
    sehat(h)
    h.goto("/kerja/layanan/loket/")
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name="Pengantar SKCK").click()
    expect(h.get_by_text("orang di depan Anda")).to_be_visible()
    h.locator("select[name=unit]").select_option(index=1)
    h.locator("input[name=nama]").fill("Bapak Elias")
    tanggal(h, "lahir", 1, 1, 1970)
    lanjut(h, "Lanjut")
    expect(h.get_by_label("Untuk melamar di mana?").first).to_be_visible()
    sehat(h)


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
@pytest.mark.parametrize("jalan", ["/layanan/kel-02/", "/layanan/adm-04/kartu/", "/layanan/maklumat/", "/cek/", "/en/layanan/", "/en/layanan/kel-01/"])  # fmt: skip
def test_halaman_layanan_sehat(halaman, jalan):
    assert halaman.goto(jalan).status == 200
    sehat(halaman)
