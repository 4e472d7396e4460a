"""Perjanjian kerja PPPK: berlanjut tanpa celah, tidak melewati batas usia, dan berakhir hanya menurut alasannya."""

from datetime import date

import pytest

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatKontrak, RiwayatSkp, RiwayatStatus
from kasuari.aparatur.usulan import efek, selectors
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.jenis.kontrak_addendum import borang as addendum
from kasuari.aparatur.usulan.jenis.kontrak_addendum.naskah import HAL, _perubahan
from kasuari.aparatur.usulan.jenis.kontrak_akhir import BUKTI, syarat
from kasuari.aparatur.usulan.jenis.kontrak_akhir import borang as akhir
from kasuari.aparatur.usulan.jenis.kontrak_akhir.naskah import ALASAN
from kasuari.aparatur.usulan.rangka import Isian, ambil
from kasuari.aparatur.usulan.tests.pegangan import USUL, catat, teks
from kasuari.aturan.buku import Buku
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bentuk import rupiah_naskah

pytestmark = pytest.mark.django_db
MULAI, HABIS = date(2025, 3, 1), date(2027, 3, 1)
JALAN = (("frans", "ajukan"), ("ruth", "paraf"), ("otniel", "setujui"))
PERTEK = {"pertek_nomor": "NI-9/2027", "pertek_tanggal": date(2026, 11, 23)}


def kontrak(o, jenis="penuh", mulai=MULAI, sampai=HABIS, ke=1, upah=None):
    isi = {"nomor": f"PK-{ke}/2025", "ke": ke, "jenis": jenis, "upah": upah}
    catat(o.pegawai, "kontrak", mulai, isi, sampai=sampai)


def tercatat(o):
    return [
        (k.ke, k.jenis, k.mulai, k.sampai)
        for k in RiwayatKontrak.objects.filter(subjek=o.pegawai, ditutup=None).order_by("mulai")
    ]


def timbang(o, jenis, tmt, **data):
    j = ambil(jenis)
    return efek.timbang_calon(j, bahan([o.pegawai.id], j.perlu)[o.pegawai.id], Isian(tmt, data))


@pytest.mark.lambat
def test_perpanjangan_menyambung_perjanjian_lama_dan_dapat_dicabut(
    orang, susun, lengkapi, jalani, cabut, sekda_otniel
):
    ester = orang("ester")
    kontrak(ester)
    u = jalani(lengkapi(susun("ester", "kontrak_perpanjang", oleh="frans", tmt=HABIS, tahun=2)), *JALAN)
    isi = teks(u)
    for kata in ("Ester Mambraku", "1 Maret 2027 sampai dengan 28 Februari 2029", "PK-1/2025", "Perjanjian ke- : 2", "Kepala Badan Kepegawaian Negara", "a.n. WALI KOTA CONTOH"):  # fmt: skip
        assert kata in isi, kata
    assert tercatat(ester) == [(1, "penuh", MULAI, HABIS), (2, "penuh", HABIS, date(2029, 3, 1))]
    cabut(u, "Keliru.")
    assert tercatat(ester) == [(1, "penuh", MULAI, HABIS)]


def test_perpanjangan_memerlukan_kebutuhan_anggaran_dan_perjanjian_bertanda_tangan(
    orang, susun, langkah, sekda_otniel
):
    kontrak(orang("ester"))
    u = susun("ester", "kontrak_perpanjang", oleh="frans", tmt=HABIS)
    with pytest.raises(MasukanSalah) as galat:
        langkah(u, "frans", "ajukan")
    for kata in ("kebutuhan", "anggaran", "ditandatangani pegawainya"):
        assert kata in galat.value.pesan


