"""Usulan bertanggal menunggu saatnya: TMT yang terlalu jauh belum punya fakta yang harus ditimbang."""

from datetime import date
from uuid import uuid4

import pytest

from kasuari.aparatur.pegawai import riwayat
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.usulan import selectors
from kasuari.aparatur.usulan.rangka import ambil
from kasuari.aparatur.usulan.tests.pegangan import timbang
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import pada_saat

pytestmark = pytest.mark.django_db
JAUH = date(2030, 10, 1)


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


def test_yang_sudah_berhenti_pada_tmt_tidak_dinaikkan_dan_tidak_ada_di_daftar(orang, yosep, catat):
    def daftar(jenis):
        return {k.nama for k in selectors.jatuh_tempo(orang("frans").pelaku, ambil(jenis), 365)}

    assert "Yosep Tanagiri" in daftar("kgb") & daftar("pangkat_reguler")
    catat("yosep", "status", date(2026, 12, 1), jenis="pns", kedudukan="88", sebab="Meninggal dunia")
    for jenis, tmt in (
        ("kgb", date(2027, 4, 1)),
        ("pangkat_reguler", date(2026, 12, 1)),
        ("spmt", date(2027, 1, 1)),
    ):
        assert (
            "Sudah berhenti sebagai pegawai mulai 1 Desember 2026."
            in timbang(orang("yosep"), jenis, tmt).kurang
        )
        assert "Yosep Tanagiri" not in (daftar(jenis) if ambil(jenis).jatuh else ())
    assert "Sudah berhenti" not in " ".join(timbang(orang("yosep"), "skpp", date(2026, 12, 1)).kurang)


def test_yang_cuti_di_luar_tanggungan_negara_tidak_naik_sampai_kembali(orang, catat):
    catat("maria", "status", date(2026, 6, 1), jenis="pns", kedudukan="02")
    assert (
        "Kedudukannya tidak aktif sejak 1 Juni 2026."
        in timbang(orang("maria"), "kgb", date(2027, 4, 1)).kurang
    )
    catat("maria", "status", date(2027, 1, 1), jenis="pns", kedudukan="01")
    assert timbang(orang("maria"), "kgb", date(2027, 4, 1)).kurang == []


def test_kgb_pppk_harus_di_dalam_perjanjiannya(orang, catat):
    tmt, isi = date(2027, 4, 1), {"nomor": "PK-1", "ke": 1, "jenis": "penuh"}
    ada = PegawaiKini.objects.filter(jenis="pppk").values_list("orang_uid", flat=True)
    nama = next(n for n in ("ester", "lukas", "amos", "dominggus") if orang(n).orang.uid in ada)
    assert any("Perjanjian kerjanya belum tercatat" in k for k in timbang(orang(nama), "kgb", tmt).kurang)
    catat(nama, "kontrak", date(2022, 1, 1), sampai=date(2027, 1, 1), **isi)
    kalimat = "Hari itu di luar perjanjian kerjanya, yang berakhir 31 Desember 2026. Perpanjang perjanjiannya lebih dulu."
    assert kalimat in timbang(orang(nama), "kgb", tmt).kurang
    catat(nama, "kontrak", date(2027, 1, 1), sampai=date(2028, 1, 1), **{**isi, "ke": 2, "nomor": "PK-2"})
    assert not any("perjanjian" in k.lower() for k in timbang(orang(nama), "kgb", tmt).kurang)


def test_yang_datanya_belum_ada_disebut_di_daftar_bukan_hilang(orang, layar, pelaku_sistem):
    lama = riwayat.jenis("kgb").model.objects.filter(subjek=orang("maria").pegawai, ditutup=None)
    fakta = list(lama.values_list("uid", flat=True))
    pegawai.batalkan_riwayat(pelaku_sistem, kode="kgb", fakta=fakta, alasan="Uji", kunci=uuid4())
    (k,) = selectors.belum_terhitung(orang("naomi").pelaku, ambil("kgb"))
    assert (k.nama, k.sebab_0, k.sebab_1, k.sebab_2) == ("Maria Kandimor", False, True, False)
    halaman = layar("naomi").get("/kerja/usulan/jatuh-tempo/kgb/?hari=365").text
    assert "Belum dapat dihitung (1)" in halaman and "KGB terakhir belum tercatat." in halaman
    assert "belum dapat dihitung: 1 orang" in layar("naomi").get("/kerja/usulan/jatuh-tempo/").text
    assert "Ester Mambraku" not in {
        k.nama for k in selectors.belum_terhitung(orang("naomi").pelaku, ambil("kgb"))
    }


def test_pppk_tanpa_perjanjian_dan_yang_tanpa_ijazah_disebut(orang, catat, yosep, pelaku_sistem):
    def nama(jenis):
        return {k.nama for k in selectors.belum_terhitung(orang("frans").pelaku, ambil(jenis))}

    (pppk,) = PegawaiKini.objects.filter(nama="Ester Mambraku")
    assert pppk.jenis == "pppk" and "Ester Mambraku" in nama("kontrak_perpanjang")
    catat("ester", "kontrak", date(2025, 1, 1), sampai=date(2030, 1, 1), nomor="PK-1", ke=1, jenis="penuh")
    assert "Ester Mambraku" not in nama("kontrak_perpanjang")
    assert "Yosep Tanagiri" not in nama("pangkat_reguler")
    PegawaiKini.objects.filter(nama="Yosep Tanagiri").update(pendidikan="")
    assert "Yosep Tanagiri" in nama("pangkat_reguler")
    PegawaiKini.objects.filter(nama="Yosep Tanagiri").update(pensiun=None, kurang=["kgb"])
    assert "Yosep Tanagiri" in nama("pensiun_bup") & nama("kgb")
