"""Disiplin dari laporan sampai hukuman berlaku: hak menanggapi, orang yang terpisah, dan surat yang tertutup."""

import io
import uuid
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from pypdf import PdfReader

from kasuari.aparatur.disiplin import hukum, pekerjaan, selectors, service
from kasuari.aparatur.disiplin.models import BarisIdis, BebasSementara, Lembar, SuratPemeriksaan
from kasuari.aparatur.disiplin.tests.conftest import ABSEN, BAP, PANGGIL, PDF, WEWENANG, tanda_tangani
from kasuari.aparatur.pegawai.models import RiwayatHukuman, RiwayatKeluarga
from kasuari.dasar.alur.models import LangkahKasus, Tunggu
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.orang.models import Orang

pytestmark = pytest.mark.django_db
SENIN = date(2026, 11, 30)


@pytest.mark.lambat
def test_ringan_dari_laporan_sampai_berlaku_di_register(sampai, orang):
    p = sampai("akhir")
    assert (p.kasus.keadaan, p.hukuman, p.diterima) == ("disampaikan", 2, SENIN)
    # hari kerja ke-15 sesudah 30 November: 1 sampai 21 Desember, tanpa hari libur
    assert p.berlaku == hukum.tenggat("disiplin_berlaku", SENIN).jatuh_tempo == date(2026, 12, 21)
    with pada_saat(date(2026, 12, 20)):
        pekerjaan.harian(None)
    assert not RiwayatHukuman.objects.exists()
    with pada_saat(date(2026, 12, 21)):
        pekerjaan.harian(None)
        pekerjaan.harian(None)
    p.refresh_from_db()
    p.kasus.refresh_from_db()
    f = RiwayatHukuman.objects.get(ditutup=None)
    assert (f.uid, f.subjek_id, f.tingkat, f.jenis) == (
        p.fakta,
        orang("yosep").pegawai.id,
        "ringan",
        "Teguran tertulis",
    )
    assert (f.mulai, f.surat, f.sk_nomor) == (date(2026, 12, 21), p.sk_id, p.sk.nomor_teks)
    assert p.kasus.keadaan == "final"
    assert BarisIdis.objects.get().dikirim is None
    teks = " ".join(h.extract_text() for h in PdfReader(io.BytesIO(surat.baca(p.sk))).pages)
    for kata in (
        "Yosep Tanagiri",
        "teguran tertulis",
        "Pasal 4 huruf f",
        "hari kerja ke-15",
        p.sk.nomor_teks,
    ):
        assert kata in " ".join(teks.split())
    assert p.sk.ringkas_publik == {}
    assert all(
        surat.DAFTAR[x.surat.templat, 1].tertutup for x in SuratPemeriksaan.objects.select_related("surat")
    )


@pytest.mark.lambat
def test_tidak_ada_putusan_sebelum_ditanggapi_atau_batasnya_lewat(sampai, jalan):
    p = sampai("hak_jawab")
    for nama in ("yuliana", "siti"):
        with pytest.raises((BedaVersi, TidakAda)):
            jalan(p, nama, "jatuhkan", pada=SENIN, hukuman=2, pertimbangan="Cepat.")
    with pytest.raises(BedaVersi):  # langkah meneruskan baru ada sesudah batasnya
        jalan(p, "siti", "lanjut", pada=SENIN)
    batas = Tunggu.objects.get(kasus=p.kasus, selesai=None).tenggat
    with pada_saat(batas):
        pekerjaan.teruskan()
    p.kasus.refresh_from_db()
    assert p.kasus.keadaan == "hak_jawab"
    with pada_saat(batas + timedelta(days=1)):
        pekerjaan.teruskan()
    p.kasus.refresh_from_db()
    assert p.kasus.keadaan == "putusan"
    assert LangkahKasus.objects.get(kasus=p.kasus, aksi="lanjut").pelaku is None


@pytest.mark.lambat
def test_tanggapan_dengan_bukti_sampai_ke_yang_memutus(sampai, jalan, orang):
    p = jalan(
        sampai("hak_jawab"),
        "yosep",
        "jawab",
        pada=SENIN,
        berkas=PDF,
        tanggapan="Saya menjaga anak di rumah sakit.",
    )
    x = Lembar.objects.get(pemeriksaan=p, aksi="jawab")
    assert b"rumah sakit" not in bytes(x.isi_sandi)
    assert selectors.satu_lembar(orang("yuliana").pelaku, p, x.id).isi["tanggapan"].startswith("Saya menjaga")
    assert p.kasus.keadaan == "putusan"


