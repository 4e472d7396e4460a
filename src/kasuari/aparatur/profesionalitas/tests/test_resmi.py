"""Nilai resmi BKN ditarik sendiri sesudah perhitungan, ditaruh di samping perkiraan, dan tidak pernah ditebak."""

import uuid

import pytest
from tests import siasn_tiruan

from kasuari.aparatur.pegawai.siasn import GalatSiasn
from kasuari.aparatur.pegawai.siasn.http import KlienHttp, Setelan
from kasuari.aparatur.profesionalitas import resmi, service
from kasuari.aparatur.profesionalitas.models import NilaiResmi
from kasuari.aparatur.profesionalitas.pekerjaan import minta_tarik
from kasuari.dasar.inti.galat import TidakBoleh
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Kerja

pytestmark = pytest.mark.django_db


def nilai(**ganti):
    return {"kualifikasi": 22.5, "kompetensi": "37.50", "kinerja": 25, "disiplin": 5, "subtotal": 90,
            "created_at": "2026-04-30T10:00:00", **ganti}  # fmt: skip


@pytest.fixture
def klien(siasn):
    return KlienHttp(Setelan(**siasn_tiruan.setelan(siasn), tunggu=2, coba=1))


def test_sesudah_dihitung_nilai_resmi_ditarik_dan_tampak_di_lembar(siasn, settings, orang, client):
    settings.SIASN = siasn_tiruan.setelan(siasn)
    maria = orang("maria")
    siasn.orang = {maria.nip: nilai()}
    service.hitung_tahun(orang("ruth").pelaku, tahun=2025, kunci=uuid.uuid4())
    jalankan_semua()
    r = NilaiResmi.objects.get()
    assert (r.pegawai_id, r.tahun, r.kompetensi, r.indeks) == (maria.pegawai.id, 2025, 3750, 9000)
    client.force_login(orang("yuliana").akun)
    assert "nilai resmi BKN 90,00" in client.get(f"/kerja/pegawai/{maria.pegawai.uid}/").text
    penjelasan = client.get(f"/kerja/profesionalitas/2025/pegawai/{maria.pegawai.uid}/").text
    assert "Nilai resmi BKN" in penjelasan and "beda 25,00 dari perkiraan kami" in penjelasan


def test_tanpa_sambungan_siasn_tidak_ada_yang_diantre(orang, settings):
    settings.SIASN = dict.fromkeys(
        ("api", "apim_token", "sso_token", "kunci", "rahasia", "pengguna", "sandi"), ""
    )
    service.hitung_tahun(orang("ruth").pelaku, tahun=2025, kunci=uuid.uuid4())
    jalankan_semua()
    assert not Kerja.objects.filter(jenis="profesionalitas.resmi").exists()


def test_tarikan_mingguan_hanya_bila_sudah_ada_larian(siasn, settings, db):
    settings.SIASN = siasn_tiruan.setelan(siasn)
    minta_tarik(Kerja(id=1))
    assert not Kerja.objects.filter(jenis="profesionalitas.resmi").exists()


@pytest.mark.parametrize(
    ("ganti", "sebab"),
    [
        ({"kinerja": "NaN"}, "nilai_tidak_wajar"),
        ({"kinerja": -1}, "nilai_tidak_wajar"),
        ({"kinerja": 30.01, "subtotal": 95.01}, "nilai_tidak_wajar"),
        ({"kinerja": "1e999999999"}, "nilai_tidak_wajar"),
        ({"kinerja": 24.999}, "nilai_tidak_wajar"),
        ({"kinerja": None}, "nilai_tidak_wajar"),
        ({"subtotal": 91}, "jumlah_beda"),
        ({"created_at": "2025-04-30"}, "tahun_lain"),
        ({"created_at": "kemarin"}, "tanpa_tanggal"),
    ],
)
def test_jawaban_yang_tidak_masuk_akal_dilewati_dan_disebut_sebabnya(siasn, klien, orang, ganti, sebab):
    siasn.orang = {orang("maria").nip: nilai(**ganti), orang("yosep").nip: nilai()}
    nip = [orang(n).nip for n in ("maria", "yosep", "siti")]
    hasil = resmi.tarik_resmi(orang("ruth").pelaku, nip, klien, 2025, uuid.uuid4())
    assert hasil.data["dilewati"] == {sebab: 1, "tidak_ada": 1}
    assert [r.pegawai_id for r in NilaiResmi.objects.all()] == [orang("yosep").pegawai.id]


def test_gangguan_siasn_tidak_menulis_sebagian(siasn, klien, orang):
    siasn.orang, siasn.rusak = {orang("maria").nip: nilai()}, [(503, {})]
    with pytest.raises(GalatSiasn):
        resmi.tarik_resmi(orang("ruth").pelaku, [orang("maria").nip], klien, 2025, uuid.uuid4())
    assert not NilaiResmi.objects.exists()


def test_hanya_yang_boleh_menghitung_boleh_menarik(klien, orang):
    with pytest.raises(TidakBoleh):
        resmi.tarik_resmi(orang("maria").pelaku, [], klien, 2025, uuid.uuid4())
