"""Layar disiplin: melapor, memeriksa, menanggapi rancangan, memutus; yang bukan tugasnya mendapat 404."""

import re
import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.berkas import pdf

from kasuari.aparatur.disiplin.models import Lembar, Pemeriksaan
from kasuari.aparatur.disiplin.tests.conftest import ABSEN, FAKTA
from kasuari.dasar.inti.waktu import pada_saat

pytestmark = pytest.mark.django_db
SENIN = date(2026, 11, 30)


def hari(nama, t):
    return {f"{nama}_{n}": str(v) for n, v in (("hari", t.day), ("bulan", t.month), ("tahun", t.year))}


def teks(jawab):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", jawab.content.decode()))


def lapor(nip, **lain):
    isi = {
        "nip": nip,
        "pelanggaran": ABSEN,
        "dampak": "Unit kerja",
        "hari": "5",
        "sebelum": "",
        "fakta": FAKTA,
        "kunci": str(uuid.uuid4()),
    }
    return isi | hari("kejadian", date(2026, 11, 20)) | lain


@pytest.mark.lambat
def test_siti_melaporkan_lewat_layar_sekali_walau_ditekan_dua_kali(layar, orang):
    isi = lapor(orang("yosep").nip)
    siti = layar("siti")
    assert "Hanya bagi PNS" in teks(siti.get(reverse("disiplin:buka")))
    jawab = [siti.post(reverse("disiplin:buka"), isi) for _ in range(2)]
    assert [j.status_code for j in jawab] == [302, 302]
    p = Pemeriksaan.objects.get()
    halaman = teks(siti.get(jawab[0]["Location"]))
    assert "Menunggu pemanggilan" in halaman and "Kepala Dinas Pendidikan: Yuliana Wamafri" in halaman
    assert "Pasal 4 huruf f" in halaman
    assert layar("yosep").get(reverse("disiplin:satu", args=[p.id])).status_code == 404


def test_pppk_dan_isian_kosong_disebut_di_isiannya(layar, orang):
    frans = layar("frans")
    jawab = frans.post(reverse("disiplin:buka"), lapor(orang("ester").nip))
    assert (jawab.status_code, "perjanjian kerja dan PP 49/2018" in teks(jawab)) == (422, True)
    jawab = frans.post(reverse("disiplin:buka"), {"kunci": str(uuid.uuid4())})
    for kalimat in ("Isi NIP yang diduga melanggar.", "Isi apa yang terjadi.", "Pilih dampaknya bagi."):
        assert kalimat in teks(jawab)


@pytest.mark.lambat
def test_siti_memanggil_dengan_hari_yang_keliru_lalu_benar(layar, lapor):
    p, siti = lapor(), layar("siti")
    alamat = reverse("disiplin:langkah", args=[p.id, "panggil"])
    assert "Hari pemeriksaan" in teks(siti.get(alamat))
    isi = {
        "aksi": "panggil",
        "versi": p.kasus.versi,
        "kunci": str(uuid.uuid4()),
        "jam": "9",
        "tempat": "Sekolah",
    }
    p.kasus.refresh_from_db()
    isi["versi"] = p.kasus.versi
    jawab = siti.post(alamat, isi | hari("tanggal", date(2026, 12, 24)))
    assert (jawab.status_code, "Pemeriksaan antara" in teks(jawab)) == (422, True)
    jawab = siti.post(alamat, isi | hari("tanggal", SENIN))
    assert "contoh 09.00" in teks(jawab)
    for _ in range(2):
        assert siti.post(alamat, {**isi, "jam": "09.00"} | hari("tanggal", SENIN)).status_code == 302
    assert p.kasus.langkah.filter(aksi="panggil").count() == 1


@pytest.mark.lambat
def test_yosep_membaca_rancangan_menanggapi_dengan_bukti_dan_pelapornya_tidak_disebut(layar, sampai):
    p = sampai("hak_jawab")
    with pada_saat(SENIN):
        y = layar("yosep")
        halaman = teks(y.get(reverse("disiplin:satu", args=[p.id])))
        for kata in (
            "Ini baru rancangan",
            "Teguran tertulis",
            "Baru pertama kali.",
            "Sisa waktu Anda",
            "Kirim tanggapan",
            "Pasal 46",
        ):
            assert kata in halaman
        assert "Otniel" not in halaman
        alamat = reverse("disiplin:langkah", args=[p.id, "jawab"])
        p.kasus.refresh_from_db()
        isi = {"aksi": "jawab", "versi": p.kasus.versi, "kunci": str(uuid.uuid4())}
        assert y.post(alamat, isi).status_code == 422
        bukti = SimpleUploadedFile("surat.pdf", pdf("surat"))
        assert y.post(alamat, {**isi, "tanggapan": "Anak saya dirawat.", "bukti": bukti}).status_code == 302
        x = Lembar.objects.get(aksi="jawab")
        bukti = reverse("disiplin:bukti", args=[p.id, x.id])
        dapat = {
            n: layar(n).get(bukti).status_code
            for n in ("yosep", "yuliana", "siti", "otniel", "frans", "naomi")
        }
        assert dapat == {"yosep": 200, "yuliana": 200, "siti": 200, "otniel": 404, "frans": 404, "naomi": 404}
        halaman = teks(layar("yuliana").get(reverse("disiplin:satu", args=[p.id])))
        assert "Anak saya dirawat." in halaman and "Jatuhkan hukuman" in halaman


