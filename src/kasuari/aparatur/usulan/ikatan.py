"""Ikatan dinas sesudah tugas belajar, dibaca dari kedudukan di register dan keputusan yang menulisnya."""

from datetime import date
from typing import NamedTuple

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
    awal = akhir - 1
    while awal > 0 and _belajar(urut[awal - 1]):
        awal -= 1
    kembali = urut[akhir].mulai
    bulan = _bulan_keputusan([f.surat for f in urut[awal:akhir] if f.surat])
    if not bulan:
        kali = int(buku.tabel("usulan_tugas_belajar")["ikatan_biaya"])
        bulan = kali * max(1, selisih_bulan(urut[awal].mulai, kembali))
    return Ikatan(bulan, kembali, tambah_bulan(kembali, bulan))


def _belajar(f: object) -> bool:
    return not getattr(f, "nihil", False) and getattr(f, "kedudukan", "") == BELAJAR


def _bulan_keputusan(surat: list[object]) -> int:
    """Ikatan terpanjang di antara keputusannya: perpanjangan menyebut jumlah seluruhnya."""
    usulan = Usulan.objects.filter(surat__in=surat)
    return max((int(efek.buka_sandi(u.hasil).get("ikatan_bulan", 0)) for u in usulan), default=0)
