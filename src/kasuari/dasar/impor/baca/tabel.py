"""Bentuk netral sebuah lembar: baris bernomor fisik, sel berupa teks dengan jenis asalnya."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

TEKS, ANGKA, TANGGAL, LAIN = "teks", "angka", "tanggal", "lain"

_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")


class Sel(NamedTuple):
    """Isi satu sel. `teks` tidak pernah None; sel kosong berteks ''. `jenis` = jenis di berkas asal.

    Angka ditulis tanpa eksponen bila bulat, sehingga NIP yang tersimpan sebagai angka terlihat 18 angka;
    `jenis` yang memberi tahu bahwa tiga angka terakhirnya tidak dapat dipercaya.
    """

    teks: str
    jenis: str = TEKS


KOSONG = Sel("")


@dataclass
class Tabel:
    """Satu lembar. `nomor[i]` = nomor baris fisik (mulai 1) dari `isi[i]`; semua baris sama lebarnya.

    `lebar_asli[i]` = banyak sel yang sungguh tertulis (csv yang barisnya terpotong). `gabung` = sel gabungan
    (baris, kolom, baris, kolom) dalam indeks mulai 0, keduanya inklusif. `kendali` = (baris, kolom) sel yang
    karakter kendalinya dibuang.
    """

    lembar: str
    nomor: list[int]
    isi: list[list[Sel]]
    lebar_asli: list[int]
    gabung: list[tuple[int, int, int, int]] = field(default_factory=list)
    kendali: list[tuple[int, int]] = field(default_factory=list)
    pengodean: str | None = None
    pemisah: str | None = None
    geser_1904: bool = False  # nomor seri tanggal dihitung dari 1904, bukan 1900

    @property
    def lebar(self) -> int:
        return len(self.isi[0]) if self.isi else 0

    @classmethod
    def dari_baris(cls, lembar: str, baris: Iterable[tuple[int, Sequence[object]]]) -> "Tabel":
        """Susun dari (nomor fisik, nilai mentah) dan ratakan lebarnya."""
        tabel = cls(lembar, [], [], [])
        for nomor, nilai in baris:
            sel = [_sel(n) for n in nilai]
            for k, s in enumerate(sel):
                if s.teks and _KENDALI.search(s.teks):
                    tabel.kendali.append((nomor, k))
                    sel[k] = Sel(_KENDALI.sub("", s.teks), s.jenis)
            tabel.nomor.append(nomor)
            tabel.isi.append(sel)
            tabel.lebar_asli.append(len(sel))
        lebar = max(tabel.lebar_asli, default=0)
        for sel in tabel.isi:
            sel.extend([KOSONG] * (lebar - len(sel)))
        return tabel


def _sel(nilai: object) -> Sel:
    if nilai is None or nilai == "":
        return KOSONG
    if isinstance(nilai, str):
        return Sel(nilai)
    if isinstance(nilai, bool):
        return Sel("TRUE" if nilai else "FALSE", LAIN)
    if isinstance(nilai, int | float):
        return Sel(_angka(nilai), ANGKA)
    if isinstance(nilai, datetime):
        return Sel(nilai.isoformat(sep=" "), TANGGAL)
    if isinstance(nilai, date):
        return Sel(nilai.isoformat(), TANGGAL)
    if isinstance(nilai, time | timedelta):
        return Sel(str(nilai), LAIN)
    return Sel(str(nilai), LAIN)


def _angka(nilai: int | float) -> str:
    if isinstance(nilai, float) and nilai.is_integer() and abs(nilai) < 1e21:
        # repr float memuat paling banyak 17 angka bermakna; sisanya 0, seperti yang dilihat orang di Excel
        return f"{int(repr_bulat(nilai))}"
    return repr(nilai)


def repr_bulat(nilai: float) -> int:
    """Bilangan bulat dari angka bermakna float saja: 1.97710282009122e+17 -> 197710282009122000."""
    dasar, _, pangkat = repr(nilai).partition("e")
    if not pangkat:
        return int(nilai)
    utuh, _, pecah = dasar.partition(".")
    return int(utuh + pecah) * 10 ** (int(pangkat) - len(pecah))
