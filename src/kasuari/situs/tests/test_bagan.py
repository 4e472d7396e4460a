"""Bagan organisasi per cabang, pelaksana hari ini, dan jabatan kosong: siapa, sejak kapan, apa yang tertahan."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kasuari.aparatur.cuti import service as cuti
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.dasar.organisasi import selectors, service
from kasuari.dasar.organisasi.models import Penugasan, Unit
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos, BarisUnit, Dasar

pytestmark = pytest.mark.django_db
BAGAN = "/kerja/organisasi/bagan/"


def cabang(kode):
    return reverse("organisasi:bagan_cabang", args=[Unit.objects.get(kode=kode).uid])


def isi(jawab):
    return jawab.content.decode()


@pytest.fixture
def kepala_pkm(pelaku_sistem):
    baris = [BarisPos("pkm-kepala", "pkm", "Kepala Puskesmas Remu", "pengawas", kepala=True)]
    service.catat_pos(pelaku_sistem, berlaku=date(2021, 3, 1), baris=baris, kunci=uuid.uuid4())


def akhiri(pelaku, orang, sampai):
    t = Penugasan.objects.get(subjek=orang.orang, ditutup=None)
    pegawai.akhiri_tugas(pelaku, tugas=t.uid, sampai=sampai, dasar=Dasar("SK 1"), kunci=uuid.uuid4())


def pelaksana(pelaku, orang, pos, mulai, sampai=None, jenis="plt"):
    baris = [BarisPenugasan(orang.orang.uid, mulai, pos, jenis, sampai)]
    pegawai.tugaskan(pelaku, baris=baris, kunci=uuid.uuid4())


def test_cabang_menampilkan_unit_anaknya_dan_pimpinan_masing_masing(layar):
    c = layar("frans")
    akar = isi(c.get(BAGAN))
    assert "Pemerintah Kota Contoh" in akar and "Dominggus Sowefa" in akar and "SD Negeri 1" not in akar
    assert cabang("dik") in akar and cabang("insp") not in akar  # yang tidak bercabang langsung ke unitnya
    dik = isi(c.get(cabang("dik")))
    assert "Siti Rahmawati" in dik and "Yuliana Wamafri" in dik and "Dominggus" not in dik
    assert c.get(reverse("organisasi:bagan_cabang", args=[uuid.uuid4()])).status_code == 404


def test_kueri_bagan_tidak_tumbuh_bersama_pohonnya(layar, pelaku_sistem):
    c = layar("frans")
    c.get(cabang("dik"))
    with CaptureQueriesContext(connection) as sedikit:
        c.get(cabang("dik"))
    unit = [BarisUnit(f"x{n}", f"SD Inpres {n:02d}", "sekolah", "dik") for n in range(40)]
    service.tata_unit(pelaku_sistem, berlaku=date(2026, 1, 1), baris=unit, kunci=uuid.uuid4())
    pos = [
        BarisPos(f"x{n}-k", f"x{n}", f"Kepala SD Inpres {n:02d}", "pengawas", kepala=True) for n in range(40)
    ]
    service.catat_pos(pelaku_sistem, berlaku=date(2026, 1, 1), baris=pos, kunci=uuid.uuid4())
    with CaptureQueriesContext(connection) as banyak:
        halaman = isi(c.get(cabang("dik")))
    assert "Kepala SD Inpres 05" in halaman and "SD Inpres 39" not in halaman
    assert "SD Inpres 39" in isi(c.get(cabang("dik") + "?hal=2"))
    assert len(banyak) <= len(sedikit) + 2  # dua kueri kapan kosong, berapa pun posnya
    assert len(banyak) <= 20


def test_pos_yang_belum_pernah_dipegang_kosong_sejak_ada(layar, kepala_pkm):
    assert "Kosong sejak 1 Maret 2021" in isi(layar("frans").get(cabang("kes")))


def test_pos_yang_ditinggalkan_kosong_sejak_pemegang_terakhirnya_dan_plt_tidak_mengisi_kursi(
    layar, orang, pelaku_sistem
):
    akhiri(pelaku_sistem, orang("siti"), date(2026, 10, 1))
    kosong = isi(layar("frans").get(cabang("dik")))
    assert "Kosong sejak 1 Oktober 2026" in kosong
    pelaksana(pelaku_sistem, orang("yosep"), "sd1-Kepala SD Negeri 1", date(2026, 11, 1), date(2027, 2, 1))
    terisi = isi(layar("frans").get(cabang("dik")))
    assert "Kosong sejak 1 Oktober 2026" in terisi and "Yosep Tanagiri" in terisi and ">Plt<" in terisi
    dulu = isi(layar("frans").get(cabang("dik") + "?per_hari=1&per_bulan=9&per_tahun=2026"))
    assert "Siti Rahmawati" in dulu and "Kosong sejak" not in dulu


def test_nama_pimpinan_di_luar_jangkauan_tidak_disebut(layar):
    akar = isi(layar("siti").get(BAGAN))
    assert "Dominggus" not in akar and "Nama di luar jangkauan Anda" in akar


def test_pelaksana_hari_ini_dengan_tanggalnya(layar, orang, pelaku_sistem, kepala_pkm):
    pelaksana(pelaku_sistem, orang("yosep"), "pkm-kepala", date(2026, 11, 1), date(2027, 2, 1))
    pelaksana(pelaku_sistem, orang("naomi"), "pkm-kepala", date(2026, 1, 1), date(2026, 11, 1), "plh")
    halaman = isi(layar("frans").get(reverse("organisasi:sementara")))
    assert "Yosep Tanagiri · mulai 1 November 2026, sampai 31 Januari 2027" in halaman
    assert "Naomi" not in halaman  # berakhir pada 1 November
    assert "Yosep" not in isi(layar("dominggus").get(reverse("organisasi:sementara")))


def test_jabatan_kosong_yang_menahan_pengajuan_disebut_paling_atas(layar, orang, pelaku_sistem, kepala_pkm):
    rincian = {
        "alasan": "Keluarga",
        "alamat": "Remu",
        "telepon": "",
        "anak_ke": None,
        "keperluan_agama": False,
    }
    cuti.ajukan(
        orang("maria").pelaku, kunci=uuid.uuid4(),
        isi=cuti.IsiCuti("tahunan", date(2026, 12, 14), date(2026, 12, 16), rincian),
    )  # fmt: skip
    alamat = reverse("organisasi:kosong")
    assert "menunggu jabatan ini" not in isi(layar("frans").get(alamat))
    akhiri(pelaku_sistem, orang("siti"), date(2026, 11, 1))
    halaman = isi(layar("frans").get(alamat))
    assert (
        "1 pengajuan menunggu jabatan ini" in halaman
        and "Dinas Pendidikan · sejak 1 November 2026" in halaman
    )
    assert halaman.index("Kepala SD Negeri 1") < halaman.index("Kepala Puskesmas Remu")
    pelaksana(pelaku_sistem, orang("yosep"), "sd1-Kepala SD Negeri 1", date(2026, 11, 10), date(2027, 2, 1))
    halaman = isi(layar("frans").get(alamat))
    assert "menunggu jabatan ini" not in halaman and "Plt: Yosep Tanagiri" in halaman


def test_pos_yang_dihapus_lalu_diadakan_lagi_kosong_sejak_diadakan_lagi(kepala_pkm, pelaku_sistem):
    for hari, hapus in ((date(2022, 1, 1), True), (date(2024, 5, 1), False)):
        pos = BarisPos("pkm-kepala", "pkm", "Kepala Puskesmas Remu", "pengawas", kepala=True, hapus=hapus)
        service.catat_pos(pelaku_sistem, berlaku=hari, baris=[pos], kunci=uuid.uuid4())
    (k,) = [k for k, _n in selectors.lowong() if k.subjek.kode == "pkm-kepala"]
    assert selectors.kosong_sejak([k.subjek_id]) == {k.subjek_id: date(2024, 5, 1)}


def test_wakil_lewat_pelimpahan_ikut_tersebut_dan_diberi_tahu(layar, orang, pelaku_sistem):
    from tests.benda_izin import aparatur

    from kasuari.dasar.akun.models import Hibah
    from kasuari.dasar.alur.kabar import orang_ditunggu
    from kasuari.dasar.alur.models import Tunggu

    asal = Hibah.objects.get(akun=orang("siti").akun, peran="atasan")
    Hibah.objects.create(
        akun=orang("yosep").akun, peran="atasan", unit=asal.unit, mulai=date(2026, 11, 1), sampai=date(2026, 12, 1),
        sumber="plh", atas_nama_hibah=asal, jejak_id=0,
    )  # fmt: skip
    halaman = isi(layar("frans").get(reverse("organisasi:sementara")))
    assert "Mewakili Siti Rahmawati" in halaman and "Yosep Tanagiri" in halaman
    c = aparatur.permohonan_cuti("maria")
    tunggu = Tunggu.objects.get(kasus=c.kasus, selesai=None)
    assert set(orang_ditunggu(tunggu)) == {orang("siti").orang.uid, orang("yosep").orang.uid}
