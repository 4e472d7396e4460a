"""Yosep diperiksa; Siti atasannya, Yuliana kepala dinasnya, Frans dan Ruth BKPSDM, Otniel Inspektorat.

Dominggus (IV/c) dan Ruth juga anggota tim; pimpinan daerah (PPK) diberikan kepada Dominggus bila perlu.
"""

import io
import uuid
from datetime import date

import pytest
from tests import kota_kecil
from tests.berkas import pdf

from kasuari.aparatur.disiplin import service
from kasuari.aparatur.disiplin.models import Pemeriksaan
from kasuari.dasar.akun.models import Hibah
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.antrean import jalankan_semua

FAKTA = "Tidak ada di kelas tiga hari tanpa kabar."
ABSEN = "Masuk kerja dan menaati ketentuan jam kerja"
WEWENANG = "Larangan menyalahgunakan wewenang"
PDF = pdf("bukti")


def laporan(**lain):
    isi = {
        "pelanggaran": [ABSEN], "dampak": "Unit kerja", "kejadian": date(2026, 11, 20), "fakta": FAKTA, "hari": 5,
        "sebelum": 0, "berturut": False,
    }  # fmt: skip
    return {**isi, **lain}


@pytest.fixture
def lapor(orang, db):
    """lapor("otniel", "yosep", hari=5) -> Pemeriksaan."""

    def satu(oleh="otniel", siapa="yosep", berkas=None, **isi):
        hasil = service.buka(
            orang(oleh).pelaku, nip=orang(siapa).nip, isi=laporan(**isi),
            berkas=io.BytesIO(berkas) if berkas else None, kunci=uuid.uuid4(),
        )  # fmt: skip
        return Pemeriksaan.objects.select_related("kasus").get(id=hasil.uid)

    return satu


@pytest.fixture
def jalan(orang):
    """jalan(p, "siti", "panggil", pada=date, tanggal=...) -> Pemeriksaan sesudah langkahnya."""

    def satu(p, nama, aksi, alasan="", pada=None, berkas=None, versi=None, kunci=None, **isi):
        p.kasus.refresh_from_db()
        with pada_saat(pada or kota_kecil.HARI):
            service.langkah(
                susun_pelaku(orang(nama).akun, sudo=True), uid=p.id, aksi=aksi, versi=p.kasus.versi if versi is None else versi, isi=isi,
                alasan=alasan, berkas=io.BytesIO(berkas) if berkas else None, kunci=kunci or uuid.uuid4(),
            )  # fmt: skip
        p.refresh_from_db()
        p.kasus.refresh_from_db()
        return p

    return satu


@pytest.fixture
def pimpinan(orang, db):
    """Dominggus memegang peran pimpinan daerah (PPK)."""
    Hibah.objects.create(
        akun=orang("dominggus").akun, jejak_id=0, sumber="penunjukan", peran="pimpinan", mulai=kota_kecil.DULU
    )


PANGGIL = {"tanggal": date(2026, 11, 30), "jam": "09.00", "tempat": "Ruang kepala sekolah"}
BAP = {"tanya_jawab": "T: Di mana Anda hari itu?\nJ: Di rumah.", "kesimpulan": "Benar tidak masuk."}


def tanda_tangani(pada=date(2026, 11, 30)):
    """Pekerja menandatangani semua surat yang menunggu."""
    with pada_saat(pada):
        jalankan_semua()


@pytest.fixture
def sampai(lapor, jalan, orang):
    """sampai("hak_jawab", **isi laporan): pemeriksaan ringan Yosep sampai satu tahap."""

    def satu(tahap, **isi):
        p = lapor(**isi)
        senin = date(2026, 11, 30)
        langkah = [
            ("laporan", lambda: jalan(p, "siti", "panggil", **PANGGIL)),
            ("dipanggil", lambda: jalan(p, "siti", "hadir", pada=senin)),
            ("pemeriksaan", lambda: jalan(p, "siti", "bap", pada=senin, **BAP)),
            ("bap", lambda: jalan(p, "yosep", "tanda_tangan", pada=senin, tanggapan="")),
            ("usul", lambda: jalan(p, "siti", "usulkan", pada=senin, hukuman=2, pertimbangan="Baru pertama kali.")),
            ("hak_jawab", lambda: jalan(p, "yosep", "jawab", pada=senin, tanggapan="Anak saya sakit.")),
            ("putusan", lambda: jalan(p, "yuliana", "jatuhkan", pada=senin, hukuman=2, pertimbangan="Sudah ditimbang.")),
            ("sk", lambda: (tanda_tangani(), jalan(p, "frans", "sampaikan", pada=senin, diterima=senin, cara="langsung"))),
        ]  # fmt: skip
        for nama, kerjakan in langkah:
            if nama == tahap:
                return p
            kerjakan()
        return p

    return satu
