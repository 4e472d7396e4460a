"""Register: dua garis waktu, satu baris kini, jangkauan, dan pencarian yang memaafkan."""

import uuid
from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.berkas import pdf

from kasuari.aparatur.pegawai import kini, selectors, service
from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatGolongan
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aturan.buku import Buku
from kasuari.dasar.inti.fakta import keadaan
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.waktu import hari_ini, pada_saat, sekarang
from kasuari.dasar.jejak import antrean
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.organisasi import service as organisasi

pytestmark = pytest.mark.django_db


def golongan(p, gol, mulai):
    return BarisRiwayat(p.uid, mulai, {"golongan": gol, "mk_tahun": 6, "mk_bulan": 0}, sk_nomor="800/1")


def test_atasan_melihat_subpohonnya_saja(orang):
    lihat = {k.nama for k in selectors.daftar(orang("siti").pelaku)}
    assert lihat == {"Maria Kandimor", "Yosep Tanagiri", "Siti Rahmawati"}
    assert selectors.daftar(orang("maria").pelaku).count() == 1
    with pytest.raises(TidakAda):
        selectors.pegawai(orang("siti").pelaku, orang("ester").pegawai.uid)


def test_sk_terlambat_tampak_pada_tanggalnya_tetapi_baru_diketahui_hari_ini(orang):
    maria, frans = orang("maria").pegawai, orang("frans").pelaku
    sebelum = sekarang()
    with pada_saat(date(2026, 11, 24)):
        service.catat_riwayat(
            frans, kode="golongan", baris=[golongan(maria, "III/c", date(2026, 4, 1))], kunci=uuid.uuid4()
        )
        assert keadaan(RiwayatGolongan, pada=date(2026, 5, 1), subjek=maria).get().golongan == "III/c"
        assert keadaan(RiwayatGolongan, pada=date(2026, 3, 31), subjek=maria).get().golongan == "III/b"
        dulu = keadaan(RiwayatGolongan, pada=date(2026, 5, 1), diketahui=sebelum, subjek=maria).get()
        assert dulu.golongan == "III/b"
        assert PegawaiKini.objects.get(pegawai=maria).golongan == "III/c"


def test_pembatalan_memunculkan_keadaan_sebelumnya(orang):
    maria, frans = orang("maria").pegawai, orang("frans").pelaku
    hasil = service.catat_riwayat(
        frans, kode="golongan", baris=[golongan(maria, "III/c", date(2026, 4, 1))], kunci=uuid.uuid4()
    )
    with pada_saat(date(2026, 11, 24)):
        service.batalkan_riwayat(
            frans, kode="golongan", fakta=[hasil.uid], alasan="SK dicabut", kunci=uuid.uuid4()
        )
    assert PegawaiKini.objects.get(pegawai=maria).golongan == "III/b"


def test_koreksi_kedua_atas_fakta_yang_sama_kalah(orang):
    maria, frans = orang("maria").pegawai, orang("frans").pelaku
    f = RiwayatGolongan.objects.get(subjek=maria)
    baru = golongan(maria, "III/c", f.mulai)
    service.koreksi_riwayat(
        frans, kode="golongan", fakta=f.uid, baris=baru, alasan="salah ketik", kunci=uuid.uuid4()
    )
    with pytest.raises(BedaVersi, match="Muat ulang"):
        service.koreksi_riwayat(
            frans, kode="golongan", fakta=f.uid, baris=baru, alasan="lagi", kunci=uuid.uuid4()
        )
    assert RiwayatGolongan.objects.filter(subjek=maria, ditutup=None).count() == 1


