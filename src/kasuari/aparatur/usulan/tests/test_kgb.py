"""KGB: tangga gaji menentukan, empat mata, suratnya menulis register, dan mencabutnya mengembalikan semuanya."""

import io
import uuid
from datetime import date

import pytest
from pypdf import PdfReader

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatKgb
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aparatur.usulan import efek, selectors, service
from kasuari.aparatur.usulan.massal import Calon
from kasuari.aparatur.usulan.models import MassalBaris, Usulan
from kasuari.aparatur.usulan.rangka import ambil
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Jejak

pytestmark = pytest.mark.django_db
TMT = date(2027, 4, 1)


def kini(orang, nama):
    return PegawaiKini.objects.get(pegawai=orang(nama).pegawai)


@pytest.mark.lambat
@pytest.mark.dua_db
def test_kgb_berjalan_dari_konsep_sampai_gaji_baru_dan_jatuh_tempo_berikutnya(orang, susun, langkah):
    u = susun("maria")
    assert kini(orang, "maria").kgb_berikut == TMT
    for nama, aksi in (("naomi", "ajukan"), ("frans", "terima"), ("ruth", "setujui")):
        u = langkah(u, nama, aksi)
    assert u.kasus.keadaan == "terbit" and kini(orang, "maria").kgb_berikut == TMT
    jalankan_semua()
    u.refresh_from_db()
    fakta = RiwayatKgb.objects.get(subjek=orang("maria").pegawai, mulai=TMT, ditutup=None)
    # III/b masa kerja 6 tahun, tabel PP 5/2024
    assert (fakta.gaji_pokok, fakta.mk_tahun, fakta.surat, fakta.sk_nomor) == (
        3_186_600,
        6,
        u.surat_id,
        u.surat.nomor_teks,
    )
    assert (
        kini(orang, "maria").kgb_berikut == date(2029, 4, 1) and kini(orang, "maria").gaji_pokok == 3_000_000
    )
    isi = efek.buka_sandi(u.hasil)
    teks = PdfReader(io.BytesIO(surat.baca(u.surat))).pages[0].extract_text()
    for kata in ("Maria Kandimor", "198508012010042003", "Rp3.186.600,00", "1 April 2027", "1 April 2029", "Ruth Kalamiro", u.surat.nomor_teks):  # fmt: skip
        assert kata in " ".join(teks.split())
    assert isi["berikut"] == "2029-04-01"


@pytest.mark.lambat
@pytest.mark.dua_db
def test_mencabut_keputusan_mengembalikan_gaji_lama_sebagai_peristiwa_baru(orang, susun, langkah, cabut):
    u = susun("maria")
    for nama, aksi in (("naomi", "ajukan"), ("frans", "terima"), ("ruth", "setujui")):
        u = langkah(u, nama, aksi)
    jalankan_semua()
    banyak = RiwayatKgb.objects.filter(subjek=orang("maria").pegawai).count()
    langkah(u, "frans", "cabut_usul", "Keliru golongan.")
    with pytest.raises(TidakBoleh) as galat:
        langkah(u, "ruth", "cabut", sudo=False)
    assert galat.value.perlu_sudo
    u = langkah(u, "ruth", "tetap", "Golongannya benar.")
    assert (u.kasus.keadaan, u.hidup) == ("terbit", True)
    u = cabut(u, "Keliru golongan.")
    assert (u.kasus.keadaan, u.surat.status, u.hidup) == ("dicabut", "dicabut", False)
    assert not RiwayatKgb.objects.filter(subjek=orang("maria").pegawai, mulai=TMT, ditutup=None).exists()
    assert RiwayatKgb.objects.filter(subjek=orang("maria").pegawai).count() == banyak
    assert Jejak.objects.filter(jenis="usulan.dicabut").count() == 1
    susun("maria")  # hal yang sama dapat diusulkan lagi


@pytest.mark.lambat
def test_yang_dicabut_sebelum_ditandatangani_tidak_pernah_menulis_riwayat(orang, susun, langkah, cabut):
    u = susun("maria")
    for nama, aksi in (("naomi", "ajukan"), ("frans", "terima"), ("ruth", "setujui")):
        u = langkah(u, nama, aksi)
    u = cabut(u, "Salah orang.")
    jalankan_semua()
    u.refresh_from_db()
    assert u.surat.status == "dicabut"
    assert not RiwayatKgb.objects.filter(subjek=orang("maria").pegawai, mulai=TMT).exists()


