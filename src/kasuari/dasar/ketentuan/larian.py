"""Larian: masukan ditulis baku dan disimpan menurut isinya, lalu dihitung dari berkas ITU.

Ulangan: masukan + buku -> hasil_sidik yang sama; rumus yang berubah memberi selisih yang tampak.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from kasuari.aturan.buku import Buku
from kasuari.dasar.inti.galat import TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.inti.simpan import tulis_berkas
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.kanonik import baku as bentuk_baku
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import peristiwa
from kasuari.dasar.ketentuan.models import Larian, LarianGagal


def _folder() -> Path:
    return Path(settings.DATA) / "larian"


def versi_kode() -> str:
    try:
        return version("kasuari")
    except PackageNotFoundError:
        return "sumber"


def simpan_masukan(data: Any) -> str:
    """Menulis masukan (baku, mampat, tersandi) menurut isinya; sidik SHA-256 heksadesimal kembali."""
    isi = bentuk_baku(data)
    sidik = hashlib.sha256(isi).hexdigest()
    berkas = _folder() / sidik[:2] / sidik
    if not berkas.exists():
        tulis_berkas(berkas, enkripsi(zlib.compress(isi, 6), "larian"))
    return sidik


def baca_masukan(sidik: str) -> Any:
    """Masukan beku; TidakAda bila berkasnya hilang atau isinya bukan yang disidik."""
    berkas = _folder() / sidik[:2] / sidik
    if not berkas.exists():
        raise TidakAda(
            "Berkas masukan perhitungan ini tidak ditemukan. Pulihkan folder larian dari cadangan."
        )
    isi = zlib.decompress(dekripsi(berkas.read_bytes(), "larian"))
    if hashlib.sha256(isi).hexdigest() != sidik:
        raise TidakAda("Berkas masukan perhitungan ini rusak: isinya tidak sama dengan sidiknya.")
    return json.loads(isi)


def sidik_hasil(hasil: Any) -> str:
    return hashlib.sha256(bentuk_baku(hasil)).hexdigest()


def bekukan(
    pelaku: Pelaku, *, subjek: str, jenis: str, periode: str, pada: date, diketahui: datetime, buku: Buku,
    masukan_sidik: str, hasil_sidik: str, n: int, gagal: Iterable[tuple[UUID, str]] = (), mengoreksi: Larian | None = None,
) -> Larian:  # fmt: skip
    """Mencatat larian di dalam transaksi pemanggil; statusnya `draf` sampai dikunci."""
    gagal = list(gagal)
    id_ = catat(
        peristiwa.LARIAN, pelaku, ("larian", None),
        sesudah={"subjek": subjek, "periode": periode, "n": n, "gagal": len(gagal), "masukan": masukan_sidik, "hasil": hasil_sidik},
    )  # fmt: skip
    larian = Larian.objects.create(
        subjek=subjek, jenis=jenis, periode=periode, pada=pada, diketahui=diketahui, dibuat=sekarang(),
        buku=json.loads(bentuk_baku(buku.ke_json())), buku_sidik=buku.sidik, versi_kode=versi_kode(),
        masukan_sidik=masukan_sidik, hasil_sidik=hasil_sidik, n=n, n_gagal=len(gagal), mengoreksi=mengoreksi, jejak_id=id_,
    )  # fmt: skip
    LarianGagal.objects.bulk_create(
        [LarianGagal(larian=larian, subjek=u, alasan=a) for u, a in gagal], batch_size=500
    )
    return larian


def kunci(pelaku: Pelaku, larian: Larian) -> None:
    """Mengunci larian di dalam transaksi pemanggil; sesudahnya basis data menolak perubahan."""
    if (
        not Larian.objects.filter(id=larian.id)
        .exclude(status=Larian.Status.TERKUNCI)
        .update(status=Larian.Status.TERKUNCI)
    ):
        raise TidakBoleh("Perhitungan ini sudah dikunci.")
    catat(peristiwa.KUNCI, pelaku, ("larian", larian.id), sesudah={"hasil": larian.hasil_sidik})


def terbaru(subjek: str, periode: str | None = None) -> Larian | None:
    qs = Larian.objects.filter(subjek=subjek, **({"periode": periode} if periode else {}))
    return qs.order_by("-periode", "-dibuat").first()


def semua(subjek: str) -> Sequence[Larian]:
    """Larian terbaru tiap periode, periode tua lebih dulu."""
    terakhir: dict[str, Larian] = {}
    for larian in Larian.objects.filter(subjek=subjek).defer("buku").order_by("dibuat"):
        terakhir[larian.periode] = larian
    return [terakhir[p] for p in sorted(terakhir)]
