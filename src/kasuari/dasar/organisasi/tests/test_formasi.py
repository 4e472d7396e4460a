"""Formasi: kebutuhan bertanggal di atas dua garis waktu; yang belum dicatat belum ditetapkan."""

import uuid
from datetime import date

import pytest

from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakBoleh
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.organisasi import formasi, selectors
from kasuari.dasar.organisasi.formasi import BarisFormasi
from kasuari.dasar.organisasi.models import Formasi, JabatanFormasi, nama_jabatan
from kasuari.dasar.organisasi.service import Dasar

pytestmark = pytest.mark.django_db
GURU = "Guru Ahli Pertama"


def catat(pelaku, *baris, berlaku=date(2026, 1, 1), kunci=None):
    return formasi.catat_formasi(
        pelaku, berlaku=berlaku, baris=baris, dasar=Dasar("Kepwal 12/2026"), kunci=kunci or uuid.uuid4()
    )


def kebutuhan(pada=None, diketahui=None):
    return {f.subjek.kunci: f.kebutuhan for f in selectors.formasi_pada(pada, diketahui)}


def test_kebutuhan_berlaku_sejak_tanggalnya_dan_sebelumnya_belum_ditetapkan(orang):
    frans = orang("frans").pelaku
    catat(frans, BarisFormasi("sd1", GURU, 5, jenis="fungsional"))
    catat(frans, BarisFormasi("sd1", "guru ahli  pertama", 8), berlaku=date(2026, 7, 1))
    assert kebutuhan(date(2025, 12, 31)) == {}
    assert kebutuhan(date(2026, 6, 30)) == {GURU.casefold(): 5}
    assert kebutuhan() == {GURU.casefold(): 8}
    assert JabatanFormasi.objects.count() == 1


def test_perbaikan_hari_mulai_yang_sama_tidak_menghapus_yang_dulu_diketahui(orang):
    frans = orang("frans").pelaku
    catat(frans, BarisFormasi("sd1", GURU, 5))
    dulu = sekarang()
    catat(frans, BarisFormasi("sd1", GURU, 6))
    assert (kebutuhan(), kebutuhan(diketahui=dulu)) == ({GURU.casefold(): 6}, {GURU.casefold(): 5})


def test_ketetapan_yang_dicabut_menjadi_tidak_diketahui_bukan_nol(orang):
    frans = orang("frans").pelaku
    catat(frans, BarisFormasi("sd1", GURU, 0))
    assert kebutuhan() == {GURU.casefold(): 0}
    catat(frans, BarisFormasi("sd1", GURU, 0, hapus=True), berlaku=date(2026, 11, 1))
    assert kebutuhan() == {}


def test_jenjang_terpisah_atau_dalam_nama_adalah_jabatan_yang_sama(orang):
    assert nama_jabatan("Guru", "Ahli Pertama") == nama_jabatan(GURU, "Ahli Pertama") == GURU
    assert nama_jabatan("Perawat Ahli Madya", "Ahli") == "Perawat Ahli Madya"
    catat(orang("frans").pelaku, BarisFormasi("sd1", "Guru", 5, "Ahli Pertama"))
    assert kebutuhan() == {GURU.casefold(): 5}


@pytest.mark.parametrize(
    ("baris", "kalimat"),
    [
        (BarisFormasi("entah", GURU, 1), "Baris 1: unit 'entah' tidak ada"),
        (BarisFormasi("sd1", "  ", 1), "Baris 1: nama jabatan wajib diisi"),
        (BarisFormasi("sd1", GURU, -1), "Baris 1: kebutuhan '-1' harus bilangan bulat 0 sampai 2000"),
        (BarisFormasi("sd1", GURU, 1.5), "kebutuhan '1.5' harus bilangan bulat"),
        (BarisFormasi("sd1", GURU, 2001), "kebutuhan '2001' harus bilangan bulat"),
        (BarisFormasi("sd1", GURU, 1, jenis="honorer"), "jenis jabatan 'honorer' tidak dikenal"),
        (BarisFormasi("sd1", "x" * 161, 1), "paling panjang 160 huruf"),
    ],
)
def test_isian_yang_keliru_disebut_dan_tidak_ada_yang_tertulis(orang, baris, kalimat):
    with pytest.raises(MasukanSalah, match=kalimat):
        catat(orang("frans").pelaku, baris)
    assert not Formasi.objects.exists()


def test_dua_baris_jabatan_yang_sama_ditolak_dan_kiriman_ulang_sekali(orang):
    frans, kunci = orang("frans").pelaku, uuid.uuid4()
    with pytest.raises(MasukanSalah, match="tertulis dua kali"):
        catat(frans, BarisFormasi("sd1", GURU, 1), BarisFormasi("sd1", "Guru", 2, "Ahli Pertama"))
    assert [catat(frans, BarisFormasi("sd1", GURU, 1), kunci=kunci).ulang for _ in range(2)] == [False, True]
    assert Formasi.objects.count() == 1


def test_hanya_petugas_bkpsdm_menetapkan(orang):
    for nama in ("yuliana", "naomi", "lukas", "ruth"):
        with pytest.raises(TidakBoleh):
            catat(orang(nama).pelaku, BarisFormasi("sd1", GURU, 1))


@pytest.mark.dua_db
def test_dua_orang_mengurungkan_yang_sama_satu_menang(orang, pelaku_sistem):
    catat(orang("frans").pelaku, BarisFormasi("sd1", GURU, 1))
    uid = Formasi.objects.get().uid
    formasi.urungkan(pelaku_sistem, [uid], [], "keliru")
    with pytest.raises(BedaVersi):
        formasi.urungkan(pelaku_sistem, [uid], [], "keliru")
