"""Pegangan cerita usulan: sekretaris daerah, berkas, keluarga, perjalanan sampai bertanda tangan, dan isi PDF-nya."""

import io
import uuid
from datetime import date

import pytest
from pypdf import PdfReader
from tests.berkas import pdf

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aparatur.usulan import efek, service
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.efek import isian
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.rangka import Isian, ambil
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.organisasi import service as organisasi
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos, BarisUnit

DULU = date(2020, 1, 1)
USUL = {"usul_rujukan": "SIASN-7/2026", "usul_tanggal": date(2026, 11, 23)}  # usul yang dicatat petugas
PDF = pdf()


def berkas():
    aliran = io.BytesIO(PDF)
    aliran.name = "bukti.pdf"
    return aliran


@pytest.fixture
def sekda_otniel(orang, db):
    """Otniel menjadi Sekretaris Daerah."""
    oleh = sistem("uji")
    organisasi.tata_unit(
        oleh, berlaku=DULU, baris=[BarisUnit("setda", "Sekretariat Daerah", "sekretariat", "kota", "SETDA")], kunci=uuid.uuid4()
    )  # fmt: skip
    pos = BarisPos("setda-kepala", "setda", "Sekretaris Daerah", "jpt", kepala=True)
    organisasi.catat_pos(oleh, berlaku=DULU, baris=[pos], kunci=uuid.uuid4())
    baris = BarisPenugasan(orang("otniel").orang.uid, date(2026, 1, 1), "setda-kepala")
    pegawai.tetapkan_pemegang(oleh, baris=baris, kunci=uuid.uuid4())
    return orang("otniel")


def timbang(o, jenis, tmt, **data):
    """Timbangan seorang calon yang belum diusulkan."""
    j = ambil(jenis)
    return efek.timbang_calon(j, bahan([o.pegawai.id], j.perlu)[o.pegawai.id], Isian(tmt, data))


def catat(nama_pegawai, kode, mulai, isi, sampai=None):
    baris = BarisRiwayat(nama_pegawai.uid, mulai, isi, sampai=sampai)
    return pegawai.catat_riwayat(sistem("uji"), kode=kode, baris=[baris], kunci=uuid.uuid4()).uid


@pytest.fixture
def lengkapi(db):
    """lengkapi(usulan): mengunggah semua berkas yang wajib bagi isiannya."""

    def satu(u):
        b = bahan([u.pegawai_id], ambil(u.jenis).perlu)[u.pegawai_id]
        isi = {s.kode: berkas() for s in ambil(u.jenis).syarat(b, isian(u)) if s.wajib}
        service._simpan_berkas(sistem("uji"), u, isi)
        return u

    return satu


@pytest.fixture
def jalani(langkah):
    """jalani(usulan, ("naomi", "ajukan"), ...): langkah demi langkah, lalu pekerja menandatanganinya."""

    def semua(u, *jalan):
        for nama, aksi, *lain in jalan:
            u = langkah(u, nama, aksi, **(lain[0] if lain else {}))
        jalankan_semua()
        return Usulan.objects.select_related("kasus", "surat", "pegawai").get(id=u.id)

    return semua


def teks(u):
    """Tulisan seluruh halaman suratnya, satu spasi antarkata."""
    halaman = PdfReader(io.BytesIO(surat.baca(u.surat))).pages
    return " ".join(" ".join(h.extract_text() for h in halaman).split())
