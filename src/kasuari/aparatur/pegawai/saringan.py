"""Saringan daftar pegawai: satu bentuk untuk layar, ekspor, dan pekerjaan latar. Hanya membaca `pegawai_kini`."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import F, QuerySet, TextField
from django.db.models.functions import Cast

from kasuari.aparatur.pegawai import mutu
from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aparatur.pegawai.selectors import URUT_DUK, cari, daftar
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini

SEMUA_KEDUDUKAN = "semua"
URUT: dict[str, tuple[Any, ...]] = {
    "nama": ("nama", "pegawai_id"),
    "golongan": URUT_DUK,
    "kgb": (F("kgb_berikut").asc(nulls_last=True), "pegawai_id"),
    "pensiun": (F("pensiun").asc(nulls_last=True), "pegawai_id"),
    "mutu": ("mutu", "pegawai_id"),
}


@dataclass(frozen=True)
class Saringan:
    """Semua kosong = seluruh pegawai aktif dalam jangkauan. `unit`: UUID unit, dengan semua di bawahnya."""

    q: str = ""
    jenis: str = ""
    golongan: str = ""
    unit: str = ""
    jabatan: str = ""
    kedudukan: str = ""
    kurang: str = ""
    urut: str = ""

    def json(self) -> dict[str, str]:
        return {k: v for k, v in asdict(self).items() if v}


def terapkan(pelaku: Pelaku, s: Saringan, *, izin: str = "pegawai.lihat") -> "QuerySet[PegawaiKini]":
    """Pegawai yang boleh dilihat menurut saringan, belum diurutkan (kecuali oleh kemiripan bila `q`)."""
    qs = daftar(pelaku, izin=izin)
    if not s.kedudukan:
        qs = qs.filter(aktif=True)
    elif s.kedudukan != SEMUA_KEDUDUKAN:
        qs = qs.filter(kedudukan=s.kedudukan)
    for kolom, nilai in (("jenis", s.jenis), ("golongan", s.golongan), ("jenis_jabatan", s.jabatan)):
        if nilai:
            qs = qs.filter(**{kolom: nilai})
    if s.unit:
        unit = UnitKini.objects.filter(unit__uid=UUID(s.unit)).first()
        qs = (
            qs.filter(unit_id__in=organisasi.keturunan(unit.unit_id).values("unit_id")) if unit else qs.none()
        )
    if s.kurang in mutu.DAFTAR:
        qs = qs.annotate(daftar_kurang=Cast("kurang", TextField())).filter(
            daftar_kurang__contains=f'"{s.kurang}"'
        )
    return cari(pelaku, s.q, qs) if s.q else qs


def urutkan(qs: "QuerySet[PegawaiKini]", s: Saringan) -> "QuerySet[PegawaiKini]":
    """Urutan pilihan; pencarian tanpa pilihan urutan tetap menurut kemiripan."""
    if not s.urut and s.q and qs.query.order_by:
        return qs
    return qs.order_by(*URUT.get(s.urut, URUT["nama"]))


class Laman(Paginator):
    """Halaman yang memilih kuncinya dahulu dari indeks, lalu barisnya: halaman ke-1.900 secepat halaman pertama.

    `kolom`: hanya kolom itu yang diambil (dengan orang, unit, dan nama unitnya); kosong berarti seluruh baris.
    """

    def __init__(self, qs: Any, banyak: int, kolom: Sequence[str] = ()) -> None:
        super().__init__(qs, banyak)
        self.kolom = kolom

    def page(self, number: Any) -> Any:
        nomor = self.validate_number(number)
        awal = (nomor - 1) * self.per_page
        kunci = self.object_list.values("pegawai_id")[awal : awal + self.per_page]
        baris = PegawaiKini.objects.filter(pk__in=kunci).select_related("pegawai", "unit__kini")
        if self.kolom:
            baris = baris.only(*self.kolom, "orang_uid", "unit_id", "unit__id", "unit__kini__nama")
        urut = self.object_list.query.order_by
        if "mirip_" in urut:
            baris = baris.annotate(mirip_=self.object_list.query.annotations["mirip_"])
        return self._get_page(list(baris.order_by(*urut)), nomor, self)


def nama_unit(baris: "PegawaiKini") -> str:
    """Nama unit hari ini dari baris yang diambil `Laman`; kosong bila unitnya sudah tidak ada."""
    kini = getattr(baris.unit, "kini", None)
    return kini.nama if kini else ""