def test_masa_dipotong_batas_usia_dengan_pasalnya(orang):
    ester = orang("ester")
    kontrak(ester)
    PegawaiKini.objects.filter(pegawai=ester.pegawai).update(pensiun=date(2027, 9, 1))
    hasil = timbang(ester, "kontrak_perpanjang", HABIS, tahun=5)
    assert (hasil.isi["sampai"], hasil.kurang) == ("2027-09-01", [])
    assert "UU 20/2023" in hasil.isi["potong"] and [x.nilai for x in hasil.langkah] == [
        "2032-02-29",
        "2027-08-31",
    ]
    PegawaiKini.objects.filter(pegawai=ester.pegawai).update(pensiun=HABIS)
    (kurang,) = timbang(ester, "kontrak_perpanjang", HABIS).kurang
    assert "batas usia pensiun 1 Maret 2027" in kurang and "UU 20/2023" in kurang


def test_yang_menahan_perpanjangan_disebut(orang):
    ester = orang("ester")
    assert "belum tercatat" in timbang(ester, "kontrak_perpanjang", HABIS).kurang[0]
    kontrak(ester)
    (kurang,) = timbang(ester, "kontrak_perpanjang", date(2027, 4, 1)).kurang
    assert kurang == "Perjanjian terakhir berakhir 28 Februari 2027, jadi yang berikutnya mulai 1 Maret 2027."
    for tahun in (6, -1, "dua"):
        assert timbang(ester, "kontrak_perpanjang", HABIS, tahun=tahun).kurang == [
            "Lama perjanjian 1 sampai 5 tahun."
        ]


def test_kinerja_di_bawah_baik_menahan(orang, pelaku_sistem):
    ester = orang("ester")
    kontrak(ester)
    lama = RiwayatSkp.objects.get(subjek=ester.pegawai, ditutup=None)
    pegawai.tutup_riwayat(pelaku_sistem, "skp", [lama.uid], "Uji")
    assert timbang(ester, "kontrak_perpanjang", HABIS).kurang == [
        "Penilaian kinerja (SKP) 2025 belum tercatat."
    ]
    catat(
        ester.pegawai,
        "skp",
        date(2025, 1, 1),
        {"tahun": 2025, "predikat": "Butuh Perbaikan"},
        sampai=date(2026, 1, 1),
    )
    assert timbang(ester, "kontrak_perpanjang", HABIS).kurang == [
        "Predikat kinerja 2025 Butuh Perbaikan, paling rendah Baik."
    ]


def test_daftar_jatuh_tempo_perjanjian_dan_batas_usia_terpisah(orang):
    ester, amos = orang("ester"), orang("amos")
    kontrak(ester, sampai=date(2027, 2, 1))
    kontrak(amos, "paruh_waktu", sampai=date(2027, 2, 1))
    frans = orang("frans").pelaku

    def nama(jenis, hari):
        return [k.nama for k in selectors.jatuh_tempo(frans, ambil(jenis), hari)]

    assert nama("kontrak_perpanjang", 30) == [] and nama("kontrak_perpanjang", 90) == ["Ester Mambraku"]
    assert nama("paruh_waktu_perpanjang", 90) == ["Amos Yarisetu"] and nama("kontrak_akhir", 365) == []
    PegawaiKini.objects.filter(pegawai=ester.pegawai).update(pensiun=date(2027, 1, 1))
    assert nama("kontrak_perpanjang", 90) == [] and nama("kontrak_akhir", 90) == ["Ester Mambraku"]
    kontrak_bup = timbang(ester, "kontrak_akhir", date(2027, 1, 1))
    assert (kontrak_bup.isi["alasan"], kontrak_bup.kurang) == ("bup", [])


@pytest.mark.lambat
def test_addendum_mengganti_perjanjian_sejak_harinya_dan_dapat_dicabut(orang, susun, lengkapi, jalani, cabut):
    ester = orang("ester")
    kontrak(ester)
    isi = {"hal": "tempat", "uraian": "Puskesmas Malawei"}
    u = jalani(
        lengkapi(susun("ester", "kontrak_addendum", oleh="frans", tmt=date(2026, 12, 1), **isi)),
        ("frans", "ajukan"), ("ruth", "setujui"),
    )  # fmt: skip
    tulisan = teks(u)
    for kata in ("ADDENDUM PERJANJIAN KERJA", "Puskesmas Malawei", "Tempat tugas", "1 Desember 2026", "Ruth Kalamiro", "Ester Mambraku"):  # fmt: skip
        assert kata in tulisan, kata
    assert tercatat(ester) == [(1, "penuh", MULAI, date(2026, 12, 1)), (1, "penuh", date(2026, 12, 1), HABIS)]
    baru = RiwayatKontrak.objects.get(subjek=ester.pegawai, mulai=date(2026, 12, 1), ditutup=None)
    # perjanjiannya tetap yang itu juga
    assert (baru.nomor, baru.sk_nomor) == ("PK-1/2025", u.surat.nomor_teks)
    cabut(u, "Keliru.")
    assert tercatat(ester) == [(1, "penuh", MULAI, HABIS)]


