"""Gambar rumus: garis tidak melintas di balik kotak, dan tulisan muat di dalamnya."""

import re

import pytest

from kasuari.aturan import kgb
from kasuari.aturan.pokok import POKOK
from kasuari.dasar.ketentuan import gambar

SUSUNAN = [(f"{p.kode}:{skema}", s) for p in POKOK for skema, s in p.susunan.items()]
_KOTAK = re.compile(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"')
_GARIS = re.compile(r'<path class="[^"]*" d="([^"]+)"')


def _tegak(jalan):
    """(x, y atas, y bawah) tiap bagian lurus sebuah garis: tempatnya melewati satu baris kotak."""
    x = y = 0
    for jenis, isi in re.findall(r"([MCV])([^MCV]+)", jalan):
        angka = [int(a) for a in isi.split()]
        if jenis == "V":
            yield x, y, angka[0]
            y = angka[0]
        else:
            x, y = angka[-2:]


@pytest.mark.parametrize(("nama", "susunan"), SUSUNAN, ids=[n for n, _ in SUSUNAN])
def test_garis_lewat_di_sela_kotak(nama, susunan):
    svg = str(gambar.susun(susunan))
    kotak = [tuple(map(int, k)) for k in _KOTAK.findall(svg)]
    assert len(kotak) >= len(susunan.rumus)
    assert all(x >= 0 and x + lebar <= gambar.LEBAR for x, _y, lebar, _t in kotak)
    tertabrak = [
        (sx, atas)
        for jalan in _GARIS.findall(svg)
        for sx, atas, bawah in _tegak(jalan)
        for x, y, lebar, tinggi in kotak
        if x < sx < x + lebar and atas < y + tinggi and bawah > y
    ]
    assert tertabrak == []


def test_hitungan_yang_tidak_berhubungan_digambar_terpisah():
    """Penundaan KGB tidak berbagi masukan dengan KGB berikutnya: kotaknya di bawah semua kotak yang lain."""
    svg = str(gambar.susun(kgb.SUSUNAN))
    bawah = max(m.start() for m in re.finditer("Surat", svg))
    assert svg.index(">TMT KGB<") > bawah
