"""Proses contoh bagi uji alur: permohonan yang diperiksa petugas lalu diputus atasan, atau dikembalikan."""

import uuid
from datetime import date

import pytest

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.dasar.alur import proses as p
from kasuari.dasar.alur import service
from kasuari.dasar.alur.proses import Langkah, Proses, Tahap
from kasuari.dasar.alur.siapa import Atasan, Meja, Pemohon
from kasuari.dasar.organisasi.models import Unit
from kasuari.dasar.organisasi.service import BarisPenugasan

EFEK: list[str] = []


def berhasil(kasus, langkah, pelaku):
    EFEK.append(str(kasus.id))


def meledak(kasus, langkah, pelaku):
    EFEK.append("meledak")
    raise RuntimeError("efek gagal")


CONTOH = Proses(
    "uji.permohonan", 1, "Permohonan uji", awal="draf", izin="uji.putus",
    tahap=[
        Tahap("draf", "Draf", "perlu", menunggu=Pemohon()),
        Tahap("diperiksa", "Diperiksa petugas", "diperiksa", menunggu=Meja("bkpsdm"), tenggat="aduan_verifikasi"),
        Tahap("diputus", "Menunggu atasan", "diperiksa", menunggu=Atasan(), tenggat="aduan_verifikasi"),
        Tahap("disetujui", "Disetujui", "selesai"),
        Tahap("ditolak", "Ditolak", "tidak"),
        Tahap("batal", "Dibatalkan pemohon", "tidak"),
    ],
    langkah=[
        Langkah("draf", "ajukan", "diperiksa", "Kirim", pisah="orang"),
        Langkah("diperiksa", "lengkap", "diputus", "Berkas lengkap", pisah="orang"),
        Langkah("diperiksa", "kembalikan", "draf", "Kembalikan", perlu_alasan=True),
        Langkah("diputus", "setujui", "disetujui", "Setujui", pisah="orang", efek=berhasil),
        Langkah("diputus", "tolak", "ditolak", "Tolak", pisah="orang", perlu_alasan=True),
        Langkah("diputus", "ledak", "disetujui", "Ledak", efek=meledak),
        Langkah("diperiksa", "tarik", "batal", "Tarik", siapa=Pemohon()),
        Langkah("diputus", "tarik", "batal", "Tarik", siapa=Pemohon()),
    ],
)  # fmt: skip


@pytest.fixture(autouse=True)
def proses_contoh(monkeypatch):
    EFEK.clear()
    monkeypatch.setitem(p.DAFTAR, ("uji.permohonan", 1), CONTOH)


@pytest.fixture
def permohonan(orang, db):
    """Maria (guru SD Negeri 1) membuka permohonan; atasannya Siti, kepala sekolahnya."""
    return lambda nama="maria": service.mulai(
        orang(nama).pelaku, CONTOH, unit_id=orang(nama).pegawai.kini.unit_id, pemohon=orang(nama).orang
    )


@pytest.fixture
def jalan(orang):
    """jalan(kasus, "siti", "setujui") lewat pintu lengkap dengan kunci baru."""

    def satu(kasus, nama, aksi, alasan="", versi=None, kunci=None):
        kasus.refresh_from_db()
        service.jalankan(
            orang(nama).pelaku, kasus=kasus.id, aksi=aksi, versi=kasus.versi if versi is None else versi, alasan=alasan,
            kunci=kunci or uuid.uuid4(),
        )  # fmt: skip
        kasus.refresh_from_db()
        return kasus

    return satu


@pytest.fixture
def tugaskan(orang, pelaku_sistem):
    """tugaskan("yosep", "sd1-Kepala SD Negeri 1", "plh") mulai kemarin sampai pekan depan."""

    def satu(nama, pos, jenis, mulai=date(2026, 11, 22), sampai=date(2026, 11, 30)):
        baris = BarisPenugasan(orang(nama).orang.uid, mulai, pos, jenis, sampai)
        pegawai.tugaskan(pelaku_sistem, baris=[baris], kunci=uuid.uuid4())

    return satu


@pytest.fixture
def unit(db):
    return dict(Unit.objects.values_list("kode", "id"))
