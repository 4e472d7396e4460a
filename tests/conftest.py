"""Yang dipakai uji seluruh rumah di peramban: satu kota berjalan dan satu Chromium tiap proses uji."""

import pytest

from tests import kota_jalan, peramban


@pytest.fixture(scope="session")
def kota():
    with kota_jalan.buka(150) as k:
        yield k


@pytest.fixture(scope="session")
def mesin():
    with peramban.buka() as m:
        yield m
