"""Anggaran byte termampat (ux.md 3.3): kunjungan pertama = HTML + CSS bersama."""

import gzip
from pathlib import Path

import pytest

from kasuari.aparatur.profesionalitas import service
from kasuari.dasar.akun.models import Hibah
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.masyarakat.layanan import katalog
from tests import kota_kecil

pytestmark = pytest.mark.django_db
AKAR = Path(__file__).resolve().parent.parent / "src/kasuari"
CSS = len(gzip.compress((AKAR / "dasar/rupa/static/rupa/css/kasuari.css").read_bytes()))
KIB = 1024


def beban(jawab):
    isi = jawab.content if jawab.headers.get("Content-Encoding") != "gzip" else gzip.decompress(jawab.content)
    return len(gzip.compress(isi)) + CSS


@pytest.mark.parametrize(
    ("nama", "jalan", "anggaran"),
    [
        ("", "/", 40), ("", "/data/", 40), ("", "/jejak/", 40), ("", "/aturan/", 40), ("", "/aturan/gaji/", 40),
        ("", "/aturan/gaji/rumus/masa_terakhir/", 40), ("", "/aturan/parameter/gaji_pokok_pns/", 40),
        ("", "/aturan/parameter/tunjangan_fungsional/", 40), ("", "/aturan/hitung/gaji/", 40), ("", "/aturan/perubahan/", 40),
        ("", "/skm/", 40), ("", "/perbaikan/", 40), ("otniel", "/kerja/perbaikan/", 60), ("", "/skm/hasil/", 40), ("", "/skm/tarik/", 40), ("yuliana", "/kerja/survei/", 60),
        ("frans", "/kerja/ketentuan/", 60), ("frans", "/kerja/ketentuan/usulkan/tunjangan_fungsional/", 60),
        ("", "/layanan/", 40), ("", "/layanan/kel-01/", 40), ("", "/layanan/kel-01/kartu/", 40), ("", "/layanan/kel-01/mulai/", 20),
        ("", "/layanan/maklumat/", 40), ("", "/cek/", 40), ("naomi", "/kerja/layanan/", 60), ("", "/masuk/", 20), ("maria", "/kerja/", 60),
        ("maria", "/kerja/saya/", 60), ("frans", "/kerja/pegawai/", 60), ("frans", "/kerja/impor/", 60),
        ("ruth", "/kerja/profesionalitas/", 60),
        ("frans", "/kerja/organisasi/bagan/", 60), ("frans", "/kerja/organisasi/bezetting/", 60),
        ("frans", "/kerja/organisasi/kosong/", 60), ("siti", "/kerja/tim/", 60), ("frans", "/kerja/usulan/", 60),
        ("siti", "/kerja/cuti/hangus/", 60), ("frans", "/kerja/pegawai/surat-izin/", 60),
    ],
)  # fmt: skip
def test_kunjungan_pertama_di_bawah_anggaran(client, orang, nama, jalan, anggaran):
    service.hitung_tahun(sistem(), tahun=2025, kunci=uuid_dari("bobot"))
    katalog.muat(sistem(), kunci=uuid_dari("bobot", "katalog"))
    petugas = Hibah(
        akun=orang("naomi").akun,
        peran="petugas_layanan",
        mulai=kota_kecil.DULU,
        sumber="penunjukan",
        jejak_id=0,
    )
    petugas.save()
    if nama:
        client.force_login(orang(nama).akun)
    jawab = client.get(jalan, follow=True)
    assert jawab.status_code == 200
    assert beban(jawab) < anggaran * KIB
    assert b"<script" not in jawab.content or b"src=" in jawab.content
