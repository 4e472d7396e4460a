"""Perlengkapan uji seluruh rumah. Basis data: SQLite, atau PostgreSQL bila DATABASE_URL disebut."""

import gc
import json
import logging
import os
import time

import pytest
from django.test import Client
from hypothesis import settings
from tests import kota_kecil, siasn_tiruan

from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import pada_saat, sekarang

# Server SMTP uji mencatat penutupannya sesudah pytest menutup keluaran.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


# Batas waktu tiap contoh mengukur sibuknya mesin, bukan aturannya; CPU tiap uji dijaga di bawah.
# Di CI contohnya tetap, supaya hasil yang sama berarti kode yang sama; di meja pengembang selalu baru.
settings.register_profile("uji", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("uji")

# Uji cepat yang lebih lama dari ini gagal. CPU, bukan jam dinding, dan pada mesin yang lebih lambat (atau sedang
# berbagi prosesor) batasnya melonggar sebanding: yang diukur ujinya, bukan mesinnya. Takarannya sendiri meleset
# sampai setengahnya saat dua uji berebut inti, dan kelonggaran itu diberikan di luar meja pengembang saja.
BATAS_CPU = 0.3  # detik, di mesin yang menyelesaikan takaran di bawah dalam TAKARAN
TAKARAN = 0.03  # detik
MELESET = 2 if "CI" in os.environ else 1
BATAS_SIFAT = 5  # kali: uji sifat menjalankan puluhan contoh dalam satu cerita
BUKAN_CEPAT = ("lambat", "browser", "postgres")


def _takar():
    mulai = time.process_time()
    isi = {f"k{n}": [n, str(n * 7919 % 100003)] for n in range(20_000)}
    json.loads(json.dumps(sorted(isi.items(), key=lambda x: x[1][1])))
    return time.process_time() - mulai


def _batas():
    return MELESET * BATAS_CPU * max(1.0, min(_takar() for _ in range(3)) / TAKARAN)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    mulai = time.process_time()
    hasil = yield
    pakai = time.process_time() - mulai
    cepat = not any(item.get_closest_marker(m) for m in BUKAN_CEPAT)
    kali = BATAS_SIFAT if hasattr(item.obj, "hypothesis") else 1
    if cepat and pakai > kali * BATAS_CPU and pakai > (batas := kali * _batas()):
        pytest.fail(
            f"Uji cepat ini memakai {pakai * 1000:.0f} ms CPU, batasnya {batas * 1000:.0f}. "
            "Kecilkan datanya, atau tandai 'lambat'.",
            pytrace=False,
        )
    return hasil


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Basis data uji berisi kota kecil; tiap uji membatalkan perubahannya sendiri.

    Satu halaman dibuka di sini: muatan pertama alamat dan templat tidak menjadi waktu uji yang kebetulan pertama.
    """
    with django_db_blocker.unblock():
        kota_kecil.bangun()
        Client().get("/")
    # Yang sudah dimuat hidup sampai akhir: tanpa ini pengumpul sampah menelusurinya lagi dan lagi, dua detik
    # sekali jalan, dan waktunya dibebankan kepada uji yang kebetulan sedang berjalan.
    gc.collect()
    gc.freeze()


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


@pytest.fixture
def layar(orang):
    """layar("frans") -> peramban uji yang masuk sebagai Frans dan baru saja memasukkan sandi."""

    def sebagai(nama):
        c = Client()
        c.force_login(orang(nama).akun)
        sesi = c.session
        sesi["sudo_pada"] = sesi["dilihat"] = sekarang().timestamp()
        sesi.save()
        return c

    return sebagai
