"""Dua bentuk fakta di atas dua garis waktu: kapan berlaku (`mulai`) dan kapan kita tahu (`dicatat`).

KEADAAN: satu nilai pada satu waktu, berlaku sampai keadaan berikutnya. RENTANG: punya akhir sendiri.
Baris tidak pernah diubah: koreksi menutup satu baris dan membuka baris lain (`kunci.py` menjaganya).
"""

from datetime import date, datetime
from typing import TypeVar

from django.db import models
from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from kasuari.dasar.inti.galat import BedaVersi
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.waktu import hari_ini

M = TypeVar("M", bound=models.Model)


class Fakta(models.Model):
    """Kolom bersama. Anak wajib punya `subjek` (kunci asing kepada yang difaktakan)."""

    uid = models.UUIDField(default=uuid7, unique=True, editable=False)
    mulai = models.DateField()
    dicatat = models.DateTimeField()
    ditutup = models.DateTimeField(null=True)
    jejak_buka = models.BigIntegerField()
    jejak_tutup = models.BigIntegerField(null=True)
    sk_nomor = models.CharField(max_length=120, blank=True)
    sk_tanggal = models.DateField(null=True)
    lampiran = models.UUIDField(null=True)
    surat = models.UUIDField(null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ditutup=None) | Q(ditutup__gt=F("dicatat")), name="%(app_label)s_%(class)s_tutup"
            )
        ]


class Keadaan(Fakta):
    nihil = models.BooleanField(default=False)

    class Meta(Fakta.Meta):
        abstract = True
        constraints = [
            *Fakta.Meta.constraints,
            models.UniqueConstraint(
                fields=["subjek", "mulai"], condition=Q(ditutup=None), name="%(app_label)s_%(class)s_mulai"
            ),
        ]
        indexes = [models.Index(fields=["subjek", "-mulai", "dicatat"], name="%(app_label)s_%(class)s_ix")]


class Rentang(Fakta):
    sampai = models.DateField(null=True)  # tidak termasuk; kosong = masih berjalan

    class Meta(Fakta.Meta):
        abstract = True
        constraints = [
            *Fakta.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sampai=None) | Q(sampai__gt=F("mulai")), name="%(app_label)s_%(class)s_rentang"
            ),
        ]
        indexes = [models.Index(fields=["subjek", "-mulai", "dicatat"], name="%(app_label)s_%(class)s_ix")]


def diketahui_pada(qs: "QuerySet[M]", diketahui: datetime | None) -> "QuerySet[M]":
    """Baris yang kita ketahui pada saat itu; None = yang berlaku dalam catatan sekarang."""
    if diketahui is None:
        return qs.filter(ditutup=None)
    return qs.filter(Q(ditutup=None) | Q(ditutup__gt=diketahui), dicatat__lte=diketahui)


def keadaan(
    model: type[M], *, pada: date | None = None, diketahui: datetime | None = None, subjek: object = None
) -> "QuerySet[M]":
    """Keadaan tiap subjek pada satu hari (bawaan: hari ini WIT), seperti diketahui pada satu saat.

    Satu baris paling banyak per subjek; baris `nihil` (berhenti, tanpa jabatan) ikut kembali.
    """
    qs = diketahui_pada(model._default_manager.filter(mulai__lte=pada or hari_ini()), diketahui)
    if subjek is not None:
        qs = (
            qs.filter(subjek=subjek)
            if isinstance(subjek, models.Model | int)
            else qs.filter(subjek__in=subjek)
        )
    urut = Window(RowNumber(), partition_by="subjek", order_by=[F("mulai").desc(), F("dicatat").desc()])
    return qs.annotate(urut_=urut).filter(urut_=1)


def berlaku(model: type[M], *, pada: date | None = None, diketahui: datetime | None = None) -> "QuerySet[M]":
    """Semua rentang yang meliputi satu hari (bawaan: hari ini WIT)."""
    hari = pada or hari_ini()
    qs = model._default_manager.filter(Q(sampai=None) | Q(sampai__gt=hari), mulai__lte=hari)
    return diketahui_pada(qs, diketahui)


def tutup(model: type[models.Model], fakta_id: int, saat: datetime, jejak: int) -> None:
    """Menutup satu baris fakta. Bila sudah ditutup orang lain: BedaVersi, dan tidak ada yang berubah."""
    ubah = model._default_manager.filter(id=fakta_id, ditutup=None).update(ditutup=saat, jejak_tutup=jejak)
    if not ubah:
        raise BedaVersi("Data ini sudah diperbaiki orang lain. Muat ulang halaman, lalu periksa lagi.")