def test_pppk_ditolak_dengan_kalimat_hukumnya_dan_cpns_mengikuti_pns(lapor, orang):
    with pytest.raises(MasukanSalah, match=r"PPPK tidak dikenai PP 94/2021.*PP 49/2018"):
        lapor(siapa="ester")
    k = orang("yosep").pegawai.kini
    k.jenis = "cpns"
    k.save()
    assert lapor().tingkat == hukum.RINGAN


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"hari": 2}, "belum sampai batas"),
        ({"hari": None}, "hanya bila pelanggarannya soal masuk kerja"),
        ({"hari": -1}, "di luar rentang. Yang boleh: 0"),
        ({"hari": 3.5}, "Hari kerja tidak masuk"),
        ({"pelanggaran": ["Entah"]}, "Pilih kewajiban"),
        ({"pelanggaran": []}, "Pilih kewajiban"),
        ({"dampak": "Kampung"}, "Pilih dampaknya"),
        ({"kejadian": date(2026, 12, 1)}, "sesudah hari ini"),
        ({"fakta": " "}, "apa yang terjadi"),
    ],
)
def test_laporan_yang_keliru_disebut(lapor, isi, kalimat):
    with pytest.raises(MasukanSalah) as galat:
        lapor(**isi)
    assert kalimat.lower() in galat.value.pesan.lower()


@pytest.mark.parametrize("hari", [float("nan"), float("inf"), "banyak"])
def test_hari_yang_bukan_bilangan_ditolak_dengan_yang_boleh(hari):
    with pytest.raises(MasukanSalah, match="Hari kerja tidak masuk"):
        hukum.absen("PNS", 0, hari, False, hukum.buku())


def test_atasan_hanya_melaporkan_bawahannya_dan_tidak_seorang_pun_dirinya(lapor):
    with pytest.raises(MasukanSalah, match="jangkauan"):
        lapor(oleh="dominggus")
    with pytest.raises(MasukanSalah, match="diri sendiri"):
        lapor(oleh="frans", siapa="frans")
    with pytest.raises(TidakBoleh):
        lapor(oleh="naomi")


@pytest.mark.lambat
def test_pelapor_tidak_memeriksa_pemeriksanya_atasan_di_atasnya(lapor, jalan, orang):
    p = lapor(oleh="siti")
    t = Tunggu.objects.get(kasus=p.kasus, selesai=None)
    assert t.pos == orang("yuliana").pegawai.kini.pos
    with pytest.raises(TidakBoleh):
        jalan(p, "siti", "panggil", **PANGGIL)
    # Yuliana memeriksa, jadi yang memutus bukan dia lagi: PPK
    p = jalan(p, "yuliana", "panggil", **PANGGIL)
    for aksi, isi in (("hadir", {}), ("bap", BAP)):
        p = jalan(p, "yuliana", aksi, pada=SENIN, **isi)
    Orang.objects.filter(uid=orang("yosep").orang.uid).update(gelar_belakang="S.Pd.")
    p = jalan(p, "yosep", "tanda_tangan", pada=SENIN)
    bap = str(surat.isi(SuratPemeriksaan.objects.get(pemeriksaan=p, jenis="bap").surat))
    assert "S.Pd." in bap and "S.Pd.." not in bap
    p = jalan(p, "yuliana", "usulkan", pada=SENIN, hukuman=2, pertimbangan="Pertama kali.")
    p = jalan(p, "yosep", "terima_rancangan", pada=SENIN)
    assert Tunggu.objects.get(kasus=p.kasus, selesai=None).peran == "pimpinan"


def test_inspektorat_tidak_memeriksa_yang_dilaporkannya(lapor, jalan):
    p = lapor(siapa="yuliana", pelanggaran=[WEWENANG], hari=None)
    assert Tunggu.objects.get(kasus=p.kasus, selesai=None).peran == "inspektorat"
    with pytest.raises(TidakBoleh, match="pelapornya"):
        jalan(p, "otniel", "panggil", **PANGGIL)


def test_dua_kali_tidak_hadir_diputus_dari_bukti_yang_ada_dengan_pasalnya(lapor, jalan):
    p = jalan(lapor(), "siti", "panggil", **PANGGIL)
    with pytest.raises(MasukanSalah, match="mulai hari itu"):
        jalan(p, "siti", "tidak_hadir", **PANGGIL)
    kedua = {**PANGGIL, "tanggal": date(2026, 12, 4)}
    p = jalan(p, "siti", "tidak_hadir", pada=SENIN, **kedua)
    assert (p.kasus.keadaan, p.panggilan) == ("dipanggil2", date(2026, 12, 4))
    p = jalan(p, "siti", "mangkir", pada=date(2026, 12, 4), catatan="Daftar hadir dan keterangan rekan.")
    assert p.kasus.keadaan == "usul"
    dua, bap = (
        list(SuratPemeriksaan.objects.filter(pemeriksaan=p, jenis=j).select_related("surat"))
        for j in ("panggilan", "bap")
    )
    assert len(dua) == 2
    assert "tanpa pemeriksaan" in str(surat.isi(dua[1].surat))
    assert "Pasal 27" in str(surat.isi(bap[0].surat))


