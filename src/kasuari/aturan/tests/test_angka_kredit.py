"""Angka kredit: dua desimal, dibulatkan sekali, dan jenjang puncak tidak mempunyai jenjang berikutnya."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan import angka_kredit as ak
from kasuari.aturan.buku import INGATAN, SUMBER, Buku
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.ip_asn import PREDIKAT
from kasuari.aturan.rumus import hitung, jelaskan

BUKU = Buku.susun(date(2026, 11, 1), date.max)


def nilai(besaran, **masukan):
    return jelaskan(ak.SUSUNAN, masukan, BUKU, [besaran])[-1].nilai


@pytest.mark.parametrize(
    ("jenjang", "predikat", "bulan", "hasil"),
    [
        ("Ahli Pertama", "Sangat Baik", 12, "18.75"),
        ("Ahli Pertama", "Baik", 2, "2.08"),
        ("Pemula", "Sangat Kurang", 1, "0.08"),
        ("Ahli Utama", "Kurang", 6, "12.5"),
        ("Ahli Madya", "Butuh Perbaikan", 5, "11.72"),  # 11,71875
    ],
)
def test_angka_kredit_dari_predikat_dan_bulan(jenjang, predikat, bulan, hasil):
    assert nilai("ak_konversi", jenjang=jenjang, predikat=predikat, bulan=bulan) == Decimal(hasil)


def test_jenjang_puncak_tidak_punya_jenjang_berikutnya():
    assert nilai("kebutuhan_jenjang", jenjang="Ahli Utama") is None
    assert nilai("kebutuhan_jenjang", jenjang="Ahli Madya") == 450


def test_terampil_dan_mahir_adalah_perkiraan_karena_salindia_menukarnya():
    yakin = {
        j: jelaskan(ak.SUSUNAN, {"jenjang": j}, BUKU, ["kebutuhan_pangkat"])[0].keyakinan
        for j in ("Terampil", "Mahir", "Ahli Muda")
    }
    assert yakin == {"Terampil": INGATAN, "Mahir": INGATAN, "Ahli Muda": SUMBER}


def test_kekurangan_angka_kredit_adalah_kelebihan_yang_negatif():
    assert nilai("kelebihan_pangkat", jenjang="Ahli Muda", ak="87.5") == Decimal("-12.5")
    assert nilai("tahun_perlu", jenjang="Ahli Muda", ak="87.5", predikat="Baik") == 1
    assert nilai("tahun_perlu", jenjang="Ahli Muda", ak=100, predikat="Baik") == 0
    assert nilai("tahun_perlu", jenjang="Ahli Pertama", predikat="Sangat Kurang") == 16


def test_tahun_yang_dihitung_dibatasi_hanya_di_pangkat_puncak():
    assert nilai("tahun_dihitung", tahun_pangkat=5, pangkat_puncak=True) == 3
    assert nilai("tahun_dihitung", tahun_pangkat=5, pangkat_puncak=False) == 5


@pytest.mark.parametrize(
    ("besaran", "masukan", "kolom"),
    [
        ("ak_integrasi", {"jenjang": "Ahli Madya", "konvensional": 399}, "konvensional"),
        ("ak_integrasi", {"jenjang": "Penyelia", "konvensional": 399}, "jenjang"),
        ("ak_dasar", {"jenjang": "Ahli Muda", "golongan": "IV/a"}, "golongan"),
        ("ak_konversi", {"jenjang": "Ahli Muda", "predikat": "Baik", "bulan": 13}, "bulan"),
        ("ak_konversi", {"jenjang": "Ahli", "predikat": "Baik", "bulan": 12}, "jenjang"),
        ("kelebihan_pangkat", {"jenjang": "Ahli Muda", "ak": "12.345"}, "ak"),
        ("kelebihan_pangkat", {"jenjang": "Ahli Muda", "ak": "NaN"}, "ak"),
        ("kelebihan_pangkat", {"jenjang": "Ahli Muda", "ak": -1}, "ak"),
    ],
)
def test_masukan_mustahil_ditolak_dengan_kolomnya(besaran, masukan, kolom):
    with pytest.raises(MasukanTidakSah) as galat:
        nilai(besaran, **masukan)
    assert galat.value.cacat[0].kolom == kolom


def test_naik_jenjang_mengembalikan_angka_kredit_ke_nol():
    assert ak.akumulasi([("Ahli Pertama", 9850), ("Ahli Pertama", 1250), ("Ahli Muda", 2500)]) == 2500
    for buruk in ([("Ahli Muda", -1)], [("Ahli", 1)]):
        with pytest.raises(MasukanTidakSah):
            ak.akumulasi(buruk)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 8), st.integers(1, 5), st.integers(1, 12)), min_size=1, max_size=8))
def test_kolom_sama_dengan_satu_per_satu_dan_dua_belas_bulan_tidak_kurang_dari_bagiannya(baris):
    kolom = {
        n: np.array(k)
        for n, k in zip(("jenjang", "predikat", "bulan"), zip(*baris, strict=True), strict=True)
    }
    hasil = hitung(ak.SUSUNAN, kolom, BUKU, ["ak_konversi"])["ak_konversi"]
    penuh = hitung(ak.SUSUNAN, {**kolom, "bulan": np.full(len(baris), 12)}, BUKU, ["ak_konversi"])[
        "ak_konversi"
    ]
    assert (penuh >= hasil).all() and (hasil > 0).all()
    jenjang, predikat = ({v: k for k, v in d.items()} for d in (ak.JENJANG, PREDIKAT))
    for (j, n, bulan), satu in zip(baris, hasil, strict=True):
        tepat = nilai("ak_konversi", jenjang=jenjang[j], predikat=predikat[n], bulan=bulan)
        assert Decimal(int(satu)) / ak.SKALA == tepat
