"""Naomi pengelola kepegawaian Dinas Pendidikan; Frans BKPSDM; Ruth kepalanya. Maria, Yosep, dan Siti guru SD Negeri 1."""

import io
import uuid
from datetime import date
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader
from tests.berkas import pdf

from kasuari.aparatur.pegawai import riwayat
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.usulan import massal, rangka, service
from kasuari.aparatur.usulan.models import MassalBaris, Usulan
from kasuari.aparatur.usulan.tests.pegangan import jalani, lengkapi, sekda_otniel  # noqa: F401 - fixture
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.dokumen import surat
from kasuari.dasar.jejak.antrean import jalankan_semua
from kasuari.dasar.organisasi import service as organisasi
from kasuari.dasar.organisasi.models import Unit
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos, BarisUnit

TMT = date(2027, 4, 1)
DULU = date(2020, 1, 1)


def berkas_pdf(syarat):
    """Unggahan bagi tiap kode syarat."""
    return {k: io.BytesIO(pdf(k)) for k in syarat}


@pytest.fixture
def susun(orang, db):
    """susun("maria", "kgb", oleh="naomi", tmt=..., **isian) -> Usulan."""

    def satu(nama, jenis="kgb", /, oleh="naomi", tmt=TMT, berkas=None, **isian):
        hasil = service.susun(
            orang(oleh).pelaku, jenis=jenis, pegawai=orang(nama).pegawai.uid, tmt=tmt, isian=isian, berkas=berkas_pdf(berkas or ()),
            kunci=uuid.uuid4(),
        )  # fmt: skip
        return Usulan.objects.get(id=hasil.uid)

    return satu


@pytest.fixture
def langkah(orang):
    """langkah(usulan, "ruth", "setujui", alasan="") -> Usulan; sandi dianggap baru diminta."""

    def satu(u, nama, aksi, alasan="", sudo=True, **lain):
        u = Usulan.objects.select_related("kasus").get(id=u.id)
        pelaku = susun_pelaku(orang(nama).akun, sudo=sudo)
        versi = lain.pop("versi", u.kasus.versi)
        service.langkahkan(
            pelaku, usulan=u.id, aksi=aksi, versi=versi, alasan=alasan, kunci=uuid.uuid4(), **lain
        )
        return Usulan.objects.select_related("kasus", "surat").get(id=u.id)

    return satu


@pytest.fixture
def cabut(langkah):
    """cabut(usulan, alasan) -> Usulan: diusulkan BKPSDM atau kepalanya, diputus yang menandatanganinya; tanpa surat langsung."""

    def satu(u, alasan):
        if rangka.ambil(u.jenis).templat is None:
            return langkah(u, "ruth", "cabut", alasan)
        tanda = u.kasus.langkah.filter(aksi="setujui").last()
        pemutus = tanda.pelaku.nama.split()[0].lower() if tanda else "ruth"
        u = langkah(u, "frans" if pemutus == "ruth" else "ruth", "cabut_usul", alasan)
        return langkah(u, pemutus, "cabut")

    return satu


@pytest.fixture
def banyak(orang):
    """banyak("naomi", jenis="kgb", calon=[...]) atau banyak("frans", aksi="terima", usulan=[...]) -> hasil tiap baris."""

    def jalan(nama, **isi):
        pelaku = susun_pelaku(orang(nama).akun, sudo=True)
        siapkan = massal.siapkan_susun if "calon" in isi else massal.siapkan_langkah
        hasil = siapkan(pelaku, kunci=uuid.uuid4(), **isi)
        massal.jalankan(pelaku, massal=hasil.uid, kunci=uuid.uuid4())
        jalankan_semua()
        baris = MassalBaris.objects.filter(massal=hasil.uid).select_related("pegawai").order_by("urut")
        return SimpleNamespace(id=hasil.uid, baris=list(baris))

    return jalan


@pytest.fixture
def ajukan(orang, db):
    """ajukan("maria", "data", berkas=("ktp",), apa="nama", nama="...") -> Usulan yang sudah terkirim."""

    def satu(siapa, jenis, /, berkas=(), tmt=None, **isian):
        hasil = service.ajukan(
            orang(siapa).pelaku, jenis=jenis, tmt=tmt, isian=isian,
            berkas=berkas_pdf(berkas), kunci=uuid.uuid4(),
        )  # fmt: skip
        return Usulan.objects.select_related("kasus", "surat").get(id=hasil.uid)

    return satu


