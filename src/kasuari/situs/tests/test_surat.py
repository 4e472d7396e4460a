"""Meja surat: daftar, buku nomor, tanda tangan basah, petikan, dan kelompok yang terbit bersama."""

import io
import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from pypdf import PdfReader, PdfWriter
from tests.kota_kecil import HARI

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import naskah, nomor, surat
from kasuari.dasar.dokumen.models import NomorCadangan, Surat
from kasuari.dasar.dokumen.tests.test_naskah import NAIK, WALI_KOTA
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Jejak, JejakSubjek, Kerja
from kasuari.dasar.organisasi.models import Unit
from kasuari.situs import periksa

pytestmark = pytest.mark.django_db
DATA = replace(NAIK, lampiran=replace(NAIK.lampiran, baris=NAIK.lampiran.baris[:2])).data()
SERI = "surat_keterangan"


@pytest.fixture
def terbit(monkeypatch, pelaku_sistem, orang):
    """terbit(banyak, kode="sd1", tertutup=False, tanda=True) -> surat keputusan tentang Maria bagi unit itu."""

    def satu(banyak=1, kode="sd1", tertutup=False, tanda=True, kelompok=None):
        nama = "uji.rapat" if tertutup else "uji.biasa"
        templat = surat.Templat(nama, 1, "Keputusan kenaikan pangkat", naskah.KEPUTUSAN, tertutup)
        monkeypatch.setitem(surat.DAFTAR, (nama, 1), templat)
        unit = Unit.objects.get(kode=kode).id
        baris = [
            surat.BarisSurat(DATA, WALI_KOTA, [orang("maria").orang.uid], unit=unit) for _ in range(banyak)
        ]
        with transaction.atomic():
            hasil = surat.siapkan(pelaku_sistem, templat, SERI, baris, Buku.susun(HARI), kelompok=kelompok)
        if tanda:
            jalankan_semua()
        return list(Surat.objects.filter(id__in=[s.id for s in hasil]).order_by("nomor"))

    return satu


def alamat(nama, *isi):
    return reverse(f"surat:{nama}", args=isi)


def teks(jawab):
    return jawab.content.decode()


def kirim(**isi):
    return {"kunci": str(uuid.uuid4()), **isi}


def pdf():
    isi, tulis = io.BytesIO(), PdfWriter()
    tulis.add_blank_page(595, 842)
    tulis.write(isi)
    return SimpleUploadedFile("pindai.pdf", isi.getvalue(), "application/pdf")


def test_halaman_tindakan_surat_yang_sudah_bertanda_tangan_tidak_terbuka(layar, terbit):
    (s,) = terbit()
    for nama in ("nomor", "sisip", "alihkan", "pindai"):
        assert layar("frans").get(alamat(nama, s.id)).status_code == 404


def test_daftar_disaring_menurut_nomor_dan_keadaan(layar, terbit):
    (a,) = terbit()
    (b,) = terbit(tanda=False)
    frans = layar("frans")
    semua = teks(frans.get(alamat("daftar")))
    assert a.nomor_teks in semua and b.nomor_teks in semua
    jadi = teks(frans.get(alamat("daftar"), {"keadaan": "ditandatangani"}))
    assert a.nomor_teks in jadi and b.nomor_teks not in jadi
    cari = teks(frans.get(alamat("daftar"), {"q": str(b.nomor), "seri": SERI, "tahun": "2026"}))
    assert b.nomor_teks in cari and a.nomor_teks not in cari
    assert "Tidak ada yang cocok" in teks(frans.get(alamat("daftar"), {"q": "entah"}))
    assert frans.get(alamat("daftar"), {"keadaan": "palsu", "q": "9" * 40}).status_code == 200


@pytest.mark.lambat
def test_pengelola_unit_hanya_melihat_surat_unitnya_dan_bukan_yang_tertutup(layar, terbit):
    (sendiri,), (lain,), (rapat,) = terbit(), terbit(kode="pkm"), terbit(tertutup=True)
    assert rapat.nomor_teks in teks(layar("frans").get(alamat("daftar")))
    umpeg = layar("naomi")
    isi = teks(umpeg.get(alamat("daftar")))
    assert sendiri.nomor_teks in isi and lain.nomor_teks not in isi and rapat.nomor_teks not in isi
    for s, kode in ((sendiri, 200), (lain, 404), (rapat, 404)):
        assert umpeg.get(alamat("satu", s.id)).status_code == kode


def test_mengunduh_surat_orang_lain_tercatat_atas_namanya(layar, terbit, orang):
    (s,) = terbit()
    jawab = layar("frans").get(alamat("berkas", s.id))
    assert jawab["Content-Type"] == "application/pdf" and jawab.content.startswith(b"%PDF")
    j = Jejak.objects.filter(objek_jenis="surat", objek=s.id).latest("id")
    assert JejakSubjek.objects.filter(jejak=j, orang=orang("maria").orang.uid).exists()


