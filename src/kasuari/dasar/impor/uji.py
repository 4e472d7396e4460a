"""Uji sebuah berkas: baca, pilih lembar, tata, periksa. Murni; dipakai baris perintah dan layar."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .baca import Tabel, baca
from .galat import BerkasTidakTerbaca, PemetaanSalah
from .hasil import Alasan, Hasil
from .subjek import Konteks, Subjek, ambil
from .tata import Tersusun, susun


def uji(jalur: Path, subjek: str, konteks: Konteks, pemetaan: Mapping[str, Any] | None = None) -> Hasil:
    """Periksa berkas untuk sebuah subjek tanpa menulis apa pun.

    Galat: `BerkasTidakTerbaca` (berkas, subjek, atau tidak ada baris data), `PemetaanSalah`.
    """
    s = ambil(subjek)
    tersusun = _pilih_lembar(baca(jalur), s, pemetaan)
    if not tersusun.baris:
        raise BerkasTidakTerbaca(
            f"Berkas '{jalur.name}' tidak memuat baris data di bawah kepala kolom. Unggah berkas yang berisi."
        )
    return Hasil(
        subjek=subjek,
        berkas=jalur.name,
        lembar=tersusun.tabel.lembar,
        baris_kepala=tersusun.baris_kepala,
        kolom=tersusun.kolom,
        baris=s.periksa(tersusun, konteks),
        diabaikan=tersusun.diabaikan,
        umum=_kendali(tersusun),
        pengodean=tersusun.tabel.pengodean,
        pemisah=tersusun.tabel.pemisah,
    )


def _pilih_lembar(tabel: list[Tabel], subjek: Subjek, pemetaan: Mapping[str, Any] | None) -> Tersusun:
    diminta = (pemetaan or {}).get("lembar")
    if diminta is not None and len(tabel) > 1:
        tabel = [t for t in tabel if t.lembar == diminta]
        if not tabel:
            raise PemetaanSalah(f"Pemetaan menyebut lembar '{diminta}', yang tidak ada di berkas ini.")
    if len(tabel) == 1:
        return susun(tabel[0], subjek.kolom, pemetaan)
    terbaik = max(tabel, key=lambda t: susun(t, subjek.kolom).nilai)
    return susun(terbaik, subjek.kolom, pemetaan)


def _kendali(tersusun: Tersusun) -> list[Alasan]:
    label = tersusun.label
    return [
        Alasan(baris, "KARAKTER_KENDALI", label[k] if k < len(label) else "")
        for baris, k in tersusun.tabel.kendali
        if baris > max(tersusun.baris_kepala)
    ]
