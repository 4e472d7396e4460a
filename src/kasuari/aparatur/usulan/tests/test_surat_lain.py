"""SKPP, SPMT, dan kartu: ditandatangani pimpinan yang tepat, yang tidak diketahui disebut, register tidak berubah."""

import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kasuari.aparatur.pegawai import urung
from kasuari.aparatur.pegawai.models import RiwayatStatus
from kasuari.aparatur.usulan import efek, service
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.jenis.spmt.timbang import mulai_tunjangan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.pejabat import penandatangan
from kasuari.aparatur.usulan.rangka import Isian, ambil
from kasuari.aparatur.usulan.tests.pegangan import PDF, berkas, catat, teks
from kasuari.aparatur.usulan.tests.test_pensiun import catat_keluarga
from kasuari.aturan.buku import Buku
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.organisasi import selectors as organisasi

pytestmark = pytest.mark.django_db
TMT = date(2026, 12, 1)
ACARA = {
    "sumpah_nomor": "821/7/BA",
    "sumpah_tanggal": "2026-11-13",
    "lantik_nomor": "821/8/BA",
    "lantik_tanggal": "2026-11-13",
}
ACARA_DULU = {**ACARA, "sumpah_tanggal": "2018-12-31", "lantik_tanggal": "2018-12-31"}


def timbang(o, jenis, tmt, **data):
    j = ambil(jenis)
    return efek.timbang_calon(j, bahan([o.pegawai.id], j.perlu)[o.pegawai.id], Isian(tmt, data))


@pytest.mark.lambat
def test_skpp_yang_pindah_ditandatangani_pimpinan_perangkat_daerahnya(orang, susun, jalani, cabut):
    catat_keluarga(orang("siti"))
    isi = {
        "tujuan": "Pemerintah Kabupaten Raja Ampat",
        "terakhir_dibayar": "2026-11-30",
        "utang": "ada",
        "utang_rupiah": 750_000,
    }
    u = jalani(
        susun("siti", "skpp", tmt=TMT, berkas=("pindah",), **isi),
        ("naomi", "ajukan"),
        ("frans", "terima"),
        ("yuliana", "setujui"),
    )
    tulisan = teks(u)
    for kata in (
        "pindah ke Pemerintah Kabupaten Raja Ampat", "1 Desember 2026", "30 November 2026", "Rp3.000.000,00", "Rp750.000,00",
        "Yuliana Wamafri", "belum tercatat di register; diisi bendahara", "1 orang", "DINAS PENDIDIKAN",
    ):  # fmt: skip
        assert kata in tulisan, kata
    assert (
        u.perubahan == []
        and RiwayatStatus.objects.filter(subjek=orang("siti").pegawai, ditutup=None).count() == 1
    )
    u = cabut(u, "Keliru.")
    assert u.surat.status == "dicabut"


@pytest.mark.lambat
def test_skpp_sesudah_berhenti_masih_dapat_dibuat_dari_unit_terakhirnya(orang, susun, jalani, pelaku_sistem):
    siti = orang("siti")
    catat(
        siti.pegawai,
        "status",
        date(2026, 11, 1),
        {"jenis": "pns", "kedudukan": "88", "sebab": "Meninggal dunia"},
    )
    (t,) = organisasi.penugasan_pada(date(2026, 11, 1)).filter(subjek=siti.orang)
    urung.akhiri(pelaku_sistem, t, date(2026, 11, 1), "SK-1", date(2026, 10, 30))
    assert orang("siti").pegawai.kini.unit_id is None
    isi = {"terakhir_dibayar": "2026-10-31", "utang": "belum"}
    u = susun("siti", "skpp", oleh="frans", tmt=date(2026, 11, 1), **isi)
    assert u.kasus.unit.kode == "sd1"
    u = jalani(u, ("frans", "ajukan"), ("yuliana", "setujui"))
    tulisan = teks(u)
    for kata in (
        "meninggal dunia terhitung mulai 1 November 2026",
        "Belum diketahui; diisi bendahara",
        "Kepala SD Negeri 1 (terakhir)",
    ):
        assert kata in tulisan, kata


def test_skpp_menyebut_yang_kurang(orang):
    kurang = timbang(orang("siti"), "skpp", TMT, terakhir_dibayar="2026-12-05", utang="banyak").kurang
    assert kurang == [
        "Berhentinya belum tercatat di register pada hari itu. Bila pindah, isi instansi tujuannya.",
        "Isi hari terakhir yang gajinya sudah dibayar, sebelum 1 Desember 2026.",
        "Pilih apakah masih ada utang kepada negara. Bila belum diperiksa, pilih belum diketahui.",
    ]
    for rupiah in (None, -5, 0, 1.5):
        isi = {"tujuan": "Bappenas", "terakhir_dibayar": "2026-11-30", "utang": "ada", "utang_rupiah": rupiah}
        assert timbang(orang("siti"), "skpp", TMT, **isi).kurang == [
            "Isi sisa utangnya, rupiah penuh lebih dari nol."
        ]


