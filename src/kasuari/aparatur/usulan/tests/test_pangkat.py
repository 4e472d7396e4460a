"""Kenaikan pangkat: hukumnya menentukan, BKN memberi pertek, keputusannya menulis golongan dan gaji, mencabut mengembalikan."""

import io
import json
from datetime import date
from decimal import Decimal

import pytest
from pypdf import PdfReader
from tests.bersama import shared

from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatGolongan, RiwayatKgb, RiwayatPak
from kasuari.aparatur.usulan import efek, massal, selectors
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.rangka import Isian, ambil
from kasuari.aparatur.usulan.tests.pegangan import USUL
from kasuari.aturan.masa_kerja import tulis
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.jejak.antrean import jalankan_semua

pytestmark = pytest.mark.django_db
TMT = date(2026, 12, 1)


@pytest.fixture
def yosep(jabat, catat):
    """Pelaksana III/a sejak Desember 2022, KGB terakhir April 2025 (masa kerja 4 tahun), berijazah S1."""
    jabat("yosep", "dik", "Pengolah Data", "pelaksana")
    catat("yosep", "golongan", date(2022, 12, 1), ganti=True, golongan="III/a", mk_tahun=1, mk_bulan=8)
    catat("yosep", "skp", date(2024, 1, 1), sampai=date(2025, 1, 1), tahun=2024, predikat="Baik")


@pytest.fixture
def guru(catat):
    """Maria guru Ahli Pertama III/b sejak April 2024, angka kredit 56,25."""
    catat("maria", "golongan", date(2024, 4, 1), ganti=True, golongan="III/a", mk_tahun=3, mk_bulan=0)
    catat("maria", "pak", date(2026, 1, 1), ak=Decimal("56.25"), jenjang="Ahli Pertama")
    catat("maria", "skp", date(2024, 1, 1), sampai=date(2025, 1, 1), tahun=2024, predikat="Baik")


def timbang(orang, nama, jenis, tmt=TMT, **data):
    j, p = ambil(jenis), orang(nama).pegawai
    return efek.timbang_calon(j, bahan([p.id], j.perlu)[p.id], Isian(tmt, data))


def sampai_bkn(u, langkah):
    for nama, aksi in (("naomi", "ajukan"), ("frans", "terima")):
        u = langkah(u, nama, aksi)
    assert u.kasus.keadaan == "bkn"
    return u


def sampai_terbit(u, langkah):
    u = sampai_bkn(u, langkah)
    u = langkah(u, "frans", "usulkan", **USUL)
    u = langkah(u, "frans", "pertek", pertek_nomor="PT/96/2026", pertek_tanggal=date(2026, 11, 23))
    for nama, aksi in (("ruth", "paraf"), ("dominggus", "setujui")):
        u = langkah(u, nama, aksi)
    jalankan_semua()
    u.refresh_from_db()
    return u


@pytest.mark.lambat
def test_reguler_dari_jatuh_tempo_sampai_golongan_dan_gaji_baru(orang, yosep, sekda, susun, langkah, berkas):
    kini = PegawaiKini.objects.get(pegawai=orang("yosep").pegawai)
    assert (kini.kp_berikut, kini.kgb_berikut) == (TMT, date(2027, 4, 1))
    u = sampai_terbit(susun("yosep", "pangkat_reguler", tmt=TMT, berkas=berkas("sk_pangkat")), langkah)
    p = orang("yosep").pegawai
    g = RiwayatGolongan.objects.get(subjek=p, mulai=TMT, ditutup=None)
    k = RiwayatKgb.objects.get(subjek=p, mulai=TMT, ditutup=None)
    assert (g.golongan, g.mk_tahun, g.mk_bulan, g.jenis_kp, g.surat) == ("III/b", 5, 8, "101", u.surat_id)
    # III/b masa kerja 5 tahun memakai baris 4 tahun, tabel PP 5/2024
    assert (k.gaji_pokok, k.mk_tahun, k.mk_bulan) == (3_089_300, 5, 8)
    kini = PegawaiKini.objects.get(pegawai=p)
    assert kini.kgb_berikut == date(2027, 4, 1)  # hitungan KGB tidak terulang
    teks = " ".join(
        "".join(h.extract_text() for h in PdfReader(io.BytesIO(surat.baca(u.surat))).pages).split()
    )
    for kata in ("Yosep Tanagiri", "Penata Muda (III/a)", "Penata Muda Tingkat I (III/b)", "1 Desember 2026", "5 tahun 8 bulan",
                 "Rp3.089.300,00", "PT/96/2026", "23 November 2026", "Dominggus Sowefa", "a.n. WALI KOTA CONTOH", u.surat.nomor_teks):  # fmt: skip
        assert kata in teks, kata


