"""Memohon sambil masuk: terbuka tanpa kode bagi pemiliknya saja, dan tidak pernah diputus dirinya sendiri."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from kasuari.dasar.inti.galat import TidakAda, TidakBoleh
from kasuari.masyarakat.layanan import buka, selectors
from kasuari.masyarakat.layanan.models import Permohonan
from kasuari.masyarakat.layanan.service import data, isi

pytestmark = pytest.mark.django_db


@pytest.fixture
def milik_maria(remu, orang, simpan):
    """Permohonan domisili yang dimohon Maria sambil masuk, terkirim."""
    maria = orang("maria").pelaku
    siapa = isi.IsiPemohon("Maria Kandimor", date(1985, 8, 1), unit=remu.unit)
    p = Permohonan.objects.get(id=isi.mulai(maria, layanan="KEL-01", siapa=siapa, kunci=uuid.uuid4()).uid)
    simpan(p)
    isi.kirim(maria, permohonan=p.id, buka_=buka.kunci(p), kunci=uuid.uuid4())
    p.refresh_from_db()
    return p


def test_pemiliknya_membuka_tanpa_kode_dan_orang_lain_tidak(milik_maria, layar, client):
    p, data_saya = milik_maria, reverse("layanan:data_saya", args=[milik_maria.kode])
    maria = layar("maria")
    assert p.kode in maria.get(reverse("layanan_kerja:saya")).content.decode()
    assert maria.get(data_saya).status_code == 200
    assert maria.get(reverse("layanan_kerja:satu_kasus", args=[p.kasus_id]))["Location"].endswith(
        f"/cek/{p.kode}/"
    )
    assert p.kode not in layar("yosep").get(reverse("layanan_kerja:saya")).content.decode()
    assert layar("yosep").get(data_saya).status_code == client.get(data_saya).status_code == 404


def test_pemohon_tidak_membuka_lembar_petugas_permohonannya_sendiri(milik_maria, orang):
    with pytest.raises(TidakAda):
        selectors.terkirim(orang("maria").pelaku, milik_maria.id)


def test_petugas_yang_memohon_tidak_mengerjakan_permohonannya_sendiri(remu, orang, simpan, langkah):
    siapa = isi.IsiPemohon("Naomi Lobatin", date(1987, 9, 19), unit=remu.unit)
    p = Permohonan.objects.get(
        id=isi.mulai(remu.petugas, layanan="KEL-01", siapa=siapa, kunci=uuid.uuid4()).uid
    )
    simpan(p)
    isi.kirim(remu.petugas, permohonan=p.id, buka_=buka.kunci(p), kunci=uuid.uuid4())
    with pytest.raises(TidakBoleh, match="milik Anda sendiri"):
        langkah(p, remu.petugas, "lengkap")
    assert langkah(p, remu.petugas2, "lengkap").keadaan == "diverifikasi"


def test_data_yang_dihapus_tidak_lagi_menunjuk_pemiliknya(milik_maria, orang):
    p = milik_maria
    data.tarik(orang("maria").pelaku, permohonan=p.id, buka_=buka.kunci(p), kunci=uuid.uuid4())
    data.hapus(orang("maria").pelaku, permohonan=p.id, buka_=buka.kunci(p), kunci=uuid.uuid4())
    p.refresh_from_db()
    assert p.milik is None and not selectors.milik(orang("maria").pelaku).exists()


def test_dimohon_tanpa_masuk_tidak_bermilik(ajukan):
    assert ajukan().milik is None
