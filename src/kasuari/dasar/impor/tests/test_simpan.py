"""Impor sampai register: satu transaksi, diulang tanpa perubahan, dibatalkan sampai seperti semula."""

import io
import json
import uuid
from datetime import date, timedelta

import pytest
from tests.bersama import shared
from tests.kota_kecil import HARI

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import (
    Pegawai,
    PegawaiKini,
    RiwayatDiklat,
    RiwayatGolongan,
    RiwayatKgb,
    RiwayatSuratIzin,
)
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.cli import main
from kasuari.dasar.impor import masa_simpan, selectors, service
from kasuari.dasar.impor.models import ImporBaris, ImporBerkas, ImporEfek
from kasuari.dasar.impor.subjek import Konteks
from kasuari.dasar.impor.uji import uji
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Jejak

pytestmark = [pytest.mark.django_db, pytest.mark.dua_db]
KEPALA = (
    "NIP;Nama;Tanggal Lahir;Jenis Kelamin;Golongan;TMT Golongan;MK Tahun;MK Bulan;Status CPNS PNS;TMT PNS\n"
)
BARU = "199001152019031007;Contoh Baru;15-01-1990;L;III/a;01-04-2023;4;0;P;01-03-2020\n"
MARIA = "198508012010042003;Maria Kandimor;01-08-1985;P;III/c;01-04-2025;6;2;P;01-04-2010\n"


@pytest.fixture
def frans(orang):
    return orang("frans").pelaku


def unggah(pelaku, isi, subjek="pegawai", nama="daftar.csv", kunci=None):
    isi = isi if isinstance(isi, bytes) else isi.encode()
    hasil = service.unggah(
        pelaku, subjek=subjek, aliran=io.BytesIO(isi), nama=nama, kunci=kunci or uuid.uuid4()
    )
    return ImporBerkas.objects.get(id=hasil.uid)


def simpan(pelaku, b):
    return service.simpan(pelaku, berkas=b.id, kunci=uuid.uuid4()).data


def batalkan(pelaku, b, alasan="berkas keliru"):
    return service.batalkan(pelaku, berkas=b.id, alasan=alasan, kunci=uuid.uuid4())


def register():
    """Yang tampak di daftar pegawai aktif."""
    kolom = [f.attname for f in PegawaiKini._meta.concrete_fields]
    return list(PegawaiKini.objects.filter(aktif=True).order_by("nip").values_list(*kolom))


def test_orang_baru_dan_golongan_yang_dibetulkan_masuk_register(frans):
    h = simpan(frans, unggah(frans, KEPALA + BARU + MARIA))
    assert (h["orang_baru"], h["dibuka"], h["dibetulkan"]) == (1, 2, 1)
    baru = PegawaiKini.objects.get(nip=BARU[:18])
    assert (baru.nama, baru.aktif, baru.jenis, baru.golongan, baru.mk_bulan) == (
        "Contoh Baru",
        True,
        "pns",
        "III/a",
        48,
    )
    assert PegawaiKini.objects.get(nip=MARIA[:18]).golongan == "III/c"


def test_berkas_yang_diulang_tidak_mengubah_apa_pun(frans):
    simpan(frans, unggah(frans, KEPALA + BARU + MARIA))
    sebelum = (register(), ImporEfek.objects.count())
    h = simpan(frans, unggah(frans, KEPALA + BARU + MARIA))
    assert (h["orang_baru"], h["dibuka"], h["dibetulkan"]) == (0, 0, 0)
    assert (register(), ImporEfek.objects.count()) == sebelum


def test_pembatalan_mengembalikan_register_dan_dapat_diimpor_lagi(frans):
    semula = register()
    b = unggah(frans, KEPALA + BARU + MARIA)
    simpan(frans, b)
    batalkan(frans, b)
    assert register() == semula
    assert Pegawai.objects.filter(nip=BARU[:18]).exists()  # register hanya bertambah
    b.refresh_from_db()
    assert b.status == "dibatalkan"
    h = simpan(frans, unggah(frans, KEPALA + BARU + MARIA))
    assert h["orang_baru"] == 0 and PegawaiKini.objects.get(nip=BARU[:18]).aktif


