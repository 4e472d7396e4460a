"""Perbaikan data: diajukan dengan bukti, disetujui orang lain, lalu berlaku; membatalkannya mengembalikan yang lama."""

import io
import uuid
from datetime import date

import pytest

from kasuari.aparatur.pegawai import identitas
from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini, RiwayatPendidikan, RiwayatSuratIzin
from kasuari.aparatur.usulan import efek, sajian, service
from kasuari.aparatur.usulan.models import Usulan
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.orang.models import Orang

pytestmark = pytest.mark.django_db


def test_nama_diperbaiki_dengan_bukti_dan_kembali_bila_dibatalkan(orang, ajukan, langkah, cabut):
    u = ajukan("maria", "data", apa="nama", nama="Maria Kandimor Rumbiak", berkas=("ktp", "akta"))
    assert (u.kasus.keadaan, Orang.objects.get(uid=orang("maria").orang.uid).nama) == (
        "unit",
        "Maria Kandimor",
    )
    baris = sajian.banding(u, efek.timbang(u))
    assert (baris[0]["lama"], baris[0]["baru"]) == ("Maria Kandimor", "Maria Kandimor Rumbiak")
    u = langkah(langkah(u, "naomi", "teruskan"), "frans", "setujui")
    assert (u.kasus.keadaan, u.surat, u.hidup) == ("terbit", None, False)
    assert PegawaiKini.objects.get(pegawai=u.pegawai).nama == "Maria Kandimor Rumbiak"
    u = cabut(u, "Akta yang dipakai bukan miliknya.")
    assert PegawaiKini.objects.get(pegawai=u.pegawai).nama == "Maria Kandimor"
    assert Jejak.objects.filter(jenis="orang.diubah").count() == 2


def test_permohonan_satu_satunya_petugas_bkpsdm_diperiksa_kepalanya(ajukan, langkah):
    u = ajukan("frans", "data", apa="agama", agama="2", berkas=("ktp",))
    tunggu = u.kasus.tunggu.get(selesai=None)
    assert (u.kasus.keadaan, tunggu.peran) == ("periksa", "kepala_bkpsdm")
    assert langkah(u, "ruth", "setujui").kasus.keadaan == "terbit"


def test_yang_sudah_diperbaiki_lagi_tidak_dibatalkan_diam_diam(orang, ajukan, langkah, pelaku_sistem, cabut):
    u = langkah(langkah(ajukan("maria", "data", apa="agama", agama="2", berkas=("ktp",)), "naomi", "teruskan"), "frans", "setujui")  # fmt: skip
    identitas.ubah(pelaku_sistem, Pegawai.objects.get(id=u.pegawai_id), {"agama": "3"})
    with pytest.raises(MasukanSalah, match="sudah diubah lagi"):
        cabut(u, "Keliru.")


def test_agama_dan_nik_tidak_terbaca_di_jejak(orang, ajukan, langkah):
    from kasuari.dasar.jejak.selectors import isi

    nik = "9671014108850001"
    u = ajukan("maria", "data", apa="nik", nik="9671 0141 0885 0001", berkas=("ktp",))
    langkah(langkah(u, "naomi", "teruskan"), "frans", "setujui")
    p = Pegawai.objects.get(id=u.pegawai_id)
    assert identitas.baca(p)["nik"] == nik and "nik" not in PegawaiKini.objects.get(pegawai=p).kurang
    j = Jejak.objects.get(jenis="pegawai.identitas_diubah")
    assert nik not in str(isi(j)) and "nik" in str(isi(j))


