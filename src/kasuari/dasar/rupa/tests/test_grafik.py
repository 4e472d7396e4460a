"""Grafik: titik di tempatnya, tanpa derau pecahan, berjudul, dan tulisan orang tetap teks."""

import re
from decimal import Decimal

import pytest

from kasuari.dasar.rupa import grafik
from kasuari.dasar.rupa.peta import batas, letak_ubin, peta


def test_garis_menaruh_ujung_tepat_di_garis_bantu():
    svg = grafik.garis("Naik", [("I", 10), ("II", 20)])
    assert 'points="40,128 326,30"' in svg
    assert ">10</text>" in svg and ">20</text>" in svg
    assert "<title>Naik</title>" in svg


def test_semua_koordinat_bilangan_bulat():
    svg = grafik.garis("x", [(str(i), 0.1 * i) for i in range(13)])
    titik = re.findall(r'(?:cx|cy|x|y|points)="([^"]+)"', svg)
    assert all(re.fullmatch(r"[\d ,]+", t) for t in titik)


def test_nilai_kosong_memutus_garis():
    svg = grafik.garis("x", [("a", 1), ("b", 2), ("c", None), ("d", 1), ("e", 2)])
    assert svg.count("<polyline") == 2 and svg.count("<circle") == 4


def test_garis_tanpa_nilai_dan_garis_rata():
    assert grafik.garis("x", [("a", None)]) == ""
    assert grafik.garis("x", [("a", 5), ("b", 5)]).count('cy="79"') == 2


@pytest.mark.parametrize(
    ("nilai", "harap"),
    [((78, 85), ("75", "85", "5")), ((0, 1), ("0.0", "1.0", "0.5")), ((3, 3), ("2", "4", "1"))],
)
def test_sumbu_rapi_dan_memuat_semua(nilai, harap):
    bawah, atas, langkah = grafik.sumbu([Decimal(n) for n in nilai])
    assert (bawah, atas, langkah) == tuple(map(Decimal, harap))
    assert bawah <= min(nilai) and atas >= max(nilai)


def test_label_paling_banyak_delapan_dan_yang_terakhir_ada():
    svg = grafik.garis("x", [(f"b{i}", i) for i in range(24)])
    label = re.findall(r">b(\d+)<", svg)
    assert len(label) <= 8 and "23" in label


def test_lebar_batang_sebanding():
    assert grafik.lebar_batang([200, 100, 0, None]) == ["70", "35", "0", "0"]
    assert grafik.lebar_batang([3, 1]) == ["70", "23.3"]
    assert grafik.lebar_batang([0]) == ["0"]


def test_tulisan_orang_tetap_teks():
    jahat = "<script>x</script>"
    hasil = (
        grafik.garis(jahat, [(jahat, 1), ("b", 2)], akhir=jahat)
        + grafik.batang(jahat, [grafik.Batang(jahat, 1, jahat)])
        + grafik.sebaran(jahat, [(jahat, 1)])
        + grafik.percik(jahat, [1, 2])
    )
    assert "<script" not in hasil


def test_sebaran_setinggi_jumlahnya():
    svg = grafik.sebaran("x", [("a", 50), ("b", 100), ("c", 0)])
    assert re.findall(r'<rect[^>]* height="(\d+)"', svg) == ["49", "98", "0"]
    assert grafik.sebaran("x", []) == ""


def test_percik_perlu_dua_nilai():
    assert grafik.percik("x", [1, None]) == ""
    assert 'points="2,18 78,2"' in grafik.percik("x", [1, 2])


@pytest.mark.parametrize("isi", [(6, 61), (0, 5), (9, 59), (0, 1), (1, 1000001), (99, 101), (-7, 3)])
def test_batas_tingkat_memuat_semua_nilai(isi):
    tangga = batas([Decimal(n) for n in isi])
    assert 1 <= len(tangga) <= 5 and tangga[-1] >= max(isi) and tangga[0] >= min(isi)


def test_peta_memuat_sepuluh_distrik_dengan_bentuk():
    p = peta("x", {"96.71.01": 5, "96.71.02": None})
    assert len(p.daerah) == 10 and all(d.jalur.startswith("M") for d in p.daerah)
    assert {d.ubin.nama: d.tingkat for d in p.daerah}["Sorong Timur"] == 0
    assert sum(len(d.jalur) for d in p.daerah) <= 12 * 1024


def test_kode_distrik_asing_ditolak():
    with pytest.raises(KeyError, match=r"96\.71\.99"):
        peta("x", {"96.71.99": 1})


def test_tempat_ubin_tidak_bertumpuk():
    tempat = {(u.kolom, u.baris) for u in letak_ubin()}
    assert len(tempat) == 10 and all(k <= 5 and b <= 4 for k, b in tempat)
