"""Hasil membersihkan satu sel, dan perapian teks yang dipakai semua pembersih."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

_SPASI = re.compile(r"[\s\u00a0]+")
_HAMPA = {
    "",
    "-",
    "--",
    "---",
    "–",
    "—",
    "_",
    ".",
    "..",
    "...",
    "n/a",
    "na",
    "null",
    "none",
    "nihil",
    "(null)",
    "#n/a",
    "?",
}


@dataclass(frozen=True, slots=True)
class Bersih:
    """`nilai` None = kosong atau tidak terbaca. `kode` = kode katalog bila ada yang perlu dikatakan.

    `isi` = bagian kalimat katalog (selain nama kolom dan teks sel). `saran` = nilai yang mungkin dimaksud.
    """

    nilai: Any = None
    kode: str | None = None
    saran: str | None = None
    isi: dict[str, str] = field(default_factory=dict)


def gagal(kode: str, saran: str | None = None, **isi: str) -> Bersih:
    """Sel tidak dapat diterima; kode katalog menentukan apakah barisnya ditolak."""
    return Bersih(None, kode, saran, isi)


def rapikan(teks: str) -> str:
    """Satu bentuk Unicode, satu spasi, tanpa apostrof pembuka Excel maupun bungkus `="..."`."""
    teks = _SPASI.sub(" ", unicodedata.normalize("NFKC", teks)).strip()
    if teks.startswith("=") and (dalam := re.fullmatch(r'=\s*"(.*)"', teks)):
        teks = dalam[1].strip()
    return teks[1:].strip() if teks[:1] in {"'", "`", "’"} else teks


def kosong(teks: str) -> bool:
    """Sel yang oleh orang dianggap kosong: '-', 'n/a', titik-titik."""
    rapi = rapikan(teks).casefold()
    return rapi in _HAMPA or not rapi.strip(" .-_…")