def test_skpp_yang_pindah_perlu_keputusannya_dan_harinya_masuk_akal(orang, susun):
    u = susun("siti", "skpp", tmt=TMT, tujuan="Bappenas", terakhir_dibayar="2026-11-30", utang="tidak")
    assert efek.timbang(u).kurang[0] == "Berkas belum ada: Keputusan pindah ke instansi tujuan."
    siti, isi = orang("siti"), {"tujuan": "Bappenas", "utang": "tidak"}
    (kurang,) = timbang(siti, "skpp", TMT, terakhir_dibayar="2012-02-29", **isi).kurang
    assert kurang.startswith("Gaji terakhir 29 Februari 2012 terlalu jauh sebelum TMT 1 Desember 2026")
    (kurang,) = timbang(siti, "skpp", date(2020, 1, 1), terakhir_dibayar="2019-12-31", **isi).kurang
    assert kurang == "TMT SKPP paling jauh 24 bulan yang lalu."


def test_skpp_pppk_dibaca_dari_akhir_perjanjiannya_dan_sebabnya_tidak_dikecilkan(orang):
    ester, isi = orang("ester"), {"terakhir_dibayar": "2026-11-30", "utang": "tidak"}
    catat(
        ester.pegawai, "kontrak", date(2025, 12, 1), {"nomor": "PK-9", "ke": 1, "jenis": "penuh"}, sampai=TMT
    )
    hasil = timbang(ester, "skpp", TMT, **isi)
    assert hasil.kurang == [] and hasil.isi["sebab"]["teks"] == "berakhir perjanjian kerjanya Nomor PK-9"
    catat(orang("siti").pegawai, "status", TMT, {"jenis": "pns", "kedudukan": "98", "sebab": "Mencapai BUP"})
    assert timbang(orang("siti"), "skpp", TMT, **isi).isi["sebab"]["teks"] == "mencapai BUP"


def test_pimpinan_perangkat_daerah_sendiri_ditandatangani_pejabat_di_atasnya(orang, susun, sekda_otniel):
    u = susun("yuliana", "skpp", oleh="frans", tmt=TMT)
    assert penandatangan(u.kasus)[0] == "sekda"
    u = susun("maria", "skpp", tmt=TMT)
    assert penandatangan(u.kasus)[0] == "kepala_opd"


@pytest.mark.lambat
def test_spmt_mencatat_hari_tugas_dan_hari_tunjangan_lalu_dapat_dicabut(orang, susun, jalani, cabut):
    u = jalani(
        susun("siti", "spmt", tmt=date(2026, 11, 16), **ACARA), ("naomi", "ajukan"), ("frans", "terima"), ("yuliana", "setujui")
    )  # fmt: skip
    tulisan = teks(u)
    for kata in (
        "16 November 2026",
        "1 Desember 2026",
        "Kepala SD Negeri 1",
        "serta berita acara sumpah jabatan nomor 821/7/BA tanggal 13 November 2026 dan berita acara pelantikan nomor 821/8/BA",
        "yang nomornya belum tercatat di register",
        "Yuliana Wamafri",
    ):
        assert kata in tulisan, kata
    isi = jejak.isi(Jejak.objects.get(jenis="usulan.spmt")).sesudah
    assert (isi["mulai_tugas"], isi["mulai_tunjangan"]) == ("2026-11-16", "2026-12-01")
    u = cabut(u, "Tanggal tugasnya keliru.")
    assert (u.kasus.keadaan, u.surat.status, u.hidup) == ("dicabut", "dicabut", False)
    susun("siti", "spmt", tmt=date(2026, 11, 16), **ACARA)  # yang benar dapat disusun lagi


def test_tunjangan_mulai_bulan_berikutnya_kecuali_tanggal_satu():
    buku = Buku.susun(date(2026, 11, 23))
    assert mulai_tunjangan(date(2026, 12, 2), buku) == date(2027, 1, 1)
    assert mulai_tunjangan(date(2026, 12, 1), buku) == date(2026, 12, 1)


def test_spmt_tidak_mendahului_tugas_dan_jabatannya(orang):
    assert "benar-benar mulai bertugas" in timbang(orang("siti"), "spmt", date(2027, 1, 1), **ACARA).kurang[0]
    assert timbang(orang("siti"), "spmt", date(2019, 1, 1), **ACARA_DULU).kurang == [
        "Jabatannya baru mulai 1 Januari 2020."
    ]


def test_pejabat_yang_dilantik_menunggu_berita_acaranya_dan_pelaksana_tidak(orang):
    hari = date(2026, 11, 16)
    kurang = timbang(orang("siti"), "spmt", hari).kurang
    assert [k.split(" (")[0] for k in kurang] == [
        "Isi nomor dan tanggal berita acara sumpah jabatan",
        "Isi nomor dan tanggal berita acara pelantikan",
    ]
    assert all("PP 11/2017 Pasal 87" in k for k in kurang)
    terlambat = {**ACARA, "lantik_tanggal": "2026-11-17"}
    assert timbang(orang("siti"), "spmt", hari, **terlambat).kurang == [
        "Berita acara pelantikan tanggal 17 November 2026 sesudah hari mulai bertugasnya."
    ]
    assert timbang(orang("siti"), "spmt", hari, **ACARA).kurang == []
    assert timbang(orang("maria"), "spmt", hari).kurang == []