def test_buku_nomor_menyebut_tiap_nomor_dan_lubang_ketahuan(layar, terbit, pelaku_sistem):
    frans = layar("frans")
    assert "Belum ada nomor" in teks(frans.get(alamat("buku"), {"seri": SERI, "tahun": "2025"}))
    a, b = terbit(2, tanda=False)
    jawab = frans.post(
        alamat("cadang"), kirim(seri=SERI, unit=str(Unit.objects.get(kode="pkm").uid), banyak="2")
    )
    assert jawab.status_code == 302
    kembali = alamat("kembalikan", SERI, 2026, 3)
    assert kembali in teks(frans.get(alamat("buku"), {"seri": SERI, "tahun": "2026"}))
    assert frans.post(kembali, kirim(alasan="")).status_code == 422
    assert frans.post(kembali, kirim(alasan="Kertasnya rusak kena air")).status_code == 302
    assert frans.get(kembali).status_code == 404
    isi = teks(frans.get(alamat("buku"), {"seri": SERI, "tahun": "2026"}))
    for kata in (
        a.nomor_teks,
        b.nomor_teks,
        "Kertasnya rusak kena air",
        "Disisihkan",
        "4 nomor, semuanya punya",
    ):
        assert kata in isi
    NomorCadangan.objects.filter(nomor=4).delete()
    assert "tanpa penjelasan: 4" in " ".join(
        teks(frans.get(alamat("buku"), {"seri": SERI, "tahun": "2026"})).split()
    )
    assert [b.beres for b in periksa._surat()] == [False]


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"banyak": "0"}, "1 atau lebih"),
        ({"banyak": "201"}, "200 atau kurang"),
        ({"banyak": "banyak"}, "angka saja"),
        ({"seri": "asing"}, "asing"),
        ({"unit": str(uuid.uuid4())}, "bukan salah satu"),
        ({"unit": ""}, "Pilih unit"),
    ],
)
def test_sisihan_yang_keliru_ditolak_dengan_kalimat(layar, ubah, pesan):
    isi = kirim(seri=SERI, unit=str(Unit.objects.get(kode="pkm").uid), banyak="2")
    jawab = layar("frans").post(alamat("cadang"), isi | ubah)
    assert jawab.status_code == 422 and pesan in teks(jawab)
    assert nomor.terakhir(SERI, 2026) == 0


def test_nomor_kantor_pencatat_diisi_sekali_walau_ditekan_dua_kali(layar, terbit):
    (s,) = terbit(tanda=False)
    Surat.objects.filter(id=s.id).update(nomor_teks="")
    frans = layar("frans")
    assert alamat("nomor", s.id) in teks(frans.get(alamat("satu", s.id)))
    isi = kirim(teks="100.3.3.3/412/2026")
    assert [frans.post(alamat("nomor", s.id), isi).status_code for _ in range(2)] == [302, 302]
    jalankan_semua()
    assert "Ditandatangani" in teks(frans.get(alamat("satu", s.id)))
    assert frans.post(alamat("nomor", s.id), kirim(teks="9/2026")).status_code == 422


def test_sisipan_dari_layar(layar, terbit, settings):
    settings.TANDA = "basah"
    a, b = terbit(2, tanda=False)
    hari = {
        f"tanggal_{n}": str(v) for n, v in (("hari", HARI.day), ("bulan", HARI.month), ("tahun", HARI.year))
    }
    frans = layar("frans")
    salah = frans.post(alamat("sisip", b.id), kirim(sesudah="9", alasan="Tercecer di meja", **hari))
    assert salah.status_code == 422 and "belum dipakai" in teks(salah)
    assert (
        frans.post(alamat("sisip", b.id), kirim(sesudah="1", alasan="Tercecer di meja", **hari)).status_code
        == 302
    )
    isi = teks(frans.get(alamat("buku"), {"seri": SERI, "tahun": "2026"}))
    assert "/1.a/" in isi and "suratnya menjadi sisipan 1.a" in isi and a.nomor_teks in isi


