"""Orang ketiga bagi ketentuan daerah."""

import uuid

import pytest
from tests import kota_kecil

from kasuari.dasar.akun import service as akun
from kasuari.dasar.inti.pelaku import sistem


@pytest.fixture
def sekda(db):
    """Siti memegang peran Sekda seluruh kota, selain jabatannya."""
    siti = kota_kecil.orang("siti")
    baris = [akun.BarisHibah(siti.akun.uid, "sekda", None, kota_kecil.DULU)]
    akun.beri_peran(sistem("uji"), baris=baris, kunci=uuid.uuid4())
    return "siti"
