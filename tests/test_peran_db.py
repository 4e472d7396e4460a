"""PostgreSQL: peran aplikasi bekerja seperti biasa tetapi tidak dapat menyentuh jejak yang sudah tertulis."""

import pytest
from django.db import DatabaseError, connection, transaction

from kasuari.dasar.jejak import peristiwa
from kasuari.dasar.jejak.service import catat
from kasuari.situs.peran_db import TAMBAH_SAJA, TANPA_HAPUS, sql

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]


@pytest.fixture
def sebagai_aplikasi(pelaku_sistem):
    with connection.cursor() as kursor:
        kursor.execute("CREATE ROLE aplikasi_uji NOLOGIN")
        for perintah in sql("aplikasi_uji"):
            kursor.execute(perintah)
        kursor.execute("SET ROLE aplikasi_uji")
    yield
    with connection.cursor() as kursor:
        kursor.execute("RESET ROLE")


def test_aplikasi_dapat_mencatat(sebagai_aplikasi, pelaku_sistem):
    with transaction.atomic():
        assert catat(peristiwa.DIBACA, pelaku_sistem, ("uji", None)) > 0


@pytest.mark.parametrize("tabel", TANPA_HAPUS)
@pytest.mark.parametrize("perintah", ["DELETE FROM {t}", "TRUNCATE {t} CASCADE"])
def test_aplikasi_tidak_dapat_menghapus_surat_dan_nomornya(sebagai_aplikasi, tabel, perintah):
    with (
        pytest.raises(DatabaseError, match=r"permission denied"),
        transaction.atomic(),
        connection.cursor() as kursor,
    ):
        kursor.execute(perintah.format(t=tabel))


@pytest.mark.parametrize("tabel", TAMBAH_SAJA)
@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE {t} SET {k} = {k}",
        "DELETE FROM {t}",
        "TRUNCATE {t} CASCADE",
        "ALTER TABLE {t} DISABLE TRIGGER ALL",
    ],
)
def test_aplikasi_tidak_dapat_merusak(sebagai_aplikasi, tabel, perintah):
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s LIMIT 1", [tabel]
        )
        kolom = kursor.fetchone()[0]
    with (
        pytest.raises(DatabaseError, match=r"permission denied|must be owner"),
        transaction.atomic(),
        connection.cursor() as kursor,
    ):
        kursor.execute(perintah.format(t=tabel, k=kolom))
