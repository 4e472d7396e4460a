"""Menjalankan kasus dari berkas dan membandingkan setiap kunci `expected` dengan tepat."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from ..bulat import wajar
from ..galat import GalatAturan
from .daftar import DAFTAR

LULUS, GAGAL, TAK_DIDUKUNG = "lulus", "gagal", "tak didukung"
TERDALAM = 50  # batas kewarasan JSON masukan: susunan di dalam susunan
ANGKA_TERPANJANG = 100  # batas kewarasan: banyak angka satu bilangan JSON


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
        # 1e999999999 tanpa eksponen akan semilyar angka nol
        return format(nilai.normalize(), "f") if wajar(nilai) else str(nilai)
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
    if not harap:
        pesan = "expected kosong: tidak ada hasil yang dibandingkan"
        return Putusan(nomor, jenis, GAGAL, harap, {"galat": pesan})
    try:
        dapat = DAFTAR[jenis](kasus["inputs"]).hasil
    except GalatAturan as galat:
        return Putusan(nomor, jenis, GAGAL, harap, {"galat": str(galat)})
    beda = [k for k in harap if k not in dapat or not sama(harap[k], dapat[k])]
    if beda:
        return Putusan(nomor, jenis, GAGAL, {k: harap[k] for k in beda}, {k: dapat.get(k) for k in beda})
    return Putusan(nomor, jenis, LULUS)


def baca(teks: str) -> Any:
    """JSON dengan pecahan sebagai Decimal. Galat: `ValueError` dengan sebabnya.

    Ditolak: NaN dan Infinity, bilangan yang terlalu panjang, susunan yang terlalu dalam, dan huruf yang tidak
    dapat ditulis (surogat lepas).
    """

    def tolak(nama: str) -> Any:
        raise ValueError(f"{nama} bukan angka JSON")

    def bulat(angka: str) -> int:
        if len(angka) > ANGKA_TERPANJANG:
            raise ValueError(f"ada bilangan lebih dari {ANGKA_TERPANJANG} angka")
        return int(angka)

    try:
        nilai = json.loads(teks, parse_float=Decimal, parse_int=bulat, parse_constant=tolak)
    except json.JSONDecodeError as sebab:
        raise ValueError(f"tidak terbaca pada baris {sebab.lineno}, huruf ke-{sebab.colno}") from None
    except InvalidOperation:
        raise ValueError("ada bilangan yang pangkatnya terlalu besar") from None
    except RecursionError:
        raise ValueError(_TERLALU_DALAM) from None
    _periksa_json(nilai)
    return nilai


_TERLALU_DALAM = f"susunannya terlalu dalam: paling banyak {TERDALAM} tingkat"


def _periksa_json(nilai: Any, tingkat: int = 0) -> None:
    if tingkat > TERDALAM:
        raise ValueError(_TERLALU_DALAM)
    if isinstance(nilai, str):
        try:
            nilai.encode()
        except UnicodeEncodeError:
            raise ValueError("ada huruf yang bukan Unicode utuh (surogat lepas)") from None
    elif isinstance(nilai, dict | list):
        isi = (*nilai, *nilai.values()) if isinstance(nilai, dict) else nilai
        for satu in isi:
            _periksa_json(satu, tingkat + 1)


def uji_berkas(jalur: Path) -> Iterator[Putusan]:
    """Uji semua kasus sebuah berkas. Galat: `BerkasKasusRusak` menyebut berkas dan sebabnya."""
    try:
        kasus = baca(jalur.read_text("utf-8"))["cases"]
        wajib = {"id", "kind", "inputs", "expected"}
        if not isinstance(kasus, list) or not all(isinstance(k, dict) and wajib <= k.keys() for k in kasus):
            raise ValueError("setiap kasus perlu id, kind, inputs, dan expected")
        if not all(isinstance(k["expected"], dict) for k in kasus):
            raise ValueError("expected setiap kasus harus objek")
        if not kasus:
            raise ValueError("tidak ada kasus di dalamnya")
    except (OSError, ValueError, KeyError, TypeError) as sebab:
        raise BerkasKasusRusak(f"{jalur}: tidak terbaca sebagai berkas kasus ({sebab}).") from sebab
    return (uji(k) for k in kasus)
