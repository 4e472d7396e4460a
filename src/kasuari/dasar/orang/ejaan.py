"""Ejaan yang memaafkan: bunyi yang sering tertukar disamakan, lalu potongan tiga huruf dibandingkan."""

import re
import unicodedata

# Bunyi yang sering tertukar saat mengetik nama: Yosep/Yusuf, Wachid/Wahid, Moh./Muhammad, Dj/J, Tj/C, Oe/U.
_BUNYI = [(r"\b(moh|mohd|muh|mhd|md)\b\.?", "muhammad"), ("oe", "u"), ("dj", "j"), ("tj", "c"), ("ph", "f"), ("ch", "h"),
          ("kh", "h"), ("v", "f"), ("q", "k"), ("x", "ks"), ("y", "i"), (r"(.)\1+", r"\1")]  # fmt: skip


def sederhana(teks: str) -> str:
    """Nama tanpa tanda baca dan diakritik, huruf kecil, bunyi yang sering tertukar disamakan."""
    hasil = unicodedata.normalize("NFKD", teks.lower())
    hasil = "".join(c for c in hasil if not unicodedata.combining(c))
    hasil = re.sub(r"[^a-z0-9 ]+", "", hasil.replace("-", " ").replace(".", " "))
    for pola, ganti in _BUNYI:
        hasil = re.sub(pola, ganti, hasil)
    return " ".join(hasil.split())


def gram(teks: str) -> set[str]:
    """Potongan tiga huruf tiap kata dengan batas kata: 'ani' -> {' an', 'ani', 'ni '}."""
    hasil: set[str] = set()
    for kata in sederhana(teks).split():
        berbatas = f" {kata} "
        hasil.update(berbatas[i : i + 3] for i in range(len(berbatas) - 2))
    return hasil
