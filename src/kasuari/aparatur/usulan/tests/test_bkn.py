"""Usulan ke BKN lewat server tiruan: terkirim sekali, jawabannya melangkahkan kasus, dan petugas tetap dapat mencatat sendiri."""

from datetime import date, timedelta

import pytest
from tests import siasn_tiruan

from kasuari.aparatur.pegawai.siasn import GalatSiasn
from kasuari.aparatur.usulan import efek, pekerjaan
from kasuari.aparatur.usulan.bkn import Jawaban, Kiriman, putaran
from kasuari.aparatur.usulan.bkn.http import dari_setelan
from kasuari.aparatur.usulan.models import Usulan, UsulBkn
from kasuari.dasar.alur.models import LangkahKasus
from kasuari.dasar.inti.waktu import pada_saat, sekarang
from kasuari.dasar.jejak.jadwal import JADWAL
from kasuari.dasar.jejak.models import Jejak

pytestmark = pytest.mark.django_db
TMT = date(2026, 12, 1)


@pytest.fixture
def server(siasn, settings, orang):
    settings.SIASN, settings.SIASN_USUL = siasn_tiruan.setelan(siasn), "/usulan/save"
    siasn.orang[orang("yosep").nip] = {"id": "PNS-YOSEP"}
    return siasn


@pytest.fixture
def usul(jabat, catat, susun, langkah, sekda, berkas):
    """Usulan pangkat Yosep yang menunggu BKN."""
    jabat("yosep", "dik", "Pengolah Data", "pelaksana")
    catat("yosep", "golongan", date(2022, 12, 1), ganti=True, golongan="III/a", mk_tahun=1, mk_bulan=8)
    catat("yosep", "skp", date(2024, 1, 1), sampai=date(2025, 1, 1), tahun=2024, predikat="Baik")
    u = langkah(susun("yosep", "pangkat_reguler", tmt=TMT, berkas=berkas("sk_pangkat")), "naomi", "ajukan")
    return langkah(u, "frans", "terima")


def jalan():
    putaran.jalankan(dari_setelan())


def nanti(menit=15):
    return pada_saat(sekarang() + timedelta(minutes=menit))


def keadaan(u):
    return Usulan.objects.select_related("kasus", "bkn").get(id=u.id)


def test_terkirim_sekali_lalu_pertek_melangkahkan_kasus(server, usul):
    jalan()
    jalan()
    (baris,) = server.usul
    assert baris["dikirim"] == 1
    isi = baris["isi"]
    assert (isi["pnsOrangId"], isi["tmt"], isi["layanan"], isi["isi"]["golongan_baru"]) == ("PNS-YOSEP", "01-12-2026", "pangkat", "III/b")  # fmt: skip
    u = keadaan(usul)
    assert (u.bkn.keadaan, u.bkn.rujukan, u.kasus.keadaan) == ("diusulkan", "usul-1", "bkn")
    assert f"/api/pns/list-kp-instansi?periode={TMT}" in server.diminta
    baris |= {"no_pertek": "PT/7/2026", "tgl_pertek": "2026-11-24", "statusUsulanNama": "Pertek terbit"}
    jalan()
    u = keadaan(usul)
    assert (u.bkn.keadaan, u.bkn.nomor, u.bkn.tanggal) == ("pertek", "PT/7/2026", date(2026, 11, 24))
    assert u.kasus.keadaan == "paraf"
    langkah = LangkahKasus.objects.filter(kasus=u.kasus).latest("urut")
    assert (langkah.aksi, langkah.pelaku, langkah.sebagai) == ("pertek", None, "sistem")
    assert Jejak.objects.filter(jenis="usulan.bkn").count() == 2
    jalan()  # sesudah pertek tidak ada yang tersisa
    assert baris["dikirim"] == 1


def test_terputus_sesudah_sampai_ditanyakan_dahulu_dan_tidak_terkirim_dua_kali(server, usul):
    server.putus = 1
    with pytest.raises(GalatSiasn, match="bermasalah"):
        jalan()
    assert keadaan(usul).bkn.keadaan == "belum"
    jalan()  # putaran yang berbarengan tidak menyentuhnya
    assert server.diminta.count("/api/usulan/save") == 1
    with nanti():
        jalan()
    assert [b["dikirim"] for b in server.usul] == [1]
    assert keadaan(usul).bkn.rujukan == "usul-1"


def test_btl_kembali_ke_penyusun_dengan_alasan_bkn_lalu_perbaikannya_terkirim(server, usul, langkah):
    jalan()
    server.usul[0] |= {"statusUsulanNama": "Berkas Tidak Lengkap", "alasan": "SKP 2024 tidak terbaca."}
    jalan()
    u = keadaan(usul)
    assert (u.kasus.keadaan, u.bkn.keadaan, u.hidup) == ("konsep", "btl", True)
    assert efek.buka_sandi(u.bkn.catatan) == "SKP 2024 tidak terbaca."
    with nanti():
        langkah(langkah(u, "naomi", "ajukan"), "frans", "terima")
        jalan()
    assert [b["dikirim"] for b in server.usul] == [2]
    assert keadaan(usul).bkn.keadaan == "diusulkan"


def test_tms_menutup_usulan_walau_bkn_tidak_menyebut_alasan(server, usul):
    jalan()
    server.usul[0]["statusUsulanNama"] = "TMS"
    jalan()
    u = keadaan(usul)
    assert (u.kasus.keadaan, u.bkn.keadaan, u.hidup) == ("ditolak", "tms", False)
    assert "tidak menyebut alasannya" in efek.buka_sandi(u.bkn.catatan)


