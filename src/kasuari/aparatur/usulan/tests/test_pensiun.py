"""Pensiun: usia jabatan menentukan harinya, BKN ikut memutus, dan mencabutnya mengembalikan register."""

import io
import json
import uuid
from datetime import date

import pytest
from pypdf import PdfReader
from tests.bersama import shared

from kasuari.aparatur.pegawai import kini
from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatStatus
from kasuari.aparatur.usulan import selectors, service
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.bkn import putaran
from kasuari.aparatur.usulan.jenis.pensiun_meninggal.timbang import tmt_meninggal
from kasuari.aparatur.usulan.massal import Calon
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Isian, ambil
from kasuari.aparatur.usulan.tests.pegangan import USUL, berkas, catat, teks, timbang
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.organisasi import selectors as organisasi

pytestmark = pytest.mark.django_db
TMT_SITI = date(2036, 12, 1)  # lahir 5 November 1978, pengawas: 58 tahun
PERTEK = {"pertek_nomor": "PG-25/2026", "pertek_tanggal": date(2026, 11, 23)}
JALAN = (
    ("naomi", "ajukan"),
    ("frans", "terima"),
    ("frans", "usulkan", USUL),
    ("frans", "pertek", PERTEK),
    ("ruth", "paraf"),
    ("otniel", "setujui"),
)


def jabatan(o, hari):
    return organisasi.penugasan_pada(hari).filter(subjek=o.orang).count()


def catat_keluarga(o, nama="Markus Rahman", hubungan="pasangan"):
    catat(o.pegawai, "keluarga", date(2005, 1, 1), {"hubungan": hubungan, "nama": nama, "lahir": date(1976, 2, 3), "tertanggung": True})  # fmt: skip


@pytest.mark.lambat
def test_pensiun_batas_usia_berjalan_dari_konsep_sampai_register_dan_dapat_dicabut(
    orang, susun, lengkapi, jalani, cabut, sekda_otniel
):
    siti = orang("siti")
    catat_keluarga(siti)
    u = jalani(lengkapi(susun("siti", "pensiun_bup", tmt=TMT_SITI, mpp_mulai="2036-01-01")), *JALAN)
    assert u.kasus.keadaan == "terbit" and u.surat.status == "ditandatangani"
    isi = teks(u)
    for kata in (
        "Siti Rahmawati", "197811052002032011", "1 Desember 2036", "1 Januari 2036", "PG-25/2026", "Markus Rahman", "3 Februari 1976",
        "34 tahun 9 bulan", "Rp3.000.000,00", "a.n. WALI KOTA CONTOH SEKRETARIS DAERAH,", "dengan hak pensiun", u.surat.nomor_teks,
    ):  # fmt: skip
        assert kata.casefold() in isi.casefold(), kata
    status = RiwayatStatus.objects.filter(subjek=siti.pegawai, ditutup=None).order_by("mulai")
    assert [(s.mulai, s.kedudukan) for s in status][1:] == [(date(2036, 1, 1), "20"), (TMT_SITI, "98")]
    assert jabatan(siti, date(2035, 12, 31)) == 1 and jabatan(siti, date(2036, 1, 1)) == 0
    with pada_saat(TMT_SITI):
        kini.tulis([siti.pegawai.id])
        assert not PegawaiKini.objects.get(pegawai=siti.pegawai).aktif
    cabut(u, "Keliru orang.")
    assert RiwayatStatus.objects.filter(subjek=siti.pegawai, ditutup=None).count() == 1
    assert jabatan(siti, TMT_SITI) == 1
    susun("siti", "pensiun_bup", tmt=TMT_SITI)


def test_keputusan_pensiun_tertutup_bagi_umum_dan_tertahan_tanpa_pertek(
    orang, susun, lengkapi, langkah, sekda_otniel
):
    for kode in ("pensiun_bup", "pensiun_aps", "pensiun_meninggal"):
        assert ambil(kode).templat.tertutup and ambil(kode).bkn
    u = lengkapi(susun("siti", "pensiun_bup", tmt=TMT_SITI, tanpa_keluarga=True))
    for nama, aksi in (("naomi", "ajukan"), ("frans", "terima")):
        u = langkah(u, nama, aksi)
    with pytest.raises(MasukanSalah, match="nomor dan tanggal persetujuan teknis"):
        langkah(u, "frans", "pertek")