@pytest.fixture
def berkas():
    """berkas("sk_pangkat", "ujian") -> unggahan PDF tiap syarat."""

    def satu(*syarat):
        return {s: SimpleUploadedFile(f"{s}.pdf", pdf(s)) for s in syarat}

    return satu


@pytest.fixture
def kursi(orang, pelaku_sistem):
    """kursi("setda", "Sekretaris Daerah", "jpt", pemegang="otniel", kepala=True) -> kode pos baru di unit itu."""

    def satu(unit, nama, jenis, pemegang=None, **lain):
        if not Unit.objects.filter(kode=unit).exists():
            baris = BarisUnit(unit, f"Unit {unit}", "sekretariat", "kota")
            organisasi.tata_unit(pelaku_sistem, berlaku=DULU, baris=[baris], kunci=uuid.uuid4())
        kode = f"{unit}-{nama}"
        organisasi.catat_pos(
            pelaku_sistem, berlaku=DULU, baris=[BarisPos(kode, unit, nama, jenis, **lain)], kunci=uuid.uuid4()
        )
        if pemegang:
            baris = BarisPenugasan(orang(pemegang).orang.uid, date(2026, 1, 1), kode)
            pegawai.tetapkan_pemegang(pelaku_sistem, baris=baris, kunci=uuid.uuid4())
        return kode

    return satu


@pytest.fixture
def jabat(orang, pelaku_sistem):
    """jabat("yosep", "dik", "Pengolah Data", "pelaksana", eselon="") -> pegawai itu di pos barunya sejak 2026."""

    def satu(nama, unit, pos, jenis, mulai=date(2026, 1, 1), **lain):
        baris = BarisPos(f"uji-{pos}", unit, pos, jenis, formasi=5, **lain)
        organisasi.catat_pos(pelaku_sistem, berlaku=date(2020, 1, 1), baris=[baris], kunci=uuid.uuid4())
        tugas = BarisPenugasan(orang(nama).orang.uid, mulai, f"uji-{pos}")
        pegawai.tetapkan_pemegang(pelaku_sistem, baris=tugas, kunci=uuid.uuid4())
        return orang(nama).pegawai

    return satu


@pytest.fixture
def setda(kursi):
    """Otniel sekretaris daerah."""
    return kursi("setda", "Sekretaris Daerah", "jpt", "otniel", kepala=True)


@pytest.fixture
def baca_surat():
    """baca_surat(usulan) -> tulisan suratnya sesudah ditandatangani, satu spasi antarkata."""

    def satu(u):
        jalankan_semua()
        u.surat.refresh_from_db()
        halaman = PdfReader(io.BytesIO(surat.baca(u.surat))).pages
        return " ".join(" ".join(h.extract_text() for h in halaman).split())

    return satu


@pytest.fixture
def sekda(jabat, pelaku_sistem):
    """Dominggus menjadi sekretaris daerah di unit SETDA."""
    unit = BarisUnit("setda", "Sekretariat Daerah", "sekretariat", "kota", "SETDA")
    organisasi.tata_unit(pelaku_sistem, berlaku=date(2026, 1, 1), baris=[unit], kunci=uuid.uuid4())
    return jabat("dominggus", "setda", "Sekretaris Daerah", "jpt", kepala=True)


@pytest.fixture
def catat(orang, pelaku_sistem):
    """catat("yosep", "golongan", date(2022, 12, 1), golongan="III/a", mk_tahun=1) -> fakta; `ganti` menutup yang lama."""

    def satu(nama, kode, mulai, ganti=False, sampai=None, sk="", nihil=False, **isi):
        p = orang(nama).pegawai
        if ganti:
            model = riwayat.jenis(kode).model
            lama = list(model._default_manager.filter(subjek=p, ditutup=None).values_list("uid", flat=True))
            pegawai.batalkan_riwayat(pelaku_sistem, kode=kode, fakta=lama, alasan="Uji", kunci=uuid.uuid4())
        baris = riwayat.BarisRiwayat(p.uid, mulai, isi, sampai=sampai, sk_nomor=sk, nihil=nihil)
        return pegawai.catat_riwayat(pelaku_sistem, kode=kode, baris=[baris], kunci=uuid.uuid4()).uid

    return satu
