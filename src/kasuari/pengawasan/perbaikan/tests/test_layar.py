"""Layar perbaikan: kuerinya tetap, yang salah disebut di isiannya, dan warga tidak melihat rencana yang belum disetujui."""

import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from kasuari.pengawasan.perbaikan import pekerjaan
from kasuari.pengawasan.perbaikan.models import Perbaikan

from .conftest import SEMESTER_2, pos_uid

pytestmark = pytest.mark.django_db


def kueri(peramban, alamat):
    with CaptureQueriesContext(connection) as q:
        assert peramban.get(alamat).status_code == 200
    return len(q)


def test_kueri_daftar_tidak_tumbuh_dengan_banyaknya_perbaikan(terbit, layar, client):
    otniel = layar("otniel")
    terbit("sd1", SEMESTER_2, waktu="2.40", biaya="3.60")
    pekerjaan.cari()
    dulu = kueri(otniel, "/kerja/perbaikan/"), kueri(client, "/perbaikan/")
    for unit in ("pkm", "insp", "bkpsdm"):
        terbit(unit, SEMESTER_2, waktu="2.40", biaya="2.30", produk="2.10")
    pekerjaan.cari()
    assert Perbaikan.objects.count() > 6
    assert (kueri(otniel, "/kerja/perbaikan/"), kueri(client, "/perbaikan/")) == dulu


def test_rencana_yang_salah_isi_kembali_dengan_pesannya_dan_isiannya(temuan, layar):
    p, siti = temuan(), layar("siti")
    isi = {
        "sebab": "Satu petugas.", "tindakan": "Loket kedua.", "bukti_diminta": "Foto.", "pos": str(pos_uid("sd1-Kepala SD Negeri 1")),
        "janji_hari": "1", "janji_bulan": "1", "janji_tahun": "2020", "anggaran": "lima", "versi": "0", "kunci": str(uuid.uuid4()),
    }  # fmt: skip
    jawab = siti.post(f"/kerja/perbaikan/{p.id}/rencana/", isi)
    teks = jawab.content.decode()
    assert jawab.status_code == 422 and "Loket kedua." in teks and "Anggaran" in teks
    jawab = siti.post(f"/kerja/perbaikan/{p.id}/rencana/", {**isi, "anggaran": "15000000"})
    assert jawab.status_code == 422 and "Janjikan hari sesudah hari ini." in jawab.content.decode()
    baik = {**isi, "anggaran": "15000000", "janji_tahun": "2027"}
    for _ in range(2):
        assert siti.post(f"/kerja/perbaikan/{p.id}/rencana/", baik).status_code == 302
    p.kasus.refresh_from_db()
    assert (p.kasus.keadaan, p.kasus.versi) == ("diajukan", 1)


def test_rencana_baru_terbaca_umum_sesudah_disetujui(temuan, rencanakan, jalan, client):
    p = rencanakan(temuan())
    alamat = f"/perbaikan/{p.id}/"
    assert "Belum ada rencana yang disetujui." in client.get(alamat).content.decode()
    jalan(p, "yuliana", "setujui")
    isi = client.get(alamat).content.decode()
    assert "Membuka loket kedua pada jam sibuk." in isi and "Siti" not in isi


def test_bukti_yang_tidak_ditandai_umum_tidak_dapat_diunduh_warga(temuan, rencanakan, jalan, bukti, client):
    p = jalan(rencanakan(temuan()), "yuliana", "setujui")
    bukti(p)
    bukti(p, umum=True)
    tertutup, terbuka = p.bukti.order_by("umum")
    assert client.get(f"/perbaikan/bukti/{tertutup.id}/").status_code == 404
    assert client.get(f"/perbaikan/bukti/{terbuka.id}/").status_code == 200


def test_bukti_diunggah_dengan_borang_yang_tampil_di_layar(temuan, rencanakan, jalan, layar):
    p, siti = jalan(rencanakan(temuan()), "yuliana", "setujui"), layar("siti")
    alamat = f"/kerja/perbaikan/{p.id}/bukti/"
    borang = siti.get(alamat).context["form"]
    assert not borang.is_bound
    isi = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(isi, "JPEG")
    foto = SimpleUploadedFile("foto.jpg", isi.getvalue())
    jawab = siti.post(
        alamat, {"uraian": "Loket kedua dibuka.", "berkas": foto, "kunci": borang["kunci"].value()}
    )
    assert jawab.status_code == 302 and p.bukti.get().lampiran.nama_asli == "foto.jpg"


def test_halaman_inggris_utuh(temuan, client):
    isi = client.get(f"/en/perbaikan/{temuan().id}/").content.decode()
    assert "Rated 2.40 out of 4 by 100 people" in isi and "Waiting for a plan" in isi