def test_tmt_yang_keliru_dan_yang_belum_tercatat_disebut(orang, susun, langkah):
    kurang = timbang(orang("siti"), "pensiun_bup", date(2034, 12, 1)).kurang
    assert "Batas usia pensiun jabatannya 58 tahun, jadi TMT pensiunnya 1 Desember 2036." in kurang
    assert any("Keluarga belum tercatat" in k for k in kurang)
    u = susun("siti", "pensiun_bup", tmt=TMT_SITI, tanpa_keluarga=True)
    with pytest.raises(MasukanSalah, match="Berkas belum ada: Data perorangan calon penerima pensiun"):
        langkah(u, "naomi", "ajukan")


@pytest.mark.parametrize("mpp", ["2035-11-01", "2036-12-01", "2036-05-02"])
def test_mpp_paling_awal_setahun_sebelum_pensiun_dan_mulai_tanggal_satu(orang, mpp):
    kurang = timbang(orang("siti"), "pensiun_bup", TMT_SITI, tanpa_keluarga=True, mpp_mulai=mpp).kurang
    assert kurang == [
        "Masa persiapan pensiun mulai tanggal 1, paling awal 1 Desember 2035 dan sebelum 1 Desember 2036."
    ]
    assert (
        timbang(orang("siti"), "pensiun_bup", TMT_SITI, tanpa_keluarga=True, mpp_mulai="bukan").kurang == []
    )


def test_masa_kerja_di_bawah_sepuluh_tahun_berhenti_tanpa_hak_pensiun(orang):
    lukas = orang("lukas")  # CPNS 2019
    tmt = PegawaiKini.objects.get(pegawai=lukas.pegawai).pensiun
    assert timbang(lukas, "pensiun_bup", tmt, tanpa_keluarga=True).isi["hak"]
    lukas.pegawai.tmt_cpns = date(tmt.year - 9, tmt.month, 1)
    lukas.pegawai.save(update_fields=["tmt_cpns"])
    assert not timbang(lukas, "pensiun_bup", tmt, tanpa_keluarga=True).isi["hak"]


def test_daftar_setahun_ke_depan_dan_konsepnya_sekaligus(orang, banyak, sekda_otniel):
    with pada_saat(date(2036, 1, 10)):
        nama = [k.nama for k in selectors.jatuh_tempo(orang("naomi").pelaku, ambil("pensiun_bup"), 365)]
        assert "Siti Rahmawati" in nama and "Maria Kandimor" not in nama
    catat_keluarga(orang("siti"))
    calon = [Calon(orang("siti").pegawai.uid, TMT_SITI), Calon(orang("maria").pegawai.uid, TMT_SITI)]
    hasil = banyak("naomi", jenis="pensiun_bup", calon=calon)
    assert [b.hasil for b in hasil.baris] == ["selesai", "gagal"]  # berkas menyusul sesudah konsepnya ada
    assert Usulan.objects.filter(jenis="pensiun_bup").count() == 1