def test_pembatalan_ditolak_bila_riwayatnya_sudah_dilanjutkan(frans, orang):
    b = unggah(frans, KEPALA + BARU + MARIA)
    simpan(frans, b)
    isi = {"golongan": "III/d", "mk_tahun": 8, "mk_bulan": 0}
    baris = [BarisRiwayat(orang("maria").pegawai.uid, HARI, isi)]
    pegawai.catat_riwayat(frans, kode="golongan", baris=baris, kunci=uuid.uuid4())
    sebelum = register()
    with pytest.raises(MasukanSalah, match="baris 3 sudah diubah"):
        batalkan(frans, b)
    assert register() == sebelum and ImporBerkas.objects.get(id=b.id).status == "tersimpan"


def test_pembatalan_tidak_dapat_dibatalkan_dan_butuh_alasan(frans):
    b = unggah(frans, KEPALA + MARIA)
    simpan(frans, b)
    with pytest.raises(MasukanSalah, match="alasan"):
        batalkan(frans, b, " ")
    balik = ImporBerkas.objects.get(id=batalkan(frans, b).uid)
    with pytest.raises(MasukanSalah, match="sudah sebuah pembatalan"):
        batalkan(frans, balik)


def test_kunci_yang_sama_menyimpan_sekali(frans):
    b, kunci = unggah(frans, KEPALA + BARU), uuid.uuid4()
    satu = service.simpan(frans, berkas=b.id, kunci=kunci)
    dua = service.simpan(frans, berkas=b.id, kunci=kunci)
    assert (dua.ulang, dua.data) == (True, satu.data)
    with pytest.raises(BedaVersi):
        simpan(frans, b)


def test_terhenti_di_tengah_tidak_meninggalkan_apa_pun(frans):
    b, semula, banyak = unggah(frans, KEPALA + BARU + MARIA), register(), RiwayatGolongan.objects.count()

    # tabel efek adalah tulisan terakhir: bila ia gagal, semua yang sudah tertulis harus ikut hilang
    asli = ImporEfek._meta.db_table
    ImporEfek._meta.db_table = "impor_tabel_yang_hilang"
    try:
        with pytest.raises(Exception, match="impor_tabel_yang_hilang"):
            simpan(frans, b)
    finally:
        ImporEfek._meta.db_table = asli
    assert register() == semula and RiwayatGolongan.objects.count() == banyak
    assert ImporBerkas.objects.get(id=b.id).status == "diuji"


def test_yang_bukan_petugas_ditolak_dan_tidak_melihat_berkasnya(frans, orang):
    with pytest.raises(TidakBoleh):
        unggah(orang("maria").pelaku, KEPALA + BARU)
    b = unggah(frans, KEPALA + BARU)
    for siapa in ("maria", "naomi", "yuliana"):
        with pytest.raises(TidakAda):
            simpan(orang(siapa).pelaku, b)
        assert not selectors.daftar(orang(siapa).pelaku).exists()


def test_tanggal_yang_ambigu_ditahan_sampai_dijawab(frans):
    b = unggah(frans, KEPALA + BARU.replace("01-04-2023", "1/4/2023"))
    assert ImporBaris.objects.get(berkas=b, baris=2).hasil == "tanya"
    with pytest.raises(MasukanSalah, match="Tidak ada baris"):
        simpan(frans, b)
    service.perbaiki(frans, berkas=b.id, baris=2, isi={"TMT Golongan": "01-04-2023"}, kunci=uuid.uuid4())
    assert simpan(frans, b)["orang_baru"] == 1
    assert PegawaiKini.objects.get(nip=BARU[:18]).tmt_golongan == date(2023, 4, 1)


def test_diklat_hanya_bagi_nip_terdaftar_dan_sertifikat_lama_tidak_berubah(frans, orang):
    isi = "NIP;Nama Diklat;Jenis;Tgl Mulai;Tgl Selesai;Jumlah JP;No. Sertifikat\n"
    isi += "198508012010042003;Literasi dan numerasi;Teknis;05-05-2025;07-05-2025;24;S-1\n"
    isi += "198508012010042003;Kepemimpinan sekolah;Kepemimpinan;01-09-2025;03-09-2025;20;S-2\n"
    isi += "198508012010042011;Orang lain;Teknis;01-09-2025;03-09-2025;20;S-3\n"
    b = unggah(frans, isi, "diklat")
    assert ImporBaris.objects.get(berkas=b, baris=4).kode == ",NIP_TIDAK_TERDAFTAR,"
    assert simpan(frans, b)["dibuka"] == 1
    d = RiwayatDiklat.objects.get(sertifikat="S-2", ditutup=None)
    assert (d.subjek, d.jenis, d.jp, d.sampai.isoformat()) == (
        orang("maria").pegawai,
        "kepemimpinan",
        20,
        "2025-09-04",
    )
    assert simpan(frans, unggah(frans, isi, "diklat"))["dibuka"] == 0


