"""Sambungan ruang: survei yang terbit menjadi temuan, dan permohonan yang selesai mengundang satu penilaian."""

import uuid
from datetime import date

import pytest
from django.db import transaction

from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak import antrean
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.survei import campur, service, terima, tutup
from kasuari.masyarakat.survei.kata_unsur import UNSUR
from kasuari.masyarakat.survei.models import Periode
from kasuari.pengawasan.perbaikan.models import Perbaikan

pytestmark = pytest.mark.django_db


@pytest.mark.lambat
def test_unsur_rendah_menjadi_perbaikan_unitnya_sesudah_hasilnya_terbit_bukan_saat_ditutup(client):
    oleh = sistem("uji")
    with pada_saat(date(2026, 10, 5)):
        uid = service.buka(
            oleh, unit=Unit.objects.get(kode="sd1").uid, skema="triwulan", mulai=date(2026, 10, 1), petugas=9, populasi=0,
            kunci=uuid.uuid4(),
        ).uid  # fmt: skip
        p = Periode.objects.select_related("survei").get(uid=uid)
        isi = [terima.Penilaian(dict.fromkeys(UNSUR, 4) | {"waktu": 2 if n % 2 else 1}) for n in range(30)]
        with transaction.atomic():
            campur.tulis(oleh, p, isi, date(2026, 10, 5))
    with pada_saat(date(2027, 1, 4)):
        tutup.tutup(oleh, periode=uid, kunci=uuid.uuid4())
        antrean.jalankan_semua()
    assert not Perbaikan.objects.exists()
    with pada_saat(date(2027, 1, 8)):
        with transaction.atomic():
            tutup.terbitkan_siap(oleh)
        antrean.jalankan_semua()
    assert list(Perbaikan.objects.values_list("unit__kode", "irisan")) == [("sd1", "waktu")]
    halaman = client.get("/skm/hasil/sd1/").content.decode()
    assert (
        f'href="/perbaikan/{Perbaikan.objects.get().id}/"' in halaman and "Yang sedang diperbaiki" in halaman
    )
