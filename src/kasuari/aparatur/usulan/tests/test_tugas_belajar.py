"""Tugas belajar: syaratnya parameter, kedudukannya 03 sampai diaktifkan kembali, dan semuanya kembali bila dicabut."""

from datetime import date

import pytest

from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatPendidikan, RiwayatStatus
from kasuari.aparatur.usulan import efek
from kasuari.aparatur.usulan.tests.pegangan import timbang
from kasuari.aturan.tests.bantu import andaikan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.ketentuan import selectors as ketentuan

pytestmark = pytest.mark.django_db
TMT = date(2026, 9, 1)
BERKAS = ("diterima", "akreditasi", "rekomendasi", "perjanjian", "biaya", "sehat")
ISI = {
    "cara": "tinggal", "biaya": "negara", "tingkat": "S2", "prodi": "Pendidikan Dasar", "kampus": "Universitas Cenderawasih",
    "selesai": "2028-08-31",
}  # fmt: skip
JALAN = (("naomi", "teruskan"), ("frans", "terima"), ("ruth", "paraf"), ("otniel", "setujui"))


def status(u):
    qs = RiwayatStatus.objects.filter(subjek=u.pegawai, ditutup=None).order_by("mulai")
    return [(f.kedudukan, f.mulai) for f in qs]


@pytest.fixture
def belajar(ajukan, langkah, setda, baca_surat):
    def satu(**ubah):
        u = ajukan("maria", "tugas_belajar", BERKAS, TMT, **{**ISI, **ubah})
        for nama, aksi in JALAN:
            u = langkah(u, nama, aksi)
        return u, baca_surat(u)

    return satu


@pytest.mark.lambat
def test_meninggalkan_tugas_berkedudukan_tugas_belajar_dan_kembali_bila_dicabut(belajar, cabut):
    u, teks = belajar()
    for kata in (
        "TUGAS BELAJAR", "Maria Kandimor", "S2", "Pendidikan Dasar", "Universitas Cenderawasih", "1 September 2026", "31 Agustus 2028",
        "sekurang-kurangnya 48 bulan", "dibebaskan dari tugas jabatannya", "paling lama 1 tahun", u.surat.nomor_teks,
    ):  # fmt: skip
        assert kata in teks, kata
    assert status(u) == [("01", date(2010, 4, 1)), ("03", TMT)]
    k = PegawaiKini.objects.get(pegawai=u.pegawai)
    assert (k.kedudukan, k.aktif, k.jabatan) == ("03", True, "Guru Ahli Pertama")
    cabut(u, "Beasiswanya batal.")
    assert status(u) == [("01", date(2010, 4, 1))]


@pytest.mark.lambat
def test_di_luar_jam_kerja_kedudukannya_tetap_dan_ikatannya_lebih_pendek(belajar):
    u, teks = belajar(cara="tetap", biaya="mandiri")
    assert "di luar jam kerja" in teks and "sekurang-kurangnya 24 bulan" in teks
    assert status(u) == [("01", date(2010, 4, 1))]


@pytest.mark.lambat
def test_aktif_kembali_mencatat_ijazahnya_dan_dapat_dicabut(belajar, susun, langkah, baca_surat, cabut):
    belajar(selesai="2027-08-31")
    with pada_saat(date(2027, 9, 4)):
        u = susun(
            "maria", "tugas_belajar_selesai", tmt=date(2027, 9, 1), berkas=("laporan", "ijazah"), hasil="lulus", tingkat="S2",
            jurusan="Pendidikan Dasar", lembaga="Universitas Cenderawasih", lulus="2027-08-20",
        )  # fmt: skip
        for nama, aksi in (("naomi", "ajukan"), *JALAN[1:]):
            u = langkah(u, nama, aksi)
        teks = baca_surat(u)
        assert "Mengaktifkan kembali" in teks and "1 September 2027" in teks and "20 Agustus 2027" in teks
        assert status(u)[-1] == ("01", date(2027, 9, 1))
        ijazah = RiwayatPendidikan.objects.get(subjek=u.pegawai, tingkat="S2", ditutup=None)
        assert ijazah.lampiran == u.bukti.get(syarat="ijazah").lampiran_id
        cabut(u, "Ijazahnya belum sah.")
        assert status(u)[-1] == ("03", TMT)
        assert not RiwayatPendidikan.objects.filter(subjek=u.pegawai, tingkat="S2", ditutup=None).exists()