def test_ijazah_menjadi_fakta_bersama_dokumennya(orang, ajukan, langkah, cabut):
    u = ajukan("maria", "data", apa="pendidikan", tingkat="S2", jurusan="Pendidikan Dasar", lembaga="Unamin", lulus="2024-08-30", berkas=("ijazah",))  # fmt: skip
    u = langkah(langkah(u, "naomi", "teruskan"), "frans", "setujui")
    f = RiwayatPendidikan.objects.get(subjek=u.pegawai, tingkat="S2", ditutup=None)
    assert (f.mulai, f.tahun_lulus, f.lampiran) == (date(2024, 8, 30), 2024, u.bukti.get().lampiran_id)
    assert PegawaiKini.objects.get(pegawai=u.pegawai).pendidikan == "S2"
    cabut(u, "Ijazahnya tidak terdaftar.")
    assert PegawaiKini.objects.get(pegawai=u.pegawai).pendidikan == "S1"


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"apa": "nama", "nama": "Maria Kandimor"}, "Belum ada yang berubah"),
        ({"apa": "nama", "nama": "  "}, "Nama tidak boleh kosong"),
        ({"apa": "nama", "nama": "Maria <b>"}, "Nama hanya berisi huruf"),
        ({"apa": "nama", "nama": "Maria 2"}, "Nama hanya berisi huruf"),
        ({"apa": "nama", "nama": "."}, "Nama harus memuat huruf"),
        ({"apa": "nama", "nama": "Maria   Kandimor "}, "Belum ada yang berubah"),
        (
            {"apa": "lahir", "tempat_lahir": "Sorong", "lahir": "1900-01-01"},
            "menjadi 110 tahun, padahal antara 18 dan 65",
        ),
        ({"apa": "lahir", "tempat_lahir": "Sorong", "lahir": "2000-01-01"}, "menjadi 10 tahun"),
        ({"apa": "agama", "agama": "99"}, "Pilih agama menurut KTP"),
        ({"apa": "email", "email": ""}, "Tulis alamat e-mail yang lengkap"),
        ({"apa": "email", "email": "maria@"}, "Tulis alamat e-mail yang lengkap"),
        ({"apa": "lahir", "tempat_lahir": "", "lahir": "1985-08-01"}, "Isi tempat dan tanggal lahir"),
        ({"apa": "nik", "nik": "9671"}, "NIK harus 16 angka"),
        ({"apa": "nik", "nik": "967101410885000x"}, "NIK hanya boleh angka"),
        ({"apa": "lahir", "tempat_lahir": "Sorong", "lahir": "2027-01-01"}, "harus sebelum TMT CPNS"),
        (
            {"apa": "lahir", "tempat_lahir": "Sorong", "lahir": "1986-08-01"},
            "Berkas belum ada: Persetujuan BKN",
        ),
        ({"apa": "pendidikan", "tingkat": "S2", "lulus": "2027-08-30"}, "belum tiba"),
        ({"apa": "pendidikan", "tingkat": "S1", "lulus": "2009-08-30"}, "S1 tahun 2009 sudah tercatat"),
        ({"apa": "gelar", "gelar_belakang": "S.Pd."}, "Berkas belum ada: Surat pencantuman gelar dari BKN"),
        ({"apa": "entah"}, "Belum ada yang berubah"),
    ],
)
def test_yang_kurang_atau_mustahil_disebut(ajukan, isian, pesan):
    with pytest.raises(MasukanSalah, match=pesan):
        ajukan("maria", "data", berkas=("ktp", "akta", "ijazah"), **isian)
    assert not Usulan.objects.exists()


def test_tanggal_lahir_lain_dari_nip_diingatkan(ajukan):
    u = ajukan("maria", "data", apa="lahir", tempat_lahir="Sorong", lahir="1986-08-01", berkas=("akta", "ijazah", "bkn"))  # fmt: skip
    assert "NIP, yang menyebut 1 Agustus 1985" in efek.timbang(u).ingat[0]


def test_nik_milik_pegawai_lain_ditolak_saat_disetujui(orang, ajukan, langkah, pelaku_sistem):
    identitas.ubah(pelaku_sistem, orang("siti").pegawai, {"nik": "9671014108850001"})
    u = langkah(
        ajukan("maria", "data", apa="nik", nik="9671014108850001", berkas=("ktp",)), "naomi", "teruskan"
    )
    with pytest.raises(MasukanSalah, match="pegawai lain"):
        langkah(u, "frans", "setujui")


def test_bkpsdm_tidak_menyetujui_datanya_sendiri(ajukan, langkah):
    u = ajukan("frans", "data", apa="email", email="frans.baru@contoh.test")
    assert u.kasus.keadaan == "periksa"
    with pytest.raises(TidakBoleh, match="milik Anda sendiri"):
        langkah(u, "frans", "setujui")


def test_beberapa_perbaikan_berjalan_bersama_dan_yang_ganda_tidak_berubah_dua_kali(ajukan, langkah):
    isi = {"apa": "email", "email": "baru@contoh.test"}
    u, agama, ganda = ajukan("maria", "data", **isi), ajukan("maria", "data", apa="agama", agama="2", berkas=("ktp",)), ajukan("maria", "data", **isi)  # fmt: skip
    langkah(langkah(u, "naomi", "teruskan"), "frans", "setujui")
    langkah(langkah(agama, "naomi", "teruskan"), "frans", "setujui")
    with pytest.raises(MasukanSalah, match="Belum ada yang berubah"):
        langkah(langkah(ganda, "naomi", "teruskan"), "frans", "setujui")


def test_perbaikan_orang_lain_tidak_tampak(orang, ajukan):
    from kasuari.aparatur.usulan import selectors

    u = ajukan("maria", "data", apa="email", email="baru@contoh.test")
    for nama in ("yosep", "siti", "dominggus", "ester"):
        with pytest.raises(TidakAda):
            selectors.usulan(orang(nama).pelaku, u.id)


