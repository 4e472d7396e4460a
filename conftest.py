"""Perlengkapan uji seluruh rumah. Basis data: SQLite, atau PostgreSQL bila DATABASE_URL disebut."""

import logging

import pytest
from tests import kota_kecil, siasn_tiruan

from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import pada_saat

# Server SMTP uji mencatat penutupannya sesudah pytest menutup keluaran.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Basis data uji berisi kota kecil; tiap uji membatalkan perubahannya sendiri."""
    with django_db_blocker.unblock():
        kota_kecil.bangun()


@pytest.fixture(autouse=True)
def hari_uji():
    with pada_saat(kota_kecil.HARI):
        yield


@pytest.fixture
def pelaku_sistem():
    return sistem("uji")


@pytest.fixture
def orang(db):
    """orang("maria") -> .pelaku, .pegawai, .akun, .orang"""
    return kota_kecil.orang


@pytest.fixture
def siasn():
    """Server SIASN tiruan; lihat tests/siasn_tiruan.py."""
    with siasn_tiruan.buka() as server:
        yield server
