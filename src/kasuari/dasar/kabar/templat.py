"""Isi kabar: satu fakta, satu langkah berikut, dua bahasa. Tanpa NIK, gaji, kata kesehatan, atau tautan masuk."""

from typing import Any, NamedTuple


class Templat(NamedTuple):
    judul: str
    isi: str
    judul_en: str
    isi_en: str


DAFTAR: dict[str, Templat] = {}


def daftarkan(kode: str, judul: str, isi: str, judul_en: str, isi_en: str) -> str:
    """Menyatakan satu templat; `{nama}` diisi dari data."""
    if kode in DAFTAR:
        raise ValueError(f"Templat kabar '{kode}' didaftarkan dua kali.")
    DAFTAR[kode] = Templat(judul, isi, judul_en, isi_en)
    return kode


def susun(kode: str, data: dict[str, Any], bahasa: str = "id") -> tuple[str, str]:
    """(judul, isi) dalam satu bahasa."""
    t = DAFTAR[kode]
    # kata yang hanya dikirim dalam bahasa Indonesia (nama orang, kabar lama) dipakai apa adanya
    data = {**{f"{k}_en": v for k, v in data.items()}, **data}
    judul, isi = (t.judul_en, t.isi_en) if bahasa == "en" else (t.judul, t.isi)
    return judul.format(**data), isi.format(**data)
