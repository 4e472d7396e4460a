"""Cuti: saldo yang menjelaskan dirinya, putusan berjenjang, wakil, surat, dan pembatalan yang mengembalikan hari."""

import io
import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from pypdf import PdfReader
from tests.berkas import pdf

from kasuari.aparatur.cuti import sajian, selectors, service
from kasuari.aparatur.cuti.models import CatatanCuti, PermohonanCuti
from kasuari.aparatur.cuti.saldo import saldo
from kasuari.aparatur.pegawai.models import Pegawai, RiwayatCuti
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur.models import LangkahKasus
from kasuari.dasar.dokumen import surat, tanda
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Jejak, JejakSubjek
from kasuari.dasar.kabar.models import Pesan

pytestmark = pytest.mark.django_db
SENIN, SELASA, JUMAT = date(2026, 12, 14), date(2026, 12, 15), date(2026, 12, 18)
PDF = pdf("surat dokter")


def sisa(orang, nama, tahun=2026):
    p = Pegawai.objects.select_related("orang", "kini").get(id=orang(nama).pegawai.id)
    return saldo(p, tahun)[-1]


@pytest.mark.lambat
def test_cuti_berjalan_dari_ajukan_sampai_surat_bertanda_tangan(orang, ajukan, putuskan):
    c = ajukan("maria", SENIN, JUMAT)
    assert (c.hari, c.kasus.keadaan, sisa(orang, "maria").dipesan) == (5, "atasan", 5)
    putuskan(c, "siti", "teruskan")
    putuskan(c, "yuliana", "setujui")
    fakta = RiwayatCuti.objects.get(uid=c.fakta)
    assert (fakta.jenis, fakta.hari, fakta.mulai, fakta.sampai) == (
        "tahunan",
        5,
        SENIN,
        JUMAT + timedelta(days=1),
    )
    s = sisa(orang, "maria")
    assert (s.terpakai, s.dipesan, s.sisa) == (5, 0, 7)
    jalankan_semua()
    c.refresh_from_db()
    hasil = surat.baca(c.surat)
    assert tanda.periksa(hasil).oleh == "Yuliana Wamafri"
    teks = PdfReader(io.BytesIO(hasil)).pages[0].extract_text()
    for kata in ("Maria Kandimor", "198508012010042003", "5 hari kerja", "14 Desember 2026", "18 Desember 2026", "Kepala Dinas Pendidikan", c.surat.nomor_teks):  # fmt: skip
        assert kata in teks


def test_sekolah_enam_hari_kerja_dan_libur_tidak_mengurangi_jatah(ajukan, orang):
    c = ajukan("maria", date(2026, 12, 21), date(2026, 12, 26))
    # Senin sampai Sabtu di sekolah; 24 dan 25 Desember cuti bersama dan Natal
    assert c.hari == 4
    assert sisa(orang, "maria").sisa == 8


@pytest.mark.parametrize(
    ("jenis", "mulai", "selesai", "rincian", "kalimat"),
    [
        ("tahunan", JUMAT, SENIN, {}, "harus sesudah tanggal mulai"),
        ("tahunan", date(2026, 11, 20), date(2026, 11, 24), {}, "sebelum hari ini"),
        ("tahunan", date(2026, 12, 28), date(2027, 1, 4), {}, "pergantian tahun"),
        ("tahunan", date(2026, 12, 13), date(2026, 12, 13), {}, "Tidak ada hari kerja"),
        ("tahunan", date(2026, 12, 1), date(2026, 12, 22), {}, "tinggal 12 hari kerja"),
        ("sakit", SENIN, JUMAT, {}, "Unggah buktinya"),
        ("melahirkan", SENIN, date(2027, 3, 13), {}, "Isi anak keberapa"),
        ("melahirkan", SENIN, date(2027, 6, 1), {"anak_ke": 1}, "paling lama sampai"),
        ("melahirkan", SENIN, date(2027, 3, 13), {"anak_ke": 4}, "ajukan cuti besar"),
        ("besar", SENIN, date(2027, 6, 1), {}, "paling lama sampai"),
        ("penting", SENIN, date(2027, 2, 1), {}, "paling lama sampai"),
    ],
)
def test_yang_keliru_ditolak_dengan_kalimat_dan_tidak_ada_yang_tertulis(
    ajukan, jenis, mulai, selesai, rincian, kalimat
):
    with pytest.raises(MasukanSalah, match=kalimat):
        ajukan("maria", mulai, selesai, jenis, **rincian)
    assert not PermohonanCuti.objects.exists()


