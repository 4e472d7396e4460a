"""Perjalanan usulan di Chromium: KGB dari daftar jatuh tempo sampai surat yang diperiksa orang luar dan gaji baru."""

import re
import time
from datetime import datetime

import pytest
from playwright.sync_api import expect

from kasuari.contoh.peran import SANDI_DEMO
from kasuari.dasar.inti.waktu import WIT
from tests.berkas import pdf
from tests.test_perjalanan import LEBAR, halaman, lanjut, sehat, tur
from tests.test_perjalanan_hukum import isi_tanggal

__all__ = ["halaman"]
pytestmark = pytest.mark.browser
LAMA = 30  # detik menunggu pekerja latar


def kerjakan(h):
    """Halaman tindakan banyak: Kerjakan, sandi bila diminta, Ya, lalu menunggu semua barisnya selesai."""
    sehat(h)
    lanjut(h, "Kerjakan")
    if "/lagi/" in h.url:
        h.locator("input[type=password]").fill(SANDI_DEMO)
        lanjut(h, re.compile("Lanjut|Masuk"))
    sehat(h)
    lanjut(h, "Ya, kerjakan")
    sampai(h, lambda: "memuat ulang sendiri" not in h.locator("main").inner_text())
    sehat(h)
    return h.locator("main [role=status]").inner_text()


def sampai(h, beres):
    batas = time.monotonic() + LAMA
    while not beres():
        assert time.monotonic() < batas, "pekerja latar terlalu lama"
        h.wait_for_timeout(500)
        h.reload()


def centang(h, nama):
    for n in nama:
        h.get_by_role("checkbox", name=re.compile(f"^{re.escape(n)}")).check()


