"""Survei dari QR sampai tersimpan: sepuluh ketukan, tanpa sinyal, tab tertutup, server mati, tanpa JavaScript, HP lambat."""

import re
import sqlite3
import time
from contextlib import closing

import pytest
from playwright.sync_api import expect

from kasuari.masyarakat.survei.kata_unsur import UNSUR
from tests import kota_jalan
from tests.peramban import melebar, pelanggaran_axe
from tests.test_perjalanan import LEBAR, halaman, sehat, tur

__all__ = ["halaman"]
pytestmark = pytest.mark.browser
ISIAN = "/skm/DUKCAPIL/"


def banyak(kota) -> int:
    """Kiriman yang diterima server; kunci yang sudah dicampur pun tetap terhitung satu baris."""
    with closing(sqlite3.connect(kota.data / "kasuari.sqlite3", timeout=20)) as b:
        return b.execute("SELECT COUNT(*) FROM survei_kiriman").fetchone()[0]


def isi(h, nilai=3):
    for u in UNSUR:
        h.locator(f"#{u}_{nilai}").check()


def antrean(h):
    return h.evaluate("Antrean.semua().then(a => a.length)")


def siap_luring(h):
    h.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    h.wait_for_function("navigator.serviceWorker.controller !== null")


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_dari_qr_sepuluh_ketukan_sampai_terima_kasih(halaman, kota):
    h, sebelum = halaman, banyak(kota)
    h.goto(ISIAN)
    sehat(h)
    h.set_viewport_size({"width": 320, "height": 640})
    assert melebar(h) == []
    ketukan = 0
    for u in UNSUR:
        h.locator(f"label:has(#{u}_3)").click()
        ketukan += 1
    h.get_by_role("button", name="Kirim penilaian").click()
    ketukan += 1
    expect(h.get_by_text("Penilaian Anda sudah kami terima")).to_be_visible()
    assert ketukan == 10 and banyak(kota) == sebelum + 1
    sehat(h)
    kode = re.search(r"[0-9a-f-]{36}", h.locator("#status").inner_text())[0]
    h.goto("/skm/tarik/")
    sehat(h)
    h.locator("#kode").fill(kode)
    h.get_by_role("button", name="Hapus").click()
    expect(h.get_by_text("sudah dihapus dan tidak dihitung")).to_be_visible()
    assert banyak(kota) == sebelum


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_halaman_hasil_dan_layar_petugas_sehat_di_kedua_lebar(halaman):
    h = halaman
    for jalan in (
        "/skm/",
        "/skm/hasil/",
        "/skm/hasil/DUKCAPIL/",
        "/skm/hasil/RSUD/",
        "/skm/hasil/DST-01/",
        "/en/skm/DUKCAPIL/",
    ):
        h.goto(jalan)
        sehat(h)
    tur(h, "survei-kelola")
    sehat(h)
    h.get_by_role("link", name="Dinas Kependudukan").first.click()
    expect(h.get_by_role("heading", level=1)).to_have_text(re.compile("Dinas Kependudukan"))
    sehat(h)
    with h.expect_download() as unduh:
        h.get_by_role("link", name="Unduh poster QR").click()
    assert unduh.value.suggested_filename.endswith(".pdf")
    for nama in ("Baca tulisan bebas", "Rencana sampel"):
        alamat = h.url
        h.get_by_role("link", name=nama, exact=True).click()
        h.wait_for_load_state()
        sehat(h)
        h.goto(alamat)


def test_isian_kurang_disebut_dan_fokusnya_menuju_pertanyaan(mesin, kota):
    with mesin.new_context(base_url=kota.alamat, viewport={"width": 360, "height": 740}) as c:
        h = c.new_page()
        h.goto(ISIAN)
        for u in UNSUR[:7]:
            h.locator(f"#{u}_3").check()
        h.get_by_role("button", name="Kirim penilaian").click()
        expect(h.locator(".ringkas-galat")).to_be_focused()
        expect(h).to_have_title(re.compile("^Kesalahan:"))
        assert pelanggaran_axe(h) == {}
        h.keyboard.press("Tab")
        h.keyboard.press("Enter")
        h.keyboard.press("Space")
        assert h.locator("input:checked").count() >= 7


def test_tanpa_javascript_isian_salah_lalu_benar(mesin, kota):
    sebelum = banyak(kota)
    with mesin.new_context(base_url=kota.alamat, java_script_enabled=False) as c:
        h = c.new_page()
        h.goto(ISIAN)
        h.locator("textarea").fill("Loketnya panas")
        h.get_by_role("button", name="Kirim penilaian").click()
        expect(h.locator(".ringkas-galat")).to_contain_text("Ada 9 hal")
        expect(h.locator("textarea")).to_have_value("Loketnya panas")
        isi(h, 4)
        h.get_by_role("button", name="Kirim penilaian").click()
        expect(h.get_by_role("heading", level=1)).to_have_text("Terima kasih")
    assert banyak(kota) == sebelum + 1


def test_tanpa_sinyal_disimpan_lalu_terkirim_sendiri_dan_layar_loket_kembali_kosong(mesin, kota):
    sebelum = banyak(kota)
    with mesin.new_context(base_url=kota.alamat) as c:
        h = c.new_page()
        h.goto(f"{ISIAN}?kios=1")
        siap_luring(h)
        h.reload()
        c.set_offline(True)
        assert h.reload().from_service_worker
        for ke in (1, 2):
            isi(h, ke + 1)
            h.get_by_role("button", name="Kirim penilaian").click()
            expect(h.locator("#status")).to_contain_text(f"{ke} penilaian tersimpan")
        assert h.locator("input:checked").count() == 0 and pelanggaran_axe(h) == {}
        h.close()
        h = c.new_page()  # tab ditutup lalu dibuka lagi tanpa sinyal
        h.goto(ISIAN + "?kios=1")
        assert antrean(h) == 2 and banyak(kota) == sebelum
        c.set_offline(False)
        expect(h.locator("#status")).to_contain_text("sudah kami terima")
        assert antrean(h) == 0 and banyak(kota) == sebelum + 2


@pytest.mark.parametrize(("jalan", "kib"), [(ISIAN, 15), ("/layanan/adm-01/", 40), ("/perbaikan/", 40)])
def test_hp_lambat_di_sinyal_lemah_memuat_di_bawah_dua_setengah_detik(mesin, kota, jalan, kib):
    with mesin.new_context(base_url=kota.alamat, viewport={"width": 360, "height": 740}) as c:
        h = c.new_page()
        cdp = c.new_cdp_session(h)
        cdp.send("Network.enable")
        laju = 400 * 1000 / 8
        cdp.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 400, "downloadThroughput": laju, "uploadThroughput": laju},
        )
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        mulai = time.monotonic()
        h.goto(jalan)
        muat = time.monotonic() - mulai
        byte = h.evaluate("performance.getEntries().reduce((n, e) => n + (e.transferSize || 0), 0)")
        print(f"{jalan}: muat {muat:.2f} detik, {byte} byte")
        assert muat < 2.5 and byte < kib * 1024


@pytest.mark.lambat
def test_jaringan_putus_tab_ditutup_dan_server_dibunuh_tidak_menghilangkan_atau_menggandakan(mesin):
    from tests.survei_luring import jalankan

    with kota_jalan.buka(150) as kota_sendiri:
        hasil = jalankan(mesin, kota_sendiri, 40)
    assert (hasil["hilang"], hasil["ganda"]) == (0, 0), hasil
