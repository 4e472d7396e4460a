"""Langkah tur menuju halaman yang ada, juga yang memerlukan benda tertentu."""

import uuid
from datetime import date

import pytest

from kasuari.dasar.organisasi import service
from kasuari.dasar.organisasi.models import Pos, PosKeadaan, Unit
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos
from kasuari.masyarakat.antrean.models import Loket
from kasuari.masyarakat.survei import service as survei
from kasuari.tur.langkah import LANGKAH, pos_pelaksana, unit_berloket, unit_dinilai

pytestmark = pytest.mark.django_db


def test_langkah_pos_membuka_pos_kepala_lalu_pos_yang_dipegang_pelaksana(orang, pelaku_sistem):
    assert PosKeadaan.objects.get(subjek__uid=pos_pelaksana(), ditutup=None).kepala
    baris = [BarisPos("pkm-kepala", "pkm", "Kepala Puskesmas", "pengawas", "IV.a", kepala=True)]
    service.catat_pos(pelaku_sistem, berlaku=date(2020, 1, 1), baris=baris, kunci=uuid.uuid4())
    m = orang("maria")
    tugas = BarisPenugasan(m.orang.uid, date(2026, 11, 1), "pkm-kepala", "plt", date(2027, 1, 1))
    service.catat_penugasan(pelaku_sistem, [tugas], {m.orang.uid: m.orang.id})
    assert pos_pelaksana() == Pos.objects.get(kode="pkm-kepala").uid


def test_setiap_langkah_beralamat(pelaku_sistem):
    with pytest.raises(LookupError, match="survei yang terbuka"):
        unit_dinilai()
    survei.buka(
        pelaku_sistem, unit=Unit.objects.get(kode="pkm").uid, skema="triwulan", mulai=date(2026, 10, 1), petugas=6, populasi=0,
        kunci=uuid.uuid4(),
    )  # fmt: skip
    assert unit_dinilai() == "pkm"
    with pytest.raises(LookupError, match="loket yang dibuka"):
        unit_berloket()
    Loket.objects.create(unit=Unit.objects.get(kode="kes"), nama="Loket 1")
    assert unit_berloket() == "kes"
    assert all(x.alamat().startswith("/") for x in LANGKAH)