@pytest.mark.parametrize("tanggal", [date(2026, 11, 24), date(2026, 12, 9)])
def test_hari_pemeriksaan_memberi_waktu_bersiap_dan_tidak_melewati_batas(lapor, jalan, tanggal):
    with pytest.raises(MasukanSalah, match="Pemeriksaan antara 26 November 2026 dan 2 Desember 2026"):
        jalan(lapor(), "siti", "panggil", **{**PANGGIL, "tanggal": tanggal})


def test_menolak_menandatangani_tercatat_di_berita_acara(sampai, jalan):
    p = jalan(
        sampai("bap"), "yosep", "menolak", "Jawaban saya tidak lengkap.", pada=SENIN, tanggapan="Ada saksi."
    )
    isi = str(surat.isi(SuratPemeriksaan.objects.get(pemeriksaan=p, jenis="bap").surat))
    assert "menolak menandatangani" in isi and "Ada saksi." in isi
    assert "Di mana Anda hari itu?" in isi


@pytest.mark.lambat
def test_tanpa_berita_acara_tidak_ada_usul(sampai, jalan):
    p = sampai("usul")
    with pytest.raises(BedaVersi):
        jalan(sampai("pemeriksaan"), "siti", "usulkan", pada=SENIN, hukuman=2, pertimbangan="x")
    with pytest.raises(MasukanSalah, match="Hukuman yang boleh di sini: Teguran tertulis"):
        jalan(p, "siti", "usulkan", pada=SENIN, hukuman=9, pertimbangan="Terlalu berat.")


@pytest.mark.lambat
def test_putusan_tidak_lebih_berat_daripada_rancangan_yang_ditanggapi(sampai, jalan, orang):
    p = sampai("usul", pelanggaran=[WEWENANG], hari=None)
    p = jalan(p, "siti", "usulkan", pada=SENIN, hukuman=1, pertimbangan="Ringan.")
    p = jalan(p, "yosep", "terima_rancangan", pada=SENIN)
    with pytest.raises(MasukanSalah, match="Teguran lisan"):
        jalan(p, "yuliana", "jatuhkan", pada=SENIN, hukuman=3, pertimbangan="Kurang.")
    assert jalan(p, "yuliana", "kembalikan", "Dampaknya lebih luas.", pada=SENIN).kasus.keadaan == "usul"


ABSEN_BERAT = {"hari": 22}


@pytest.fixture
def bertim(sampai, jalan, orang, pimpinan):
    """Pemeriksaan berat Yosep sampai tim terbentuk: Yuliana, Otniel tidak (pelapor), Ruth ketua."""

    def satu(tahap="tim_periksa"):
        p = sampai("usul", oleh="frans", **ABSEN_BERAT)
        p = jalan(p, "siti", "usulkan", pada=SENIN, hukuman=7, pertimbangan="22 hari.")
        if tahap == "tim":
            return p
        anggota = {
            "atasan": orang("yuliana").nip,
            "pengawasan": orang("otniel").nip,
            "kepegawaian": orang("naomi").nip,
        }
        return jalan(p, "ruth", "bentuk", pada=SENIN, ketua="pengawasan", keluarga=True, **anggota)

    return satu


