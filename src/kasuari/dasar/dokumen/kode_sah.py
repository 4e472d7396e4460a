"""Kode verifikasi surat yang dapat dibaca lewat telepon: 'K7M4-Q2TX-9', tanpa 0 O 1 I L, huruf akhir pemeriksa."""

import re

from kasuari.dasar.akun.kode import ABJAD, acak

_PANJANG = 8


def pemeriksa(isi: str) -> str:
    """Jumlah berbobot modulo banyak huruf: satu huruf salah atau dua huruf tertukar selalu ketahuan."""
    jumlah = sum((i + 1) * ABJAD.index(h) for i, h in enumerate(isi))
    return ABJAD[jumlah % len(ABJAD)]


def baru() -> str:
    isi = acak(2)
    return f"{isi}-{pemeriksa(isi.replace('-', ''))}"


def rapikan(tulisan: str) -> str | None:
    """Kode baku dari ketikan orang (spasi, huruf kecil, tanpa tanda hubung), atau None bila salah ketik."""
    isi = re.sub(r"[^A-Z0-9]", "", tulisan.upper())
    if len(isi) != _PANJANG + 1 or any(h not in ABJAD for h in isi) or pemeriksa(isi[:-1]) != isi[-1]:
        return None
    return f"{isi[:4]}-{isi[4:8]}-{isi[8]}"
