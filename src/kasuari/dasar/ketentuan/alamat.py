"""Alamat halaman hukum: satu pokok, satu rumus di dalamnya, satu parameter."""

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


def milik(susunan: Susunan) -> tuple[str, str] | None:
    """(kode pokok, skema) sebuah susunan, atau None bila tidak terdaftar di daftar isi."""
    for p in POKOK:
        for skema, s in p.susunan.items():
            if s is susunan:
                return p.kode, skema
    return None