def test_pppk_tidak_punya_cuti_besar_dan_laki_laki_tidak_cuti_melahirkan(ajukan):
    with pytest.raises(MasukanSalah, match="tidak ada bagi PPPK"):
        ajukan("ester", SENIN, JUMAT, "besar")
    with pytest.raises(MasukanSalah, match="bagi ibu"):
        ajukan("yosep", SENIN, JUMAT, "melahirkan", anak_ke=1)


def test_sisa_tahun_lalu_terbawa_hanya_bila_dicatat(orang, catat_saldo):
    assert (sisa(orang, "maria").jatah, sisa(orang, "maria").terbawa_n1) == (12, 0)
    catat_saldo("maria", 2025, 4)
    assert (sisa(orang, "maria").jatah, sisa(orang, "maria").terbawa_n1) == (18, 6)
    catat_saldo("maria", 2025, 10)  # koreksi: yang lama ditutup
    assert sisa(orang, "maria").terbawa_n1 == 2
    assert CatatanCuti.objects.count() == 2


def test_dua_permohonan_tidak_memesan_hari_yang_sama_dan_tanggal_tidak_bertumpang(ajukan, orang):
    ajukan("yosep", date(2026, 12, 1), date(2026, 12, 10))
    with pytest.raises(MasukanSalah, match="Sudah ada cuti lain"):
        ajukan("yosep", date(2026, 12, 10), SENIN)
    with pytest.raises(MasukanSalah, match="tinggal 3 hari"):
        ajukan("yosep", SENIN, JUMAT)
    assert sisa(orang, "yosep").dipesan == 9


def test_plh_memutuskan_saat_kepala_sekolah_tidak_ada(ajukan, putuskan, orang, plh):
    plh("amos")
    c = ajukan("maria", SENIN, SELASA)
    assert [t.kasus_id for t in alur.menunggu(orang("amos").pelaku)] == [c.kasus_id]
    putuskan(c, "amos", "teruskan")
    langkah = LangkahKasus.objects.get(kasus=c.kasus, aksi="teruskan")
    assert (langkah.sebagai, langkah.atas_nama.nama) == ("plh", "Siti Rahmawati")


def test_plh_tidak_memutuskan_cutinya_sendiri(ajukan, orang, plh):
    plh("yosep")
    c = ajukan("yosep", SENIN, SELASA)
    # pos yang dipegangnya sendiri dilewati: yang ditunggu pimpinan di atasnya
    assert alur.keterangan(c.kasus).siapa == "Kepala Dinas Pendidikan"
    with pytest.raises(TidakBoleh):
        service.putuskan(
            replace(orang("yosep").pelaku, sudo=True),
            cuti=c.id,
            aksi="setujui",
            versi=c.kasus.versi,
            kunci=uuid.uuid4(),
        )


def test_kepala_dinas_langsung_memutus_cuti_kepala_sekolah(ajukan, putuskan):
    c = putuskan(ajukan("siti", SENIN, SELASA), "yuliana", "setujui")
    assert c.kasus.keadaan == "disetujui"


def test_dikembalikan_diperbaiki_dikirim_lagi(ajukan, putuskan, orang):
    c = ajukan("maria", SENIN, JUMAT)
    putuskan(c, "siti", "kembalikan", "Ada ujian hari Jumat")
    isi = service.IsiCuti("tahunan", SENIN, SELASA, {"alasan": "Acara keluarga", "alamat": "Kampung Baru"})
    service.perbaiki(orang("maria").pelaku, cuti=c.id, isi=isi, versi=c.kasus.versi, kunci=uuid.uuid4())
    c.refresh_from_db()
    assert (c.hari, sisa(orang, "maria").dipesan) == (2, 2)
    assert putuskan(putuskan(c, "siti", "teruskan"), "yuliana", "setujui").kasus.keadaan == "disetujui"


def test_ditangguhkan_menandai_tahunnya_supaya_sisanya_terbawa_penuh(ajukan, putuskan, orang):
    c = ajukan("maria", SENIN, JUMAT)
    putuskan(c, "siti", "tangguhkan", "Kepentingan dinas mendesak.")
    assert CatatanCuti.objects.get(subjek=orang("maria").pegawai, ditutup=None).ditangguhkan
    with pada_saat(date(2027, 2, 1)):
        assert sisa(orang, "maria", 2027).jatah == 24


