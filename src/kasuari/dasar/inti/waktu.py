"""Satu-satunya jam. Uji, demo, dan pekerjaan latar memindahkannya; tidak ada yang mengambil waktu sendiri."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

WIT = ZoneInfo("Asia/Jayapura")
_dipindah: ContextVar[datetime | None] = ContextVar("jam_dipindah", default=None)


def sekarang() -> datetime:
    """Saat ini dalam UTC, atau saat yang dipasang oleh `pada_saat`."""
    return _dipindah.get() or datetime.now(UTC)


def hari_ini() -> date:
    """Hari WIT dari `sekarang()`: hari hukum di Sorong."""
    return hari(sekarang())


def hari(saat: datetime) -> date:
    return saat.astimezone(WIT).date()


def awal_hari(tanggal: date) -> datetime:
    """Pukul 00.00 WIT tanggal itu, sebagai saat UTC."""
    return datetime(tanggal.year, tanggal.month, tanggal.day, tzinfo=WIT).astimezone(UTC)


def sesudah(sebelum: datetime | None) -> datetime:
    """Saat catat berikutnya: tidak pernah sama dengan atau sebelum catatan yang digantikannya."""
    kini = sekarang()
    return kini if sebelum is None else max(kini, sebelum + timedelta(microseconds=1))


@contextmanager
def pada_saat(saat: datetime | date) -> Iterator[None]:
    """Memindahkan jam untuk isi blok. Tanggal berarti pukul 09.00 WIT hari itu."""
    if not isinstance(saat, datetime):
        saat = awal_hari(saat) + timedelta(hours=9)
    tanda = _dipindah.set(saat.astimezone(UTC))
    try:
        yield
    finally:
        _dipindah.reset(tanda)
