"""Daftar jatuh tempo pangkat pilihan: angka kredit bagi fungsional, rentang eselon bagi struktural, yang kurang disebut."""

from datetime import date
from decimal import Decimal

import pytest

from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.usulan import massal, selectors
from kasuari.aparatur.usulan.rangka import ambil

pytestmark = pytest.mark.django_db
TMT = date(2026, 12, 1)
J = ambil("pangkat_pilihan")


@pytest.fixture
def guru(catat):
    """Maria guru Ahli Pertama III/a sejak April 2024, angka kredit 56,25."""
    catat("maria", "golongan", date(2024, 4, 1), ganti=True, golongan="III/a", mk_tahun=3, mk_bulan=0)
    catat("maria", "pak", date(2026, 1, 1), ak=Decimal("56.25"), jenjang="Ahli Pertama")
    catat("maria", "skp", date(2024, 1, 1), sampai=date(2025, 1, 1), tahun=2024, predikat="Baik")


def daftar(pelaku, hari=90):
    return {k.nama: k.tmt for k in selectors.jatuh_tempo(pelaku, J, hari)}


def sebab(pelaku):
    """Kalimat yang kurang bagi tiap orang."""
    kalimat = [str(k) for _q, k in J.belum()]
    return {
        o.nama: [x for n, x in enumerate(kalimat) if getattr(o, f"sebab_{n}")]
        for o in selectors.belum_terhitung(pelaku, J)
    }


def test_fungsional_masuk_daftar_begitu_masanya_dan_angka_kreditnya_cukup(orang, guru, catat):
    naomi = orang("naomi").pelaku
    assert daftar(naomi) == {"Maria Kandimor": TMT}  # masanya genap April 2026, jadi periode berikutnya
    catat("maria", "pak", date(2026, 7, 1), ak=Decimal("49.99"), jenjang="Ahli Pertama")
    assert daftar(naomi) == {} and "belum cukup" in sebab(naomi)["Maria Kandimor"][0]
    catat("maria", "pak", date(2026, 8, 1), ak=Decimal(60), jenjang="Ahli Muda")
    assert "bukan untuk jenjang jabatannya" in sebab(naomi)["Maria Kandimor"][0]


def test_struktural_menurut_rentang_eselonnya(orang, jabat, catat):
    frans = orang("frans").pelaku
    assert "Eselon jabatannya belum tercatat" in sebab(frans)["Naomi Lobatin"][0]
    jabat("naomi", "dik", "Kepala Subbagian Program", "pengawas", mulai=date(2025, 6, 1), eselon="IV.a")
    catat("naomi", "golongan", date(2025, 4, 1), ganti=True, golongan="III/b", mk_tahun=4, mk_bulan=0)
    assert daftar(frans)["Naomi Lobatin"] == TMT  # di bawah rentang: setahun dalam jabatan dan pangkat
    catat("naomi", "golongan", date(2025, 4, 1), ganti=True, golongan="III/d", mk_tahun=4, mk_bulan=0)
    assert "Naomi Lobatin" not in daftar(frans, 365) and "Naomi Lobatin" not in sebab(frans)  # puncak eselon


def test_pelaksana_tidak_ikut_dan_yang_tanpa_angka_kredit_disebut(orang, jabat, catat):
    jabat("yosep", "dik", "Pengolah Data", "pelaksana")
    catat("yosep", "golongan", date(2022, 12, 1), ganti=True, golongan="III/a", mk_tahun=1, mk_bulan=8)
    frans = orang("frans").pelaku
    assert PegawaiKini.objects.get(pegawai=orang("yosep").pegawai).kp_berikut == TMT
    assert "Yosep Tanagiri" not in daftar(frans) and "Yosep Tanagiri" not in sebab(frans)
    assert "PAK) belum tercatat" in sebab(frans)["Maria Kandimor"][0]


def test_satu_tekan_menyusun_konsepnya(orang, guru, layar, banyak):
    halaman = layar("naomi").get("/kerja/usulan/jatuh-tempo/pangkat_pilihan/").text
    assert "Maria Kandimor" in halaman and "Susun semua yang dapat disusun" in halaman
    (baris,) = banyak("naomi", jenis=J.kode, calon=[massal.Calon(orang("maria").pegawai.uid, TMT)]).baris
    assert baris.hasil == "selesai" and baris.usulan.tmt == TMT
    (k,) = selectors.jatuh_tempo(orang("naomi").pelaku, J, 90)
    assert k.usulan_id == baris.usulan_id
