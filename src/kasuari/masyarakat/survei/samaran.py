"""Menyamarkan tulisan bebas: deret angka (NIK, NIP, telepon), alamat surat elektronik, dan nama pejabat unitnya.

Angka dan alamat disamarkan sebelum tersimpan, jadi tidak pernah ada di basis data. Nama disamarkan saat ditampilkan,
sebab susunan pejabat berubah. Salah samar lebih baik daripada salah buka.
"""

import re
import unicodedata
from collections.abc import Iterable

HITAM = "•••"
# Delapan angka atau lebih walau disela, atau enam angka rapat: rupiah dan tanggal yang lazim lebih pendek dari itu.
_ANGKA = re.compile(r"(?<!\w)[+(]?(?:[0-9][\s.\-–—_/()\u00a0]{0,2}){7,}[0-9](?!\w)|[0-9]{6,}")
# Huruf o dan l yang menggantikan angka; yang angkanya kurang dari enam bukan nomor.
_HURUF_ANGKA = re.compile(r"(?<!\w)(?:[0-9oOlI][.\- ]{0,2}){8,}(?!\w)")
_SUREL = re.compile(r"[\w.+-]+\s*(?:@|\(at\)|\[at\])\s*[\w-]+(?:\s*\.\s*[\w-]+)+", re.IGNORECASE)
_TAUTAN = re.compile(r"(?:https?://|www\.)\S+|(?<!\w)@\w{3,}", re.IGNORECASE)
_TAK_TAMPAK = {"Cf", "Cc", "Co", "Cs"}
_GELAR = {"dr", "drg", "drs", "dra", "ir", "prof", "haji", "hajah"}


def bersihkan(teks: str) -> str:
    """Tulisan rapi: angka dari aksara lain menjadi biasa, tanda arah dan huruf tak tampak dibuang, baris baru tetap."""
    biasa = unicodedata.normalize("NFKC", teks)
    return "".join(
        " " if h in "\t\r" else h
        for h in biasa
        if h in "\n\t\r\u200d" or unicodedata.category(h) not in _TAK_TAMPAK
    ).strip()


def samarkan(teks: str) -> str:
    """Tanpa NIK, NIP, nomor telepon, nomor rekening, alamat surat elektronik, dan tautan akun."""
    angka = "".join(
        str(unicodedata.digit(h)) if unicodedata.category(h) == "Nd" else h for h in bersihkan(teks)
    )
    for pola in (_SUREL, _TAUTAN, _ANGKA):
        angka = pola.sub(HITAM, angka)
    return _HURUF_ANGKA.sub(lambda m: HITAM if sum(h.isdigit() for h in m[0]) >= 6 else m[0], angka)


def samarkan_nama(teks: str, nama: Iterable[str]) -> str:
    """Tiap kata nama pejabat (tiga huruf atau lebih, bukan gelar) diganti tanda hitam."""
    kata = {k for n in nama for k in re.findall(r"\w{3,}", n.split(",")[0]) if k.casefold() not in _GELAR}
    if not kata:
        return teks
    pola = "|".join(sorted(map(re.escape, kata), key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{pola})(?!\w)", HITAM, teks, flags=re.IGNORECASE)
