"""Kapan berikutnya: KGB menurut tangga gaji, pangkat reguler menurut masa dan puncak ijazah, dan angka kredit sebagai fakta."""

import json
import uuid
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.bersama import shared

from kasuari.aparatur.pegawai import berikut, kini, service
from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini, RiwayatPak
from kasuari.aparatur.pegawai.naik import Naik, NaikBerikut, pangkat_berikut
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aturan.buku import Buku
from kasuari.dasar.inti.galat import MasukanSalah

BUKU = Buku.susun(date(2026, 11, 23))


def fakta(golongan, tahun, mulai, bulan=0):
    return SimpleNamespace(golongan=golongan, mk_tahun=tahun, mk_bulan=bulan, mulai=mulai)


@pytest.mark.parametrize(
    ("golongan", "tahun", "bulan", "mulai", "hari"),
    [
        ("III/b", 4, 0, date(2025, 4, 1), date(2027, 4, 1)),
        ("VII", 4, 0, date(2025, 4, 1), date(2026, 4, 1)),  # tangga PPPK VII ganjil: 3, 5, 7
        ("II/a", 0, 0, date(2025, 4, 1), date(2026, 4, 1)),  # 0, 1, 3
        ("III/a", 5, 7, date(2026, 4, 1), date(2026, 9, 1)),
        ("III/a", 32, 0, date(2025, 4, 1), None),  # baris terakhir
    ],
)
def test_kgb_berikut_menurut_tangga_bukan_dua_tahun(golongan, tahun, bulan, mulai, hari):
    k = fakta(golongan, tahun, mulai, bulan)
    assert berikut.kgb_berikut([(k, k)], BUKU) == [(hari, False)]


def test_kgb_berikut_sama_dengan_kasus_baku():
    isi = json.loads(shared("cases", "kepegawaian_derived.json").read_text())["cases"]
    kasus = next(x for x in isi if x["kind"] == "kgb_from_odd_mkg")["inputs"]
    k = fakta(kasus["golongan"], kasus["mk_awal"]["years"], date.fromisoformat(kasus["tmt"]))
    assert berikut.kgb_berikut([(k, k)], BUKU)[0].hari == date(2026, 4, 1)


def test_kenaikan_pangkat_tidak_mengulang_hitungan_kgb():
    """KGB April 2025 di III/a, pangkat III/b Februari 2026: KGB tetap April 2027."""
    g, k = fakta("III/b", 4, date(2026, 2, 1), 10), fakta("III/a", 4, date(2025, 4, 1))
    assert berikut.kgb_berikut([(g, k)], BUKU)[0].hari == date(2027, 4, 1)


def test_keputusan_yang_berlaku_sesudah_jatuh_tempo_tidak_menutupi_kgb_yang_belum_diputuskan():
    """KGB April 2025 di III/b: April 2027 tetap tampak walau pangkat Oktober 2030 sudah diputuskan."""
    g, k = fakta("III/b", 3, date(2024, 4, 1)), fakta("III/b", 4, date(2025, 4, 1))
    jauh = (fakta("III/c", 9, date(2030, 10, 1), 6),) * 2
    dekat = (fakta("III/c", 5, date(2027, 2, 1), 10),) * 2
    tepat = fakta("III/b", 6, date(2027, 4, 1))

    def hari(g_kelak=(), k_kelak=()):
        return berikut.kgb_berikut_urut([berikut.urutan(g, g_kelak, k, k_kelak)], BUKU)[0].hari

    assert hari() == hari(jauh[:1], jauh[:1]) == hari(dekat[:1], dekat[:1]) == date(2027, 4, 1)
    assert hari((), [tepat]) == date(2029, 4, 1)  # keputusannya sendiri menggeser
    assert hari(jauh[:1], [tepat, jauh[1]]) == date(2029, 4, 1)
    assert berikut.kgb_berikut_urut([], BUKU) == []


def test_yang_ditolak_aturan_disebut_dan_tidak_menggagalkan_yang_lain():
    sah = fakta("III/b", 4, date(2025, 4, 1))
    salah = fakta("III/b", 60, date(2025, 4, 1), 11)
    hasil = berikut.kgb_berikut([(salah, salah), (sah, sah), (None, sah), (sah, None)], BUKU)
    assert hasil == [(None, True), (date(2027, 4, 1), False), (None, False), (None, False)]
    assert berikut.kgb_berikut([(salah, salah)], BUKU) == [(None, True)]
    assert berikut.kgb_berikut([], BUKU) == []


PELAKSANA, GURU, KABID = (
    ("pelaksana", "", "Pengolah Data"),
    ("fungsional", "Ahli Pertama", "Guru"),
    ("administrator", "", "Kabid"),
)
APRIL = date(2022, 4, 1)


