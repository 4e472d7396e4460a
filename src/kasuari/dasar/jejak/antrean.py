"""Antrean kerja: barisnya ada di basis data kita, dan hanya inilah cara ruang bawah menyebabkan sesuatu di atas."""

import logging
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import F, Q

from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.models import Kerja

catatan = logging.getLogger("kasuari.kerja")
JEDA = [
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
]
SEWA = timedelta(minutes=5)


class Pekerja(NamedTuple):
    """`transaksi`: klaim, efek, dan selesai dalam satu transaksi. Selain itu disewa (PDF, surat, hitungan panjang)."""

    fungsi: Callable[[Kerja], None]
    transaksi: bool


PEKERJA: dict[str, Pekerja] = {}
PENDENGAR: dict[str, list[str]] = {}


def pekerjaan(
    jenis: str, *, transaksi: bool = True
) -> Callable[[Callable[[Kerja], None]], Callable[[Kerja], None]]:
    """Mendaftarkan fungsi bagi satu jenis pekerjaan; argumennya baris `Kerja` (pakai `rujukan`)."""

    def pasang(fungsi: Callable[[Kerja], None]) -> Callable[[Kerja], None]:
        PEKERJA[jenis] = Pekerja(fungsi, transaksi)
        return fungsi

    return pasang


def dengar(peristiwa: str, jenis_kerja: str, fungsi: Callable[[Kerja], None]) -> None:
    """Reaksi ke atas: tiap peristiwa jenis ini menjadi satu pekerjaan, `rujukan` = UUID peristiwanya."""
    PEKERJA[jenis_kerja] = Pekerja(fungsi, True)
    PENDENGAR.setdefault(peristiwa, []).append(jenis_kerja)


def antre(jenis: str, rujukan: str, kunci: uuid.UUID, pada: datetime | None = None) -> None:
    """Menaruh satu pekerjaan; kunci yang sama hanya sekali, berapa pun yang memanggil."""
    pada = pada or sekarang()
    Kerja.objects.bulk_create(
        [Kerja(jenis=jenis, kunci=kunci, rujukan=rujukan, pada=pada, mulai_lagi=pada)], ignore_conflicts=True
    )


def ulangi(kunci: Iterable[uuid.UUID]) -> int:
    """Membuka lagi pekerjaan yang menyerah, tertunda, atau selesai. Sewa yang berjalan gugur: penyewanya tidak dapat
    menyatakannya selesai lagi."""
    return Kerja.objects.filter(kunci__in=list(kunci)).update(
        gagal=False,
        coba=0,
        galat="",
        selesai=None,
        sewa_sampai=None,
        sewa_nomor=F("sewa_nomor") + 1,
        mulai_lagi=sekarang(),
    )


def _siap(kini: datetime):  # type: ignore[no-untyped-def]
    qs = Kerja.objects.filter(
        Q(sewa_sampai=None) | Q(sewa_sampai__lt=kini), selesai=None, gagal=False, mulai_lagi__lte=kini
    )
    if connection.vendor == "postgresql":
        qs = qs.select_for_update(skip_locked=True)
    return qs.order_by("mulai_lagi", "id")


def jalankan_satu() -> bool:
    """Mengerjakan satu pekerjaan yang sudah waktunya; False bila tidak ada."""
    kini = sekarang()
    kerja = None
    try:
        with transaction.atomic():
            kerja = _siap(kini).filter(jenis__in=PEKERJA).first()
            if kerja is None:
                return False
            pekerja = PEKERJA[kerja.jenis]
            if pekerja.transaksi:
                pekerja.fungsi(kerja)
                Kerja.objects.filter(id=kerja.id).update(selesai=sekarang(), galat="")
                return True
            kerja.sewa_nomor += 1
            Kerja.objects.filter(id=kerja.id).update(sewa_nomor=kerja.sewa_nomor, sewa_sampai=kini + SEWA)
        pekerja.fungsi(kerja)
        with transaction.atomic():
            Kerja.objects.filter(id=kerja.id, sewa_nomor=kerja.sewa_nomor, selesai=None).update(
                selesai=sekarang(), sewa_sampai=None, galat=""
            )
    except Exception as galat:
        if kerja is None:
            raise
        _tunda(kerja, galat)
    return True


def _tunda(kerja: Kerja, galat: Exception) -> None:
    """Coba lagi nanti; sesudah jeda terakhir habis, `gagal` dan muncul di daftar administrator."""
    catatan.warning("kerja %s %s gagal: %s", kerja.jenis, kerja.id, type(galat).__name__, exc_info=galat)
    habis = kerja.coba >= len(JEDA)
    Kerja.objects.filter(id=kerja.id, selesai=None).update(
        coba=F("coba") + 1, galat=f"{type(galat).__name__}: {galat}"[:2000], sewa_sampai=None, gagal=habis,
        mulai_lagi=sekarang() + JEDA[min(kerja.coba, len(JEDA) - 1)],
    )  # fmt: skip


def jalankan_semua(batas: int = 10_000) -> int:
    """Menguras antrean sampai kosong (uji, demo, `kasuari kerja --sekali`); jumlah yang dikerjakan."""
    for n in range(batas):
        if not jalankan_satu():
            return n
    return batas


def maju(kerja: Kerja, kemajuan: int, jumlah: int | None = None) -> None:
    """Melaporkan kemajuan dan memperpanjang sewa."""
    Kerja.objects.filter(id=kerja.id).update(
        kemajuan=kemajuan, **({} if jumlah is None else {"jumlah": jumlah}), sewa_sampai=sekarang() + SEWA
    )
