"""Susunan rumus: urutan dari tanda tangan, cacat diketahui saat dibuat, masukan diperiksa lebih dulu."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasuari.aturan import bulat, hari
from kasuari.aturan.buku import Buku, Versi
from kasuari.aturan.galat import Cacat, MasukanTidakSah, ParameterRusak, SusunanRusak
from kasuari.aturan.masukan import bilangan, dari_hari, ke_hari, pilihan, tanggal, ya
from kasuari.aturan.rumus import TIDAK_ADA, Pembaca, Susunan, deret, hitung, jelaskan, rumus
from kasuari.aturan.tests.bantu import ditolak

BUKU = Buku.susun(date(2025, 1, 1))


def _rumus(nama, *perlu):
    ruang = {}
    exec(f"def {nama}({', '.join(perlu)}, *, p):\n    'Uji'\n    return {perlu[0]} + 1", ruang)
    return rumus(satuan="x", berlaku="2020-01-01", dasar="uji")(ruang[nama])


A = {"a": bilangan("a", 0, 10)}


def test_urutan_lahir_dari_tanda_tangan_bukan_dari_urutan_tulis():
    s = Susunan("uji", A, (_rumus("d", "c"), _rumus("c", "b"), _rumus("b", "a")))
    assert [r.nama for r in s.urutan(["d"])] == ["b", "c", "d"]
    assert hitung(s, {"a": np.array([1, 5])}, BUKU, ["d"])["d"].tolist() == [4, 8]


def test_yang_tidak_diminta_tidak_dihitung():
    s = Susunan("uji", A, (_rumus("c", "b"), _rumus("b", "a")))
    assert [x.langkah for x in jelaskan(s, {"a": 1}, BUKU, ["b"])] == ["b"]


@pytest.mark.parametrize(
    ("rumus_", "pesan"),
    [
        ((_rumus("b", "a"), _rumus("b", "a")), "ganda"),
        ((_rumus("a", "a"),), "ganda"),
        ((_rumus("b", "z"),), "menghasilkan"),
        ((_rumus("b", "c"), _rumus("c", "b")), "lingkaran"),
    ],
)
def test_susunan_cacat_gagal_saat_dibuat(rumus_, pesan):
    with pytest.raises(SusunanRusak, match=pesan):
        Susunan("uji", A, rumus_)


def test_bagian_susunan_menerima_besaran_yang_diketahui_dan_membuang_yang_tidak_perlu():
    s = Susunan(
        "uji", {**A, "z": bilangan("z", 0, 1)}, (_rumus("b", "a"), _rumus("c", "b"), _rumus("y", "z"))
    )
    kecil = s.bagian(["c"], {"b": bilangan("b", 0, 10)})
    assert set(kecil.bidang) == {"b"} and [r.nama for r in kecil.rumus] == ["c"]
    assert hitung(kecil, {"b": [4]}, BUKU, ["c"])["c"].tolist() == [5]
    assert set(s.bagian(["c"]).bidang) == {"a"}
    assert (kecil.nama, s.bagian(["c"]).nama) == ("uji", "uji")


def test_rumus_tanpa_dasar_atau_penjelasan_ditolak():
    with pytest.raises(SusunanRusak):
        rumus(satuan="x", berlaku="2020-01-01", dasar=" ")(lambda a, *, p: a)


def test_semua_baris_yang_salah_disebut_sebelum_apa_pun_dihitung():
    dipanggil = []

    def b(a, *, p):
        """Uji."""
        dipanggil.append(1)
        return a

    s = Susunan(
        "uji",
        {**A, "w": pilihan("w", {"merah": 1})},
        (rumus(satuan="x", berlaku="2020-01-01", dasar="u")(b),),
    )
    with pytest.raises(MasukanTidakSah) as galat:
        hitung(s, {"a": [1, 11, "x"], "w": ["merah", "biru", None]}, BUKU, ["b"])
    assert [(c.baris, c.kolom) for c in galat.value.cacat] == [(1, "a"), (1, "w"), (2, "a")]
    assert galat.value.cacat[1].boleh == ("merah",)
    assert "baris 1, kolom 'a'" in str(galat.value)
    assert dipanggil == []


@pytest.mark.parametrize(
    ("bidang", "nilai"),
    [
        (bilangan("x", 0, 10), True),
        (bilangan("x", 0, 10), 1.5),
        (bilangan("x", 0, 10), Decimal("1.5")),
        (bilangan("x", 0, 1000, skala=100), Decimal("1.005")),
        (bilangan("x", 0, 10), "NaN"),
        (bilangan("x", 0, 10), "Infinity"),
        (bilangan("x", 0, 10), None),
        (bilangan("x", 0, 10), -1),
        (pilihan("x", {"a": 1}), 1),
        (pilihan("x", {"a": 1}, wajib=True), None),
        (ya("x"), 1),
        (ya("x"), "ya"),
        (tanggal("x"), "2025-02-30"),
        (tanggal("x"), "1812-01-01"),
    ],
)
def test_nilai_mentah_yang_tidak_tepat_ditolak(bidang, nilai):
    assert bidang.baca("x", [nilai])[1], nilai


def test_larik_kode_yang_bukan_anggota_daftar_ditolak():
    _, cacat = pilihan("x", {"a": 11, "b": 13}).baca("x", np.array([0, 11, 12, 13]))
    assert [c.baris for c in cacat] == [2]


def test_kolom_asing_dan_panjang_berbeda_ditolak():
    s = Susunan("uji", {**A, "b": bilangan("b", 0, 1)}, (_rumus("c", "a"),))
    for masukan in ({"a": [1], "z": [1]}, {"a": [1], "b": [1, 0]}):
        with pytest.raises(MasukanTidakSah):
            hitung(s, masukan, BUKU, ["c"])


@settings(max_examples=30, deadline=None)
@given(st.integers(-(10**15), 10**15), st.integers(1, 10**9))
def test_bagi_setengah_ke_atas_sama_dengan_desimal(a, b):
    tepat = (Decimal(a) / Decimal(b)).quantize(Decimal(1), "ROUND_HALF_UP")
    # pembanding memakai bilangan bulat bila Decimal 28 angka tidak cukup
    dasar, sisa = divmod(abs(a), b)
    naik = (dasar + (2 * sisa >= b)) * (1 if a >= 0 else -1)
    assert bulat.bagi_setengah_ke_atas(a, b) == naik == int(tepat)
    assert bulat.bagi_setengah_ke_atas(np.array([a]), np.int64(b)).tolist() == [naik]


def test_pembulatan_bernama():
    assert (bulat.bagi_ke_bawah(7, 2), bulat.bagi_ke_atas(7, 2), bulat.bagi_ke_bawah(-7, 2)) == (3, 4, -4)
    assert bulat.ke_skala(Decimal("22.5"), 100) == 2250
    assert bulat.dari_skala(2250, 100) == Decimal("22.5")
    assert str(bulat.dari_skala(2000, 100)) == "20"
    with pytest.raises(ParameterRusak, match=r"0.005 tidak dapat ditulis tepat pada skala 1/100"):
        bulat.ke_skala(Decimal("0.005"), 100)


@pytest.mark.parametrize(
    ("teks", "wajar"),
    [
        ("0.000000000001", True),
        ("0.0000000000001", False),
        ("9999999999999999", True),
        ("10000000000000000", False),
        ("-9999999999999999", True),
        ("1e15", True),
        ("1e999999999", False),
        ("NaN", False),
        ("Infinity", False),
    ],
)
def test_angka_wajar_berdesimal_paling_banyak_dua_belas_dan_di_bawah_sepuluh_pangkat_enam_belas(teks, wajar):
    assert bulat.wajar(Decimal(teks)) is wajar


@pytest.mark.parametrize(
    ("mulai", "bulan", "menjadi"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-01-31", 3, "2025-04-30"),
        ("2025-01-30", 2, "2025-03-30"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2025-12-15", 1, "2026-01-15"),
    ],
)
def test_tanggal_yang_tidak_ada_menjadi_hari_terakhir_bulannya(mulai, bulan, menjadi):
    hari_mulai = np.array([ke_hari(date.fromisoformat(mulai))])
    assert dari_hari(hari.tambah_bulan(hari_mulai, bulan)[0]).isoformat() == menjadi


@settings(max_examples=30, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_tahun_bulan_dan_awal_bulan_kolom_sama_dengan_kalender(h):
    kolom = np.array([ke_hari(h)])
    assert hari.tahun(kolom).tolist() == [h.year] and hari.tahun(kolom).dtype == np.int64
    assert hari.bulan_ke(kolom).tolist() == [h.month]
    assert dari_hari(hari.awal_bulan(kolom)[0]) == h.replace(day=1)
    assert dari_hari(hari.tanggal_di(np.array([h.year]), h.month, h.day)[0]) == h


def test_kalimat_galat_masukan_menyebut_letak_yang_boleh_dan_banyaknya_yang_lain():
    satu, boleh = Cacat("mkg", "wajib diisi"), Cacat("mkg", "di luar rentang", ("0", "1"), 2)
    assert str(MasukanTidakSah([satu])) == "kolom 'mkg': wajib diisi."
    assert str(MasukanTidakSah([boleh])) == "baris 2, kolom 'mkg': di luar rentang. Yang boleh: 0, 1."
    assert str(MasukanTidakSah([satu, boleh])) == "kolom 'mkg': wajib diisi. (dan 1 kesalahan lain)"
    assert str(MasukanTidakSah([boleh, satu, satu])).endswith("Yang boleh: 0, 1. (dan 2 kesalahan lain)")
    assert satu.beku() == {"kolom": "mkg", "pesan": "wajib diisi", "boleh": []}
    assert boleh.beku() == {"kolom": "mkg", "pesan": "di luar rentang", "boleh": ["0", "1"], "baris": 2}


def test_kalimat_susunan_yang_cacat():
    for rumus_, kalimat in (
        ((_rumus("b", "a"), _rumus("b", "a")), "Susunan 'uji': nama ganda ['b']."),
        ((_rumus("b", "z"),), "Susunan 'uji': tidak ada yang menghasilkan ['z']."),
        ((_rumus("b", "c"), _rumus("c", "b")), "Susunan 'uji': lingkaran b -> c -> b."),
    ):
        assert ditolak(Susunan, "uji", A, rumus_) == kalimat
    s = Susunan("uji", A, [_rumus("b", "a")])
    assert ditolak(s.urutan, ["entah"]) == "Susunan 'uji' tidak menghasilkan 'entah'."
    for dasar, fungsi in ((" ", _uji_kosong), ("PP 1", _uji_kosong), (" ", _berjudul)):
        assert ditolak(rumus(satuan="x", berlaku="2020-01-01", dasar=dasar), fungsi) == (
            f"Rumus '{fungsi.__name__}' perlu docstring dan dasar hukum."
        )


def _uji_kosong(a, *, p):
    return a


def _berjudul(a, *, p):
    """Judul rumus.

    Baris lain tidak ikut.
    """
    return a + 1


def test_rumus_memuat_semua_sifatnya_dan_judul_dari_baris_pertama():
    r = rumus(satuan="hari", berlaku="2020-02-03", dasar="PP 1", keyakinan="ingatan", skala=10, label={1: "x"})(_berjudul)  # fmt: skip
    assert (r.nama, r.judul, r.perlu, r.satuan) == ("_berjudul", "Judul rumus", ("a",), "hari")
    assert (r.berlaku, r.dasar, r.keyakinan, r.skala, r.label) == (
        date(2020, 2, 3),
        "PP 1",
        "ingatan",
        10,
        {1: "x"},
    )
    biasa = rumus(satuan="hari", berlaku="2020-02-03", dasar="PP 1")(_berjudul)
    assert (biasa.keyakinan, biasa.skala, biasa.label) == ("sumber", 1, None)


def test_deret_memberi_nama_judul_dan_keperluan_dari_luar():
    r = deret(lambda a, b, p: a + b, "jumlahnya", "Jumlah. Sisa", ("a", "c"), satuan="x", berlaku="2020-01-01", dasar="u")  # fmt: skip
    assert (r.nama, r.judul, r.perlu, r.satuan) == ("jumlahnya", "Jumlah. Sisa", ("a", "c"), "x")
    s = Susunan("uji", {**A, "c": bilangan("c", 0, 10)}, [r])
    assert hitung(s, {"a": [1], "c": [2]}, BUKU, ["jumlahnya"])["jumlahnya"].tolist() == [3]


def test_hasil_ditampilkan_menurut_satuan_skala_dan_labelnya():
    def tampil(nilai, **sifat):
        return rumus(**{"satuan": "x", "berlaku": "2020-01-01", "dasar": "u", **sifat})(_berjudul).tampil(
            nilai
        )

    assert (tampil(5), tampil(TIDAK_ADA), tampil(250, skala=100)) == (5, None, Decimal("2.5"))
    assert (tampil(1, satuan="tanggal"), tampil(TIDAK_ADA, satuan="tanggal")) == ("1970-01-02", None)
    assert tampil(40, satuan="masa kerja") == "3y4m"
    assert (tampil(2, label={2: "dua"}), tampil(3, label={2: "dua"})) == ("dua", None)


def test_pembaca_mencatat_apa_yang_dibaca_dan_mengingat_lariknya():
    p = Pembaca(BUKU)
    assert p.nilai("kgb_selang_tahun") == 2 and p.tabel("pph21_ptkp") is BUKU.tabel("pph21_ptkp")
    assert p.persen("iuran_jkk_persen") == 24 and p.persen("iuran_kesehatan_persen", "pegawai") == 100
    p.catat("a", "b")
    p.catat("c")
    assert p.dibaca == [
        ("kgb_selang_tahun", None), ("pph21_ptkp", None), ("iuran_jkk_persen", None),
        ("iuran_kesehatan_persen", "pegawai"), ("a", "b"), ("c", None),
    ]  # fmt: skip
    hitungan = []
    assert [p.ingat("k", lambda: hitungan.append(1) or len(hitungan)) for _ in range(3)] == [1, 1, 1]
    assert p.ingat("lain", lambda: 7) == 7


def test_petik_membaca_sel_menurut_label_akhiran_dan_skala():
    tabel = {"merah.a": Decimal("2.5"), "biru.a": 4, "kosong.a": 9, "biru": 8, "merah": 7}
    versi = Versi(date(2020, 1, 1), date(2020, 1, 1), tabel, "u", "sumber")
    buku = Buku(date(2025, 1, 1), date(2025, 1, 1), {"t": versi})
    warna, kolom = {"merah": 1, "biru": 3}, np.array([3, 0, 1])
    p = Pembaca(buku)
    assert p.petik("t", warna, kolom, ".a", skala=10).tolist() == [40, 90, 25]
    assert p.petik("t", warna, np.array([1, 3]), kosong=None).tolist() == [7, 8]
    assert p.petik("t", warna, kolom, ".a", kosong="biru", skala=10).dtype == np.int64
    assert p.dibaca == []
    p.petik("t", warna, np.array([3]), ".a", skala=10)
    p.petik("t", warna, np.array([0]), ".a", skala=10)
    assert p.dibaca == [("t", "biru.a"), ("t", "kosong.a")]
    assert ditolak(Pembaca(buku).petik, "t", warna, kolom) == "Tabel 't' tidak punya sel 'kosong'."
    assert ditolak(Pembaca(buku).petik, "t", warna, kolom, ".b") == "Tabel 't' tidak punya sel 'kosong.b'."


def test_masukan_nol_ditampilkan_nol_dan_yang_tidak_ada_ditampilkan_kosong():
    def dua(a, b, *, p):
        """Uji."""
        return a + b

    r = rumus(satuan="x", berlaku="2020-01-01", dasar="u")(dua)
    s = Susunan("uji", {"a": bilangan("a", 0, 9, bawaan=0), "b": bilangan("b", 0, 9, bawaan=-1)}, [r])
    assert [jelaskan(s, m, BUKU, ["dua"])[0].masukan for m in ({}, {"a": 0, "b": 0}, {"a": 3, "b": 4})] == [
        {"a": 0, "b": None}, {"a": 0, "b": 0}, {"a": 3, "b": 4},
    ]  # fmt: skip


def test_rumus_yang_bukan_bilangan_bulat_ditolak_dengan_namanya():
    def pecahan(a, *, p):
        """Uji."""
        return a / 2

    s = Susunan("uji", A, [rumus(satuan="x", berlaku="2020-01-01", dasar="u")(pecahan)])
    assert ditolak(hitung, s, {"a": [1]}, BUKU, ["pecahan"]) == (
        "Rumus 'pecahan' menghasilkan float64, bukan int64."
    )


def test_jejak_menggabung_dasar_tanpa_ulangan_dan_memakai_tanggal_yang_terakhir():
    def versi(berlaku, dasar, yakin="sumber", ragu=()):
        return Versi(berlaku, berlaku, {"a": 1, "b": 2}, dasar, yakin, frozenset(ragu))

    isi = {
        "lama": versi(date(2019, 1, 1), "PP 1/2019"),
        "baru": versi(date(2022, 5, 1), "PP 1/2019 Pasal 2", ragu=["a"]),
        "lain": versi(date(2021, 1, 1), "SE 3"),
    }
    buku = Buku(date(2025, 1, 1), date(2025, 1, 1), isi)

    def satu(a, *, p):
        """Langkah pertama."""
        p.tabel("lama"), p.catat("baru", "b"), p.catat("baru", "b"), p.catat("lain", "a")
        return a

    def dua(satu, z, *, p):
        """Langkah kedua."""
        p.catat("baru", "a")
        return satu + z

    def tiga(dua, a, *, p):
        """Langkah ketiga."""
        return dua + a

    buat = rumus(satuan="x", berlaku="2020-01-01", dasar="PP 1/2019")
    s = Susunan("uji", {**A, "z": bilangan("z", 0, 9, bawaan=-1)}, [buat(tiga), buat(dua), buat(satu)])
    jejak = jelaskan(s, {"a": 3}, buku, ["tiga"])
    assert [(x.langkah, x.nama, x.nilai, x.masukan) for x in jejak] == [
        ("satu", "Langkah pertama", 3, {"a": 3}),
        ("dua", "Langkah kedua", 2, {"satu": 3, "z": None}),
        ("tiga", "Langkah ketiga", 5, {"dua": 2, "a": 3}),
    ]
    assert [x.keyakinan for x in jejak] == ["sumber", "ingatan", "ingatan"]
    assert [x.dasar for x in jejak] == ["PP 1/2019 Pasal 2; SE 3", "PP 1/2019 Pasal 2", "PP 1/2019"]
    assert [x.berlaku for x in jejak] == [date(2022, 5, 1), date(2022, 5, 1), date(2020, 1, 1)]
    assert jejak[0].parameter == (("lama", None), ("baru", "b"), ("lain", "a"))
    assert {(x.satuan, x.susunan) for x in jejak} == {("x", "uji")}