def test_addendum_hanya_di_dalam_perjanjian_dan_menyebut_yang_diubah(orang):
    ester = orang("ester")
    kontrak(ester)
    assert (
        "Isi hal yang diubah" in timbang(ester, "kontrak_addendum", date(2026, 12, 1), hal="gaib").kurang[0]
    )
    assert "sudah berakhir" in timbang(ester, "kontrak_addendum", HABIS, hal="lain", uraian="x").kurang[0]
    (kurang,) = timbang(ester, "kontrak_addendum", date(2028, 1, 1), hal="lain", uraian="x").kurang
    assert kurang == "Hari itu di luar perjanjian terakhirnya (1 Maret 2025 sampai 28 Februari 2027)."


def test_addendum_tidak_jauh_surut_dan_upahnya_rupiah_hanya_bagi_paruh_waktu(orang):
    ester, amos, tmt = orang("ester"), orang("amos"), date(2026, 12, 1)
    kontrak(ester)
    kontrak(amos, "paruh_waktu", date(2026, 1, 1), date(2027, 1, 1))
    (kurang,) = timbang(ester, "kontrak_addendum", date(2026, 1, 24), hal="lain", uraian="x").kurang
    assert kurang == "Addendum berlaku surut paling jauh 30 hari, jadi paling awal 24 Oktober 2026."
    (kurang,) = timbang(ester, "kontrak_addendum", tmt, hal="upah", upah=5_000_000).kurang
    assert kurang.startswith("Gaji PPPK penuh waktu mengikuti tabel gaji")
    for upah in (None, 0, -1, 1.5, "Rp0"):
        (kurang,) = timbang(
            amos, "kontrak_addendum", tmt, hal="upah", uraian="Gaji menjadi Rp0", upah=upah
        ).kurang
        assert kurang == "Isi upah sebulan yang baru, rupiah penuh lebih dari nol."
    hasil = timbang(amos, "kontrak_addendum", tmt, hal="upah", upah=2_500_000)
    assert hasil.kurang == [] and _perubahan(hasil.isi)[1] == (
        "Upah sebulan menjadi",
        rupiah_naskah(2_500_000),
    )
    assert timbang(amos, "kontrak_addendum", tmt, hal="lain", uraian="x", upah=1).kurang == [
        "Upah hanya diisi bila yang diubah gaji atau upah."
    ]


@pytest.mark.lambat
def test_pemutusan_mengakhiri_perjanjian_status_dan_jabatan_lalu_dapat_dicabut(
    orang, susun, lengkapi, jalani, cabut, sekda_otniel
):
    ester, tmt = orang("ester"), date(2026, 12, 1)
    kontrak(ester)
    u = jalani(
        lengkapi(
            susun("ester", "kontrak_akhir", oleh="frans", tmt=tmt, alasan="disiplin", keterangan="SK 7/2026")
        ),
        *JALAN,
    )
    tulisan = teks(u)
    for kata in (
        "dengan hormat tidak atas permintaan sendiri",
        "pelanggaran disiplin tingkat berat",
        "SK 7/2026",
        "1 Desember 2026",
    ):
        assert kata in tulisan, kata
    assert tercatat(ester) == [(1, "penuh", MULAI, tmt)]
    s = RiwayatStatus.objects.get(subjek=ester.pegawai, mulai=tmt, ditutup=None)
    assert (s.jenis, s.kedudukan) == ("pppk", "66")
    assert not organisasi.penugasan_pada(tmt).filter(subjek=ester.orang).exists()
    cabut(u, "Keberatannya diterima.")
    assert tercatat(ester) == [(1, "penuh", MULAI, HABIS)]
    assert organisasi.penugasan_pada(tmt).filter(subjek=ester.orang).exists()
    assert not RiwayatStatus.objects.filter(subjek=ester.pegawai, mulai=tmt, ditutup=None).exists()