@pytest.mark.lambat
def test_mencabut_keputusan_pangkat_mengembalikan_golongan_gaji_dan_angka_kredit(
    orang, guru, sekda, susun, langkah, cabut, berkas
):
    u = sampai_terbit(susun("maria", "pangkat_pilihan", tmt=TMT, berkas=berkas("sk_pangkat", "pak")), langkah)
    p = orang("maria").pegawai
    model = {"golongan": RiwayatGolongan, "kgb": RiwayatKgb, "pak": RiwayatPak}
    baru = {k: m.objects.get(subjek=p, mulai=TMT, ditutup=None) for k, m in model.items()}
    assert (baru["golongan"].golongan, baru["golongan"].jenis_kp) == ("III/b", "202")
    assert (baru["pak"].ak, baru["pak"].jenjang) == (Decimal("6.25"), "Ahli Pertama")  # kelebihan dari 50
    assert baru["kgb"].gaji_pokok > 3_000_000
    u = cabut(u, "Keliru angka kredit.")
    assert u.kasus.keadaan == "dicabut" and u.surat.status == "dicabut"
    assert not any(m.objects.filter(subjek=p, mulai=TMT, ditutup=None).exists() for m in model.values())
    kini = PegawaiKini.objects.get(pegawai=p)
    assert (kini.golongan, kini.gaji_pokok, kini.kgb_berikut) == ("III/a", 3_000_000, date(2027, 4, 1))


def test_tanpa_pertek_keputusan_tidak_melangkah(yosep, sekda, susun, langkah, berkas):
    u = sampai_bkn(susun("yosep", "pangkat_reguler", tmt=TMT, berkas=berkas("sk_pangkat")), langkah)
    with pytest.raises(MasukanSalah, match="persetujuan teknis BKN"):
        langkah(u, "frans", "pertek")
    with pytest.raises(MasukanSalah, match="tanggal persetujuan"):
        langkah(u, "frans", "pertek", pertek_nomor="PT/1")


def test_reguler_menyebut_setiap_kekurangan(orang, yosep, catat, jabat):
    assert timbang(orang, "yosep", "pangkat_reguler").kurang == []
    kurang = timbang(orang, "yosep", "pangkat_reguler", date(2026, 11, 1)).kurang
    assert kurang == ["Menurut masa kerja dalam pangkatnya, paling awal 1 Desember 2026."]
    assert "harus tanggal 1" in " ".join(timbang(orang, "yosep", "pangkat_reguler", date(2026, 12, 5)).kurang)
    kurang = " ".join(timbang(orang, "maria", "pangkat_reguler").kurang)
    for kata in (
        "SKP) 2024 belum tercatat",
        "paling awal 1 April 2029",
        "(Fungsional) naik pangkat lewat kenaikan pangkat pilihan",
    ):
        assert kata in kurang
    assert "Predikat kinerja dua tahun" not in kurang  # yang belum tercatat tidak disebut rendah
    catat("yosep", "golongan", date(2022, 12, 1), ganti=True, golongan="II/d", mk_tahun=5, mk_bulan=0)
    assert timbang(orang, "yosep", "pangkat_reguler").kurang == [
        "Ujian dinas tingkat I belum dinyatakan lulus."
    ]
    hasil = timbang(orang, "yosep", "pangkat_reguler", ujian_dinas="1")
    # II/d ke III/a: masa kerja dipotong 5 tahun
    assert hasil.kurang == [] and (hasil.isi["mk_lama"], hasil.isi["mk_baru"]) == ([5, 8], [0, 8])