def test_dibatalkan_sebelum_mulai_harinya_kembali_dan_suratnya_dicabut(ajukan, putuskan, orang):
    c = putuskan(putuskan(ajukan("maria", SENIN, JUMAT), "siti", "teruskan"), "yuliana", "setujui")
    jalankan_semua()
    putuskan(c, "maria", "batalkan", "Acara ditunda")
    c.surat.refresh_from_db()
    assert (sisa(orang, "maria").sisa, c.surat.status) == (12, "dicabut")
    assert RiwayatCuti.objects.get(uid=c.fakta).ditutup is not None


def test_kembali_lebih_awal_hari_sisanya_kembali(ajukan, putuskan, orang):
    c = putuskan(putuskan(ajukan("maria", SENIN, JUMAT), "siti", "teruskan"), "yuliana", "setujui")
    with pada_saat(date(2026, 12, 16)):
        putuskan(c, "maria", "kembali")
        assert (c.selesai, c.hari, sisa(orang, "maria").sisa) == (SELASA, 2, 10)
        assert RiwayatCuti.objects.filter(subjek=orang("maria").pegawai, ditutup=None).count() == 1


def test_sakit_dengan_bukti_boleh_mundur_dan_tidak_mengurangi_cuti_tahunan(ajukan, putuskan, orang):
    c = ajukan("maria", date(2026, 11, 19), date(2026, 11, 24), "sakit", bukti=PDF)
    putuskan(putuskan(c, "siti", "teruskan"), "yuliana", "setujui")
    assert (c.hari, sisa(orang, "maria").sisa) == (6, 12)
    assert surat.DAFTAR[c.surat.templat, 1].tertutup


def test_cltn_menunggu_nomor_persetujuan_bkn(ajukan, putuskan):
    c = ajukan("maria", date(2027, 1, 4), date(2028, 1, 3), "cltn", bukti=PDF)
    putuskan(putuskan(c, "siti", "teruskan"), "yuliana", "setujui")
    assert c.kasus.keadaan == "bkn"
    with pytest.raises(MasukanSalah, match="persetujuan teknis BKN"):
        putuskan(c, "frans", "terima")
    putuskan(c, "frans", "terima", pertek="PT 12/2026, 1 Desember 2026")
    assert c.kasus.keadaan == "disetujui" and c.fakta is not None


def test_tahun_yang_seluruhnya_dicatat_di_sini_terbawa_tanpa_kertas(orang, ajukan, putuskan, catat_saldo):
    ajukan("yosep", SENIN, SENIN)  # cuti mulai dicatat di kota ini pada 2026
    with pada_saat(date(2028, 1, 10)):
        # 2026 hanya sebagian di sini dan tidak ada kertasnya; 2027 seluruhnya di sini dan tidak terpakai
        s = sisa(orang, "maria", 2028)
        assert (s.terbawa_n1, s.terbawa_n2, s.sisa) == (6, 0, 18)
        catat_saldo("maria", 2026, 0)
        s = sisa(orang, "maria", 2028)
        assert s.sisa == 24


def test_saldo_diperiksa_lagi_saat_disetujui(ajukan, putuskan, catat_saldo, orang):
    c = putuskan(ajukan("maria", SENIN, JUMAT), "siti", "teruskan")
    catat_saldo("maria", 2026, 10)
    with pytest.raises(MasukanSalah):
        putuskan(c, "yuliana", "setujui")
    c.kasus.refresh_from_db()
    assert c.kasus.keadaan == "pejabat" and not RiwayatCuti.objects.exists()


def test_cuti_besar_menunggu_cuti_tahunan_yang_belum_dijalani_dibatalkan(ajukan, orang):
    ajukan("maria", date(2026, 12, 1), date(2026, 12, 3))
    with pytest.raises(MasukanSalah, match="Batalkan lebih dulu cuti tahunan yang mulai 1 Desember 2026"):
        ajukan("maria", SENIN, date(2027, 2, 1), "besar")


