"""Tangkapan layar halaman utama untuk README dan petunjuk: `script/screenshots [--asn N]`.

Kota demo kecil dinyalakan, tiap halaman dibuka lewat tombol tur sebagai peran yang semestinya, lalu dipotret
setinggi layar (bukan sepanjang halaman) supaya gambarnya kecil.
"""

import argparse
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests import kota_jalan, peramban

GAMBAR = kota_jalan.AKAR / "docs/gambar"
UKURAN = ((360, 800), (1280, 900))
BATAS = 200_000
# nama berkas -> langkah tur, atau alamat umum
HALAMAN = {
    "beranda": "/",
    "beranda-kerja": "beranda",
    "register": "register",
    "pos": "pos",
    "impor": "impor",
    "indeks-kota": "indeks-kota",
    "indeks-saya": "indeks-saya",
    "data-saya": "data-saya",
    "jejak-saya": "jejak-saya",
    "ajukan": "ajukan",
    "usulan": "tanda-tangan",
    "bagan": "bagan",
    "aturan": "/aturan/",
    "aturan-gambar": "/aturan/kgb/",
    "aturan-nilai": "/aturan/parameter/gaji_pokok_pns/",
    "ketentuan": "setujui-ketentuan",
    "layanan": "/layanan/",
    "layanan-antrean": "antrean-layanan",
    "antre": "nomor-antre",
    "survei": "survei-isi",
    "survei-hasil": "/skm/hasil/",
    "perbaikan": "/perbaikan/",
}
# nama berkas -> (langkah tur untuk masuk atau alamat umum, lanjut ke mana)
LANJUT: dict[str, tuple[str, Callable[[Page], None]]] = {
    "organisasi": ("register", lambda h: h.goto("/kerja/organisasi/") and None),
    "jatuh-tempo": ("jatuh-tempo", lambda h: h.goto("/kerja/usulan/jatuh-tempo/kgb/?hari=365") and None),
    "aturan-hitung": ("/aturan/kgb/coba/?apa=gaji_pokok_sekarang", lambda h: _hitung_kgb(h)),
}


def _hitung_kgb(h: Page) -> None:
    h.get_by_label("Golongan ruang").select_option("III/b")
    h.locator("[name=mkg_tahun]").fill("5")
    h.locator("[name=mkg_bulan]").fill("7")
    for bagian, isi in zip(("hari", "bulan", "tahun"), ("1", "3", "2025"), strict=True):
        h.locator(f"[name=per_tanggal_{bagian}]").fill(isi)
    with h.expect_navigation():
        h.get_by_role("button", name="Hitung", exact=True).click()
    h.locator("summary").first.click()


def _masuk(h: Page, langkah: str) -> None:
    """Lewat tombol tur sebagai peran langkah itu; yang diawali `/` langsung alamatnya."""
    if langkah.startswith("/"):
        h.goto(langkah)
        return
    h.goto("/tur/")
    h.locator(f"#{langkah} button").click()
    h.wait_for_load_state("load")


def _buka(h: Page, nama: str) -> None:
    if nama in LANJUT:
        langkah, lanjut = LANJUT[nama]
        _masuk(h, langkah)
        lanjut(h)
        return
    _masuk(h, HALAMAN[nama])


def _potong(png: bytes) -> list[tuple[bytes, bytes]]:
    hasil, i = [], 8
    while i < len(png):
        (n,) = struct.unpack(">I", png[i : i + 4])
        hasil.append((png[i + 4 : i + 8], png[i + 8 : i + 8 + n]))
        i += 12 + n
    return hasil


def padatkan(png: bytes) -> bytes:
    """PNG yang sama, dimampatkan sekali lagi dengan tingkat tertinggi; yang lebih kecil yang dipakai."""
    bagian = _potong(png)
    isi = zlib.decompress(b"".join(d for j, d in bagian if j == b"IDAT"))
    padat = zlib.compress(isi, 9)
    kepala = next(d for j, d in bagian if j == b"IHDR")
    baru = png[:8] + b"".join(
        _bungkus(j, d) for j, d in ((b"IHDR", kepala), (b"IDAT", padat), (b"IEND", b""))
    )
    return min(baru, png, key=len)


def _bungkus(jenis: bytes, isi: bytes) -> bytes:
    return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))


def main() -> int:
    pilihan = argparse.ArgumentParser(prog="script/screenshots")
    pilihan.add_argument("--asn", type=int, default=400)
    pilihan.add_argument("--ke", type=Path, default=GAMBAR)
    p = pilihan.parse_args()
    p.ke.mkdir(parents=True, exist_ok=True)
    besar = []
    with kota_jalan.buka(p.asn) as kota, peramban.buka() as mesin:
        for lebar, tinggi in UKURAN:
            for nama in (*HALAMAN, *LANJUT):
                konteks = mesin.new_context(
                    viewport={"width": lebar, "height": tinggi}, base_url=kota.alamat, locale="id-ID"
                )
                h = konteks.new_page()
                _buka(h, nama)
                berkas = p.ke / f"{nama}-{lebar}.png"
                berkas.write_bytes(padatkan(h.screenshot()))
                print(f"{berkas.name}  {berkas.stat().st_size:,} byte", flush=True)
                besar += [berkas.name] if berkas.stat().st_size > BATAS else []
                konteks.close()
    if besar:
        print(f"Lebih dari {BATAS:,} byte: {', '.join(besar)}")
    return 1 if besar else 0


if __name__ == "__main__":
    raise SystemExit(main())
