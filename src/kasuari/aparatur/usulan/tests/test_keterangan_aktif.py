"""Surat keterangan aktif: terbit seketika atas mandat, dibatasi sehari, dan tidak pernah atas mandat dirinya sendiri."""

import io
import uuid
from datetime import date

import pytest
from pypdf import PdfReader

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aparatur.usulan import efek
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aturan.tests.bantu import andaikan
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi.service import BarisPenugasan

pytestmark = pytest.mark.django_db
KODE = "keterangan_aktif"


@pytest.mark.lambat
def test_dua_ketukan_dan_suratnya_terbit_atas_mandat(layar, orang):
    c = layar("maria")
    beranda = c.get("/kerja/").content.decode()
    assert "/kerja/usulan/ajukan/keterangan_aktif/" in beranda  # ketukan pertama
    jawab = c.post(f"/kerja/usulan/ajukan/{KODE}/", {"guna": "bank", "lain": "", "kunci": str(uuid.uuid4())})
    u = Usulan.objects.select_related("surat", "kasus").get()
    assert jawab.status_code == 302 and (u.kasus.keadaan, u.surat.status) == ("terbit", "disiapkan")
    jalankan_semua()
    u.surat.refresh_from_db()
    teks = " ".join(PdfReader(io.BytesIO(surat.baca(u.surat))).pages[0].extract_text().split())
    for kata in (
        "SURAT KETERANGAN AKTIF", u.surat.nomor_teks, "Maria Kandimor", "198508012010042003", "Penata Muda Tingkat I (III/b)",
        "Guru Ahli Pertama", "Pegawai Negeri Sipil pada Pemerintah Kota Contoh", "urusan perbankan", "Ruth Kalamiro",
        "Kepala BKPSDM", "23 November 2026",
    ):  # fmt: skip
        assert kata in teks, kata
    assert c.get(f"/kerja/usulan/{u.id}/surat/").status_code == 200


def test_plh_yang_sedang_bertugas_yang_tertulis(orang, ajukan, pelaku_sistem):
    baris = BarisPenugasan(
        orang("frans").orang.uid, date(2026, 11, 20), "bkpsdm-Kepala BKPSDM", "plh", date(2026, 12, 1)
    )
    pegawai.tugaskan(pelaku_sistem, baris=[baris], kunci=uuid.uuid4())
    u = ajukan("maria", KODE, guna="umum")
    assert u.surat.penandatangan == {
        "nama": "Frans Nauritel",
        "nip": "198802092012011006",
        "jabatan": "Plh. Kepala BKPSDM",
    }


def test_pemberi_mandat_tidak_menandatangani_tentang_dirinya(orang, ajukan, pelaku_sistem):
    with pytest.raises(MasukanSalah, match="sekda"):  # naik ke sekda, yang di kota kecil belum ada
        ajukan("ruth", KODE, guna="umum")
    baris = BarisPenugasan(
        orang("frans").orang.uid, date(2026, 11, 20), "bkpsdm-Kepala BKPSDM", "plh", date(2026, 12, 1)
    )
    pegawai.tugaskan(pelaku_sistem, baris=[baris], kunci=uuid.uuid4())
    u = ajukan("frans", KODE, guna="umum")
    assert (u.kasus.keadaan, u.surat) == ("periksa", None)


@pytest.fixture
def tanpa_mandat(monkeypatch):
    asli = ketentuan.buku
    monkeypatch.setattr(ketentuan, "buku", lambda h: andaikan(asli(h), "usulan_mandat", "", "kepala_bkpsdm"))


def test_tanpa_mandat_ia_menunggu_seperti_surat_lain(ajukan, langkah, tanpa_mandat):
    u = ajukan("maria", KODE, guna="umum")
    assert u.kasus.keadaan == "unit"
    u = langkah(langkah(langkah(u, "naomi", "teruskan"), "frans", "terima"), "ruth", "setujui")
    assert u.kasus.keadaan == "terbit" and u.surat.penandatangan["nama"] == "Ruth Kalamiro"


