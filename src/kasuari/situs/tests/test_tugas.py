"""Mengambil tugas berikutnya: tenggat terdekat lebih dulu, lalu yang sesudahnya, tanpa mengulang yang sedang dibuka."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kasuari.aparatur.usulan import service
from kasuari.dasar.alur import selectors as alur

pytestmark = pytest.mark.django_db
ALAMAT = "/kerja/tugas/berikutnya/"


@pytest.fixture
def konsep(orang):
    """konsep("maria") -> id usulan KGB yang menunggu Naomi mengirimnya."""

    def satu(nama):
        hasil = service.susun(
            orang("naomi").pelaku, jenis="kgb", pegawai=orang(nama).pegawai.uid, tmt=date(2027, 4, 1), isian={},
            berkas={}, kunci=uuid.uuid4(),
        )  # fmt: skip
        return str(hasil.uid)

    return satu


def test_berurutan_menurut_tenggat_dan_berputar(orang, layar, konsep):
    for nama in ("maria", "yosep", "siti"):
        konsep(nama)
    urut = [str(k) for k in alur.menunggu(orang("naomi").pelaku).values_list("kasus_id", flat=True)]
    assert len(urut) == 3
    n = layar("naomi")
    assert n.get(ALAMAT)["Location"] == f"/kerja/usulan/{urut[0]}/"
    for kini, lanjut in zip(urut, [*urut[1:], urut[0]], strict=True):
        assert n.get(ALAMAT, {"sesudah": kini})["Location"] == f"/kerja/usulan/{lanjut}/"
    assert n.get(ALAMAT, {"sesudah": "bukan-id"})["Location"] == f"/kerja/usulan/{urut[0]}/"


def test_tanpa_tugas_lain_kembali_ke_daftarnya(layar, konsep):
    n = layar("naomi")
    satu = konsep("maria")
    jawab = n.get(ALAMAT, {"sesudah": satu}, follow=True)
    assert jawab.redirect_chain[-1][0] == "/kerja/tugas/" and "Tidak ada tugas lain" in jawab.text
    assert layar("maria").get(ALAMAT)["Location"] == "/kerja/tugas/"


def test_kuerinya_tidak_tumbuh(layar, konsep):
    def kueri():
        with CaptureQueriesContext(connection) as q:
            layar("naomi").get(ALAMAT)
        return len(q)

    konsep("maria")
    satu = kueri()
    konsep("yosep"), konsep("siti")
    assert kueri() == satu
