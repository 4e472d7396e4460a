"""Subjek pegawai, diklat, dan kgb: berkas kotor nyata dan tiap kode pada tempatnya. Tanpa basis data."""

import csv
import io
import json
import subprocess
import sys
from datetime import date

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.bersama import shared

from kasuari.aparatur.pegawai.impor import SUBJEK
from kasuari.cli.impor import jalankan
from kasuari.dasar.impor.galat import BerkasTidakTerbaca, PemetaanSalah
from kasuari.dasar.impor.katalog import semua_kode
from kasuari.dasar.impor.subjek import Konteks
from kasuari.dasar.impor.uji import uji

PADA = Konteks.hari(date(2026, 11, 23))
KEPALA = ["No", "NIP", "Nama", "Tgl Lahir", "L/P", "Gol", "TMT Pangkat", "Gaji Pokok", "Kedudukan Hukum"]
BAIK = ["1", "198305142006011037", "SILAS", "14-05-1983", "L", "III/a", "01-04-2020", "3.000.000", "Aktif"]


def _csv(tmp_path, baris, pemisah=";", nama="a.csv"):
    aliran = io.StringIO()
    csv.writer(aliran, delimiter=pemisah).writerows(baris)
    berkas = tmp_path / nama
    berkas.write_text(aliran.getvalue(), encoding="utf-8")
    return berkas


def _satu(tmp_path, **ganti):
    """Uji satu baris baik dengan beberapa sel diganti."""
    baris = [ganti.get(k, v) for k, v in zip(KEPALA, BAIK, strict=True)]
    return uji(_csv(tmp_path, [KEPALA, baris]), "pegawai", PADA).ke_json()


def _kode(hasil):
    return [d["alasan"] for d in hasil["ditolak"]] + [p["kode"] for p in hasil["peringatan"]]


@pytest.mark.parametrize(
    ("berkas", "subjek"),
    [
        ("01_siasn_pegawai.xlsx", "pegawai"),
        ("02_duk_dua_baris.xlsx", "pegawai"),
        ("03_nominatif_latin1.csv", "pegawai"),
        ("06_riwayat_diklat.xlsx", "diklat"),
    ],
)
def test_berkas_kotor_seperti_yang_diharapkan(berkas, subjek):
    harap = json.loads(shared("data", "berkas_kotor", "expected.json").read_text("utf-8"))["berkas"][berkas]
    hasil = uji(shared("data", "berkas_kotor", berkas), subjek, PADA).ke_json()
    assert hasil["baris_kepala"] == harap["baris_kepala"]
    assert hasil["lembar"] == harap.get("lembar", hasil["lembar"])
    assert (hasil["pengodean"], hasil["pemisah"]) == (harap.get("pengodean"), harap.get("pemisah"))
    terima = [
        {k: dapat.get(k, "TIDAK ADA") for k in baris}
        for dapat, baris in zip(hasil["diterima"], harap["diterima"], strict=True)
    ]
    assert terima == harap["diterima"]
    assert hasil["ditolak"] == harap["ditolak"]
    assert hasil["peringatan"] == harap["peringatan"]
    for abai in harap["diabaikan"]:
        letak = {k: v for k, v in abai.items() if k != "alasan"}
        sebab = [a["alasan"] for a in hasil["diabaikan"] if letak.items() <= a.items()]
        assert not letak or sebab == [abai["alasan"].removesuffix(" (rumus)")], abai


