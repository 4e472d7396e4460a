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
from .hari import awal_bulan, bulan_penuh
from .masukan import Kolom, bilangan, ke_hari, pilihan, tanggal
from .rumus import Pembaca, Susunan, rumus

JENJANG = (
    *("jpt", "administrator", "pengawas", "pelaksana"),
    *("ahli_utama", "ahli_madya", "ahli_muda", "ahli_pertama", "keterampilan"),
)
USIA_WAJAR = (50, 75)  # batas kewarasan masukan batas usia pensiun, bukan aturan
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


_JENJANG_LAMA = re.compile(r"(?<! ahli) (utama|madya|muda|pertama)$")


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


def bup_pos(nama: str, jenis: str, jenjang: str, buku: Buku) -> Bup | None:
    """BUP pemangku sebuah pos: jabatan manajerial dan pelaksana menurut jenisnya, fungsional menurut nama dan jenjangnya.

    `jenis` kode pos (jpt, administrator, pengawas, fungsional, pelaksana) atau kosong; `jenjang` boleh kosong.
    None bila jenjangnya tidak diketahui. Galat: `MasukanTidakSah` bila nama kosong.
    """
    if jenis and jenis != "fungsional":
        return bup_dikenal(jenis, buku)
    dikenal = bup_dikenal(nama, buku)
    return bup_dikenal(f"{nama} {jenjang}", buku) if dikenal is None and jenjang else dikenal


def bup_pasti(nama: str, buku: Buku, kolom: str = "jabatan") -> Bup:
    """BUP sebuah jabatan: daftar khusus lebih dulu (guru, peneliti, jaksa ...), lalu jenjangnya.

    Galat: `MasukanTidakSah` pada `kolom` bila nama kosong, atau bila jenjangnya tidak disebut dan tidak ada
    dalam daftar khusus: usianya bisa berbeda belasan tahun, maka tidak ditebak.
    """
    dikenal = bup_dikenal(nama, buku)
    if dikenal is None:
        raise tolak(kolom, f"jabatan '{nama}' tidak menyebut jenjang yang dikenal", _BUP_BOLEH)
    return dikenal


_BUP_BOLEH = (
    "JPT, Administrator, Pengawas, atau Pelaksana",
    "jabatan fungsional dengan jenjangnya: Guru Ahli Muda, Perawat Terampil",
    "nama dalam daftar khusus SIASN: Guru Besar / Profesor, Lektor, Jaksa Pratama",
)


def bup_dikenal(nama: str, buku: Buku) -> Bup | None:
    """BUP menurut daftar khusus lalu jenjang dalam nama; None bila keduanya tidak mengenalnya, jadi tidak ditebak.

    Galat: `MasukanTidakSah` bila nama kosong.
    """
    rapi = " ".join(nama.split())
    if not rapi:
        raise tolak("jabatan", "nama jabatan kosong", ["nama jabatan"])
    khusus = buku.versi("bup_jabatan_khusus")
    daftar, kecil = _kecil(khusus.nilai), rapi.lower()
    # nama lama tanpa kata 'ahli' (Guru Muda) adalah jabatan yang sama dengan Guru Ahli Muda
    usia = daftar.get(kecil, daftar.get(_JENJANG_LAMA.sub(r" ahli \1", kecil)))
    jenjang = jenjang_jabatan(rapi)
    if usia is not None:
        return Bup(usia, jenjang, khusus.dasar, khusus.keyakinan, khusus.berlaku)
    if jenjang is None:
        return None
    umum = buku.versi("bup_jenjang")
    return Bup(umum.nilai[jenjang], jenjang, umum.dasar, umum.yakin(jenjang), umum.berlaku)


def _kecil(tabel: Mapping[str, int]) -> Mapping[str, int]:
    return MappingProxyType({" ".join(nama.lower().split()): usia for nama, usia in tabel.items()})


@rumus(satuan="tanggal", berlaku="2017-04-07", dasar="PP 11/2017 Pasal 239-240")
def tmt_pensiun(birth: Kolom, bup: Kolom, *, p: Pembaca) -> Kolom:
    """TMT pensiun: tanggal 1 bulan sesudah mencapai batas usia."""
    return awal_bulan(birth, bup * 12 + 1)


@rumus(satuan="tanggal", berlaku="2017-04-07", dasar="PP 11/2017 Pasal 350", keyakinan="ingatan")
def mulai_mpp(tmt_pensiun: Kolom, *, p: Pembaca) -> Kolom:
    """Paling awal mulai masa persiapan pensiun."""
    return awal_bulan(tmt_pensiun, -p.nilai("pensiun_mpp_bulan"))


@rumus(satuan="tahun", berlaku="2017-04-07", dasar="PP 11/2017 Pasal 354-355")
def bup_berlaku(jenjang: Kolom, bup_lama: Kolom, birth: Kolom, *, p: Pembaca) -> Kolom:
    """Batas usia pensiun bagi pemangku saat PP 11/2017 mulai berlaku.

    Batas usia lama tetap bila lahir sebelum tanggal peralihannya; selainnya batas usia jenjang sekarang.
    """
    umum, peralihan = p.buku.tabel("bup_jenjang"), p.buku.tabel("bup_peralihan")
    hasil = np.array([0, *(int(umum[j]) for j in JENJANG)], dtype=np.int64)[jenjang]
    for nomor, nama in enumerate(JENJANG, 1):
        if (jenjang == nomor).any():
            p.catat("bup_jenjang", nama)
    for sel, batas in peralihan.items():
        nama, lama = sel.rsplit(".", 1)
        kena = (jenjang == JENJANG.index(nama) + 1) & (bup_lama == int(lama))
        if kena.any():
            p.catat("bup_peralihan", sel)
            hasil[kena & (birth < ke_hari(batas))] = int(lama)
    return hasil


@rumus(satuan="masa kerja", berlaku="1977-01-01", dasar="PP 7/1977; hitungan kalender")
def masa_kerja(mulai: Kolom, sampai: Kolom, *, p: Pembaca) -> Kolom:
    """Masa kerja dari tanggal sampai tanggal, bulan penuh saja."""
    salah = np.flatnonzero(sampai < mulai)
    if len(salah):
        raise tolak(
            "sampai", "tanggal akhir mendahului tanggal awal", ["sesudah tanggal awal"], int(salah[0])
        )
    return bulan_penuh(mulai, sampai)


SUSUNAN = Susunan(
    "pensiun",
    {
        "birth": tanggal("birth"),
        "bup": bilangan("bup", *USIA_WAJAR),
        "bup_lama": bilangan("bup_lama", *USIA_WAJAR),
        "jenjang": pilihan("jenjang", {nama: i for i, nama in enumerate(JENJANG, 1)}, wajib=True),
        "mulai": tanggal("mulai"),
        "sampai": tanggal("sampai"),
    },
    (tmt_pensiun, mulai_mpp, bup_berlaku, masa_kerja),
)