def test_kgb_membuka_riwayat_gaji(frans, orang):
    isi = "NIP;Nama;Gol;TMT Lama;MK Lama;Gaji Lama;TMT Baru;MK Baru;Gaji Baru;Nomor SK Baru\n"
    isi += "198508012010042003;Maria Kandimor;III/b;01-04-2025;14 Tahun;3.000.000;01-04-2027;16 Tahun;3.761.000;KGB-1\n"
    h = simpan(frans, unggah(frans, isi, "kgb"))
    k = RiwayatKgb.objects.get(subjek=orang("maria").pegawai, mulai="2027-04-01", ditutup=None)
    assert (h["dibuka"], k.gaji_pokok, k.mk_tahun, k.sk_nomor) == (1, 3_761_000, 16, "KGB-1")


def test_surat_izin_tercatat_sekali_dan_yang_diperpanjang_dibetulkan(frans, orang):
    isi = "NIP;Nama;Jenis Surat;Nomor Surat;Penerbit;Profesi;Tanggal Terbit;Berlaku Sampai\n"
    isi += "199207172024212005;Ester Mambraku;SIP Bidan;SIP/1/2024;Dinas Kesehatan;Bidan;01-03-2024;%s\n"
    isi += "199207172024212005;Ester Mambraku;STR;STR-9;KKI;Bidan;01-02-2024;seumur hidup\n"
    isi += "199207172024212005;Ester Mambraku;Ijazah;X;KKI;Bidan;01-02-2024;\n"
    b = unggah(frans, isi % "01-03-2027", "surat_izin")
    assert b.ringkasan["ditolak"] == 1 and simpan(frans, b)["dibuka"] == 2
    milik = RiwayatSuratIzin.objects.filter(subjek=orang("ester").pegawai, ditutup=None)
    assert {(f.jenis, f.sampai and f.sampai.isoformat()) for f in milik} == {
        ("sip", "2027-03-02"),
        ("str", None),
    }
    h = simpan(frans, unggah(frans, isi % "01-03-2029", "surat_izin"))
    assert (h["dibuka"], h["dibetulkan"], h["sama"]) == (0, 1, 1)


def test_pemetaan_oleh_orang_mengalahkan_pengenalan(frans):
    b = unggah(frans, KEPALA.replace("Golongan;TMT", "Huruf;TMT", 1) + BARU)
    assert next(k for k in b.ringkasan["kolom"] if k["kepala"] == "Huruf")["isian"] is None
    kolom = {str(k["nomor"]): k["isian"] for k in b.ringkasan["kolom"]} | {"5": "gol"}
    service.ubah_pemetaan(frans, berkas=b.id, kolom=kolom, kunci=uuid.uuid4())
    simpan(frans, b)
    assert PegawaiKini.objects.get(nip=BARU[:18]).golongan == "III/a"


def test_berkas_besar_diperiksa_pekerjaan_latar(frans):
    isi = KEPALA + "".join(BARU.replace("007;", f"{n:03d};", 1) for n in range(1, 502))
    b = unggah(frans, isi)
    assert b.status == "diunggah"
    jalankan_semua()
    b.refresh_from_db()
    assert (b.status, b.ringkasan["diterima"], selectors.kemajuan(b).kemajuan) == ("diuji", 501, 501)


def test_yang_tidak_terbaca_tidak_meninggalkan_berkas(frans):
    for nama, isi in (
        ("kosong.csv", b""),
        ("gambar.xlsx", b"\x89PNG\r\n\x1a\n" * 9),
        ("rusak.xlsx", b"PK\x03\x04" + b"x" * 99),
    ):
        with pytest.raises(MasukanSalah):
            unggah(frans, isi, nama=nama)
    assert not ImporBerkas.objects.exists()


def test_isi_mentah_dihapus_sesudah_masa_simpan_dan_efeknya_tetap(frans, pelaku_sistem):
    b = unggah(frans, KEPALA + BARU)
    simpan(frans, b)
    assert masa_simpan.hapus_mentah(pelaku_sistem) == 0
    with pada_saat(HARI + timedelta(days=92)):
        assert masa_simpan.hapus_mentah(pelaku_sistem) == 1
    assert not ImporBaris.objects.exists() and ImporEfek.objects.filter(berkas=b).exists()


