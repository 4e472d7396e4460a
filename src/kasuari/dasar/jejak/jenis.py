"""Daftar jenis peristiwa: nama, kalimat Indonesia dan Inggris, dan kelas rahasia kolomnya."""

from typing import NamedTuple


class Jenis(NamedTuple):
    kode: str
    id: str
    en: str
    kelas: dict[str, str]
    baca: bool

    def kalimat(self, bahasa: str) -> str:
        """Kalimat tanpa subjek dalam bahasa itu ("id", "en", "en-us")."""
        return self.en if bahasa.startswith("en") else self.id


DAFTAR: dict[str, Jenis] = {}


def daftarkan(kode: str, id: str, en: str, *, kelas: dict[str, str] | None = None, baca: bool = False) -> str:
    """Menyatakan satu jenis peristiwa. Kalimat tanpa subjek: "mengubah nama unit". `baca` = melihat saja.

    `kelas` memetakan kolom isi ke kelas rahasia (identitas, upah, kesehatan, ...) yang disamarkan di layar.
    """
    if kode in DAFTAR:
        raise ValueError(f"Peristiwa '{kode}' didaftarkan dua kali.")
    DAFTAR[kode] = Jenis(kode, id, en, kelas or {}, baca)
    return kode
