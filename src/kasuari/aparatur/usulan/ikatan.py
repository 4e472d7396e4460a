"""Ikatan dinas sesudah tugas belajar, dibaca dari kedudukan di register dan keputusan yang menulisnya."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from kasuari.aparatur.usulan import efek
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import selisih_bulan, tambah_bulan

BELAJAR = "03"  # kedudukan hukum: referensi SIASN


class Ikatan(NamedTuple):
    """`bulan` ikatan dinas yang dijalani dari `mulai` sampai sebelum `sampai`."""

    bulan: int
    mulai: date
    sampai: date


def sejak_belajar(b: Bahan, hari: date) -> date:
    """Hari pertama tugas belajar yang masih berjalan sebelum `hari`, termasuk sebelum diperpanjang."""
    urut = sorted((f for f in b.semua("status") if f.mulai <= hari), key=lambda f: f.mulai)
    return urut[_awal(urut, len(urut) - 1)].mulai


def _awal(urut: Sequence[Any], n: int) -> int:
    """Letak status belajar paling awal yang bersambung sampai urutan ke-`n`."""
    while n > 0 and _belajar(urut[n - 1]):
        n -= 1
    return n


def terakhir(b: Bahan, buku: Buku) -> Ikatan | None:
    """Ikatan tugas belajar terakhir yang sudah selesai; None bila belum pernah. `b` memuat fakta status.

    Lamanya menurut keputusannya; yang keputusannya tidak ada di sini dihitung dari lamanya belajar dan parameter
    `usulan_tugas_belajar` (`ikatan_biaya`). Dasar: SE MenPANRB 28/2021.
    """
    urut = sorted(b.semua("status"), key=lambda f: f.mulai)
    akhir = next(
        (n for n in range(len(urut) - 1, 0, -1) if _belajar(urut[n - 1]) and not _belajar(urut[n])), None
    )
    if akhir is None:
        return None
    awal = _awal(urut, akhir - 1)
    kembali = urut[akhir].mulai
    bulan = _bulan_keputusan([f.surat for f in urut[awal:akhir] if f.surat])
    if not bulan:
        kali = int(buku.tabel("usulan_tugas_belajar")["ikatan_biaya"])
        bulan = kali * max(1, selisih_bulan(urut[awal].mulai, kembali))
    return Ikatan(bulan, kembali, tambah_bulan(kembali, bulan))


def _belajar(f: Any) -> bool:
    return not f.nihil and f.kedudukan == BELAJAR


def _bulan_keputusan(surat: list[Any]) -> int:
    """Ikatan terpanjang di antara keputusannya: perpanjangan menyebut jumlah seluruhnya."""
    usulan = Usulan.objects.filter(surat__in=surat)
    return max((int(efek.buka_sandi(u.hasil).get("ikatan_bulan", 0)) for u in usulan), default=0)
