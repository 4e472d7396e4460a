"""Layar impor dari unggah sampai batal, seperti yang ditekan petugas."""

import re
import uuid

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.bersama import shared

from kasuari.aparatur.pegawai.models import PegawaiKini, RiwayatDiklat
from kasuari.dasar.impor import service
from kasuari.dasar.impor.models import ImporBerkas, ImporEfek
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Jejak, JejakSubjek

pytestmark = pytest.mark.django_db
KEPALA = "NIP;Nama;Tanggal Lahir;Golongan;TMT Golongan\n"
ISI = (
    KEPALA
    + "19900115201903100;Contoh Baru;15-01-1990;III/a;01-04-2023\n198508012010042003;Maria Kandimor;;III/b;\n"
)


@pytest.fixture
def masuk(client, orang):
    def sebagai(nama):
        client.force_login(orang(nama).akun)
        return client

    return sebagai


def kirim(client, isi, nama="daftar.csv", subjek="pegawai"):
    data = {
        "subjek": subjek,
        "kunci": uuid.uuid4(),
        "berkas": SimpleUploadedFile(nama, isi if isinstance(isi, bytes) else isi.encode()),
    }
    return client.post("/kerja/impor/unggah/", data)


def alamat(jawab):
    assert jawab.status_code == 302, jawab.content.decode()[:3000]
    return re.match(r"/kerja/impor/[0-9a-f-]{36}/", jawab.url)[0]


def kunci():
    return {"kunci": uuid.uuid4()}


def aktif():
    return list(
        PegawaiKini.objects.filter(aktif=True).order_by("nip").values_list("nip", "nama", "golongan", "unit")
    )


@pytest.mark.lambat
def test_petugas_mengunggah_01_membetulkan_menyimpan_dan_membatalkan(masuk):
    c, semula = masuk("frans"), aktif()
    isi = shared("data", "berkas_kotor", "01_siasn_pegawai.xlsx").read_bytes()
    a = alamat(kirim(c, isi, "01.xlsx"))
    assert "Contoh isi" in c.get(f"{a}kolom/").content.decode()
    hasil = c.get(f"{a}?hasil=ditolak").content.decode()
    assert "NIP harus 18 angka, tertulis 17" in hasil and "Mungkin maksudnya: IV/a." in hasil
    halaman = c.get(f"{a}baris/23/").content.decode()
    kotak = dict(re.findall(r'name="(k\d+)" value="([^"]*)"', halaman))
    gol = next(k for k, v in kotak.items() if v == "V/a")
    assert c.post(f"{a}baris/23/", {**kotak, gol: "IV/a", **kunci()}).url == a
    b = ImporBerkas.objects.get()
    assert (b.ringkasan["diterima"], b.ringkasan["ditolak"]) == (22, 4)
    assert "Yang akan berubah" in c.get(f"{a}simpan/").content.decode()
    data = kunci()
    c.post(f"{a}simpan/", data)
    banyak = ImporEfek.objects.count()
    assert c.post(f"{a}simpan/", data).status_code == 302  # ditekan dua kali
    assert ImporEfek.objects.count() == banyak > 60
    assert len(aktif()) > len(semula)
    assert c.post(f"{a}batalkan/", {"alasan": "", **kunci()}).status_code == 422
    c.post(f"{a}batalkan/", {"alasan": "berkas keliru", **kunci()})
    assert aktif() == semula
    assert "Dibatalkan" in c.get(a).content.decode()


def test_diklat_06_ditolak_bila_orangnya_belum_terdaftar(masuk):
    c = masuk("frans")
    a = alamat(
        kirim(c, shared("data", "berkas_kotor", "06_riwayat_diklat.xlsx").read_bytes(), "06.xlsx", "diklat")
    )
    b = ImporBerkas.objects.get()
    assert (b.ringkasan["diterima"], b.ringkasan["ditolak"]) == (0, 16)
    assert "belum ada di register" in c.get(f"{a}?kode=NIP_TIDAK_TERDAFTAR").content.decode()
    banyak = RiwayatDiklat.objects.count()
    assert c.post(f"{a}periksa/", kunci()).url == a
    assert ";NIP;" in c.get(f"{a}kesalahan.csv").content.decode()
    assert c.post(f"{a}simpan/", kunci()).status_code == 422
    assert RiwayatDiklat.objects.count() == banyak


@pytest.mark.lambat
def test_kolom_dibetulkan_dengan_tangan(masuk):
    c = masuk("frans")
    a = alamat(kirim(c, ISI.replace("Golongan;TMT", "Huruf;TMT")))
    pilih = {"k1": "nip", "k2": "nama", "k3": "lahir", "k4": "nama", "k5": "tmt_gol"}
    salah = c.post(f"{a}kolom/", {**pilih, **kunci()})
    assert salah.status_code == 422 and "sudah dipakai kolom Nama" in salah.content.decode()
    assert c.post(f"{a}kolom/", {**pilih, "k4": "gol", **kunci()}).url == a
    assert ImporBerkas.objects.get().pemetaan["kolom"]["4"] == "gol"


def test_berkas_yang_keliru_dijelaskan_di_formulirnya(masuk):
    c = masuk("frans")
    jawab = kirim(c, b"%PDF-1.7 bukan tabel", "surat.xlsx")
    assert jawab.status_code == 422 and "Jenis berkas ini tidak diterima" in jawab.content.decode()
    assert c.post("/kerja/impor/unggah/", kunci()).status_code == 422


