"""Perubahan keluarga: bukti menurut perubahannya, batas tanggungan menurut hukum, dan dua masa di register."""

import uuid
from datetime import date

import pytest

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import RiwayatKeluarga
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aparatur.usulan import efek, sajian
from kasuari.dasar.inti.galat import MasukanSalah

pytestmark = pytest.mark.django_db
MULAI = date(2012, 1, 1)


@pytest.fixture
def punya(orang, pelaku_sistem):
    """punya("maria", ("anak", "Rut", date(2015, 5, 1), True), ...) -> uid tiap faktanya."""

    def satu(nama, *anggota):
        baris = [
            BarisRiwayat(
                orang(nama).pegawai.uid,
                max(lahir, MULAI),
                {"hubungan": h, "nama": n, "lahir": lahir, "tertanggung": t},
            )
            for h, n, lahir, t in anggota
        ]
        return [str(x) for x in pegawai.buka_riwayat(pelaku_sistem, "keluarga", baris)]

    return satu


@pytest.fixture
def setujui(langkah):
    return lambda u: langkah(langkah(u, "naomi", "teruskan"), "frans", "setujui")


def fakta(orang, nama):
    qs = RiwayatKeluarga.objects.filter(subjek=orang(nama).pegawai, ditutup=None).order_by("mulai", "nama")
    return [(f.nama, f.tertanggung, f.mulai, f.sampai) for f in qs]


def test_anak_lahir_menjadi_tanggungan_dengan_aktanya(orang, ajukan, setujui):
    u = ajukan(
        "maria",
        "keluarga",
        apa="anak",
        nama="Rut",
        lahir="2026-10-02",
        tertanggung="ya",
        berkas=("akta", "kk"),
    )
    u = setujui(u)
    assert fakta(orang, "maria") == [("Rut", True, date(2026, 10, 2), None)]
    assert RiwayatKeluarga.objects.get().lampiran == u.bukti.get(syarat="akta").lampiran_id


def test_cerai_mengakhiri_hubungan_dan_membatalkannya_mengembalikan(orang, punya, ajukan, setujui, cabut):
    (p,) = punya("maria", ("pasangan", "Melkias", date(1983, 1, 1), True))
    u = setujui(
        ajukan(
            "maria", "keluarga", apa="cerai", anggota=p, tanggal="2026-09-10", berkas=("cerai", "kk", "izin")
        )
    )
    assert fakta(orang, "maria") == [("Melkias", True, date(2012, 1, 1), date(2026, 9, 10))]
    cabut(u, "Putusannya belum berkekuatan tetap.")
    assert fakta(orang, "maria") == [("Melkias", True, date(2012, 1, 1), None)]


def test_tanggungan_berubah_menjadi_dua_masa(orang, punya, ajukan, setujui):
    (a,) = punya("maria", ("anak", "Rut", date(2012, 5, 1), True))
    setujui(
        ajukan(
            "maria",
            "keluarga",
            apa="tanggungan",
            anggota=a,
            tanggal="2026-11-01",
            tertanggung="tidak",
            berkas=("kk",),
        )
    )
    assert fakta(orang, "maria") == [
        ("Rut", True, date(2012, 5, 1), date(2026, 11, 1)),
        ("Rut", False, date(2026, 11, 1), None),
    ]


def test_nama_anggota_diperbaiki_tanpa_mengubah_yang_lain(orang, punya, ajukan, setujui):
    (a,) = punya("maria", ("anak", "Rutt", date(2012, 5, 1), True))
    u = ajukan("maria", "keluarga", apa="perbaiki", anggota=a, nama="Rut", berkas=("akta", "kk"))
    assert next((b["lama"], b["baru"]) for b in sajian.banding(u, efek.timbang(u))) == ("Rutt", "Rut")
    setujui(u)
    assert fakta(orang, "maria") == [("Rut", True, date(2012, 5, 1), None)]


