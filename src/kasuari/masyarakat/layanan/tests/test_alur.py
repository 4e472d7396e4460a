"""Permohonan dari warga sampai surat: jam mulai saat lengkap, satu pertanyaan balik, empat mata, angka, dan survei."""

import io
import uuid
from datetime import date, datetime, timedelta

import pytest
from pypdf import PdfReader

from kasuari.dasar.dokumen import surat, tanda
from kasuari.dasar.indikator.models import Nilai
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import TAMU, sistem
from kasuari.dasar.inti.waktu import WIT, pada_saat
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Jejak
from kasuari.masyarakat.layanan import angka, buka, pekerjaan, selectors, standar
from kasuari.masyarakat.layanan.models import Permohonan, Ringkas
from kasuari.masyarakat.layanan.service import isi, kerja

pytestmark = pytest.mark.django_db
SENIN = date(2026, 11, 23)


def jam(hari, pukul, menit=0):
    return datetime(hari.year, hari.month, hari.day, pukul, menit, tzinfo=WIT)


@pytest.mark.lambat
def test_dari_kirim_sampai_surat_bertanda_tangan_dan_survei(remu, ajukan, langkah):
    p = ajukan()
    assert p.kode.startswith("SRG-") and p.keadaan == "diajukan"
    langkah(p, remu.petugas, "lengkap")
    langkah(p, remu.petugas, "proses")
    langkah(p, remu.petugas, "ajukan_putusan")
    with pytest.raises(TidakBoleh):
        langkah(p, remu.petugas, "setujui")
    langkah(p, remu.lurah, "setujui")
    assert p.keadaan == "disetujui" and p.surat is not None
    jalankan_semua()
    p.refresh_from_db()
    assert (p.keadaan, p.tepat, p.lama) == ("terbit", True, 0)
    hasil = surat.baca(p.surat)
    assert tanda.periksa(hasil).oleh == "Siti Rahmawati"
    teks = PdfReader(io.BytesIO(hasil)).pages[0].extract_text()
    for kata in (
        "Yohana Kambu",
        "27 Maret 1990",
        "SURAT KETERANGAN DOMISILI",
        "Plt. Lurah Remu",
        "Bank",
        p.kode,
    ):
        assert kata in teks
    langkah(p, remu.petugas, "serahkan")
    assert p.selesai is not None and p.hapus_pada == SENIN + timedelta(days=730)
    assert Jejak.objects.filter(jenis="layanan.selesai", objek=p.id).count() == 1
    assert selectors.untuk_survei(p.id) == (remu.unit, "KEL-01", True)


def test_jam_mulai_saat_pemohon_melengkapi_bukan_saat_petugas_sempat(remu, ajukan, langkah):
    with pada_saat(jam(SENIN, 10)):
        p = ajukan()
    assert p.jatuh_tempo == jam(SENIN, 10, 15)  # 15 menit kerja
    with pada_saat(jam(SENIN, 11)):
        langkah(p, remu.petugas, "lengkap")
    assert p.jatuh_tempo == jam(SENIN, 10, 15)
    assert "PermenPANRB 15/2014" in p.penjelasan["dasar"]


def test_berkas_yang_belum_lengkap_belum_menjalankan_jam(remu, ajukan, minta, jawab):
    with pada_saat(jam(SENIN, 10)):
        p = minta(ajukan(), remu.petugas)
    assert (p.keadaan, p.jatuh_tempo) == ("kurang_lengkap", None)
    with pada_saat(jam(SENIN, 14)):
        jawab(p)
    assert (p.keadaan, p.jatuh_tempo) == ("diajukan", jam(SENIN, 14, 15))


def test_bertanya_sesudah_lengkap_menghentikan_jam_selama_menunggu(remu, ajukan, langkah, minta, jawab):
    with pada_saat(jam(SENIN, 10)):
        p = ajukan()
        langkah(p, remu.petugas, "lengkap")
        langkah(p, remu.petugas, "proses")
    with pada_saat(jam(SENIN, 10, 5)):
        minta(p, remu.petugas)
    assert p.jatuh_tempo is None
    with pada_saat(jam(SENIN, 13)):
        jawab(p)
    assert (p.keadaan, p.jatuh_tempo) == ("diproses", jam(SENIN, 13, 10))


def test_hanya_satu_pertanyaan_dan_jawaban_kosong_ditolak(remu, ajukan, minta, jawab):
    p = minta(ajukan(), remu.petugas)
    with pytest.raises(MasukanSalah, match="Tulis jawabannya"):
        jawab(p, " ")
    jawab(p)
    with pytest.raises(TidakAda):
        jawab(p)


@pytest.mark.lambat
def test_yang_diteruskan_memakai_nomor_sistemnya_dan_tidak_bersurat(remu, terbitkan, ajukan, langkah):
    terbitkan("ADM-04")
    p = ajukan(layanan="ADM-04")
    for aksi in ("lengkap", "proses", "setujui"):
        langkah(p, remu.petugas, aksi)
    with pytest.raises(MasukanSalah, match="Tanggalnya"):
        kerja.catat_nomor(remu.petugas, permohonan=p.id, nomor="9271-1", tanggal=date(2027, 1, 1), versi=3, kunci=uuid.uuid4())  # fmt: skip
    kerja.catat_nomor(remu.petugas, permohonan=p.id, nomor=" 9271-KK-1 ", tanggal=SENIN, versi=3, kunci=uuid.uuid4())  # fmt: skip
    p.refresh_from_db()
    assert (p.keadaan, p.nomor_luar, p.surat) == ("terbit", "9271-KK-1", None)
    assert p.jatuh_tempo == jam(date(2026, 11, 26), 23, 59) + timedelta(seconds=59)  # tiga hari kerja


