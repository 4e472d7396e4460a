"""Nomor tidak pernah kembar, yang didahulukan dipanggil dulu, dan satu loket satu orang."""

import uuid
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests import kota_kecil

from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import TAMU
from kasuari.dasar.inti.waktu import WIT, pada_saat
from kasuari.masyarakat.antrean import kira, pekerjaan, selectors, service
from kasuari.masyarakat.antrean.models import Karcis, Loket, RingkasAntre

pytestmark = pytest.mark.django_db


def jam(menit):
    return datetime(2026, 11, 23, 9, 0, tzinfo=WIT) + timedelta(minutes=menit)


@pytest.mark.dua_db
def test_nomor_urut_dan_kiriman_yang_sama_memberi_nomor_yang_sama(ambil):
    kunci = uuid.uuid4()
    assert [ambil().nomor, ambil(kunci=kunci).nomor, ambil(kunci=kunci).nomor, ambil().nomor] == [1, 2, 2, 3]


@pytest.mark.dua_db
def test_yang_didahulukan_dipanggil_dulu_lalu_menurut_nomor(ambil, panggil, loket):
    a, b, p = ambil(), ambil(), ambil(prioritas=True)
    assert (selectors.di_depan(a), selectors.di_depan(b), selectors.di_depan(p)) == (1, 2, 0)
    assert [panggil(loket[0]), panggil(loket[1]), panggil(loket[0])] == [p, a, b]
    assert [Karcis.objects.get(id=k.id).keadaan for k in (p, a, b)] == ["selesai", "dipanggil", "dipanggil"]


def test_tombol_yang_ditekan_dua_kali_memanggil_satu_orang(ambil, panggil, loket):
    ambil(), ambil()
    kunci = uuid.uuid4()
    assert panggil(loket[0], kunci=kunci) == panggil(loket[0], kunci=kunci)
    assert Karcis.objects.filter(keadaan="menunggu").count() == 1


def test_satu_loket_memanggil_satu_orang_dijaga_basis_data(ambil, panggil, loket):
    panggil(loket[0]) or ambil()
    k, lain = panggil(loket[0]), ambil()
    with pytest.raises(IntegrityError), transaction.atomic():
        Karcis.objects.filter(id=lain.id).update(keadaan="dipanggil", loket=loket[0], dipanggil=k.dipanggil)


def test_tidak_datang_lalu_tidak_dapat_diakhiri_lagi(ambil, panggil, loket, orang):
    ambil()
    k = panggil(loket[0])
    ester = orang("ester").pelaku
    service.panggil_lagi(ester, karcis=k.id, kunci=uuid.uuid4())
    service.akhiri(ester, karcis=k.id, keadaan="lewat", kunci=uuid.uuid4())
    assert Karcis.objects.get(id=k.id).panggilan == 2
    for tindakan in (lambda: service.akhiri(ester, karcis=k.id, keadaan="selesai", kunci=uuid.uuid4()),
                     lambda: service.panggil_lagi(ester, karcis=k.id, kunci=uuid.uuid4())):  # fmt: skip
        with pytest.raises(BedaVersi):
            tindakan()
    assert panggil(loket[0]) is None


def test_petugas_unit_lain_tidak_menemukan_loketnya(ambil, panggil, loket):
    ambil()
    with pytest.raises(TidakAda):
        panggil(loket[0], nama="maria")
    with pytest.raises(TidakAda):
        panggil(loket[0], nama="frans")


def test_loket_tutup_tidak_memberi_nomor_dan_tidak_ditutup_selagi_melayani(ambil, panggil, loket, orang):
    ambil()
    panggil(loket[0])
    isi = {"unit": loket[0].unit.uid, "kunci": uuid.uuid4()}
    with pytest.raises(MasukanSalah, match="masih melayani"):
        service.atur_loket(orang("ester").pelaku, nama="Loket 1", buka=False, loket=loket[0].uid, **isi)
    with pytest.raises(MasukanSalah, match="sudah dipakai"):
        service.atur_loket(orang("ester").pelaku, nama="Loket 2", buka=True, loket=loket[0].uid, **isi)
    Loket.objects.update(buka=False)
    with pytest.raises(MasukanSalah, match="sedang tutup"):
        ambil()


def test_perkiraan_dari_median_lama_layanan_dan_loket_yang_bekerja(ambil, panggil, loket):
    for n in range(6):
        with pada_saat(jam(n)):
            ambil()
    assert selectors.kira_kira(loket[0].unit_id, 6) == 60  # belum ada data: 10 menit tiap orang
    for menit in (0, 4, 8, 13):
        with pada_saat(jam(10 + menit)):
            panggil(loket[0])
    with pada_saat(jam(30)):
        assert selectors.kira_kira(loket[0].unit_id, 3) == 15  # median 4 menit, satu loket
        panggil(loket[1])
        assert selectors.kira_kira(loket[0].unit_id, 3) == 10  # dua loket


@pytest.mark.parametrize(("isi", "hasil"), [([], None), ([7], 7), ([3, 9], 6), ([1, 2, 60], 2)])
def test_median_menit(isi, hasil):
    assert kira.median(isi) == hasil


def test_kode_permohonan_yang_salah_disebut_dan_nomornya_tidak_terpakai(ambil, loket):
    with pytest.raises(MasukanSalah, match="Periksa lagi hurufnya"):
        ambil(kode_permohonan="SRG-0000-0")
    assert ambil().nomor == 1


def test_membatalkan_nomor_sendiri_tidak_menggeser_yang_sudah_dipanggil(ambil, panggil, loket):
    a, b = ambil(), ambil()
    panggil(loket[0])
    for k in (a, b):
        service.batal(TAMU, karcis=k.id, kunci=uuid.uuid4())
    assert [Karcis.objects.get(id=k.id).keadaan for k in (a, b)] == ["dipanggil", "batal"]


def test_besoknya_nomor_mulai_lagi_dan_yang_tertinggal_ditutup(ambil):
    k = ambil()
    with pada_saat(kota_kecil.HARI + timedelta(days=1)):
        pekerjaan.harian(None)
        assert Karcis.objects.get(id=k.id).keadaan == "lewat"
        assert ambil().nomor == 1


def test_karcis_lama_tinggal_hitungannya(ambil, panggil, loket):
    with pada_saat(jam(0)):
        ambil(), ambil()
    with pada_saat(jam(10)):
        panggil(loket[0])
    with pada_saat(jam(16)):
        panggil(loket[0])
    with pada_saat(kota_kecil.HARI + timedelta(days=40)):
        pekerjaan.harian(None)
    r = RingkasAntre.objects.get()
    assert (Karcis.objects.count(), r.banyak, r.dilayani, r.menit_tunggu) == (0, 2, 2, 13)