def test_cuti_tahunan_yang_sudah_dijalani_diperhitungkan_pada_cuti_besar(ajukan, orang, catat_saldo):
    catat_saldo("maria", 2026, 3)
    with pytest.raises(
        MasukanSalah, match="3 hari, diperhitungkan: cuti besar paling lama sampai 10 Maret 2027"
    ):
        ajukan("maria", SENIN, date(2027, 3, 13), "besar")
    ajukan("maria", SENIN, date(2027, 3, 10), "besar")
    s = sisa(orang, "maria")
    assert (s.sisa, s.lebih, s.cuti_besar) == (0, 3, True)
    with pytest.raises(MasukanSalah, match="Cuti besar 2026 meniadakan cuti tahunan"):
        ajukan("maria", date(2026, 12, 1), date(2026, 12, 1))


def test_catatan_yang_melebihi_jatah_dijelaskan_dan_tidak_menahan_tahun_berikutnya(
    orang, ajukan, catat_saldo
):
    catat_saldo("maria", 2026, 3, cuti_besar=True)
    baris = {str(x.nama): (x.nilai, x.cara) for x in sajian.kenapa_saldo([sisa(orang, "maria")])}
    assert (
        baris["Sisa"][0] == "0" and "diperhitungkan" in baris["Di atas jatah, tidak mengurangi tahun lain"][1]
    )
    with pada_saat(date(2027, 1, 11)):
        assert sisa(orang, "maria", 2027).sisa == 12
        assert ajukan("maria", date(2027, 1, 18), date(2027, 1, 19)).hari == 2


@pytest.mark.parametrize("nama", ["ester", "dominggus", "amos", "lukas"])
def test_yang_tidak_terlibat_tidak_menemukan_permohonannya(ajukan, orang, nama):
    c = ajukan("maria", SENIN, SELASA)
    with pytest.raises(TidakAda):
        selectors.permohonan(orang(nama).pelaku, c.id)


def test_pengelola_melihat_tanggal_tetapi_bukan_alasannya(ajukan, orang):
    c = ajukan("maria", SENIN, SELASA)
    naomi = orang("naomi").pelaku
    assert selectors.permohonan(naomi, c.id) and not selectors.rincian_terbuka(naomi, c)
    assert selectors.rincian_terbuka(orang("siti").pelaku, c)
    assert b"Acara keluarga" not in bytes(c.rincian)


def test_membaca_permohonan_orang_lain_tercatat_milik_sendiri_tidak(ajukan, orang):
    c = ajukan("maria", SENIN, SELASA)
    c.pegawai = Pegawai.objects.select_related("orang").get(id=c.pegawai_id)
    n = Jejak.objects.count()
    selectors.catat_lihat(orang("maria").pelaku, c)
    assert Jejak.objects.count() == n
    selectors.catat_lihat(orang("siti").pelaku, c)
    assert JejakSubjek.objects.filter(
        jejak=Jejak.objects.latest("id"), orang=orang("maria").orang.uid
    ).exists()


def test_kalender_tim_tidak_menyebut_cuti_sakit_dan_hanya_yang_terjangkau(ajukan, orang):
    ajukan("maria", date(2026, 12, 1), date(2026, 12, 2), "sakit", bukti=PDF)
    ajukan("yosep", SENIN, SELASA)
    ajukan("ester", SENIN, SELASA)
    isi = selectors.tim(orang("siti").pelaku, date(2026, 12, 1), date(2026, 12, 31))
    assert [(b.nama, b.jenis, b.menunggu) for b in isi] == [
        ("Maria Kandimor", "", True),
        ("Yosep Tanagiri", "tahunan", True),
    ]


def test_tombol_kirim_ditekan_dua_kali_satu_permohonan(ajukan):
    kunci = uuid.uuid4()
    assert ajukan("maria", SENIN, SELASA, kunci=kunci).id == ajukan("maria", SENIN, SELASA, kunci=kunci).id
    assert PermohonanCuti.objects.count() == 1


def test_dua_putusan_serentak_satu_menang(ajukan, putuskan):
    c = putuskan(ajukan("maria", SENIN, SELASA), "siti", "teruskan")
    basi = c.kasus.versi
    putuskan(c, "yuliana", "setujui")
    with pytest.raises(BedaVersi):
        putuskan(c, "yuliana", "tolak", "terlambat", versi=basi)
    assert RiwayatCuti.objects.count() == 1


