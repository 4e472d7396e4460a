"""Membaca kolom dengan samaran, dan mencatat siapa melihat data siapa."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models, transaction
from django.db.models import QuerySet

from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.izin.daftar import JANGKAUAN, KELAS, SAMAR
from kasuari.dasar.akun.izin.putus import _nilai, boleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.jejak.service import catat

TERSEMBUNYI = "••••"


class Baris(dict[str, Any]):
    """Satu baris siap tampil: kolom sebagai atribut, sudah disamarkan. Templat tidak pernah menerima model."""

    __slots__ = ()

    def __getattr__(self, nama: str) -> Any:
        try:
            return self[nama]
        except KeyError:
            raise AttributeError(nama) from None


def samarkan(nilai: Any, cara: str | None) -> Any:
    """`utuh` apa adanya, `ekor4` empat terakhir, `awal1` huruf pertama; tanpa cara = tersembunyi."""
    if nilai in (None, "") or cara == "utuh":
        return nilai
    teks = str(nilai)
    if cara == "ekor4":
        return "•" * max(len(teks) - 4, 0) + teks[-4:]
    if cara == "awal1":
        return teks[:1] + "•••"
    return TERSEMBUNYI


def _cara(pelaku: Pelaku, kelas: str, peran: str | None, diri: bool) -> str | None:
    if pelaku.sistem:
        return "utuh"
    if diri:
        return SAMAR.get(("diri", kelas), "utuh")
    return SAMAR.get((peran or "", kelas))


def pandang(
    pelaku: Pelaku,
    benda: "models.Model | QuerySet[Any] | Iterable[models.Model]",
    kolom: Sequence[str],
    *,
    izin: str,
    catat_baca: bool = True,
) -> list[Baris]:
    """Kolom (jalur `a__b` menjadi kunci `a__b`) tiap benda, disamarkan menurut peran yang memberi izin.

    Menulis SATU peristiwa baca dengan satu baris subjek per orang; data diri sendiri tidak dicatat.
    """
    daftar = [benda] if isinstance(benda, models.Model) else list(benda)
    if not daftar:
        return []
    model = type(daftar[0])
    jangkau = JANGKAUAN[model]
    hasil, subjek = [], []
    for satu in daftar:
        orang = _nilai(satu, jangkau.subjek) if jangkau.subjek else None
        diri = orang is not None and orang == pelaku.orang
        if orang is not None and not diri:
            subjek.append(orang)
        hasil.append(_baris(pelaku, satu, kolom, izin, diri))
    if subjek and catat_baca and not pelaku.sistem:
        with transaction.atomic():
            catat(
                peristiwa.DILIHAT, pelaku, (model._meta.model_name or "", None), subjek=subjek,
                sesudah={"izin": izin, "kolom": list(kolom), "banyak": len(subjek)},
            )  # fmt: skip
    return hasil


def _baris(pelaku: Pelaku, satu: models.Model, kolom: Sequence[str], izin: str, diri: bool) -> Baris:
    peran: str | None = None
    baris = Baris()
    for k in kolom:
        nilai = _nilai(satu, k)
        kelas = KELAS.get(f"{satu._meta.model_name}.{k}")
        if kelas is not None:
            if peran is None and not diri:
                putusan = boleh(pelaku, izin, satu)
                peran = putusan.hibah.peran if putusan.hibah else ""
            nilai = samarkan(nilai, _cara(pelaku, kelas, peran, diri))
        baris[k] = nilai
    return baris
