"""Tulisan serentak di SQLite (lambat) dan PostgreSQL: tidak ada yang hilang, tidak ada galat, satu pemenang."""

import json
import os
import subprocess
import sys
import uuid
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings

AKAR = Path(__file__).resolve().parent.parent


def jalankan(skenario, utas, putaran):
    lingkungan = {**os.environ, "PYTHONPATH": f"{AKAR / 'src'}{os.pathsep}{AKAR}"}
    if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
        lingkungan["DATABASE_URL"] = _basis_baru(lingkungan["DATABASE_URL"])
    else:
        lingkungan.pop("DATABASE_URL", None)
    hasil = subprocess.run(
        [sys.executable, "-m", "tests.balapan", skenario, str(utas), str(putaran)],
        capture_output=True, text=True, env=lingkungan, cwd=AKAR, timeout=240,
    )  # fmt: skip
    assert hasil.returncode == 0, hasil.stderr[-2000:]
    return json.loads(hasil.stdout.splitlines()[-1])


def _basis_baru(alamat):
    import psycopg

    nama = f"balapan_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(alamat, autocommit=True) as koneksi:
        koneksi.execute(f"CREATE DATABASE {nama}")
    return urlsplit(alamat)._replace(path=f"/{nama}").geturl()


DB = [pytest.param("sqlite", marks=pytest.mark.lambat), pytest.param("pg", marks=pytest.mark.postgres)]


@pytest.mark.parametrize("db", DB)
def test_32_penulis_serentak_tidak_kehilangan_apa_pun(db):
    hasil = jalankan("penulis", 32, 8)
    assert hasil == {"utas": {"selesai": 32}, "hilang": 0, "tidak_tersegel": 0, "temuan": 0}


@pytest.mark.parametrize("db", DB)
def test_32_koreksi_atas_satu_fakta_tepat_satu_menang(db):
    assert jalankan("koreksi", 32, 3) == {"putaran": 3, "bukan_satu_pemenang": 0, "galat": {}}


@pytest.mark.parametrize("db", DB)
def test_100_putaran_dua_koreksi_berlomba(db):
    assert jalankan("koreksi", 2, 100) == {"putaran": 100, "bukan_satu_pemenang": 0, "galat": {}}


@pytest.mark.parametrize("db", DB)
def test_kunci_kembar_dari_16_pengirim_sekali_dikerjakan(db):
    assert jalankan("kembar", 16, 10) == {"putaran": 10, "bukan_sekali": 0, "galat": {}}


@pytest.mark.parametrize("db", DB)
@pytest.mark.parametrize("skenario", ["putusan", "jatah"])
def test_100_putaran_dua_putusan_dan_dua_permohonan_hari_terakhir_berlomba(db, skenario):
    assert jalankan(skenario, 2, 100) == {"putaran": 100, "bukan_satu_pemenang": 0, "galat": {}}


@pytest.mark.parametrize("db", DB)
def test_dua_persetujuan_sekaligus_hanya_satu_yang_jadi(db):
    assert jalankan("ketentuan", 4, 25) == {"putaran": 25, "bukan_satu_putusan": 0, "galat": {}}


@pytest.mark.parametrize("db", DB)
def test_20_putaran_dua_pekerja_berlomba_atas_satu_kelompok_surat(db):
    hasil = jalankan("tanda", 2, 20)
    assert hasil == {"putaran": 20, "bukan_sekali": 0, "lubang": 0, "tertunda": 0, "galat": {}}
