"""Peristiwa menjadi kalimat: siapa, sebagai peran apa, berbuat apa, kapan. Nama diambil sekali bagi satu halaman."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kasuari.dasar.akun import pelaku as akun
from kasuari.dasar.akun.izin.daftar import nama_peran
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.orang import selectors as orang


@dataclass(frozen=True)
class Cerita:
    """Satu peristiwa siap tampil. `diri`: pelakunya orang yang membaca."""

    id: int
    uid: UUID
    waktu: datetime
    siapa: str
    peran: str
    perbuatan: str
    baca: bool
    diri: bool
    objek_jenis: str
    objek: UUID | None


def perbuatan(kode: str) -> str:
    """Kalimat tanpa subjek dalam bahasa halaman."""
    return jejak.jenis(kode).kalimat(get_language() or "id")


def ceritakan(daftar: Sequence[Jejak], pembaca: UUID | None) -> list[Cerita]:
    """Dua kueri berapa pun banyaknya peristiwa: nama, dan peran tiap akun pada saat itu."""
    nama = orang.nama_banyak(j.pelaku_orang for j in daftar if j.pelaku_orang)
    hibah = akun.hibah_banyak(j.pelaku_akun for j in daftar if j.pelaku_akun)
    return [_satu(j, nama, hibah, pembaca) for j in daftar]


def _satu(j: Jejak, nama: dict[UUID, str], hibah: dict[UUID, list[Any]], pembaca: UUID | None) -> Cerita:
    diri = j.pelaku_orang is not None and j.pelaku_orang == pembaca
    siapa = nama.get(j.pelaku_orang, "") if j.pelaku_orang else ""
    if not siapa:
        siapa = _("Sistem") if j.pelaku_akun is None else _("Akun tanpa nama")
    return Cerita(
        j.id, j.uid, j.waktu, siapa, ", ".join(_peran(hibah.get(j.pelaku_akun, ()), j.waktu)),  # type: ignore[arg-type]
        perbuatan(j.jenis), jejak.jenis(j.jenis).baca, diri, j.objek_jenis, j.objek,
    )  # fmt: skip


def _peran(hibah: Iterable[Any], waktu: datetime) -> list[str]:
    return list(dict.fromkeys(nama_peran(h.peran) for h in hibah if akun.hidup_pada(h, waktu)))