def test_yang_dicatat_petugas_lebih_dulu_tidak_ditimpa(server, usul, langkah):
    jalan()
    lama = Usulan.objects.select_related("pegawai__orang", "kasus", "bkn").get(id=usul.id)
    langkah(usul, "frans", "pertek", pertek_nomor="PT/1", pertek_tanggal=date(2026, 11, 23))
    putaran.terapkan(lama, Jawaban("usul-1", "tms", catatan="terlambat"))
    u = keadaan(usul)
    assert (u.kasus.keadaan, u.bkn.keadaan, u.bkn.nomor) == ("paraf", "pertek", "PT/1")


@pytest.mark.parametrize(
    ("rusak", "pesan"),
    [
        ([(403, {})], "menolak kredensial"),
        ([(200, {"data": {"bukan": "daftar"}})], "bukan daftar"),
        ([(200, b"<html>")], "tidak terbaca"),
    ],
)
def test_galat_bkn_menyebut_sebab_dan_tidak_mengubah_kasus(server, usul, rusak, pesan):
    server.rusak = rusak
    with pytest.raises(GalatSiasn, match=pesan):
        jalan()
    u = keadaan(usul)
    assert (u.kasus.keadaan, u.bkn.keadaan, server.usul) == ("bkn", "belum", [])


def test_jawaban_yang_tidak_terbaca_atau_hilang_tidak_melangkahkan(server, usul):
    jalan()
    server.usul[0] |= {"no_pertek": "PT/7", "tgl_pertek": "kemarin"}
    with pytest.raises(GalatSiasn, match="'kemarin' dari SIASN tidak terbaca"):
        jalan()
    server.usul[0] |= {"tgl_pertek": ""}  # nomor tanpa tanggal belum pertek
    jalan()
    assert keadaan(usul).kasus.keadaan == "bkn"
    server.usul.clear()
    with pytest.raises(GalatSiasn, match="tidak mengenal usul 'usul-1' lagi"):
        jalan()


def test_satu_yang_gagal_tidak_menahan_yang_lain(server, usul, catat, jabat, susun, langkah, berkas):
    """Siti tidak dikenal SIASN; usul Yosep tetap terkirim, dan pekerjaannya mengaku gagal supaya diulang."""
    jabat("siti", "dik", "Pengolah Arsip", "pelaksana")
    catat("siti", "golongan", date(2022, 12, 1), ganti=True, golongan="III/a", mk_tahun=1, mk_bulan=8)
    catat("siti", "skp", date(2024, 1, 1), sampai=date(2025, 1, 1), tahun=2024, predikat="Baik")
    u = langkah(susun("siti", "pangkat_reguler", tmt=TMT, berkas=berkas("sk_pangkat")), "naomi", "ajukan")
    langkah(u, "frans", "terima")
    Usulan.objects.filter(id=u.id).update(dibuat=sekarang() - timedelta(days=1))
    with pytest.raises(GalatSiasn):
        jalan()
    assert keadaan(usul).bkn.keadaan == "diusulkan" and keadaan(u).bkn.keadaan == "belum"


def test_layanan_pensiun_dan_yang_lain_memakai_daftarnya_sendiri(server):
    layanan = dari_setelan()
    server.usul.append({"id": "p1", "nipBaru": "1", "pertekNomor": "PP/1", "pertekTgl": "24-11-2026"})
    jawab = layanan.temukan(Kiriman("pensiun", "pensiun_bup", "1", date(2027, 5, 1), {}))
    assert jawab == Jawaban("p1", "pertek", "PP/1", date(2026, 11, 24))
    assert layanan.temukan(Kiriman("gelar", "gelar", "2", None, {})) is None
    assert "/api/pns/list-pensiun-instansi?tglAwal=2027-05-01&tglAkhir=2027-05-01" in server.diminta
    assert "/api/usulan/list?layanan=gelar" in server.diminta


def test_tanpa_jalur_kirim_usul_petugas_di_siasn_ditemukan_dan_diikuti(server, usul, settings, langkah):
    settings.SIASN_USUL = ""
    jalan()
    assert server.usul == [] and keadaan(usul).bkn.keadaan == "belum"
    assert "/api/usulan/save" not in server.diminta
    server.usul.append(
        {"id": "S-9", "nipBaru": usul.pegawai.nip, "statusUsulanNama": "BTL", "no_pertek": None}
    )
    with nanti(15):
        jalan()
        jalan()
    u = keadaan(usul)
    assert (u.bkn.keadaan, u.bkn.rujukan, u.kasus.keadaan) == ("btl", "S-9", "konsep")
    with nanti(30):
        langkah(langkah(u, "naomi", "ajukan"), "frans", "terima")
        jalan()
    assert keadaan(usul).bkn.keadaan == "btl"  # masih diperbaiki di SIASN
    server.usul[0] |= {"statusUsulanNama": "Pertek", "no_pertek": "PT/9", "tgl_pertek": "2026-11-23"}
    with nanti(45):
        jalan()
        jalan()
    u = keadaan(usul)
    assert (u.bkn.rujukan, u.bkn.nomor, u.kasus.keadaan) == ("S-9", "PT/9", "paraf")
    assert dari_setelan().temukan(Kiriman("gelar", "gelar", "2", None, {})) is None
    assert not any("layanan=gelar" in x for x in server.diminta)


def test_jalur_kirim_yang_tidak_dikenal_siasn_disebut(server, usul, settings):
    settings.SIASN_USUL = "/keliru"
    with pytest.raises(GalatSiasn, match="tidak mengenal jalur '/keliru'"):
        jalan()


def test_tanpa_kredensial_tidak_ada_yang_dikirim_dan_terjadwal_tiap_jam(usul, settings):
    settings.SIASN = dict.fromkeys(settings.SIASN, "")
    pekerjaan.bkn(None)
    assert not UsulBkn.objects.exists()
    assert JADWAL["usulan.bkn"][0] == timedelta(hours=1)
