"""Layar usulan: tombol dua kali, isian yang tidak hilang, berkas yang diganti sendiri-sendiri, dan kueri yang tidak tumbuh."""

import re
import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.berkas import pdf

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aparatur.usulan.models import Massal, Usulan
from kasuari.dasar.akun.models import Akun

pytestmark = pytest.mark.django_db
TMT = date(2027, 4, 1)
PDF = pdf()


def teks(jawab):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", jawab.content.decode()))


def kirim(u, **lain):
    return {
        "versi": Usulan.objects.select_related("kasus").get(id=u.id).kasus.versi,
        "kunci": str(uuid.uuid4()),
        **lain,
    }


def test_terima_ditekan_dua_kali_dijawab_sama_dan_satu_langkah(layar, susun, langkah):
    u = langkah(susun("maria"), "naomi", "ajukan")
    frans, alamat, isi = layar("frans"), reverse("usulan:langkah", args=[u.id, "terima"]), kirim(u)
    for _ in range(2):
        assert frans.post(alamat, isi)["Location"] == reverse("usulan:satu", args=[u.id])
    assert u.kasus.langkah.filter(aksi="terima").count() == 1


def test_dikembalikan_tanpa_alasan_ditolak_dengan_kalimat(layar, susun, langkah):
    u = langkah(susun("maria"), "naomi", "ajukan")
    jawab = layar("frans").post(reverse("usulan:langkah", args=[u.id, "kembalikan"]), kirim(u))
    assert jawab.status_code == 422 and "Alasan" in teks(jawab)
    assert Usulan.objects.get(id=u.id).kasus.keadaan == "periksa"


def test_menandatangani_dari_sesi_lama_menuju_halaman_sandi(layar, susun, langkah):
    u = langkah(langkah(susun("maria"), "naomi", "ajukan"), "frans", "terima")
    ruth = layar("ruth")
    sesi = ruth.session
    sesi["sudo_pada"] = 0
    sesi.save()
    jawab = ruth.get(reverse("usulan:langkah", args=[u.id, "setujui"]))
    assert jawab.status_code == 302 and "/lagi/" in jawab["Location"]


def test_hanya_berkas_yang_ditandai_diunggah_lagi(layar, langkah, orang):
    maria = layar("maria")
    isi = {
        "apa": "lahir",
        "tempat_lahir": "Teminabuan",
        "kunci": str(uuid.uuid4()),
        "lahir_hari": "1",
        "lahir_bulan": "8",
        "lahir_tahun": "1985",
    }
    berkas = {f"berkas_{k}": SimpleUploadedFile(f"{k}.pdf", PDF) for k in ("akta", "ijazah")}
    jawab = maria.post(reverse("usulan:ajukan", args=["data"]) + "?apa=lahir", {**isi, **berkas})
    u = Usulan.objects.get()
    assert jawab["Location"] == reverse("usulan:satu", args=[u.id])
    frans = layar("frans")
    langkah(u, "naomi", "teruskan")
    kembali = kirim(u, ganti=["ijazah"], alasan="Ijazahnya tidak terbaca.")
    frans.post(reverse("usulan:langkah", args=[u.id, "kembalikan"]), kembali)
    halaman = teks(maria.get(reverse("usulan:satu", args=[u.id])))
    assert "Berkas harus diganti: Ijazah pertama." in halaman and "Ijazahnya tidak terbaca." in halaman
    ubah = reverse("usulan:ubah", args=[u.id])
    ulang = maria.post(ubah, {**isi, **kirim(u), "kirim": "1"})
    assert ulang.status_code == 422 and "harus diganti" in teks(ulang)
    baru = SimpleUploadedFile("ijazah-baru.pdf", PDF + b" ")
    assert maria.post(ubah, {**isi, **kirim(u), "kirim": "1", "berkas_ijazah": baru}).status_code == 302
    assert (u.bukti.filter(diganti=None).count(), u.bukti.count()) == (2, 3)