def test_naik_ke_golongan_iii_sama_dengan_kasus_baku(orang, yosep, catat):
    isi = json.loads(shared("cases", "gaji_pajak_derived.json").read_text())["cases"]
    kasus = next(x for x in isi if x["id"] == "D-promotion-IId-22-to-IIIa")["expected"]
    # masa kerja 22 tahun 7 bulan pada TMT
    catat("yosep", "golongan", date(2022, 12, 1), ganti=True, golongan="II/d", mk_tahun=18, mk_bulan=7)
    lama = {"gaji_pokok": kasus["gaji_pokok_lama"], "mk_tahun": 20, "mk_bulan": 11}
    catat("yosep", "kgb", date(2025, 4, 1), ganti=True, **lama)
    hasil = timbang(orang, "yosep", "pangkat_reguler", ujian_dinas="1")
    assert hasil.kurang == [] and hasil.isi["mk_lama"] == [22, 7]
    assert tulis(hasil.isi["mk_baru"][0] * 12 + hasil.isi["mk_baru"][1]) == kasus["mkg_baru"]
    assert (hasil.isi["gaji_lama"], hasil.isi["gaji_baru"]) == (
        kasus["gaji_pokok_lama"],
        kasus["gaji_pokok_baru"],
    )


def test_puncak_ijazah_predikat_rendah_dan_kgb_sesudahnya_disebut(orang, yosep, catat):
    catat("yosep", "golongan", date(2022, 12, 1), ganti=True, golongan="III/d", mk_tahun=1, mk_bulan=8)
    catat(
        "yosep", "skp", date(2024, 1, 1), ganti=True, sampai=date(2025, 1, 1), tahun=2024, predikat="Kurang"
    )
    catat("yosep", "skp", date(2025, 1, 1), sampai=date(2026, 1, 1), tahun=2025, predikat="Baik")
    catat("yosep", "kgb", date(2027, 4, 1), gaji_pokok=3_100_000, mk_tahun=6, mk_bulan=0)
    kurang = " ".join(timbang(orang, "yosep", "pangkat_reguler", date(2027, 1, 1)).kurang)
    for kata in (
        "melampaui golongan tertinggi ijazah S1",
        "paling rendah Baik; yang tercatat 2025 Baik, 2024 Kurang",
        "Ujian dinas tingkat II belum",
        "KGB 1 April 2027 sudah tercatat sesudah TMT ini",
    ):
        assert kata in kurang, kurang


@pytest.mark.parametrize("hilang", ["golongan", "kgb", "pendidikan"])
def test_fakta_yang_belum_tercatat_disebut(orang, yosep, pelaku_sistem, hilang):
    from uuid import uuid4

    from kasuari.aparatur.pegawai import riwayat, service

    p = orang("yosep").pegawai
    fakta = list(
        riwayat.jenis(hilang).model.objects.filter(subjek=p, ditutup=None).values_list("uid", flat=True)
    )
    service.batalkan_riwayat(pelaku_sistem, kode=hilang, fakta=fakta, alasan="Uji", kunci=uuid4())
    (kurang,) = timbang(orang, "yosep", "pangkat_reguler").kurang
    kata = {"golongan": "Golongan belum", "kgb": "Gaji pokok terakhir belum", "pendidikan": "Ijazah belum"}
    assert kurang.startswith(kata[hilang])


def test_fungsional_perlu_pak_jenjangnya_dan_angka_kredit_cukup(orang, guru, catat):
    assert timbang(orang, "maria", "pangkat_pilihan").kurang == []
    assert "PAK) belum tercatat" in timbang(orang, "lukas", "pangkat_pilihan").kurang[0]
    catat("maria", "pak", date(2026, 7, 1), ak=Decimal("49.99"), jenjang="Ahli Pertama")
    assert timbang(orang, "maria", "pangkat_pilihan").kurang == [
        "Angka kredit 49,99 dari 50 yang diperlukan."
    ]
    catat("maria", "pak", date(2026, 8, 1), ak=Decimal("60"), jenjang="Ahli Muda")
    assert (
        "untuk jenjang Ahli Muda, jabatannya Guru Ahli Pertama"
        in timbang(orang, "maria", "pangkat_pilihan").kurang[0]
    )
    catat("maria", "golongan", date(2024, 4, 1), ganti=True, golongan="III/b", mk_tahun=3, mk_bulan=0)
    catat("maria", "pak", date(2026, 9, 1), ak=Decimal("60"), jenjang="Ahli Pertama")
    assert "di luar jenjang Ahli Pertama" in " ".join(timbang(orang, "maria", "pangkat_pilihan").kurang)


