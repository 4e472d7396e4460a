"""Kenaikan pangkat: periode menurut zamannya, syarat tiap jenis dengan pasalnya, dan apa yang masih kurang."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan import pangkat
from kasuari.aturan.buku import INGATAN, SUMBER, Buku
from kasuari.aturan.galat import MasukanTidakSah, ParameterTidakAda
from kasuari.aturan.golongan import KODE_PNS
from kasuari.aturan.masa_kerja import urai
from kasuari.aturan.masukan import dari_hari, ke_hari
from kasuari.aturan.rumus import hitung
from kasuari.aturan.tests.bantu import andaikan, baris_ditolak, langkah

BUKU = Buku.susun(date(2026, 11, 1), date.max)
BAIK = {"predikat_n1": "Baik", "predikat_n2": "Baik"}
REGULER = {
    "golongan": "III/b",
    "tmt_pangkat": "2022-04-01",
    "per_tanggal": "2026-04-01",
    "ijazah": "S1",
    **BAIK,
}


def kurang(jenis, buku=BUKU, **orang):
    return [s.kode.removeprefix("syarat_") for s in pangkat.nilai_pangkat(jenis, orang, buku).kurang]


def test_periode_kenaikan_pangkat_menurut_zamannya():
    sah = [
        (date(2023, 4, 1), True),
        (date(2023, 2, 1), False),
        (date(2024, 2, 1), True),
        (date(2025, 9, 1), False),
        (date(2025, 11, 1), True),
        (date(2025, 11, 2), False),
    ]
    assert [pangkat.periode_sah(t, "reguler", Buku.susun(t)) for t, _ in sah] == [b for _, b in sah]
    assert pangkat.periode_sah(date(2023, 2, 7), "Anumerta", Buku.susun(date(2023, 2, 7)))
    with pytest.raises(MasukanTidakSah, match="jenis"):
        pangkat.periode_sah(date(2023, 2, 7), "entah", BUKU)


@pytest.mark.parametrize(
    ("terakhir", "paling_awal"),
    [
        ("2022-04-01", "2026-04-01"),
        ("2019-11-01", "2024-02-01"),  # genap November 2023, ketika hanya April dan Oktober
        ("2021-09-15", "2025-10-01"),  # genap pertengahan September 2025: Oktober, aturan baru
        ("2020-02-29", "2024-04-01"),  # genap 29 Februari 2024
    ],
)
def test_reguler_paling_awal_memakai_periode_hari_itu_sendiri(terakhir, paling_awal):
    assert pangkat.reguler_paling_awal(date.fromisoformat(terakhir)) == date.fromisoformat(paling_awal)


def test_semua_terpenuhi_berarti_boleh_dan_setiap_syarat_menyebut_pasalnya():
    hasil = pangkat.nilai_pangkat("reguler", REGULER, BUKU)
    assert (hasil.boleh, hasil.golongan_baru, hasil.tmt) == (True, "III/c", date(2026, 4, 1))
    assert all("PP" in s.dasar or "Peraturan" in s.dasar for s in hasil.syarat)
    yakin = {s.kode: s.keyakinan for s in hasil.syarat}
    assert (yakin["syarat_masa_reguler"], yakin["syarat_puncak_ijazah"]) == (SUMBER, INGATAN)


@pytest.mark.parametrize(
    ("ubah", "harap"),
    [
        ({"per_tanggal": "2026-03-31"}, ["masa_reguler"]),
        ({"predikat_n2": "Butuh Perbaikan"}, ["predikat"]),
        ({"predikat_n1": None}, ["predikat"]),
        ({"ijazah": "SMA"}, ["puncak_ijazah"]),
        ({"golongan": "II/d", "ijazah": "SMA"}, ["ujian_dinas"]),
        ({"golongan": "II/d", "ijazah": "SMA", "ujian_dinas": 1}, []),
        ({"golongan": "III/d", "ijazah": "S2", "ujian_dinas": 1}, ["ujian_dinas"]),
        ({"golongan": "III/d", "ijazah": "S2", "ujian_dinas": 2}, []),
        ({"golongan": "IV/e", "ijazah": "S3"}, ["puncak_ijazah"]),
    ],
)
def test_apa_yang_kurang_untuk_kenaikan_reguler(ubah, harap):
    assert kurang("reguler", **{**REGULER, **ubah}) == harap


def test_formulir_hanya_menanyakan_yang_dipakai_jalurnya():
    assert pangkat.bidang_jalur("reguler") == (
        *("golongan", "tmt_pangkat", "per_tanggal", "predikat_n1", "predikat_n2"),
        *("ijazah", "golongan_atasan", "ujian_dinas"),
    )
    assert {"eselon", "tmt_jabatan"} <= set(pangkat.bidang_jalur("struktural"))
    with pytest.raises(MasukanTidakSah, match="jenis"):
        pangkat.bidang_jalur("entah")


def test_atasan_boleh_dilampaui_sejak_20_mei_2025():
    orang = {**REGULER, "golongan_atasan": "III/b"}
    lama, baru = (Buku.susun(date(2025, 5, h), date.max) for h in (19, 20))
    assert kurang("reguler", lama, **orang) == ["atasan"]
    assert kurang("reguler", lama, **{**orang, "golongan_atasan": "III/c"}) == []
    assert kurang("reguler", baru, **orang) == []


def test_struktural_di_bawah_rentang_cukup_satu_tahun_jabatan_dan_pangkat():
    orang = {"golongan": "III/d", "eselon": "III.a", "ujian_dinas": 2, **BAIK}
    waktu = {"tmt_pangkat": "2025-02-01", "tmt_jabatan": "2025-06-15"}
    assert kurang("struktural", **orang, **waktu, per_tanggal="2026-06-01") == ["masa_struktural"]
    assert kurang("struktural", **orang, **waktu, per_tanggal="2026-07-01") == []
    di_dalam = {**orang, "golongan": "IV/a"}
    hasil = pangkat.nilai_pangkat("struktural", {**di_dalam, **waktu, "per_tanggal": "2026-07-01"}, BUKU)
    assert [s.kode for s in hasil.kurang] == ["syarat_masa_struktural"]
    assert hasil.tmt == date(2029, 2, 1)


def test_fungsional_perlu_angka_kredit_dan_jenjang_yang_memuat_golongannya():
    orang = {"golongan": "III/a", "jenjang": "Ahli Pertama", "tmt_pangkat": "2024-03-01", **BAIK}
    orang["per_tanggal"] = "2026-03-01"
    assert kurang("fungsional", **orang, ak="49.99") == ["angka_kredit"]
    assert kurang("fungsional", **orang, ak=50) == []
    assert kurang("fungsional", **{**orang, "golongan": "III/b"}, ak=50) == ["jenjang"]


def test_ijazah_harus_lebih_tinggi_lulus_ujian_dan_sesuai_tugas():
    orang = {
        "golongan": "II/c",
        "ijazah": "S1",
        "tmt_pangkat": "2025-01-01",
        "per_tanggal": "2026-01-01",
        **BAIK,
    }
    assert kurang("ijazah", **orang) == ["ujian_ijazah", "tugas_ijazah"]
    lengkap = {**orang, "lulus_ujian_ijazah": True, "tugas_sesuai_ijazah": True}
    assert kurang("ijazah", **lengkap) == []
    assert kurang("ijazah", **{**lengkap, "golongan": "III/a"}) == ["ijazah_lebih_tinggi"]
    with pytest.raises(MasukanTidakSah, match="'SD' tidak diatur"):
        kurang("ijazah", **{**lengkap, "ijazah": "SD"})


@pytest.mark.parametrize(
    ("jenis", "ubah", "kolom"),
    [
        ("entah", {}, "jenis"),
        ("reguler", {"golongan": "IX"}, "golongan"),
        ("reguler", {"tmt_pangkat": "2022-02-30"}, "tmt_pangkat"),
        ("reguler", {"tmt_pangkat": None}, "tmt_pangkat"),
        ("reguler", {"ujian_dinas": -1}, "ujian_dinas"),
        ("reguler", {"ijazah": "S9"}, "ijazah"),
        ("fungsional", {"jenjang": "Ahli", "ak": "NaN"}, "ak"),
        ("reguler", {"asing": 1}, "asing"),
    ],
)
def test_masukan_buruk_ditolak_dengan_kolomnya(jenis, ubah, kolom):
    with pytest.raises(MasukanTidakSah) as galat:
        pangkat.nilai_pangkat(jenis, {**REGULER, **ubah}, BUKU)
    assert galat.value.cacat[0].kolom == kolom


def test_pindah_golongan_memotong_mkg_tetapi_tidak_sampai_negatif():
    assert pangkat.mkg_sesudah_pindah("II/d", urai("22y7m"), "III/a", BUKU) == urai("17y7m")
    assert pangkat.mkg_sesudah_pindah("I/d", urai("3y0m"), "II/a", BUKU) == 0
    assert pangkat.mkg_sesudah_pindah("III/d", urai("9y1m"), "IV/a", BUKU) == urai("9y1m")
    for lama, baru in (("IV/a", "III/d"), ("IX", "X")):
        with pytest.raises(MasukanTidakSah):
            pangkat.mkg_sesudah_pindah(lama, 12, baru, BUKU)


def test_penyesuaian_ijazah_hanya_naik():
    assert pangkat.penyesuaian_ijazah("D-III", "II/b", BUKU) == ("II/c", 1)
    assert pangkat.penyesuaian_ijazah("SLTA / D-I", "I/d", BUKU) == ("II/a", 1)
    assert pangkat.penyesuaian_ijazah("S-1/D-IV", "II/d", BUKU) == ("III/a", 1)
    for ijazah, golongan in (("S1", "III/a"), ("S9", "II/a"), ("S1", "IX")):
        with pytest.raises(MasukanTidakSah):
            pangkat.penyesuaian_ijazah(ijazah, golongan, BUKU)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), min_size=1, max_size=6))
def test_tmt_selalu_tanggal_satu_sesudah_genap_dan_tidak_bergantung_teman_sekolom(tmt):
    kolom = {
        "tmt_pangkat": np.array([ke_hari(t) for t in tmt]),
        "per_tanggal": np.full(len(tmt), ke_hari(BUKU.pada)),
    }
    hasil = hitung(pangkat.SUSUNAN, kolom, BUKU, ["tmt_reguler", "genap_reguler"])
    for i, hari in enumerate(hasil["tmt_reguler"]):
        assert dari_hari(hari).day == 1 and hari >= max(hasil["genap_reguler"][i], ke_hari(BUKU.pada))
        satu = {k: v[i : i + 1] for k, v in kolom.items()}
        assert hitung(pangkat.SUSUNAN, satu, BUKU, ["tmt_reguler"])["tmt_reguler"][0] == hari


def test_golongan_berikut_dan_puncaknya():
    kode = np.array(list(KODE_PNS.values()))
    berikut = hitung(pangkat.SUSUNAN, {"golongan": kode}, BUKU, ["golongan_berikut"])["golongan_berikut"]
    assert berikut[:-1].tolist() == kode[1:].tolist()
    assert berikut[-1] < 0


def _tmt(besaran, buku, **masukan):
    return langkah(pangkat.SUSUNAN, besaran, buku, **masukan).nilai


@pytest.mark.parametrize(
    ("tahun", "genap", "per_tanggal", "tmt"),
    [
        (2023, "2019-04-01", "2023-01-15", "2023-04-01"),  # April dan Oktober saja
        (2023, "2019-04-02", "2023-01-15", "2023-10-01"),
        (2023, "2019-10-01", "2023-01-15", "2023-10-01"),
        (2023, "2019-10-02", "2023-01-15", "2024-04-01"),  # melintasi tahun
        (2023, "2019-12-31", "2023-01-15", "2024-04-01"),
        (2023, "2018-01-01", "2023-04-02", "2023-10-01"),  # tanggal yang ditanyakan menentukan
        (2024, "2020-04-05", "2024-01-15", "2024-06-01"),  # enam periode
        (2024, "2020-12-02", "2024-01-15", "2025-02-01"),
        (2026, "2022-04-05", "2026-01-15", "2026-05-01"),  # setiap bulan
    ],
)
def test_periode_pertama_sesudah_genap_menurut_aturan_zamannya(tahun, genap, per_tanggal, tmt):
    buku = Buku.susun(date(tahun, 1, 15), date.max)
    assert _tmt("tmt_reguler", buku, tmt_pangkat=genap, per_tanggal=per_tanggal) == tmt


def test_masa_tiap_jenis_genap_tepat_pada_harinya():
    waktu = {"tmt_pangkat": "2024-03-15", "tmt_jabatan": "2024-01-01"}
    assert _tmt("genap_reguler", BUKU, **waktu) == "2028-03-15"
    assert _tmt("genap_fungsional", BUKU, **waktu) == "2026-03-15"
    assert _tmt("genap_ijazah", BUKU, **waktu) == "2025-03-15"
    # di bawah rentang eselonnya (III.a mulai IV/a): setahun jabatan dan setahun pangkat, yang belakangan
    for golongan, jabatan, harap in (
        ("III/d", "2024-01-01", "2025-03-15"), ("III/d", "2024-09-01", "2025-09-01"), ("IV/a", "2024-01-01", "2028-03-15"),
    ):  # fmt: skip
        orang = {"golongan": golongan, "eselon": "III.a", "tmt_pangkat": "2024-03-15", "tmt_jabatan": jabatan}
        assert _tmt("genap_struktural", BUKU, **orang) == harap


def test_syarat_masa_terpenuhi_tepat_pada_hari_genapnya():
    orang = {"golongan": "III/d", "eselon": "III.a", "tmt_pangkat": "2025-02-01", "tmt_jabatan": "2025-06-15"}
    orang |= {"jenjang": "Ahli Muda"}
    for besaran, hari in (("struktural", "2026-06-15"), ("fungsional", "2027-02-01"), ("ijazah", "2026-02-01"), ("reguler", "2029-02-01")):  # fmt: skip
        sehari_sebelum = dari_hari(ke_hari(date.fromisoformat(hari)) - 1).isoformat()
        assert _tmt(f"syarat_masa_{besaran}", BUKU, **orang, per_tanggal=hari) == "terpenuhi"
        assert _tmt(f"syarat_masa_{besaran}", BUKU, **orang, per_tanggal=sehari_sebelum) == "kurang"


@pytest.mark.parametrize(
    ("kode", "hilang", "besaran", "masukan", "bidang"),
    [
        ("kp_puncak", "S1", "syarat_puncak_ijazah", {"golongan": ["III/a"] * 2, "ijazah": ["S2", "S1"]}, "ijazah"),
        ("kp_eselon_tertinggi", "III.a", "syarat_rentang_eselon",
         {"golongan": ["III/a"] * 2, "eselon": ["IV.a", "III.a"]}, "eselon"),
        ("kp_eselon_terendah", "III.a", "genap_struktural",
         {"golongan": ["III/a"] * 2, "eselon": ["IV.a", "III.a"], "tmt_pangkat": ["2025-01-01"] * 2, "tmt_jabatan": ["2025-01-01"] * 2},
         "eselon"),
        ("ak_golongan_tertinggi", "Mahir", "syarat_jenjang",
         {"golongan": ["III/a"] * 2, "jenjang": ["Terampil", "Mahir"]}, "jenjang"),
    ],
)  # fmt: skip
def test_yang_tidak_diatur_tabelnya_ditolak_dengan_kolom_dan_yang_diatur(
    kode, hilang, besaran, masukan, bidang
):
    tabel = {k: v for k, v in BUKU.tabel(kode).items() if k != hilang}
    assert baris_ditolak(pangkat.SUSUNAN, besaran, andaikan(BUKU, kode, tabel), **masukan) == [
        (1, bidang, f"'{hilang}' tidak diatur di sini", tuple(tabel))
    ]


def test_jejak_pangkat_menyebut_sel_yang_dipakai():
    naik = {"golongan": "II/d", "golongan_baru": "III/a", "mkg": "9y0m"}
    assert langkah(pangkat.SUSUNAN, "mkg_sesudah_naik", BUKU, **naik).parameter == (
        ("mkg_potong_pindah_golongan", "II-III"),
    )
    tetap = {"golongan": "III/a", "golongan_baru": "III/b", "mkg": "9y0m"}
    assert langkah(pangkat.SUSUNAN, "mkg_sesudah_naik", BUKU, **tetap).parameter == ()
    assert langkah(pangkat.SUSUNAN, "golongan_ijazah", BUKU, ijazah="S1").parameter == (("kp_ijazah", "S1"),)
    dinas = {"golongan": "II/d", "ujian_dinas": 1}
    assert langkah(pangkat.SUSUNAN, "syarat_ujian_dinas", BUKU, **dinas).parameter == (
        ("kp_ujian_dinas", "III/a"),
    )


def test_penilaian_memuat_jenis_nama_dan_keadaan_setiap_syarat():
    hasil = pangkat.nilai_pangkat("reguler", REGULER, BUKU)
    assert hasil.jenis == "reguler"
    masa = next(s for s in hasil.syarat if s.kode == "syarat_masa_reguler")
    assert masa.nama == "Masa dalam pangkat terakhir untuk kenaikan reguler"
    assert masa.keadaan == {"genap_reguler": "2026-04-01", "per_tanggal": "2026-04-01"}


def test_reguler_paling_awal_menurut_yang_diketahui_saat_itu():
    # sebelum Peraturan BKN 4/2023 terbit hanya April dan Oktober yang diketahui
    assert pangkat.reguler_paling_awal(date(2019, 11, 1), date(2023, 6, 1)) == date(2024, 4, 1)
    assert pangkat.reguler_paling_awal(date(2021, 9, 2)) == date(2025, 10, 1)
    assert pangkat.reguler_paling_awal(date(2021, 10, 1)) == date(2025, 10, 1)
    assert pangkat.reguler_paling_awal(date(2021, 11, 2)) == date(2025, 12, 1)
    with pytest.raises(ParameterTidakAda, match=r"kp_reguler_tahun.*1999-06-01"):
        pangkat.reguler_paling_awal(date(2021, 9, 2), date(1999, 6, 1))