def bandingkan(h, isi):
    h.locator("input[type=file]").set_input_files(
        {"name": "s.pdf", "mimeType": "application/pdf", "buffer": isi}
    )
    lanjut(h, "Bandingkan")


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_kgb_dari_jatuh_tempo_sampai_diperiksa_orang_luar_dan_gaji_baru(halaman):
    h = halaman
    tur(h, "jatuh-tempo")
    sehat(h)
    lanjut(h, re.compile("^Kenaikan gaji berkala"))
    h.get_by_label("Jangka").select_option("365")
    lanjut(h, "Saring")
    sehat(h)
    baris = (
        h.locator("main ul.daftar > li")
        .filter(has=h.locator("input[type=checkbox]"))
        .filter(has_not_text="IV/")
    )
    nama = [b.locator("label").inner_text().strip() for b in baris.all()[:3]]
    assert len(nama) == 3
    centang(h, nama)
    lanjut(h, "Susun yang dicentang")
    assert kerjakan(h).startswith("3 dari 3 sudah dikerjakan, 0 tidak")

    h.goto("/kerja/usulan/?jenis=kgb&tahap=konsep")
    centang(h, nama)
    lanjut(h, "Kirim ke BKPSDM yang dicentang")
    assert kerjakan(h).startswith("3 dari 3")

    tur(h, "periksa-usulan")
    h.goto("/kerja/usulan/?jenis=kgb&tahap=periksa")
    sehat(h)
    h.locator("li", has_text=nama[0]).get_by_role("link", name=re.compile("^Buka")).first.click()
    sehat(h)
    expect(h.get_by_text("Gaji pokok baru").first).to_be_visible()
    lanjut(h, "Minta perbaikan")
    lanjut(h, "Minta perbaikan")
    expect(h.locator(".ringkas-galat")).to_be_visible()
    h.keluhan.clear()  # 422 memang dicatat peramban sebagai galat jaringan
    h.get_by_label("Alasan siap pakai").select_option(index=2)
    lanjut(h, "Minta perbaikan")
    sehat(h)
    h.goto("/kerja/usulan/?jenis=kgb&tahap=periksa")
    centang(h, nama[1:])
    lanjut(h, "Lengkap, terima yang dicentang")
    assert kerjakan(h).startswith("2 dari 2")

    tur(h, "tanda-tangan")
    h.goto("/kerja/usulan/?jenis=kgb&tahap=tandatangan")
    sehat(h)
    centang(h, nama[1:])
    lanjut(h, "Tandatangani yang dicentang")
    assert kerjakan(h).startswith("2 dari 2")
    lanjut(h, re.compile(f"^{re.escape(nama[1])}"))
    sampai(h, lambda: h.get_by_role("link", name="Unduh suratnya (PDF)").is_visible())
    sehat(h)
    tmt = h.locator("main p.prosa").first.inner_text().split(", ")[-1]
    with h.expect_download() as unduhan:
        h.get_by_role("link", name="Unduh suratnya (PDF)").click()
    berkas = unduhan.value.path().read_bytes()
    kode = re.search(r"keputusan-(.+)\.pdf", unduhan.value.suggested_filename).group(1)

    h.context.clear_cookies()
    h.goto(f"/sah/{kode}/")
    sehat(h)
    expect(h.get_by_role("heading", name="Surat ini sah")).to_be_visible()
    bandingkan(h, berkas)
    expect(h.get_by_text("sama persis")).to_be_visible()
    palsu = bytearray(berkas)
    palsu[len(palsu) // 2] ^= 1
    bandingkan(h, bytes(palsu))
    expect(h.get_by_role("heading", name="Berkas ini bukan surat")).to_be_visible()
    sehat(h)

    tur(h, "periksa-usulan")
    h.goto(f"/kerja/pegawai/?q={nama[1].split(',')[0].replace(' ', '+')}")
    lanjut(h, re.compile(f"^{re.escape(nama[1].split(',')[0])}"))
    sehat(h)
    # keputusan menggeser jatuh tempo berikutnya, atau tidak ada lagi bila gajinya sudah di ujung tangga
    teks = h.locator("main").inner_text()
    berikut = re.search(r"KGB berikut\n(.+)", teks).group(1)
    assert berikut == "–" or int(berikut[-4:]) > int(tmt[-4:])


BUKTI = {
    "name": "bukti.pdf",
    "mimeType": "application/pdf",
    "buffer": pdf(),
}


def langkahkan(h, judul):
    """Membuka halaman konfirmasi satu tindakan lalu menekannya; sandi dimasukkan bila diminta."""
    lanjut(h, judul)
    if "/lagi/" in h.url:
        h.locator("input[type=password]").fill(SANDI_DEMO)
        lanjut(h, re.compile("Lanjut|Masuk"))
    sehat(h)
    lanjut(h, judul)


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_data_keliru_diperbaiki_orangnya_dengan_bukti_tanpa_javascript(halaman, mesin, kota):
    h, lebar = halaman, halaman.viewport_size["width"]
    polos = mesin.new_context(
        java_script_enabled=False, base_url=kota.alamat, viewport={"width": lebar, "height": 800}
    )
    asn = polos.new_page()
    tur(asn, "data-saya")
    lanjut(asn, "Perbaiki data saya")
    lanjut(asn, "Tempat atau tanggal lahir")
    kata = "Teminabuan" if lebar == 360 else "Ayamaru"
    asn.get_by_label("Tempat lahir").fill(kata)
    lanjut(asn, "Kirim")
    expect(asn.get_by_text("Berkas belum ada: Akta kelahiran.").first).to_be_visible()
    assert asn.get_by_label("Tempat lahir").input_value() == kata
    for berkas in asn.locator("input[type=file]").all():
        berkas.set_input_files(BUKTI)
    lanjut(asn, "Kirim")
    expect(asn.get_by_text("sudah kami terima")).to_be_visible()
    alamat = asn.url
    polos.close()

    tur(h, "jatuh-tempo")
    h.goto(alamat)
    sehat(h)
    langkahkan(h, "Lengkap, teruskan")
    tur(h, "periksa-usulan")
    h.goto(alamat)
    sehat(h)
    expect(h.get_by_text(kata).first).to_be_visible()
    langkahkan(h, "Setujui, ubah register")
    expect(h.get_by_text("Disetujui, register sudah berubah").first).to_be_visible()
    tur(h, "data-saya")
    expect(h.locator("main").get_by_text(kata).first).to_be_visible()
    tur(h, "cuti-atasan")
    assert h.goto(alamat).status == 404
    h.keluhan.clear()


@pytest.mark.parametrize("halaman", LEBAR, indirect=True)
def test_pensiun_dari_jatuh_tempo_lewat_bkn_sampai_keputusan_tertutup(halaman):
    h = halaman
    tur(h, "jatuh-tempo")
    lanjut(h, re.compile("^Pensiun karena batas usia"))
    h.get_by_label("Jangka").select_option("365")
    lanjut(h, "Saring")
    sehat(h)
    kotak = h.locator("main ul.daftar > li").filter(has=h.locator("input[type=checkbox]"))
    kotak = kotak.filter(has_not_text=re.compile("IV/[c-e]")).first
    nama = kotak.locator("label").inner_text().strip()
    centang(h, [nama])
    lanjut(h, "Susun yang dicentang")
    assert kerjakan(h).startswith("1 dari 1 sudah dikerjakan, 0 tidak")
    lanjut(h, re.compile(f"^{re.escape(nama)}"))
    alamat = h.url
    sehat(h)
    expect(h.get_by_text("Yang masih kurang")).to_be_visible()
    lanjut(h, "Ubah isian atau berkas")
    sehat(h)
    for berkas in h.locator("input[type=file]").all():
        berkas.set_input_files(BUKTI)
    lanjut(h, "Simpan dan kirim")
    sehat(h)

    tur(h, "periksa-usulan")
    h.goto(alamat)
    sehat(h)
    langkahkan(h, "Lengkap, terima")
    lanjut(h, "Catat sudah diusulkan ke BKN")
    nomor = f"2609900{h.viewport_size['width']:05d}"  # satu nomor milik satu usulan, dan kedua lebar sekota
    h.get_by_label("Nomor usul di BKN").fill(f"U-{nomor}")
    hari = datetime.now(WIT).date()  # kotanya berjalan dengan jam sungguhan, uji ini tidak
    isi_tanggal(h, "usul_tanggal", hari.day, hari.month, hari.year)
    lanjut(h, "Catat sudah diusulkan ke BKN")
    sehat(h)
    lanjut(h, "Pertek BKN terbit")
    lanjut(h, "Pertek BKN terbit")
    expect(h.locator(".ringkas-galat")).to_be_visible()
    h.keluhan.clear()  # 422 memang dicatat peramban sebagai galat jaringan
    h.get_by_label("Nomor pertek BKN").fill(f"PH-{nomor}")
    isi_tanggal(h, "pertek_tanggal", hari.day, hari.month, hari.year)
    lanjut(h, "Pertek BKN terbit")
    sehat(h)
    tur(h, "tanda-tangan")
    h.goto(alamat)
    langkahkan(h, "Paraf")
    tur(h, "indeks-kota")
    h.goto(alamat)
    langkahkan(h, "Tandatangani")
    sampai(h, lambda: h.get_by_role("link", name="Unduh suratnya (PDF)").is_visible())
    with h.expect_download() as unduhan:
        h.get_by_role("link", name="Unduh suratnya (PDF)").click()
    kode = re.search(r"keputusan-(.+)\.pdf", unduhan.value.suggested_filename).group(1)
    h.context.clear_cookies()
    h.goto(f"/sah/{kode}/")
    sehat(h)
    assert nama.split(",")[0] not in h.locator("main").inner_text()
    assert "ensiun" not in h.locator("main").inner_text()
    h.goto(alamat)
    assert "/masuk/" in h.url
