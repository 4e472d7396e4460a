"""Memuat parameter bertanggal dari berkas TOML di folder ini (tabel besar: CSV yang disebut `berkas`).

Bentuk berkas dijelaskan di `docs/rekayasa/hukum.md`. Cacat berkas adalah `ParameterRusak` saat dimuat,
bukan angka salah saat dihitung.
"""

import csv
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..buku import INGATAN, KEYAKINAN, KOSONG, Parameter, Versi, beku
from ..galat import ParameterRusak

FOLDER = Path(__file__).parent
WAJIB_PARAMETER = {"nama", "satuan", "ubah_daerah", "versi"}
BOLEH_PARAMETER = {"terkunci", "batas"}
WAJIB_VERSI = {"berlaku", "terbit", "dasar", "keyakinan"}


@cache
def semua() -> Mapping[str, Parameter]:
    """Semua parameter menurut kode. Dimuat sekali satu proses; beku."""
    hasil: dict[str, Parameter] = {}
    for berkas in sorted(FOLDER.glob("*.toml")):
        for kode, data in tomllib.loads(berkas.read_text("utf-8"), parse_float=Decimal).items():
            if kode in hasil:
                raise ParameterRusak(f"{berkas.name}: parameter '{kode}' sudah ada di berkas lain.")
            hasil[kode] = _parameter(f"{berkas.name}: {kode}", kode, data)
    return MappingProxyType(hasil)


def _parameter(letak: str, kode: str, data: dict[str, Any]) -> Parameter:
    if set(data) - BOLEH_PARAMETER != WAJIB_PARAMETER:
        raise ParameterRusak(f"{letak}: kuncinya harus {sorted(WAJIB_PARAMETER)}, tertulis {sorted(data)}.")
    versi = tuple(sorted((_versi(letak, v) for v in data["versi"]), key=lambda v: (v.berlaku, v.terbit)))
    kunci = [(v.berlaku, v.terbit) for v in versi]
    if not versi or len(set(kunci)) != len(kunci):
        raise ParameterRusak(f"{letak}: perlu versi, dan tidak boleh dua versi dengan tanggal sama.")
    batas = _batas(letak, data.get("batas", {}))
    return Parameter(
        kode, data["nama"], data["satuan"], data["ubah_daerah"], versi, data.get("terkunci", False), batas
    )


def _batas(letak: str, data: Any) -> Mapping[str, tuple[int, int]]:
    """`[1, 12]` bagi semua angka, atau `{ bulan = [1, 12] }` per sel."""
    per_sel = data if isinstance(data, dict) else {"": data}
    hasil = {k: tuple(v) for k, v in per_sel.items()}
    if any(len(v) != 2 or not all(type(x) is int for x in v) or v[0] > v[1] for v in hasil.values()):
        raise ParameterRusak(f"{letak}: batas harus [paling sedikit, paling banyak] dari bilangan bulat.")
    return MappingProxyType(hasil)


def _versi(letak: str, data: dict[str, Any]) -> Versi:
    kurang = WAJIB_VERSI - set(data)
    if kurang or ("nilai" in data) == ("berkas" in data):
        raise ParameterRusak(f"{letak}: versi kurang {sorted(kurang)} atau tidak tepat satu nilai/berkas.")
    if not (isinstance(data["berlaku"], date) and isinstance(data["terbit"], date)):
        raise ParameterRusak(f"{letak}: berlaku dan terbit harus tanggal.")
    if data["keyakinan"] not in KEYAKINAN or not data["dasar"].strip():
        raise ParameterRusak(f"{letak}: keyakinan harus salah satu dari {KEYAKINAN} dan dasar harus terisi.")
    ragu = set(data.get("ragu", ()))
    if "berkas" in data:
        nilai, ragu_sel = _csv(data["berkas"])
        ragu |= ragu_sel
    else:
        nilai = _ratakan(data["nilai"]) if isinstance(data["nilai"], dict) else data["nilai"]
    if ragu and not (isinstance(nilai, dict) and ragu <= set(nilai)):
        raise ParameterRusak(f"{letak}: 'ragu' menyebut sel yang tidak ada.")
    # versi 'ingatan' dengan CSV per sel: yang menentukan adalah selnya
    per_sel = "berkas" in data and bool(ragu)
    keyakinan = "sumber" if per_sel else data["keyakinan"]
    return Versi(data["berlaku"], data["terbit"], beku(nilai), data["dasar"], keyakinan, frozenset(ragu))


def _ratakan(nilai: dict[str, Any], awal: str = "") -> dict[str, Any]:
    hasil: dict[str, Any] = {}
    for kunci, isi in nilai.items():
        if isinstance(isi, dict):
            hasil |= _ratakan(isi, f"{awal}{kunci}.")
        else:
            hasil[f"{awal}{kunci}"] = isi
    return hasil


def _csv(nama: str) -> tuple[dict[str, Any], set[str]]:
    """Kolom sebelum nilai menjadi kunci 'a.b'; kolom `keyakinan` dan `catatan` boleh menyusul.

    Nilai yang kosong adalah tarif yang belum diketahui (`KOSONG`), bukan nol.
    """
    with (FOLDER / nama).open(encoding="utf-8", newline="") as aliran:
        pembaca = csv.DictReader(aliran)
        kolom = [k for k in pembaca.fieldnames or () if k not in {"keyakinan", "catatan"}]
        nilai: dict[str, Any] = {}
        ragu: set[str] = set()
        for baris in pembaca:
            kunci = ".".join(baris[k] for k in kolom[:-1])
            if kunci in nilai:
                raise ParameterRusak(f"{nama}: sel '{kunci}' tertulis dua kali.")
            teks = baris[kolom[-1]]
            nilai[kunci] = KOSONG if not teks else Decimal(teks) if "." in teks else int(teks)
            if baris.get("keyakinan") == INGATAN:
                ragu.add(kunci)
    return nilai, ragu