@pytest.mark.lambat
def test_pensiun_atas_permintaan_sendiri_diajukan_orangnya(orang, lengkapi, jalani, cabut, sekda_otniel):
    siti = orang("siti")
    catat_keluarga(siti)
    tmt = date(2029, 1, 1)
    syarat = ambil("pensiun_aps").syarat(
        bahan([siti.pegawai.id], ambil("pensiun_aps").perlu)[siti.pegawai.id], Isian(tmt)
    )
    hasil = service.ajukan(
        siti.pelaku, jenis="pensiun_aps", tmt=tmt, isian={"alasan": "Merawat orang tua"},
        berkas={s.kode: berkas() for s in syarat if s.wajib}, kunci=uuid.uuid4(),
    )  # fmt: skip
    u = Usulan.objects.select_related("kasus").get(id=hasil.uid)
    u = jalani(u, ("naomi", "teruskan"), *JALAN[1:])
    isi = teks(u)
    for kata in ("atas permintaan sendiri", "1 Januari 2029", "usia 50 tahun", "Markus Rahman"):
        assert kata in isi
    s = RiwayatStatus.objects.get(subjek=siti.pegawai, mulai=tmt, ditutup=None)
    assert (s.kedudukan, s.sebab, s.surat) == ("99", "Atas permintaan sendiri", u.surat_id)
    assert jabatan(siti, tmt) == 0
    cabut(u, "Permohonan ditarik.")
    assert jabatan(siti, tmt) == 1 and not RiwayatStatus.objects.filter(mulai=tmt, ditutup=None).exists()


def test_permintaan_sendiri_ditahan_usia_masa_kerja_dan_tanggalnya(orang):
    kurang = timbang(orang("maria"), "pensiun_aps", date(2027, 1, 2), tanpa_keluarga=True).kurang
    assert any("Usia pada TMT 41 tahun, paling rendah 50" in k for k in kurang)
    assert any("Masa kerja pada TMT 16 tahun 9 bulan; hak pensiun perlu 20 tahun" in k for k in kurang)
    assert any("selalu tanggal 1" in k for k in kurang)
    assert any(
        "harus sesudah hari ini" in k for k in timbang(orang("siti"), "pensiun_aps", date(2026, 1, 1)).kurang
    )
    lewat = timbang(orang("siti"), "pensiun_aps", TMT_SITI, tanpa_keluarga=True).kurang
    assert lewat == ["Batas usia pensiunnya 1 Desember 2036, jadi pensiunnya disusun menurut batas usia."]


def test_hukuman_yang_berjalan_menahan_permintaan_tanpa_menyebutnya(orang):
    siti, tmt = orang("siti"), date(2029, 1, 1)
    assert timbang(siti, "pensiun_aps", tmt, tanpa_keluarga=True).kurang == []
    isi = {"tingkat": "berat", "jenis": "Penurunan jabatan"}
    catat(siti.pegawai, "hukuman", date(2026, 10, 1), isi, sampai=date(2027, 10, 1))
    (kurang,) = timbang(siti, "pensiun_aps", tmt, tanpa_keluarga=True).kurang
    assert "catatan di register" in kurang and "hukuman" not in kurang.lower()
    assert "PP 11/2017 Pasal 238 ayat (3)" in kurang


def test_tugas_belajar_menahan_permintaan_sendiri(orang):
    catat(orang("siti").pegawai, "status", date(2026, 8, 1), {"jenis": "pns", "kedudukan": "03"})
    (kurang,) = timbang(orang("siti"), "pensiun_aps", date(2029, 1, 1), tanpa_keluarga=True).kurang
    assert kurang.startswith("Masih tercatat tugas belajar")


def test_ikatan_dinas_sesudah_tugas_belajar_menahan_sampai_selesai(orang):
    siti = orang("siti")
    catat(siti.pegawai, "status", date(2024, 9, 1), {"jenis": "pns", "kedudukan": "03"})
    catat(siti.pegawai, "status", date(2026, 9, 1), {"jenis": "pns", "kedudukan": "01"})
    (kurang,) = timbang(siti, "pensiun_aps", date(2030, 8, 1), tanpa_keluarga=True).kurang
    assert kurang.startswith("Ikatan dinas 48 bulan") and "1 September 2030" in kurang
    assert "PP 11/2017 Pasal 238 ayat (3) huruf b" in kurang
    assert timbang(siti, "pensiun_aps", date(2030, 9, 1), tanpa_keluarga=True).kurang == []


