"""Mutasi: kursi, lama di jabatan, pangkat, dan pendidikan ditimbang; jabatan baru ditulis keputusannya, dan dapat dicabut."""

from datetime import date

import pytest

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aparatur.usulan import efek
from kasuari.aparatur.usulan.forms import borang_usulan
from kasuari.aparatur.usulan.jenis.mutasi import BorangMutasi
from kasuari.aparatur.usulan.mutasi.borang import BorangMutasiPejabat
from kasuari.aparatur.usulan.mutasi.timbang import masa_pilkada, syarat
from kasuari.aparatur.usulan.rangka import ambil
from kasuari.aparatur.usulan.tests.pegangan import USUL
from kasuari.aturan.tests.bantu import andaikan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi.models import Penugasan

pytestmark = pytest.mark.django_db
TMT = date(2027, 2, 1)
BERKAS = ("usul", "terima", "pernyataan")
PEJABAT = (*BERKAS, "penilaian")
ISI = {"tmt": TMT, "berkas": BERKAS, "bebas_keluarga": True, "sebab": "Kekurangan guru kelas."}


def kini(u):
    return PegawaiKini.objects.get(pegawai=u.pegawai)


def jabatan(u):
    qs = Penugasan.objects.filter(subjek=u.pegawai.orang, ditutup=None).order_by("mulai")
    return [(t.pos.kode, t.mulai, t.sampai) for t in qs.select_related("pos")]


@pytest.mark.lambat
def test_guru_pindah_sekolah_dari_konsep_sampai_jabatan_baru(susun, langkah, kursi, setda, baca_surat, cabut):
    pos = kursi("sd4", "Guru Kelas Ahli Pertama", "fungsional", formasi=2)
    u = susun("maria", "mutasi", pos=pos, **ISI)
    for nama, aksi in (("naomi", "ajukan"), ("frans", "terima"), ("ruth", "paraf"), ("otniel", "setujui")):
        u = langkah(u, nama, aksi)
    teks = baca_surat(u)
    for kata in (
        "WALI KOTA CONTOH", "Maria Kandimor", "198508012010042003", "Guru Ahli Pertama", "Guru Kelas Ahli Pertama", "SD Negeri 1",
        "Unit sd4", "1 Februari 2027", "surat pernyataan melaksanakan tugas", u.surat.nomor_teks, "Otniel Labobarin",
        "a.n. WALI KOTA CONTOH SEKRETARIS DAERAH,",
    ):  # fmt: skip
        assert kata in teks, kata
    assert "pelantikan" not in teks
    lama = ("sd1-Guru Ahli Pertama", date(2020, 1, 1))
    assert jabatan(u) == [(*lama, TMT), (pos, TMT, None)]
    baru = Penugasan.objects.get(subjek=u.pegawai.orang, mulai=TMT, ditutup=None)
    assert (baru.sk_nomor, baru.sk_tanggal) == (u.surat.nomor_teks, u.surat.tanggal)
    cabut(u, "Kebutuhannya sudah terisi.")
    assert jabatan(u) == [(*lama, None)]


@pytest.mark.lambat
def test_pejabat_melewati_bkn_lalu_wali_kota_dan_keputusannya_menyebut_pertek(
    susun, langkah, kursi, baca_surat
):
    kursi("kota", "Wali Kota", "jpt", "dominggus", kepala=True)
    pos = kursi("kes", "Kepala Bidang Kesehatan Masyarakat", "administrator", eselon="III.b")
    u = susun("siti", "mutasi_pejabat", oleh="frans", pos=pos, **{**ISI, "berkas": PEJABAT})
    u = langkah(u, "frans", "ajukan")
    assert u.kasus.keadaan == "bkn"
    with pytest.raises(MasukanSalah, match="nomor dan tanggal persetujuan teknis"):
        langkah(u, "frans", "pertek")
    u = langkah(u, "frans", "usulkan", **USUL)
    u = langkah(u, "frans", "pertek", pertek_nomor="IMUT-96710-2026", pertek_tanggal=date(2026, 11, 23))
    u = langkah(langkah(u, "ruth", "paraf"), "dominggus", "setujui")
    teks = baca_surat(u)
    for kata in (
        "IMUT-96710-2026 tanggal 23 November 2026",
        "pelantikan dan pengambilan sumpah jabatan",
        "III.b",
        "Siti Rahmawati",
    ):
        assert kata in teks, kata
    assert [x[0] for x in jabatan(u)] == ["sd1-Kepala SD Negeri 1", pos]


