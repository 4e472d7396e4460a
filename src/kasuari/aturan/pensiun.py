"""Batas usia pensiun menurut jabatan dan TMT pensiun.

TMT pensiun = tanggal 1 bulan sesudah bulan lahir pada tahun usia mencapai BUP. Dasar: PP 11/2017 Pasal
239-240; UU 20/2023 Pasal 55; referensi SIASN jabatanFungsional (usiaBup).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import numpy as np

from .buku import Buku
from .galat import tolak
from .masukan import Kolom, awal_bulan_kemudian, bilangan, tanggal
from .rumus import Pembaca, Susunan, rumus

JENJANG = (
    *("jpt", "administrator", "pengawas", "pelaksana"),
    *("ahli_utama", "ahli_madya", "ahli_muda", "ahli_pertama", "keterampilan"),
)
_POLA_JENJANG: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (jenjang, re.compile(pola))
    for jenjang, pola in (
        ("jpt", r"^(jpt\b|(pejabat |jabatan )?pimpinan tinggi\b)"),
        ("ahli_utama", r"\bahli utama\b"),
        ("ahli_madya", r"\bahli madya\b"),
        ("ahli_muda", r"\bahli muda\b"),
        ("ahli_pertama", r"\bahli pertama\b"),
        ("keterampilan", r"\b(keterampilan|pemula|terampil|mahir|penyelia)\b"),
        ("administrator", r"^(pejabat |jabatan )?administrator$"),
        ("pengawas", r"^(pejabat |jabatan )?pengawas$"),
        ("pelaksana", r"^(pejabat |jabatan )?pelaksana$"),
        # nama jabatan fungsional lama menaruh jenjang di kata terakhir: Pranata Komputer Madya
        ("ahli_utama", r" utama$"),
        ("ahli_madya", r" madya$"),
        ("ahli_muda", r" muda$"),
        ("ahli_pertama", r" pertama$"),
        ("keterampilan", r" pelaksana( lanjutan| pemula)?$"),
    )
)


@dataclass(frozen=True, slots=True)
class Bup:
    """Batas usia pensiun (tahun) dan dari mana datangnya."""

    usia: int
    jenjang: str | None
    dasar: str
    keyakinan: str
    berlaku: date


def jenjang_jabatan(nama: str) -> str | None:
    """Jenjang dari nama jabatan ('JF Ahli Madya', 'Pengawas'), atau None bila namanya tidak menyebutnya."""
    rapi = " ".join(nama.lower().split())
    return next((jenjang for jenjang, pola in _POLA_JENJANG if pola.search(rapi)), None)


def bup_jabatan(nama: str, buku: Buku) -> Bup:
    """BUP sebuah jabatan: daftar khusus lebih dulu (guru, peneliti, jaksa ...), lalu jenjangnya.

    Jabatan fungsional tanpa jenjang yang dikenal mendapat BUP jenjang terendah menurut referensi SIASN
    ('others'). Galat: `MasukanTidakSah` bila nama kosong.
    """
    rapi = " ".join(nama.split())
    if not rapi:
        raise tolak("jabatan", "nama jabatan kosong", ["nama jabatan"])
    khusus = buku.versi("bup_jabatan_khusus")
    usia = _kecil(khusus.nilai).get(rapi.lower())
    jenjang = jenjang_jabatan(rapi)
    if usia is not None:
        return Bup(usia, jenjang, khusus.dasar, khusus.keyakinan, khusus.berlaku)
    umum = buku.versi("bup_jenjang")
    kunci = jenjang or "keterampilan"
    return Bup(umum.nilai[kunci], jenjang, umum.dasar, umum.yakin(kunci), umum.berlaku)


def bup_peralihan(jenjang: str, bup_lama: int, lahir: date, buku: Buku) -> int:
    """BUP bagi pemangku saat PP 11/2017 mulai berlaku: yang lama tetap bila lahir sebelum batasnya."""
    jenjang_baku = jenjang if jenjang in JENJANG else jenjang_jabatan(jenjang)
    if jenjang_baku is None:
        raise tolak("jf", f"jenjang '{jenjang}' tidak dikenal", JENJANG)
    batas = buku.tabel("bup_peralihan").get(f"{jenjang_baku}.{bup_lama}")
    if batas is not None and lahir < batas:
        return bup_lama
    return int(buku.tabel("bup_jenjang")[jenjang_baku])


def _kecil(tabel: Mapping[str, int]) -> Mapping[str, int]:
    return MappingProxyType({" ".join(nama.lower().split()): usia for nama, usia in tabel.items()})


@rumus(satuan="tanggal", berlaku="2017-04-07", dasar="PP 11/2017 Pasal 239-240")
def tmt_pensiun(birth: Kolom, bup: Kolom, *, p: Pembaca) -> Kolom:
    """TMT pensiun: tanggal 1 bulan sesudah mencapai batas usia."""
    return awal_bulan_kemudian(birth, bup * 12 + 1)


@rumus(satuan="tanggal", berlaku="2017-04-07", dasar="PP 11/2017 Pasal 350", keyakinan="ingatan")
def mulai_mpp(tmt_pensiun: Kolom, *, p: Pembaca) -> Kolom:
    """Paling awal mulai masa persiapan pensiun."""
    return awal_bulan_kemudian(tmt_pensiun, np.full_like(tmt_pensiun, -p.nilai("pensiun_mpp_bulan")))


SUSUNAN = Susunan(
    "pensiun",
    {"birth": tanggal("birth"), "bup": bilangan("bup", 50, 75)},
    (tmt_pensiun, mulai_mpp),
)