@pytest.mark.parametrize(
    ("ganti", "kode"),
    [
        ({}, []),
        ({"NIP": ""}, ["NIP_KOSONG"]),
        ({"NIP": "1,98305E+17"}, ["NIP_NOTASI_ILMIAH"]),
        ({"NIP": "19830514200601103"}, ["NIP_PANJANG"]),
        ({"NIP": "19830514200601I037"}, ["NIP_BUKAN_ANGKA"]),
        ({"NIP": "198305142006011000"}, ["NIP_PRESISI_HILANG", "NIP_NOL_DI_EKOR"]),
        ({"Nama": "S1L4S"}, ["NAMA_TIDAK_SAH"]),
        ({"Gol": "III/f"}, ["GOLONGAN_TIDAK_DIKENAL"]),
        ({"Tgl Lahir": "31-02-1983"}, ["TANGGAL_TIDAK_SAH"]),
        ({"Tgl Lahir": "14-05-1883"}, ["TANGGAL_TIDAK_WAJAR"]),
        ({"Tgl Lahir": "14-05-2023"}, ["TANGGAL_TIDAK_WAJAR"]),
        ({"TMT Pangkat": "01-04-1990"}, ["TANGGAL_TIDAK_WAJAR"]),
        ({"TMT Pangkat": "01-04-2027"}, ["TMT_MASA_DEPAN"]),
        ({"Tgl Lahir": "14-05-1984"}, ["NIP_TGL_LAHIR_BEDA"]),
        ({"L/P": "P"}, ["NIP_JK_BEDA"]),
        ({"Tgl Lahir": "14/05/83"}, ["TAHUN_DUA_DIGIT"]),
        ({"Gaji Pokok": "-"}, ["GAJI_KOSONG"]),
        ({"TMT Pangkat": "10/1/2023"}, ["TANGGAL_AMBIGU"]),
        ({"Kedudukan Hukum": "Pensiun"}, ["TIDAK_AKTIF"]),
        ({"Kedudukan Hukum": "Tidak Aktif"}, ["TIDAK_AKTIF"]),
        ({"Kedudukan Hukum": "Non Aktif"}, ["TIDAK_AKTIF"]),
        ({"Kedudukan Hukum": "Pejabat Negara"}, ["TIDAK_AKTIF"]),
        ({"Kedudukan Hukum": "99"}, ["TIDAK_AKTIF"]),
        ({"Kedudukan Hukum": "PPPK Aktif"}, []),
        ({"Kedudukan Hukum": "71"}, []),
        ({"Kedudukan Hukum": "Masa Persiapan Pensiun"}, []),
    ],
)
def test_satu_cacat_satu_kode(tmp_path, ganti, kode):
    assert _kode(_satu(tmp_path, **ganti)) == kode


def test_setiap_temuan_menyebut_baris_dan_tindakan(tmp_path):
    hasil = _satu(tmp_path, Gol="III/f")
    assert hasil["keterangan"] == [
        {
            "baris": 2,
            "kode": "GOLONGAN_TIDAK_DIKENAL",
            "tingkat": "tolak",
            "kolom": "Gol",
            "pesan": "Baris 2: Golongan 'III/f' tidak dikenal. Tulis I/a sampai IV/e (PNS) atau I sampai XVII (PPPK). Mungkin maksudnya: III/d.",
            "saran": "III/d",
        }
    ]


def test_tanggal_meragukan_dikosongkan_dan_menyebut_kolomnya(tmp_path):
    hasil = _satu(tmp_path, **{"TMT Pangkat": "10/1/2023"})
    assert hasil["diterima"][0]["tmt_gol"] is None
    assert hasil["peringatan"] == [{"baris": 2, "kode": "TANGGAL_AMBIGU", "kolom": "TMT Pangkat"}]
    assert hasil["keterangan"][0]["saran"] == "10-01-2023 atau 01-10-2023"


def test_duplikat_identik_konflik_dan_baris_pertama_yang_cacat(tmp_path):
    beda = [*BAIK[:5], "III/b", *BAIK[6:]]
    cacat = [*BAIK[:5], "Z/z", *BAIK[6:]]
    hasil = uji(_csv(tmp_path, [KEPALA, cacat, BAIK, ["2", *BAIK[1:]], beda]), "pegawai", PADA).ke_json()
    assert [b["baris"] for b in hasil["diterima"]] == [3]
    assert hasil["ditolak"] == [
        {"baris": 2, "alasan": "GOLONGAN_TIDAK_DIKENAL"},
        {"baris": 4, "alasan": "DUPLIKAT_IDENTIK"},
        {"baris": 5, "alasan": "DUPLIKAT_KONFLIK"},
    ]


