"""STR, SIP, dan surat berjangka: dicatat, segera berakhir, digantikan, dan dikabarkan kepada pemiliknya."""

import uuid
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kasuari.aparatur.pegawai import service, surat_izin
from kasuari.aparatur.pegawai.models import RiwayatKontrak, RiwayatSuratIzin
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.kabar.models import Pesan
from kasuari.dasar.kabar.templat import susun

pytestmark = pytest.mark.django_db
SIP = {"jenis": "sip", "nomor": "SIP/7/2024", "penerbit": "Dinas Kesehatan", "keterangan": "Puskesmas Remu"}


@pytest.fixture
def surat(orang, pelaku_sistem):
    """surat("ester", mulai, sampai, **isi) -> fakta."""

    def satu(nama, mulai, sampai=None, **isi):
        baris = BarisRiwayat(orang(nama).pegawai.uid, mulai, {**SIP, **isi}, sampai=sampai)
        hasil = service.catat_riwayat(pelaku_sistem, kode="surat_izin", baris=[baris], kunci=uuid.uuid4())
        return RiwayatSuratIzin.objects.get(uid=hasil.uid)

    return satu


def daftar(pelaku, hari=180):
    return [(f.subjek.kini.nama, f.nomor) for f in surat_izin.berakhir(pelaku, hari)]


def test_yang_segera_berakhir_dan_yang_lewat_disebut_sampai_ada_penggantinya(orang, surat):
    surat("ester", date(2022, 1, 1), date(2026, 12, 24))  # hari terakhir 23 Desember: tepat 30 hari
    surat("ester", date(2022, 1, 1), None, jenis="str", nomor="STR-1")  # seumur hidup
    frans = orang("frans").pelaku
    assert daftar(frans, 30) == [("Ester Mambraku", "SIP/7/2024")] and daftar(frans, 29) == []
    with pada_saat(date(2027, 3, 1)):
        assert daftar(frans, 30) == [("Ester Mambraku", "SIP/7/2024")]  # sudah lewat tetap disebut
    surat("ester", date(2026, 11, 20), date(2031, 11, 20), nomor="SIP/8/2026")
    assert daftar(frans) == []
    surat("ester", date(2024, 1, 1), date(2026, 12, 1), keterangan="Klinik lain", nomor="SIP/9")
    assert daftar(frans) == [("Ester Mambraku", "SIP/9")]  # tempat praktik lain bukan penggantinya


def test_hanya_pengelola_dan_atasan_dalam_jangkauannya_dan_kuerinya_tetap(orang, surat, layar):
    surat("ester", date(2022, 1, 1), date(2026, 12, 24))
    assert daftar(orang("naomi").pelaku) == [] and len(daftar(orang("dominggus").pelaku)) == 1
    with pytest.raises(TidakBoleh):
        surat_izin.berakhir(orang("maria").pelaku, 30)

    def kueri():
        with CaptureQueriesContext(connection) as q:
            assert layar("frans").get("/kerja/pegawai/surat-izin/").status_code == 200
        return len(q)

    satu = kueri()
    for n in range(3):
        surat("yosep", date(2022, 1, 1), date(2026, 12, 24), nomor=f"S-{n}", keterangan=str(n))
    assert kueri() == satu


def test_pemiliknya_dikabari_sekali_tiap_ambang(orang, surat):
    surat("ester", date(2022, 1, 1), date(2026, 12, 24))
    surat("yosep", date(2022, 1, 1), date(2028, 1, 1))  # masih jauh
    assert surat_izin.ingatkan() == 1 == surat_izin.ingatkan()
    (p,) = Pesan.objects.filter(templat=surat_izin.BERAKHIR)
    assert p.orang == orang("ester").orang.uid
    assert susun(p.templat, p.data)[0] == "Surat izin praktik (SIP) Anda berakhir 23-12-2026"
    assert susun(p.templat, p.data, "en")[0] == "Your practice licence (SIP) ends on 23-12-2026"
    with pada_saat(date(2026, 11, 24)):
        surat_izin.ingatkan()  # ambang yang sama
    assert Pesan.objects.filter(templat=surat_izin.BERAKHIR).count() == 1


@pytest.mark.parametrize(
    ("salah", "kalimat"),
    [({"jenis": "ktp"}, "jenis 'ktp' tidak dikenal"), ({"nomor": " "}, "Nomor surat kosong"), ({"penerbit": ""}, "Penerbit surat kosong")],
)  # fmt: skip
def test_surat_yang_cacat_ditolak_dengan_kalimat(surat, salah, kalimat):
    with pytest.raises(MasukanSalah, match=kalimat):
        surat("ester", date(2022, 1, 1), **salah)


def test_tampil_di_lembar_dan_di_layarnya(orang, surat, layar):
    surat("ester", date(2022, 1, 1), date(2026, 12, 24))
    lembar = layar("frans").get(f"/kerja/pegawai/{orang('ester').pegawai.uid}/").text
    assert "STR, SIP, dan surat berjangka" in lembar and "SIP/7/2024" in lembar
    isi = layar("frans").get("/kerja/pegawai/surat-izin/?hari=30").text
    assert "berlaku sampai 23 Desember 2026" in isi and "segera berakhir" in isi
    assert "/kerja/pegawai/surat-izin/" in layar("frans").get("/kerja/usulan/jatuh-tempo/").text


def test_fakta_berjangka_hanya_dapat_ditutup_sekali_di_basis_data(orang, surat, pelaku_sistem):
    f = surat("ester", date(2022, 1, 1))
    isi = {"nomor": "PK-1", "ke": 1, "jenis": "paruh_waktu", "upah": 2_000_000}
    baris = BarisRiwayat(orang("amos").pegawai.uid, date(2026, 1, 1), isi, sampai=date(2027, 1, 1))
    k = service.catat_riwayat(pelaku_sistem, kode="kontrak", baris=[baris], kunci=uuid.uuid4())
    for qs, ubah in (
        (RiwayatSuratIzin.objects.filter(id=f.id), {"nomor": "lain"}),
        (RiwayatKontrak.objects.filter(uid=k.uid), {"upah": 1}),
        (RiwayatKontrak.objects.filter(uid=k.uid), {"ke": 2}),
    ):
        with pytest.raises(DatabaseError, match="hanya boleh ditutup sekali"), transaction.atomic():
            qs.update(**ubah)
