"""Indikator: induk menjumlah, sel kecil ditahan bersama pasangannya, nilai terbit tidak berubah."""

from datetime import date
from decimal import Decimal

import pytest

from kasuari.dasar.indikator import selectors, service
from kasuari.dasar.indikator.service import Baris
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.organisasi.models import Unit

pytestmark = pytest.mark.django_db
NOV = date(2026, 11, 1)


def unit(kode):
    return Unit.objects.get(kode=kode).id


@pytest.fixture(autouse=True)
def definisi(db):
    service.definisikan(
        kode="uji",
        nama="Uji",
        nama_en="Test",
        satuan="persen",
        rumus="a/b",
        sumber="/",
        ambang_n=5,
        desimal=2,
    )


def test_induk_adalah_jumlah_bukan_rata_rata_dari_rata_rata(pelaku_sistem):
    daun = [Baris(unit("sd1"), 10, 10, 10), Baris(unit("dik"), 0, 30, 30), Baris(unit("pkm"), 10, 10, 10)]
    service.terbitkan(pelaku_sistem, "uji", NOV, service.jumlahkan(daun))
    assert [t.nilai for t in selectors.deret("uji", unit("dik"))] == [Decimal("0.25")]
    assert [t.nilai for t in selectors.deret("uji", unit("kota"))] == [Decimal("0.40")]


def test_sel_kecil_dan_saudara_terkecilnya_ditahan(pelaku_sistem):
    daun = [Baris(unit("dik"), 3, 3, 3), Baris(unit("kes"), 20, 20, 20), Baris(unit("insp"), 9, 9, 9)]
    service.terbitkan(pelaku_sistem, "uji", NOV, service.jumlahkan(daun))
    titik = {t.unit_id: t for t in selectors.banding("uji", NOV, [unit("dik"), unit("kes"), unit("insp")])}
    assert [(titik[unit(u)].status, titik[unit(u)].n) for u in ("dik", "insp", "kes")] == [
        ("ditahan", None), ("ditahan", None), ("final", 20),
    ]  # fmt: skip


def test_nilai_baru_menjadi_revisi_dan_yang_sama_tidak_terbit_lagi(pelaku_sistem):
    b = [Baris(unit("kes"), 10, 20, 20)]
    assert service.terbitkan(pelaku_sistem, "uji", NOV, b) == (1, 0, 0)
    assert service.terbitkan(pelaku_sistem, "uji", NOV, b) == (0, 0, 0)
    assert service.terbitkan(pelaku_sistem, "uji", NOV, [b[0]._replace(pembilang=11)]) == (1, 1, 0)
    (titik,) = selectors.deret("uji", unit("kes"))
    assert (titik.nilai, titik.revisi) == (Decimal("0.55"), 1)


def test_indikator_yang_tidak_dikenal_ditolak(pelaku_sistem):
    with pytest.raises(MasukanSalah, match="belum ada di katalog"):
        service.terbitkan(pelaku_sistem, "entah", NOV, [])


def test_nilai_yang_bukan_pembagian_terbit_dengan_selangnya_dan_selang_baru_adalah_revisi(pelaku_sistem):
    b = Baris(unit("kes"), 0, 0, 80, "", Decimal("76.62"), Decimal("74.10"), Decimal("79.14"))
    service.terbitkan(pelaku_sistem, "uji", NOV, [b])
    (titik,) = selectors.deret("uji", unit("kes"))
    assert (titik.nilai, titik.bawah, titik.atas) == (Decimal("76.62"), Decimal("74.10"), Decimal("79.14"))
    assert service.terbitkan(pelaku_sistem, "uji", NOV, [b]) == (0, 0, 0)
    assert service.terbitkan(pelaku_sistem, "uji", NOV, [b._replace(atas=Decimal("79.15"))]) == (1, 1, 0)


def test_selang_nilai_yang_ditahan_ikut_ditahan(pelaku_sistem):
    b = Baris(unit("kes"), 3, 3, 3, "", Decimal("90"), Decimal("80"), Decimal("100"))
    service.terbitkan(pelaku_sistem, "uji", NOV, [b])
    (titik,) = selectors.deret("uji", unit("kes"))
    assert (titik.nilai, titik.bawah, titik.atas, titik.n) == (None, None, None, None)
