"""Kolom `Nama / NIP`: dua isian dalam satu sel dipecah menjadi dua kolom sebelum kepala dicari."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..baca.tabel import KOSONG, Sel, Tabel
from .kolom import Isian, cocokkan, indeks_padanan

BARIS_DICARI, YAKIN = 40, 95
_PISAH = re.compile(r"\s*(?:/|\n|&|\bdan\b|,)\s*", re.I)
_NIP = re.compile(r"(?:\bNI(?:P{1,2}K?|\s?PPPK)\b\s*[.:]*\s*)?(?:'?\d[\d .]{12,26}\d|-\s*$)", re.I)


def pecah_nama_nip(tabel: Tabel, isian: Sequence[Isian]) -> Tabel:
    """Tabel dengan kolom NIP tersendiri di ujung kanan; tabel yang sama bila tidak ada kolom gabungan."""
    kode = {i.kode: i for i in isian}
    if not {"nip", "nama"} <= set(kode):
        return tabel
    for r, baris in enumerate(tabel.isi[:BARIS_DICARI]):
        for k, sel in enumerate(baris):
            bagian = _bagian(sel.teks, isian, kode)
            if bagian:
                return _pecah(tabel, r, k, bagian)
    return tabel


def _bagian(teks: str, isian: Sequence[Isian], kode: dict[str, Isian]) -> tuple[str, str] | None:
    """(kepala nama, kepala NIP) bila kepala ini gabungan keduanya."""
    if len(teks) > 40:
        return None
    potong = [p for p in _PISAH.split(teks.strip()) if p]
    if len(potong) != 2 or _satu_isian(teks, isian):
        return None
    for nama, nip in (potong, potong[::-1]):
        if cocokkan(nama, kode["nama"]) >= YAKIN and cocokkan(nip, kode["nip"]) >= YAKIN:
            return nama, nip
    return None


def _satu_isian(teks: str, isian: Sequence[Isian]) -> bool:
    temu = indeks_padanan(tuple(isian)).cari(teks)
    return temu is not None and temu[1] >= YAKIN


def _pecah(tabel: Tabel, kepala: int, kolom: int, judul: tuple[str, str]) -> Tabel:
    isi = []
    for r, baris in enumerate(tabel.isi):
        sel = baris[kolom]
        nama, nip = (sel, KOSONG) if r < kepala else (Sel(judul[0]), Sel(judul[1]))
        if r > kepala:
            nama, nip = _dua_isi(sel)
        isi.append([*baris[:kolom], nama, *baris[kolom + 1 :], nip])
    return replace(tabel, isi=isi, lebar_asli=[n + 1 for n in tabel.lebar_asli])


def _dua_isi(sel: Sel) -> tuple[Sel, Sel]:
    cocok = _NIP.search(sel.teks)
    if cocok is None:
        return sel, KOSONG
    nama = (sel.teks[: cocok.start()] + " " + sel.teks[cocok.end() :]).strip(" \n/,-")
    return Sel(nama, sel.jenis), Sel(cocok[0].strip(), sel.jenis)