KELUARGA = (
    ("pasangan", "Melkias", date(1983, 1, 1), True),
    ("anak", "Satu", date(2012, 5, 1), True),
    ("anak", "Dua", date(2014, 5, 1), True),
    ("anak", "Tiga", date(2016, 5, 1), False),
)


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"apa": "anak", "nama": "Empat", "lahir": "2026-01-01", "tertanggung": "ya"}, "Sudah 2 anak dalam tanggungan, paling banyak 2"),
        ({"apa": "anak", "nama": "Empat", "lahir": "2027-01-01", "tertanggung": "tidak"}, "belum tiba"),
        ({"apa": "anak", "nama": "", "lahir": "", "tertanggung": "tidak"}, "Nama tidak boleh kosong. Isi tanggal lahirnya"),
        ({"apa": "anak", "nama": "Kakak", "lahir": "1980-01-01", "tertanggung": "tidak"}, "sesudah tanggal lahir Anda"),
        ({"apa": "pasangan", "nama": "Lain", "lahir": "1985-01-01", "tanggal": "2026-01-01", "tertanggung": "tidak"}, "Suami masih tercatat: Melkias"),
        ({"apa": "cerai", "anggota": 1, "tanggal": "2026-01-01"}, "hanya suami atau istri"),
        ({"apa": "cerai", "anggota": 0, "tanggal": "2011-01-01"}, "harus sesudah 1 Januari 2012"),
        ({"apa": "cerai", "anggota": 0}, "Isi tanggalnya"),
        ({"apa": "meninggal", "anggota": 0, "tanggal": "2027-01-01"}, "belum tiba"),
        ({"apa": "meninggal", "anggota": "entah", "tanggal": "2026-01-01"}, "Pilih anggota keluarga"),
        ({"apa": "tanggungan", "anggota": 1, "tanggal": "2026-01-01", "tertanggung": "ya"}, "sudah tercatat begitu"),
        ({"apa": "tanggungan", "anggota": 3, "tanggal": "2026-01-01", "tertanggung": "ya"}, "Sudah 2 anak"),
        ({"apa": "perbaiki", "anggota": 1}, "Belum ada yang berubah"),
        ({"apa": "anak", "nama": "satu ", "lahir": "2012-05-01", "tertanggung": "tidak"}, "Satu, lahir 1 Mei 2012, sudah tercatat"),
        ({"apa": "perbaiki", "anggota": 2, "nama": "Satu", "lahir": "2012-05-01"}, "sudah tercatat"),
        ({"apa": "anak", "nama": "Empat", "lahir": "1986-01-01", "tertanggung": "tidak"}, "hanya 5 bulan; paling dekat 12 tahun"),
        ({"apa": "perbaiki", "anggota": 0, "lahir": "1910-01-01"}, "lebih dari 110 tahun lalu"),
        ({"apa": "perbaiki", "anggota": 0, "lahir": "2010-06-01"}, "yang lahir 1 Juni 2010 belum 12 tahun"),
    ],
)  # fmt: skip
def test_yang_kurang_atau_mustahil_disebut(punya, ajukan, isian, pesan):
    uid = punya("maria", *KELUARGA)
    if isinstance(isian.get("anggota"), int):
        isian = {**isian, "anggota": uid[isian["anggota"]]}
    with pytest.raises(MasukanSalah, match=pesan):
        ajukan("maria", "keluarga", **isian)


def test_suami_yang_sama_tidak_didaftarkan_dua_kali_dan_usia_menikahnya_mungkin(orang, punya, ajukan):
    isi = {
        "apa": "pasangan",
        "nama": "Lina",
        "lahir": "1990-01-01",
        "tanggal": "2015-03-01",
        "tertanggung": "tidak",
    }
    punya("yosep", ("pasangan", "Lina", date(1990, 1, 1), True))
    with pytest.raises(MasukanSalah, match="sudah tercatat"):
        ajukan("yosep", "keluarga", **isi)
    with pytest.raises(MasukanSalah, match="belum 12 tahun"):
        ajukan("maria", "keluarga", **{**isi, "lahir": "2014-02-01"})


