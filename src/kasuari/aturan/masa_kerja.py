"""Masa kerja dalam bulan, dan cara orang menuliskannya: `17y7m` = 17 tahun 7 bulan.

Di dalam hitungan masa kerja selalu bilangan bulan, dan bulan kalender selalu tahun * 12 + bulan - 1.
"""

import re
from datetime import date, timedelta

from .galat import tolak

TAHUN_TERBANYAK = 60  # batas kewarasan masukan, jauh di atas masa kerja mana pun
BOLEH = ("17y7m", "tahun bulat 0 sampai 60")
_POLA = re.compile(r"\s*(\d{1,2})\s*(?:y|th|tahun|thn)\.?\s*(?:(\d{1,2})\s*(?:m|bl|bln|bulan)\.?)?\s*", re.I)


def urai(teks: object, kolom: str = "mkg") -> int:
    """`17y7m`, `17 tahun 7 bulan`, atau tahun bulat -> bulan. Galat: `MasukanTidakSah`."""
    if isinstance(teks, str) and teks.isascii() and teks.isdigit() and len(teks) <= 2:
        teks = int(teks)
    if isinstance(teks, int) and not isinstance(teks, bool) and 0 <= teks <= TAHUN_TERBANYAK:
        return teks * 12
    cocok = _POLA.fullmatch(teks) if isinstance(teks, str) else None
    tahun, bulan = (int(cocok[1]), int(cocok[2] or 0)) if cocok else (0, 0)
    if cocok is None or bulan > 11 or tahun * 12 + bulan > TAHUN_TERBANYAK * 12:
        raise tolak(kolom, f"masa kerja '{teks}' tidak terbaca", BOLEH)
    return tahun * 12 + bulan


def tulis(bulan: int) -> str:
    """Bulan -> `NyMm`."""
    return f"{bulan // 12}y{bulan % 12}m"


def indeks_bulan(hari: date) -> int:
    """Nomor bulan kalender, untuk berhitung dengan bulan."""
    return hari.year * 12 + hari.month - 1


def awal_bulan(indeks: int) -> date:
    """Tanggal 1 bulan bernomor itu."""
    return date(indeks // 12, indeks % 12 + 1, 1)


def selisih_bulan(mulai: date, sampai: date) -> int:
    """Bulan penuh dari `mulai` sampai `sampai`. Galat: `MasukanTidakSah` bila terbalik."""
    if sampai < mulai:
        raise tolak("end", "tanggal akhir mendahului tanggal awal", ["sesudah tanggal awal"])
    return indeks_bulan(sampai) - indeks_bulan(mulai) - (sampai.day < mulai.day)


def tambah_bulan(hari: date, bulan: int) -> date:
    """Tanggal yang sama sekian bulan kemudian; yang tidak ada menjadi hari terakhir bulannya."""
    n = indeks_bulan(hari) + bulan
    return min(awal_bulan(n) + timedelta(days=hari.day - 1), awal_bulan(n + 1) - timedelta(days=1))


def tambah_tahun(hari: date, tahun: int) -> date:
    """Tanggal yang sama sekian tahun kemudian; 29 Februari menjadi 28 pada tahun biasa."""
    try:
        return hari.replace(year=hari.year + tahun)
    except ValueError:
        return hari.replace(year=hari.year + tahun, day=28)
