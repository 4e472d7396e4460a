"""Pintu baca disiplin: satu pemeriksaan menurut pandangan pembacanya, milik sendiri, dan ringkasan tanpa nama."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet

from kasuari.aparatur.disiplin import naskah
from kasuari.aparatur.disiplin.models import AnggotaTim, Lembar, Pemeriksaan, SuratPemeriksaan
from kasuari.aparatur.disiplin.proses import AWAL, DISIPLIN
from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur import service as alur_service
from kasuari.dasar.alur.models import LangkahKasus, Tunggu
from kasuari.dasar.alur.siapa import nama_sasaran
from kasuari.dasar.dokumen import surat
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi.models import UnitKini

PENUH, TERPERIKSA, PELAPOR, PENGAWAS = "penuh", "terperiksa", "pelapor", "pengawas"


def pemeriksaan(pelaku: Pelaku, uid: UUID) -> Pemeriksaan:
    """Pemeriksaan yang ditugaskan kepada pelaku, atau tentang dirinya sesudah ia dipanggil; selain itu `TidakAda`."""
    ikut = ("kasus__pemohon", "pegawai__orang", "pegawai__kini", "sk", "pelapor")
    p = Pemeriksaan.objects.select_related(*ikut).filter(id=uid).first()
    if p is None or not pandangan(pelaku, p):
        raise TidakAda("Pemeriksaan ini tidak ada.")
    return p


def pandangan(pelaku: Pelaku, p: Pemeriksaan) -> str:
    """PENUH, TERPERIKSA, PELAPOR, PENGAWAS (hanya yang lewat batas), atau kosong bila bukan tugasnya."""
    if pelaku.sistem:
        return PENUH
    if pelaku.orang == p.pegawai.orang.uid:
        return TERPERIKSA if diberitahukan(p) else ""
    if pelaku.orang == p.pelapor.uid:
        return PELAPOR
    if (
        alur_service.terlibat(pelaku, p.kasus)
        or AnggotaTim.objects.filter(pemeriksaan=p, orang__uid=pelaku.orang).exists()
    ):
        return PENUH
    if pelaku.punya("inspektorat") and _lewat().filter(kasus=p.kasus_id).exists():
        return PENGAWAS
    return ""


def diberitahukan(p: Pemeriksaan) -> bool:
    """Apakah yang diperiksa sudah dipanggil; laporan yang dihentikan sebelumnya tidak pernah dilihatnya."""
    return (
        p.kasus.keadaan not in AWAL and LangkahKasus.objects.filter(kasus=p.kasus_id, aksi="panggil").exists()
    )


def catat_lihat(pelaku: Pelaku, p: Pemeriksaan) -> None:
    """Membaca pemeriksaan orang lain adalah peristiwa; tentang orangnya sesudah ia diberi tahu."""
    if p.pegawai.orang.uid == pelaku.orang or pelaku.sistem:
        return
    with transaction.atomic():
        catat(
            peristiwa.DILIHAT, pelaku, ("disiplin", p.id), subjek=[p.pegawai.orang.uid] if diberitahukan(p) else [],
            sesudah={"izin": "disiplin.lihat", "kolom": [pandangan(pelaku, p)], "banyak": 1},
        )  # fmt: skip


def lembar(p: Pemeriksaan) -> "QuerySet[Lembar]":
    return p.lembar.select_related("lampiran__berkas", "oleh").order_by("jejak_id")


def satu_lembar(pelaku: Pelaku, p: Pemeriksaan, uid: UUID) -> Lembar:
    """Lembar berlampiran yang boleh dibuka pembacanya."""
    x = lembar(p).filter(id=uid, lampiran__isnull=False).first()
    if x is None or not boleh_isi(pandangan(pelaku, p), x.aksi):
        raise TidakAda("Bukti ini tidak ada.")
    return x


def boleh_isi(pandang: str, aksi: str) -> bool:
    """Lembar mana yang isinya dibaca: pelapor laporannya saja, pengawas tidak satu pun, yang diperiksa semua kecuali pendapat tim."""
    if pandang == PENUH:
        return True
    if pandang == TERPERIKSA:
        return aksi != "pendapat"
    return pandang == PELAPOR and aksi == "lapor"


def milik(pelaku: Pelaku) -> "QuerySet[Pemeriksaan]":
    """Pemeriksaan tentang pelaku sendiri yang sudah diberitahukan kepadanya."""
    dipanggil = LangkahKasus.objects.filter(aksi="panggil").values("kasus_id")
    return (
        Pemeriksaan.objects.filter(pegawai__orang__uid=pelaku.orang, kasus__in=dipanggil)
        .exclude(kasus__keadaan__in=AWAL)
        .select_related("kasus", "pegawai__orang")
        .order_by("-dibuat")
    )


def setim(pelaku: Pelaku) -> bool:
    return AnggotaTim.objects.filter(orang__uid=pelaku.orang).exists()


def ditangani(pelaku: Pelaku) -> "QuerySet[Pemeriksaan]":
    """Yang dilaporkan, diperiksa, diputus, atau ditimnya; bukan tentang dirinya."""
    aksi = LangkahKasus.objects.filter(pelaku__uid=pelaku.orang).values("kasus_id")
    tim = AnggotaTim.objects.filter(orang__uid=pelaku.orang).values("pemeriksaan_id")
    tunggu = alur.menunggu(pelaku).order_by().values("kasus_id")
    syarat = Q(pelapor__uid=pelaku.orang) | Q(kasus__in=aksi) | Q(id__in=tim) | Q(kasus__in=tunggu)
    return (
        Pemeriksaan.objects.filter(syarat)
        .exclude(pegawai__orang__uid=pelaku.orang)
        .select_related("kasus", "pegawai__orang")
        .order_by("-dibuat")
    )


def surat_terbuka(pelaku: Pelaku) -> "QuerySet[SuratPemeriksaan, UUID]":
    """Id surat pemeriksaan yang ditangani pelaku, bukan sebagai pelapornya."""
    tangan = ditangani(pelaku).exclude(pelapor__uid=pelaku.orang).order_by().values("id")
    return SuratPemeriksaan.objects.filter(pemeriksaan__in=tangan).values_list("surat_id", flat=True)


for _templat, _seri in naskah.TEMPLAT.values():
    surat.batasi(_templat, surat_terbuka)


@dataclass(frozen=True)
class BarisIkhtisar:
    """Satu pemeriksaan berjalan tanpa nama yang diperiksa. `kasus` hanya terisi bila pembacanya boleh membukanya."""

    tahap: Any
    unit: str
    siapa: str
    tenggat: date | None
    lewat: bool
    kasus: UUID | None


@dataclass(frozen=True)
class Ikhtisar:
    berjalan: int
    lewat: int
    upaya: int
    baris: list[BarisIkhtisar]


def _lewat() -> "QuerySet[Tunggu]":
    return Tunggu.objects.filter(kasus__proses=DISIPLIN.kode, selesai=None, tenggat__lt=hari_ini())


def ikhtisar(pelaku: Pelaku) -> Ikhtisar:
    """Banyaknya dan tenggatnya, yang lewat lebih dulu. Nama yang diperiksa tidak ikut; nama pos yang lalai ikut."""
    pastikan(pelaku, "disiplin.ikhtisar")
    buka = list(
        Tunggu.objects.filter(kasus__proses=DISIPLIN.kode, selesai=None)
        .select_related("kasus__pemeriksaan", "orang")
        .exclude(kasus__pemohon__uid=pelaku.orang)
        .order_by(F("tenggat").asc(nulls_last=True), "mulai", "id")
    )
    nama, unit = nama_sasaran(buka), dict(UnitKini.objects.values_list("unit_id", "nama"))
    tugas = {p.id for p in ditangani(pelaku)}
    hitung = Counter(t.tahap for t in buka)
    baris = []
    for t in buka:
        lewat = t.tenggat is not None and t.tenggat < hari_ini()
        sendiri = t.orang_id is not None and t.orang_id == t.kasus.pemohon_id
        boleh = t.kasus_id in tugas or (lewat and pelaku.punya("inspektorat"))
        siapa = "" if sendiri else nama[t.id]
        tahap = DISIPLIN.menurut_kode[t.tahap].judul
        baris.append(
            BarisIkhtisar(
                tahap, unit.get(t.kasus.unit_id, ""), siapa, t.tenggat, lewat, t.kasus_id if boleh else None
            )
        )
    return Ikhtisar(len(buka), sum(b.lewat for b in baris), hitung["keberatan"] + hitung["banding"], baris)
