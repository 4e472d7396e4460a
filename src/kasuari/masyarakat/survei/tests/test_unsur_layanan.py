"""Unsur tiap layanan: yang tentang orang ditahan di layanan berpetugas sedikit, dan tidak terhitung dari selisihnya."""

import uuid
from datetime import date

import pytest

from kasuari.dasar.inti.waktu import pada_saat
from kasuari.masyarakat.survei import sajian, tutup
from kasuari.masyarakat.survei.models import Periode
from kasuari.masyarakat.survei.tahan import TENTANG_ORANG

pytestmark = pytest.mark.django_db


@pytest.fixture
def tutupkan(pelaku_sistem):
    def satu(p):
        with pada_saat(date(2027, 1, 4)):
            tutup.tutup(pelaku_sistem, periode=p.uid, kunci=uuid.uuid4())
        return Periode.objects.select_related("survei", "versi", "unit__kini", "hasil").get(id=p.id)

    return satu


def tampil(p):
    hasil = sajian.tampak(p, p.hasil.isi).unsur_layanan
    return {s.kode: {u.kode for u in isi if u.ditahan} for s, isi in hasil}, hasil


def test_layanan_berpetugas_cukup_menampilkan_semua_unsurnya(buka, jawab, layanan, tutupkan):
    layanan("pkm", ("A", "Surat sehat", 6), ("B", "Imunisasi", 6))
    p = buka(petugas=12)
    jawab(p, [3] * 6, layanan="A")
    jawab(p, [2] * 6, layanan="B")
    tutup_, isi = tampil(tutupkan(p))
    assert tutup_ == {"A": set(), "B": set()}
    assert [float(u.nilai) for u in {s.kode: i for s, i in isi}["A"]] == [3.0] * 9


def test_satu_layanan_berpetugas_sedikit_menahan_unsur_orangnya_bersama_satu_pasangan(
    buka, jawab, layanan, tutupkan
):
    layanan("pkm", ("A", "Surat sehat", 2), ("B", "Imunisasi", 6), ("C", "Rujukan", 6))
    p = buka(petugas=14)
    for kode, n in (("A", 9), ("B", 6), ("C", 12)):
        jawab(p, [3] * n, layanan=kode)
    tutup_, _isi = tampil(tutupkan(p))
    assert tutup_ == {"A": set(TENTANG_ORANG), "B": set(TENTANG_ORANG), "C": set()}


def test_unit_berpetugas_sedikit_menahan_unsur_orang_di_semua_layanannya(buka, jawab, layanan, tutupkan):
    layanan("pkm", ("A", "Surat sehat", 6), ("B", "Imunisasi", 6))
    p = buka(petugas=3)
    jawab(p, [3] * 6, layanan="A")
    jawab(p, [2] * 6, layanan="B")
    assert tampil(tutupkan(p))[0] == {"A": set(TENTANG_ORANG), "B": set(TENTANG_ORANG)}


def test_layanan_yang_ditahan_tidak_punya_baris_unsur_dan_pasangannya_pun_tidak(
    buka, jawab, layanan, tutupkan
):
    layanan("pkm", ("A", "Surat sehat", 6), ("B", "Imunisasi", 6), ("C", "Rujukan", 6))
    p = buka(petugas=12)
    for kode, n in (("A", 2), ("B", 6), ("C", 12)):
        jawab(p, [3] * n, layanan=kode)
    assert set(tampil(tutupkan(p))[0]) == {"C"}
