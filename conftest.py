"""Perlengkapan uji seluruh rumah. Basis data: SQLite, atau PostgreSQL bila DATABASE_URL disebut."""

import pytest

from kasuari.dasar.inti.pelaku import sistem


@pytest.fixture
def pelaku_sistem():
    return sistem("uji")
