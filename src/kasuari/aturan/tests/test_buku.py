"""Buku aturan: dua garis waktu, dasar hukum pada setiap nilai, dan ketentuan daerah yang sah."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from kasuari.aturan import parameter
from kasuari.aturan.buku import (
    INGATAN,
    KEYAKINAN,
    KOSONG,
    SUMBER,
    Buku,
    Parameter,
    Timpa,
    Versi,
    timpa_perlu_putusan,
)
from kasuari.aturan.gaji import gaji_pokok
from kasuari.aturan.galat import ParameterTidakAda
from kasuari.aturan.parameter import _parameter, semua
from kasuari.aturan.tests.bantu import ditolak


def test_setiap_parameter_punya_dasar_keyakinan_dan_satuan():
    assert len(semua()) > 25
    for kode, satu in semua().items():
        assert satu.nama and satu.satuan, kode
        for versi in satu.versi:
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
    ("kode", "kunci", "kalimat"),
    [
        ("gaji_pokok_pns", "III/a.0", "'gaji_pokok_pns' bersumber dan tidak boleh diubah daerah."),
        ("kgb_selang_tahun", None, "'kgb_selang_tahun' bersumber dan tidak boleh diubah daerah."),
        # sel yang bersumber di dalam tabel yang sebagian ragu pun tidak boleh
        ("ak_kebutuhan_pangkat", "Ahli Muda", "'ak_kebutuhan_pangkat' bersumber dan tidak boleh diubah daerah."),
        ("ip_asn_s4190_kinerja", None, "'ip_asn_s4190_kinerja' adalah tabel; sebut sel yang ditimpa."),
        ("thr_peraturan", "1990", "'thr_peraturan' tidak punya sel '1990'."),
        ("tidak_ada", None, "Ketentuan daerah menimpa 'tidak_ada', yang tidak berlaku pada hari itu."),
    ],
)  # fmt: skip
def test_daerah_tidak_boleh_mengubah_yang_bersumber_atau_yang_tidak_ada(kode, kunci, kalimat):
    t = Timpa(kode, kunci, date(2025, 1, 1), 1, "SK")
    assert ditolak(Buku.susun, date(2025, 12, 31), timpa=[t]) == kalimat


def test_daerah_boleh_memastikan_hanya_sel_yang_ragu_di_tabel_yang_bukan_miliknya():
    t = Timpa("ak_kebutuhan_pangkat", "Terampil", date(2025, 1, 1), 50, "Surat BKN")
    assert Buku.susun(date(2025, 12, 31), timpa=[t]).tabel("ak_kebutuhan_pangkat")["Terampil"] == 50


def test_daerah_tidak_boleh_menimpa_sebelum_aturannya_berlaku():
    t = Timpa("ip_asn_s4190_kinerja", "Baik", date(2020, 1, 1), 26, "SK")
    assert ditolak(Buku.susun, date(2020, 6, 1), timpa=[t]) == (
        "Ketentuan daerah menimpa 'ip_asn_s4190_kinerja', yang tidak berlaku pada hari itu."
    )


def test_ketentuan_daerah_berlaku_sejak_harinya_dan_tercatat_sebagai_sumber():
    satu = Timpa("thr_masa_penuh_bulan", None, date(2025, 6, 1), 10, "Perwal 1/2025")
    assert Buku.susun(date(2025, 5, 31), timpa=[satu]).nilai("thr_masa_penuh_bulan") == 12
    versi = Buku.susun(date(2025, 6, 1), timpa=[satu]).versi("thr_masa_penuh_bulan")
    assert versi == Versi(date(2025, 6, 1), date(2025, 6, 1), 10, "Perwal 1/2025", SUMBER)
    sel = Timpa("ip_asn_s4190_kinerja", "Baik", date(2025, 6, 1), 26, "Surat BKN")
    semula = Buku.susun(date(2025, 6, 1)).versi("ip_asn_s4190_kinerja")
    versi = Buku.susun(date(2025, 6, 1), timpa=[sel]).versi("ip_asn_s4190_kinerja")
    assert versi == Versi(
        date(2025, 6, 1), date(2025, 6, 1), {**semula.nilai, "Baik": 26},
        f"{semula.dasar}; Baik: Surat BKN", SUMBER, semula.ragu - {"Baik"},
    )  # fmt: skip


def test_tabel_yang_seluruhnya_ragu_tinggal_ragu_pada_sel_lain_sesudah_satu_sel_diputuskan():
    ragu = Versi(date(2020, 1, 1), date(2020, 1, 1), {"a": 1, "b": 2}, "uji", INGATAN)
    parameter = {"x": Parameter("x", "X", "x", False, (ragu,))}
    buku = Buku.susun(
        date(2025, 1, 1), timpa=[Timpa("x", "a", date(2024, 1, 1), 9, "SK")], parameter=parameter
    )
    versi = buku.versi("x")
    assert [versi.yakin(k) for k in ("a", "b", None)] == [SUMBER, INGATAN, INGATAN]


def test_nilai_dan_tabel_tidak_tertukar():
    buku = Buku.susun(date(2025, 12, 31))
    assert ditolak(buku.nilai, "ip_asn_maks") == (
        "Parameter 'ip_asn_maks' adalah tabel; pakai buku.tabel('ip_asn_maks')."
    )
    assert ditolak(buku.tabel, "kgb_selang_tahun") == (
        "Parameter 'kgb_selang_tahun' bukan tabel; pakai buku.nilai('kgb_selang_tahun')."
    )
    assert ditolak(buku.versi, "entah") == (
        "Parameter 'entah' belum punya nilai untuk 2025-12-31 sejauh diketahui pada 2025-12-31."
    )


def test_parameter_yang_tidak_ada_tahu_kodenya():
    with pytest.raises(ParameterTidakAda) as galat:
        Buku.susun(date(2025, 12, 31)).versi("entah")
    assert galat.value.kode == "entah" and ParameterTidakAda("pesan saja").kode == ""


def test_keyakinan_tanpa_sel_adalah_yang_terlemah():
    def versi(keyakinan, *ragu):
        return Versi(date(2020, 1, 1), date(2020, 1, 1), {"a": 1, "b": 2}, "u", keyakinan, frozenset(ragu))

    assert [versi(SUMBER).yakin(k) for k in (None, "a")] == [SUMBER, SUMBER]
    assert [versi(SUMBER, "a").yakin(k) for k in (None, "a", "b")] == [INGATAN, INGATAN, SUMBER]
    assert [versi(INGATAN).yakin(k) for k in (None, "a")] == [INGATAN, INGATAN]


def test_desimal_dibekukan_tanpa_bentuk_pangkat_dan_pulih_tepat():
    isi = {
        "x": Versi(date(2020, 1, 1), date(2020, 1, 1), (Decimal("0.0000001"), Decimal(1000), 5), "u", SUMBER)
    }
    buku = Buku(date(2025, 1, 1), date(2025, 1, 1), isi)
    assert buku.ke_json()["isi"]["x"]["nilai"] == [{"desimal": "0.0000001"}, {"desimal": "1000"}, 5]
    assert Buku.dari_json(buku.ke_json()).nilai("x") == isi["x"].nilai


def test_sidik_buku_kecil_tetap_sama_di_setiap_mesin_dan_versi():
    """Sidik disimpan bersama larian bertahun-tahun: bentuk kanoniknya tidak boleh berubah diam-diam."""
    versi = Versi(
        date(2020, 1, 1), date(2020, 2, 1), {"é": Decimal("1.50"), "a": date(2020, 1, 1)}, "PP – 1", SUMBER
    )
    buku = Buku(date(2025, 1, 1), date(2025, 1, 2), {"b": versi, "a": versi})
    isi = (
        '{"berlaku":"2020-01-01","dasar":"PP – 1","keyakinan":"sumber",'
        '"nilai":{"a":{"tanggal":"2020-01-01"},"é":{"desimal":"1.5"}},"ragu":[],"terbit":"2020-02-01"}'
    )
    teks = f'{{"diketahui":"2025-01-02","isi":{{"a":{isi},"b":{isi}}},"pada":"2025-01-01"}}'
    assert buku.sidik == hashlib.sha256(teks.encode()).hexdigest()


VERSI = {
    "berlaku": date(2020, 1, 1),
    "terbit": date(2020, 1, 1),
    "nilai": 1,
    "dasar": "x",
    "keyakinan": "sumber",
}


LETAK = "uji"
KEYAKINAN_SALAH = f"uji: keyakinan harus salah satu dari {KEYAKINAN} dan dasar harus terisi."


def muat(versi, **ganti):
    return _parameter(LETAK, "x", {"nama": "X", "satuan": "x", "ubah_daerah": False, "versi": versi, **ganti})


@pytest.mark.parametrize(
    ("versi", "kalimat"),
    [
        ([{**VERSI, "dasar": " "}], KEYAKINAN_SALAH),
        ([{**VERSI, "keyakinan": "yakin"}], KEYAKINAN_SALAH),
        ([{k: v for k, v in VERSI.items() if k != "terbit"}],
         "uji: versi kurang ['terbit'] atau tidak tepat satu nilai/berkas."),
        ([{k: v for k, v in VERSI.items() if k != "nilai"}],
         "uji: versi kurang [] atau tidak tepat satu nilai/berkas."),
        ([{**VERSI, "berkas": "x.csv"}], "uji: versi kurang [] atau tidak tepat satu nilai/berkas."),
        ([{**VERSI, "berlaku": "2020-01-01"}], "uji: berlaku dan terbit harus tanggal."),
        ([{**VERSI, "terbit": "2020-01-01"}], "uji: berlaku dan terbit harus tanggal."),
        ([{**VERSI, "ragu": ["a"]}], "uji: 'ragu' menyebut sel yang tidak ada."),
        ([{**VERSI, "nilai": {"b": 1}, "ragu": ["a", "b"]}], "uji: 'ragu' menyebut sel yang tidak ada."),
        ([VERSI, VERSI], "uji: perlu versi, dan tidak boleh dua versi dengan tanggal sama."),
        ([], "uji: perlu versi, dan tidak boleh dua versi dengan tanggal sama."),
    ],
)  # fmt: skip
def test_berkas_parameter_yang_cacat_ditolak_saat_dimuat(versi, kalimat):
    assert ditolak(muat, versi) == kalimat


def test_kunci_parameter_yang_lebih_atau_kurang_ditolak_saat_dimuat():
    assert ditolak(muat, [VERSI], catatan="?") == (
        "uji: kuncinya harus ['nama', 'satuan', 'ubah_daerah', 'versi'], "
        "tertulis ['catatan', 'nama', 'satuan', 'ubah_daerah', 'versi']."
    )


def test_versi_diurutkan_dan_tabel_bertingkat_diratakan():
    lama = {
        **VERSI,
        "berlaku": date(2019, 1, 1),
        "nilai": {"a": {"b": 1, "c": {"d": 2}}, "e": 3},
        "ragu": ["a.c.d"],
    }
    ralat = {**VERSI, "terbit": date(2021, 1, 1), "nilai": 5}
    p = muat([ralat, VERSI, lama])
    assert (p.kode, p.nama, p.satuan, p.ubah_daerah) == ("x", "X", "x", False)
    assert [v.nilai for v in p.versi] == [{"a.b": 1, "a.c.d": 2, "e": 3}, 1, 5]
    assert p.versi[0].yakin("a.c.d") == INGATAN and p.versi[0].yakin("e") == SUMBER
    assert (p.versi[2].berlaku, p.versi[2].terbit, p.versi[2].dasar) == (
        date(2020, 1, 1),
        date(2021, 1, 1),
        "x",
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Folder parameter yang lain, berisi berkas uji."""
    monkeypatch.setattr(parameter, "FOLDER", tmp_path)
    return tmp_path


