"""Golongan dan pangkat: kode, nama, dan cara menuliskannya yang baku.

Kode golongan PNS = id layanan SIASN (11..45); golongan PPPK I..XVII = 101..117, karena SIASN tidak
memberi angka yang bebas dari bentrok. Sumber: referensi SIASN golonganPns; PP 99/2000; Perpres 98/2020.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from .galat import GalatAturan

_PANGKAT = {
    "I/a": (11, "Juru Muda"),
    "I/b": (12, "Juru Muda Tingkat I"),
    "I/c": (13, "Juru"),
    "I/d": (14, "Juru Tingkat I"),
    "II/a": (21, "Pengatur Muda"),
    "II/b": (22, "Pengatur Muda Tingkat I"),
    "II/c": (23, "Pengatur"),
    "II/d": (24, "Pengatur Tingkat I"),
    "III/a": (31, "Penata Muda"),
    "III/b": (32, "Penata Muda Tingkat I"),
    "III/c": (33, "Penata"),
    "III/d": (34, "Penata Tingkat I"),
    "IV/a": (41, "Pembina"),
    "IV/b": (42, "Pembina Tingkat I"),
    "IV/c": (43, "Pembina Utama Muda"),
    "IV/d": (44, "Pembina Utama Madya"),
    "IV/e": (45, "Pembina Utama"),
}
_ROMAWI_PPPK = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
]

PANGKAT: Mapping[str, str] = MappingProxyType({g: nama for g, (_, nama) in _PANGKAT.items()})
KODE_PNS: Mapping[str, int] = MappingProxyType({g: kode for g, (kode, _) in _PANGKAT.items()})
KODE_PPPK: Mapping[str, int] = MappingProxyType({g: 101 + i for i, g in enumerate(_ROMAWI_PPPK)})
KODE_GOLONGAN: Mapping[str, int] = MappingProxyType({**KODE_PNS, **KODE_PPPK})
GOLONGAN_KODE: Mapping[int, str] = MappingProxyType({k: g for g, k in KODE_GOLONGAN.items()})

_PNS = re.compile(r"(?<![A-Z0-9])(IV|I{1,3}|[1-4])\s*[/.,\-\\]?\s*\(?([A-E])(?![A-Z0-9])")
_KATA_GOLONGAN = re.compile(r"\bGOL(?:ONGAN)?\b\.?|\bRUANG\b|\bPPPK\b")
_SELAIN_HURUF = re.compile(r"[^A-Z]+")


class GolonganTidakSah(GalatAturan):
    """Teks golongan tidak dapat dibaca dengan pasti."""

    def __init__(self, teks: str) -> None:
        super().__init__(
            f"Golongan '{teks}' tidak dikenal. Tulis I/a sampai IV/e (PNS) atau I sampai XVII (PPPK)."
        )


def _huruf(teks: str) -> str:
    teks = re.sub(r"\bTK\b\.?", "TINGKAT", teks.upper())
    return _SELAIN_HURUF.sub(" ", teks).strip()


_NAMA_PANGKAT = {_huruf(nama): g for g, nama in PANGKAT.items()}


def normal_golongan(teks: str) -> str:
    """Golongan baku: `IIIa`, `III A`, `iii.a`, `Penata Muda (III/a)` -> `III/a`; `ix`, `9` -> `IX`.

    Nama pangkat yang menyertai harus cocok dengan golongannya. Galat: `GolonganTidakSah`; tidak menebak.
    """
    bersih = _KATA_GOLONGAN.sub(" ", str(teks).upper()).strip(" .:-/")
    temu = list(_PNS.finditer(bersih))
    if len(temu) == 1:
        m = temu[0]
        induk = {"1": "I", "2": "II", "3": "III", "4": "IV"}.get(m[1], m[1])
        golongan = f"{induk}/{m[2].lower()}"
        sisa = _huruf(bersih[: m.start()] + " " + bersih[m.end() :])
        if golongan in PANGKAT and (not sisa or _NAMA_PANGKAT.get(sisa) == golongan):
            return golongan
        raise GolonganTidakSah(teks)
    if bersih in KODE_PPPK:
        return bersih
    # panjangnya dulu: Python menolak mengubah teks ribuan angka
    if bersih.isascii() and bersih.isdigit() and len(bersih) <= 2 and 1 <= int(bersih) <= len(_ROMAWI_PPPK):
        return _ROMAWI_PPPK[int(bersih) - 1]
    raise GolonganTidakSah(teks)


def dari_siasn(siasn_id: str) -> tuple[str, str]:
    """Id golonganPns SIASN -> (golongan, pangkat), mis. '31' -> ('III/a', 'Penata Muda')."""
    teks = str(siasn_id).strip()
    angka = teks.isascii() and teks.isdigit() and len(teks) <= 3
    golongan = GOLONGAN_KODE.get(int(teks)) if angka else None
    if golongan is None or golongan not in PANGKAT:
        raise GolonganTidakSah(teks)
    return golongan, PANGKAT[golongan]


def jenis_golongan(golongan: str) -> str:
    """Nama jenis ASN, 'PNS' atau 'PPPK', dari golongan baku."""
    return "PNS" if golongan in KODE_PNS else "PPPK"
