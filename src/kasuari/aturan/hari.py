"""Hitungan tanggal atas kolom hari (bilangan hari sejak 1 Januari 1970): bulan penuh dan awal bulan."""

import numpy as np

from .masukan import Kolom


def _bulan(hari: Kolom) -> Kolom:
    return hari.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def _hari(bulan: Kolom) -> Kolom:
    return bulan.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def tahun(hari: Kolom) -> Kolom:
    """Tahun kalender tiap tanggal."""
    return _bulan(hari) // 12 + 1970


def bulan_ke(hari: Kolom) -> Kolom:
    """Bulan kalender tiap tanggal, 1 sampai 12."""
    return _bulan(hari) % 12 + 1


def awal_bulan(hari: Kolom, bulan: Kolom | int = 0) -> Kolom:
    """Tanggal 1 pada bulan tiap tanggal ditambah `bulan`."""
    return _hari(_bulan(hari) + bulan)


def tanggal_di(tahun: Kolom, bulan: int, hari: int) -> Kolom:
    """Tanggal `hari` bulan `bulan` pada tiap tahun."""
    return _hari((tahun - 1970) * 12 + bulan - 1) + hari - 1


def tambah_bulan(hari: Kolom, bulan: Kolom | int) -> Kolom:
    """Tanggal yang sama sekian bulan kemudian; yang tidak ada menjadi hari terakhir bulannya."""
    asal = _bulan(hari)
    awal = _hari(asal + bulan)
    terakhir = _hari(asal + bulan + 1) - 1
    return np.minimum(awal + (hari - _hari(asal)), terakhir)


def bulan_penuh(mulai: Kolom, sampai: Kolom) -> Kolom:
    """Bulan penuh dari `mulai` sampai `sampai`; negatif bila terbalik."""
    selisih = _bulan(sampai) - _bulan(mulai)
    return selisih - ((sampai - _hari(_bulan(sampai))) < (mulai - _hari(_bulan(mulai))))