@pytest.mark.parametrize(
    ("lahir", "nikah", "batas"),
    [
        ("2001-01-01", "2019-10-14", ""),
        ("2001-01-01", "2019-10-15", "19 tahun"),
        ("2004-01-01", "2019-10-14", "16 tahun"),
    ],
)
def test_menikah_di_bawah_umur_menurut_hukum_harinya_perlu_dispensasi(orang, ajukan, lahir, nikah, batas):
    isi = {"apa": "pasangan", "nama": "Lina", "lahir": lahir, "tanggal": nikah, "tertanggung": "tidak"}
    if batas:
        with pytest.raises(MasukanSalah, match="Penetapan dispensasi"):
            ajukan("yosep", "keluarga", berkas=("nikah", "kk"), **isi)
    u = ajukan("yosep", "keluarga", berkas=("nikah", "kk", *(["dispensasi"] if batas else [])), **isi)
    assert [f"batas waktu itu {batas}" in x for x in efek.timbang(u).ingat] == ([True] if batas else [])


@pytest.mark.parametrize(
    ("lahir", "berkas", "pesan"),
    [
        (date(2003, 5, 1), ("kk",), "Surat keterangan kuliah"),
        (date(2003, 5, 1), ("kk", "kuliah"), ""),
        (date(2001, 5, 1), ("kk", "kuliah"), "sudah 25 tahun tidak dapat ditanggung"),
    ],
)
def test_anak_sesudah_21_tahun_perlu_surat_kuliah_dan_berhenti_di_25(punya, ajukan, lahir, berkas, pesan):
    (a,) = punya("yuliana", ("anak", "Rut", lahir, False))
    isian = {"apa": "tanggungan", "anggota": a, "tanggal": "2026-09-01", "tertanggung": "ya"}
    if pesan:
        with pytest.raises(MasukanSalah, match=pesan):
            ajukan("yuliana", "keluarga", berkas=berkas, **isian)
    else:
        assert (
            "surat kuliahnya" in efek.timbang(ajukan("yuliana", "keluarga", berkas=berkas, **isian)).ingat[0]
        )


def test_pppk_tidak_memerlukan_izin_cerai(punya, ajukan):
    (p,) = punya("ester", ("pasangan", "Elias", date(1990, 1, 1), True))
    isian = {"apa": "cerai", "anggota": p, "tanggal": "2026-09-10", "berkas": ("cerai", "kk")}
    ajukan("ester", "keluarga", **isian)
    (p,) = punya("maria", ("pasangan", "Melkias", date(1983, 1, 1), True))
    with pytest.raises(MasukanSalah, match="Izin bercerai"):
        ajukan("maria", "keluarga", **{**isian, "anggota": p})


def test_anggota_yang_sudah_berubah_di_register_dipilih_lagi(orang, punya, ajukan, langkah, pelaku_sistem):
    (a,) = punya("maria", ("anak", "Rut", date(2012, 5, 1), True))
    u = ajukan(
        "maria",
        "keluarga",
        apa="tanggungan",
        anggota=a,
        tanggal="2026-11-01",
        tertanggung="tidak",
        berkas=("kk",),
    )
    pegawai.tutup_riwayat(pelaku_sistem, "keluarga", [uuid.UUID(a)], "Ganda.")
    u = langkah(u, "naomi", "teruskan")
    with pytest.raises(MasukanSalah, match="masih tercatat"):
        langkah(u, "frans", "setujui")


def test_borang_menyebut_anggota_yang_tercatat(layar, punya):
    punya("maria", *KELUARGA)
    c = layar("maria")
    isi = c.get("/kerja/usulan/ajukan/keluarga/?apa=cerai").content.decode()
    assert "Melkias (Suami atau istri)" in isi and "Satu (Anak)" not in isi and "Tanggal putusan cerai" in isi
    assert "Tanggal meninggal" in c.get("/kerja/usulan/ajukan/keluarga/?apa=meninggal").content.decode()