def test_hanya_petugas_yang_masuk_dan_berkas_orang_lain_tidak_ada(masuk):
    a = alamat(kirim(masuk("frans"), ISI))
    for siapa in ("maria", "naomi", "ruth"):
        c = masuk(siapa)
        assert c.get("/kerja/impor/").status_code == 403
        assert kirim(c, ISI).status_code == 403
        for p in ("", "kolom/", "baris/2/", "simpan/", "batalkan/", "kesalahan.csv"):
            assert c.get(a + p).status_code == 404, p
        assert c.post(f"{a}simpan/", kunci()).status_code == 404
        assert "Impor" not in c.get("/kerja/").content.decode()


def test_html_dan_rumus_di_sel_tetap_tulisan(masuk):
    c = masuk("frans")
    jahat = "<script>alert(1)</script>"
    a = alamat(kirim(c, KEPALA + f"=1+1;{jahat};{jahat};{jahat};=HYPERLINK(1)\n"))
    for p in ("", "kolom/", "baris/2/"):
        isi = c.get(a + p).content.decode()
        assert jahat not in isi and "&lt;script&gt;" in isi, p
    unduh = c.get(f"{a}kesalahan.csv").content.decode()
    assert unduh.startswith("\ufeffBaris;") and not re.search(r'(^|;)"?[=+@-]', unduh, re.M)


def test_kueri_halaman_hasil_tidak_tumbuh_dengan_baris(
    masuk, django_assert_max_num_queries, django_assert_num_queries
):
    c = masuk("frans")
    sedikit = alamat(kirim(c, ISI))
    banyak = alamat(kirim(c, KEPALA + "".join(f"1234{n};Contoh {n};;III/a;\n" for n in range(400))))
    c.get(sedikit)
    with django_assert_max_num_queries(30) as hitung:
        c.get(sedikit)
    with django_assert_num_queries(len(hitung)):
        c.get(banyak)


def dua_lembar(jalur):
    """Satu buku kerja, dua lembar berisi pegawai; yang kedua lebih sedikit kolomnya."""
    buku = xlsxwriter.Workbook(str(jalur))
    for nama, kepala, baris in (
        (
            "Dinas",
            ["NIP", "Nama", "Tgl Lhr", "Golongan"],
            ["198508012010042003", "Maria Kandimor", "01-08-1985", "III/b"],
        ),
        ("UPT", ["NIP", "Nama"], ["199001152019031001", "Contoh Baru"]),
    ):
        lembar = buku.add_worksheet(nama)
        lembar.write_row(0, 0, kepala)
        lembar.write_row(1, 0, baris)
    buku.close()
    return jalur.read_bytes()


def test_lembar_kedua_yang_berisi_disebut_dan_dapat_dipilih(masuk, tmp_path):
    c = masuk("frans")
    a = alamat(kirim(c, dua_lembar(tmp_path / "dua.xlsx"), "dua.xlsx"))
    b = ImporBerkas.objects.get()
    assert [k["isian"] for k in b.ringkasan["kolom"]] == ["nip", "nama", "lahir", "gol"]
    assert "Lembar “UPT” juga berisi 1 baris data" in c.get(a).content.decode()
    assert 'name="lembar"' in c.get(f"{a}kolom/").content.decode()
    c.post(f"{a}kolom/", {"lembar": "UPT", **{f"k{i}": "" for i in range(1, 5)}, **kunci()})
    b.refresh_from_db()
    assert (b.ringkasan["lembar"], b.ringkasan["jumlah"]) == ("UPT", 1)
    assert [x["nama"] for x in b.ringkasan["lembar_lain"]] == ["Dinas"]


def test_xlsx_yang_dinamai_xls_tetap_terbaca(masuk, tmp_path):
    c = masuk("frans")
    a = alamat(kirim(c, dua_lembar(tmp_path / "dua.xlsx"), "dua.xls"))
    assert "Maria Kandimor" in c.get(f"{a}kolom/").content.decode()


def test_melihat_isi_berkas_adalah_peristiwa_tentang_orangnya(masuk, orang):
    c = masuk("frans")
    a = alamat(kirim(c, KEPALA + "198508012010042003;Maria Kandimora;;III/b;\n"))
    c.get(f"{a}kolom/")
    lihat = Jejak.objects.filter(jenis="impor.dilihat").latest("id")
    assert JejakSubjek.objects.filter(jejak=lihat, orang=orang("maria").orang.uid).exists()


def test_berkas_menunggu_tampak_di_beranda_dan_layar_inggris_tanpa_sisa(masuk, orang):
    c = masuk("frans")
    a = alamat(kirim(c, ISI))
    assert "Impor daftar.csv menunggu keputusan" in c.get("/kerja/").content.decode()
    akun = orang("frans").akun
    akun.bahasa = "en"
    akun.save(update_fields=["bahasa"])
    isi = c.get(a).content.decode()
    assert "Row 2: The NIP must have 18 digits" in isi and "Hasil periksa" not in isi


def test_halaman_proses_memuat_ulang_sendiri(masuk):
    c = masuk("frans")
    a = alamat(kirim(c, KEPALA + "".join(f"1234{n};Contoh {n};;III/a;\n" for n in range(501))))
    assert c.get(a)["Refresh"] == "5" and "<script" not in c.get(a).content.decode()
    assert "Refresh" not in c.get(f"{a}?diam=1")


def test_membetulkan_baris_berkas_besar_menuju_halaman_proses(masuk, monkeypatch):
    monkeypatch.setattr(service, "LANGSUNG", 20)
    c = masuk("frans")
    a = alamat(kirim(c, KEPALA + "".join(f"1234{n};Contoh {n};;III/a;\n" for n in range(21))))
    jalankan_semua()
    assert (
        c.post(
            f"{a}baris/2/", {"k1": "198508012010042003", "k2": "Maria Kandimor", "k4": "III/b", **kunci()}
        ).url
        == a
    )
    assert "Refresh" in c.get(a)
    jalankan_semua()
    assert ImporBerkas.objects.get().ringkasan["diterima"] == 1