def kurang(u):
    return " ".join(efek.timbang(u).kurang)


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"bebas_keluarga": False}, "tidak ada hubungan keluarga"),
        ({"pos": ""}, "Pos tujuan belum dipilih"),
        ({"pos": "entah"}, "Pos tujuan belum dipilih"),
        ({"pos": "sd1-Guru Ahli Pertama"}, "sudah memegang jabatan ini"),
        ({"pos": "kes-Kepala Dinas Kesehatan"}, "Pos ini diusulkan lewat 'Mutasi pejabat manajerial'"),
        ({"tmt": date(2021, 6, 1)}, "paling cepat 1 Januari 2022"),
        ({"tmt": date(2046, 1, 1)}, "sebelum mutasi ini"),
        ({"berkas": ("usul",)}, "Persetujuan pimpinan unit tujuan"),
    ],
)
def test_yang_menahan_mutasi_disebut(susun, setda, kursi, ubah, pesan):
    pos = kursi("sd4", "Guru Kelas Ahli Pertama", "fungsional", formasi=2)
    assert kurang(susun("yosep", "mutasi", pos=pos, **ISI)) == ""
    assert pesan in kurang(susun("maria", "mutasi", **{**ISI, "pos": pos, **ubah}))


def test_formasi_penuh_dan_pendidikan_kurang_disebut(susun, setda, kursi):
    penuh = kursi("sd4", "Guru Kelas Ahli Pertama", "fungsional", "yosep", formasi=1)
    assert "sudah penuh: 1 dari 1" in kurang(susun("maria", "mutasi", pos=penuh, **ISI))
    s2 = kursi("sd4", "Pengawas Sekolah", "fungsional", pendidikan_minimal="S2")
    assert "mensyaratkan pendidikan S2; yang tercatat S1" in kurang(susun("siti", "mutasi", pos=s2, **ISI))


@pytest.mark.parametrize(
    ("nama", "eselon", "pesan"),
    [
        ("siti", "III.b", ""),  # III/d tepat
        ("naomi", "III.b", ""),  # III/c satu tingkat di bawah
        ("naomi", "III.a", "Golongan III/c terlalu rendah bagi eselon III.a, yang mulai IV/a"),
    ],
)
def test_golongan_terhadap_eselon(susun, kursi, nama, eselon, pesan):
    kursi("kota", "Wali Kota", "jpt", "dominggus", kepala=True)
    pos = kursi("kes", "Kepala Bidang", "administrator", eselon=eselon)
    u = susun(nama, "mutasi_pejabat", oleh="frans", pos=pos, **{**ISI, "berkas": PEJABAT})
    assert kurang(u).startswith(pesan) and bool(kurang(u)) == bool(pesan)


def test_kursi_manajerial_yang_masih_dipegang_disebut(susun, kursi):
    kursi("kota", "Wali Kota", "jpt", "dominggus", kepala=True)
    u = susun(
        "siti",
        "mutasi_pejabat",
        oleh="frans",
        pos="dik-Kepala Dinas Pendidikan",
        **{**ISI, "berkas": PEJABAT},
    )
    assert "masih dipegang pejabat definitif lain" in kurang(u)


def test_hukuman_yang_berjalan_menahan_tanpa_menyebutnya_kepada_pengelola_unit(
    orang, susun, setda, kursi, pelaku_sistem
):
    pos = kursi("sd4", "Guru Kelas Ahli Pertama", "fungsional")
    baris = BarisRiwayat(
        orang("maria").pegawai.uid,
        date(2026, 10, 1),
        {"tingkat": "sedang", "jenis": "Pemotongan TPP"},
        sampai=date(2027, 10, 1),
    )
    pegawai.buka_riwayat(pelaku_sistem, "hukuman", [baris])
    teks = kurang(susun("maria", "mutasi", pos=pos, **ISI))
    assert "catatan di register" in teks and "hukuman" not in teks.lower() and "TPP" not in teks


def test_masa_pilkada_mengingatkan_pada_hari_pertama_dan_terakhirnya():
    tabel = {"2024": "2024-03-22 2025-02-20"}
    for hari, kena in (
        (date(2024, 3, 21), False),
        (date(2024, 3, 22), True),
        (date(2025, 2, 20), True),
        (date(2025, 2, 21), False),
    ):
        assert bool(masa_pilkada(tabel, hari)) == kena


def test_masa_pilkada_yang_ditulis_keliru_menjadi_kalimat_bukan_galat_halaman(susun, kursi, monkeypatch):
    kursi("kota", "Wali Kota", "jpt", "dominggus", kepala=True)
    pos = kursi("kes", "Kepala Bidang", "administrator", eselon="III.b")
    asli = ketentuan.buku
    monkeypatch.setattr(
        ketentuan, "buku", lambda h: andaikan(asli(h), "usulan_mutasi_pilkada", "Maret 2024", "2024")
    )
    u = susun("siti", "mutasi_pejabat", oleh="frans", pos=pos, **{**ISI, "berkas": PEJABAT})
    assert kurang(u).startswith("Masa larangan pilkada 2024 harus dua tanggal")


def test_borang_menanyakan_hari_mulai_lebih_dulu_lalu_isian_dan_berkas(orang):
    urut = list(borang_usulan(ambil("mutasi"), syarat(None, None), {}, pegawai=orang("maria").pegawai).fields)
    assert (urut[0], urut[1], urut[-2]) == ("tmt", "tujuan", "berkas_pernyataan")