def test_paling_banyak_tiga_sehari_dan_besok_boleh_lagi(ajukan):
    nomor = [ajukan("maria", KODE, guna="umum").surat.nomor for _n in range(3)]
    assert nomor == [nomor[0], nomor[0] + 1, nomor[0] + 2]
    with pytest.raises(MasukanSalah, match="Hari ini sudah 3 surat"):
        ajukan("maria", KODE, guna="umum")
    ajukan("yosep", KODE, guna="umum")
    with pada_saat(date(2026, 11, 24)):
        ajukan("maria", KODE, guna="umum")


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({}, "Pilih untuk apa"),
        ({"guna": "entah"}, "Pilih untuk apa"),
        ({"guna": "lain", "lain": "  "}, "Tulis keperluannya"),
        (
            {"guna": "lain", "lain": "kredit. Pemerintah menjamin pelunasan pinjamannya"},
            "satu keterangan pendek",
        ),
        ({"guna": "lain", "lain": "kredit " * 9}, "paling banyak 60 huruf"),
    ],
)
def test_tujuan_yang_kosong_atau_asing_ditolak(ajukan, isian, pesan):
    with pytest.raises(MasukanSalah, match=pesan):
        ajukan("maria", KODE, **isian)
    assert not Usulan.objects.exists()


def test_keperluan_yang_ditulis_sendiri_dibaca_petugas_dulu(ajukan, langkah):
    u = ajukan("maria", KODE, guna="lain", lain="pengurusan visa")
    assert (u.kasus.keadaan, u.surat) == ("unit", None) and "ditulis sendiri" in efek.timbang(u).ingat[0]
    u = langkah(langkah(langkah(u, "naomi", "teruskan"), "frans", "terima"), "ruth", "setujui")
    assert u.kasus.keadaan == "terbit"


@pytest.mark.parametrize(
    ("kedudukan", "bunyi"),
    [
        ("01", "aktif melaksanakan tugas"),
        ("03", "sedang menjalankan tugas belajar"),
        ("20", "sedang menjalani masa persiapan pensiun"),
    ],
)
def test_yang_diterangkan_menurut_kedudukannya(orang, ajukan, kedudukan, bunyi):
    PegawaiKini.objects.filter(pegawai=orang("maria").pegawai).update(kedudukan=kedudukan)
    u = Usulan.objects.select_related("surat").get(id=ajukan("maria", KODE, guna="umum").id)
    teks = str(surat.isi(u.surat))
    assert bunyi in teks
    assert ("aktif melaksanakan" in teks) == (kedudukan == "01")


def test_kedudukan_lain_tidak_diterangkan_aktif(orang, ajukan):
    PegawaiKini.objects.filter(pegawai=orang("maria").pegawai).update(kedudukan="04")
    with pytest.raises(MasukanSalah, match="bukan aktif"):
        ajukan("maria", KODE, guna="umum")


def test_yang_sudah_tidak_aktif_saat_ditandatangani_tidak_mendapatnya(
    orang, ajukan, langkah, tanpa_mandat, pelaku_sistem
):
    u = langkah(langkah(ajukan("maria", KODE, guna="umum"), "naomi", "teruskan"), "frans", "terima")
    isi = {"jenis": "pns", "kedudukan": "02"}
    baris = BarisRiwayat(orang("maria").pegawai.uid, date(2026, 11, 1), isi)
    pegawai.buka_riwayat(pelaku_sistem, "status", [baris])
    with pytest.raises(MasukanSalah, match="bukan aktif"):
        langkah(u, "ruth", "setujui")


@pytest.mark.lambat
def test_surat_yang_dicabut_disebut_dicabut(ajukan, cabut):
    u = ajukan("maria", KODE, guna="umum")
    jalankan_semua()
    u = cabut(u, "Data jabatannya keliru.")
    assert (u.kasus.keadaan, u.surat.status) == ("dicabut", "dicabut")