def test_menolak_menyebut_alasan_dan_dapat_dibuka_lagi(remu, ajukan, langkah):
    p = ajukan()
    with pytest.raises(MasukanSalah, match="alasannya"):
        langkah(p, remu.petugas, "tolak")
    langkah(p, remu.petugas, "tolak", "Bukan wilayah kelurahan ini. Dasar: standar pelayanan")
    assert p.selesai is not None
    langkah(p, remu.petugas, "buka_lagi", "Ternyata wilayah sini.")
    assert (p.keadaan, p.selesai, p.dibuka_lagi) == ("diproses", None, 1)
    hitungan = set(Ringkas.objects.values_list("unit", "jadi", "ditolak", "dibuka_lagi"))
    assert hitungan == {(remu.unit, 1, 1, 1), (None, 1, 1, 1)}


def test_sepuluh_kali_kirim_tetap_satu_permohonan(remu, mulai, simpan):
    kunci = uuid.uuid4()
    draf = {mulai(kunci=kunci).id for _ in range(10)}
    assert len(draf) == 1
    p = Permohonan.objects.get()
    simpan(p)
    for _ in range(10):
        isi.kirim(TAMU, permohonan=p.id, buka_=buka.kunci(p), kunci=uuid.uuid4())
    assert Permohonan.objects.exclude(kasus=None).count() == 1
    assert Jejak.objects.filter(jenis="layanan.dikirim", objek=p.id).count() == 1


def test_versi_lama_ditolak_dan_banyak_menyebut_yang_gagal(remu, ajukan, langkah):
    a, b = ajukan(), ajukan()
    langkah(b, remu.petugas2, "lengkap")
    pilih = [kerja.Pilihan(a.id, 0), kerja.Pilihan(b.id, 0)]
    hasil = kerja.banyak(remu.petugas, aksi="lengkap", pilihan=pilih, kunci=uuid.uuid4())
    assert hasil.data["jadi"] == 1 and hasil.data["gagal"][0][0] == b.kode
    with pytest.raises(BedaVersi):
        kerja.langkah(remu.petugas, permohonan=a.id, aksi="proses", versi=0, kunci=uuid.uuid4())


def test_oper_hanya_kepada_petugas_yang_menjangkau_unitnya(remu, ajukan, orang):
    p = ajukan()
    isian = {"permohonan": p.id, "unit": None, "alasan": "Cuti", "versi": 0}
    with pytest.raises(MasukanSalah, match="tidak bekerja"):
        kerja.oper(remu.petugas, petugas=orang("frans").akun.uid, kunci=uuid.uuid4(), **isian)
    kerja.oper(remu.petugas, petugas=orang("amos").akun.uid, kunci=uuid.uuid4(), **isian)
    p.refresh_from_db()
    assert p.petugas.nama == "Amos Yarisetu"


def test_orang_tanpa_peran_tidak_melihat_permohonan(remu, ajukan, orang):
    p = ajukan()
    with pytest.raises(TidakAda):
        selectors.terkirim(orang("maria").pelaku, p.id)
    assert list(selectors.antrean(orang("maria").pelaku)) == []
    assert [x.id for x in selectors.antrean(remu.petugas)] == [p.id]


def test_angka_umum_menahan_sel_kecil_dan_persentilnya_tepat(remu, ajukan, langkah):
    s = standar.satu("KEL-01")
    r = Ringkas.objects.create(layanan=s.subjek, bulan=SENIN.replace(day=1), jadi=4, tepat=4)
    assert "kurang dari 5" in str(angka.kinerja(s)[0].jawab)
    r.jadi, r.tepat, r.ditolak, r.sebaran = 20, 12, 2, {"1": 10, "3": 8, "9": 2}
    r.save()
    isi_ = {str(j.tanya): str(j.jawab) for j in angka.kinerja(s)}
    assert isi_["Selesai"] == "20" and isi_["Terlambat dari janji"] == "8"
    assert isi_["Tidak dapat dipenuhi"] == "kurang dari 5" and isi_["Dibuka lagi"] == "0"
    assert (angka.persentil({1: 10, 3: 8, 9: 2}, 50), angka.persentil({1: 10, 3: 8, 9: 2}, 90)) == (1, 3)
    assert angka.persentil({}, 50) is None


def test_indikator_terbit_per_unit_dan_per_layanan(remu):
    s, bulan = standar.satu("KEL-01"), SENIN.replace(day=1)
    Ringkas.objects.create(
        layanan=s.subjek, unit_id=remu.unit, bulan=bulan, jadi=20, tepat=15, sebaran={"3": 12, "9": 8}
    )
    pekerjaan.terbitkan(sistem(), bulan, final=False)
    nilai = {(n.kode, n.irisan): n for n in Nilai.objects.filter(unit_id=remu.unit, terkini=True)}
    t = nilai["layanan_tepat", ""]
    assert (t.pembilang, t.penyebut, t.n) == (15, 20, 20)
    assert nilai["layanan_tepat", "KEL-01"].penyebut == 20
    assert nilai["layanan_lama", "KEL-01"].pembilang == 3
