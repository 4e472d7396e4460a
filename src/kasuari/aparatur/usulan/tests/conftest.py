"""Naomi pengelola kepegawaian Dinas Pendidikan; Frans BKPSDM; Ruth kepalanya. Maria, Yosep, dan Siti guru SD Negeri 1."""

import uuid
from datetime import date
from types import SimpleNamespace

import pytest

from kasuari.aparatur.usulan import massal, service
from kasuari.aparatur.usulan.models import MassalBaris, Usulan
from kasuari.aparatur.usulan.tests.pegangan import jalani, lengkapi, sekda  # noqa: F401 - fixture
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.jejak.antrean import jalankan_semua

TMT = date(2027, 4, 1)


@pytest.fixture
def susun(orang, db):
    """susun("maria", "kgb", oleh="naomi", tmt=..., **isian) -> Usulan."""

    def satu(nama, jenis="kgb", oleh="naomi", tmt=TMT, berkas=None, **isian):
        hasil = service.susun(
            orang(oleh).pelaku, jenis=jenis, pegawai=orang(nama).pegawai.uid, tmt=tmt, isian=isian, berkas=berkas or {},
            kunci=uuid.uuid4(),
        )  # fmt: skip
        return Usulan.objects.get(id=hasil.uid)

    return satu


@pytest.fixture
def langkah(orang):
    """langkah(usulan, "ruth", "setujui", alasan="") -> Usulan; sandi dianggap baru diminta."""

    def satu(u, nama, aksi, alasan="", sudo=True, **lain):
        u = Usulan.objects.select_related("kasus").get(id=u.id)
        pelaku = susun_pelaku(orang(nama).akun, sudo=sudo)
        versi = lain.pop("versi", u.kasus.versi)
        service.langkahkan(
            pelaku, usulan=u.id, aksi=aksi, versi=versi, alasan=alasan, kunci=uuid.uuid4(), **lain
        )
        return Usulan.objects.select_related("kasus", "surat").get(id=u.id)

    return satu


@pytest.fixture
def banyak(orang):
    """banyak("naomi", jenis="kgb", calon=[...]) atau banyak("frans", aksi="terima", usulan=[...]) -> hasil tiap baris."""

    def jalan(nama, **isi):
        pelaku = susun_pelaku(orang(nama).akun, sudo=True)
        siapkan = massal.siapkan_susun if "calon" in isi else massal.siapkan_langkah
        hasil = siapkan(pelaku, kunci=uuid.uuid4(), **isi)
        massal.jalankan(pelaku, massal=hasil.uid, kunci=uuid.uuid4())
        jalankan_semua()
        baris = MassalBaris.objects.filter(massal=hasil.uid).select_related("pegawai").order_by("urut")
        return SimpleNamespace(id=hasil.uid, baris=list(baris))

    return jalan
