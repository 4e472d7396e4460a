"""Layar organisasi: pohon dan unit pada satu tanggal, nama hanya yang terjangkau, dan penataan yang diperiksa dahulu."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.dasar.akun import peristiwa
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.organisasi import selectors, service
from kasuari.dasar.organisasi.models import Unit, UnitKeadaan
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos, BarisUnit

pytestmark = pytest.mark.django_db
POHON = "/kerja/organisasi/"
TATA = "/kerja/organisasi/tata/"


def alamat(kode):
    return reverse("organisasi:unit", args=[Unit.objects.get(kode=kode).uid])


def isian(**ubah):
    return {
        "tindakan": "nama", "unit": "sd1", "nama": "SD Inpres 1", "mulai_hari": "1", "mulai_bulan": "12", "mulai_tahun": "2026",
        "sk_nomor": "Perwali 7 Tahun 2026", "kunci": str(uuid.uuid4()), **ubah,
    }  # fmt: skip


def isi(jawab):
    return jawab.content.decode()


def test_pohon_memuat_semua_unit_dengan_kueri_yang_tidak_tumbuh(layar, pelaku_sistem):
    c = layar("frans")
    c.get(POHON)
    with CaptureQueriesContext(
        connection,
    ) as sedikit:
        assert "Puskesmas Remu" in isi(c.get(POHON))
    banyak_unit = [BarisUnit(f"x{n}", f"SD Inpres {n}", "sekolah", "dik") for n in range(60)]
    service.tata_unit(pelaku_sistem, berlaku=date(2026, 1, 1), baris=banyak_unit, kunci=uuid.uuid4())
    with CaptureQueriesContext(connection) as banyak:
        assert "SD Inpres 59" in isi(c.get(POHON))
    assert len(banyak) == len(sedikit)


def test_nama_pemegang_pos_hanya_yang_terjangkau(layar):
    halaman = isi(layar("siti").get(alamat("sd1")))
    assert "Maria Kandimor" in halaman
    asing = isi(layar("siti").get(alamat("pkm")))
    assert "Ester Mambraku" not in asing
    assert "1 nama di luar jangkauan Anda" in asing and "9 kosong" in asing


def test_membaca_nama_di_halaman_unit_tercatat_bagi_orangnya(layar, orang):
    sebelum = Jejak.objects.count()
    layar("siti").get(alamat("sd1"))
    baru = Jejak.objects.order_by("id")[sebelum:]
    assert [j.jenis for j in baru].count(peristiwa.DILIHAT) == 1


def test_plt_hari_ini_tampak_dan_pos_tetap_kosong(layar, orang, pelaku_sistem):
    service.catat_pos(
        pelaku_sistem, berlaku=date(2020, 1, 1), kunci=uuid.uuid4(),
        baris=[BarisPos("pkm-kepala", "pkm", "Kepala Puskesmas Remu", "pengawas", kepala=True)],
    )  # fmt: skip
    tugas = BarisPenugasan(orang("yosep").orang.uid, date(2026, 11, 1), "pkm-kepala", "plt")
    pegawai.tugaskan(pelaku_sistem, baris=[tugas], kunci=uuid.uuid4())
    halaman = isi(layar("frans").get(alamat("pkm")))
    assert "Yosep Tanagiri (Plt)" in halaman and "0 dari 1 kursi terisi" in halaman
    kemarin = isi(layar("frans").get(alamat("pkm") + "?per_hari=31&per_bulan=10&per_tahun=2026"))
    assert "Yosep" not in kemarin


def test_pos_yang_pindah_unit_tidak_muncul_lagi_di_unit_lamanya(pelaku_sistem):
    pos = "sd1-Guru Ahli Pertama"
    service.catat_pos(
        pelaku_sistem, berlaku=date(2026, 7, 1), kunci=uuid.uuid4(),
        baris=[BarisPos(pos, "dik", "Guru Ahli Pertama", "fungsional")],
    )  # fmt: skip
    sd1 = Unit.objects.get(kode="sd1")
    assert pos not in selectors.pos_pada().filter(unit=sd1).values_list("subjek__kode", flat=True)
    assert pos in selectors.pos_pada(date(2026, 6, 30)).filter(unit=sd1).values_list(
        "subjek__kode", flat=True
    )


def test_ganti_nama_diperiksa_dahulu_lalu_berlaku_pada_tanggalnya(layar):
    c, kirim = layar("frans"), isian()
    periksa = c.post(TATA, kirim)
    assert periksa.status_code == 200 and "Periksa sebelum disimpan" in isi(periksa)
    assert 'name="mulai_tahun" value="2026"' in isi(periksa)
    assert UnitKeadaan.objects.filter(subjek__kode="sd1").count() == 1
    assert c.post(TATA, {**kirim, "simpan": "ya"}).status_code == 302
    assert c.post(TATA, {**kirim, "simpan": "ya"}).status_code == 302  # ditekan dua kali
    assert UnitKeadaan.objects.filter(subjek__kode="sd1").count() == 2
    hari_ini = isi(c.get(alamat("sd1")))
    assert "<h1>SD Negeri 1</h1>" in hari_ini and "Perwali 7 Tahun 2026" in hari_ini
    assert "<h1>SD Inpres 1</h1>" in isi(c.get(alamat("sd1") + "?per_hari=1&per_bulan=12&per_tahun=2026"))


def test_catatan_sampai_kemarin_belum_mengenal_penataan_hari_ini(layar):
    c = layar("frans")
    c.post(TATA, isian(mulai_hari="1", mulai_bulan="1", simpan="ya"))
    assert "<h1>SD Inpres 1</h1>" in isi(c.get(alamat("sd1")))
    dulu = isi(c.get(alamat("sd1") + "?tahu_hari=22&tahu_bulan=11&tahu_tahun=2026"))
    assert "SD Inpres 1" not in dulu


def test_penataan_bertanggal_depan_masuk_pohon_pada_tengah_malamnya(layar):
    from kasuari.dasar.organisasi.pekerjaan import kini_harian

    layar("frans").post(TATA, isian(simpan="ya"))
    assert not selectors.unit_hidup().filter(nama="SD Inpres 1").exists()
    with pada_saat(date(2026, 12, 1)):
        kini_harian(None)
    assert selectors.unit_hidup().filter(nama="SD Inpres 1").exists()


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"tindakan": "pindah", "unit": "dik", "induk": "sd1"}, "Susunan unit berputar"),
        ({"tindakan": "bubar", "unit": "dik"}, "masih berada di bawah unit yang dibubarkan"),
        ({"tindakan": "bubar", "unit": "sd1"}, "Masih ada 3 orang yang memegang pos di unit ini"),
        ({"tindakan": "baru", "kode": "sd1", "jenis": "sekolah", "induk": "dik"}, "Kode ini sudah dipakai"),
        ({"tindakan": "baru", "kode": "SD 1", "jenis": "sekolah", "induk": "dik"}, "huruf kecil"),
        ({"mulai_tahun": "1999"}, "belum ada atau sudah bubar pada tanggal itu"),
        ({"nama": ""}, "Isi atau pilih: nama baru."),
        ({"sk_nomor": ""}, "Isi nomor surat dasar."),
    ],
)
def test_penataan_yang_keliru_ditolak_dengan_kalimat_dan_tidak_ada_yang_tertulis(layar, ubah, kalimat):
    sebelum = UnitKeadaan.objects.count()
    jawab = layar("frans").post(TATA, isian(**ubah, simpan="ya"))
    assert jawab.status_code == 422 and kalimat in isi(jawab)
    assert UnitKeadaan.objects.count() == sebelum


def test_unit_baru_lalu_bubar_tinggal_sejarahnya(layar):
    c = layar("lukas")
    baru = isian(
        tindakan="baru", kode="sd-2", nama="SD Negeri 2", jenis="sekolah", induk="dik", mulai_bulan="1"
    )
    assert c.post(TATA, {**baru, "simpan": "ya"}).status_code == 302
    assert "SD Negeri 2" in isi(c.get(alamat("dik")))
    c.post(TATA, isian(tindakan="bubar", unit="sd-2", mulai_bulan="6", simpan="ya"))
    halaman = isi(c.get(alamat("sd-2")))
    assert "SD Negeri 2 dibubarkan" in halaman and "sudah bubar" in halaman
    assert "SD Negeri 2" not in isi(c.get(POHON))


def test_tanggal_yang_tidak_ada_disebut_dan_halaman_tetap_terbuka(layar):
    jawab = layar("frans").get(POHON + "?per_hari=31&per_bulan=2&per_tahun=2026")
    assert jawab.status_code == 422 and "bukan tanggal yang ada" in isi(jawab)