def test_yang_bukan_petugas_tidak_dapat_mencatat(orang):
    maria = orang("maria").pegawai
    with pytest.raises(TidakBoleh):
        service.catat_riwayat(
            orang("siti").pelaku,
            kode="golongan",
            baris=[golongan(maria, "III/c", date(2026, 4, 1))],
            kunci=uuid.uuid4(),
        )
    with pytest.raises(TidakAda):
        service.catat_riwayat(
            orang("ester").pelaku,
            kode="golongan",
            baris=[golongan(maria, "III/c", date(2026, 4, 1))],
            kunci=uuid.uuid4(),
        )


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"golongan": "V/z", "mk_tahun": 1}, "Golongan 'V/z' tidak dikenal"),
        ({"golongan": "III/a", "mk_tahun": -1}, "Masa kerja tidak masuk akal"),
    ],
)
def test_isi_yang_salah_menyebut_baris_dan_tindakan(orang, isi, pesan):
    with pytest.raises(MasukanSalah, match=f"Baris 1: {pesan}"):
        service.catat_riwayat(
            orang("frans").pelaku, kode="golongan", kunci=uuid.uuid4(),
            baris=[BarisRiwayat(orang("maria").pegawai.uid, date(2026, 1, 1), isi)],
        )  # fmt: skip


@pytest.mark.parametrize(
    "teks",
    ["maria kandimor", "Mariya Kandimoor", "marya kandimor", "KANDIMOR", "198508012010042003", "19850801"],
)
def test_pencarian_memaafkan_salah_ketik(orang, teks):
    assert selectors.cari(orang("frans").pelaku, teks).first().nama == "Maria Kandimor"


def test_baris_kini_sama_dengan_fakta_bagi_semua_orang(db):
    ids = list(PegawaiKini.objects.values_list("pegawai_id", flat=True))
    for baris in kini.hitung(ids, hari_ini(), Buku.susun(hari_ini(), date.max)):
        simpan = PegawaiKini.objects.get(pegawai_id=baris.pop("pegawai"))
        beda = {
            k: (v, getattr(simpan, f"{k}_id" if k in {"pos", "unit", "opd"} else k)) for k, v in baris.items()
        }
        assert {k: v for k, v in beda.items() if v[0] != v[1]} == {}


def test_pensiun_dan_kgb_ikut_hukum(orang):
    k = PegawaiKini.objects.get(pegawai=orang("yuliana").pegawai)
    assert (k.pensiun, k.kgb_berikut) == (date(2033, 6, 1), date(2027, 4, 1))
    assert PegawaiKini.objects.get(pegawai=orang("maria").pegawai).pensiun == date(2045, 9, 1)


def _pos_maria(pelaku_sistem, bulan, nama, jenjang=""):
    pos = organisasi.BarisPos("sd1-Guru Ahli Pertama", "sd1", nama, "fungsional", jenjang=jenjang)
    organisasi.catat_pos(pelaku_sistem, berlaku=date(2026, bulan, 1), baris=[pos], kunci=uuid.uuid4())


def _tulis(p):
    kini.tulis([p.id])
    return PegawaiKini.objects.get(pegawai=p)


def test_bup_yang_tidak_diketahui_tidak_ditebak_dan_menjadi_kekurangan(orang, layar, pelaku_sistem):
    maria = orang("maria").pegawai
    _pos_maria(pelaku_sistem, 1, "Guru")
    k = _tulis(maria)
    assert k.pensiun is None and "bup" in k.kurang
    lembar = layar("frans").get(f"/kerja/pegawai/{maria.uid}/").content.decode()
    assert "jenjang jabatan tidak dikenal" in lembar and "Tulis jenjang pada nama posnya" in lembar
    _pos_maria(pelaku_sistem, 2, "Guru", "Ahli Pertama")
    k = _tulis(maria)
    assert k.pensiun == date(2045, 9, 1) and "bup" not in k.kurang


def test_bup_dari_ingatan_bertanda_di_baris_dan_di_lembar(orang, layar):
    buku = Buku.susun(hari_ini(), date.max)
    khusus = replace(buku.versi("bup_jabatan_khusus"), keyakinan="ingatan")
    ragu = Buku(buku.pada, buku.diketahui, {**buku.isi, "bup_jabatan_khusus": khusus})
    maria = orang("maria").pegawai
    (baris,) = kini.hitung([maria.id], hari_ini(), ragu)
    assert (baris["pensiun"], baris["pensiun_ingatan"]) == (date(2045, 9, 1), True)
    tanda = "batas usianya dari ingatan, perlu diperiksa"
    alamat = f"/kerja/pegawai/{maria.uid}/"
    assert tanda not in layar("frans").get(alamat).content.decode()
    PegawaiKini.objects.filter(pegawai=maria).update(pensiun_ingatan=True)
    assert tanda in layar("frans").get(alamat).content.decode()