@pytest.mark.parametrize(
    ("nama", "isi", "kalimat"),
    [("virus.pdf", b"MZ\x90\x00", "Jenis berkas ini tidak diterima"), ("kosong.pdf", b"", "kosong")],
)
def test_berkas_yang_bukan_berkas_ditolak_dengan_kalimat(layar, nama, isi, kalimat):
    data = {"apa": "lahir", "tempat_lahir": "Teminabuan", "kunci": str(uuid.uuid4()), "lahir_hari": "1", "lahir_bulan": "8", "lahir_tahun": "1985",
            "berkas_akta": SimpleUploadedFile(nama, isi)}  # fmt: skip
    jawab = layar("maria").post(reverse("usulan:ajukan", args=["data"]) + "?apa=lahir", data)
    assert jawab.status_code == 422 and kalimat in teks(jawab)
    isi_halaman = jawab.content.decode()
    assert 'value="Teminabuan"' in isi_halaman and 'href="#id_berkas_akta"' in isi_halaman
    assert Usulan.objects.count() == 0


def test_pilihan_massal_yang_kosong_kembali_dengan_pesan(layar):
    jawab = layar("frans").post(reverse("usulan:massal_siapkan"), {"aksi": "terima"}, follow=True)
    assert "Pilih paling sedikit satu" in teks(jawab) and Massal.objects.count() == 0


def test_alamat_kembali_dari_luar_tidak_diikuti(layar):
    jawab = layar("frans").post(
        reverse("usulan:massal_siapkan"), {"aksi": "terima", "kembali": "//jahat.test/kerja/usulan/"}
    )
    assert jawab["Location"] == reverse("usulan:daftar")


def test_kueri_antrean_tidak_tumbuh_dengan_banyaknya_usulan(layar, susun, langkah):
    frans = layar("frans")

    def kueri():
        with CaptureQueriesContext(connection) as q:
            assert frans.get(reverse("usulan:daftar") + "?jenis=kgb&tahap=periksa").status_code == 200
        return len(q)

    langkah(susun("maria"), "naomi", "ajukan")
    kueri()
    satu = kueri()
    for nama in ("yosep", "siti"):
        langkah(susun(nama), "naomi", "ajukan")
    assert kueri() == satu


def test_halaman_inggris_menyebut_tahapnya(layar, susun, langkah, orang):
    Akun.objects.filter(uid=orang("frans").akun.uid).update(bahasa="en")
    u = langkah(susun("maria"), "naomi", "ajukan")
    halaman = teks(layar("frans").get(reverse("usulan:satu", args=[u.id])))
    for kata in ("Being checked by the HR agency", "New base pay", "Complete, accept"):
        assert kata in halaman


def test_permohonan_saya_dapat_dibedakan_menurut_isinya_dan_harinya(layar, ajukan):
    ajukan("maria", "data", apa="agama", agama="2", berkas=("ktp",))
    ajukan("maria", "data", apa="email", email="maria.baru@contoh.test")
    isi = teks(layar("maria").get(reverse("usulan:saya")))
    assert "Agama, dibuat 23 November 2026" in isi and "E-mail, dibuat 23 November 2026" in isi


def test_lembar_menyebut_petugas_atau_keputusan_yang_mencatat(layar, orang, ajukan, langkah, pelaku_sistem):
    u = ajukan(
        "maria",
        "data",
        apa="pendidikan",
        tingkat="S2",
        lembaga="Unamin",
        lulus="2024-08-30",
        berkas=("ijazah",),
    )
    langkah(langkah(u, "naomi", "teruskan"), "frans", "setujui")
    baris = BarisRiwayat(
        orang("maria").pegawai.uid,
        date(2026, 10, 1),
        {"golongan": "III/c", "mk_tahun": 16, "mk_bulan": 0},
        sk_nomor="800/7/2026",
        surat=uuid.uuid4(),
    )
    pegawai.buka_riwayat(pelaku_sistem, "golongan", [baris])
    alamat = reverse("pegawai:lembar", args=[orang("maria").pegawai.uid])
    isi = teks(layar("frans").get(alamat))
    assert "Frans Nauritel, 23 Nov 2026" in isi and "keputusan 800/7/2026" in isi