@pytest.mark.lambat
def test_perpanjangan_memundurkan_hari_selesai_dan_dapat_dicabut(
    belajar, ajukan, langkah, baca_surat, cabut, orang
):
    dasar, _ = belajar(selesai="2027-08-31")
    mulai = date(2027, 9, 1)
    with pada_saat(date(2027, 8, 2)):
        isi = {"selesai": "2028-02-29", "alasan": "Penelitian di lapangan tertunda."}
        u = ajukan(
            "maria", "tugas_belajar_perpanjang", ("kampus", "kemajuan", "rekomendasi", "biaya"), mulai, **isi
        )
        for nama, aksi in JALAN:
            u = langkah(u, nama, aksi)
        teks = baca_surat(u)
        for kata in ("Perpanjangan Tugas Belajar", dasar.surat.nomor_teks, "Semula sampai dengan", "31 Agustus 2027", "29 Februari 2028",
                     "sekurang-kurangnya 36 bulan", "tertunda"):  # fmt: skip
            assert kata.casefold().replace(" ", "") in teks.casefold().replace(" ", ""), kata
        assert status(u)[-2:] == [("03", TMT), ("03", mulai)]
        assert RiwayatStatus.objects.get(subjek=u.pegawai, mulai=mulai, ditutup=None).sebab.endswith(
            "29 Februari 2028"
        )
        for ubah, pesan in (
            ({"selesai": "2028-09-01"}, "paling lambat 31 Agustus 2028"),
            ({"selesai": "2028-02-01"}, "Hari selesai yang baru"),
        ):
            kurang = timbang(
                orang("maria"), "tugas_belajar_perpanjang", date(2028, 3, 1), **{**isi, **ubah}
            ).kurang
            assert any(pesan in k for k in kurang), kurang
        cabut(u, "Studinya ternyata selesai.")
        assert status(u)[-1] == ("03", TMT)


def test_yang_diperpanjang_harus_sambung_dan_ada_keputusannya(orang):
    kurang = timbang(
        orang("maria"), "tugas_belajar_perpanjang", date(2027, 9, 1), selesai="2028-02-29", alasan="x"
    ).kurang
    assert kurang == ["Keputusan tugas belajarnya belum ada di sini, jadi belum dapat diperpanjang."]


def test_yang_tidak_sedang_tugas_belajar_tidak_diaktifkan_kembali(susun, setda):
    u = susun("maria", "tugas_belajar_selesai", tmt=TMT, berkas=("laporan",), hasil="tidak")
    assert efek.timbang(u).kurang == ["Pada hari itu ia tidak tercatat tugas belajar."]


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"selesai": "2028-09-02"}, "Tugas belajar S2 paling lama 2 tahun"),
        ({"selesai": "2026-09-01"}, "Hari selesai harus sesudah hari mulai"),
        ({"selesai": None}, "Isi tingkat dan hari selesai"),
        ({"tingkat": "S9"}, "Isi tingkat dan hari selesai"),
        ({"cara": "", "prodi": " "}, "Pilih cara belajar dan biayanya. Tulis program studi"),
        ({"berkas": BERKAS[:4]}, "Berkas belum ada: Surat keterangan pemberi biaya"),
    ],
)
def test_yang_kurang_disebut(ajukan, setda, ubah, pesan):
    isi = {"berkas": BERKAS, **ISI, **ubah}
    with pytest.raises(MasukanSalah, match=pesan):
        ajukan("maria", "tugas_belajar", tmt=TMT, **isi)


def test_ikatan_dinas_yang_melewati_pensiun_ditolak(ajukan, setda, orang):
    # Yuliana lahir Mei 1973: JPT pensiun 1 Juni 2033; 2 tahun belajar berikatan 4 tahun sampai 2032 masih cukup
    assert orang("yuliana").pegawai.kini.pensiun == date(2033, 6, 1)
    ajukan("yuliana", "tugas_belajar", BERKAS, TMT, **ISI)
    with pytest.raises(MasukanSalah, match="melewati pensiun 1 Juni 2033"):
        ajukan("yuliana", "tugas_belajar", BERKAS, date(2027, 9, 1), **{**ISI, "selesai": "2029-08-31"})


def test_masa_kerja_sejak_menjadi_pns_menurut_parameternya(ajukan, setda, monkeypatch):
    asli = ketentuan.buku
    monkeypatch.setattr(
        ketentuan, "buku", lambda h: andaikan(asli(h), "usulan_tugas_belajar", 10, "masa_kerja")
    )
    with pytest.raises(
        MasukanSalah, match="Paling singkat 10 tahun sejak menjadi PNS, jadi paling cepat 1 Maret 2029"
    ):
        ajukan("lukas", "tugas_belajar", BERKAS, TMT, **ISI)


def test_isian_yang_tidak_dapat_dicetak_ditolak_saat_diisi(ajukan, setda):
    with pytest.raises(MasukanSalah, match="tidak dapat dicetak") as galat:
        ajukan("maria", "tugas_belajar", BERKAS, TMT, **{**ISI, "kampus": "Cenderawasih 🎓"})
    assert galat.value.kolom == "kampus"
