"""Uji sebuah berkas: baca, pilih lembar, tata, periksa. Murni; dipakai baris perintah dan layar."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .baca import Sel, Tabel, baca
from .galat import BerkasTidakTerbaca, PemetaanSalah
from .hasil import Alasan, Hasil, LembarLain
from .subjek import Konteks, Subjek, ambil
from .tata import Tersusun, susun

Perbaikan = Mapping[str, Mapping[str, str]]


def uji(
    jalur: Path,
    subjek: str,
    konteks: Konteks,
    pemetaan: Mapping[str, Any] | None = None,
    perbaikan: Perbaikan | None = None,
) -> Hasil:
    """Periksa berkas untuk sebuah subjek tanpa menulis apa pun.

    `perbaikan`: {"nomor baris": {"nama kolom": "isi baru"}}, mengalahkan isi berkas.
    Galat: `BerkasTidakTerbaca` (berkas, subjek, atau tidak ada baris data), `PemetaanSalah`.
    """
    s = ambil(subjek)
    tersusun, lain = _pilih_lembar(baca(jalur), s, pemetaan)
    if not tersusun.baris:
        raise BerkasTidakTerbaca(
            f"Berkas '{jalur.name}' tidak memuat baris data di bawah kepala kolom. Unggah berkas yang berisi."
        )
    _perbaiki(tersusun, perbaikan or {})
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
        lembar_lain=lain,
    )


def _pilih_lembar(
    tabel: list[Tabel], subjek: Subjek, pemetaan: Mapping[str, Any] | None
) -> tuple[Tersusun, list[LembarLain]]:
    """Lembar yang diminta atau yang paling cocok, dan lembar lain yang juga tampak memuat data subjek ini."""
    tersusun = {t.lembar: susun(t, subjek.kolom) for t in tabel} if len(tabel) > 1 else {}
    diminta = (pemetaan or {}).get("lembar")
    if diminta is not None and len(tabel) > 1:
        terbaik = next((t for t in tabel if t.lembar == diminta), None)
        if terbaik is None:
            raise PemetaanSalah(f"Pemetaan menyebut lembar '{diminta}', yang tidak ada di berkas ini.")
    else:
        terbaik = max(tabel, key=lambda t: tersusun[t.lembar].nilai) if tersusun else tabel[0]
    lain = [
        LembarLain(nama, len(t.baris))
        for nama, t in tersusun.items()
        if nama != terbaik.lembar and t.baris and t.nilai > 0
    ]
    return susun(terbaik, subjek.kolom, pemetaan), lain


def _perbaiki(tersusun: Tersusun, perbaikan: Perbaikan) -> None:
    """Pasang isi yang dibetulkan orang. Ia mengetik, maka selnya teks: presisi angka tidak lagi diragukan."""
    letak = {nama: k for k, nama in enumerate(tersusun.nama_kolom)}
    for baris in tersusun.baris:
        for nama, isi in perbaikan.get(str(baris.nomor), {}).items():
            if nama in letak:
                baris.sel[letak[nama]] = Sel(isi)


def _kendali(tersusun: Tersusun) -> list[Alasan]:
    label = tersusun.label
    return [
        Alasan(baris, "KARAKTER_KENDALI", label[k] if k < len(label) else "")
        for baris, k in tersusun.tabel.kendali
        if baris > max(tersusun.baris_kepala)
    ]
