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
from kasuari.aturan.tests.bantu import langkah

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
    assert [(c.baris, c.kolom, c.pesan, c.boleh) for c in galat.value.cacat] == [
        (i, "orang_sangat_baik", "unit tanpa orang tidak mempunyai sebaran", ("sedikitnya satu orang",))
        for i in (1, 3)
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


def test_jejak_kompetensi_menyebut_sel_jenis_asn_dan_jenjangnya():
    def sel(besaran, **orang):
        return langkah(kompetensi.SUSUNAN, besaran, BUKU, **orang).parameter

    for jenis in ("PNS", "PPPK"):
        orang = {"jenis_asn": jenis, "jp_setahun": 30}
        assert sel("jp_kurang", **orang) == (("bangkom_jp_setahun", jenis),)
    assert sel("jp_dihitung", jenis_asn="PPPK", jp_setahun=30) == (("bangkom_jp_paling_banyak", "PPPK"),)
    assert sel("level_syarat", jenjang_jabatan="pengawas") == (("kompetensi_level", "pengawas"),)
    # pilihan daerah dibaca hanya bila tingkatnya melebihi syarat (pengawas: 2)
    for dimiliki, dibaca in ((2, ()), (3, (("kompetensi_jpm_batasi", None),))):
        assert sel("level_dihitung", jenjang_jabatan="pengawas", level_dimiliki=dimiliki) == dibaca


def test_satu_jam_sertifikat_pun_diakui_dan_belum_punya_kompetensi_boleh_nol():
    assert nilai(kompetensi.SUSUNAN, "jp_diakui", jenis_diklat=9, jam_sertifikat=1, banyak=7) == 1
    nol, satu = np.array([0, 5]), np.array([1, 5])
    dihitung, diminta = kompetensi.jumlah_level(nol, satu, np.array([0, 0]), 1, batasi=True)
    assert (dihitung.tolist(), diminta.tolist(), dihitung.dtype, diminta.dtype) == (
        [5],
        [6],
        np.int64,
        np.int64,
    )


def test_peringatan_sebaran_menyebut_pola_orang_dan_persennya():
    lewat = skp.periksa_sebaran("Baik", {"Baik": 8, "Sangat Baik": 2}, BUKU)
    banyak = BUKU.tabel("skp_sebaran_paling_banyak")
    kunci = next(k.removeprefix("Baik.") for k in banyak if k.startswith("Baik."))
    batas = banyak[f"Baik.{kunci}"]
    assert lewat[0] == skp.Peringatan(f"{kunci} paling banyak {batas}% dari orang di unit", kunci, 8, batas)
    wajib = BUKU.tabel("skp_sebaran_wajib_ada")["Baik"]
    assert lewat[1] == skp.Peringatan(f"{wajib} harus ada sedikitnya satu orang", wajib, 0, 0)
    sedikit = BUKU.tabel("skp_sebaran_paling_sedikit")
    sel, persen = next((k, v) for k, v in sedikit.items() if k.startswith("Kurang."))
    nama = sel.removeprefix("Kurang.")
    kurang = skp.periksa_sebaran("Kurang", {"Baik": 9, "Butuh Perbaikan": 1}, BUKU)
    assert skp.Peringatan(f"{nama} paling sedikit {persen}% dari orang di unit", nama, 0, persen) in kurang


def test_tepat_di_batas_sebaran_tidak_diperingatkan():
    # unit berpredikat Kurang: sedikitnya 60 % Kurang dan 10 % Butuh Perbaikan
    sedikit = BUKU.tabel("skp_sebaran_paling_sedikit")
    kurang, perbaikan = sedikit["Kurang.Kurang"], sedikit["Kurang.Butuh Perbaikan"]
    lain = 100 - kurang - perbaikan
    tepat = {"Kurang": kurang, "Butuh Perbaikan": perbaikan, "Baik": lain}
    assert skp.periksa_sebaran("Kurang", tepat, BUKU) == []
    for nama in ("Kurang", "Butuh Perbaikan"):
        satu_kurang = {**tepat, nama: tepat[nama] - 1, "Baik": lain + 1}
        assert [x.predikat for x in skp.periksa_sebaran("Kurang", satu_kurang, BUKU)] == [nama]
    seribu = {"Kurang": kurang * 10 - 1, "Butuh Perbaikan": perbaikan * 10, "Baik": lain * 10 + 1}
    assert [x.predikat for x in skp.periksa_sebaran("Kurang", seribu, BUKU)] == ["Kurang"]


def test_jejak_predikat_menyebut_kuadrannya():
    x = langkah(skp.SUSUNAN, "predikat", BUKU, hasil_kerja="atas ekspektasi", perilaku="bawah ekspektasi")
    assert x.parameter == (("skp_kuadran", "atas ekspektasi.bawah ekspektasi"),)
