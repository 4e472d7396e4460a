"""SD Negeri 1 (Siti, di bawah Yuliana) dan Puskesmas Remu (tanpa pimpinan sendiri) dinilai warga; Otniel Inspektorat."""

import io
import uuid
from datetime import date
from decimal import Decimal

import pytest
from tests import kota_kecil
from tests.berkas import pdf

from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.indikator import service as indikator
from kasuari.dasar.indikator.service import Baris
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import Unit
from kasuari.pengawasan.perbaikan import service
from kasuari.pengawasan.perbaikan.models import Perbaikan
from kasuari.pengawasan.perbaikan.temuan import LAYANAN, SKM
from kasuari.pengawasan.perbaikan.tests.pegangan import terbitkan_periode

SEMESTER_1, SEMESTER_2, SEMESTER_3 = date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1)
JANJI = date(2026, 12, 20)

FOTO = pdf("foto loket")


@pytest.fixture
def terbit(db):
    """terbit("sd1", SEMESTER_2, waktu="2.40", biaya="3.60") menerbitkan nilai unsur dari 100 responden, selang 0,05."""
    indikator.definisikan(
        kode=SKM, nama="Nilai unsur SKM", nama_en="Survey element", satuan="nilai", rumus="jumlah / banyak", sumber="/skm/hasil/",
        ambang_n=5, desimal=4, umum=True,
    )  # fmt: skip
    indikator.definisikan(
        kode=LAYANAN, nama="Selesai tepat waktu", nama_en="On time", satuan="bagian", rumus="tepat / selesai", sumber="/layanan/",
        desimal=4, umum=True,
    )  # fmt: skip

    def satu(unit, periode, *, n=100, lebar="0.05", kode=SKM, umum=True, **unsur):
        u, jarak = Unit.objects.get(kode=unit).id, Decimal(lebar)
        if kode == SKM:
            terbitkan_periode(Unit.objects.get(kode=unit), periode, umum)
        baris = [
            Baris(u, round(Decimal(v) * n), n, n, irisan, bawah=Decimal(v) - jarak, atas=Decimal(v) + jarak)
            for irisan, v in unsur.items()
        ]
        indikator.terbitkan(sistem("uji"), kode, periode, baris)

    return satu


@pytest.fixture
def temuan(terbit):
    """Perbaikan atas waktu penyelesaian di SD Negeri 1, unsur terendah semester dua."""
    from kasuari.pengawasan.perbaikan import pekerjaan

    def satu(unit="sd1", nilai="2.40"):
        terbit(unit, SEMESTER_2, waktu=nilai, biaya="3.60", perilaku="3.20")
        pekerjaan.cari()
        return Perbaikan.objects.get(unit__kode=unit, irisan="waktu", terbuka=True)

    return satu


@pytest.fixture
def rencanakan(orang):
    """rencanakan(p) -> Siti menyusun rencana dengan dirinya sebagai pemilik."""

    def satu(p, nama="siti", pos="sd1-Kepala SD Negeri 1", **ubah):
        p.refresh_from_db()
        isi = {
            "sebab": "Satu petugas melayani dua loket.", "tindakan": "Membuka loket kedua pada jam sibuk.", "bukti_diminta": "Foto loket kedua.",
            "pos": pos_uid(pos), "janji": JANJI, **ubah,
        }  # fmt: skip
        p.kasus.refresh_from_db()
        service.rencanakan(
            orang(nama).pelaku,
            uid=p.id,
            versi=p.kasus.versi,
            isi=service.IsiRencana(**isi),
            kunci=uuid.uuid4(),
        )
        p.refresh_from_db()
        return p

    return satu


def pos_uid(kode):
    unit, nama = kode.split("-", 1)
    return organisasi.pos_pada().get(unit__kode=unit, nama=nama).subjek.uid


@pytest.fixture
def jalan(orang):
    """jalan(p, "yuliana", "setujui", pada=date) -> Perbaikan sesudah langkahnya."""

    def satu(p, nama, aksi, pada=None, kunci=None, versi=None, **isian):
        with pada_saat(pada or kota_kecil.HARI):
            p = Perbaikan.objects.select_related("kasus").get(id=p.id)
            service.langkah(
                susun_pelaku(orang(nama).akun), uid=p.id, aksi=aksi, versi=p.kasus.versi if versi is None else versi,
                kunci=kunci or uuid.uuid4(), **isian,
            )  # fmt: skip
        return Perbaikan.objects.select_related("kasus").get(id=p.id)

    return satu


@pytest.fixture
def bukti(orang):
    def satu(p, nama="siti", pada=None, isi=FOTO, **isian):
        with pada_saat(pada or kota_kecil.HARI):
            berkas = io.BytesIO(isi)
            berkas.name = "loket.pdf"
            service.tambah_bukti(
                susun_pelaku(orang(nama).akun), uid=p.id, uraian="Loket kedua dibuka.", berkas=berkas, kunci=uuid.uuid4(), **isian
            )  # fmt: skip

    return satu


@pytest.fixture
def dikerjakan(temuan, rencanakan, jalan, bukti):
    """Perbaikan yang janjinya ditepati 15 Desember dan buktinya diterima; menunggu survei berikutnya."""

    def satu():
        p = jalan(rencanakan(temuan()), "yuliana", "setujui")
        hari = date(2026, 12, 15)
        bukti(p, pada=hari)
        jalan(p, "siti", "serahkan", pada=hari)
        return jalan(p, "otniel", "terima", pada=hari)

    return satu
