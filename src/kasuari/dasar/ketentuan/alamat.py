"""Alamat halaman hukum: satu pokok, satu rumus di dalamnya, satu parameter."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.urls import reverse

from kasuari.aturan.pokok import POKOK
from kasuari.aturan.rumus import Susunan


def pokok(kode: str) -> str:
    return reverse("aturan:pokok", args=[kode])


def jangkar(skema: str, nama: str) -> str:
    """Id HTML satu rumus di halaman pokoknya."""
    return f"r-{skema}-{nama}" if skema else f"r-{nama}"


def rumus(kode_pokok: str, skema: str, nama: str) -> str:
    return f"{pokok(kode_pokok)}#{jangkar(skema, nama)}"


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
