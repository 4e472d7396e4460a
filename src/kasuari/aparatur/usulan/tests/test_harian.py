"""Tiap hari: satu ringkasan, satu peringatan tiap perjanjian tiap ambang, dan akun yang berhenti ditutup."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kasuari.aparatur.pegawai import kini
from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.usulan import harian
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import ambil
from kasuari.aparatur.usulan.tests.pegangan import catat
from kasuari.aparatur.usulan.tests.test_pensiun import JALAN, catat_keluarga
from kasuari.dasar.akun.models import Akun, Hibah
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.jejak.jadwal import JADWAL
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.kabar.models import Pesan
from kasuari.dasar.kabar.templat import susun as susun_kabar

pytestmark = pytest.mark.django_db
HABIS = date(2026, 12, 20)


def kontrak(o, sampai=HABIS, mulai=date(2025, 3, 1), ke=1):
    catat(o.pegawai, "kontrak", mulai, {"nomor": f"PK-{ke}", "ke": ke, "jenis": "penuh"}, sampai=sampai)


def pesan(o, templat, bahasa="id"):
    """(judul, isi) tiap kabar satu templat, terbaru lebih dulu."""
    milik = Pesan.objects.filter(orang=o.orang.uid, templat=templat).order_by("-dibuat", "-id")
    return [susun_kabar(p.templat, p.data, bahasa) for p in milik]


def test_ringkasan_sekali_sehari_menurut_jangkauan_dan_tidak_pernah_kosong(orang, monkeypatch):
    monkeypatch.setattr(harian.rangka, "semua", lambda: [ambil("kgb")])
    with pada_saat(date(2027, 1, 15)):  # KGB 1 April 2027 di dalam 90 hari
        assert harian.ringkas_semua() == 2 and harian.ringkas_semua() == 2
        naomi, frans = pesan(orang("naomi"), harian.JATUH), pesan(orang("frans"), harian.JATUH)
        assert len(naomi) == len(frans) == 1
        assert "Kenaikan gaji berkala (KGB) " in naomi[0][1] and "90 hari" in naomi[0][1]
        assert int(naomi[0][0].split()[0]) < int(frans[0][0].split()[0])
        assert "Within 90 days" in pesan(orang("naomi"), harian.JATUH, "en")[0][1]
    with pada_saat(date(2027, 1, 16)):
        harian.ringkas_semua()
        assert len(pesan(orang("naomi"), harian.JATUH)) == 2
    Pesan.objects.all().delete()
    PegawaiKini.objects.update(kgb_berikut=None)
    with pada_saat(date(2027, 1, 17)):
        assert harian.ringkas_semua() == 0 and not Pesan.objects.filter(templat=harian.JATUH).exists()


def test_ringkasan_berkueri_tetap_berapa_pun_orangnya(orang):
    def kueri():
        with CaptureQueriesContext(connection) as q:
            assert harian.ringkas(orang("frans").akun)
        return len(q)

    with pada_saat(date(2027, 1, 15)):
        sedikit = list(
            PegawaiKini.objects.filter(kgb_berikut__isnull=False).values_list("pegawai_id", flat=True)
        )
        PegawaiKini.objects.filter(pegawai__in=sedikit[3:]).update(kgb_berikut=None)
        a = kueri()
        PegawaiKini.objects.filter(pegawai__in=sedikit).update(kgb_berikut=date(2027, 2, 1))
        assert kueri() == a


def test_perjanjian_hampir_habis_mengingatkan_pejabat_sekali_tiap_ambang_dan_gaji_tidak_berhenti(orang):
    kontrak(orang("ester"))
    ruth = orang("ruth")
    with pada_saat(HABIS - timedelta(days=31)):
        assert harian.ingatkan_kontrak() == 0
    for hari, jumlah in ((30, 1), (20, 1), (7, 2), (6, 2), (0, 3), (-10, 3)):
        with pada_saat(HABIS - timedelta(days=hari)):
            harian.ingatkan_kontrak()
            assert len(pesan(ruth, harian.KONTRAK)) == jumlah, hari
    with pada_saat(HABIS + timedelta(days=10)):
        kini.tulis([orang("ester").pegawai.id])
        k = PegawaiKini.objects.get(pegawai=orang("ester").pegawai)
        assert k.aktif and k.gaji_pokok == 3_000_000
    judul = pesan(ruth, harian.KONTRAK)[0][0]
    assert judul == "Perjanjian kerja Ester Mambraku berakhir 19-12-2026"


def test_yang_sudah_diperpanjang_atau_berhenti_tidak_diingatkan(orang):
    ester = orang("ester")
    kontrak(ester)
    kontrak(ester, date(2028, 1, 1), HABIS, 2)
    with pada_saat(HABIS - timedelta(days=3)):
        assert harian.ingatkan_kontrak() == 0
    kontrak(orang("amos"))
    catat(orang("amos").pegawai, "status", HABIS, {"jenis": "pppk_pw", "kedudukan": "66"})
    with pada_saat(HABIS - timedelta(days=3)):
        assert harian.ingatkan_kontrak() == 0


@pytest.mark.lambat
def test_akun_ditutup_pada_harinya_bukan_sebelumnya(orang, susun, lengkapi, jalani, sekda_otniel):
    siti, isi = (
        orang("siti"),
        {"hari_meninggal": "2026-11-14", "waris_nama": "Markus Rahman", "waris_hubungan": "pasangan"},
    )
    catat_keluarga(siti)
    jalani(lengkapi(susun("siti", "pensiun_meninggal", tmt=None, **isi)), *JALAN)
    assert harian.tutup_akun_berhenti() == 0 and Akun.objects.get(id=siti.akun.id).aktif
    with pada_saat(date(2026, 12, 1)):
        assert harian.tutup_akun_berhenti() == 1 and harian.tutup_akun_berhenti() == 0
    assert not Akun.objects.get(id=siti.akun.id).aktif
    assert not Hibah.objects.filter(akun=siti.akun, dicabut=None).exists()
    isi = jejak.isi(Jejak.objects.get(jenis="akun.ditutup"))
    assert "Meninggal dunia" in isi.alasan and isi.sesudah == {"peran_dicabut": ["atasan"]}


def test_status_berhenti_dari_impor_tidak_menutup_akun(orang):
    catat(orang("siti").pegawai, "status", date(2026, 1, 1), {"jenis": "pns", "kedudukan": "99"})
    assert harian.tutup_akun_berhenti() == 0 and Usulan.objects.count() == 0


def test_pekerjaan_harian_terjadwal():
    assert {"usulan.jatuh_tempo", "usulan.kontrak_habis", "usulan.akun_berhenti"} <= set(JADWAL)