def test_tiap_langkah_tercatat_siapa_dan_apa(frans):
    b = unggah(frans, KEPALA + BARU)
    simpan(frans, b)
    batalkan(frans, b)
    jenis = Jejak.objects.filter(jenis__startswith="impor.", pelaku_orang=frans.orang).values_list(
        "jenis", flat=True
    )
    assert list(jenis.order_by("id")) == ["impor.diunggah", "impor.disimpan", "impor.dibatalkan"]


@pytest.mark.parametrize(
    ("nama", "subjek", "diterima", "ditolak"),
    [("01_siasn_pegawai.xlsx", "pegawai", 21, 5), ("02_duk_dua_baris.xlsx", "pegawai", 13, 1)],
)
def test_berkas_kotor_masuk_diulang_dan_dibatalkan(frans, nama, subjek, diterima, ditolak):
    isi, semula = shared("data", "berkas_kotor", nama).read_bytes(), register()
    b = unggah(frans, isi, subjek, nama)
    assert (b.ringkasan["diterima"], b.ringkasan["ditolak"]) == (diterima, ditolak)
    h = simpan(frans, b)
    assert h["orang_baru"] + len({r for r in semula if r[2] in isi.decode("latin-1")}) <= diterima
    ulang = simpan(frans, unggah(frans, isi, subjek, nama))
    assert (ulang["orang_baru"], ulang["dibuka"], ulang["dibetulkan"]) == (0, 0, 0)
    batalkan(frans, b)
    assert register() == semula


def test_baris_perintah_menyimpan_dan_yang_kedua_tidak_mengubah(tmp_path, capsys):
    jalur = tmp_path / "daftar.csv"
    jalur.write_text(KEPALA + BARU + MARIA)
    assert main(["impor", "pegawai", str(jalur), "--pada", HARI.isoformat()]) == 0
    assert json.loads(capsys.readouterr().out)["orang_baru"] == 1
    assert main(["impor", "pegawai", str(jalur), "--pada", HARI.isoformat()]) == 0
    assert json.loads(capsys.readouterr().out)["dibuka"] == 0
    jalur.write_text(KEPALA)
    assert main(["impor", "pegawai", str(jalur)]) == 2


def test_diklat_06_masuk_bagi_yang_terdaftar_diulang_dan_dibatalkan(frans):
    jalur = shared("data", "berkas_kotor", "06_riwayat_diklat.xlsx")
    orang = {r.bersih["nip"]: r.bersih["nama"] for r in uji(jalur, "diklat", Konteks.hari(HARI)).diterima}
    simpan(frans, unggah(frans, "NIP;Nama\n" + "".join(f"{nip};{nama}\n" for nip, nama in orang.items())))
    semula, isi = register(), jalur.read_bytes()
    b = unggah(frans, isi, "diklat", jalur.name)
    assert (b.ringkasan["diterima"], b.ringkasan["ditolak"]) == (12, 4)
    assert simpan(frans, b)["dibuka"] == 12
    ulang = simpan(frans, unggah(frans, isi, "diklat", jalur.name))
    assert (ulang["dibuka"], ulang["sama"]) == (0, 12)
    batalkan(frans, b)
    assert register() == semula


def test_jabatan_hanya_bila_posnya_pasti(frans, orang):
    kepala = "NIP;Nama;Jabatan;TMT Jabatan;Unit Kerja\n"
    isi = "199001152019031007;Contoh Baru;Guru Ahli Pertama;01-02-2024;SD Negeri 1\n"
    isi += "199102152019032008;Contoh Kedua;Guru Ahli Pertama;01-02-2024;SD Negeri 99\n"
    b = unggah(frans, kepala + isi)
    assert ImporBaris.objects.get(berkas=b, baris=3).kode == ",JABATAN_TIDAK_DITEMUKAN,"
    simpan(frans, b)
    baru = PegawaiKini.objects.get(nip="199001152019031007")
    assert (baru.jabatan, baru.unit_id) == ("Guru Ahli Pertama", orang("maria").pegawai.kini.unit_id)
    batalkan(frans, b)
    assert not PegawaiKini.objects.get(nip="199001152019031007").jabatan
