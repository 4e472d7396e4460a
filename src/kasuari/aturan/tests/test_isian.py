"""Isian kasus: setiap nilai JSON dibaca dengan jenisnya, atau ditolak dengan satu kalimat."""

from datetime import date
from decimal import Decimal

import pytest

from kasuari.aturan.buku import Buku
from kasuari.aturan.kasus.isian import Isian, baca_tanggal
from kasuari.aturan.masukan import RUPIAH_TERBANYAK
from kasuari.aturan.tests.bantu import ditolak

TANGGAL = "tanggal YYYY-MM-DD, tahun 1900 sampai 2199"
RUPIAH = "rupiah penuh 0 sampai 1000000000000"


def isian(nilai):
    return Isian({"x": nilai}, ["x"])


@pytest.mark.parametrize(
    ("baca", "nilai", "hasil"),
    [
        (lambda i: i.teks("x"), "a", "a"),
        (lambda i: i.teks("x", "z"), None, "z"),
        (lambda i: i.ya("x"), False, False),
        (lambda i: i.ya("x", True), None, True),
        (lambda i: i.daftar("x"), [], []),
        (lambda i: i.bulat("x", 2, 4), 2, 2),
        (lambda i: i.bulat("x", 2, 4), 4, 4),
        (lambda i: i.bulat("x", 2, 4, 9), None, 9),
        (lambda i: i.rupiah("x"), None, 0),
        (lambda i: i.rupiah("x"), 0, 0),
        (lambda i: i.rupiah("x", wajib=True), RUPIAH_TERBANYAK, RUPIAH_TERBANYAK),
        (lambda i: i.daftar_rupiah("x"), [0, RUPIAH_TERBANYAK], [0, RUPIAH_TERBANYAK]),
        (lambda i: i.angka("x"), "1.50", Decimal("1.5")),
        (lambda i: i.angka("x"), 3, Decimal(3)),
        (lambda i: i.tanggal("x"), "2025-03", date(2025, 3, 1)),
        (lambda i: i.tanggal("x"), "2025-03-31", date(2025, 3, 31)),
        (lambda i: i.tanggal("x", date(2020, 1, 1)), None, date(2020, 1, 1)),
        (lambda i: i.masa_kerja("x"), "17y7m", 211),
        (lambda i: i.masa_kerja("x"), 3, 36),
        (lambda i: i.masa_kerja("x"), {"years": 2, "months": 5}, 29),
        (lambda i: i.masa_kerja("x"), {"years": 2}, 24),
        (lambda i: i.masa_kerja("x", 7), None, 7),
        (lambda i: i.golongan("x"), "Penata Muda (III/a)", "III/a"),
    ],
)
def test_nilai_yang_tepat_dibaca(baca, nilai, hasil):
    dibaca = baca(isian(nilai))
    assert dibaca == hasil and type(dibaca) is type(hasil)
    assert ("x" in isian(nilai)) is (nilai is not None)


