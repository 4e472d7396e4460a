"""Perjalanan akun dan jabatan di Chromium: kode surat dan e-mail, langkah kedua, Plh, papan ketik, jaringan putus."""

import base64
import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from kasuari.contoh.peran import SANDI_DEMO
from kasuari.dasar.akun import kode
from tests.test_perjalanan import LEBAR, halaman, lanjut, sehat, tur

__all__ = ["halaman"]
pytestmark = pytest.mark.browser


def nip_sendiri(h):
    h.goto("/kerja/saya/")
    return h.locator("main .nip").first.inner_text()


def keluar(h):
    with h.expect_navigation():
        h.locator("header form[action$='/keluar/'] button").click()


def kirim(h):
    with h.expect_navigation():
        h.locator("main form button[type=submit]").first.click()


def isi_masuk(h, nip, sandi=SANDI_DEMO):
    h.goto("/masuk/")
    h.locator("input[name=nama]").fill(nip)
    h.locator("input[type=password]").fill(sandi)
    kirim(h)


def enam_angka(rahasia, geser=0):
    """Enam angka autentikator untuk rahasia base32 itu, `geser` langkah 30 detik dari sekarang."""
    isi = base64.b32decode(rahasia + "=" * (-len(rahasia) % 8))
    return kode.totp(isi, int(datetime.now(UTC).timestamp()) // 30 + geser)


@pytest.mark.parametrize("halaman", LEBAR[:1], indirect=True)
def test_langkah_kedua_dipasang_dipakai_masuk_dengan_kode_cadangan_lalu_dilepas(halaman):
    h = halaman
    tur(h, "data-saya")
    nip = nip_sendiri(h)
    h.goto("/kerja/saya/akun/langkah-kedua/")
    if "/lagi/" in h.url:
        h.locator("input[type=password]").fill(SANDI_DEMO)
        lanjut(h, re.compile("Lanjut|Masuk"))
    h.get_by_text("Tidak dapat memindai?").click()
    rahasia = h.locator("details code").inner_text().replace(" ", "")
    sehat(h)
    h.locator("main input[name=kode]").fill(enam_angka(rahasia))
    lanjut(h, "Pasang")
    cadangan = re.findall(r"(?:[A-Z0-9]{4}-)+[A-Z0-9]{4}", h.locator("main").inner_text())
    assert len(cadangan) >= 8
    sehat(h)
    keluar(h)
    isi_masuk(h, nip)
    assert "/masuk/kode/" in h.url
    h.locator("main input[name=kode]").fill("000000")
    with h.expect_navigation():
        h.locator("main form button").first.click()
    assert "/masuk/kode/" in h.url
    h.keluhan.clear()  # peramban mencatat jawaban 422 sebagai keluhan
    sehat(h)
    h.locator("main input[name=kode]").fill(cadangan[0])
    with h.expect_navigation():
        h.locator("main form button").first.click()
    assert h.url.endswith("/kerja/")
    h.goto("/kerja/saya/akun/langkah-kedua/")
    if "/lagi/" in h.url:
        h.locator("main input[name=kode]").fill(cadangan[1])
        with h.expect_navigation():
            h.locator("main form button").first.click()
    sehat(h)
    lanjut(h, "Lepas langkah kedua")
    h.goto("/kerja/saya/akun/langkah-kedua/")
    expect(h.get_by_role("button", name="Pasang")).to_be_visible()


@pytest.mark.parametrize("halaman", LEBAR[:1], indirect=True)
def test_perangkat_lain_dikeluarkan_dari_daftar(halaman, mesin, kota):
    tur(halaman, "data-saya")
    nip = nip_sendiri(halaman)
    lain = mesin.new_context(base_url=kota.alamat).new_page()
    isi_masuk(lain, nip)
    halaman.goto("/kerja/saya/akun/perangkat/")
    sehat(halaman)
    while halaman.get_by_role("button", name=re.compile("^Keluarkan")).count():
        lanjut(halaman, re.compile("^Keluarkan"))
    lain.goto("/kerja/saya/")
    assert "/masuk/" in lain.url
    lain.context.close()


KODE = r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"
SANDI_BARU = "papeda kuah kuning enak"


def buat_sandi(h, nama, tulisan):
    """Mengetik kode dari surat di halaman aktivasi, sekali salah dan sekali benar, lalu masuk."""
    for ketik, akhir in (("AAAA-BBBB-CCCC", "/masuk/aktifkan/"), (tulisan, "/masuk/")):
        h.locator("main input[name=nama]").fill(nama)
        h.locator("main input[name=kode]").clear()
        h.locator("main input[name=kode]").press_sequentially(ketik.lower())
        for kotak in ("sandi", "ulang"):
            h.locator(f"main input[name={kotak}]").fill(SANDI_BARU)
        kirim(h)
        assert h.url.endswith(akhir)
        h.keluhan.clear()  # jawaban 422 dicatat peramban sebagai keluhan
        sehat(h)
    isi_masuk(h, nama, SANDI_BARU)
    assert h.url.endswith("/kerja/")


@pytest.mark.parametrize("halaman", LEBAR[:1], indirect=True)
def test_lupa_sandi_kode_dari_email_diketik_lalu_masuk(halaman, kotak_surat):
    h, alamat = halaman, "umpeg@sorong.contoh.test"
    h.goto("/masuk/")
    lanjut(h, re.compile("Lupa sandi"))
    sehat(h)
    h.locator("main input[name=nama]").fill(alamat)
    kirim(h)
    sehat(h)
    buat_sandi(h, alamat, re.search(KODE, kotak_surat.tunggu(alamat))[0])


@pytest.mark.parametrize("halaman", LEBAR[:1], indirect=True)
def test_akun_baru_diaktifkan_dengan_surat_tercetak(halaman, mesin, kota):
    h = halaman
    isi_masuk(h, "admin.sistem@sorong.contoh.test")
    h.goto("/kerja/sistem/akun/")
    sehat(h)
    h.locator("main tr", has_text="belum aktif").locator("a").first.click()
    nip = re.sub(r"\D", "", h.locator("main .nip").first.inner_text())
    lanjut(h, "Cetak surat kode")
    sehat(h)
    with h.expect_download() as unduhan:
        h.locator("main form button").first.click()
    surat = PdfReader(unduhan.value.path()).pages[0].extract_text()
    assert nip in re.sub(r"\s", "", surat)
    konteks = mesin.new_context(viewport=h.viewport_size, base_url=kota.alamat)
    baru = konteks.new_page()
    baru.keluhan = []
    baru.goto("/masuk/aktifkan/")
    buat_sandi(baru, nip, re.search(KODE, surat)[0])
    konteks.close()


@pytest.mark.parametrize("halaman", LEBAR[:1], indirect=True)
def test_plh_dilimpahkan_diperiksa_dilihat_penerimanya_lalu_diakhiri(halaman, mesin, kota):
    h = halaman
    konteks = mesin.new_context(viewport=h.viewport_size, base_url=kota.alamat)
    maria = konteks.new_page()
    maria.keluhan = []
    tur(maria, "data-saya")
    nip = nip_sendiri(maria)
    assert maria.goto("/kerja/profesionalitas/").url.endswith("/saya/")
    tur(h, "indeks-unit")
    h.goto("/kerja/saya/pelimpahan/")
    sehat(h)
    h.locator("[name=kepada]").fill(nip)
    h.locator("[name=sumber][value=plh]").check(force=True)
    hari = datetime.now(UTC) + timedelta(hours=9)
    for nama, tanggal in (("mulai", hari), ("sampai", hari + timedelta(days=6))):
        for kotak, nilai in zip(
            ("hari", "bulan", "tahun"), (tanggal.day, tanggal.month, tanggal.year), strict=True
        ):
            h.locator(f"[name={nama}_{kotak}]").fill(str(nilai))
    lanjut(h, "Periksa")
    h.get_by_text("Maria Kandimor").first.wait_for()
    sehat(h)
    lanjut(h, re.compile("Limpahkan|Kirim"))
    sehat(h)
    maria.goto("/kerja/saya/pelimpahan/")
    maria.get_by_text("Yuliana Wamafri").first.wait_for()
    sehat(maria)
    maria.goto("/kerja/profesionalitas/")
    assert not maria.url.endswith("/saya/")
    sehat(maria)
    lanjut(h, re.compile("Akhiri"))
    assert maria.goto("/kerja/profesionalitas/").url.endswith("/saya/")
    konteks.close()


def fokus_ke(h, nama, batas=120):
    """Tekan Tab sampai unsur bernama itu mendapat fokus; tanpa tetikus sama sekali."""
    for _ in range(batas):
        h.keyboard.press("Tab")
        isi = h.evaluate("document.activeElement.innerText?.trim() || 'kotak ' + document.activeElement.name")
        if re.search(nama, isi):
            return
    raise AssertionError(f"{nama} tidak tercapai dengan Tab")


def tekan(h):
    with h.expect_navigation():
        h.keyboard.press("Enter")


def test_mencari_pegawai_dan_membuka_lembarnya_dengan_papan_ketik_saja(halaman):
    tur(halaman, "register")
    fokus_ke(halaman, "^kotak q$")
    halaman.keyboard.type("frans nauritel")
    tekan(halaman)
    fokus_ke(halaman, "^Frans Nauritel")
    tekan(halaman)
    assert halaman.locator("h1").inner_text().startswith("Frans Nauritel")


def buka_pos(h):
    tur(h, "organisasi")
    h.goto(
        h.locator("a[href^='/kerja/organisasi/0']")
        .filter(has_text="Dinas Pendidikan")
        .first.get_attribute("href")
    )
    h.locator("main a[href*='/organisasi/pos/']").last.click()


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_plt_ditetapkan_dari_pencarian_diperiksa_disimpan_dua_tekan_lalu_diakhiri(halaman):
    h = halaman
    buka_pos(h)
    sehat(h)
    lanjut(h, "Tetapkan pemegang")
    h.locator("[name=cari]").fill("frans nauritl")
    lanjut(h, "Cari")
    sehat(h)
    h.get_by_role("link", name=re.compile("^Frans Nauritel")).click()
    h.locator("[name=jenis][value=plt]").check(force=True)
    # dua lebar layar memakai kota yang sama: masanya dibuat tidak bertumpang
    tahun = "2030" if h.viewport_size["width"] == 360 else "2032"
    for nama, isi in (("mulai", ("1", "12", tahun)), ("sampai", ("1", "3", str(int(tahun) + 1)))):
        for kotak, nilai in zip(("hari", "bulan", "tahun"), isi, strict=True):
            h.locator(f"[name={nama}_{kotak}]").fill(nilai)
    h.locator("[name=sk_nomor]").fill("SK 800/7/2026")
    lanjut(h, "Periksa dulu")
    sehat(h)
    h.get_by_role("button", name="Simpan", exact=True).dblclick()
    h.get_by_text("Pemegang pos dicatat").wait_for()
    h.wait_for_load_state("load")
    sehat(h)


def test_jaringan_putus_saat_menyimpan_isian_tetap_dan_tersimpan_sekali(halaman):
    h = halaman
    buka_pos(h)
    lembar = h.url
    lanjut(h, "Ubah pos")
    for kotak, nilai in zip(("hari", "bulan", "tahun"), ("1", "1", "2031"), strict=True):
        h.locator(f"[name=mulai_{kotak}]").fill(nilai)
    h.locator("[name=sk_nomor]").fill("SK 800/8/2026")
    lanjut(h, "Periksa dulu")
    # jaringan putus sesudah server menyimpan dan sebelum jawabannya sampai: orang memuat ulang
    h.route("**/ubah/", lambda jalur: (jalur.fetch(), jalur.abort()))
    h.get_by_role("button", name="Simpan", exact=True).click()
    h.wait_for_timeout(1000)
    h.unroute("**/ubah/")
    h.keluhan.clear()
    h.reload()  # halaman galat peramban: muat ulang mengirim isian yang sama dengan kunci yang sama
    assert "/kerja/organisasi/" in h.url and "/ubah/" not in h.url
    h.goto(f"{lembar}?per_hari=1&per_bulan=1&per_tahun=2031")
    sehat(h)
