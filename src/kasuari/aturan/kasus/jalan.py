"""Menjalankan kasus dari berkas dan membandingkan setiap kunci `expected` dengan tepat."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from ..galat import GalatAturan
from .daftar import DAFTAR

LULUS, GAGAL, TAK_DIDUKUNG = "lulus", "gagal", "tak didukung"


class BerkasKasusRusak(GalatAturan):
    """Berkas kasus tidak dapat dibaca."""


@dataclass(frozen=True, slots=True)
class Putusan:
    """Hasil satu kasus. `harap` dan `dapat` berisi kunci yang berbeda saja."""

    id: str
    jenis: str
    hasil: str
    harap: Any = None
    dapat: Any = None

    def baris(self) -> str:
        """Satu baris laporan: id, jenis, hasil, dan bila gagal: yang diharapkan dan yang didapat."""
        teks = f"{self.id} {self.jenis} {self.hasil}"
        if self.hasil == GAGAL:
            teks += f" harap={tulis_json(self.harap)} dapat={tulis_json(self.dapat)}"
        return teks


def tulis_json(nilai: Any, **pilihan: Any) -> str:
    """JSON dengan Decimal sebagai teks, supaya tidak ada pecahan biner di jalan."""
    return json.dumps(nilai, ensure_ascii=False, default=_teks, **pilihan)


def _teks(nilai: Any) -> Any:
    if isinstance(nilai, Decimal):
        return format(nilai.normalize(), "f")
    if isinstance(nilai, Mapping):
        return dict(nilai)
    return str(nilai)


def sama(harap: Any, dapat: Any) -> bool:
    """Sama tepat. Angka dibandingkan sebagai desimal (80.2 = "80.20"); urutan daftar berarti."""
    if isinstance(harap, bool) or isinstance(dapat, bool):
        return harap is dapat
    if isinstance(harap, Mapping) and isinstance(dapat, Mapping):
        return harap.keys() == dapat.keys() and all(sama(harap[k], dapat[k]) for k in harap)
    if isinstance(harap, list) and isinstance(dapat, list | tuple):
        return len(harap) == len(dapat) and all(map(sama, harap, dapat))
    angka = [isinstance(n, int | Decimal) for n in (harap, dapat)]
    if any(angka):
        return _desimal(harap) is not None and _desimal(harap) == _desimal(dapat)
    return type(harap) is type(dapat) and harap == dapat


def _desimal(nilai: Any) -> Decimal | None:
    if not isinstance(nilai, int | Decimal | str):
        return None
    try:
        return Decimal(nilai)
    except InvalidOperation:
        return None


def uji(kasus: Mapping[str, Any]) -> Putusan:
    """Putusan satu kasus: objek {id, kind, inputs, expected}."""
    nomor, jenis = str(kasus["id"]), str(kasus["kind"])
    if jenis not in DAFTAR:
        return Putusan(nomor, jenis, TAK_DIDUKUNG)
    harap = kasus["expected"]
    try:
        dapat = DAFTAR[jenis](kasus["inputs"]).hasil
    except GalatAturan as galat:
        return Putusan(nomor, jenis, GAGAL, harap, {"galat": str(galat)})
    beda = [k for k in harap if k not in dapat or not sama(harap[k], dapat[k])]
    if beda:
        return Putusan(nomor, jenis, GAGAL, {k: harap[k] for k in beda}, {k: dapat.get(k) for k in beda})
    return Putusan(nomor, jenis, LULUS)


def baca(teks: str) -> Any:
    """JSON dengan pecahan sebagai Decimal; NaN dan Infinity ditolak."""

    def tolak(nama: str) -> Any:
        raise ValueError(f"{nama} bukan angka JSON")

    return json.loads(teks, parse_float=Decimal, parse_constant=tolak)


def uji_berkas(jalur: Path) -> Iterator[Putusan]:
    """Uji semua kasus sebuah berkas. Galat: `BerkasKasusRusak` menyebut berkas dan sebabnya."""
    try:
        kasus = baca(jalur.read_text("utf-8"))["cases"]
        wajib = {"id", "kind", "inputs", "expected"}
        if not isinstance(kasus, list) or not all(isinstance(k, dict) and wajib <= k.keys() for k in kasus):
            raise ValueError("setiap kasus perlu id, kind, inputs, dan expected")
    except (OSError, ValueError, KeyError, TypeError) as sebab:
        raise BerkasKasusRusak(f"{jalur}: tidak terbaca sebagai berkas kasus ({sebab}).") from sebab
    return (uji(k) for k in kasus)