def test_kolom_wajib_yang_hilang_dan_baris_yang_terpotong(tmp_path):
    tanpa_nip = uji(_csv(tmp_path, [["Nama", "Gol"], ["Silas", "III/a"]]), "pegawai", PADA).ke_json()
    assert tanpa_nip["ditolak"] == [{"baris": 2, "alasan": "KOLOM_KURANG"}]
    geser = [*BAIK, "sisa pemisah"]
    hasil = uji(_csv(tmp_path, [KEPALA, BAIK, BAIK[:4], geser, BAIK]), "pegawai", PADA).ke_json()
    assert hasil["ditolak"][:2] == [
        {"baris": 3, "alasan": "KOLOM_KURANG"},
        {"baris": 4, "alasan": "KOLOM_LEBIH"},
    ]


@pytest.mark.parametrize("pemisah", [",", "\t", "|"])
def test_urutan_dan_judul_kolom_lain_memberi_isi_yang_sama(tmp_path, pemisah):
    kepala = [
        "Jenis Kelamin",
        "GOLONGAN/RUANG",
        "Nomor Induk Pegawai",
        "Tanggal  Lahir",
        "Nama Lengkap & Gelar",
        "tmtGolongan",
    ]
    baris = ["Pria", "3A", "19830514 200601 1 037", "14 Mei 1983", "Drs. SILAS, M.Si", "1 April 2020"]
    hasil = uji(_csv(tmp_path, [["DAFTAR"], [], kepala, baris], pemisah), "pegawai", PADA).ke_json()
    assert hasil["diterima"] == [
        {"baris": 4, "nip": "198305142006011037", "nama": "Silas", "gelar_depan": "Drs.", "gelar_belakang": "M.Si",
         "lahir": "1983-05-14", "jk": "L", "gol": "III/a", "tmt_gol": "2020-04-01"}
    ]  # fmt: skip


def test_duk_dua_baris_bersela_kepala_berulang_dan_nip_kosong(tmp_path):
    kepala = [["No", "Nama", "Golongan", "Tempat"], ["", "NIP", "TMT", "Tanggal Lahir"]]
    orang = [
        [["1", "Silas", "III/a", "Sorong"], ["", "19830514 200601 1 037", "01/10/2018", "14/05/1983"]],
        [["2", "Obed", "III/a", "Sorong"], ["", "-", "01/10/2018", "14/05/1983"]],
        [["3", "Ester", "II/c", "Sorong"], ["", "19921106 202204 2 038", "01/10/2022", "06/11/1992"]],
    ]
    kaki = [
        ["", "", "", "Sorong, 1 Januari 2026"],
        ["", "", "", "Kepala BKPSDM"],
        [],
        ["", "", "", "NIP. 197202151994122004"],
    ]
    baris = [["DUK"], *kepala, *orang[0], ["GOLONGAN III"], *orang[1], *kepala, *orang[2], *kaki]
    hasil = uji(_csv(tmp_path, baris), "pegawai", PADA).ke_json()
    assert [(b["baris"], b["nama"], b["tmt_gol"], b["lahir"]) for b in hasil["diterima"]] == [
        (4, "Silas", "2018-10-01", "1983-05-14"),
        (11, "Ester", "2022-10-01", "1992-11-06"),
    ]
    assert hasil["ditolak"] == [{"baris": 7, "alasan": "NIP_KOSONG"}]
    assert hasil["diabaikan"] == [
        {"baris": 6, "alasan": "BARIS_SELA"},
        {"baris": 9, "alasan": "KEPALA_BERULANG"},
        {"baris": 10, "alasan": "KEPALA_BERULANG"},
        {"dari_baris": 13, "alasan": "BLOK_TANDA_TANGAN"},
    ]


