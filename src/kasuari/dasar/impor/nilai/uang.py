"""Rupiah bulat dari tulisan kantor: `Rp4.257.700,00`, `Rp. 2.434.600,-`, `3,879,500`, `4256600`."""

import re

from ..baca.tabel import Sel
from .bersih import Bersih, gagal, kosong, rapikan

_RP = re.compile(r"^(?:rp|idr)\s*\.?\s*|\s*(?:rupiah|,-+|,=|\.-+)$", re.I)
_INDONESIA = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,(\d{1,2}))?")
_INGGRIS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.(\d{1,2}))?")
_POLOS = re.compile(r"\d+(?:[.,](\d{1,2}))?")


def bersihkan_uang(sel: Sel, kode: str = "UANG_TIDAK_SAH") -> Bersih:
    """`nilai` = rupiah bulat, None bila kosong. Pecahan rupiah selain nol tidak diterima."""
    teks = rapikan(sel.teks)
    while (lepas := _RP.sub("", teks).strip()) != teks:
        teks = lepas
    if kosong(teks):
        return Bersih()
    teks = teks.replace(" ", "")
    for pola in (_INDONESIA, _INGGRIS, _POLOS):
        if cocok := pola.fullmatch(teks):
            if cocok[1] and int(cocok[1]):
                return gagal(kode)
            utuh = teks[: cocok.start(1) - 1] if cocok[1] else teks
            return Bersih(int(re.sub(r"\D", "", utuh)))
    return gagal(kode)
