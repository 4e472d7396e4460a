"""Tim saya: bawahan hari ini saja, tanpa gaji; cuti tanpa jenisnya; kueri dan catatan bacanya tidak tumbuh."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kasuari.aparatur.cuti import service as cuti
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.dasar.akun import peristiwa
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.organisasi.service import BarisPenugasan

pytestmark = pytest.mark.django_db
TIM = "/kerja/tim/"
RINCIAN = {"alasan": "Keluarga", "alamat": "Remu", "telepon": "", "anak_ke": None, "keperluan_agama": False}


def isi(jawab):
    assert jawab.status_code == 200
    return jawab.content.decode()


def cuti_sekarang(pelaku, p, jenis, hari=3):
    mulai = hari_ini() - timedelta(days=1)
    baris = BarisRiwayat(p.uid, mulai, {"jenis": jenis, "hari": hari}, sampai=mulai + timedelta(days=hari))
    pegawai.catat_riwayat(pelaku, kode="cuti", baris=[baris], kunci=uuid.uuid4())


def ubah(p, **kolom):
    PegawaiKini.objects.filter(pegawai=p).update(**kolom)


def test_hanya_bawahan_hari_ini_dan_bukan_diri_sendiri(layar):
    siti = isi(layar("siti").get(TIM))
    main = siti[siti.index("<main") :]
    assert "Maria Kandimor" in main and "Yosep Tanagiri" in main
    assert "Siti Rahmawati" not in main and "Ester" not in main and "Yuliana" not in main
    assert "Amos Yarisetu" in isi(layar("yuliana").get(TIM))


def test_yang_bukan_atasan_tidak_punya_tim(layar):
    for nama in ("maria", "naomi", "frans", "ruth", "otniel"):
        assert layar(nama).get(TIM).status_code == 403
    assert TIM in isi(layar("siti").get("/kerja/")) and TIM not in isi(layar("frans").get("/kerja/"))


def test_gaji_bawahan_tidak_tampak(layar, orang):
    ubah(orang("maria").pegawai, gaji_pokok=3_141_592)
    assert "3.141.592" not in isi(layar("siti").get(TIM))


def test_cuti_hari_ini_tanpa_jenisnya_dan_yang_baru_diajukan_belum_cuti(layar, orang, pelaku_sistem):
    cuti_sekarang(pelaku_sistem, orang("maria").pegawai, "sakit")
    data = cuti.IsiCuti("tahunan", date(2026, 12, 14), date(2026, 12, 16), RINCIAN)
    cuti.ajukan(orang("yosep").pelaku, isi=data, kunci=uuid.uuid4())
    halaman = isi(layar("siti").get(TIM))
    assert "sampai 24 November 2026" in halaman and "dari 2 orang" in halaman
    assert "sakit" not in halaman.lower()
    assert (
        "Cuti: Yosep Tanagiri" in halaman and "Menunggu keputusan saya" in halaman
    )  # bertaut ke permohonannya


def test_kgb_dan_pensiun_dalam_jangka_dan_yang_lewat(layar, orang):
    hari = hari_ini()
    ubah(
        orang("maria").pegawai,
        kgb_berikut=hari + timedelta(days=90),
        pensiun=hari - timedelta(days=1),
        pensiun_ingatan=True,
    )
    ubah(orang("yosep").pegawai, kgb_berikut=hari + timedelta(days=91), pensiun=None)
    halaman = isi(layar("siti").get(TIM))
    assert "1 KGB, 1 pensiun" in halaman and "sudah lewat" in halaman
    assert "batas usianya dari ingatan, perlu diperiksa" in halaman
    assert "KGB dalam 90 hari" in halaman and "21 Feb 2027" in halaman and "22 Feb 2027" not in halaman


def test_data_kurang_bertaut_ke_daftarnya(layar, orang):
    ubah(orang("maria").pegawai, kurang=["nik", "bup"], mutu=80)
    ubah(orang("yosep").pegawai, kurang=[], mutu=100)
    halaman = isi(layar("siti").get(TIM))
    assert "?kurang=bup" in halaman and "Jenjang jabatan" in halaman and "2 data kurang" in halaman
    assert isi(layar("siti").get("/kerja/pegawai/?kurang=bup")).count("Maria Kandimor") >= 1


def test_kueri_dan_catatan_baca_tidak_tumbuh_bersama_tim(layar, orang, pelaku_sistem):
    c = layar("siti")
    c.get(TIM)
    sebelum = Jejak.objects.count()
    with CaptureQueriesContext(connection) as sedikit:
        c.get(TIM)
    assert [j.jenis for j in Jejak.objects.order_by("id")[sebelum:]].count(peristiwa.DILIHAT) == 1
    identitas = [
        pegawai.BarisPegawai(f"19900101201501{n:04d}", f"Guru {n}", date(1990, 1, 1), "L")
        for n in range(1001, 1031)
    ]
    uid = pegawai.catat_pegawai(pelaku_sistem, baris=identitas, kunci=uuid.uuid4()).data["uid"]
    status = [BarisRiwayat(uuid.UUID(u), date(2020, 1, 1), {"jenis": "pns", "kedudukan": "01"}) for u in uid]
    pegawai.catat_riwayat(pelaku_sistem, kode="status", baris=status, kunci=uuid.uuid4())
    milik = PegawaiKini.objects.filter(pegawai__uid__in=uid).values_list("orang_uid", flat=True)
    baris = [BarisPenugasan(o, date(2020, 1, 1), "sd1-Guru Ahli Pertama") for o in milik]
    pegawai.tugaskan(pelaku_sistem, baris=baris, kunci=uuid.uuid4())
    with CaptureQueriesContext(connection) as banyak:
        assert "dari 32 orang" in isi(c.get(TIM))
    assert len(banyak) == len(sedikit) <= 32
