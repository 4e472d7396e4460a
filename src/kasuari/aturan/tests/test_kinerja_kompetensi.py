"""Predikat dan sebarannya, kewajiban belajar, kesenjangan, dan kesesuaian dengan jabatan."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan import kompetensi, skp
from kasuari.aturan.buku import INGATAN, SUMBER, Buku, Timpa
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.ip_asn import PREDIKAT
from kasuari.aturan.kasus import DAFTAR
from kasuari.aturan.rumus import TIDAK_ADA, hitung, jelaskan

BUKU = Buku.susun(date(2026, 11, 1), date.max)


def nilai(susunan, besaran, buku=BUKU, **masukan):
    return jelaskan(susunan, masukan, buku, [besaran])[-1].nilai


def test_kuadran_predikat():
    def predikat(hasil, perilaku):
        return nilai(
            skp.SUSUNAN, "predikat", hasil_kerja=f"{hasil} ekspektasi", perilaku=f"{perilaku} ekspektasi"
        )

    assert [predikat("atas", p) for p in ("atas", "sesuai", "bawah")] == ["Sangat Baik", "Baik", "Kurang"]
    assert [predikat("bawah", p) for p in ("atas", "sesuai", "bawah")] == [
        *["Butuh Perbaikan"] * 2,
        "Sangat Kurang",
    ]
    with pytest.raises(MasukanTidakSah, match="perilaku"):
        predikat("atas", "baik sekali")


@pytest.mark.parametrize(
    ("organisasi", "orang", "banyak_peringatan"),
    [
        ("Istimewa", {"Sangat Baik": 7, "Baik": 3}, 0),
        ("Istimewa", {"Sangat Baik": 8, "Baik": 2}, 1),
        ("Baik", {"Baik": 7, "Butuh Perbaikan": 1, "Sangat Baik": 2}, 0),
        ("Baik", {"Baik": 8, "Sangat Baik": 2}, 2),  # melampaui 70% dan tidak seorang pun di bawah
        ("Baik", {"Baik": 1}, 2),  # unit satu orang tidak dapat memenuhi pola: peringatan, bukan galat
        ("Butuh Perbaikan", {"Butuh Perbaikan": 6, "Baik": 3, "Sangat Baik": 1}, 0),
        ("Butuh Perbaikan", {"Butuh Perbaikan": 5, "Baik": 3, "Sangat Baik": 2}, 2),
        ("Kurang", {"Kurang": 6, "Butuh Perbaikan": 1, "Baik": 3}, 0),
        ("Kurang", {"Kurang": 6, "Baik": 4}, 1),
        ("Sangat Kurang", {"Sangat Kurang": 6, "Kurang": 1, "Baik": 3}, 0),
        ("Sangat Kurang", {"Sangat Kurang": 6, "Baik": 3, "Sangat Baik": 1}, 2),
    ],
)
def test_sebaran_memberi_peringatan_menurut_predikat_organisasi(organisasi, orang, banyak_peringatan):
    assert len(skp.periksa_sebaran(organisasi, orang, BUKU)) == banyak_peringatan
    kolom = {skp.BIDANG_ORANG[n]: v for n, v in orang.items()}
    putusan = nilai(skp.SUSUNAN, "sebaran_sesuai", predikat_organisasi=organisasi, **kolom)
    assert (putusan == "sesuai pola") is (banyak_peringatan == 0)


def test_unit_tanpa_orang_di_tengah_kolom_disebut_barisnya():
    kolom = {"predikat_organisasi": ["Baik"] * 4, "orang_baik": [3, 0, 1, 0], "orang_kurang": [0, 0, 1, 0]}
    with pytest.raises(MasukanTidakSah) as galat:
        hitung(skp.SUSUNAN, kolom, BUKU, ["sebaran_sesuai"])
    assert [(c.baris, c.pesan, c.boleh) for c in galat.value.cacat] == [
        (i, "unit tanpa orang tidak mempunyai sebaran", ("sedikitnya satu orang",)) for i in (1, 3)
    ]


@pytest.mark.parametrize(
    ("organisasi", "orang"),
    [
        ("Luar biasa", {"Baik": 1}),
        ("Baik", {"Hebat": 1}),
        ("Baik", {"Baik": -1}),
        ("Baik", {}),
        ("Baik", {"Baik": 0}),
    ],
)
def test_sebaran_yang_mustahil_ditolak(organisasi, orang):
    with pytest.raises(MasukanTidakSah):
        skp.periksa_sebaran(organisasi, orang, BUKU)


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(sorted(skp.ORGANISASI)),
    st.lists(st.integers(0, 50), min_size=5, max_size=5),
    st.integers(2, 9),
)
def test_sebaran_hanya_bergantung_pada_bagian_bukan_banyaknya_orang(organisasi, banyak, kali):
    orang = dict(zip(PREDIKAT, banyak, strict=True))
    if sum(banyak):
        kalimat = [p.kalimat for p in skp.periksa_sebaran(organisasi, orang, BUKU)]
        lipat = {n: v * kali for n, v in orang.items()}
        assert [p.kalimat for p in skp.periksa_sebaran(organisasi, lipat, BUKU)] == kalimat


def test_bagian_yang_tidak_berjumlah_satu_ditolak():
    for bagian in (
        {"Baik": Decimal("0.9")},
        {"Baik": Decimal("NaN")},
        {"Baik": -1, "Kurang": 2},
        {"Baik": "1"},
    ):
        with pytest.raises(MasukanTidakSah, match="share"):
            DAFTAR["kurva_distribusi_check"]({"predikat_organisasi": "Baik", "share": bagian})


def test_jam_pada_sertifikat_didahulukan_dan_yang_tanpa_jam_dikonversi():
    def jp(jenis, jam=0, banyak=0):
        return nilai(kompetensi.SUSUNAN, "jp_diakui", jenis_diklat=jenis, jam_sertifikat=jam, banyak=banyak)

    assert [jp(9, 6, 2), jp(9, 0, 2), jp(4, 0, 3), jp(14, 0, 4), jp(20, 0, 1), jp(10, 0, 1)] == [
        6,
        8,
        15,
        8,
        10,
        20,
    ]
    assert jp(3, 0, 2) is None  # pelatihan teknis harus menyebut jam


def test_konversi_jp_adalah_perkiraan_sampai_daerah_menetapkannya():
    masukan = {"jenis_diklat": 9, "banyak": 1}
    assert jelaskan(kompetensi.SUSUNAN, masukan, BUKU, ["jp_diakui"])[0].keyakinan == INGATAN
    bersertifikat = {**masukan, "jam_sertifikat": 5}
    assert jelaskan(kompetensi.SUSUNAN, bersertifikat, BUKU, ["jp_diakui"])[0].keyakinan == SUMBER


def test_dua_puluh_jp_wajib_dan_24_jp_pppk_adalah_batas_atas():
    hasil = hitung(
        kompetensi.SUSUNAN,
        {"jenis_asn": ["PNS", "PNS", "PPPK", "PPPK"], "jp_setahun": [19, 30, 30, 20]},
        BUKU,
        ["jp_kurang", "jp_dihitung"],
    )
    assert hasil["jp_kurang"].tolist() == [1, 0, 0, 0]
    assert hasil["jp_dihitung"].tolist() == [19, 30, 24, 20]


def test_jpm_satu_desimal_dan_kategori_mulai_dari_batasnya():
    def jpm(dihitung, syarat):
        masukan = {"jumlah_dihitung": dihitung, "jumlah_syarat": syarat}
        return (
            nilai(kompetensi.SUSUNAN, "jpm", **masukan),
            nilai(kompetensi.SUSUNAN, "kategori_jpm", **masukan),
        )

    assert jpm(26, 27) == (Decimal("96.3"), "optimal")
    assert jpm(9, 10) == (90, "optimal")
    assert jpm(899, 1000) == (Decimal("89.9"), "cukup optimal")
    assert jpm(78, 100) == (78, "cukup optimal")
    assert jpm(21, 27) == (Decimal("77.8"), "kurang optimal")
    with pytest.raises(MasukanTidakSah, match="jumlah_syarat"):
        jpm(1, 0)


def test_daerah_memilih_membatasi_tingkat_yang_melebihi_syarat():
    dimiliki, syarat = np.array([5, 2, 3, 3]), np.array([3, 3, 3, 3])
    orang = np.array([0, 0, 1, 1])
    bebas = kompetensi.jumlah_level(dimiliki, syarat, orang, 2, batasi=False)
    batas = kompetensi.jumlah_level(dimiliki, syarat, orang, 2, batasi=True)
    assert (bebas[0].tolist(), batas[0].tolist(), batas[1].tolist()) == ([7, 6], [5, 6], [6, 6])
    timpa = Timpa("kompetensi_jpm_batasi", None, date(2026, 1, 1), True, "Perwal")
    buku = Buku.susun(date(2026, 11, 1), date.max, [timpa])
    lebih = {"level_dimiliki": 4, "jenjang_jabatan": "pengawas"}
    hasil = [nilai(kompetensi.SUSUNAN, "level_dihitung", b, **lebih) for b in (BUKU, buku)]
    assert hasil == [4, 2]


def test_tingkat_di_luar_satu_sampai_lima_ditolak_dengan_letaknya():
    dua = np.array([3, 3])
    for dimiliki, syarat in ((np.array([3, 6]), dua), (dua, np.array([3, 0])), (np.array([3]), dua)):
        with pytest.raises(MasukanTidakSah):
            kompetensi.jumlah_level(dimiliki, syarat, np.zeros(len(syarat), dtype=np.int64), 1, batasi=False)


def test_tanggal_skp_di_setiap_tahun_kolom():
    hasil = hitung(skp.SUSUNAN, {"tahun": [2025, 2026]}, BUKU, ["batas_penetapan_skp", "batas_evaluasi_skp"])
    tanggal = {k: v.astype("datetime64[D]").astype(str).tolist() for k, v in hasil.items()}
    assert tanggal["batas_penetapan_skp"] == ["2025-01-31", "2026-01-31"]
    assert tanggal["batas_evaluasi_skp"] == ["2026-01-31", "2027-01-31"]
    assert TIDAK_ADA not in hasil["batas_evaluasi_skp"]