def ajukan_kartu(o, **isi):
    j = ambil("karis_karpeg")
    b = bahan([o.pegawai.id], j.perlu)[o.pegawai.id]
    unggah = {s.kode: berkas() for s in j.syarat(b, Isian(None, isi))}
    hasil = service.ajukan(
        o.pelaku, jenis="karis_karpeg", tmt=None, isian=isi, berkas=unggah, kunci=uuid.uuid4()
    )
    return Usulan.objects.select_related("kasus").get(id=hasil.uid)


@pytest.mark.lambat
def test_kartu_berjalan_sampai_nomor_bkn_lalu_kartu_lain_dapat_diminta(orang, jalani, langkah):
    yosep = orang("yosep")
    catat_keluarga(yosep, "Rut Tanagiri")
    u = ajukan_kartu(yosep, kartu="karis", sebab="baru")
    with pytest.raises(MasukanSalah, match="sudah ada"):
        ajukan_kartu(yosep, kartu="karpeg", sebab="hilang")
    u = langkah(langkah(langkah(u, "naomi", "teruskan"), "frans", "terima"), "ruth", "setujui")
    with pytest.raises(MasukanSalah, match="belum selesai ditandatangani"):
        langkah(u, "frans", "nomor", "K-0099")
    u = jalani(u)
    for kata in ("Kartu Istri (Karis)", "Rut Tanagiri", "Manokwari", "Yosep Tanagiri"):
        assert kata in teks(u)
    with pytest.raises((TidakAda, TidakBoleh)):
        langkah(u, "yosep", "nomor", "K-0099")
    u = langkah(u, "frans", "nomor", "K-0099")
    assert u.kasus.keadaan == "diterbitkan" and not u.hidup and u.perubahan == []
    ajukan_kartu(yosep, kartu="karpeg", sebab="hilang")


@pytest.mark.lambat
def test_surat_kartu_dicabut_penandatangannya_lalu_dapat_diminta_lagi(orang, jalani, langkah, cabut):
    yosep = orang("yosep")
    catat_keluarga(yosep, "Rut Tanagiri")
    u = ajukan_kartu(yosep, kartu="karis", sebab="baru")
    u = jalani(langkah(langkah(langkah(u, "naomi", "teruskan"), "frans", "terima"), "ruth", "setujui"))
    u = cabut(u, "Nama istrinya keliru.")
    assert (u.kasus.keadaan, u.surat.status, u.perubahan) == ("dicabut", "dicabut", [])
    assert ajukan_kartu(yosep, kartu="karis", sebab="baru").kasus.keadaan == "unit"


def test_kartu_menurut_jenis_kelamin_dan_keluarga_yang_tercatat(orang):
    assert timbang(orang("maria"), "karis_karpeg", None).kurang == [
        "Pilih kartunya.",
        "Pilih sebabnya: pertama kali, hilang, atau rusak.",
    ]
    kurang = timbang(orang("maria"), "karis_karpeg", None, kartu="karis", sebab="baru").kurang
    assert "pegawai laki-laki" in kurang[0] and "belum tercatat" in kurang[1]
    catat_keluarga(orang("maria"))
    assert timbang(orang("maria"), "karis_karpeg", None, kartu="karsu", sebab="rusak").kurang == []
    with pytest.raises(MasukanSalah, match="tidak ada bagi status"):
        ajukan_kartu(orang("ester"), kartu="karpeg", sebab="baru")


@pytest.mark.lambat
def test_borang_kartu_menawarkan_semua_berkas_dan_menahan_yang_wajib_bagi_kartunya(orang, layar):
    catat_keluarga(orang("yosep"), "Rut Tanagiri")
    c, alamat = layar("yosep"), reverse("usulan:ajukan", args=["karis_karpeg"])
    tampak = c.get(alamat).content.decode()
    for kode in ("sk_pns", "foto", "nikah", "laporan", "kehilangan"):
        assert f'name="berkas_{kode}"' in tampak

    def kirim(*kode):
        isi = {"kartu": "karis", "sebab": "baru", "kunci": str(uuid.uuid4())}
        return c.post(alamat, isi | {f"berkas_{k}": SimpleUploadedFile(f"{k}.pdf", PDF) for k in kode})

    jawab = kirim("sk_pns", "foto", "nikah")
    assert jawab.status_code == 422 and "Berkas belum ada: Laporan perkawinan." in jawab.content.decode()
    assert kirim("sk_pns", "foto", "nikah", "laporan").status_code == 302
    assert Usulan.objects.get(jenis="karis_karpeg").bukti.count() == 4