ISI = """[{kode}]
nama = "N"
satuan = "s"
ubah_daerah = true
[[{kode}.versi]]
berlaku = 2020-01-01
terbit = 2020-01-01
{nilai}
dasar = "PP é"
keyakinan = "ingatan"
"""


def test_satu_kode_di_dua_berkas_ditolak(folder):
    for nama in ("a", "b"):
        (folder / f"{nama}.toml").write_text(ISI.format(kode="x", nilai="nilai = 0.1"), "utf-8")
    assert ditolak(parameter.semua.__wrapped__) == "b.toml: parameter 'x' sudah ada di berkas lain."


def test_toml_dibaca_utf_8_dengan_desimal_tepat_dan_galatnya_menyebut_berkas_dan_kode(folder):
    (folder / "a.toml").write_text(ISI.format(kode="x", nilai="nilai = 0.1"), "utf-8")
    (folder / "catatan.txt").write_text("bukan parameter", "utf-8")
    semuanya = parameter.semua.__wrapped__()
    assert list(semuanya) == ["x"] and semuanya["x"].kode == "x"
    assert semuanya["x"].versi[0].nilai == Decimal("0.1")
    assert semuanya["x"].versi[0].dasar == "PP é" and semuanya["x"].ubah_daerah
    (folder / "b.toml").write_text(ISI.format(kode="y", nilai=""), "utf-8")
    assert ditolak(parameter.semua.__wrapped__).startswith("b.toml: y: versi kurang []")


