"""Puskesmas Remu punya dua loket; Ester petugas layanannya, Maria petugas layanan di dinas lain."""

import uuid

import pytest
from tests import kota_kecil

from kasuari.dasar.akun.models import Hibah
from kasuari.dasar.inti.pelaku import TAMU
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.antrean import service
from kasuari.masyarakat.antrean.models import Karcis, Loket


@pytest.fixture
def loket(orang, db):
    """Dua loket di Puskesmas Remu: [Loket 1, Loket 2]."""
    for nama, unit in (("ester", "pkm"), ("maria", "sd1")):
        Hibah.objects.create(
            akun=orang(nama).akun, jejak_id=0, sumber="penunjukan", peran="petugas_layanan",
            unit=Unit.objects.get(kode=unit), mulai=kota_kecil.DULU,
        )  # fmt: skip
    uid = Unit.objects.get(kode="pkm").uid
    return [
        Loket.objects.get(
            uid=service.atur_loket(
                orang("ester").pelaku, unit=uid, nama=f"Loket {n}", buka=True, kunci=uuid.uuid4()
            ).uid
        )
        for n in (1, 2)
    ]


@pytest.fixture
def ambil(loket):
    """ambil(prioritas=True) -> Karcis baru di Puskesmas Remu."""

    def satu(kunci=None, **isian):
        uid = service.ambil(TAMU, unit="pkm", kunci=kunci or uuid.uuid4(), **isian).uid
        return Karcis.objects.get(id=uid)

    return satu


@pytest.fixture
def panggil(orang):
    def satu(loket, nama="ester", kunci=None):
        uid = service.panggil(orang(nama).pelaku, loket=loket.uid, kunci=kunci or uuid.uuid4()).uid
        return Karcis.objects.get(id=uid) if uid else None

    return satu
