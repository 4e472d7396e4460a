"""Naskah usulan: PPPK tidak berpangkat dan memakai peraturannya sendiri, dan kopnya mengikuti penandatangannya."""

from datetime import date

import pytest

from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.jenis.kgb.dasar import dasar
from kasuari.aparatur.usulan.jenis.kgb.naskah import _dasar
from kasuari.aparatur.usulan.rangka import Isian, ambil

pytestmark = pytest.mark.django_db
TMT = date(2027, 3, 1)


def milik(o):
    return bahan([o.pegawai.id], ambil("kgb").perlu)[o.pegawai.id]


def test_pppk_bergolongan_tanpa_pangkat_dan_kgb_nya_menurut_perpres(orang, catat):
    ester, maria = milik(orang("ester")), milik(orang("maria"))
    assert [x[0] for x in bagian.identitas(ester)][2] == "Golongan"
    assert [x[0] for x in bagian.identitas(maria)][2] == "Pangkat/golongan ruang"
    assert dasar(maria, TMT) == "Pasal 11 Peraturan Pemerintah Nomor 7 Tahun 1977"
    assert "Nomor 98 Tahun 2020" in dasar(ester, TMT) and "Nomor 11 Tahun 2024" in dasar(ester, TMT)
    catat("ester", "kgb", date(2025, 3, 1), ganti=True, gaji_pokok=3_203_600, mk_tahun=0, mk_bulan=0)
    hasil = ambil("kgb").timbang(milik(orang("ester")), Isian(TMT, {}))
    assert hasil.langkah and all("Nomor 98 Tahun 2020" in x.dasar for x in hasil.langkah)


def test_kop_mengikuti_penandatangannya(orang, susun, sekda, kursi):
    maria, lukas = (susun(n, tmt=date(2027, 4, 1), oleh="frans") for n in ("maria", "ruth"))
    assert bagian.kop_penandatangan(maria).unit == bagian.kop().unit
    assert (
        bagian.kop_penandatangan(lukas).unit == "Sekretariat Daerah"
    )  # KGB kepala BKPSDM ditandatangani Sekda


def test_surat_dasar_tanpa_tanggal_tidak_bertanda_strip():
    assert (_dasar("SK-1", ""), _dasar("SK-1", "2024-04-01"), _dasar("", "")) == (
        "SK-1", "SK-1 tanggal 1 April 2024", "-",
    )  # fmt: skip