def test_pemetaan_orang_mengalahkan_pengenalan(tmp_path):
    berkas = _csv(tmp_path, [["Kode A", "Kode B"], ["198305142006011037", "Silas"]])
    belum = uji(berkas, "pegawai", PADA).ke_json()
    assert belum["diterima"] == []
    assert belum["kolom_belum_dipetakan"][0] == {"nomor": 1, "kepala": "Kode A", "saran": "nip"}
    hasil = uji(berkas, "pegawai", PADA, {"kolom": {"1": "nip", "Kode B": "nama"}}).ke_json()
    assert [b["nip"] for b in hasil["diterima"]] == ["198305142006011037"]
    assert uji(berkas, "pegawai", PADA, hasil["pemetaan"]).ke_json() == hasil
    with pytest.raises(PemetaanSalah, match="Isian 'gaji' tidak dikenal"):
        uji(berkas, "pegawai", PADA, {"kolom": {"1": "gaji"}})
    with pytest.raises(PemetaanSalah, match="kolom 'XYZ'"):
        uji(berkas, "pegawai", PADA, {"kolom": {"XYZ": "nip"}})


def test_nama_dan_nip_dalam_satu_sel(tmp_path):
    kepala = ["No", "Nama / NIP", "Pangkat / Gol", "Tempat, Tgl Lahir"]
    baris = [
        ["1", "SILAS, S.E.\nNIP. 19830514 200601 1 037", "Pembina Tk.I (IV/b)", "Sorong,\n14 Mei 1983"],
        ["2", "ESTER 199211062022042038", "III/d", "Sorong, 06-11-1992"],
        ["3", "OBED\nNIP. -", "III/d", "Sorong, 06-11-1992"],
    ]
    hasil = uji(_csv(tmp_path, [kepala, *baris]), "pegawai", PADA).ke_json()
    assert [(b["nama"], b["nip"], b["gol"], b["lahir"]) for b in hasil["diterima"]] == [
        ("Silas", "198305142006011037", "IV/b", "1983-05-14"),
        ("Ester", "199211062022042038", "III/d", "1992-11-06"),
    ]
    assert [d["alasan"] for d in hasil["ditolak"]] == ["NIP_KOSONG"]


def test_diklat_rentang_jp_dan_sertifikat(tmp_path):
    kepala = [
        "Nama Peserta",
        "NIP",
        "Nama Pelatihan",
        "Tanggal Pelaksanaan",
        "Jam Pelajaran",
        "Nomor Sertifikat",
    ]
    nip = "198305142006011037"
    baris = [
        ["Silas", nip, "PKP", "3 s.d. 5 Januari 2025", "30 JP", "S1"],
        ["Silas", nip, "PKA", "30 Jan - 2 Feb 2025", "200", "S2"],
        ["Silas", nip, "PKA", "1-2 Maret 2025", "0", "S3"],
        ["Silas", nip, "PKP", "3 s.d. 5 Januari 2025", "30", "s1"],
        ["Silas", nip, "PKP", "1 Mei 1990", "30", "S4"],
        ["Silas", nip, "PKP", "1 Mei 2030", "30", "S5"],
    ]
    hasil = uji(_csv(tmp_path, [kepala, *baris]), "diklat", PADA).ke_json()
    assert [(b["mulai"], b["selesai"], b["jp"]) for b in hasil["diterima"]] == [
        ("2025-01-03", "2025-01-05", 30),
        ("2025-01-30", "2025-02-02", 200),
    ]
    assert hasil["peringatan"] == [{"baris": 3, "kode": "JP_TIDAK_WAJAR"}]
    assert [d["alasan"] for d in hasil["ditolak"]] == [
        "JP_NOL",
        "DUPLIKAT_SERTIFIKAT",
        "TANGGAL_TIDAK_WAJAR",
        "TANGGAL_TIDAK_WAJAR",
    ]


