"""Nilai rendah menjadi rencana, pelatihan diminta, buktinya diperiksa, dan warga membaca hasil ukurnya; nomor antre sampai dipanggil."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from kasuari.dasar.inti.waktu import WIT
from tests.test_perjalanan import LEBAR, halaman, lanjut, sehat, tur

__all__ = ["halaman"]
pytestmark = pytest.mark.browser


def isi_tanggal(h, nama, hari):
    for bagian, nilai in (("hari", hari.day), ("bulan", hari.month), ("tahun", hari.year)):
        h.locator(f"input[name={nama}_{bagian}]").fill(str(nilai))


def buka_satu(h, keadaan):
    h.goto(f"/kerja/perbaikan/?keadaan={keadaan}")
    with h.expect_navigation():
        h.locator("main ul.daftar a").first.click()


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_nilai_rendah_menjadi_rencana_dan_pelatihan_diminta(halaman):
    h = halaman
    tur(h, "periksa-bukti")
    lanjut(h, "Catat temuan")
    unit = h.locator("select[name=unit] option", has_text="Dinas Kependudukan dan Pencatatan Sipil").first
    h.locator("select[name=unit]").select_option(unit.get_attribute("value"))
    h.locator("textarea[name=uraian]").fill("Ombudsman: alur pelayanan tidak terpasang di loket.")
    sehat(h)
    lanjut(h, "Catat temuan")
    expect(h.get_by_text("Temuan tercatat.")).to_be_visible()
    tur(h, "rencana")
    sehat(h)
    buka_satu(h, "rencana")
    expect(h.get_by_text("Ombudsman: alur pelayanan")).to_be_visible()
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name="Susun rencana").click()
    sehat(h)
    lanjut(h, "Ajukan rencana")
    expect(h.locator(".ringkas-galat")).to_be_visible()
    h.keluhan = [k for k in h.keluhan if "422" not in k]
    sehat(h)
    h.locator("textarea[name=sebab]").fill("Petugas baru belum dilatih.")
    h.locator("textarea[name=tindakan]").fill("Melatih petugas loket dan memasang alur di dinding.")
    h.locator("select[name=pos]").select_option(index=1)
    isi_tanggal(h, "janji", datetime.now(WIT).date() + timedelta(days=60))
    h.locator("textarea[name=bukti_diminta]").fill("Daftar hadir pelatihan dan foto alurnya.")
    lanjut(h, "Ajukan rencana")
    expect(h.get_by_text("Rencana terkirim kepada pimpinan di atas Anda.")).to_be_visible()
    sehat(h)
    with h.expect_navigation():
        h.get_by_role("link", name="Minta pelatihan atau perubahan").click()
    h.locator("input[name=jenis][value=pelatihan]").check(force=True)
    h.locator("textarea[name=uraian]").fill("Pelayanan prima di loket.")
    h.locator("input[name=banyak]").fill("4")
    sehat(h)
    lanjut(h, "Kirim permintaan")
    expect(h.get_by_text("Pelatihan pegawai: Pelayanan prima di loket.")).to_be_visible()


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_warga_membaca_yang_membaik_dan_yang_memburuk_beserta_ketidakpastiannya(halaman):
    h = halaman
    tur(h, "perbaikan")
    sehat(h)
    for keadaan, judul in (("membaik", "Membaik"), ("memburuk", "Memburuk")):
        h.goto(f"/perbaikan/?keadaan={keadaan}")
        with h.expect_navigation():
            h.locator("main ul.daftar a").first.click()
        expect(h.locator("#k-ukur").locator("xpath=../..").get_by_text(judul, exact=True)).to_be_visible()
        expect(
            h.get_by_text(re.compile("kemungkinan antara .* dan .*Unsur lain di unit ini"))
        ).to_be_visible()
        expect(h.get_by_role("link", name=re.compile("^Unduh bukti"))).to_be_visible()
        sehat(h)
    h.goto("/en/perbaikan/?keadaan=lewat")
    sehat(h)


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_lewat_janji_disebut_dan_auditor_tidak_dapat_memilih_vonis(halaman):
    h = halaman
    tur(h, "periksa-bukti")
    buka_satu(h, "lewat")
    expect(h.get_by_text("Lewat janji").first).to_be_visible()
    buka_satu(h, "ukur")
    expect(h.get_by_text("Menunggu survei berikutnya").first).to_be_visible()
    assert h.locator("main .aksi button").count() == 0
    sehat(h)


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_nomor_antre_dari_hp_tanpa_javascript_sampai_dipanggil(mesin, kota, halaman):
    petugas = halaman
    tur(petugas, "loket")
    sehat(petugas)
    with petugas.expect_navigation():
        petugas.locator("main ul.daftar a").first.click()
    lebar = petugas.viewport_size["width"]
    konteks = mesin.new_context(
        viewport={"width": lebar, "height": 800}, base_url=kota.alamat, java_script_enabled=False
    )
    hp = konteks.new_page()
    hp.goto("/layanan/antre/DUKCAPIL/")
    hp.locator("input[name=prioritas]").check(force=True)
    with hp.expect_navigation():
        hp.get_by_role("button", name="Ambil nomor").click()
    nomor = hp.locator("h1").inner_text().removeprefix("Nomor ")
    karcis = hp.url
    for _ in range(12):
        lanjut(petugas, re.compile("panggil berikutnya", re.IGNORECASE))
        if petugas.get_by_text(f"Sedang dilayani: {nomor}").count():
            break
    sehat(petugas)
    hp.goto(f"{karcis}?diam")
    expect(hp.get_by_text(re.compile("Nomor Anda dipanggil. Silakan ke Loket"))).to_be_visible()
    hp.goto("/layanan/antre/DUKCAPIL/layar/?diam")
    expect(hp.get_by_text(nomor)).to_be_visible()
    konteks.close()
    lanjut(petugas, "Selesai")
    petugas.goto("/layanan/antre/DUKCAPIL/layar/?diam")
    sehat(petugas)
