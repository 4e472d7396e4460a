"""Cuti: hak menurut status dan masa kerja, saldo tahun demi tahun, dan hari terakhir setiap jenis."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan import cuti
from kasuari.aturan.buku import INGATAN, SUMBER, Buku, Timpa
from kasuari.aturan.cuti import TahunCuti, saldo_cuti
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.rumus import hitung, jelaskan

BUKU = Buku.susun(date(2026, 11, 1), date.max)
cepat = settings(max_examples=25, deadline=None)


def nilai(besaran, buku=BUKU, **masukan):
    jejak = jelaskan(cuti.SUSUNAN, masukan, buku, [besaran])
    return jejak[-1].nilai


def jatah(**masukan):
    orang = {"status": "PNS", "masa_kerja": "10y0m", "terus_menerus": True, **masukan}
    return nilai("jatah_tahunan", **orang)


def buku_tahun(tahun):
    return Buku.susun(date(tahun, 12, 31), date.max)


@pytest.mark.parametrize(
    ("lalu", "hari"),
    [
        ({}, 12),
        ({"sisa_n1": 4}, 16),
        ({"sisa_n1": 12}, 18),
        ({"sisa_n1": 12, "sisa_n2": 12}, 18),
        ({"sisa_n1": 12, "sisa_n2": 12, "dua_tahun_utuh": True}, 24),
        ({"sisa_n1": 9, "ditangguhkan": True}, 21),
        ({"sisa_n1": 20, "ditangguhkan": True}, 24),
        ({"sisa_n1": 12, "cuti_besar": True}, 0),
        ({"terus_menerus": False}, 0),
        ({"masa_kerja": "0y11m"}, 0),
        ({"masa_kerja": "1y0m"}, 12),
    ],
)
def test_jatah_tahunan_menurut_masa_kerja_dan_sisa_tahun_lalu(lalu, hari):
    assert jatah(**lalu) == hari


def test_guru_mempunyai_cuti_tahunan_sejak_pp_17_2020():
    guru = {"status": "PNS", "masa_kerja": "5y0m", "terus_menerus": True, "guru": True}
    lama, baru = Buku.susun(date(2020, 2, 27), date.max), Buku.susun(date(2020, 2, 28), date.max)
    assert [nilai("hak_tahunan", buku, **guru) for buku in (lama, baru)] == [0, 12]


def test_jenis_cuti_pppk_lebih_sedikit():
    assert set(cuti.jenis_cuti("PPPK", BUKU)) < set(cuti.jenis_cuti("PNS", BUKU)) == set(cuti.JENIS)
    with pytest.raises(MasukanTidakSah, match="status"):
        cuti.jenis_cuti("honorer", BUKU)


def test_cuti_sakit_pppk_adalah_perkiraan_sedang_pns_bersumber():
    for status, yakin, terakhir in (("PNS", SUMBER, "2027-01-04"), ("PPPK", INGATAN, "2026-02-18")):
        langkah = jelaskan(cuti.SUSUNAN, {"status": status, "mulai": "2026-01-05"}, BUKU, ["sakit_terakhir"])[
            -1
        ]
        assert (langkah.keyakinan, langkah.nilai) == (yakin, terakhir)


def test_surat_yang_diperlukan_cuti_sakit_menurut_lamanya():
    def tahap(selesai):
        return nilai("tahap_sakit", status="PNS", mulai="2026-01-05", selesai=selesai)

    assert tahap("2026-01-05") == tahap("2026-01-18") == "surat dokter"
    assert tahap("2026-01-19") == tahap("2027-01-04") == "surat dokter pemerintah"
    assert tahap("2027-01-05") == tahap("2027-07-04") == "pertimbangan tim penguji kesehatan"
    assert tahap("2027-07-05") == "melebihi batas cuti sakit"


def test_melahirkan_sampai_anak_ketiga_lalu_cuti_besar_bagi_pns_saja():
    jenis = [nilai("jenis_cuti_lahir", status="PNS", anak_ke=n) for n in (1, 3, 4)]
    assert jenis == ["Cuti Melahirkan", "Cuti Melahirkan", "Cuti Besar"]
    assert nilai("jenis_cuti_lahir", status="PPPK", anak_ke=4) is None
    assert nilai("lahir_terakhir", status="PPPK", anak_ke=4, mulai="2026-02-02") is None


def test_cuti_tahunan_menghitung_hari_kerja_dan_cuti_bersama_tidak_mengurangi():
    assert nilai("hari_cuti_tahunan", mulai="2026-03-16", selesai="2026-03-27") == 5
    assert nilai("hari_cuti_kalender", mulai="2026-03-16", selesai="2026-03-27") == 12
    with pytest.raises(MasukanTidakSah, match=r"baris 0, kolom 'selesai'"):
        nilai("hari_cuti_tahunan", mulai="2026-03-16", selesai="2026-03-15")


def test_saldo_memakai_sisa_lama_lebih_dulu_dan_memesan_yang_diajukan():
    saldo = saldo_cuti(
        [TahunCuti(2024, terpakai=10), TahunCuti(2025, terpakai=3, dipesan=2), TahunCuti(2026)], buku_tahun
    )
    assert [(s.hak, s.terbawa_n1, s.terbawa_n2, s.jatah, s.sisa, s.hangus) for s in saldo] == [
        (12, 0, 0, 12, 2, 0),
        (12, 2, 0, 14, 9, 0),  # 2 hari N-1 dipakai lebih dulu, lalu 3 dari hak sendiri
        (12, 6, 0, 18, 18, 3),  # sisa hak 2025 sembilan hari: enam terbawa, tiga hangus
    ]


def test_dua_tahun_utuh_membawa_enam_dari_tiap_tahun():
    saldo = saldo_cuti([TahunCuti(2024), TahunCuti(2025), TahunCuti(2026)], buku_tahun)
    assert (saldo[2].terbawa_n1, saldo[2].terbawa_n2, saldo[2].jatah) == (6, 6, 24)
    besar = saldo_cuti([TahunCuti(2024), TahunCuti(2025, cuti_besar=True), TahunCuti(2026)], buku_tahun)
    assert [s.jatah for s in besar] == [12, 0, 12]


def test_tahun_yang_ditangguhkan_terbawa_lebih_banyak():
    saldo = saldo_cuti([TahunCuti(2025, terpakai=3, ditangguhkan=True), TahunCuti(2026)], buku_tahun)
    assert saldo[1].jatah == 21


@pytest.mark.parametrize(
    ("tahun", "pesan"),
    [
        ([TahunCuti(2026, terpakai=13)], "melebihi jatah 12"),
        ([TahunCuti(2026, terpakai=10, dipesan=3)], "melebihi jatah 12"),
        ([TahunCuti(2026, terpakai=1, cuti_besar=True)], "melebihi jatah 0"),
        ([TahunCuti(2026, terpakai=-1)], "negatif"),
        ([TahunCuti(2024), TahunCuti(2026)], "terlewat"),
        ([TahunCuti(2026), TahunCuti(2026)], "ganda"),
    ],
)
def test_saldo_yang_mustahil_ditolak_dengan_tahunnya(tahun, pesan):
    with pytest.raises(MasukanTidakSah, match=pesan):
        saldo_cuti(tahun, buku_tahun)


def test_kota_yang_memutuskan_batas_tangguh_mengubah_jatah_dan_menghapus_ragunya():
    timpa = Timpa("cuti_paling_banyak_ditangguhkan", "PNS", date(2026, 1, 1), 20, "Surat Wali Kota")
    buku = Buku.susun(date(2026, 11, 1), date.max, [timpa])
    orang = {"status": "PNS", "sisa_n1": 12, "ditangguhkan": True}
    assert nilai("sisa_terbawa", buku, **orang) == 8


@cepat
@given(st.permutations(range(5)), st.lists(st.integers(0, 12), min_size=5, max_size=5))
def test_saldo_tidak_bergantung_urutan_dan_tidak_pernah_melebihi_batas(urutan, pakai):
    tahun = [TahunCuti(2021 + i, terpakai=n) for i, n in enumerate(pakai)]
    saldo = saldo_cuti(tahun, buku_tahun)
    assert saldo == saldo_cuti([tahun[i] for i in urutan], buku_tahun)
    assert all(12 <= s.jatah <= 24 and s.sisa == s.jatah - s.terpakai >= 0 for s in saldo)


@cepat
@given(st.dates(date(2023, 1, 1), date(2026, 6, 1)), st.integers(0, 300))
def test_hari_cuti_tahunan_tidak_pernah_lebih_dari_hari_kalender(mulai, lama):
    awal = mulai.toordinal() - date(1970, 1, 1).toordinal()
    kolom = {"mulai": np.array([awal]), "selesai": np.array([awal + lama])}
    hasil = hitung(cuti.SUSUNAN, kolom, BUKU, ["hari_cuti_tahunan", "hari_cuti_kalender"])
    assert 0 <= hasil["hari_cuti_tahunan"][0] <= hasil["hari_cuti_kalender"][0] == lama + 1
