"""Pohon unit, penataan ulang bertanggal, dan satu jabatan definitif bagi satu orang."""

import uuid
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from kasuari.dasar.inti.fakta import keadaan
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.orang.service import OrangBaru, catat_orang
from kasuari.dasar.organisasi import selectors, service
from kasuari.dasar.organisasi.models import Unit, UnitKeadaan, UnitLeluhur
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos, BarisUnit

pytestmark = pytest.mark.django_db
LAMA, BARU = date(2024, 1, 1), date(2026, 7, 1)


@pytest.fixture
def kota(pelaku_sistem):
    with pada_saat(date(2026, 1, 5)):
        service.tata_unit(
            pelaku_sistem, berlaku=LAMA, kunci=uuid.uuid4(),
            baris=[
                BarisUnit("o-kota", "Pemerintah Kota", "daerah"),
                BarisUnit("o-dik", "Dinas Pendidikan", "dinas", "o-kota"),
                BarisUnit("o-sd1", "SD Negeri 1", "sekolah", "o-dik"),
                BarisUnit("o-kes", "Dinas Kesehatan", "dinas", "o-kota"),
            ],
        )  # fmt: skip


def test_tabel_tutupan_memuat_semua_atasan(kota):
    sd1 = Unit.objects.get(kode="o-sd1")
    atas = set(UnitLeluhur.objects.filter(unit=sd1).values_list("leluhur__kode", flat=True))
    assert atas == {"o-kota", "o-dik", "o-sd1"}
    assert [u.unit.kode for u in selectors.opd() if u.unit.kode.startswith("o-")] == ["o-kes", "o-dik"]


def test_penataan_berlaku_pada_tanggalnya_bukan_sebelumnya(kota, pelaku_sistem):
    with pada_saat(date(2026, 6, 1)):
        service.tata_unit(
            pelaku_sistem, berlaku=BARU, kunci=uuid.uuid4(), dasar=service.Dasar("Perwali 7/2026", date(2026, 5, 20)),
            baris=[BarisUnit("o-sd1", "SD Inpres 1", "sekolah", "o-kes")],
        )  # fmt: skip
        lama = keadaan(UnitKeadaan, pada=date(2026, 6, 30)).get(subjek__kode="o-sd1")
        baru = keadaan(UnitKeadaan, pada=BARU).get(subjek__kode="o-sd1")
        assert (lama.nama, baru.nama, baru.induk.kode) == ("SD Negeri 1", "SD Inpres 1", "o-kes")
        # Yang kita tahu pada bulan Maret belum menyebut Perwali itu.
        dulu = keadaan(UnitKeadaan, pada=BARU, diketahui=pada(date(2026, 3, 1))).get(subjek__kode="o-sd1")
        assert dulu.nama == "SD Negeri 1"


def pada(hari):
    with pada_saat(hari):
        from kasuari.dasar.inti.waktu import sekarang

        return sekarang()


def test_lingkaran_atasan_ditolak_dan_tidak_ada_yang_berubah(kota, pelaku_sistem):
    with pytest.raises(MasukanSalah, match="berputar"):
        service.tata_unit(
            pelaku_sistem, berlaku=LAMA, kunci=uuid.uuid4(),
            baris=[BarisUnit("o-dik", "Dinas Pendidikan", "dinas", "o-sd1")],
        )  # fmt: skip
    assert selectors.unit_hidup().filter(unit__kode__startswith="o-").count() == 4


def test_tanpa_izin_penataan_ditolak(kota):
    with pytest.raises(TidakBoleh):
        service.tata_unit(Pelaku(), berlaku=BARU, baris=[BarisUnit("x", "X", "dinas")], kunci=uuid.uuid4())


@pytest.mark.dua_db
def test_fakta_hanya_dapat_ditutup_sekali(kota):
    f = UnitKeadaan.objects.get(subjek__kode="o-sd1")
    for ubah in ({"nama": "lain"}, {"ditutup": None, "jejak_tutup": 1}, {"mulai": BARU}):
        with pytest.raises(DatabaseError), transaction.atomic():
            UnitKeadaan.objects.filter(id=f.id).update(**ubah)
    with pytest.raises(DatabaseError), transaction.atomic():
        UnitKeadaan.objects.filter(id=f.id).delete()


@pytest.mark.dua_db
def test_dua_jabatan_definitif_bertumpang_ditolak_plt_boleh(kota, pelaku_sistem):
    service.catat_pos(
        pelaku_sistem, berlaku=LAMA, kunci=uuid.uuid4(),
        baris=[BarisPos("p1", "o-dik", "Kepala Dinas", "jpt", kepala=True), BarisPos("p2", "o-kes", "Kepala Dinas", "jpt")],
    )  # fmt: skip
    with transaction.atomic():
        (yuliana,) = catat_orang(pelaku_sistem, [OrangBaru("Yuliana Wamafri")])
        id_ = {yuliana.uid: yuliana.id}
        service.catat_penugasan(pelaku_sistem, [BarisPenugasan(yuliana.uid, LAMA, "p1")], id_)
        service.catat_penugasan(pelaku_sistem, [BarisPenugasan(yuliana.uid, BARU, "p2", "plt")], id_)
    with pytest.raises(DatabaseError), transaction.atomic():
        service.catat_penugasan(pelaku_sistem, [BarisPenugasan(yuliana.uid, BARU, "p2")], id_)
