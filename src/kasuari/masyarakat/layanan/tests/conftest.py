"""Kelurahan Remu di bawah kota kecil: Siti lurahnya (menandatangani), Naomi dan Amos petugas layanannya."""

import uuid
from datetime import date
from types import SimpleNamespace

import pytest
from tests.kota_kecil import DULU

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.dasar.akun import service as akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.pelaku import TAMU
from kasuari.dasar.organisasi import service as organisasi
from kasuari.dasar.organisasi.models import Unit
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos, BarisUnit
from kasuari.masyarakat.layanan import buka, katalog, standar
from kasuari.masyarakat.layanan.models import Layanan, Permohonan
from kasuari.masyarakat.layanan.service import formulir, isi, kerja

DOMISILI = {
    "halaman": [
        {
            "judul": "Keperluan",
            "isian": [
                {"kode": "nik", "label": "NIK", "jenis": "nik", "wajib": True},
                {
                    "kode": "keperluan", "label": "Untuk apa?", "jenis": "pilih", "wajib": True,
                    "pilihan": [{"nilai": "sekolah", "teks": "Sekolah"}, {"nilai": "bank", "teks": "Bank"}],
                },
                {
                    "kode": "sekolah", "label": "Nama sekolah", "jenis": "teks", "wajib": True,
                    "bila": {"isian": "keperluan", "sama": ["sekolah"]},
                },
            ],
        },
        {"judul": "Berkas", "isian": [{"kode": "pengantar", "label": "Pengantar RT/RW", "jenis": "berkas", "wajib": False}]},
    ]
}  # fmt: skip
NIK = "9271016703900001"
ISI = {"nik": NIK, "keperluan": "bank"}


@pytest.fixture
def terbitkan(pelaku_sistem):
    """terbitkan("KEL-01", rancangan): formulir baru yang berlaku bagi layanan itu."""

    def satu(kode, rancangan=DOMISILI):
        konsep = formulir.konsep(Layanan.objects.get(kode=kode))
        data = formulir.simpan(
            pelaku_sistem, layanan=kode, rancangan=rancangan, ubahan=konsep.ubahan if konsep else 0, kunci=uuid.uuid4()
        ).data  # fmt: skip
        return formulir.terbitkan(pelaku_sistem, layanan=kode, ubahan=data["ubahan"], kunci=uuid.uuid4())

    return satu


@pytest.fixture
def remu(db, orang, pelaku_sistem, terbitkan):
    """Kelurahan Remu dengan katalog dan formulir domisili. .unit, .lurah, .petugas, .petugas2 (pelaku)."""
    unit = BarisUnit("kel", "Kelurahan Remu", "kelurahan", "kota")
    duk = BarisUnit("DUKCAPIL", "Dinas Kependudukan", "dinas", "kota")
    organisasi.tata_unit(pelaku_sistem, berlaku=DULU, baris=[unit, duk], kunci=uuid.uuid4())
    pos = [
        BarisPos("kel-lurah", "kel", "Lurah Remu", "pengawas", kepala=True),
        BarisPos("duk-kepala", "DUKCAPIL", "Kepala Dinas Kependudukan", "jpt", kepala=True),
    ]
    organisasi.catat_pos(pelaku_sistem, berlaku=DULU, baris=pos, kunci=uuid.uuid4())
    tugas = BarisPenugasan(orang("siti").orang.uid, date(2026, 1, 1), "kel-lurah", "plt", date(2027, 1, 1))
    pegawai.tugaskan(pelaku_sistem, baris=[tugas], kunci=uuid.uuid4())
    kel = Unit.objects.get(kode="kel").id
    hibah = [akun.BarisHibah(orang(n).akun.uid, "petugas_layanan", None, DULU) for n in ("naomi", "amos")]
    hibah.append(akun.BarisHibah(orang("siti").akun.uid, "atasan", kel, DULU))
    akun.beri_peran(pelaku_sistem, baris=hibah, kunci=uuid.uuid4())
    katalog.muat(pelaku_sistem, kunci=uuid.uuid4())
    terbitkan("KEL-01")
    return SimpleNamespace(unit=kel, **{n: susun_pelaku(orang(s).akun) for n, s in (("lurah", "siti"), ("petugas", "naomi"), ("petugas2", "amos"))})  # fmt: skip


@pytest.fixture
def mulai(remu):
    """mulai() -> draf domisili Yohana, lahir 27 Maret 1990, HP 081234567890."""

    def satu(layanan="KEL-01", kunci=None, **lain):
        unit = remu.unit if standar.satu(layanan).subjek.jenis_unit else None
        siapa = isi.IsiPemohon("Yohana Kambu", date(1990, 3, 27), "081234567890", unit=unit, **lain)
        return Permohonan.objects.get(
            id=isi.mulai(TAMU, layanan=layanan, siapa=siapa, kunci=kunci or uuid.uuid4()).uid
        )

    return satu


@pytest.fixture
def simpan():
    def satu(p, jawab=ISI, **berkas):
        isi.simpan(TAMU, permohonan=p.id, buka_=buka.kunci(p), isi=jawab, berkas=berkas, kunci=uuid.uuid4())

    return satu


@pytest.fixture
def ajukan(mulai, simpan):
    """ajukan() -> permohonan domisili yang terkirim."""

    def satu(jawab=ISI, **lain):
        p = mulai(**lain)
        simpan(p, jawab)
        isi.kirim(TAMU, permohonan=p.id, buka_=buka.kunci(p), kunci=uuid.uuid4())
        p.refresh_from_db()
        return p

    return satu


@pytest.fixture
def langkah():
    """langkah(p, pelaku, "lengkap", alasan) melakukan satu langkah pada versi terbarunya."""

    def satu(p, pelaku, aksi, alasan=""):
        p.refresh_from_db()
        p.kasus.refresh_from_db()
        kerja.langkah(
            pelaku, permohonan=p.id, aksi=aksi, versi=p.kasus.versi, alasan=alasan, kunci=uuid.uuid4()
        )
        p.refresh_from_db()
        p.kasus.refresh_from_db()
        return p

    return satu


@pytest.fixture
def minta():
    def satu(p, pelaku, tanya="Foto lagi pengantarnya.", isian=""):
        p.refresh_from_db()
        p.kasus.refresh_from_db()
        kerja.minta(
            pelaku, permohonan=p.id, pertanyaan=tanya, isian_=isian, versi=p.kasus.versi, kunci=uuid.uuid4()
        )
        p.refresh_from_db()
        return p

    return satu


@pytest.fixture
def jawab():
    def satu(p, tulisan="Sudah saya perbaiki.", berkas=None):
        isi.jawab(
            TAMU, permohonan=p.id, buka_=buka.kunci(p), tulisan=tulisan, berkas=berkas, kunci=uuid.uuid4()
        )
        p.refresh_from_db()
        p.kasus.refresh_from_db()
        return p

    return satu
