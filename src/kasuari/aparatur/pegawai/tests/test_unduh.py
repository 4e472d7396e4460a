"""Unduhan dibaca kembali: NIP tetap teks, rumus tidak pernah jadi rumus, PDF memuat orangnya, izin dan sandi dijaga."""

import io
import uuid
from dataclasses import replace

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from tests.bersama import shared

from kasuari.aparatur.pegawai import ekspor, unduh
from kasuari.aparatur.pegawai.models import Ekspor, Pegawai, PegawaiKini
from kasuari.aparatur.pegawai.saringan import Saringan
from kasuari.dasar.inti.galat import TidakBoleh
from kasuari.dasar.inti.sandi import enkripsi
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.jejak.models import Jejak, JejakSubjek
from kasuari.dasar.kabar.models import Pesan

pytestmark = pytest.mark.django_db


@pytest.fixture
def sudo(orang):
    return lambda nama: replace(orang(nama).pelaku, sudo=True)


@pytest.fixture
def masuk(client, orang):
    def sebagai(nama, dengan_sandi=True):
        client.force_login(orang(nama).akun)
        sesi = client.session
        sesi["sudo_pada"] = sekarang().timestamp() if dengan_sandi else 0
        sesi.save()
        return client

    return sebagai


def baca(isi):
    return CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_index(0).to_python()


def test_nominatif_xlsx_memuat_semua_dan_nip_sebagai_teks(sudo):
    baris = baca(unduh.buat_xlsx(sudo("frans"), "nominatif", Saringan()))
    assert baris[0][0].startswith("Daftar nominatif per 23 November 2026")
    nip = [b[2] for b in baris[3:]]
    assert len(nip) == 12 and all(isinstance(n, str) and len(n) == 18 for n in nip)
    assert [b[0] for b in baris[3:]] == [str(n) for n in range(1, 13)]


@pytest.mark.parametrize("jahat", ["=1+1", "+62811", "-2", "@SUM(A1)", '=HYPERLINK("http://x.test")'])
def test_isian_yang_mirip_rumus_tetap_tulisan(sudo, orang, jahat):
    PegawaiKini.objects.filter(pegawai=orang("maria").pegawai).update(nama_gelar=jahat)
    isi = unduh.buat_xlsx(sudo("frans"), "nominatif", Saringan())
    assert jahat in [b[1] for b in baca(isi)]
    import zipfile

    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(isi)).read("xl/worksheets/sheet1.xml")


def test_duk_urut_kepangkatan_dan_hanya_pns(sudo):
    baris = baca(unduh.buat_xlsx(sudo("frans"), "duk", Saringan()))[3:]
    assert [b[1] for b in baris][:2] == ["Dominggus Sowefa", "Ruth Kalamiro"]
    assert "Ester Mambraku" not in [b[1] for b in baris] and len(baris) == 10


def test_tata_letak_siasn_sama_dengan_kepala_kolomnya(sudo, orang):
    import json

    Pegawai.objects.filter(pk=orang("maria").pegawai.pk).update(nik=enkripsi(b"9671014108850001", "nik"))
    baris = baca(unduh.buat_xlsx(sudo("frans"), "siasn", Saringan()))
    assert (
        baris[0]
        == json.loads(shared("rules/kepegawaian/siasn_api.json").read_text())["siasn_profile_export_headings"]
    )
    maria = next(b for b in baris if b[3] == "Maria Kandimor")
    assert (maria[15], maria[38], maria[11]) == ("9671014108850001", "III/b", "01-08-1985")
    dinas = baca(unduh.buat_xlsx(sudo("naomi"), "siasn", Saringan()))
    assert next(b for b in dinas if b[3] == "Maria Kandimor")[15] == ""


def test_unduhan_mengikuti_jangkauan_dan_tercatat_bagi_tiap_orang(sudo, orang):
    baris = baca(unduh.buat_xlsx(sudo("naomi"), "nominatif", Saringan()))
    assert "Ester Mambraku" not in [b[1] for b in baris] and "Maria Kandimor" in [b[1] for b in baris]
    j = Jejak.objects.get(jenis="pegawai.diekspor")
    assert JejakSubjek.objects.filter(jejak=j, orang=orang("maria").orang.uid).exists()
    assert not JejakSubjek.objects.filter(jejak=j, orang=orang("ester").orang.uid).exists()