@pytest.mark.lambat
def test_meninggal_berhenti_mulai_bulan_berikutnya_dengan_ahli_warisnya(
    orang, susun, lengkapi, jalani, cabut, sekda_otniel
):
    siti = orang("siti")
    catat_keluarga(siti)
    isi = {
        "hari_meninggal": "2026-10-14",
        "akta": "AK-7/2026",
        "waris_nama": "markus rahman",
        "waris_hubungan": "pasangan",
    }
    u = jalani(lengkapi(susun("siti", "pensiun_meninggal", tmt=None, **isi)), *JALAN)
    tulisan = teks(u)
    for kata in ("14 Oktober 2026", "1 November 2026", "AK-7/2026", "markus rahman", "Suami/istri"):
        assert kata in tulisan
    s = RiwayatStatus.objects.get(subjek=siti.pegawai, mulai=date(2026, 11, 1), ditutup=None)
    assert (s.kedudukan, s.sebab) == ("88", "Meninggal dunia")
    assert not PegawaiKini.objects.get(pegawai=siti.pegawai).aktif and jabatan(siti, date(2026, 11, 1)) == 0
    cabut(u, "Keliru orang.")
    assert PegawaiKini.objects.get(pegawai=siti.pegawai).aktif and jabatan(siti, date(2026, 11, 1)) == 1


def test_usul_ke_bkn_membawa_tmt_hasil_timbangan_bila_isiannya_tidak_bertanggal(orang, susun):
    u = susun("siti", "pensiun_meninggal", tmt=None, hari_meninggal="2026-10-14", tanpa_keluarga=True)
    k = putaran.kiriman(u)
    assert (k.layanan, k.jenis, k.tmt) == ("pensiun", "pensiun_meninggal", date(2026, 11, 1))


@pytest.mark.parametrize("hari", [None, "2027-01-01", "1970-01-01", "kemarin"])
def test_tanggal_meninggal_yang_tidak_mungkin_ditolak_dengan_kalimat(orang, hari):
    (kurang,) = timbang(orang("siti"), "pensiun_meninggal", None, hari_meninggal=hari).kurang
    assert kurang == "Isi tanggal meninggal: sesudah tanggal lahir dan paling lambat hari ini."


def test_ahli_waris_harus_keluarga_yang_tercatat(orang):
    catat_keluarga(orang("siti"))
    isi = {"hari_meninggal": "2026-10-14", "waris_nama": "Orang Lain", "waris_hubungan": "pasangan"}
    (kurang,) = timbang(orang("siti"), "pensiun_meninggal", None, **isi).kurang
    assert "'Orang Lain' belum tercatat sebagai keluarga" in kurang
    (kurang,) = timbang(orang("siti"), "pensiun_meninggal", None, hari_meninggal="2026-10-14").kurang
    assert kurang == "Isi nama ahli waris, atau tandai bahwa memang tidak ada."
    assert tmt_meninggal(date(2026, 12, 31)) == date(2027, 1, 1)


def test_tidak_ada_yang_berhak_ditolak_selama_register_mencatat_yang_berhak(orang):
    siti, isi = orang("siti"), {"hari_meninggal": "2026-10-14", "tanpa_keluarga": True}
    dewasa = {"hubungan": "anak", "nama": "Anak Dewasa", "lahir": date(2001, 10, 14), "tertanggung": True}
    catat(siti.pegawai, "keluarga", date(2005, 1, 1), dewasa)  # tepat 25 tahun: tidak lagi berhak
    catat(siti.pegawai, "keluarga", date(2005, 1, 1), {**dewasa, "nama": "Anak Bekerja", "lahir": date(2004, 1, 1), "tertanggung": False})  # fmt: skip
    hasil = timbang(siti, "pensiun_meninggal", None, **isi)
    assert hasil.kurang == [] and "Anak Bekerja" in hasil.ingat[0] and "Dewasa" not in hasil.ingat[0]
    catat_keluarga(siti)
    catat(siti.pegawai, "keluarga", date(2012, 1, 1), {**dewasa, "nama": "Anak Kecil", "lahir": date(2012, 1, 1)})  # fmt: skip
    (kurang,) = timbang(siti, "pensiun_meninggal", None, **isi).kurang
    assert kurang.startswith("Register mencatat keluarga yang berhak: Markus Rahman, Anak Kecil.")
    waris = {"waris_nama": "Markus Rahman", "waris_hubungan": "pasangan"}
    (kurang,) = timbang(siti, "pensiun_meninggal", None, **isi, **waris).kurang[:1]
    assert kurang.startswith("Ahli waris sudah diisi")