@pytest.mark.lambat
def test_tanda_tangan_basah_dari_cetak_sampai_sah_di_halaman_umum(layar, terbit, client):
    (s,) = terbit(tanda=False)
    frans, ruth = layar("frans"), layar("ruth")
    assert frans.post(alamat("alihkan", s.id), kirim(alasan="Sertifikat belum terbit")).status_code == 302
    jalankan_semua()
    assert s.nomor_teks in teks(frans.get(alamat("basah")))
    cetak = PdfReader(io.BytesIO(frans.get(alamat("cetak", s.id)).content)).pages[0].extract_text()
    assert (
        "Cetakan untuk ditandatangani" in cetak
        and client.get(f"/sah/{s.kode_verifikasi}/").status_code == 404
    )
    bukan = SimpleUploadedFile("a.pdf", b"GIF89a")
    assert frans.post(alamat("pindai", s.id), kirim(berkas=bukan)).status_code == 422
    pindai = pdf()
    assert frans.post(alamat("pindai", s.id), kirim(berkas=pindai)).status_code == 302
    assert "Menunggu pengesahan pindaian" in teks(ruth.get(alamat("basah")))
    assert ruth.get(alamat("pindaian", s.id)).content.startswith(b"%PDF")
    assert frans.post(alamat("putus", s.id), kirim(putusan="sah")).status_code == 403
    assert ruth.post(alamat("putus", s.id), kirim(putusan="kembali")).status_code == 422
    assert ruth.post(alamat("putus", s.id), kirim(putusan="sah")).status_code == 302
    umum = teks(client.get(f"/sah/{s.kode_verifikasi}/"))
    assert "Surat ini sah" in umum and "Tanda tangan basah" in umum
    pindai.seek(0)
    assert "sama persis" in teks(client.post(f"/sah/{s.kode_verifikasi}/", {"berkas": pindai}))


@pytest.mark.lambat
def test_petikan_semua_baris_dari_layar_dan_dicabut_bersama_aslinya(layar, terbit, client, pelaku_sistem):
    (s,) = terbit()
    ruth = layar("ruth")
    assert alamat("turunan", s.id) in teks(ruth.get(alamat("satu", s.id)))
    for isi in (
        kirim(bentuk="petikan", baris="2-9"),
        kirim(bentuk="petikan", baris="x"),
        kirim(bentuk="salinan"),
    ):
        assert ruth.post(alamat("turunan", s.id), isi).status_code == 422
    jawab = ruth.post(alamat("turunan", s.id), kirim(bentuk="petikan", baris=""))
    jalankan_semua()
    assert "2 dari 2 ditandatangani" in teks(ruth.get(jawab.url))
    p = s.turunan.first()
    umum = teks(client.get(f"/sah/{p.kode_verifikasi}/"))
    assert "Petikan dari" in umum and "Ruth" in umum and s.nomor_teks in umum
    with transaction.atomic():
        surat.cabut(pelaku_sistem, s, "keliru")
    assert "sudah dicabut" in teks(client.get(f"/sah/{p.kode_verifikasi}/"))


@pytest.mark.lambat
def test_kelompok_menyebut_yang_gagal_dan_mencobanya_lagi(layar, terbit, monkeypatch):
    kelompok = uuid.uuid4()
    _a, b, _c = terbit(3, tanda=False, kelompok=kelompok)
    asal = surat.buat_pdf
    monkeypatch.setattr(surat, "buat_pdf", lambda s: 1 / 0 if s.id == b.id else asal(s))
    frans = layar("frans")
    jalan = frans.get(alamat("kelompok", kelompok))
    assert jalan["Refresh"] == "5" and "Refresh" not in frans.get(alamat("kelompok", kelompok), {"diam": ""})
    jalankan_semua()
    jawab = frans.get(alamat("kelompok", kelompok))
    isi = teks(jawab)
    assert "2 dari 3 ditandatangani" in isi and "ZeroDivisionError" in isi and "Refresh" not in jawab
    monkeypatch.setattr(surat, "buat_pdf", asal)
    kunci = kirim()
    assert [frans.post(alamat("ulang", kelompok), kunci).status_code for _ in range(2)] == [302, 302]
    jalankan_semua()
    assert "Semuanya sudah ditandatangani" in teks(frans.get(alamat("kelompok", kelompok)))
    assert Jejak.objects.filter(jenis="surat.ditandatangani").count() == 3
    assert Kerja.objects.filter(jenis="surat.tanda", selesai=None).count() == 0
    assert frans.post(alamat("ulang", kelompok), {"kunci": "x"}).status_code == 404
    assert frans.get(alamat("kelompok", uuid.uuid4())).status_code == 404


@pytest.mark.parametrize("nama", ["daftar", "buku", "basah"])
def test_daftar_surat_tetap_beberapa_kueri_berapa_pun_suratnya(
    layar, terbit, nama, django_assert_max_num_queries
):
    terbit(30, tanda=False)
    Surat.objects.update(basah=True, dibuat=sekarang() - timedelta(days=1))
    frans = layar("frans")
    frans.get(alamat(nama))
    with django_assert_max_num_queries(30):
        frans.get(alamat(nama), {"seri": SERI, "tahun": "2026"})
