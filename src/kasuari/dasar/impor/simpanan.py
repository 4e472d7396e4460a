"""Menyandikan isi baris impor, dan membacanya kembali."""

import json
from typing import Any

from kasuari.dasar.inti.sandi import dekripsi, enkripsi

from .hasil import Alasan

GUNA = "impor"


def sandikan(isi: Any) -> bytes:
    return enkripsi(json.dumps(isi, ensure_ascii=False).encode(), GUNA)


def buka(sandi: bytes | None) -> Any:
    return None if sandi is None else json.loads(dekripsi(bytes(sandi), GUNA))


def alasan_ke_json(alasan: list[Alasan]) -> list[list[Any]]:
    return [[a.baris, a.kode, a.kolom, a.teks, a.saran, a.isi] for a in alasan]


def alasan_dari_json(isi: list[list[Any]]) -> list[Alasan]:
    return [Alasan(*a) for a in isi]
