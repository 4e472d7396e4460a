"""Disiplin: jenjang hukuman karena tidak masuk, kapan berlaku, dan pertemuan dua hukuman."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan import disiplin
from kasuari.aturan.buku import Buku
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.parameter import semua
from kasuari.aturan.rumus import TIDAK_ADA, hitung, jelaskan
from kasuari.aturan.tests.bantu import langkah

BUKU = Buku.susun(date(2026, 11, 1), date.max)


def nilai(besaran, **masukan):
    return jelaskan(disiplin.SUSUNAN, masukan, BUKU, [besaran])[-1].nilai


@pytest.mark.parametrize(
    ("hari", "awal"),
    [
        (2, None),
        (3, "Teguran lisan"),
        (4, "Teguran tertulis"),
        (6, "Teguran tertulis"),
        (7, "Pernyataan tidak puas"),
        (10, "Pernyataan tidak puas"),
        (11, "Pemotongan tunjangan kinerja 25% selama 6"),
        (13, "Pemotongan tunjangan kinerja 25% selama 6"),
        (14, "Pemotongan tunjangan kinerja 25% selama 9"),
        (17, "Pemotongan tunjangan kinerja 25% selama 12"),
        (20, "Pemotongan tunjangan kinerja 25% selama 12"),
        (21, "Penurunan jabatan"),
        (24, "Penurunan jabatan"),
        (25, "Pembebasan"),
        (27, "Pembebasan"),
        (28, "Pemberhentian"),
        (300, "Pemberhentian"),
    ],
)
def test_hukuman_menurut_hari_tidak_masuk_setahun(hari, awal):
    hasil = nilai("hukuman_tidak_masuk", hari_baru=hari)
    assert hasil is awal is None or hasil.startswith(awal)


def test_sepuluh_hari_berturut_langsung_diberhentikan_dan_gaji_berhenti():
    assert nilai("hukuman_tidak_masuk", hari_baru=10, berturut=True).startswith("Pemberhentian")
    assert nilai("hukuman_tidak_masuk", hari_baru=9, berturut=True).startswith("Pernyataan tidak puas")
    assert nilai("gaji_berhenti", hari_baru=10, berturut=True, hari_terakhir="2026-12-14") == "2027-01-01"
    assert nilai("gaji_berhenti", hari_baru=10, berturut=False, hari_terakhir="2026-12-14") is None


def test_pppk_ditolak_dengan_kalimatnya_sendiri():
    with pytest.raises(MasukanTidakSah, match=r"kolom 'status': PPPK tidak dikenai PP 94/2021.*PP 49/2018"):
        nilai("hukuman_tidak_masuk", status="PPPK", hari_baru=5)
    with pytest.raises(MasukanTidakSah, match="'honorer' tidak dikenal"):
        nilai("hukuman_tidak_masuk", status="honorer", hari_baru=5)


def test_contoh_resmi_yang_melewatkan_nyepi_tidak_diikuti():
    assert nilai("hukuman_berlaku", diterima="2022-02-08") == "2022-03-02"
    assert nilai("hukuman_berlaku", diterima="2022-02-14") == "2022-03-09"


def test_hukuman_tanpa_jangka_selesai_saat_mulai_berlaku():
    masukan = {"diterima": "2022-02-08", "hukuman": "Teguran lisan"}
    assert nilai("hukuman_selesai", **masukan) == "2022-03-02"


def test_nama_hukuman_dibaca_dari_tulisan_lazim():
    assert disiplin.baca_hukuman("pemotongan  tunjangan kinerja 25% 9 bulan", "x") == 5
    assert disiplin.baca_hukuman("Pembebasan dari jabatan", "x") == 8
    for buruk in ("", "dipindah", "Teguran lisan lalu teguran tertulis", "Pemotongan 16 bulan"):
        with pytest.raises(MasukanTidakSah, match="tidak dikenal"):
            disiplin.baca_hukuman(buruk, "hukuman")


def test_beberapa_pelanggaran_satu_hukuman_yang_terberat():
    assert disiplin.terberat([1, 7, 4]) == 7
    for buruk in ([], [0], [99]):
        with pytest.raises(MasukanTidakSah):
            disiplin.terberat(buruk)


def test_pelanggaran_berulang_dan_atasan_lalai_setingkat_lebih_berat():
    nama = list(disiplin.HUKUMAN)
    ringan = {"hukuman": nama[:-1], "sama": [True] * 8}
    hasil = hitung(disiplin.SUSUNAN, ringan, BUKU, ["hukuman_ulang", "hukuman_atasan_lalai"])
    assert [k.tolist() for k in hasil.values()] == [list(range(2, 10))] * 2
    puncak = {"hukuman": [nama[-1], nama[0]], "sama": [True, False]}
    hasil = hitung(disiplin.SUSUNAN, puncak, BUKU, ["hukuman_ulang", "hukuman_atasan_lalai"])
    assert hasil["hukuman_ulang"].tolist() == [TIDAK_ADA, TIDAK_ADA]
    assert hasil["hukuman_atasan_lalai"].tolist() == [TIDAK_ADA, 2]


def test_hukuman_baru_yang_sama_berat_menunggu_yang_berjalan_selesai():
    nama = list(disiplin.HUKUMAN)
    kolom = {"hukuman": [nama[4]] * 3, "hukuman_baru": [nama[3], nama[4], nama[5]]}
    hasil = hitung(disiplin.SUSUNAN, kolom, BUKU, ["keadaan_berjalan", "hukuman_baru_mulai"])
    assert [k.tolist() for k in hasil.values()] == [[0, 0, 1]] * 2


def test_tingkat_hukuman_tidak_masuk_tidak_ada_di_bawah_batas():
    hasil = hitung(disiplin.SUSUNAN, {"hari_baru": [2, 3, 11, 28]}, BUKU, ["tingkat_tidak_masuk"])
    assert hasil["tingkat_tidak_masuk"].tolist() == [TIDAK_ADA, 1, 2, 3]


def test_jejak_disiplin_menyebut_sel_hukumannya():
    potong, lisan = list(disiplin.HUKUMAN)[4], "Teguran lisan"
    assert langkah(disiplin.SUSUNAN, "lama_hukuman", BUKU, hukuman=potong).parameter == (
        ("disiplin_bulan", potong),
    )
    # hukuman tanpa jangka: tidak ada selnya, yang dibaca seluruh tabel
    assert langkah(disiplin.SUSUNAN, "lama_hukuman", BUKU, hukuman=lisan).parameter == (
        ("disiplin_bulan", None),
    )
    tempo = langkah(disiplin.SUSUNAN, "hukuman_berlaku", BUKU, diterima="2022-02-08")
    assert tempo.parameter == (
        ("tenggat_disiplin_berlaku", "lama"), ("tenggat_akhir_pekan", "5"), ("libur_2022", None),
    )  # fmt: skip
    turun = list(disiplin.HUKUMAN)[6]
    for hukuman, sel in ((turun, (("disiplin_eselon_turun", "II.b"),)), (lisan, ())):
        x = langkah(disiplin.SUSUNAN, "eselon_sesudah", BUKU, hukuman=hukuman, eselon="II.b")
        assert x.parameter == sel


def test_eselon_terendah_turun_menjadi_pelaksana_dan_tidak_seorang_pun_turun_tanpa_hukuman():
    turun = list(disiplin.HUKUMAN)[6]
    kolom = {"hukuman": [turun, turun, "Teguran lisan"], "eselon": ["II.b", "V.a", "V.a"]}
    hasil = hitung(disiplin.SUSUNAN, kolom, BUKU, ["eselon_sesudah"])["eselon_sesudah"].tolist()
    eselon = disiplin.SUSUNAN.bidang["eselon"].kode
    assert hasil == [eselon[BUKU.tabel("disiplin_eselon_turun")["II.b"]], 99, eselon["V.a"]]


def test_kelas_terendah_yang_tidak_disebut_menurut_aturan_dan_yang_disebut_menurut_unitnya():
    turun, bebas = list(disiplin.HUKUMAN)[6:8]
    aturan = BUKU.nilai("disiplin_kelas_terendah")
    kolom = {
        "hukuman": [bebas, bebas, turun, "Teguran lisan"],
        "kelas": [7, 7, 7, 4],
        "kelas_terendah": [None, 4, None, 4],
    }
    hasil = hitung(disiplin.SUSUNAN, kolom, BUKU, ["kelas_sesudah"])["kelas_sesudah"].tolist()
    assert hasil == [aturan, 4, 6, 4]
    satu = langkah(disiplin.SUSUNAN, "kelas_sesudah", BUKU, hukuman=bebas, kelas=7, kelas_terendah=4)
    assert (satu.nilai, satu.parameter) == (4, ())
    bebas_terendah = {"hukuman": bebas, "kelas": 4, "kelas_terendah": 4}
    assert nilai("kelas_sesudah", **bebas_terendah) == 4


def test_yang_terberat_tidak_dapat_naik_lagi():
    henti = "Pemberhentian dengan hormat tidak atas permintaan sendiri"
    assert nilai("hukuman_ulang", hukuman=henti, sama=True) is None
    assert nilai("hukuman_atasan_lalai", hukuman=henti) is None


def test_kelas_dan_eselon_turun():
    turun, bebas = list(disiplin.HUKUMAN)[6:8]
    assert nilai("kelas_sesudah", hukuman=turun, kelas=6) == 5
    assert nilai("kelas_sesudah", hukuman=bebas, kelas=6, kelas_terendah=3) == 3
    assert nilai("kelas_sesudah", hukuman="Teguran lisan", kelas=6) == 6
    assert nilai("eselon_sesudah", hukuman=bebas, eselon="II.b") == "Pelaksana"
    assert nilai("eselon_sesudah", hukuman="Teguran lisan", eselon="II.b") == "II.b"
    with pytest.raises(MasukanTidakSah, match="kelas 3"):
        nilai("kelas_sesudah", hukuman=turun, kelas=3, kelas_terendah=3)


def test_tabel_hukuman_memuat_jenis_yang_sama_dalam_urutan_yang_sama():
    batas = semua()["disiplin_tidak_masuk"].versi[-1].nilai
    assert list(batas) == list(disiplin.HUKUMAN)
    assert list(batas.values()) == sorted(batas.values())
    assert set(semua()["disiplin_tingkat"].versi[-1].nilai) == set(disiplin.HUKUMAN)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.booleans()), min_size=1, max_size=8))
def test_hukuman_tidak_pernah_lebih_ringan_bila_hari_bertambah(baris):
    sebelum, baru, berturut = (np.array(k, dtype=np.int64) for k in zip(*baris, strict=True))
    kolom = {"hari_sebelum": sebelum, "hari_baru": baru, "berturut": berturut}
    ingin = "hukuman_tidak_masuk"
    kini = hitung(disiplin.SUSUNAN, kolom, BUKU, [ingin])[ingin]
    lebih = hitung(disiplin.SUSUNAN, {**kolom, "hari_baru": baru + 1}, BUKU, [ingin])[ingin]
    assert (lebih >= kini).all()
    assert (kini[sebelum + baru < 3] == TIDAK_ADA).all()
