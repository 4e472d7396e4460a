"""Dua loket Disdukcapil di kota contoh: sepekan yang sudah dilayani, dan beberapa orang menunggu hari ini."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from random import Random

from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.pelaku import TAMU
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import WIT, pada_saat
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.masyarakat.antrean import pekerjaan, selectors, service

UNIT, HARI_LALU, SEHARI, MENUNGGU = "DUKCAPIL", 3, 6, 5


def isi(per: date, akun: Mapping[str, Akun], acak: Random) -> None:
    """Dipanggil sesudah akun dan layanan ada."""
    petugas = susun_pelaku(akun["petugas_dukcapil"])
    with pada_saat(per - timedelta(days=HARI_LALU)):
        for n in (1, 2):
            service.atur_loket(
                petugas, unit=organisasi.uid_unit(UNIT), nama=f"Loket {n}", buka=True, kunci=uuid_dari("contoh", "loket", n)
            )  # fmt: skip
    loket = list(selectors.loket_saya(petugas))
    for mundur in range(HARI_LALU, 0, -1):
        hari = per - timedelta(days=mundur)
        saat = datetime(hari.year, hari.month, hari.day, 8, 5, tzinfo=WIT)
        for n in range(SEHARI):
            with pada_saat(saat + timedelta(minutes=2 * n)):
                _ambil(hari, n, acak)
        for n in range(SEHARI + len(loket)):
            saat += timedelta(minutes=acak.randint(4, 9))
            with pada_saat(saat):
                service.panggil(
                    petugas, loket=loket[n % len(loket)].uid, kunci=uuid_dari("contoh", "panggil", hari, n)
                )
    with pada_saat(per):
        pekerjaan.tutup_kemarin()
        for n in range(MENUNGGU):
            _ambil(per, n, acak)


def _ambil(hari: date, n: int, acak: Random) -> None:
    service.ambil(
        TAMU, unit=UNIT, prioritas=acak.randrange(6) == 0, kunci=uuid_dari("contoh", "karcis", hari, n)
    )
