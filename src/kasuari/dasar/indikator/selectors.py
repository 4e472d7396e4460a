"""Pintu baca indikator. Nilai yang ditahan kembali tanpa angka, pembilang, dan n."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import OuterRef, Subquery

from kasuari.dasar.indikator.models import Definisi, Nilai


class Titik(NamedTuple):
    unit_id: int
    periode: date
    irisan: str
    nilai: Decimal | None
    n: int | None
    status: str
    revisi: int
    bawah: Decimal | None = None
    atas: Decimal | None = None


def _titik(v: Nilai) -> Titik:
    tutup = v.status == Nilai.Status.DITAHAN
    return Titik(
        v.unit_id, v.periode, v.irisan, None if tutup else v.nilai, None if tutup else v.n, v.status, v.revisi,
        None if tutup else v.bawah, None if tutup else v.atas,
    )  # fmt: skip


def katalog(*, umum: bool = False) -> list[Definisi]:
    """Definisi versi terbaru; `umum`: yang boleh tampil di halaman umum."""
    terakhir: dict[str, Definisi] = {}
    for d in Definisi.objects.order_by("kode", "versi"):
        terakhir[d.kode] = d
    return [d for d in terakhir.values() if d.umum or not umum]


def deret(kode: str, unit_id: int, *, dari: date | None = None, irisan: str = "") -> list[Titik]:
    """Nilai terkini satu unit menurut waktu."""
    qs = Nilai.objects.filter(kode=kode, unit_id=unit_id, irisan=irisan, terkini=True)
    if dari:
        qs = qs.filter(periode__gte=dari)
    return [_titik(v) for v in qs.order_by("periode")]


def banding(kode: str, periode: date, units: Sequence[int], irisan: str = "") -> list[Titik]:
    qs = Nilai.objects.filter(kode=kode, periode=periode, unit_id__in=units, irisan=irisan, terkini=True)
    return [_titik(v) for v in qs.order_by("unit_id")]


def seperiode(kode: str, periode: date) -> list[Titik]:
    """Semua nilai terkini satu indikator pada satu periode: semua unit, semua irisan."""
    qs = Nilai.objects.filter(kode=kode, periode=periode, terkini=True)
    return [_titik(v) for v in qs.order_by("unit_id", "irisan")]


def mutakhir(kode: str, sejak: date) -> list[Titik]:
    """Nilai tiap unit pada periode terakhirnya sendiri, yang mulainya tidak sebelum `sejak`; semua irisan."""
    milik = Nilai.objects.filter(kode=kode, terkini=True, periode__gte=sejak)
    akhir = milik.filter(unit=OuterRef("unit")).order_by("-periode").values("periode")[:1]
    return [_titik(v) for v in milik.filter(periode=Subquery(akhir)).order_by("unit_id", "irisan")]


def irisan(kode: str, unit_id: int, periode: date) -> list[Titik]:
    """Semua irisan (mis. jenis ASN) satu unit pada satu periode."""
    qs = Nilai.objects.filter(kode=kode, unit_id=unit_id, periode=periode, terkini=True).exclude(irisan="")
    return [_titik(v) for v in qs.order_by("irisan")]


def periode_terakhir(kode: str) -> date | None:
    return (
        Nilai.objects.filter(kode=kode, terkini=True)
        .order_by("-periode")
        .values_list("periode", flat=True)
        .first()
    )


def semua(kode: str, units: Sequence[int]) -> list[Titik]:
    """Semua nilai terkini untuk unit-unit itu, semua periode dan irisan; bahan unduhan."""
    qs = Nilai.objects.filter(kode=kode, unit_id__in=units, terkini=True)
    return [_titik(v) for v in qs.order_by("periode", "unit_id", "irisan")]