def test_penyusun_tidak_dapat_memeriksa_dan_pemeriksa_tidak_dapat_menandatangani(orang, susun, langkah):
    u = susun("maria", oleh="frans")
    u = langkah(u, "frans", "ajukan")
    assert u.kasus.keadaan == "tandatangan"  # konsep BKPSDM langsung ke pejabat di atasnya
    with pytest.raises((TidakBoleh, TidakAda)):
        langkah(u, "frans", "setujui")


def test_menandatangani_meminta_sandi_sekali_lagi(susun, langkah):
    u = langkah(susun("maria", oleh="frans"), "frans", "ajukan")
    with pytest.raises(TidakBoleh) as galat:
        langkah(u, "ruth", "setujui", sudo=False)
    assert galat.value.perlu_sudo


@pytest.mark.dua_db
def test_usulan_yang_sama_tidak_dapat_disusun_dua_kali(susun):
    susun("maria")
    with pytest.raises(MasukanSalah, match="sudah ada"):
        susun("maria")


def test_yang_kurang_tidak_terkirim_dan_disebut(orang, susun, langkah, pelaku_sistem):
    u = susun("maria", tmt=date(2027, 5, 1))
    with pytest.raises(MasukanSalah, match="KGB 1 April 2027 belum diusulkan"):
        langkah(u, "naomi", "ajukan")
    kurang = efek.timbang(susun("maria", tmt=date(2027, 3, 1))).kurang
    assert kurang == ["Menurut masa kerjanya, KGB berikutnya 1 April 2027."]


@pytest.mark.parametrize(("predikat", "terkirim"), [("Baik", True), ("Butuh Perbaikan", False)])
def test_predikat_terakhir_menentukan(orang, susun, langkah, pelaku_sistem, predikat, terkirim):
    from kasuari.aparatur.pegawai.models import RiwayatSkp

    lama = RiwayatSkp.objects.get(subjek=orang("yosep").pegawai, ditutup=None)
    isi = {"tahun": 2025, "predikat": predikat}
    baris = BarisRiwayat(orang("yosep").pegawai.uid, date(2025, 1, 1), isi, sampai=date(2026, 1, 1))
    pegawai.koreksi_riwayat(
        pelaku_sistem, kode="skp", fakta=lama.uid, baris=baris, alasan="Uji", kunci=uuid.uuid4()
    )
    u = susun("yosep")
    if terkirim:
        assert langkah(u, "naomi", "ajukan").kasus.keadaan == "periksa"
    else:
        with pytest.raises(MasukanSalah, match="Butuh Perbaikan, paling rendah Baik"):
            langkah(u, "naomi", "ajukan")


def test_golongan_iv_ditandatangani_pejabat_lain_dan_yang_belum_ada_disebut(susun, langkah):
    u = langkah(susun("yuliana", oleh="frans"), "frans", "buang")
    assert u.kasus.keadaan == "batal" and not u.hidup
    with pytest.raises(MasukanSalah, match="sekda"):
        langkah(susun("yuliana", oleh="frans"), "frans", "ajukan")


def test_usulan_tentang_diri_sendiri_disusun_orang_lain(orang, susun):
    with pytest.raises(TidakBoleh, match="disusun orang lain"):
        susun("naomi", oleh="naomi")
    with pytest.raises(TidakBoleh):
        susun("frans", oleh="frans")


def test_konsep_hanya_bagi_mejanya_dan_unit_lain_tidak_menemukannya(orang, susun, langkah):
    u = susun("maria")
    assert selectors.usulan(orang("naomi").pelaku, u.id).id == u.id
    for nama in ("maria", "frans", "ruth", "yosep", "dominggus", "lukas"):
        with pytest.raises(TidakAda):
            selectors.usulan(orang(nama).pelaku, u.id)
    u = langkah(u, "naomi", "ajukan")
    for nama in ("maria", "frans", "ruth", "naomi"):
        assert selectors.usulan(orang(nama).pelaku, u.id)
    for nama in ("yosep", "siti", "dominggus", "lukas", "ester"):
        with pytest.raises(TidakAda):
            selectors.usulan(orang(nama).pelaku, u.id)


def test_pengelola_unit_lain_tidak_dapat_menyusun(orang, susun):
    with pytest.raises((TidakAda, TidakBoleh)):
        susun("ester", oleh="naomi")


