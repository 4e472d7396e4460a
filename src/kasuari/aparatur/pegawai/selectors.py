"""Pintu baca pegawai, selalu tersaring menurut siapa yang bertanya."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet

from kasuari.aparatur.pegawai import peristiwa
from kasuari.aparatur.pegawai.cari import cari as _cari
from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini, SelisihSiasn
from kasuari.aparatur.pegawai.riwayat import DAFTAR, Jenis, jenis
from kasuari.dasar.akun.izin import boleh, pastikan, saring
from kasuari.dasar.inti.fakta import diketahui_pada
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import dekripsi, indeks_buta
from kasuari.dasar.jejak.service import catat

URUT_DUK = (F("golongan_urut").desc(), F("tmt_golongan").asc(nulls_last=True), F("eselon").asc(), F("mk_bulan").desc(),
            F("pendidikan_urut").desc(), F("tahun_lulus").asc(nulls_last=True), F("lahir").asc(), "pegawai_id")  # fmt: skip


def daftar(pelaku: Pelaku, *, izin: str = "pegawai.lihat") -> "QuerySet[PegawaiKini]":
    """Semua pegawai yang boleh dilihat, satu tabel, belum diurutkan."""
    return saring(pelaku, izin, PegawaiKini.objects.all())


def cari(pelaku: Pelaku, teks: str) -> "QuerySet[PegawaiKini]":
    """Pencarian nama atau NIP yang memaafkan salah ketik, di dalam jangkauan pelaku."""
    return _cari(daftar(pelaku), teks)


def cari_nik(pelaku: Pelaku, nik: str) -> "QuerySet[PegawaiKini]":
    """Pencarian NIK persis lewat indeks buta; tiap pencarian tercatat. Pembatas laju dipasang di layarnya."""
    pastikan(pelaku, "pegawai.ubah")
    with transaction.atomic():
        catat(peristiwa.DICARI_NIK, pelaku, ("pegawai", None))
    return daftar(pelaku).filter(pegawai__nik_buta=indeks_buta(nik, "nik"))


def duk(pelaku: Pelaku, *, izin: str = "pegawai.lihat") -> "QuerySet[PegawaiKini]":
    """Daftar urut kepangkatan PNS aktif (golongan, TMT, jabatan, masa kerja, pendidikan, usia)."""
    return daftar(pelaku, izin=izin).filter(aktif=True, jenis="pns").order_by(*URUT_DUK)


def pegawai(pelaku: Pelaku, uid: uuid.UUID) -> Pegawai:
    """Satu pegawai, atau TidakAda bila di luar jangkauan (keduanya tidak dibedakan)."""
    p = Pegawai.objects.select_related("orang", "kini", "kini__unit").filter(uid=uid).first()
    if p is None or not boleh(pelaku, "pegawai.lihat", p).ya:
        raise TidakAda("Pegawai ini tidak ada.")
    return p


def pegawai_orang(orang_uid: uuid.UUID) -> Pegawai | None:
    """Pegawai milik satu orang; dipakai halaman 'Data saya'."""
    return Pegawai.objects.select_related("orang", "kini", "kini__unit").filter(orang__uid=orang_uid).first()


def riwayat(pelaku: Pelaku, p: Pegawai, kode: str, *, diketahui: datetime | None = None) -> "QuerySet[Any]":
    """Fakta satu jenis milik satu pegawai, terbaru dahulu. Kelas disiplin punya izin sendiri."""
    j: Jenis = jenis(kode)
    if j.kelas == "disiplin" and not boleh(pelaku, "pegawai.disiplin", p).ya:
        return j.model._default_manager.none()
    if j.kelas in {"kesehatan", "keluarga", "upah"} and not _inti(pelaku, p):
        return j.model._default_manager.none()
    return diketahui_pada(j.model._default_manager.filter(subjek=p), diketahui).order_by("-mulai", "-dicatat")


def _inti(pelaku: Pelaku, p: Pegawai) -> bool:
    """Keluarga, cuti, dan upah: orangnya sendiri dan pengelola kepegawaian; atasan tidak."""
    return pelaku.sistem or pelaku.orang == p.orang.uid or boleh(pelaku, "pegawai.mutu", p).ya


def jenis_riwayat() -> list[Jenis]:
    return list(DAFTAR.values())


def nik(p: Pegawai) -> str:
    """NIK terang; pemanggil menyamarkannya lewat `pandang` dengan kelas identitas."""
    return dekripsi(p.nik, "nik").decode() if p.nik else ""


def selisih(pelaku: Pelaku) -> "QuerySet[SelisihSiasn]":
    return saring(
        pelaku, "pegawai.selisih", SelisihSiasn.objects.select_related("pegawai__orang", "pegawai__kini")
    )


def usia(lahir: date, pada: date) -> int:
    if pada < lahir:
        raise MasukanSalah("Tanggal lebih awal daripada tanggal lahir.", "lahir")
    return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))
