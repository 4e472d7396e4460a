"""Kotak masuk seorang: hanya miliknya sendiri."""

import uuid
from datetime import datetime
from typing import NamedTuple

from kasuari.dasar.kabar.models import Keluar, Pesan
from kasuari.dasar.kabar.templat import susun


class Kabar(NamedTuple):
    uid: uuid.UUID
    judul: str
    isi: str
    tautan: str
    dibuat: datetime
    dibaca: bool


def kotak_masuk(orang: uuid.UUID, bahasa: str, banyak: int = 50) -> list[Kabar]:
    """Kabar terbaru lebih dulu, dalam bahasa pembaca."""
    return [
        Kabar(p.uid, *susun(p.templat, p.data, bahasa), p.tautan, p.dibuat, p.dibaca is not None)
        for p in Pesan.objects.filter(orang=orang).order_by("-dibuat", "-id")[:banyak]
    ]


def belum_dibaca(orang: uuid.UUID) -> int:
    return Pesan.objects.filter(orang=orang, dibaca=None).count()


def surat_bermasalah() -> int:
    return Keluar.objects.filter(status__in=[Keluar.Status.RAGU, Keluar.Status.GAGAL]).count()
