"""Jadwal: kunci = (nama, putaran), jadi sepuluh penjadwal menaruh satu pekerjaan, dan hari terlewat menyusul urut."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.antrean import PEKERJA, antre
from kasuari.dasar.jejak.models import Kerja

JADWAL: dict[str, tuple[timedelta, int]] = {}
_NOL = datetime(2026, 1, 1, 15, tzinfo=UTC)  # 00.00 WIT: putaran harian berganti tengah malam WIT


def tiap(*, menit: int, susul: int = 1) -> Callable[[Callable[[Kerja], None]], Callable[[Kerja], None]]:
    """Menjadwalkan pekerjaan yang sudah didaftarkan. `susul`: berapa putaran terlewat yang tetap dikerjakan."""

    def pasang(fungsi: Callable[[Kerja], None]) -> Callable[[Kerja], None]:
        nama = next(n for n, p in PEKERJA.items() if p.fungsi is fungsi)
        JADWAL[nama] = (timedelta(minutes=menit), susul)
        return fungsi

    return pasang


def tik() -> None:
    """Menaruh pekerjaan terjadwal yang sudah waktunya; `rujukan` = saat putarannya (ISO)."""
    kini = sekarang()
    for nama, (jeda, susul) in JADWAL.items():
        putaran = (kini - _NOL) // jeda
        for p in range(max(0, putaran - susul + 1), putaran + 1):
            saat = _NOL + p * jeda
            antre(nama, saat.isoformat(), uuid_dari("jadwal", nama, saat.isoformat()), kini)