def test_paruh_waktu_tidak_ditagih_golongan_dan_kgb(orang):
    assert set(PegawaiKini.objects.get(pegawai=orang("amos").pegawai).kurang) == {"nik", "diklat"}


def test_oap_tersandi_dan_meminta_sandi_lagi(orang):
    maria, frans = orang("maria").pegawai, orang("frans").pelaku
    isian = {
        "pegawai": maria.uid,
        "status": "diverifikasi",
        "bukti": "MRP-12",
        "lembaga": "MRP",
        "guna": "afirmasi",
        "mulai": date(2026, 1, 1),
    }
    with pytest.raises(TidakBoleh, match="sandi"):
        service.catat_oap(frans, **isian, kunci=uuid.uuid4())
    service.catat_oap(replace(frans, sudo=True), **isian, kunci=uuid.uuid4())
    from kasuari.aparatur.pegawai.models import Oap

    assert b"MRP-12" not in bytes(Oap.objects.get(subjek=maria).isi)
    assert not Jejak.objects.filter(jenis="pegawai.oap_dicatat", sidik=b"").exists()


def test_unit_pindah_induk_membawa_perangkat_daerah_orangnya(orang, pelaku_sistem):
    siti = orang("siti").pegawai
    baris = [organisasi.BarisUnit("sd1", "SD Negeri 1", "sekolah", "kes")]
    organisasi.tata_unit(pelaku_sistem, berlaku=date(2026, 11, 1), baris=baris, kunci=uuid.uuid4())
    antrean.jalankan_semua()
    assert PegawaiKini.objects.get(pegawai=siti).opd.kode == "kes"


def test_dokumen_riwayat_tersimpan_terbawa_koreksi_dan_pengunduhannya_tercatat(orang, client):
    maria, frans = orang("maria").pegawai, orang("frans")
    berkas = SimpleUploadedFile("sk.pdf", pdf("SK pangkat"))
    isian = {
        "kode": "golongan",
        "baris": [golongan(maria, "III/c", date(2026, 4, 1))],
        "berkas": berkas,
        "kunci": uuid.uuid4(),
    }
    f = service.catat_riwayat(frans.pelaku, **isian)
    assert service.catat_riwayat(frans.pelaku, **isian).ulang
    baru = golongan(maria, "III/d", date(2026, 4, 1))
    k = service.koreksi_riwayat(
        frans.pelaku, kode="golongan", fakta=f.uid, baris=baru, alasan="salah ketik", kunci=uuid.uuid4()
    )
    client.force_login(orang("siti").akun)
    jawab = client.get(f"/kerja/pegawai/{maria.uid}/riwayat/golongan/{k.uid}/dokumen/")
    assert b"".join(jawab.streaming_content) == pdf("SK pangkat")
    assert Jejak.objects.filter(jenis="pegawai.dokumen_dilihat", tentang__orang=maria.orang.uid).count() == 1


def test_program_yang_menyamar_dokumen_ditolak_dan_tidak_ada_yang_tercatat(orang):
    maria, frans = orang("maria").pegawai, orang("frans").pelaku
    with pytest.raises(MasukanSalah, match="tidak diterima"):
        service.catat_riwayat(
            frans, kode="golongan", baris=[golongan(maria, "III/c", date(2026, 4, 1))],
            berkas=SimpleUploadedFile("sk.pdf", b"MZ program"), kunci=uuid.uuid4(),
        )  # fmt: skip
    assert PegawaiKini.objects.get(pegawai=maria).golongan == "III/b"
