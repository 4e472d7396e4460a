"""Sesudah keputusan: keberatan dan banding, hukuman yang bertemu, dan catatan bagi I'Dis."""

import uuid
from datetime import date, timedelta

import pytest

from kasuari.aparatur.disiplin import hukum, idis, pekerjaan
from kasuari.aparatur.disiplin.models import BarisIdis, Pemeriksaan
from kasuari.aparatur.disiplin.tests.conftest import PDF, tanda_tangani
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import RiwayatHukuman
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aturan.disiplin import NAMA
from kasuari.dasar.alur.models import Tunggu
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.models import Jejak

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
SENIN = date(2026, 11, 30)
BERLAKU = date(2026, 12, 21)
TIMBANG = {"pertimbangan": "Sudah dibaca."}


@pytest.fixture
def keberatan(sampai, jalan, pimpinan):
    return lambda pada=SENIN: jalan(
        sampai("akhir"), "yosep", "keberatan", pada=pada, berkas=PDF, uraian="Anak saya sakit."
    )


def harian(pada):
    with pada_saat(pada):
        pekerjaan.harian(None)


def test_keberatan_menunda_lalu_dikuatkan_berlaku_sejak_putusannya(keberatan, jalan):
    p = keberatan()
    # atas keputusan kepala dinas, keberatan diputus di atasnya
    assert Tunggu.objects.get(kasus=p.kasus, selesai=None).peran == "pimpinan"
    harian(BERLAKU)
    assert not RiwayatHukuman.objects.exists()
    putus = date(2026, 12, 28)
    jalan(p, "dominggus", "kuatkan", pada=putus, **TIMBANG)
    assert p.kasus.keadaan == "final"
    f = RiwayatHukuman.objects.get()
    assert (f.mulai, p.berlaku, p.fakta) == (putus, putus, f.uid)


def test_keberatan_membatalkan_mencabut_keputusannya_dan_tidak_ada_hukuman(keberatan, jalan):
    p = jalan(keberatan(), "dominggus", "batalkan", pada=SENIN, **TIMBANG)
    assert (p.kasus.keadaan, p.sk.status) == ("dibatalkan", "dicabut")
    harian(BERLAKU)
    assert not RiwayatHukuman.objects.exists()


def test_keberatan_mengubah_menerbitkan_keputusan_baru_dan_mencabut_yang_lama(keberatan, jalan):
    p = keberatan()
    lama = p.sk
    with pytest.raises(MasukanSalah, match="hukuman lain"):
        jalan(p, "dominggus", "ubah", pada=SENIN, hukuman=2, **TIMBANG)
    p = jalan(p, "dominggus", "ubah", pada=SENIN, hukuman=1, **TIMBANG)
    lama.refresh_from_db()
    assert (lama.status, p.sk.penandatangan["nama"], p.hukuman) == ("dicabut", "Dominggus Sowefa", 1)
    tanda_tangani()
    p.sk.refresh_from_db()
    assert p.sk.status == "ditandatangani"
    harian(BERLAKU)
    assert RiwayatHukuman.objects.get(ditutup=None).jenis == "Teguran lisan"


def test_dibatalkan_sesudah_berlaku_menutup_faktanya_sebagai_peristiwa(sampai, jalan, monkeypatch, pimpinan):
    monkeypatch.setattr(hukum, "menunda", lambda upaya: False)
    p = jalan(sampai("akhir"), "yosep", "keberatan", pada=SENIN, uraian="Keliru.")
    harian(BERLAKU)
    p.refresh_from_db()
    fakta = p.fakta
    jalan(p, "dominggus", "batalkan", pada=BERLAKU, **TIMBANG)
    f = RiwayatHukuman.objects.get(uid=fakta)
    assert f.ditutup is not None and f.jejak_tutup is not None and p.fakta is None
    assert Jejak.objects.filter(id=f.jejak_tutup).exists()
    assert [idis.isi(b)["batal"] for b in BarisIdis.objects.order_by("id")] == [False, True]


def test_yang_memeriksa_tidak_memutus_keberatan(keberatan, jalan, orang):
    from kasuari.dasar.akun.models import Hibah

    p = keberatan()
    Hibah.objects.create(
        akun=orang("siti").akun, jejak_id=0, sumber="penunjukan", peran="pimpinan", mulai=date(2020, 1, 1)
    )
    with pytest.raises(TidakBoleh, match="ikut memeriksa"):
        jalan(p, "siti", "kuatkan", pada=SENIN, **TIMBANG)


def test_batas_keberatan_dihitung_sejak_diterima_dan_lewatnya_menetapkan(sampai, jalan):
    p = sampai("sk")
    tanda_tangani()
    selasa = date(2026, 12, 1)
    p = jalan(p, "frans", "sampaikan", pada=selasa, diterima=SENIN, cara="langsung")
    t = Tunggu.objects.get(kasus=p.kasus, selesai=None)
    assert t.tenggat == hukum.tenggat("disiplin_keberatan", SENIN).jatuh_tempo == date(2026, 12, 18)
    harian(t.tenggat + timedelta(days=1))
    p.kasus.refresh_from_db()
    assert p.kasus.keadaan == "final"


