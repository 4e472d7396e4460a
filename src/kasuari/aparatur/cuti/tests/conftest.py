"""Yosep dan Maria guru SD Negeri 1; Siti kepala sekolahnya; Yuliana kepala dinas; Frans petugas BKPSDM."""

import io
import uuid
from dataclasses import replace
from datetime import date

import pytest

from kasuari.aparatur.cuti import service
from kasuari.aparatur.cuti.models import PermohonanCuti
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.dasar.organisasi.service import BarisPenugasan

RINCIAN = {
    "alasan": "Acara keluarga",
    "alamat": "Kampung Baru",
    "telepon": "",
    "anak_ke": None,
    "keperluan_agama": False,
}


@pytest.fixture
def ajukan(orang, db):
    """ajukan("maria", mulai, selesai, jenis="tahunan", **rincian) -> PermohonanCuti."""

    def satu(nama, mulai, selesai, jenis="tahunan", bukti=None, kunci=None, **rincian):
        isi = service.IsiCuti(jenis, mulai, selesai, {**RINCIAN, **rincian})
        berkas = io.BytesIO(bukti) if bukti else None
        hasil = service.ajukan(orang(nama).pelaku, isi=isi, berkas=berkas, kunci=kunci or uuid.uuid4())
        return PermohonanCuti.objects.select_related("kasus").get(id=hasil.uid)

    return satu


@pytest.fixture
def putuskan(orang):
    """putuskan(c, "siti", "teruskan") -> PermohonanCuti; sandi dianggap baru diminta."""

    def satu(c, nama, aksi, alasan="", sudo=True, **lain):
        c.kasus.refresh_from_db()
        service.putuskan(
            replace(orang(nama).pelaku, sudo=sudo), cuti=c.id, aksi=aksi, versi=lain.pop("versi", c.kasus.versi), alasan=alasan,
            kunci=lain.pop("kunci", None) or uuid.uuid4(), **lain,
        )  # fmt: skip
        c.refresh_from_db()
        c.kasus.refresh_from_db()
        return c

    return satu


@pytest.fixture
def catat_saldo(orang, pelaku_sistem):
    def satu(nama, tahun, terpakai, **lain):
        baris = [service.BarisSaldo(orang(nama).pegawai.uid, tahun, terpakai, **lain)]
        service.catat_saldo(pelaku_sistem, baris=baris, kunci=uuid.uuid4())

    return satu


@pytest.fixture
def plh(orang, pelaku_sistem):
    """plh("yosep"): pelaksana harian kepala SD Negeri 1 pekan ini."""

    def satu(nama, pos="sd1-Kepala SD Negeri 1"):
        baris = BarisPenugasan(orang(nama).orang.uid, date(2026, 11, 20), pos, "plh", date(2026, 12, 31))
        pegawai.tugaskan(pelaku_sistem, baris=[baris], kunci=uuid.uuid4())

    return satu