@pytest.mark.lambat
def test_usul_tidak_dibaca_yang_diperiksa_selama_tim_memeriksa(layar, sampai, jalan, orang):
    p = jalan(
        sampai("usul", hari=22), "siti", "usulkan", pada=SENIN, hukuman=7, pertimbangan="Dua puluh dua hari."
    )
    with pada_saat(SENIN):
        assert "Dua puluh dua hari." not in teks(layar("yosep").get(reverse("disiplin:satu", args=[p.id])))
        assert "Dua puluh dua hari." in teks(layar("ruth").get(reverse("disiplin:satu", args=[p.id])))
        assert "NIP unsur pengawasan" in teks(
            layar("ruth").get(reverse("disiplin:langkah", args=[p.id, "bentuk"]))
        )


@pytest.mark.lambat
def test_keputusan_tidak_diunduh_sebelum_disampaikan_lalu_sisanya_tampak(layar, sampai):
    p = sampai("akhir")
    with pada_saat(SENIN):
        y = layar("yosep")
        halaman = teks(y.get(reverse("disiplin:satu", args=[p.id])))
        for kata in (
            "Mulai berlaku",
            "21 Desember 2026",
            "hari kerja ke-15",
            "Ajukan keberatan",
            "sampai 18 Desember 2026",
        ):
            assert kata in halaman
        sk = reverse("disiplin:surat", args=[p.id, p.sk_id])
        assert y.get(sk)["Content-Type"] == "application/pdf"
        assert layar("naomi").get(sk).status_code == 404
        assert "Keberatan Anda" in teks(y.get(reverse("disiplin:langkah", args=[p.id, "keberatan"])))


@pytest.mark.lambat
def test_pemeriksa_membebaskan_sementara_lewat_layar_dan_yang_diperiksa_tidak(layar, lapor, jalan):
    p = jalan(lapor(hari=25), "siti", "panggil", tanggal=SENIN, jam="09.00", tempat="Sekolah")
    alamat = reverse("disiplin:bebas", args=[p.id])
    siti = layar("siti")
    assert siti.post(alamat, {"kunci": str(uuid.uuid4())}).status_code == 422
    assert siti.post(alamat, {"alasan": "Mengganggu saksi.", "kunci": str(uuid.uuid4())}).status_code == 302
    assert "Dibebaskan sementara" in teks(siti.get(reverse("disiplin:satu", args=[p.id])))
    y = layar("yosep")
    assert "Dibebaskan sementara" in teks(y.get(reverse("disiplin:satu", args=[p.id])))
    assert y.get(alamat).status_code == 403


@pytest.mark.lambat
def test_anggota_tim_memberi_pendapat_lewat_layar_dan_menunya_tampak(layar, sampai, jalan, orang):
    p = jalan(sampai("usul", hari=22), "siti", "usulkan", pada=SENIN, hukuman=7, pertimbangan="22 hari.")
    nip = {
        k: orang(v).nip for k, v in (("atasan", "yuliana"), ("pengawasan", "ruth"), ("kepegawaian", "naomi"))
    }
    p = jalan(p, "ruth", "bentuk", pada=SENIN, ketua="pengawasan", keluarga=True, **nip)
    n = layar("naomi")
    assert reverse("disiplin:saya") in n.get(reverse("kerja")).content.decode()
    assert "Beri pendapat" in teks(n.get(reverse("disiplin:satu", args=[p.id])))
    alamat = reverse("disiplin:pendapat", args=[p.id])
    assert n.post(alamat, {"kunci": str(uuid.uuid4())}).status_code == 422
    assert n.post(alamat, {"tulisan": "Sesuai buktinya.", "kunci": str(uuid.uuid4())}).status_code == 302
    assert "Sesuai buktinya." in teks(layar("ruth").get(reverse("disiplin:satu", args=[p.id])))
    assert "Sesuai buktinya." not in teks(layar("yosep").get(reverse("disiplin:satu", args=[p.id])))


def test_ringkasan_tidak_menyebut_nama_dan_hanya_bagi_pengawas(layar, lapor):
    lapor()
    isi = teks(layar("ruth").get(reverse("disiplin:ikhtisar")))
    assert "Kepala SD Negeri 1" in isi and "Yosep" not in isi
    assert layar("naomi").get(reverse("disiplin:ikhtisar")).status_code == 403


def _banyak_kueri(c, alamat):
    with CaptureQueriesContext(connection) as q:
        assert c.get(alamat).status_code == 200
    return len(q)


@pytest.mark.lambat
def test_kueri_daftar_dan_ringkasan_tidak_tumbuh(layar, lapor):
    lapor()
    alamat = [("otniel", reverse("disiplin:saya")), ("ruth", reverse("disiplin:ikhtisar"))]
    sedikit = [_banyak_kueri(layar(n), a) for n, a in alamat]
    for siapa in ("maria", "siti", "frans", "naomi"):
        lapor(siapa=siapa)
    assert [_banyak_kueri(layar(n), a) for n, a in alamat] == sedikit
