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
from kasuari.aturan.tests.bantu import baris_ditolak, ditolak, langkah

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
    assert ak.akumulasi([("Ahli Muda", 2500), ("Ahli Muda", 0), ("Ahli Muda", 1)]) == 2501
    assert ak.akumulasi([("", 100), ("", 50)]) == 150  # satu jenjang yang tidak disebut
    jenjang = ", ".join(ak.JENJANG)
    assert ditolak(ak.akumulasi, [("Ahli Muda", 5), ("Ahli", 1)]) == (
        f"baris 1, kolom 'jenjang': jenjang 'Ahli' tidak dikenal. Yang boleh: {jenjang}."
    )
    assert ditolak(ak.akumulasi, [("Ahli Muda", 5), ("Ahli Muda", -1)]) == (
        "baris 1, kolom 'ak': angka kredit negatif. Yang boleh: 0 ke atas."
    )


def test_integrasi_tepat_di_nilai_dasar_menjadi_nol_dan_di_bawahnya_ditolak_dengan_barisnya():
    # nilai dasar Ahli Madya 400
    kolom = {"jenjang": ["Ahli Madya"] * 3, "konvensional": [400, 401, 399]}
    assert baris_ditolak(ak.SUSUNAN, "ak_integrasi", BUKU, **kolom) == [
        (
            2,
            "konvensional",
            "angka kredit konvensional di bawah nilai dasar jenjangnya",
            ("angka kredit jenjang itu",),
        )
    ]
    assert nilai("ak_integrasi", jenjang="Ahli Madya", konvensional=400) == 0


def test_jenjang_dan_golongan_yang_tidak_cocok_menyebut_baris_dan_yang_boleh():
    ahli = tuple(j for j in BUKU.tabel("ak_nilai_dasar"))
    kolom = {"jenjang": ["Ahli Muda", "Penyelia"], "konvensional": [1000, 1000]}
    assert baris_ditolak(ak.SUSUNAN, "ak_integrasi", BUKU, **kolom) == [
        (1, "jenjang", "jenjang Penyelia tidak mempunyai nilai ini", ahli)
    ]
    kolom = {"jenjang": ["Ahli Muda"] * 2, "golongan": ["III/c", "IV/a"]}
    assert baris_ditolak(ak.SUSUNAN, "ak_dasar", BUKU, **kolom) == [
        (1, "golongan", "golongan itu di luar jenjang Ahli Muda", ("III/c", "III/d"))
    ]


def test_angka_kredit_dasar_menurut_jenjang_dan_golongan_tiap_baris():
    kolom = {"jenjang": ["Ahli Muda", "Ahli Pertama", "Mahir"], "golongan": ["III/d", "III/b", "III/a"]}
    assert hitung(ak.SUSUNAN, kolom, BUKU, ["ak_dasar"])["ak_dasar"].tolist() == [10_000, 5_000, 0]


def test_jejak_menyebut_sel_yang_dipakai_dan_hanya_itu():
    orang = {"jenjang": "Ahli Muda", "golongan": "III/d", "predikat": "Sangat Baik", "bulan": 12}
    for besaran, sel in {
        "koefisien": ("ak_koefisien", "Ahli Muda"),
        "persen_predikat": ("ak_persen_predikat", "Sangat Baik"),
        "ak_dasar": ("ak_dasar", "Ahli Muda.III/d"),
    }.items():
        assert langkah(ak.SUSUNAN, besaran, BUKU, **orang).parameter == (sel,)
    # batas tahun pindah yang tidak pasti dibaca hanya di pangkat puncak
    bukan_puncak = langkah(ak.SUSUNAN, "tahun_dihitung", BUKU, tahun_pangkat=5, pangkat_puncak=False)
    assert bukan_puncak.parameter == ()


@pytest.mark.lambat
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