@pytest.mark.parametrize(
    ("baca", "nilai", "kalimat"),
    [
        (lambda i: i.teks("x"), None, "kolom 'x': wajib diisi. Yang boleh: teks."),
        (lambda i: i.teks("x"), 1, "kolom 'x': 1 bukan teks. Yang boleh: teks."),
        (lambda i: i.ya("x"), 1, "kolom 'x': 1 bukan true atau false. Yang boleh: true atau false."),
        (lambda i: i.ya("x"), None, "kolom 'x': wajib diisi. Yang boleh: true atau false."),
        (lambda i: i.daftar("x"), {}, "kolom 'x': {} bukan daftar. Yang boleh: daftar."),
        (lambda i: i.bulat("x", 2, 4), True,
         "kolom 'x': True bukan bilangan bulat 2 sampai 4. Yang boleh: bilangan bulat 2 sampai 4."),
        (lambda i: i.bulat("x", 2, 4), 1, "kolom 'x': 1 di luar rentang. Yang boleh: bilangan bulat 2 sampai 4."),
        (lambda i: i.bulat("x", 2, 4), 5, "kolom 'x': 5 di luar rentang. Yang boleh: bilangan bulat 2 sampai 4."),
        (lambda i: i.rupiah("x"), -1,
         "kolom 'x': -1 di luar rentang. Yang boleh: bilangan bulat 0 sampai 1000000000000."),
        (lambda i: i.rupiah("x", wajib=True), None,
         "kolom 'x': wajib diisi. Yang boleh: bilangan bulat 0 sampai 1000000000000."),
        (lambda i: i.daftar_rupiah("x"), [], f"kolom 'x': daftar kosong. Yang boleh: {RUPIAH}."),
        (lambda i: i.daftar_rupiah("x"), [5, -1],
         f"baris 1, kolom 'x': -1 bukan rupiah penuh. Yang boleh: {RUPIAH}."),
        (lambda i: i.daftar_rupiah("x"), [5, RUPIAH_TERBANYAK + 1],
         f"baris 1, kolom 'x': 1000000000001 bukan rupiah penuh. Yang boleh: {RUPIAH}."),
        (lambda i: i.daftar_rupiah("x"), [True],
         f"baris 0, kolom 'x': True bukan rupiah penuh. Yang boleh: {RUPIAH}."),
        (lambda i: i.angka("x"), [], "kolom 'x': [] bukan angka. Yang boleh: angka."),
        (lambda i: i.angka("x"), "seribu", "kolom 'x': 'seribu' bukan angka. Yang boleh: angka."),
        (lambda i: i.angka("x"), "NaN",
         "kolom 'x': angka tidak wajar. Yang boleh: angka dengan paling banyak 12 desimal."),
        (lambda i: i.tanggal("x"), "2025-02-30",
         f"kolom 'x': '2025-02-30' bukan tanggal yang dapat dipakai. Yang boleh: {TANGGAL}."),
        (lambda i: i.tanggal("x"), 20250101, f"kolom 'x': 20250101 bukan {TANGGAL}. Yang boleh: {TANGGAL}."),
        (lambda i: i.tanggal("x"), None, f"kolom 'x': wajib diisi. Yang boleh: {TANGGAL}."),
        (lambda i: i.masa_kerja("x"), 1.5, "kolom 'x': 1.5 bukan 17y7m. Yang boleh: 17y7m."),
        (lambda i: i.masa_kerja("x"), None, "kolom 'x': wajib diisi. Yang boleh: 17y7m."),
        (lambda i: i.masa_kerja("x"), "lama",
         "kolom 'x': masa kerja 'lama' tidak terbaca. Yang boleh: 17y7m, tahun bulat 0 sampai 60."),
        (lambda i: i.masa_kerja("x"), {"months": 5},
         "kolom 'years': wajib diisi. Yang boleh: bilangan bulat 0 sampai 60."),
        (lambda i: i.rupiah("x"), Decimal("5400000.0"),
         "kolom 'x': 5400000.0 bukan bilangan bulat 0 sampai 1000000000000. "
         "Yang boleh: bilangan bulat 0 sampai 1000000000000."),
        (lambda i: i.golongan("x"), "V/a",
         "kolom 'x': Golongan 'V/a' tidak dikenal. Tulis I/a sampai IV/e (PNS) atau I sampai XVII (PPPK). "
         "Yang boleh: I/a sampai IV/e, I sampai XVII."),
    ],
)  # fmt: skip
def test_nilai_yang_salah_ditolak_dengan_kolom_dan_yang_boleh(baca, nilai, kalimat):
    assert ditolak(baca, isian(nilai)) == kalimat


def test_isian_yang_bukan_objek_dan_kolom_asing_ditolak():
    assert ditolak(Isian, [1], ["a", "b"]) == "kolom '*': masukan harus objek JSON. Yang boleh: a, b."
    assert ditolak(Isian, {"a": 1, "z": 2, "y": 3}, ["a", "b"]) == (
        "kolom 'z': kolom tidak dikenal. Yang boleh: a, b. (dan 1 kesalahan lain)"
    )
    assert ditolak(baca_tanggal, "lahir", 5) == (
        f"kolom 'lahir': 5 bukan tanggal yang dapat dipakai. Yang boleh: {TANGGAL}."
    )


def test_data_biasa_tanpa_pilihan_buku_dan_tanpa_yang_kosong():
    data = {"a": 1, "b": None, "buku_pada": "2024-06-01", "buku_diketahui": None}
    assert Isian(data, ["a", "b"]).data_biasa() == {"a": 1}


def test_buku_dipilih_menurut_hari_aturan_dan_hari_pengetahuan():
    # PP 5/2024 berlaku 1 Januari 2024 dan terbit 26 Januari 2024
    def dasar(**pilihan):
        return Isian(pilihan, []).buku(date(2023, 6, 1)).versi("gaji_pokok_pns").dasar

    assert "PP 15/2019" in dasar() and "PP 5/2024" in dasar(buku_pada="2024-01-15")
    assert "PP 15/2019" in dasar(buku_pada="2024-01-15", buku_diketahui="2024-01-15")
    assert "PP 5/2024" in dasar(buku_pada="2024-01-15", buku_diketahui="2024-01-26")
    kosong = Isian({}, [])
    assert kosong.buku() == Buku.susun(date.max, date.max)
