"""Mencabut keputusan: yang menetapkan yang mencabut, dengan keputusan bernomor, dan tidak menyisakan yang dibangun di atasnya."""

import io
import uuid
from datetime import date

import pytest
from pypdf import PdfReader

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import RiwayatGolongan
from kasuari.aparatur.usulan.tests.test_mutasi import ISI
from kasuari.aparatur.usulan.tests.test_pangkat import TMT, sampai_terbit, yosep  # noqa: F401 - fixture
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.organisasi.models import Penugasan
from kasuari.dasar.organisasi.service import BarisPenugasan

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
KGB = date(2027, 4, 1)


def kgb_terbit(u, langkah):
    for nama, aksi in (("naomi", "ajukan"), ("frans", "terima"), ("ruth", "setujui")):
        u = langkah(u, nama, aksi)
    jalankan_semua()
    u.refresh_from_db()
    return u


@pytest.fixture
def naik(yosep, sekda, susun, langkah, berkas):  # noqa: F811
    """Kenaikan pangkat Yosep yang ditandatangani Sekretaris Daerah, lalu KGB di atasnya."""
    u = sampai_terbit(susun("yosep", "pangkat_reguler", tmt=TMT, berkas=berkas("sk_pangkat")), langkah)
    return u, kgb_terbit(susun("yosep", "kgb", tmt=KGB), langkah)


def test_yang_dibangun_di_atasnya_dicabut_lebih_dulu(naik, orang, langkah, cabut):
    pangkat, kgb = naik
    with pytest.raises(MasukanSalah, match=f"gaji berkala.*{kgb.surat.nomor_teks}.*Cabut yang itu"):
        langkah(pangkat, "ruth", "cabut_usul", "Keliru.")
    assert RiwayatGolongan.objects.filter(subjek=orang("yosep").pegawai, mulai=TMT, ditutup=None).exists()
    assert cabut(kgb, "Keliru.").kasus.keadaan == "dicabut"
    assert cabut(pangkat, "Keliru.").kasus.keadaan == "dicabut"
    assert not RiwayatGolongan.objects.filter(subjek=orang("yosep").pegawai, mulai=TMT, ditutup=None).exists()


def test_kepala_bkpsdm_hanya_mengusulkan_dan_penandatangannya_mencabut_dengan_keputusan_bernomor(
    naik, langkah, cabut
):
    pangkat, kgb = naik
    cabut(kgb, "Keliru.")
    with pytest.raises((TidakBoleh, TidakAda)):
        langkah(pangkat, "frans", "cabut_usul", "Keliru masa kerja.")
    with pytest.raises(MasukanSalah, match="tidak dapat dicetak"):
        langkah(pangkat, "ruth", "cabut_usul", "Keliru 🙏")
    u = langkah(pangkat, "ruth", "cabut_usul", "Keliru masa kerja.")
    assert (u.kasus.keadaan, u.surat.status) == ("pencabutan", "ditandatangani")
    with pytest.raises((TidakBoleh, TidakAda)):
        langkah(u, "ruth", "cabut")
    u = langkah(u, "dominggus", "cabut")
    jalankan_semua()
    u.refresh_from_db()
    assert (u.kasus.keadaan, u.surat.status) == ("dicabut", "dicabut")
    assert u.pencabutan.seri == "sk_pencabutan" and u.pencabutan.nomor_teks in u.surat.alasan_cabut
    halaman = PdfReader(io.BytesIO(surat.baca(u.pencabutan))).pages
    teks = " ".join(" ".join(h.extract_text() for h in halaman).split())
    for kata in (
        "PENCABUTAN",
        u.surat.nomor_teks,
        "Keliru masa kerja;",
        "Yosep Tanagiri",
        "Dominggus Sowefa",
        "Pasal 64",
    ):
        assert kata in teks, kata


def test_pengusulnya_tidak_memutus_dan_surat_yang_sedang_ditandatangani_tetap_menulis_riwayat(
    orang, susun, langkah
):
    u = susun("maria")
    for nama, aksi in (("naomi", "ajukan"), ("frans", "terima"), ("ruth", "setujui")):
        u = langkah(u, nama, aksi)
    u = langkah(u, "frans", "cabut_usul", "Keliru.")
    with pytest.raises((TidakBoleh, TidakAda)):
        langkah(u, "frans", "cabut")
    jalankan_semua()
    u = langkah(u, "ruth", "tetap", "Sudah benar.")
    assert (u.surat.status, u.kasus.keadaan) == ("ditandatangani", "terbit") and u.perubahan


def test_kursi_yang_sudah_diisi_orang_lain_tidak_diduduki_berdua(
    orang, susun, langkah, cabut, kursi, setda, pelaku_sistem
):
    asal = kursi("sd1", "Kepala Tata Usaha", "pengawas")
    lama = BarisPenugasan(orang("maria").orang.uid, date(2024, 1, 1), asal)
    pegawai.tetapkan_pemegang(pelaku_sistem, baris=lama, kunci=uuid.uuid4())
    ke = kursi("sd4", "Guru Kelas Ahli Pertama", "fungsional", formasi=2)
    u = susun("maria", "mutasi", pos=ke, **ISI)
    for nama, aksi in (("naomi", "ajukan"), ("frans", "terima"), ("ruth", "paraf"), ("otniel", "setujui")):
        u = langkah(u, nama, aksi)
    jalankan_semua()
    pengganti = BarisPenugasan(orang("yosep").orang.uid, date(2027, 2, 1), asal)
    tugas = pegawai.tetapkan_pemegang(pelaku_sistem, baris=pengganti, kunci=uuid.uuid4())
    with pytest.raises(MasukanSalah, match="sudah dipegang Yosep Tanagiri"):
        cabut(u, "Kebutuhannya sudah terisi.")
    definitif = Penugasan.objects.filter(pos__kode=asal, jenis="definitif", ditutup=None, sampai=None)
    assert [t.uid for t in definitif] == [tugas.uid]