def test_pos_dicari_dengan_kata_lalu_dipilih_bila_banyak(orang, kursi):
    def borang(kelas=BorangMutasi, **isi):
        f = kelas({"sebab": "x", "bebas_keluarga": "on", **isi})
        f.bagi(orang("maria").pegawai)
        return f

    kode = kursi("sd4", "Guru Ahli Pertama", "fungsional")
    f = borang(tujuan="guru sd4")
    assert f.is_valid() and f.cleaned_data["pos"] == kode
    f = borang(tujuan="guru ahli")
    assert not f.is_valid() and "2 pos yang cocok" in f.errors["tujuan"][0]
    assert any("SD Negeri 1 (2 dari 10 terisi)" in tulisan for _kode, tulisan in f.fields["pos"].choices)
    assert borang(tujuan="guru ahli", pos=kode).is_valid()
    assert borang(tujuan=kode.upper()).is_valid()
    assert "Tidak ada pos" in borang(tujuan="nakhoda").errors["tujuan"][0]
    assert "Tidak ada pos" in borang(tujuan="kepala dinas").errors["tujuan"][0]
    assert borang(BorangMutasiPejabat, tujuan="kepala dinas kesehatan").is_valid()
    assert not borang(tujuan="guru ahli", pos="dik-Kepala Dinas Pendidikan").is_valid()
    f = borang(tujuan="guru sd4", pos="sd1-Guru Ahli Pertama")  # pilihan lama, kata yang baru
    assert f.is_valid() and f.cleaned_data["pos"] == kode


KELUAR = ("permohonan", "terima", "unit", "beban", "temuan", "belajar")


@pytest.mark.lambat
def test_surat_melepas_tidak_mengubah_register(ajukan, langkah, setda, baca_surat, cabut):
    u = ajukan(
        "maria", "mutasi_keluar", KELUAR, instansi="Pemerintah Kabupaten Manokwari", sebab="Ikut suami"
    )
    sebelum = jabatan(u)
    for nama, aksi in (("naomi", "teruskan"), ("frans", "terima"), ("ruth", "paraf"), ("otniel", "setujui")):
        u = langkah(u, nama, aksi)
    teks = baca_surat(u)
    for kata in (
        "Pejabat Pembina Kepegawaian Pemerintah Kabupaten Manokwari",
        "tidak berkeberatan melepas",
        "Maria Kandimor",
    ):
        assert kata in teks, kata
    assert jabatan(u) == sebelum and kini(u).aktif
    cabut(u, "Batal pindah.")
    assert jabatan(u) == sebelum


@pytest.mark.lambat
def test_keputusan_bkn_mengakhiri_status_dan_jabatannya_lalu_dapat_dicabut(ajukan, langkah, setda):
    isi = {"instansi": "Pemerintah Kabupaten Manokwari", "sebab": "Ikut suami"}
    u = ajukan("maria", "mutasi_keluar", KELUAR, **isi)
    lain = ajukan("maria", "mutasi_keluar", KELUAR, **isi)
    assert "Orang ini juga punya: Pindah ke instansi lain" in efek.timbang(lain).ingat[0]
    sebelum = jabatan(u)
    for nama, aksi in (("naomi", "teruskan"), ("frans", "terima"), ("ruth", "paraf"), ("otniel", "setujui")):
        u = langkah(u, nama, aksi)
    hari = date(2026, 11, 23)
    keputusan = {"pindah_nomor": "BKN-5/2026", "pindah_tanggal": hari, "pindah_tmt": hari}
    with pytest.raises(MasukanSalah, match="belum selesai ditandatangani"):
        langkah(u, "frans", "pindah", **keputusan)
    jalankan_semua()
    for ubah in (
        {"pindah_nomor": "<b>"},
        {"pindah_tanggal": date(2026, 11, 24)},
        {"pindah_tmt": date(2026, 11, 22)},
    ):
        with pytest.raises(MasukanSalah):
            langkah(u, "frans", "pindah", **keputusan | ubah)
    u = langkah(u, "frans", "pindah", **keputusan)
    assert u.kasus.keadaan == "pindah" and not kini(u).aktif and jabatan(u) != sebelum
    u = langkah(u, "ruth", "cabut", "BKN membatalkannya.")
    assert kini(u).aktif and jabatan(u) == sebelum


@pytest.mark.parametrize(
    ("nama", "isian", "pesan"),
    [
        (
            "lukas",
            {"instansi": "BKN", "sebab": "x"},
            "Paling singkat 10 tahun sejak TMT CPNS, jadi paling cepat 1 Maret 2029",
        ),
        ("maria", {"instansi": "  ", "sebab": "x"}, "Tulis instansi tujuannya"),
        ("maria", {"instansi": "BKN", "sebab": ""}, "Tulis alasan pindahnya"),
    ],
)
def test_yang_belum_boleh_pindah_disebut(ajukan, setda, nama, isian, pesan):
    with pytest.raises(MasukanSalah, match=pesan):
        ajukan(nama, "mutasi_keluar", KELUAR, **isian)
