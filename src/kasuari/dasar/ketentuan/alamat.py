"""Alamat halaman hukum: satu pokok, satu rumus di dalamnya, satu parameter."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.urls import reverse

from kasuari.aturan.pokok import POKOK
from kasuari.aturan.rumus import Susunan


def pokok(kode: str) -> str:
    return reverse("aturan:pokok", args=[kode])


def jangkar(nama: str) -> str:
    """Id HTML satu rumus di halamannya."""
    return f"r-{nama}"


def skema(kode_pokok: str, kode: str) -> str:
    """Halaman rumus satu susunan; pokok bersusunan tunggal menampilkannya di halamannya sendiri."""
    return reverse("aturan:skema", args=[kode_pokok, kode]) if kode else pokok(kode_pokok)


def rumus(kode_pokok: str, skema_: str, nama: str) -> str:
    return f"{skema(kode_pokok, skema_)}#{jangkar(nama)}"


def parameter(kode: str) -> str:
    return reverse("aturan:parameter", args=[kode])


class Letak(NamedTuple):
    """Tempat sebuah susunan di daftar isi."""

    pokok: str
    skema: str
    susunan: Susunan


LETAK: Mapping[str, Letak] = MappingProxyType(
    {s.nama: Letak(p.kode, skema, s) for p in POKOK for skema, s in p.susunan.items()}
)