def test_struktural_memakai_eselonnya(orang, jabat, catat):
    catat("naomi", "skp", date(2024, 1, 1), sampai=date(2025, 1, 1), tahun=2024, predikat="Baik")
    assert "Eselon jabatannya belum tercatat" in timbang(orang, "naomi", "pangkat_pilihan").kurang[0]
    jabat("naomi", "dik", "Kepala Subbagian Program", "pengawas", mulai=date(2025, 6, 1), eselon="IV.a")
    # III/c di eselon IV.a (III/c sampai III/d): masa pangkat empat tahun penuh
    assert timbang(orang, "naomi", "pangkat_pilihan").kurang == [
        "Menurut masa kerja dalam pangkatnya, paling awal 1 April 2029."
    ]
    catat("naomi", "golongan", date(2025, 4, 1), ganti=True, golongan="III/b", mk_tahun=4, mk_bulan=0)
    hasil = timbang(orang, "naomi", "pangkat_pilihan")  # di bawah rentang eselonnya: setahun
    assert hasil.kurang == [] and (hasil.isi["golongan_baru"], hasil.isi["jenis_kp"]) == ("III/c", "201")
    assert "bukan struktural atau fungsional" in timbang(orang, "amos", "pangkat_pilihan").kurang[0]


def test_pangkat_yang_ditetapkan_presiden_ditolak_dengan_sebabnya(orang, jabat, catat):
    jabat("ruth", "bkpsdm", "Kepala Badan", "jpt", mulai=date(2025, 6, 1), eselon="II.b")
    catat("ruth", "golongan", date(2022, 4, 1), ganti=True, golongan="IV/b", mk_tahun=20, mk_bulan=0)
    catat("ruth", "skp", date(2024, 1, 1), sampai=date(2025, 1, 1), tahun=2024, predikat="Baik")
    assert "di atas IV/b ditetapkan Presiden" in " ".join(timbang(orang, "ruth", "pangkat_pilihan").kurang)


def test_penyesuaian_ijazah_sama_dengan_kasus_baku(orang, catat, jabat):
    isi = json.loads(shared("cases", "kepegawaian.json").read_text())["cases"]
    kasus = next(x for x in isi if x["id"] == "kp_ijazah_5")
    catat(
        "yosep",
        "golongan",
        date(2025, 4, 1),
        ganti=True,
        golongan=kasus["inputs"]["golongan"],
        mk_tahun=8,
        mk_bulan=0,
    )
    catat("yosep", "skp", date(2024, 1, 1), sampai=date(2025, 1, 1), tahun=2024, predikat="Baik")
    nyata = {"lulus_ujian_ijazah": True, "tugas_sesuai_ijazah": True}
    hasil = timbang(orang, "yosep", "pangkat_ijazah", **nyata)
    assert hasil.kurang == [] and hasil.isi["golongan_baru"] == kasus["expected"]["golongan_baru"]
    kurang = timbang(orang, "yosep", "pangkat_ijazah", date(2026, 3, 1)).kurang
    assert kurang == [
        "Menurut masa kerja dalam pangkatnya, paling awal 1 April 2026.",
        "Ujian penyesuaian ijazah belum dinyatakan lulus.",
        "Tugasnya belum dinyatakan sesuai dengan ijazah barunya.",
    ]
    catat("yosep", "golongan", date(2025, 4, 1), ganti=True, golongan="III/b", mk_tahun=8, mk_bulan=0)
    assert "III/b tidak di bawah golongan ijazah S1 (III/a)" in " ".join(
        timbang(orang, "yosep", "pangkat_ijazah", **nyata).kurang
    )