def test_jenjang_yang_tidak_dikenal_menahan_bukan_ditebak(orang):
    PegawaiKini.objects.filter(pegawai=orang("maria").pegawai).update(
        jabatan="Penata Layanan Antah", jenis_jabatan="fungsional", jenjang=""
    )
    kurang = timbang(orang("maria"), "pensiun_bup", date(2043, 9, 1), tanpa_keluarga=True).kurang
    assert kurang == ["Jenjang jabatannya tidak dikenal. Tulis jenjangnya pada nama posnya, lalu susun lagi."]


def test_yang_sudah_tercatat_berhenti_tidak_diberhentikan_lagi(orang):
    catat(orang("siti").pegawai, "status", TMT_SITI, {"jenis": "pns", "kedudukan": "98"})
    kurang = timbang(orang("siti"), "pensiun_bup", TMT_SITI, tanpa_keluarga=True).kurang
    assert kurang == ["Berhentinya sudah tercatat mulai 1 Desember 2036."]


def test_orang_lain_tidak_menemukan_pensiun_dan_pppk_tidak_punya_jenis_ini(orang, susun):
    u = susun("siti", "pensiun_bup", tmt=TMT_SITI)
    for nama in ("siti", "maria", "dominggus"):
        with pytest.raises(TidakAda):
            selectors.usulan(orang(nama).pelaku, u.id)
    with pytest.raises(MasukanSalah, match="tidak ada bagi status"):
        susun("amos", "pensiun_bup", tmt=TMT_SITI)
    with pytest.raises((TidakAda, TidakBoleh)):
        susun("ester", "pensiun_bup", tmt=TMT_SITI)


def test_tmt_pensiun_sama_dengan_kasus_hukumnya(orang):
    """Kasus `pension_date` yang BUP-nya BUP jabatan Siti (58): hari lahir kasusnya dipasang, TMT-nya harus sama."""
    kasus = [
        c
        for berkas in ("kepegawaian", "kepegawaian_derived")
        for c in json.loads(shared(f"cases/{berkas}.json").read_text())["cases"]
        if c["kind"] == "pension_date" and c["inputs"]["bup"] == 58
    ]
    assert kasus
    siti = orang("siti")
    for c in kasus:
        siti.pegawai.lahir = date.fromisoformat(c["inputs"]["birth"])
        siti.pegawai.save(update_fields=["lahir"])
        tmt = date.fromisoformat(c["expected"]["tmt_pensiun"])
        assert timbang(siti, "pensiun_bup", tmt, tanpa_keluarga=True).kurang == []


@pytest.mark.lambat
def test_paket_pensiun_terisi_dari_register_dan_yang_kosong_tetap_bergaris(orang, susun):
    """DPCP dan isian Taspen ada sebelum usulannya dikirim; yang tidak tercatat tidak dikarang."""
    catat_keluarga(orang("siti"))
    u = susun("siti", "pensiun_bup", tmt=TMT_SITI, berkas={"foto": berkas()})
    isi = " ".join(" ".join(h.extract_text() for h in PdfReader(io.BytesIO(service.paket(u))).pages).split())
    for kata in (
        "Siti Rahmawati", "197811052002032011", "5 November 1978", "1 Desember 2036", "34 tahun 9 bulan", "Rp3.000.000,00", "Markus Rahman",
        "Nomor rekening : ....", "Surat atau akta nikah Belum ada", "Pas foto terbaru Belum diperiksa", "Berkas belum ada",
    ):  # fmt: skip
        assert kata in isi, kata
    with pytest.raises(TidakAda):
        service.paket(susun("maria", "kgb"))
