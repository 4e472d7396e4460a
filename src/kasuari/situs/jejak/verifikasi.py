"""Memeriksa seluruh jejak atas permintaan auditor. Hasilnya sendiri sebuah peristiwa, jadi tidak dapat disangkal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.jejak import periksa, peristiwa
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.jejak.antrean import antre
from kasuari.dasar.jejak.models import Jejak, SegelAkar
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.orang import selectors as orang

LANGSUNG = 20_000  # peristiwa; sekitar satu detik
TEMUAN_DITULIS = 50


@dataclass(frozen=True)
class Akhir:
    """Hasil pemeriksaan terakhir."""

    waktu: datetime
    siapa: str
    n: int
    akar: str
    temuan: list[Any]
    banyak: int


def minta(pelaku: Pelaku, kunci: UUID) -> bool:
    """True bila sudah diperiksa sekarang juga; False bila dikerjakan di latar."""
    pastikan(pelaku, "jejak.lihat")
    besar = SegelAkar.objects.order_by("-ukuran").values_list("ukuran", flat=True).first() or 0
    if besar <= LANGSUNG:
        jalankan(pelaku)
        return True
    antre("situs.verifikasi", str(pelaku.akun), uuid_dari("situs.verifikasi", kunci))
    return False


def jalankan(pelaku: Pelaku) -> periksa.Laporan:
    """Menghitung ulang semuanya lalu mencatat hasilnya."""
    laporan = periksa.periksa(periksa.baris_ekspor())
    with transaction.atomic():
        temuan = [list(t) for t in laporan.temuan[:TEMUAN_DITULIS]]
        hasil = {"n": laporan.n, "akar": laporan.akar, "temuan": temuan, "banyak": len(laporan.temuan)}
        catat(peristiwa.DIVERIFIKASI, pelaku, ("jejak", None), sesudah=hasil)
    return laporan


def terakhir() -> Akhir | None:
    j = Jejak.objects.select_related("muatan").filter(jenis=peristiwa.DIVERIFIKASI).order_by("-id").first()
    isi = jejak.isi(j) if j else None
    if j is None or isi is None:
        return None
    nama = orang.nama_banyak([j.pelaku_orang] if j.pelaku_orang else [])
    s = isi.sesudah
    return Akhir(j.waktu, next(iter(nama.values()), ""), s["n"], s["akar"], s["temuan"], s["banyak"])