@pytest.mark.lambat
def test_berat_diperiksa_tim_dan_diputus_ppk_dengan_dasar_dan_imut(bertim, jalan, orang, monkeypatch):
    p = bertim()
    with pytest.raises(MasukanSalah, match="2 anggota tim belum memberi pendapat"):
        jalan(p, "otniel", "rekomendasi", pada=SENIN, hukuman=7, pertimbangan="Sesuai.")
    for nama in ("yuliana", "naomi"):
        service.pendapat(orang(nama).pelaku, uid=p.id, tulisan="Setuju.", kunci=uuid.uuid4())
    with pytest.raises(TidakBoleh):
        service.pendapat(orang("naomi").pelaku, uid=p.id, tulisan="Lagi.", kunci=uuid.uuid4())
    p = jalan(p, "otniel", "rekomendasi", pada=SENIN, hukuman=7, pertimbangan="Sesuai.")
    p = jalan(p, "yosep", "jawab", pada=SENIN, tanggapan="Mohon keringanan.")
    putus = {"hukuman": 7, "pertimbangan": "Sesuai rekomendasi."}
    with pytest.raises(MasukanSalah, match="dasar hukum"):
        jalan(p, "dominggus", "jatuhkan", pada=SENIN, **putus)
    with pytest.raises(MasukanSalah, match="I-MUT"):
        jalan(p, "dominggus", "jatuhkan", pada=SENIN, dasar_lepas="PP 94/2021 Pasal 8", **putus)
    lengkap = {**putus, "dasar_lepas": "PP 94/2021 Pasal 8", "imut": "IM-1/2026"}
    with monkeypatch.context() as m, pytest.raises(MasukanSalah, match="larangan penggantian pejabat"):
        m.setattr(hukum, "beku_jabatan", lambda pada: (SENIN, SENIN))
        jalan(p, "dominggus", "jatuhkan", pada=SENIN, **lengkap)
    p = jalan(p, "dominggus", "jatuhkan", pada=SENIN, **lengkap)
    assert (p.kasus.keadaan, "IM-1/2026" in str(surat.isi(p.sk))) == ("sk", True)


@pytest.mark.lambat
def test_tim_yang_dibentuk_ulang_memberi_pendapat_lagi(bertim, jalan, orang):
    p = bertim()
    for nama in ("yuliana", "naomi"):
        service.pendapat(orang(nama).pelaku, uid=p.id, tulisan="Setuju.", kunci=uuid.uuid4())
    p = jalan(p, "otniel", "rekomendasi", pada=SENIN, hukuman=7, pertimbangan="Sesuai.")
    p = jalan(p, "yosep", "terima_rancangan", pada=SENIN)
    p = jalan(p, "dominggus", "kembalikan", "Hitung lagi harinya.", pada=SENIN)
    p = jalan(p, "siti", "usulkan", pada=SENIN, hukuman=7, pertimbangan="Sudah dihitung lagi.")
    nip = {
        k: orang(v).nip
        for k, v in (("atasan", "yuliana"), ("pengawasan", "otniel"), ("kepegawaian", "naomi"))
    }
    with pytest.raises(TidakBoleh):
        jalan(p, "otniel", "bentuk", pada=SENIN, ketua="pengawasan", keluarga=True, **nip)
    p = jalan(p, "ruth", "bentuk", pada=SENIN, ketua="atasan", keluarga=True, **nip)
    with pytest.raises(MasukanSalah, match="2 anggota tim"):
        jalan(p, "yuliana", "rekomendasi", pada=SENIN, hukuman=7, pertimbangan="Sesuai.")


def test_masa_larangan_penggantian_pejabat_menurut_tanggal(db):
    assert hukum.beku_jabatan(date(2024, 10, 1)) == (date(2024, 3, 22), date(2025, 2, 20))
    assert hukum.beku_jabatan(date(2026, 11, 23)) is None


@pytest.mark.lambat
@pytest.mark.parametrize(
    ("ganti", "kalimat"),
    [
        ({"kepegawaian": "amos"}, "lebih rendah"),
        ({"kepegawaian": "frans"}, "pelapor"),
        ({"atasan": "ruth"}, "bukan atasan"),
        ({"kepegawaian": "yuliana"}, "tiga orang yang berbeda"),
        ({"pengawasan": None}, "bukan pegawai aktif"),
    ],
)
def test_susunan_tim_yang_keliru_disebut_sebabnya(bertim, jalan, orang, ganti, kalimat):
    siapa = {"atasan": "yuliana", "pengawasan": "otniel", "kepegawaian": "naomi", **ganti}
    nip = {k: orang(v).nip if v else "123" for k, v in siapa.items()}
    p = bertim("tim")
    with pytest.raises(MasukanSalah, match=kalimat):
        jalan(p, "ruth", "bentuk", pada=SENIN, ketua="pengawasan", keluarga=True, **nip)


@pytest.mark.lambat
def test_keluarga_tidak_menjadi_anggota_tim(bertim, jalan, orang, pelaku_sistem):
    from kasuari.aparatur.pegawai import service as pegawai
    from kasuari.aparatur.pegawai.riwayat import BarisRiwayat

    isi = {"hubungan": "pasangan", "nama": "Naomi Lobatin", "lahir": None, "tertanggung": False}
    baris = [BarisRiwayat(orang("yosep").pegawai.uid, date(2018, 1, 1), isi)]
    pegawai.catat_riwayat(pelaku_sistem, kode="keluarga", baris=baris, kunci=uuid.uuid4())
    assert RiwayatKeluarga.objects.count() == 1
    nip = {
        k: orang(v).nip
        for k, v in (("atasan", "yuliana"), ("pengawasan", "otniel"), ("kepegawaian", "naomi"))
    }
    with pytest.raises(MasukanSalah, match="keluarga"):
        jalan(bertim("tim"), "ruth", "bentuk", pada=SENIN, ketua="pengawasan", keluarga=True, **nip)