def test_tiap_alasan_pemutusan_punya_cara_kalimat_dan_bukti(orang):
    cara = set(Buku.susun(date(2026, 11, 23)).tabel("usulan_kontrak_akhir"))
    assert cara == set(ALASAN) == {k for k, _ in akhir.PILIHAN if k} == set(BUKTI) | {"berakhir", "bup"}
    assert set(HAL) == {k for k, _ in addendum.PILIHAN if k}
    assert [s.kode for s in syarat(None, Isian(None, {"alasan": "pidana"}))] == ["putusan"] and syarat(
        None, Isian()
    ) == []


def test_alasan_yang_tidak_cocok_dengan_harinya_disebut(orang):
    ester, tmt = orang("ester"), date(2026, 12, 1)
    kontrak(ester)
    assert timbang(ester, "kontrak_akhir", tmt, alasan="bosan").kurang == ["Pilih alasan pengakhirannya."]
    (kurang,) = timbang(ester, "kontrak_akhir", tmt, alasan="berakhir").kurang
    assert "berakhir sebelum 1 Maret 2027" in kurang
    assert timbang(ester, "kontrak_akhir", HABIS, alasan="berakhir").kurang == []
    assert "Batas usia pensiunnya" in timbang(ester, "kontrak_akhir", tmt, alasan="bup").kurang[0]


@pytest.mark.lambat
def test_paruh_waktu_diperbarui_setahun_lalu_diangkat_penuh(
    orang, susun, lengkapi, jalani, cabut, sekda_otniel
):
    amos, mulai = orang("amos"), date(2026, 1, 1)
    kontrak(amos, "paruh_waktu", mulai, date(2027, 1, 1))
    u = jalani(lengkapi(susun("amos", "paruh_waktu_perpanjang", oleh="frans", tmt=date(2027, 1, 1), upah=2_500_000, upah_lama=2_400_000)), *JALAN)  # fmt: skip
    tulisan = teks(u)
    for kata in ("1 Januari 2027 sampai dengan 31 Desember 2027", "Rp2.500.000,00", "Nomor 16 Tahun 2025"):
        assert kata in tulisan, kata
    tmt = date(2027, 7, 1)
    jalan = (("frans", "ajukan"), ("frans", "usulkan", USUL), ("frans", "pertek", PERTEK), *JALAN[1:])
    u = jalani(lengkapi(susun("amos", "paruh_waktu_penuh", oleh="frans", tmt=tmt, tahun=1)), *jalan)
    tulisan = teks(u)
    for kata in (
        "Mengangkat sebagai Pegawai Pemerintah dengan Perjanjian Kerja",
        "NI-9/2027",
        "Rp2.511.500,00",
        "Golongan : V",
    ):
        assert kata in tulisan, kata
    assert tercatat(amos) == [
        (1, "paruh_waktu", mulai, date(2027, 1, 1)), (2, "paruh_waktu", date(2027, 1, 1), tmt), (1, "penuh", tmt, date(2028, 7, 1)),
    ]  # fmt: skip
    cabut(u, "Formasi dibatalkan.")
    assert tercatat(amos)[1:] == [(2, "paruh_waktu", date(2027, 1, 1), date(2028, 1, 1))]
    assert not RiwayatStatus.objects.filter(subjek=amos.pegawai, jenis="pppk", ditutup=None).exists()


