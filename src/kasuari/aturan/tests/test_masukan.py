"""Bidang masukan: nilai mentah dan kolom kode menjadi bilangan yang sama, atau cacat dengan satu kalimat."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan.galat import Cacat
from kasuari.aturan.masukan import (
    baca_semua,
    bilangan,
    dari_hari,
    ke_hari,
    lama_kerja,
    persen,
    pilihan,
    rupiah,
    tanggal,
    tanggal_iso,
    ya,
)
from kasuari.aturan.tests.bantu import ditolak

WARNA = pilihan("w", {"merah": 11, "biru": 13}, padanan={"merah tua": 11}, tolakan={"hijau": "hijau diatur di tempat lain"})  # fmt: skip
TANGGAL = ("tanggal YYYY-MM-DD, tahun 1900 sampai 2199",)
MASA = ("17y7m", "tahun bulat 0 sampai 60")


@pytest.mark.parametrize(
    ("bidang", "sel", "pesan"),
    [
        (bilangan("x", 0, 10), None, "wajib diisi"),
        (bilangan("x", 0, 10), True, "harus angka"),
        (bilangan("x", 0, 10), 1.5, "harus angka"),
        (bilangan("x", 0, 10), [], "harus angka"),
        (bilangan("x", 0, 10), "tiga", "'tiga' bukan angka"),
        (bilangan("x", 0, 10), "NaN", "'NaN' bukan angka yang wajar"),
        (bilangan("x", 0, 10), 10**16, "'10000000000000000' bukan angka yang wajar"),
        (bilangan("x", 0, 10), 11, "11 di luar rentang"),
        (bilangan("x", 0, 10), -1, "-1 di luar rentang"),
        (bilangan("x", 0, 10), "1.5", "1.5 terlalu rinci: paling banyak 0 desimal"),
        (bilangan("x", 0, 1000, skala=100), Decimal("1.005"), "1.005 terlalu rinci: paling banyak 2 desimal"),
        (bilangan("x", 0, 1000, skala=100), Decimal("10.01"), "10.01 di luar rentang"),
        (WARNA, "hijau", "hijau diatur di tempat lain"),
        (WARNA, "kuning", "'kuning' tidak dikenal"),
        (WARNA, 11, "'11' tidak dikenal"),
        (pilihan("w", {"a": 1}, wajib=True), None, "wajib diisi"),
        (ya("x"), 1, "harus true atau false"),
        (tanggal("x"), "2025-02-30", "'2025-02-30' bukan tanggal yang dapat dipakai"),
        (tanggal("x"), "1899-12-31", "'1899-12-31' bukan tanggal yang dapat dipakai"),
        (tanggal("x"), "2200-01-01", "'2200-01-01' bukan tanggal yang dapat dipakai"),
        (tanggal("x"), date(1899, 12, 31), "1899-12-31 di luar rentang"),
        (tanggal("x"), date(2200, 1, 1), "2200-01-01 di luar rentang"),
        (tanggal("x"), None, "wajib diisi"),
        (lama_kerja("mk"), "60y1m", "masa kerja '60y1m' tidak terbaca"),
    ],
)  # fmt: skip
def test_sel_yang_salah_disebut_apa_salahnya_di_baris_mana_dan_apa_yang_boleh(bidang, sel, pesan):
    kolom, cacat = bidang.baca("kolomku", [sel, sel])
    assert cacat == [Cacat("kolomku", pesan, bidang.boleh, i) for i in (0, 1)]
    assert kolom.dtype == np.int64 and kolom.tolist() == [0, 0]


@pytest.mark.parametrize(
    ("bidang", "sel", "kode", "tampil"),
    [
        (bilangan("x", 0, 10), 0, 0, 0),
        (bilangan("x", 0, 10), "10", 10, 10),
        (bilangan("x", 0, 10, bawaan=-1), None, -1, -1),
        (bilangan("x", 0, 1000, skala=100), Decimal("2.50"), 250, Decimal("2.5")),
        (bilangan("x", 0, 1000, skala=100), 10, 1000, 10),
        (rupiah("x"), 10**12, 10**12, 10**12),
        (persen("x"), 100, 10_000, 100),
        (persen("x"), Decimal("4.75"), 475, Decimal("4.75")),
        (WARNA, "merah tua", 11, "merah"),
        (WARNA, "biru", 13, "biru"),
        (WARNA, None, 0, None),
        (ya("x"), True, 1, True),
        (ya("x"), False, 0, False),
        (ya("x"), None, 0, False),
        (tanggal("x"), "1970-01-02", 1, "1970-01-02"),
        (tanggal("x"), date(1969, 12, 31), -1, "1969-12-31"),
        (tanggal("x"), "1900-01-01", -25567, "1900-01-01"),
        (tanggal("x"), "2199-12-31", 84_005, "2199-12-31"),
        (lama_kerja("x"), "3y4m", 40, "3y4m"),
        (lama_kerja("x"), 60, 720, "60y0m"),
    ],
)
def test_sel_yang_tepat_menjadi_kode_dan_tampil_kembali(bidang, sel, kode, tampil):
    kolom, cacat = bidang.baca("x", [sel])
    assert (kolom.tolist(), cacat) == ([kode], [])
    assert bidang.tampil(kode) == tampil and type(bidang.tampil(kode)) is type(tampil)


@pytest.mark.parametrize(
    ("bidang", "boleh"),
    [
        (bilangan("x", 0, 1000, skala=100), ("0 sampai 10",)),
        (bilangan("x", 1, 5), ("1 sampai 5",)),
        (rupiah("x"), ("0 sampai 1000000000000",)),
        (persen("x"), ("0 sampai 100",)),
        (WARNA, ("merah", "biru")),
        (ya("x"), ("true", "false")),
        (tanggal("x"), TANGGAL),
        (lama_kerja("x"), MASA),
    ],
)
def test_yang_boleh_ditulis_untuk_orang_dan_bidang_tahu_namanya(bidang, boleh):
    assert bidang.boleh == boleh and bidang.nama in ("x", "w")


def test_pembuat_bidang_memberi_nama_rentang_bawaan_dan_skala():
    def sifat(b):
        return (b.nama, b.bawah, b.atas, b.bawaan, b.skala)

    assert sifat(bilangan("a", 1, 2)) == ("a", 1, 2, None, 1)
    assert sifat(bilangan("a", 1, 2, 7, 10)) == ("a", 1, 2, 7, 10)
    assert (sifat(rupiah("r")), sifat(rupiah("r", 0))) == (("r", 0, 10**12, None, 1), ("r", 0, 10**12, 0, 1))
    assert (sifat(persen("p")), sifat(persen("p", 5))) == (
        ("p", 0, 10_000, None, 100),
        ("p", 0, 10_000, 5, 100),
    )
    kode = {"a": 11, "b": 13}
    assert sifat(pilihan("w", kode)) == ("w", 11, 13, 0, 1)
    assert sifat(pilihan("w", kode, wajib=True)) == ("w", 11, 13, None, 1)
    assert (pilihan("w", kode).padanan, pilihan("w", kode).tolakan) == ({}, {})
    assert sifat(ya("y")) == ("y", 0, 1, 0, 1)
    assert sifat(tanggal("t")) == ("t", -25_567, 84_005, None, 1)
    assert sifat(lama_kerja("m")) == ("m", 0, 720, None, 1)


def test_kolom_kode_diperiksa_rentang_dan_keanggotaannya_tiap_baris():
    kolom = np.array([11, 12, 13, 14, 10, 0], dtype=np.int16)
    hasil, cacat = WARNA.baca("w", kolom)
    assert hasil.dtype == np.int64 and hasil.tolist() == kolom.tolist()
    assert [(c.baris, c.pesan, c.boleh) for c in cacat] == [
        (i, f"{n} di luar rentang", ("merah", "biru")) for i, n in ((1, 12), (3, 14), (4, 10))
    ]
    wajib = pilihan("w", {"merah": 11, "biru": 13}, wajib=True)
    assert [c.baris for c in wajib.baca("w", kolom)[1]] == [1, 3, 4, 5]
    rapat = pilihan("w", {"a": 1, "b": 2})
    assert [c.baris for c in rapat.baca("w", np.array([0, 1, 2, 3, -1]))[1]] == [3, 4]
    assert bilangan("x", 0, 1).baca("x", np.array([True, False]))[0].tolist() == [1, 0]
    # bawaan boleh walau di luar rentang
    assert bilangan("x", 0, 1, bawaan=-1).baca("x", np.array([-1, -2]))[1] == [
        Cacat("x", "-2 di luar rentang", ("0 sampai 1",), 1)
    ]


BIDANG = {"a": bilangan("a", 0, 9), "b": bilangan("b", 0, 9, bawaan=4)}


def test_kolom_yang_tidak_disebut_memakai_bawaan_dan_yang_wajib_ditolak():
    hasil = baca_semua(BIDANG, {"a": [1, 2]})
    assert {k: v.tolist() for k, v in hasil.items()} == {"a": [1, 2], "b": [4, 4]}
    assert hasil["b"].dtype == np.int64
    assert ditolak(baca_semua, BIDANG, {"b": [1, 2]}) == (
        "baris 0, kolom 'a': wajib diisi. Yang boleh: 0 sampai 9. (dan 1 kesalahan lain)"
    )
    # yang tidak diperlukan boleh tidak disebut, dan tidak ikut
    assert set(baca_semua(BIDANG, {"b": [1]}, perlu={"b"})) == {"b"}
    assert set(baca_semua(BIDANG, {"a": [1]}, perlu={"a"})) == {"a"}
    assert baca_semua({}, {}) == {} and baca_semua({"b": BIDANG["b"]}, {})["b"].tolist() == []


def test_kolom_asing_didahulukan_lalu_panjang_lalu_sel_urut_baris_dan_kolom():
    assert ditolak(baca_semua, BIDANG, {"a": [1], "z": [1, 2]}) == (
        "kolom 'z': kolom tidak dikenal. Yang boleh: a, b."
    )
    assert ditolak(baca_semua, BIDANG, {"a": [1], "b": [1, 2, 3]}) == (
        "kolom '*': panjang kolom berbeda-beda: [1, 3]."
    )
    galat = ditolak(baca_semua, BIDANG, {"a": [1, 99], "b": [77, 88]})
    assert galat.startswith("baris 0, kolom 'b': 77 di luar rentang") and galat.endswith(
        "(dan 2 kesalahan lain)"
    )


@pytest.mark.parametrize(
    "teks", ["2025-1-1", "2025-01-01T00:00", "20250101", " 2025-01-01", "2025-13-01", "", None, 5, "1899-12-31", "2200-01-01"]
)  # fmt: skip
def test_tanggal_hanya_ditulis_yyyy_mm_dd_di_tahun_yang_wajar(teks):
    assert tanggal_iso(teks) is None


@settings(max_examples=30, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_hari_bolak_balik_dan_sama_dengan_numpy(hari):
    assert dari_hari(ke_hari(hari)) == hari == tanggal_iso(hari.isoformat())
    assert ke_hari(hari) == int(np.datetime64(hari, "D").astype(np.int64))