def _kgb(tmp_path, baris):
    """Daftar penjagaan KGB: kepala dua tingkat bergabung, seperti templat kabupaten."""
    berkas = tmp_path / "kgb.xlsx"
    buku = xlsxwriter.Workbook(str(berkas))
    lembar = buku.add_worksheet("PENJAGAAN")
    lembar.merge_range(0, 0, 0, 15, "DAFTAR PENJAGAAN KENAIKAN GAJI BERKALA")
    for k, judul in enumerate(["NO", "NAMA", "NIP", "GOL. RUANG", "JABATAN", "INSTANSI"]):
        lembar.merge_range(3, k, 4, k, judul)
    for awal, judul in ((6, "SK LAMA"), (11, "SK BARU")):
        lembar.merge_range(3, awal, 3, awal + 4, judul)
        lembar.write_row(4, awal, ["NOMOR", "TANGGAL", "TMT", "MK", "BESAR GAJI"])
    lembar.write_row(5, 0, range(1, 17))
    for r, isi in enumerate(baris, 6):
        lembar.write_row(r, 0, isi)
    lembar.write_row(6 + len(baris), 0, ["", "JUMLAH", len(baris)])
    buku.close()
    return uji(berkas, "kgb", PADA).ke_json()


def _orang(nip, gol, lama, baru):
    return [1, "Silas", nip, gol, "Guru", "Dinas", "1", "01-02-2023", *lama, "2", "01-02-2025", *baru]


def test_kgb_berkepala_dua_tingkat(tmp_path):
    hasil = _kgb(
        tmp_path,
        [
            _orang(
                "198305142006011037",
                "III/a",
                ["01-03-2023", "4 Thn 00 Bln", 2964000],
                ["01-03-2025", "6 Thn 00 Bln", "3.057.300"],
            ),
            _orang("199812162022031026", "III/a", ["01-03-2023", 4, 2964000], ["01-03-2025", 6, 3057000]),
            _orang("199211062022042038", "III/a", ["01-03-2024", 4, 2964000], ["01-03-2025", 6, 3057300]),
            _orang("197202151994122004", "II/a", ["01-03-2024", 0, 2184000], ["01-03-2025", 1, 2218400]),
            _orang("197605272007032004", "III/a", ["01-03-2023", 4, 2964000], ["", 6, ""]),
        ],
    )
    kunci = ("nip", "gol", "mk_lama", "gaji_lama", "mk_baru", "gaji_baru_berkas", "tmt_baru")
    assert [hasil["diterima"][0][k] for k in kunci] == [
        "198305142006011037",
        "III/a",
        4,
        2964000,
        6,
        3057300,
        "2025-03-01",
    ]
    assert hasil["baris_kepala"] == [4, 5]
    assert hasil["peringatan"] == [
        {"baris": 8, "kode": "GAJI_BARU_TIDAK_SESUAI_TABEL"},
        {"baris": 9, "kode": "KGB_BELUM_DUA_TAHUN"},
        {"baris": 11, "kode": "GAJI_KOSONG"},
    ]
    assert hasil["ditolak"] == []
    assert [a["alasan"] for a in hasil["diabaikan"]] == ["BARIS_NOMOR_KOLOM", "BARIS_TOTAL"]