@pytest.mark.lambat
def test_dibebaskan_sementara_hanya_pada_pelanggaran_berat_sampai_diputus(lapor, jalan, orang):
    ringan = jalan(lapor(), "siti", "panggil", **PANGGIL)
    with pytest.raises(TidakBoleh):
        service.bebaskan(orang("siti").pelaku, uid=ringan.id, alasan="x", kunci=uuid.uuid4())
    p = jalan(lapor(siapa="maria", hari=25), "siti", "panggil", **PANGGIL)
    service.bebaskan(orang("siti").pelaku, uid=p.id, alasan="Mengganggu pemeriksaan.", kunci=uuid.uuid4())
    assert BebasSementara.objects.get().sampai is None
    p = jalan(p, "siti", "hadir", pada=SENIN)
    p = jalan(p, "siti", "bap", pada=SENIN, **BAP)
    p = jalan(p, "maria", "tanda_tangan", pada=SENIN)
    jalan(p, "siti", "tidak_terbukti", "Absennya sah.", pada=SENIN)
    assert BebasSementara.objects.get(ditutup=None).sampai == SENIN


@pytest.mark.dua_db
def test_lembar_tidak_dapat_diubah_atau_dihapus(lapor):
    lapor()
    for ubah in (lambda q: q.update(aksi="x"), lambda q: q.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah(Lembar.objects.all())


def test_dua_langkah_serentak_satu_menang_dan_kiriman_ulang_dijawab_sama(lapor, jalan, orang):
    p, kunci = lapor(), uuid.uuid4()
    jalan(p, "siti", "panggil", kunci=kunci, **PANGGIL)
    jalan(p, "siti", "panggil", kunci=kunci, versi=1, **PANGGIL)
    with pytest.raises(BedaVersi):
        jalan(p, "siti", "panggil", versi=1, **PANGGIL)
    assert SuratPemeriksaan.objects.count() == 1


@pytest.mark.lambat
def test_plh_tidak_menjatuhkan_hukuman_sedang(sampai, jalan, orang, pelaku_sistem):
    from kasuari.aparatur.pegawai import service as pegawai
    from kasuari.dasar.organisasi.service import BarisPenugasan

    assert hukum.boleh_pelaksana(hukum.RINGAN)
    assert not hukum.boleh_pelaksana(hukum.SEDANG)
    baris = BarisPenugasan(
        orang("naomi").orang.uid, date(2026, 11, 20), "dik-Kepala Dinas Pendidikan", "plh", date(2026, 12, 31)
    )
    pegawai.tugaskan(pelaku_sistem, baris=[baris], kunci=uuid.uuid4())
    p = sampai("putusan")
    p.tingkat = hukum.SEDANG
    p.save()
    with pytest.raises((TidakBoleh, MasukanSalah), match="Plt dan Plh"):
        jalan(p, "naomi", "jatuhkan", pada=SENIN, hukuman=2, pertimbangan="Plh.")


def test_absen_dan_wewenang_sekaligus_satu_hukuman_yang_terberat(orang):
    p = orang("yosep").pegawai
    d = hukum.Dugaan((ABSEN, WEWENANG), "Unit kerja", 22)
    assert hukum.timbang(p, d).boleh == (7, 8, 9)
    assert hukum.timbang(p, hukum.Dugaan((ABSEN,), "Unit kerja", 22)).boleh == (7,)
    assert hukum.timbang(p, hukum.Dugaan((WEWENANG,), "Instansi")).boleh == (4, 5, 6)


@pytest.mark.lambat
def test_surat_yang_belum_ditandatangani_belum_disampaikan(sampai, jalan):
    p = sampai("sk")
    with pytest.raises(MasukanSalah, match="belum selesai ditandatangani"):
        jalan(p, "frans", "sampaikan", pada=SENIN, diterima=SENIN, cara="langsung")
    tanda_tangani()
    with pytest.raises(MasukanSalah, match="antara tanggal keputusan"):
        jalan(p, "frans", "sampaikan", pada=SENIN, diterima=date(2026, 11, 1), cara="langsung")