def test_upah_paruh_waktu_tidak_turun_dan_selalu_rupiah_penuh(orang):
    amos = orang("amos")
    kontrak(amos, "paruh_waktu", date(2026, 1, 1), date(2027, 1, 1))

    def kurang(**data):
        return timbang(amos, "paruh_waktu_perpanjang", date(2027, 1, 1), **data).kurang

    assert kurang() == [] and kurang(upah=2_400_000, upah_lama=2_400_000) == []
    assert "lebih kecil" in kurang(upah=2_399_999, upah_lama=2_400_000)[0]
    for upah in (-1, 0.5, "sejuta"):
        assert kurang(upah=upah) == ["Upah harus rupiah penuh lebih dari nol."]
    assert "tanggal 1" in timbang(amos, "paruh_waktu_penuh", date(2026, 12, 2)).kurang[0]


def upah(o):
    milik = RiwayatKontrak.objects.filter(subjek=o.pegawai, ditutup=None).order_by("mulai")
    return list(milik.values_list("ke", "upah"))


@pytest.mark.lambat
def test_upah_paruh_waktu_ditulis_keputusannya_dan_kembali_bila_dicabut(
    orang, susun, lengkapi, jalani, cabut, sekda_otniel
):
    amos = orang("amos")
    kontrak(amos, "paruh_waktu", date(2026, 1, 1), date(2027, 1, 1), upah=2_400_000)
    u = jalani(lengkapi(susun("amos", "paruh_waktu_perpanjang", oleh="frans", tmt=date(2027, 1, 1), upah=2_500_000)), *JALAN)  # fmt: skip
    assert upah(amos) == [(1, 2_400_000), (2, 2_500_000)] and "Rp2.500.000,00" in teks(u)
    u = cabut(u, "Anggarannya tidak ada.")
    assert u.kasus.keadaan == "dicabut" and u.surat.status == "dicabut" and upah(amos) == [(1, 2_400_000)]
    u = jalani(lengkapi(susun("amos", "paruh_waktu_perpanjang", oleh="frans", tmt=date(2027, 1, 1))), *JALAN)
    assert upah(amos) == [(1, 2_400_000), (2, 2_400_000)] and "sesuai dengan perjanjian sebelumnya" in teks(u)


def test_upah_lama_dari_register_mengalahkan_isian_dan_kelasnya_tertutup(orang, layar, susun):
    amos = orang("amos")
    kontrak(amos, "paruh_waktu", date(2026, 1, 1), date(2027, 1, 1), upah=2_400_000)
    kurang = timbang(amos, "paruh_waktu_perpanjang", date(2027, 1, 1), upah=2_300_000, upah_lama=1).kurang
    assert "lebih kecil" in kurang[0]
    borang = layar("frans").get(f"/kerja/usulan/susun/{amos.pegawai.uid}/paruh_waktu_perpanjang/").text
    assert "Tercatat sekarang Rp2.400.000" in borang and "upah_lama" not in borang
    alamat = f"/kerja/pegawai/{amos.pegawai.uid}/"
    assert (
        "2.400.000" in layar("frans").get(alamat).text
        and "2.400.000" in layar("amos").get("/kerja/saya/").text
    )
    atasan = layar("yuliana").get(alamat).text
    assert "PK-1/2025" in atasan and "2.400.000" not in atasan
    assert "2400000" not in str(
        [jejak.isi(x).sesudah for x in Jejak.objects.filter(jenis="pegawai.riwayat_dicatat")]
    )
    for salah in (0, -1, 1.5, "dua juta", True):
        with pytest.raises(MasukanSalah, match="Upah harus rupiah penuh"):
            kontrak(amos, "paruh_waktu", date(2027, 1, 1), date(2028, 1, 1), ke=2, upah=salah)


def test_perjanjian_selalu_berjangka_dan_bernomor(orang):
    ester = orang("ester")
    isi = {"nomor": "PK-1", "ke": 1, "jenis": "penuh"}
    with pytest.raises(MasukanSalah, match="selalu berjangka"):
        catat(ester.pegawai, "kontrak", MULAI, isi)
    for ubah, kata in (
        ({"nomor": " "}, "Nomor"),
        ({"ke": 0}, "ke-"),
        ({"ke": "satu"}, "ke-"),
        ({"jenis": "seumur"}, "tidak dikenal"),
    ):
        with pytest.raises(MasukanSalah, match=kata):
            catat(ester.pegawai, "kontrak", MULAI, {**isi, **ubah}, sampai=HABIS)