def test_tabel_csv_berkunci_bertingkat_dan_keyakinannya_per_sel(folder):
    (folder / "t.csv").write_text(
        "g,mkg,rupiah,keyakinan,catatan\né,0,5,sumber,\né,2,,ingatan,?\nb,0,1.5,,\n", "utf-8"
    )
    (folder / "a.toml").write_text(ISI.format(kode="x", nilai='berkas = "t.csv"'), "utf-8")
    versi = parameter.semua.__wrapped__()["x"].versi[0]
    assert dict(versi.nilai) == {"é.0": 5, "é.2": KOSONG, "b.0": Decimal("1.5")}
    assert isinstance(versi.nilai["é.0"], int) and versi.keyakinan == SUMBER
    # versinya ingatan, tetapi keyakinan ditulis per sel: selnya yang menentukan
    assert [versi.yakin(k) for k in ("é.0", "é.2", "b.0", None)] == [SUMBER, INGATAN, SUMBER, INGATAN]
    (folder / "a.toml").write_text(ISI.format(kode="x", nilai='berkas = "t.csv"\nragu = ["b.0"]'), "utf-8")
    versi = parameter.semua.__wrapped__()["x"].versi[0]
    assert [versi.yakin(k) for k in ("é.0", "é.2", "b.0")] == [SUMBER, INGATAN, INGATAN]
    (folder / "a.toml").write_text(ISI.format(kode="x", nilai='berkas = "t.csv"'), "utf-8")
    (folder / "t.csv").write_text("g,rupiah\na,5\na,6\n", "utf-8")
    assert ditolak(parameter.semua.__wrapped__) == "t.csv: sel 'a' tertulis dua kali."
    (folder / "t.csv").write_text("g,rupiah\na,5\n", "utf-8")
    assert parameter.semua.__wrapped__()["x"].versi[0].yakin("a") == INGATAN


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
    lama = Timpa("ip_asn_s4190_kinerja", "Baik", date(2022, 12, 31), 26, "SK")
    tepat = Timpa("ip_asn_s4190_kinerja", "Baik", date(2023, 1, 1), 26, "SK")
    tidak_boleh = Timpa("gaji_pokok_pns", "III/a.0", date(2025, 1, 1), 1, "SK")
    assert timpa_perlu_putusan([tidak_boleh, lama, tepat], date(2025, 12, 31)) == [
        (tidak_boleh, "'gaji_pokok_pns' bersumber dan tidak boleh diubah daerah."),
        (lama, "Ada aturan lebih baru, berlaku 2023-01-01."),
    ]


def test_ketentuan_daerah_diputuskan_menurut_aturan_yang_sudah_diketahui():
    # surat BKN 4190 berlaku 1 Januari 2023 tetapi baru terbit 2024
    t = Timpa("ip_asn_s4190_kinerja", "Baik", date(2023, 6, 1), 26, "SK")
    assert timpa_perlu_putusan([t], date(2023, 12, 31), date(2026, 1, 1)) == []
    assert [s for _, s in timpa_perlu_putusan([t], date(2023, 12, 31))] == [
        "Ketentuan daerah menimpa 'ip_asn_s4190_kinerja', yang tidak berlaku pada hari itu."
    ]