def test_dari_data_saya_empat_ketukan_sampai_terkirim(layar):
    c = layar("maria")
    assert "/kerja/usulan/ajukan/data/" in c.get("/kerja/saya/").content.decode()
    pilihan = c.get("/kerja/usulan/ajukan/data/").content.decode()
    assert "?apa=nama" in pilihan and "?apa=pendidikan" in pilihan
    borang = c.get("/kerja/usulan/ajukan/data/?apa=email").content.decode()
    assert "Tercatat sekarang: maria@contoh.test" in borang and "Nama tanpa gelar" not in borang
    isi = {"apa": "nama", "email": "baru@contoh.test", "kunci": str(uuid.uuid4())}
    jawab = c.post("/kerja/usulan/ajukan/data/?apa=email", isi, follow=True)
    assert jawab.status_code == 200 and "baru@contoh.test" in jawab.content.decode()
    u = Usulan.objects.get()
    assert efek.isian(u).data["apa"] == "email"  # bentuk dari alamat, bukan dari kiriman


def test_berkas_bukan_pdf_ditolak_dengan_sebabnya(orang):
    with pytest.raises(MasukanSalah):
        service.ajukan(
            orang("maria").pelaku, jenis="data", tmt=None, isian={"apa": "agama", "agama": "2"},
            berkas={"ktp": io.BytesIO(b"MZ program")}, kunci=uuid.uuid4(),
        )  # fmt: skip


def test_nik_yang_tercatat_tampak_tersamar_bukan_sebagai_tag(layar, orang, pelaku_sistem):
    identitas.ubah(pelaku_sistem, orang("maria").pegawai, {"nik": "9671014108850001"})
    isi = layar("maria").get("/kerja/usulan/ajukan/data/?apa=nik").content.decode()
    assert "&lt;span" not in isi and "96710141" not in isi and 'Tercatat sekarang: <span class="nip">' in isi


def test_email_akun_orang_lain_ditolak_dan_alamat_masuk_disebut_tidak_berubah(layar, orang, ajukan):
    Akun.objects.filter(id=orang("siti").akun.id).update(email="siti@contoh.test")
    with pytest.raises(MasukanSalah, match="dipakai akun orang lain"):
        ajukan("maria", "data", apa="email", email="SITI@contoh.test")
    isi = layar("maria").get("/kerja/usulan/ajukan/data/").content.decode()
    assert "memulihkan sandi, di Akun saya, tidak ikut berubah" in isi


def test_surat_izin_baru_dicatat_dengan_suratnya_dan_dicabut_kembali(orang, ajukan, langkah, cabut):
    isi = {
        "jenis_surat": "sip",
        "nomor": "SIP/1/2026",
        "penerbit": "Dinas Kesehatan",
        "keterangan": "Puskesmas Remu",
    }
    hari = {"terbit": "2026-11-02", "habis": "2031-11-01"}
    u = ajukan("ester", "data", apa="surat_izin", berkas=("surat",), **isi, **hari)
    u = langkah(u, "frans", "setujui")
    f = RiwayatSuratIzin.objects.get(subjek=u.pegawai, ditutup=None)
    assert (f.jenis, f.nomor, f.mulai, f.sampai) == (
        "sip",
        "SIP/1/2026",
        date(2026, 11, 2),
        date(2031, 11, 2),
    )
    assert f.lampiran is not None
    with pytest.raises(MasukanSalah, match="Surat nomor SIP/1/2026 sudah tercatat"):
        ajukan("ester", "data", apa="surat_izin", berkas=("surat",), **isi, **hari)
    cabut(u, "Suratnya milik orang lain.")
    assert not RiwayatSuratIzin.objects.filter(subjek=u.pegawai, ditutup=None).exists()


@pytest.mark.parametrize(
    ("hari", "kalimat"),
    [
        ({"terbit": "2026-12-01", "habis": ""}, "1 Desember 2026 belum tiba"),
        ({"terbit": "1990-01-01", "habis": ""}, "harus sesudah tanggal lahir"),
        ({"terbit": "2026-11-02", "habis": "2026-11-01"}, "harus sesudah tanggal terbit"),
        ({"terbit": "", "habis": ""}, "Isi jenis, nomor, penerbit"),
    ],
)
def test_surat_izin_yang_mustahil_tidak_terkirim(ajukan, hari, kalimat):
    isi = {"jenis_surat": "str", "nomor": "STR-1", "penerbit": "Konsil", "keterangan": ""}
    with pytest.raises(MasukanSalah, match=kalimat):
        ajukan("ester", "data", apa="surat_izin", berkas=("surat",), **isi, **hari)
