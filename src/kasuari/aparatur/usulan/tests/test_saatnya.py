"""Usulan bertanggal menunggu saatnya: TMT yang terlalu jauh belum punya fakta yang harus ditimbang."""

from datetime import date

import pytest

from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.usulan import efek
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.rangka import Isian, ambil
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import pada_saat

pytestmark = pytest.mark.django_db
JAUH = date(2030, 10, 1)


def timbang(o, jenis, tmt, **data):
    j = ambil(jenis)
    return efek.timbang_calon(j, bahan([o.pegawai.id], j.perlu)[o.pegawai.id], Isian(tmt, data))


@pytest.fixture
def yosep(jabat, catat):
    jabat("yosep", "dik", "Pengolah Data", "pelaksana")
    catat("yosep", "golongan", date(2022, 12, 1), ganti=True, golongan="III/a", mk_tahun=1, mk_bulan=8)
    catat("yosep", "skp", date(2024, 1, 1), sampai=date(2025, 1, 1), tahun=2024, predikat="Baik")


def test_pangkat_empat_tahun_ke_depan_tidak_terkirim(orang, yosep, susun, langkah):
    (kurang,) = timbang(orang("yosep"), "pangkat_reguler", JAUH).kurang
    assert (
        kurang
        == "TMT 1 Oktober 2030 masih terlalu jauh. Paling awal disusun 12 bulan sebelumnya, mulai 1 Oktober 2029."
    )
    with pytest.raises(MasukanSalah, match="masih terlalu jauh"):
        langkah(susun("yosep", "pangkat_reguler", tmt=JAUH), "naomi", "ajukan")
    assert timbang(orang("yosep"), "pangkat_reguler", date(2026, 12, 1)).kurang == []


def test_tepat_di_ambangnya_sudah_boleh_dan_jenis_lain_tidak_dibatasi(orang):
    kalimat = "masih terlalu jauh"
    with pada_saat(date(2026, 3, 31)):
        assert kalimat in " ".join(timbang(orang("maria"), "kgb", date(2027, 4, 1)).kurang)
    with pada_saat(date(2026, 4, 1)):
        assert kalimat not in " ".join(timbang(orang("maria"), "kgb", date(2027, 4, 1)).kurang)
    assert kalimat not in " ".join(timbang(orang("siti"), "pensiun_bup", date(2036, 12, 1)).kurang)


def test_pangkat_kelak_tidak_menutupi_kgb_yang_jatuh_tempo_lebih_dulu(orang, catat):
    catat("maria", "golongan", JAUH, golongan="III/c", mk_tahun=9, mk_bulan=6)
    catat("maria", "kgb", JAUH, gaji_pokok=3_600_000, mk_tahun=9, mk_bulan=6)
    assert PegawaiKini.objects.get(pegawai=orang("maria").pegawai).kgb_berikut == date(2027, 4, 1)
    catat("maria", "kgb", date(2027, 4, 1), gaji_pokok=3_186_600, mk_tahun=6, mk_bulan=0)
    assert PegawaiKini.objects.get(pegawai=orang("maria").pegawai).kgb_berikut == date(2029, 4, 1)