@pytest.mark.parametrize(
    ("orang", "hari", "kurang"),
    [
        (Naik("III/a", date(2022, 10, 1), "S1", PELAKSANA), date(2026, 10, 1), ""),
        (Naik("III/a", date(2022, 10, 15), "D4", PELAKSANA), date(2026, 11, 1), ""),
        (Naik("II/d", date(2022, 10, 1), "SLTA", PELAKSANA), date(2026, 10, 1), ""),
        (Naik("III/b", date(2022, 10, 1), "SLTA", PELAKSANA), None, ""),  # puncak ijazah
        (Naik("IV/e", date(2022, 10, 1), "S3", PELAKSANA), None, ""),
        (Naik("III/a", date(2022, 10, 1), "", PELAKSANA), None, "ijazah"),
        (Naik("", None, "S1", PELAKSANA), None, "golongan"),
        (Naik("III/a", APRIL, "S1", ("", "", "")), None, "jabatan"),
        (Naik("IX", date(2022, 10, 1), "S1", PELAKSANA), None, ""),
        # fungsional: dua tahun dan angka kredit jenjangnya (Ahli Pertama 50)
        (Naik("III/a", APRIL, "S1", GURU, ak=Decimal(50), jenjang_ak="Ahli Pertama"), date(2024, 4, 1), ""),
        (Naik("III/a", APRIL, "S1", GURU, ak=Decimal("49.99"), jenjang_ak="Ahli Pertama"), None, "ak"),
        (Naik("III/a", APRIL, "S1", GURU), None, "pak"),
        (Naik("III/a", APRIL, "S1", GURU, ak=Decimal(50), jenjang_ak="Ahli Muda"), None, "jenjang"),
        (Naik("III/b", APRIL, "S1", GURU, ak=Decimal(90), jenjang_ak="Ahli Pertama"), None, ""),  # naik jenjang dulu
        # struktural: di dalam rentang eselon empat tahun; di bawahnya setahun dalam jabatan dan pangkat
        (Naik("IV/a", APRIL, "S2", KABID, "III.a", date(2023, 1, 1)), date(2026, 4, 1), ""),
        (Naik("III/d", APRIL, "S2", KABID, "III.a", date(2023, 1, 1)), date(2024, 1, 1), ""),
        (Naik("IV/b", APRIL, "S2", KABID, "III.a", date(2023, 1, 1)), None, ""),  # tertinggi eselonnya
        (Naik("IV/a", APRIL, "S2", KABID, "", date(2023, 1, 1)), None, "eselon"),
        (Naik("IV/a", APRIL, "S2", KABID, "III.a"), None, "tmt_jabatan"),
    ],
)  # fmt: skip
def test_pangkat_berikut_menurut_jalur_jabatannya(orang, hari, kurang):
    assert pangkat_berikut([None, orang], BUKU) == [NaikBerikut(None), NaikBerikut(hari, kurang)]


def test_jalur_yang_berbeda_dihitung_sekaligus_dan_tidak_tertukar():
    orang = [
        Naik("III/a", date(2022, 10, 1), "S1", PELAKSANA),
        Naik("III/a", APRIL, "S1", GURU, ak=Decimal(50), jenjang_ak="Ahli Pertama"),
        Naik("IV/a", APRIL, "S2", KABID, "III.a", date(2023, 1, 1)),
    ]
    satu = [pangkat_berikut([x], BUKU)[0] for x in orang]
    assert pangkat_berikut(orang, BUKU) == satu and len({x.hari for x in satu}) == 3


@pytest.mark.django_db
def test_data_gaji_yang_mustahil_menjadi_kekurangan_data(orang, pelaku_sistem):
    p = orang("maria").pegawai
    isi = {"gaji_pokok": 3_000_000, "mk_tahun": 60, "mk_bulan": 11}
    baris = BarisRiwayat(p.uid, date(2026, 1, 1), isi)
    service.catat_riwayat(pelaku_sistem, kode="kgb", baris=[baris], kunci=uuid.uuid4())
    k = PegawaiKini.objects.get(pegawai=p)
    assert k.kgb_berikut is None and "kgb" in k.kurang
    assert PegawaiKini.objects.get(pegawai=orang("yosep").pegawai).kgb_berikut == date(2027, 4, 1)
    assert PegawaiKini.objects.get(pegawai=orang("ester").pegawai).kgb_berikut == date(2026, 4, 1)


@pytest.mark.django_db
def test_menulis_baris_kini_kuerinya_tetap_berapa_pun_orangnya(orang):
    ids = list(Pegawai.objects.values_list("id", flat=True))
    banyak = []
    for potong in (ids[:2], ids):
        with CaptureQueriesContext(connection) as kueri:
            kini.tulis(potong)
        banyak.append(len(kueri))
    assert banyak[0] == banyak[1]


@pytest.mark.django_db
def test_angka_kredit_adalah_keadaan_dan_yang_mustahil_ditolak(orang, pelaku_sistem):
    p = orang("maria").pegawai

    def catat(ak, jenjang="Ahli Pertama"):
        baris = BarisRiwayat(p.uid, date(2026, 1, 1), {"ak": ak, "jenjang": jenjang})
        service.catat_riwayat(pelaku_sistem, kode="pak", baris=[baris], kunci=uuid.uuid4())

    for ak in (Decimal("-1"), Decimal("NaN"), Decimal("1.234"), Decimal(10_001), 37.5):
        with pytest.raises(MasukanSalah, match="Angka kredit harus 0 sampai 10000"):
            catat(ak)
    with pytest.raises(MasukanSalah, match="jenjang 'Ahli' tidak dikenal"):
        catat(Decimal(1), "Ahli")
    catat(Decimal("37.50"))
    assert RiwayatPak.objects.get(subjek=p).ak == Decimal("37.5")


@pytest.mark.django_db
def test_angka_kredit_dicatat_dari_layar_dan_tampil_di_lembar(orang, layar):
    p = orang("maria").pegawai
    alamat = f"/kerja/pegawai/{p.uid}/riwayat/pak/baru/"
    frans = layar("frans")
    isi = {
        "ak": "37,5", "jenjang": "Ahli Pertama", "mulai_hari": "1", "mulai_bulan": "1", "mulai_tahun": "2026",
        "sk_nomor": "PAK/1/2026", "kunci": str(uuid.uuid4()),
    }  # fmt: skip
    assert "Angka kredit" in frans.get(alamat).text
    jawab = frans.post(alamat, isi)
    assert jawab.status_code == 302, jawab.text
    assert "37,5" in frans.get(f"/kerja/pegawai/{p.uid}/").text