@pytest.mark.dua_db
def test_catatan_kertas_tidak_dapat_ditimpa_atau_dihapus(catat_saldo):
    catat_saldo("maria", 2025, 4)
    for ubah in (lambda q: q.update(terpakai=0), lambda q: q.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah(CatatanCuti.objects.all())


def test_petugas_tidak_mencatat_persetujuan_bkn_atas_cltn_sendiri(ajukan, putuskan, orang):
    c = ajukan("frans", date(2027, 3, 1), date(2027, 6, 1), jenis="cltn", bukti=PDF)
    putuskan(c, "ruth", "setujui")
    assert c.kasus.keadaan == "bkn"
    frans = orang("frans").pelaku
    assert not alur.menunggu(frans).exists()
    assert alur.aksi_tersedia(frans, c.kasus) == []
    with pytest.raises(TidakBoleh, match="milik Anda sendiri"):
        putuskan(c, "frans", "terima", pertek="PERTEK/1/2026")


def test_plh_tidak_melihat_permohonannya_sendiri_di_tugas(ajukan, putuskan, plh, orang):
    plh("yosep")
    c = ajukan("yosep", SENIN, SELASA)
    yosep = orang("yosep").pelaku
    assert not alur.menunggu(yosep).exists()
    assert {x.aksi for x in alur.aksi_tersedia(yosep, c.kasus)} == {"tarik"}
    with pytest.raises(TidakBoleh, match="milik Anda sendiri"):
        putuskan(c, "yosep", "kembalikan", "coba")


def test_alasan_putusan_tersandi_dan_tidak_ikut_kabar(ajukan, putuskan):
    c = ajukan("maria", SENIN, JUMAT, jenis="sakit", bukti=PDF)
    putuskan(c, "siti", "kembalikan", "Surat dokter kusta tidak terbaca.")
    langkah = LangkahKasus.objects.get(kasus=c.kasus, aksi="kembalikan")
    assert langkah.alasan == "Surat dokter kusta tidak terbaca."
    assert b"kusta" not in bytes(langkah.alasan_sandi)
    assert "kusta" not in str(list(Pesan.objects.values()))


def test_kembali_lebih_awal_mencabut_surat_lama_dan_menerbitkan_yang_benar(ajukan, putuskan):
    c = ajukan("maria", SENIN, JUMAT)
    putuskan(c, "siti", "teruskan")
    putuskan(c, "yuliana", "setujui")
    lama = c.surat
    surat.tandatangani(lama.id)
    with pada_saat(date(2026, 12, 16)):
        putuskan(c, "maria", "kembali")
    lama.refresh_from_db()
    assert (lama.status, c.surat_id == lama.id) == ("dicabut", False)
    isi = surat.isi(c.surat)
    assert (isi["hari"], isi["selesai"]) == (2, "15 Desember 2026")
    assert c.surat.penandatangan == lama.penandatangan


def test_surat_yang_selesai_sesudah_cutinya_dibatalkan_langsung_dicabut(ajukan, putuskan):
    c = ajukan("maria", SENIN, SENIN)
    putuskan(c, "siti", "teruskan")
    putuskan(c, "yuliana", "setujui")
    putuskan(c, "maria", "batalkan", "Tidak jadi.")
    surat.tandatangani(c.surat.id)
    c.surat.refresh_from_db()
    assert c.surat.status == "dicabut"


@pytest.mark.parametrize(
    ("mulai", "selesai", "kalimat"),
    [
        (date(1999, 12, 1), date(2000, 1, 10), "antara tahun 2025 dan 2027"),
        (date(9999, 1, 1), date(9999, 1, 3), "antara tahun 2025 dan 2027"),
        (date(2027, 12, 1), date(9999, 1, 3), "terlalu jauh"),
    ],
)
def test_tahun_yang_salah_ketik_disebut_tanpa_istilah_mesin(ajukan, mulai, selesai, kalimat):
    with pytest.raises(MasukanSalah, match=kalimat):
        ajukan("maria", mulai, selesai, jenis="sakit", bukti=PDF)


def test_libur_yang_belum_ditetapkan_disebut_tahunnya(ajukan):
    with (
        pada_saat(date(2028, 1, 10)),
        pytest.raises(MasukanSalah, match="Hari libur tahun 2028 belum ditetapkan"),
    ):
        ajukan("maria", date(2028, 2, 7), date(2028, 2, 8))