def test_dua_pemeriksa_dengan_versi_lama_satu_saja_yang_tercatat(susun, langkah):
    u = langkah(susun("maria"), "naomi", "ajukan")
    langkah(u, "frans", "terima", versi=1)
    with pytest.raises((BedaVersi, TidakBoleh)):
        langkah(u, "frans", "terima", versi=1)


def test_daftar_jatuh_tempo_menurut_jangka_dan_jangkauan(orang, susun):
    j = ambil("kgb")
    assert list(selectors.jatuh_tempo(orang("naomi").pelaku, j, 90)) == []
    nama = [k.nama for k in selectors.jatuh_tempo(orang("naomi").pelaku, j, 180)]
    assert {"Maria Kandimor", "Yosep Tanagiri", "Siti Rahmawati"} <= set(nama)
    assert "Naomi Lobatin" not in nama and "Ester Mambraku" not in nama
    u = susun("maria")
    baris = {k.nama: k.usulan_id for k in selectors.jatuh_tempo(orang("frans").pelaku, j, 180)}
    assert baris["Maria Kandimor"] == u.id and baris["Ester Mambraku"] is None


def test_kueri_daftar_jatuh_tempo_tetap_berapa_pun_orangnya(orang, django_assert_num_queries):
    from kasuari.aparatur.usulan import massal

    pelaku = orang("frans").pelaku
    for n in (2, 7):
        isi = list(selectors.jatuh_tempo(pelaku, ambil("kgb"), 365).filter(tmt=TMT)[:n])
        with django_assert_num_queries(8):  # orang, lima jenis fakta, ketentuan hari ini dan hari TMT
            massal.kekurangan("kgb", isi)


@pytest.mark.lambat
@pytest.mark.dua_db
def test_banyak_sekaligus_yang_kurang_disebut_dan_tidak_menahan_yang_lain(orang, banyak, langkah):
    calon = [
        Calon(orang(n).pegawai.uid, t)
        for n, t in (("maria", TMT), ("yosep", TMT), ("siti", date(2027, 3, 1)))
    ]
    hasil = banyak("naomi", jenis="kgb", calon=calon)
    assert [b.hasil for b in hasil.baris] == ["selesai", "selesai", "gagal"]
    assert "KGB berikutnya 1 April 2027" in efek.buka_sandi(hasil.baris[2].pesan)
    assert not Usulan.objects.filter(pegawai=orang("siti").pegawai).exists()
    usulan = [b.usulan_id for b in hasil.baris[:2]]
    for nama, aksi in (("naomi", "ajukan"), ("frans", "terima"), ("ruth", "setujui")):
        assert [b.hasil for b in banyak(nama, aksi=aksi, usulan=usulan).baris] == ["selesai", "selesai"]
    assert RiwayatKgb.objects.filter(mulai=TMT, ditutup=None).count() == 2
    with pytest.raises(TidakBoleh, match="tidak lagi menunggu"):
        banyak("ruth", aksi="setujui", usulan=usulan)


def test_baris_yang_sudah_dikerjakan_tidak_dikerjakan_lagi(orang, banyak):
    from kasuari.aparatur.usulan import massal

    hasil = banyak("naomi", jenis="kgb", calon=[Calon(orang("maria").pegawai.uid, TMT)])
    massal.kerjakan(f"{hasil.id}|1")
    assert Usulan.objects.filter(pegawai=orang("maria").pegawai).count() == 1
    assert MassalBaris.objects.get(massal=hasil.id).hasil == "selesai"


def test_tindakan_banyak_milik_orang_lain_tidak_ada(orang, banyak):
    from kasuari.aparatur.usulan import massal

    hasil = banyak("naomi", jenis="kgb", calon=[Calon(orang("maria").pegawai.uid, TMT)])
    with pytest.raises(TidakAda):
        massal.satu(orang("frans").pelaku, hasil.id)


def test_kiriman_yang_sama_dua_kali_satu_usulan(orang, db):
    kunci = uuid.uuid4()
    isi = {"jenis": "kgb", "pegawai": orang("maria").pegawai.uid, "tmt": TMT, "isian": {}, "berkas": {}}
    a = service.susun(orang("naomi").pelaku, **isi, kunci=kunci)
    b = service.susun(orang("naomi").pelaku, **isi, kunci=kunci)
    assert a.uid == b.uid and b.ulang and Usulan.objects.count() == 1
