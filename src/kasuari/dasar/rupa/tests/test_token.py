"""Warna mentah hanya di lapis token, semua pasangan teks cukup kontras, dan berkasnya kecil."""

import gzip
import re
from pathlib import Path

import pytest

RUPA = Path(__file__).parent.parent
SUMBER = RUPA.parent.parent
CSS = (RUPA / "static/rupa/css/kasuari.css").read_text()
TOKEN, KOMPONEN = CSS.split("@layer dasar{", 1)
MENTAH = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(")
PALET = re.compile(r"var\(--(?:laut|bakau|tanah|emas|ungu|pasir|arang|putih)")


def _token(gelap: bool) -> dict[str, str]:
    terang, malam = TOKEN.split("prefers-color-scheme:dark", 1)
    isi = dict(re.findall(r"--([\w-]+):([^;}]+)", terang))
    if gelap:
        isi |= dict(re.findall(r"--([\w-]+):([^;}]+)", malam))
    return isi


def _warna(isi: dict[str, str], nama: str) -> str:
    nilai = isi[nama]
    return _warna(isi, rujuk[1]) if (rujuk := re.fullmatch(r"var\(--([\w-]+)\)", nilai)) else nilai


def _terang(heksa: str) -> float:
    h = heksa.lstrip("#")
    h = "".join(c * 2 for c in h) if len(h) == 3 else h
    kanal = [int(h[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _kontras(isi: dict[str, str], a: str, b: str) -> float:
    x, y = sorted((_terang(_warna(isi, a)), _terang(_warna(isi, b))), reverse=True)
    return (x + 0.05) / (y + 0.05)


def test_komponen_hanya_memakai_token_makna():
    assert MENTAH.findall(KOMPONEN) == []
    assert PALET.findall(KOMPONEN) == []


def test_token_yang_dipakai_ada():
    isi = _token(gelap=False)
    lokal = {"w", "l", "t"}  # diisi kelas komponen sendiri
    assert set(re.findall(r"var\(--([\w-]+)", KOMPONEN)) - set(isi) - lokal == set()


def test_templat_tanpa_warna_mentah_dan_gaya_sebaris():
    salah = []
    for berkas in SUMBER.rglob("templates/**/*.html"):
        teks = berkas.read_text()
        if re.search(r"\sstyle\s*=|<style|<script(?![^>]*\bsrc=)|\son\w+=", teks) or MENTAH.search(
            re.sub(r'href="[^"]*"|&#\w+;', "", teks)
        ):
            salah.append(berkas.name)
    assert salah == []


TEKS = [
    *((t, dasar) for t in ("c-teks", "c-teks-2", "c-tautan") for dasar in ("c-halaman", "c-permukaan")),
    *((f"c-{n}", f"c-{n}-latar") for n in ("sukses", "ingat", "galat", "info", "proses", "netral")),
    *((f"c-{n}", "c-permukaan") for n in ("sukses", "ingat", "galat", "info", "proses")),
    ("c-teks", "c-terpilih"),
    ("c-utama-teks", "c-utama"),
    ("c-utama", "c-halaman"),
    ("c-bahaya-teks", "c-bahaya"),
    ("c-kepala-teks", "c-kepala"),
    ("c-kepala-teks-2", "c-kepala"),
    ("c-kaki-teks", "c-kaki"),
    ("c-aksen-teks", "c-aksen"),
    *(("skala-teks", f"skala-{i}") for i in (1, 2, 3)),
    *(("skala-teks-2", f"skala-{i}") for i in (4, 5)),
]
GAMBAR = [
    ("c-garis-kontrol", "c-permukaan"),
    ("c-aksen", "c-kepala"),
    *((f"seri-{i}", "c-permukaan") for i in range(1, 7)),
]


@pytest.mark.parametrize("gelap", [False, True], ids=["terang", "gelap"])
def test_teks_sedikitnya_4_5_banding_1(gelap):
    isi = _token(gelap)
    assert {p: round(k, 2) for p in TEKS if (k := _kontras(isi, *p)) < 4.5} == {}


@pytest.mark.parametrize("gelap", [False, True], ids=["terang", "gelap"])
def test_garis_dan_grafik_sedikitnya_3_banding_1(gelap):
    isi = _token(gelap)
    assert {p: round(k, 2) for p in GAMBAR if (k := _kontras(isi, *p)) < 3} == {}


def test_css_di_bawah_8_kib_terkompres():
    assert len(gzip.compress(CSS.encode(), 9)) <= 8 * 1024
