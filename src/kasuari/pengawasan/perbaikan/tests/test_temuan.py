"""Hasil mana yang menjadi temuan, dan bahwa satu hasil tidak pernah menjadi dua."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi.models import Unit
from kasuari.pengawasan.perbaikan import pekerjaan
from kasuari.pengawasan.perbaikan.models import Perbaikan, Temuan
from kasuari.pengawasan.perbaikan.temuan import LAYANAN, dari_survei, huruf_mutu

from .conftest import SEMESTER_1, SEMESTER_2

pytestmark = pytest.mark.django_db


def isi():
    return {(t.unit.kode, t.irisan): t.sebab for t in Temuan.objects.select_related("unit")}


def test_unsur_terendah_dan_yang_mutunya_di_bawah_baik_menjadi_temuan(terbit):
    terbit("sd1", SEMESTER_2, waktu="2.40", biaya="2.55", perilaku="3.60")
    assert pekerjaan.cari() == 2
    assert isi() == {("sd1", "waktu"): ["terendah", "mutu"], ("sd1", "biaya"): ["mutu"]}


def test_mutu_unsur_menurut_pita_peraturan():
    buku = ketentuan.buku(hari_ini())
    nilai = ("3.5324", "3.5300", "3.0644", "3.0640", "2.6000", "2.5990")
    assert [huruf_mutu(Decimal(n), buku) for n in nilai] == ["A", "B", "B", "C", "C", "D"]


def test_turun_dua_kali_berturut_turut_menjadi_temuan_walau_bukan_yang_terendah(terbit):
    for periode, perilaku in ((date(2025, 7, 1), "3.60"), (SEMESTER_1, "3.50"), (SEMESTER_2, "3.40")):
        terbit("sd1", periode, waktu="3.20", perilaku=perilaku)
    pekerjaan.cari()
    assert isi() == {("sd1", "waktu"): ["terendah"], ("sd1", "perilaku"): ["turun"]}


def test_yang_memperbaiki_adalah_yang_melayani_bukan_dinas_di_atasnya(terbit):
    for unit in ("sd1", "dik", "kota"):
        terbit(unit, SEMESTER_2, waktu="2.40", biaya="3.60")
    calon = dari_survei(SEMESTER_1, ketentuan.buku(hari_ini()))
    assert {c.titik.unit_id for c in calon} == {Unit.objects.get(kode="sd1").id}


def test_semua_unsur_sama_tidak_punya_yang_terendah(terbit):
    terbit("sd1", SEMESTER_2, waktu="3.60", biaya="3.60")
    assert pekerjaan.cari() == 0


def test_hasil_yang_ditahan_tidak_menjadi_temuan(terbit):
    terbit("sd1", SEMESTER_2, n=3, waktu="1.20", biaya="3.60")
    assert pekerjaan.cari() == 0


@pytest.mark.dua_db
def test_temuan_yang_sama_sekali_saja_dan_yang_baru_ikut_perbaikan_yang_terbuka(terbit, temuan):
    p = temuan()
    assert pekerjaan.cari() == 0
    terbit("sd1", date(2026, 10, 1), waktu="2.30", biaya="3.60")
    assert pekerjaan.cari() == 1
    assert Perbaikan.objects.count() == 1 and [t.periode for t in p.temuan.order_by("periode")] == [
        SEMESTER_2, date(2026, 10, 1),
    ]  # fmt: skip


def test_temuan_menunggu_rencana_pimpinan_unitnya_sepuluh_hari_kerja(temuan):
    ket = alur.keterangan(temuan().kasus)
    assert (ket.siapa, ket.tenggat) == ("Kepala SD Negeri 1", date(2026, 12, 7))


def test_layanan_yang_terlalu_sering_lewat_waktu_menjadi_temuan(terbit):
    terbit("pkm", date(2026, 10, 1), kode=LAYANAN, n=40, **{"KES-01": "0.70", "KES-02": "0.95"})
    terbit("sd1", date(2026, 10, 1), kode=LAYANAN, n=9, **{"DIK-01": "0.10"})
    pekerjaan.harian(None)
    assert isi() == {("pkm", "KES-01"): ["lambat"]}


def test_temuan_tidak_dapat_diubah_atau_dihapus(temuan):
    t = temuan().temuan.get()
    for ubah in (lambda: Temuan.objects.update(sebab=[]), t.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah()
