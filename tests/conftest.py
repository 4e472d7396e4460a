"""Yang dipakai uji seluruh rumah di peramban: satu kota berjalan dan satu Chromium tiap proses uji."""

import pytest

from tests import kota_jalan, peramban, surat


@pytest.fixture(scope="session")
def kotak_surat():
    with surat.buka() as kotak:
        yield kotak


@pytest.fixture(scope="session")
def kota(kotak_surat):
    with kota_jalan.buka(150, surat=f"smtp://127.0.0.1:{kotak_surat.port}") as k:
        yield k


@pytest.fixture(scope="session")
def mesin():
    with peramban.buka() as m:
        yield m