def test_pdf_berkop_memuat_orangnya(sudo):
    isi, n = unduh.buat_pdf(sudo("frans"), "duk", Saringan())
    teks = "".join(h.extract_text() for h in PdfReader(io.BytesIO(isi)).pages)
    assert n == 10 and "PEMERINTAH KOTA CONTOH" in teks and "198508012010042003" in teks


def test_pdf_panjang_bersambung_dan_menyebut_banyaknya_orang(sudo, monkeypatch):
    monkeypatch.setattr(ekspor, "SEBAGIAN", 5)
    isi, n = unduh.buat_pdf(sudo("frans"), "nominatif", Saringan())
    halaman = [h.extract_text() for h in PdfReader(io.BytesIO(isi)).pages]
    assert n == 12 and len(halaman) == 3 and "Akhir daftar: 12 orang." in halaman[-1]


def test_tanpa_izin_atau_tanpa_sandi_tidak_ada_unduhan(orang, masuk):
    with pytest.raises(TidakBoleh, match="sandi"):
        unduh.buat_xlsx(orang("frans").pelaku, "duk", Saringan())
    with pytest.raises(TidakBoleh, match="izin"):
        unduh.buat_xlsx(replace(orang("siti").pelaku, sudo=True), "duk", Saringan())
    assert masuk("frans", dengan_sandi=False).get("/kerja/pegawai/ekspor/").status_code in {302, 403}
    assert masuk("siti").get("/kerja/pegawai/ekspor/").status_code == 403
    assert not Jejak.objects.filter(jenis="pegawai.diekspor").exists()


def test_tombol_unduh_memberi_berkas(masuk):
    c = masuk("frans")
    assert "10 orang" in c.get("/kerja/pegawai/ekspor/").text
    x = c.post("/kerja/pegawai/ekspor/buat/", {"bentuk": "duk", "jenis_berkas": "xlsx"})
    assert len(baca(x.content)) == 13 and "duk-2026-11-23.xlsx" in x["Content-Disposition"]
    p = c.post("/kerja/pegawai/ekspor/buat/", {"bentuk": "duk", "jenis_berkas": "pdf"})
    assert p.content.startswith(b"%PDF-")
    assert c.post("/kerja/pegawai/ekspor/buat/", {"bentuk": "sihir"}).status_code == 404


def test_pdf_besar_disiapkan_di_latar_sekali_dan_hanya_untuk_pemintanya(masuk, monkeypatch, orang):
    monkeypatch.setattr(ekspor, "LANGSUNG", 3)
    c = masuk("frans")
    isi = {"bentuk": "nominatif", "jenis_berkas": "pdf", "kunci": str(uuid.uuid4())}
    tujuan = {c.post("/kerja/pegawai/ekspor/buat/", isi).url for _ in range(2)}
    assert len(tujuan) == 1 and Ekspor.objects.count() == 1
    (alamat,) = tujuan
    assert "sedang disiapkan" in c.get(alamat).text
    jalankan_semua()
    assert "Ambil PDF" in c.get(alamat).text
    assert b"".join(c.get(f"{alamat}ambil/").streaming_content).startswith(b"%PDF-")
    assert Pesan.objects.get(orang=orang("frans").orang.uid, templat="pegawai.ekspor_siap").tautan == alamat
    lain = masuk("ruth")
    assert lain.get(alamat).status_code == lain.get(f"{alamat}ambil/").status_code == 404


@pytest.mark.parametrize("alamat", ["/kerja/pegawai/duk/", "/kerja/pegawai/nominatif/"])
def test_senarai_di_layar(masuk, alamat):
    assert "Yosep Tanagiri" in masuk("siti").get(alamat).text
    assert masuk("maria").get(alamat).status_code == 403