@pytest.mark.lambat
def test_penyesuaian_ijazah_sampai_terbit(orang, sekda, susun, langkah, berkas, catat):
    catat("yosep", "golongan", date(2025, 4, 1), ganti=True, golongan="II/d", mk_tahun=8, mk_bulan=0)
    catat("yosep", "kgb", date(2025, 4, 1), ganti=True, gaji_pokok=2_900_000, mk_tahun=8, mk_bulan=0)
    catat("yosep", "skp", date(2024, 1, 1), sampai=date(2025, 1, 1), tahun=2024, predikat="Baik")
    syarat = berkas("sk_pangkat", "ijazah", "ujian", "tugas")
    u = susun(
        "yosep", "pangkat_ijazah", tmt=TMT, berkas=syarat, lulus_ujian_ijazah=True, tugas_sesuai_ijazah=True
    )
    u = sampai_bkn(u, langkah)
    u = langkah(u, "frans", "usulkan", **USUL)
    u = langkah(u, "frans", "pertek", pertek_nomor="PT/97/2026", pertek_tanggal=date(2026, 11, 23))
    assert u.kasus.keadaan == "tandatangan"  # golongan II ditandatangani kepala BKPSDM, tanpa paraf
    langkah(u, "ruth", "setujui")
    jalankan_semua()
    g = RiwayatGolongan.objects.get(subjek=orang("yosep").pegawai, mulai=TMT, ditutup=None)
    assert (g.golongan, g.jenis_kp, g.mk_tahun, g.mk_bulan) == ("III/a", "203", 4, 8)


def test_konsep_tersusun_sekali_tekan_dan_berkas_yang_belum_ada_menahan_pengiriman(
    orang, yosep, sekda, catat, banyak, langkah
):
    j, isi = ambil("pangkat_reguler"), {"golongan": "III/a", "mk_tahun": 1, "mk_bulan": 8}
    kini = list(selectors.jatuh_tempo(orang("naomi").pelaku, j, 90))
    (kurang,) = massal.kekurangan(j.kode, kini).values()
    assert kurang == ([], ["Berkas belum ada: SK pangkat terakhir."])
    calon = [massal.Calon(orang("yosep").pegawai.uid, TMT)]
    (baris,) = banyak("naomi", jenis="pangkat_reguler", calon=calon).baris
    assert baris.hasil == "selesai"
    with pytest.raises(MasukanSalah, match="Berkas belum ada: SK pangkat terakhir"):
        langkah(baris.usulan, "naomi", "ajukan")
    # nomor SK di register cukup
    catat("yosep", "golongan", date(2022, 12, 1), ganti=True, sk="800/12/2022", **isi)
    assert langkah(baris.usulan, "naomi", "ajukan").kasus.keadaan == "periksa"


def test_daftar_jatuh_tempo_reguler_menurut_jangkauan_dan_kuerinya_tetap(
    orang, yosep, jabat, catat, susun, django_assert_num_queries
):
    j = ambil("pangkat_reguler")
    (k,) = selectors.jatuh_tempo(orang("naomi").pelaku, j, 90)
    assert (k.nama, k.tmt, k.usulan_id) == ("Yosep Tanagiri", TMT, None)
    # masanya sudah lewat: periode sah berikutnya, sampai usulannya menyebut TMT-nya sendiri
    catat("yosep", "golongan", date(2020, 4, 1), ganti=True, golongan="III/a", mk_tahun=1, mk_bulan=8)
    assert selectors.jatuh_tempo(orang("naomi").pelaku, j, 90).get().tmt == TMT
    u = susun("yosep", "pangkat_reguler", tmt=date(2027, 2, 1))
    k = selectors.jatuh_tempo(orang("naomi").pelaku, j, 90).get()
    assert (k.tmt, k.usulan_id) == (date(2027, 2, 1), u.id)
    for n in ("maria", "siti"):
        jabat(n, "dik", f"Pengolah {n}", "pelaksana")
        catat(n, "golongan", date(2022, 12, 1), ganti=True, golongan="III/a", mk_tahun=1, mk_bulan=8)
    pelaku = orang("naomi").pelaku
    with django_assert_num_queries(3):  # ketentuan daerah dua kali, lalu daftarnya
        assert len(list(selectors.jatuh_tempo(pelaku, j, 90))) == 3
    assert not selectors.jatuh_tempo(orang("frans").pelaku, j, 90).filter(nama="Ester Mambraku").exists()
