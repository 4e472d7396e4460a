"""Pintu baca jejak. Nama orang tidak ada di sini: jejak hanya mengenal UUID."""

import json
import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from kasuari.dasar.inti.sandi import dekripsi
from kasuari.dasar.jejak.jenis import DAFTAR, Jenis
from kasuari.dasar.jejak.models import Jejak, Kerja, SegelAkar


class Isi(NamedTuple):
    sebelum: Any
    sesudah: Any
    alasan: str


def tentang_orang(orang: uuid.UUID) -> "QuerySet[Jejak]":
    """Semua peristiwa yang menyentuh data seseorang, terbaru dahulu."""
    return Jejak.objects.filter(tentang__orang=orang).order_by("-id")


def tentang_objek(objek: uuid.UUID) -> "QuerySet[Jejak]":
    return Jejak.objects.filter(objek=objek).order_by("-id")


def banyak_sejak(jenis_: str, akun: uuid.UUID | None, sejak: datetime) -> int:
    """Banyaknya peristiwa satu jenis oleh satu akun sejak satu saat; untuk pembatas laju."""
    return Jejak.objects.filter(jenis=jenis_, pelaku_akun=akun, waktu__gte=sejak).count()


def menurut_id(ids: Iterable[int]) -> dict[int, Jejak]:
    """id jejak -> peristiwanya; satu kueri."""
    return Jejak.objects.in_bulk(set(ids))


def semua() -> "QuerySet[Jejak]":
    return Jejak.objects.order_by("-id")


def isi(j: Jejak) -> Isi | None:
    """Isi peristiwa yang dibuka sandinya; None bila sudah dilupakan."""
    muatan = getattr(j, "muatan", None)
    if muatan is None:
        return None
    data = json.loads(dekripsi(muatan.isi, "jejak"))
    return Isi(data["sebelum"], data["sesudah"], data["alasan"])


def jenis(kode: str) -> Jenis:
    return DAFTAR.get(kode) or Jenis(kode, kode, kode, {}, False)


def akar(banyak: int = 60) -> list[SegelAkar]:
    """Akar bertanda tangan terbaru, untuk halaman umum."""
    return list(SegelAkar.objects.order_by("-ukuran")[:banyak])


def kerja_gagal() -> "QuerySet[Kerja]":
    return Kerja.objects.filter(gagal=True).order_by("-mulai_lagi")


def kerja_terbuka() -> "QuerySet[Kerja]":
    return Kerja.objects.filter(selesai=None, gagal=False).order_by("mulai_lagi")
