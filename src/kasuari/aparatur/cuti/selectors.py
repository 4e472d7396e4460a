"""Pintu baca cuti: satu permohonan, milik sendiri, dan kalender tim."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from kasuari.aparatur.cuti.models import TERTUTUP, PermohonanCuti
from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.aparatur.pegawai.models import RiwayatCuti
from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.izin import boleh, pandang
from kasuari.dasar.alur import service as alur
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.jejak.service import catat


def permohonan(pelaku: Pelaku, uid: UUID) -> PermohonanCuti:
    """Permohonan yang boleh dibaca pelaku: pemohon, yang ditunggu atau pernah bertindak, dan pengelolanya."""
    ikut = ("kasus__pemohon", "pegawai__orang", "pegawai__kini", "bukti", "surat")
    c = PermohonanCuti.objects.select_related(*ikut).filter(id=uid).first()
    if c is None or not (
        pelaku.sistem or alur.terlibat(pelaku, c.kasus) or boleh(pelaku, "cuti.lihat", c).ya
    ):
        raise TidakAda("Permohonan ini tidak ada.")
    return c


def rincian_terbuka(pelaku: Pelaku, c: PermohonanCuti) -> bool:
    """Alasan dan bukti hanya bagi pemohon, yang memutuskan, dan petugas BKPSDM."""
    return alur.terlibat(pelaku, c.kasus) or pelaku.punya("bkpsdm", "kepala_bkpsdm")


def catat_lihat(pelaku: Pelaku, c: PermohonanCuti) -> None:
    """Membaca permohonan orang lain adalah peristiwa tentang orang itu; milik sendiri tidak."""
    if c.pegawai.orang.uid != pelaku.orang and not pelaku.sistem:
        with transaction.atomic():
            catat(
                peristiwa.DILIHAT, pelaku, ("cuti", c.id), subjek=[c.pegawai.orang.uid],
                sesudah={"izin": "cuti.lihat", "kolom": ["rincian"] if rincian_terbuka(pelaku, c) else ["tanggal"], "banyak": 1},
            )  # fmt: skip


def milik(pelaku: Pelaku) -> "QuerySet[PermohonanCuti]":
    """Permohonan pelaku sendiri, terbaru lebih dulu."""
    return (
        PermohonanCuti.objects.filter(pegawai__orang__uid=pelaku.orang)
        .select_related("kasus")
        .order_by("-dibuat")
    )


class BarisTim(NamedTuple):
    """Seorang yang cuti di bulan itu. `jenis` kosong bila jenisnya tidak untuk diketahui tim."""

    nama: str
    mulai: date
    selesai: date
    jenis: str
    menunggu: bool


class Selang(NamedTuple):
    """Cuti seorang pegawai (id) dari hari pertama sampai hari terakhirnya."""

    pegawai: int
    mulai: date
    selesai: date
    jenis: str
    menunggu: bool


def selang(orang: "QuerySet[Any]", awal: date, akhir: date) -> list[Selang]:
    """Cuti yang disetujui atau diajukan di antara dua tanggal, milik pegawai dalam kueri `pegawai_kini` itu; dua kueri."""
    ids = orang.order_by().values("pegawai_id")
    disetujui = RiwayatCuti.objects.filter(subjek__in=ids, ditutup=None, mulai__lte=akhir, sampai__gt=awal)
    diajukan = PermohonanCuti.objects.filter(
        pegawai__in=ids, kasus__selesai=None, mulai__lte=akhir, selesai__gte=awal
    ).exclude(kasus__keadaan="draf")
    return [
        *(Selang(r.subjek_id, r.mulai, r.sampai - timedelta(days=1), r.jenis, False) for r in disetujui),
        *(Selang(c.pegawai_id, c.mulai, c.selesai, c.jenis, True) for c in diajukan),
    ]


def tim(pelaku: Pelaku, awal: date, akhir: date) -> list[BarisTim]:
    """Yang cuti atau mengajukan cuti di antara dua tanggal, di antara pegawai yang terjangkau; satu peristiwa baca."""
    orang = pegawai.daftar(pelaku, izin="cuti.lihat").exclude(orang_uid=pelaku.orang).filter(aktif=True)
    baris = selang(orang, awal, akhir)
    nama = _nama(pelaku, orang, {b.pegawai for b in baris})
    return sorted(
        BarisTim(nama[s.pegawai], s.mulai, s.selesai, "" if s.jenis in TERTUTUP else s.jenis, s.menunggu)
        for s in baris
        if s.pegawai in nama
    )


def _nama(pelaku: Pelaku, orang: "QuerySet[Any]", ids: set[int]) -> dict[int, str]:
    isi: Sequence[Any] = pandang(
        pelaku, orang.filter(pegawai_id__in=ids), ("pegawai_id", "nama_gelar"), izin="cuti.lihat"
    )
    return {b.pegawai_id: b.nama_gelar for b in isi}
