"""Akun yang ditutup: tidak dapat masuk, perannya dan kodenya mati, dan membukanya lagi tidak menghidupkan wewenang lama."""

from datetime import timedelta

import pytest
from django.test import Client

from kasuari.dasar.akun import selectors
from kasuari.dasar.akun.models import Akun, Hibah, KodeSekali
from kasuari.dasar.akun.service import tutup_akun
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.jejak.models import Jejak

pytestmark = pytest.mark.django_db


def test_akun_yang_ditutup_kehilangan_sesi_peran_dan_kodenya(orang, layar, pelaku_sistem):
    frans = orang("frans")
    c = layar("frans")
    assert c.get("/kerja/pegawai/").status_code == 200
    KodeSekali.objects.create(
        akun=frans.akun, saluran="surat", sidik=b"x" * 16, dibuat=sekarang(), sampai=sekarang() + timedelta(days=1)
    )  # fmt: skip
    assert tutup_akun(pelaku_sistem, frans.orang.uid, "Pensiun: SK-1")
    assert not Akun.objects.get(id=frans.akun.id).aktif and c.get("/kerja/pegawai/").status_code == 302
    assert not Hibah.objects.filter(akun=frans.akun, dicabut=None).exists()
    assert not KodeSekali.objects.filter(akun=frans.akun).exists()
    assert frans.akun.uid not in {a.uid for a in selectors.pemegang("bkpsdm")}
    isi = jejak.isi(Jejak.objects.get(jenis="akun.ditutup"))
    assert (isi.alasan, isi.sesudah) == ("Pensiun: SK-1", {"peran_dicabut": ["bkpsdm"]})


def test_menutup_dua_kali_atau_yang_tidak_ada_tidak_mencatat_apa_pun(orang, pelaku_sistem):
    assert tutup_akun(pelaku_sistem, orang("maria").orang.uid, "Pensiun")
    assert not tutup_akun(pelaku_sistem, orang("maria").orang.uid, "Pensiun")
    assert Jejak.objects.filter(jenis="akun.ditutup").count() == 1


def test_yang_diaktifkan_lagi_tidak_mendapat_peran_lamanya(orang, pelaku_sistem):
    frans = orang("frans")
    tutup_akun(pelaku_sistem, frans.orang.uid, "Keliru")
    Akun.objects.filter(id=frans.akun.id).update(aktif=True)
    c = Client()
    c.force_login(Akun.objects.get(id=frans.akun.id))
    assert c.get("/kerja/pegawai/").status_code == 403