def test_pemberhentian_dibanding_ke_bpasn_dan_putusannya_dicatat_dengan_nomor(
    sampai, jalan, orang, monkeypatch
):
    p = sampai("sk")
    tanda_tangani()
    Pemeriksaan.objects.filter(id=p.id).update(hukuman=9, tingkat=hukum.BERAT)
    p = jalan(p, "frans", "sampaikan", pada=SENIN, diterima=SENIN, cara="langsung")
    assert p.kasus.keadaan == "disampaikan_banding"
    p = jalan(p, "yosep", "banding", pada=SENIN, uraian="Tidak setimpal.")
    harian(BERLAKU)
    assert not RiwayatHukuman.objects.exists()
    with pytest.raises(MasukanSalah, match="BPASN"):
        jalan(p, "frans", "kuatkan", pada=BERLAKU, **TIMBANG)
    p = jalan(p, "frans", "ubah", pada=BERLAKU, hukuman=8, nomor="12/BPASN/2026, 18 Desember 2026", **TIMBANG)
    f = RiwayatHukuman.objects.get(ditutup=None)
    assert (f.tingkat, f.jenis, f.mulai) == ("berat", NAMA[8], BERLAKU)


def _berjalan(orang, pelaku_sistem, jenis, tingkat):
    isi = {"tingkat": tingkat, "jenis": jenis}
    baris = [BarisRiwayat(orang("yosep").pegawai.uid, date(2026, 9, 1), isi, sampai=date(2027, 3, 1))]
    pegawai.catat_riwayat(pelaku_sistem, kode="hukuman", baris=baris, kunci=uuid.uuid4())


def test_yang_lebih_ringan_menunggu_yang_berjalan_selesai(sampai, orang, pelaku_sistem):
    _berjalan(orang, pelaku_sistem, NAMA[4], "sedang")
    sampai("akhir")
    harian(BERLAKU)
    baru = RiwayatHukuman.objects.get(ditutup=None, tingkat="ringan")
    assert (baru.mulai, baru.sampai) == (date(2027, 3, 1), date(2027, 3, 2))


def test_yang_lebih_berat_mengakhiri_yang_berjalan(sampai, orang, pelaku_sistem):
    _berjalan(orang, pelaku_sistem, NAMA[4], "sedang")
    p = sampai("akhir")
    Pemeriksaan.objects.filter(id=p.id).update(hukuman=6, tingkat=hukum.SEDANG)
    harian(BERLAKU)
    lama, baru = RiwayatHukuman.objects.filter(ditutup=None).order_by("mulai")
    assert (lama.sampai, baru.mulai, baru.sampai) == (BERLAKU, BERLAKU, date(2027, 12, 21))


def test_mengulangi_pelanggaran_dihukum_lebih_berat(orang, pelaku_sistem):
    p = orang("yosep").pegawai
    d = hukum.Dugaan((hukum.ABSEN,), "Unit kerja", 4, berulang=True)
    with pytest.raises(MasukanSalah, match="bukan ulangan"):
        hukum.timbang(p, d)
    _berjalan(orang, pelaku_sistem, NAMA[3], "ringan")
    assert hukum.timbang(p, d).boleh == (4,)


class Layanan:
    """I'Dis tiruan: menolak yang kedua kali, memberi nomor."""

    def __init__(self):
        self.terima = []

    def kirim(self, isi):
        self.terima.append(isi)
        return f"IDIS-{len(self.terima)}"


def test_catatan_idis_terkirim_sekali_dan_bernomor(sampai, pelaku_sistem):
    sampai("akhir")
    harian(BERLAKU)
    layanan = Layanan()
    assert (idis.kirim(pelaku_sistem, layanan), idis.kirim(pelaku_sistem, layanan)) == (1, 0)
    assert BarisIdis.objects.get().nomor == "IDIS-1"
    assert layanan.terima[0] | {"nip": "", "skNomor": "", "golongan": ""} == {
        "nip": "", "golongan": "", "jenisHukuman": 2, "skNomor": "", "skTanggal": "2026-11-30", "nomorPp": "94/2021",
        "hukumanTanggal": "2026-12-21", "akhirHukumTanggal": "2026-12-22", "masaTahun": 0, "masaBulan": 0, "batal": False,
    }  # fmt: skip


def test_langkah_tanpa_isiannya_lewat_pintu_umum_ditolak(sampai, orang):
    from kasuari.dasar.alur.service import jalankan

    p = sampai("putusan")
    p.kasus.refresh_from_db()
    with pada_saat(SENIN), pytest.raises(MasukanSalah, match="memerlukan isiannya"):
        jalankan(
            orang("yuliana").pelaku,
            kasus=p.kasus_id,
            aksi="jatuhkan",
            versi=p.kasus.versi,
            kunci=uuid.uuid4(),
        )