def test_perintah_uji_tidak_menyalakan_django(tmp_path, capsys):
    berkas = _csv(tmp_path, [KEPALA, BAIK])
    kode = (
        "import sys; from kasuari.cli import main; keluar = main(sys.argv[1:]); "
        "assert 'django' not in sys.modules; sys.exit(keluar)"
    )
    jalan = subprocess.run(
        [sys.executable, "-c", kode, "impor", "pegawai", str(berkas), "--uji", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    jawab = json.loads(jalan.stdout)
    assert (jawab["berkas"], jawab["subjek"], len(jawab["diterima"])) == ("a.csv", "pegawai", 1)
    assert jalankan(["pegawai", str(tmp_path / "tidak_ada.csv"), "--uji"]) == 2
    assert "tidak dapat dibuka" in capsys.readouterr().err
    assert jalankan(["zzz", str(berkas), "--uji"]) == 2
    assert "diklat, formasi, kgb, pegawai, skm, surat_izin" in capsys.readouterr().err
    assert jalankan(["pegawai", str(berkas), "--uji"]) == 0
    assert "diterima 1, ditolak 0" in capsys.readouterr().out


def test_berkas_tanpa_baris_data_ditolak_utuh(tmp_path):
    with pytest.raises(BerkasTidakTerbaca, match="tidak memuat baris data"):
        uji(_csv(tmp_path, [KEPALA]), "pegawai", PADA)


def test_katalog_satu_kalimat_tiap_kode():
    assert {s.kode for s in SUBJEK} == {"pegawai", "diklat", "kgb", "surat_izin"}
    for kode in semua_kode().values():
        assert kode.pola.endswith("."), kode.kode
        assert kode.tingkat in {"tolak", "peringatan", "abaikan"}


SERPIH = st.sampled_from(
    ["", "NIP", "Nama", "Tgl Lahir", "Gol", "TMT", "SK LAMA", "No", "JUMLAH", "1", "2", "3", "III/a", "GOLONGAN III", "L",
     "198305142006011037", "NIP. 198305142006011037", "1,9E+17", "Silas", "10/1/2023", "14-05-1983", "Sorong, 1 Januari 2026",
     "Kepala Dinas", "Nama / NIP", "JP", "24 JP", "Nama Diklat", "3-5 Januari 2025", "TMT SK Baru", "\x00\x07", "<b>", "=1+1"]
)  # fmt: skip


@pytest.mark.lambat
@given(
    st.lists(st.lists(SERPIH | st.text(max_size=12), max_size=8), max_size=9),
    st.sampled_from(["pegawai", "diklat", "kgb", "surat_izin"]),
)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_tabel_sembarang_terbaca_atau_ditolak_dengan_kalimat(tmp_path, baris, subjek):
    try:
        hasil = uji(_csv(tmp_path, baris), subjek, PADA)
    except BerkasTidakTerbaca:
        return
    jawab = hasil.ke_json()
    nomor = [b["baris"] for b in jawab["diterima"]] + [b["baris"] for b in jawab["ditolak"]]
    assert len(nomor) == len(set(nomor)) == len(hasil.baris)
    assert all(a["pesan"] for a in jawab["keterangan"])


def test_bulan_sebelum_hari_yang_dibuktikan_nip_ditanyakan_bukan_ditebak(tmp_path):
    kepala = ["NIP", "Nama", "Gol", "Tgl Lahir", "TMT Gol"]
    amerika = ["198508012013041037", "Maria Sowefa", "III/a", "08/01/1985", "04/01/2023"]
    biasa = ["198508012013041038", "Ruth Sowefa", "III/a", "01/08/1985", "04/01/2023"]
    hasil = uji(_csv(tmp_path, [kepala, amerika, biasa]), "pegawai", PADA).ke_json()
    assert [(b["lahir"], b["tmt_gol"]) for b in hasil["diterima"]] == [
        (None, None),
        ("1985-08-01", "2023-01-04"),
    ]
    assert [(p["baris"], p["kode"]) for p in hasil["peringatan"]] == [(2, "TANGGAL_AMBIGU")] * 2


def test_golongan_pppk_pada_nip_pns_ditolak_dan_kode_kontrak_aneh_ditandai(tmp_path):
    kepala = ["NIP", "Nama", "Gol", "Tgl Lahir"]
    baris = [
        ["198508012013041037", "Maria Sowefa", "III", "01-08-1985"],
        ["198508012013131036", "Agus Sowefa", "IX", "01-08-1985"],
        ["198508012099212001", "Ruth Sowefa", "IX", "01-08-1985"],
    ]
    hasil = uji(_csv(tmp_path, [kepala, *baris]), "pegawai", PADA).ke_json()
    assert [(t["baris"], t["alasan"]) for t in hasil["ditolak"]] == [
        (2, "GOLONGAN_BUKAN_JENISNYA"),
        (4, "NIP_SUSUNAN"),
    ]
    assert [(p["baris"], p["kode"]) for p in hasil["peringatan"]] == [(3, "NIP_KODE_TIDAK_LAZIM")]
