"""Buku aturan: dua garis waktu, dasar hukum pada setiap nilai, dan ketentuan daerah yang sah."""

from datetime import date
from decimal import Decimal

import pytest

from kasuari.aturan.buku import KEYAKINAN, KOSONG, Buku, Parameter, Timpa, Versi, timpa_perlu_putusan
from kasuari.aturan.gaji import gaji_pokok
from kasuari.aturan.galat import ParameterRusak, ParameterTidakAda
from kasuari.aturan.parameter import _parameter, semua


def test_setiap_parameter_punya_dasar_keyakinan_dan_satuan():
    assert len(semua()) > 25
    for kode, parameter in semua().items():
        assert parameter.nama and parameter.satuan, kode
        for versi in parameter.versi:
            assert versi.dasar.strip() and versi.keyakinan in KEYAKINAN, kode
            assert versi.terbit.year >= 1945, kode


def test_aturan_yang_belum_terbit_belum_diketahui():
    # PP 5/2024 berlaku 1 Januari 2024, terbit 26 Januari 2024
    hari = date(2024, 1, 15)
    assert gaji_pokok("III/d", 12, "PNS", Buku.susun(hari)) == 3518100
    assert gaji_pokok("III/d", 12, "PNS", Buku.susun(hari, date(2024, 1, 26))) == 3799400
    assert gaji_pokok("III/d", 12, "PNS", Buku.susun(date(2023, 12, 31), date(2026, 1, 1))) == 3518100


def test_hari_tanpa_nilai_menyebut_parameter_dan_harinya():
    with pytest.raises(ParameterTidakAda, match=r"gaji_pokok_pppk.*2019-06-01"):
        Buku.susun(date(2019, 6, 1)).tabel("gaji_pokok_pppk")


def test_buku_yang_dibekukan_pulih_dengan_sidik_yang_sama():
    buku = Buku.susun(date(2025, 7, 1))
    pulih = Buku.dari_json(buku.ke_json())
    assert pulih.sidik == buku.sidik
    assert pulih.tabel("bup_peralihan")["ahli_madya.65"] == date(1957, 4, 7)
    assert pulih.sidik != Buku.susun(date(2023, 7, 1)).sidik


def test_buku_tidak_dapat_diubah():
    buku = Buku.susun(date(2025, 7, 1))
    with pytest.raises(TypeError):
        buku.tabel("ip_asn_maks")["disiplin"] = 6
    with pytest.raises(AttributeError):
        buku.pada = date(2020, 1, 1)


def test_sel_csv_yang_kosong_adalah_tarif_yang_belum_diketahui_dan_desimalnya_tepat():
    buku = Buku.susun(date(2025, 7, 1))
    versi = buku.versi("tunjangan_fungsional")
    assert versi.nilai["Perawat Mahir"] == KOSONG and versi.yakin("Perawat Mahir") == "ingatan"
    assert buku.tabel("pph21_ter_bulanan")["A.5400000"] == Decimal("0.25")


def test_buku_kecil_hanya_memuat_pokoknya():
    kecil = Buku.susun(date(2025, 7, 1)).hanya("ip_asn_")
    assert set(kecil.isi) and all(k.startswith("ip_asn_") for k in kecil.isi)


def test_daerah_boleh_memastikan_nilai_yang_ragu_dan_selnya_tidak_ragu_lagi():
    t = Timpa("ip_asn_s4190_kinerja", "Baik", date(2025, 1, 1), 26, "Surat BKN kepada Wali Kota")
    buku = Buku.susun(date(2025, 12, 31), timpa=[t])
    versi = buku.versi("ip_asn_s4190_kinerja")
    assert versi.nilai["Baik"] == 26
    assert (versi.yakin("Baik"), versi.yakin("Kurang")) == ("sumber", "ingatan")
    assert Buku.susun(date(2024, 12, 31), timpa=[t]).tabel("ip_asn_s4190_kinerja")["Baik"] == 25


@pytest.mark.parametrize(
    ("kode", "kunci", "galat"),
    [
        ("gaji_pokok_pns", "III/a.0", ParameterRusak),
        ("kgb_selang_tahun", None, ParameterRusak),
        ("ip_asn_s4190_kinerja", None, ParameterRusak),
        ("ip_asn_s4190_kinerja", "Istimewa", ParameterTidakAda),
        ("tidak_ada", None, ParameterTidakAda),
    ],
)
def test_daerah_tidak_boleh_mengubah_yang_bersumber_atau_yang_tidak_ada(kode, kunci, galat):
    with pytest.raises(galat):
        Buku.susun(date(2025, 12, 31), timpa=[Timpa(kode, kunci, date(2025, 1, 1), 1, "SK")])


def test_nilai_dan_tabel_tidak_tertukar():
    buku = Buku.susun(date(2025, 12, 31))
    with pytest.raises(ParameterRusak):
        buku.nilai("ip_asn_maks")
    with pytest.raises(ParameterRusak):
        buku.tabel("kgb_selang_tahun")


VERSI = {
    "berlaku": date(2020, 1, 1),
    "terbit": date(2020, 1, 1),
    "nilai": 1,
    "dasar": "x",
    "keyakinan": "sumber",
}


@pytest.mark.parametrize(
    "versi",
    [
        [{**VERSI, "dasar": " "}],
        [{**VERSI, "keyakinan": "yakin"}],
        [{k: v for k, v in VERSI.items() if k != "terbit"}],
        [{k: v for k, v in VERSI.items() if k != "nilai"}],
        [{**VERSI, "ragu": ["a"]}],
        [VERSI, VERSI],
        [],
    ],
)
def test_berkas_parameter_yang_cacat_ditolak_saat_dimuat(versi):
    with pytest.raises(ParameterRusak):
        _parameter("uji", "x", {"nama": "X", "satuan": "x", "ubah_daerah": False, "versi": versi})


def test_yang_berlaku_paling_akhir_menang_lalu_yang_terbit_paling_akhir():
    def versi(berlaku, terbit, nilai):
        return Versi(date(*berlaku), date(*terbit), nilai, "uji", "sumber")

    p = Parameter(
        "x",
        "X",
        "x",
        False,
        (
            versi((2020, 1, 1), (2020, 1, 1), 1),
            versi((2022, 1, 1), (2021, 6, 1), 2),
            versi((2020, 1, 1), (2023, 1, 1), 3),  # ralat atas aturan 2020, terbit belakangan
        ),
    )

    def nilai(pada, diketahui):
        return Buku.susun(pada, diketahui, parameter={"x": p}).nilai("x")

    assert nilai(date(2022, 6, 1), date(2024, 1, 1)) == 2
    assert nilai(date(2021, 12, 31), date(2022, 6, 1)) == 1
    assert nilai(date(2021, 12, 31), date(2024, 1, 1)) == 3


def test_ketentuan_daerah_yang_tersusul_aturan_baru_didaftar_untuk_diputuskan():
    lama = Timpa("ip_asn_s4190_kinerja", "Baik", date(2022, 1, 1), 26, "SK")
    baik = Timpa("ip_asn_s4190_kinerja", "Baik", date(2025, 1, 1), 26, "SK")
    tidak_boleh = Timpa("gaji_pokok_pns", "III/a.0", date(2025, 1, 1), 1, "SK")
    perlu = timpa_perlu_putusan([lama, baik, tidak_boleh], date(2025, 12, 31))
    assert [t for t, _ in perlu] == [lama, tidak_boleh]
    assert "2023-01-01" in perlu[0][1]
