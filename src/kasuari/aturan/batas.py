"""Ketentuan daerah diuji terhadap pembacanya sebelum dipakai: rentang kewajaran tiap nilai, lalu rumus pembacanya.

Rentang menjaga kewajaran ketikan, bukan aturan: milik parameternya sendiri (`batas` di berkasnya) atau menurut
satuannya (`RENTANG`). Pembaca (`PEMBACA`) menolak tabel yang tidak dapat dihitungnya.

Sumber: keputusan rancangan; nilai yang dijaganya membawa dasar hukumnya sendiri.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from . import register
from .buku import Buku, Nilai, Parameter
from .galat import ParameterRusak
from .nomor_surat import SATUAN_POLA, periksa_pola
from .tenggat.aturan import LAMA_TERBANYAK, SATUAN_PARAMETER, cara_tenggat
from .tenggat.jam import jam_kantor
from .tenggat.kalender import NAMA_HARI, PEKAN

Rentang = tuple[int, int]

RENTANG: Mapping[str, Rentang] = MappingProxyType(
    {
        "rupiah": (0, 10**12),
        "tahun": (0, 100),
        "bulan": (0, 120),
        "hari": (0, 3_650),
        "hari kerja": (0, 366),
        "jam": (1, 9_000),
        "JP": (0, 1_000),
        "kali": (1, 10_000),
        "anak": (0, 20),
        "persen": (0, 100),
        "poin": (0, 100),
        "bobot": (0, 1_000),
        "indeks": (0, 10),
        "angka kredit": (0, 10_000),
        "urutan": (1, 100),
        "kelas": (1, 100),
        "kelas jabatan": (1, 100),
        "tingkat 1-5": (1, 5),
        "tingkat ujian": (0, 3),
        "angka ke-13 dan 14": (0, 99),
        "1 = diukur": (0, 1),
        "1 = aktif": (0, 1),
        SATUAN_PARAMETER: (1, LAMA_TERBANYAK),
    }
)


def rentang(p: Parameter, kunci: str | None) -> Rentang | None:
    """(paling sedikit, paling banyak) bagi angka di sel itu; None bila tidak dibatasi."""
    satuan = "persen" if p.satuan.startswith("persen") else p.satuan
    return p.batas.get(kunci or "") or p.batas.get("") or RENTANG.get(satuan)


def di_luar(p: Parameter, kunci: str | None, nilai: Nilai) -> Rentang | None:
    """Rentang yang dilanggar; None bila nilainya (atau tiap angka dalam daftarnya) wajar."""
    batas = rentang(p, kunci)
    angka = [x for x in (nilai if isinstance(nilai, tuple) else (nilai,)) if _angka(x)]
    return batas if batas and not all(batas[0] <= x <= batas[1] for x in angka) else None


def _angka(nilai: Nilai) -> bool:
    return isinstance(nilai, int | Decimal) and not isinstance(nilai, bool)


def periksa(p: Parameter, buku: Buku) -> None:
    """Jalankan pembaca parameter itu atas `buku`. Galat: `GalatAturan` dengan kalimat apa yang boleh."""
    for kode, baca in PEMBACA.items():
        if kode in (p.kode, p.satuan):
            baca(p.kode, buku)


def _akhir_pekan(kode: str, buku: Buku) -> None:
    for pekan in PEKAN:
        hari = buku.tabel(kode)[str(pekan)]
        if not set(hari) <= set(NAMA_HARI) or len(hari) != len(NAMA_HARI) - pekan:
            raise ParameterRusak(
                f"Hari libur pekan {pekan} hari kerja harus {len(NAMA_HARI) - pekan} nama hari: "
                f"{', '.join(NAMA_HARI)}."
            )


def _jam_kantor(kode: str, buku: Buku) -> None:
    senin = date(2024, 1, 1).toordinal()
    for n in range(len(buku.tabel(kode))):
        jam_kantor(date.fromordinal(senin + n), buku)


def _urut(bawah: str, atas: str) -> Callable[[str, Buku], None]:
    def baca(kode: str, buku: Buku) -> None:
        a, b = buku.nilai(bawah), buku.nilai(atas)
        if a >= b:
            raise ParameterRusak(f"Batas bawah {a} harus di bawah batas atas {b} ({bawah}, {atas}).")

    return baca


_USIA = _urut("impor_usia_terendah", "impor_usia_tertinggi")
_KODE_PPPK = _urut("impor_kode_pppk_awal", "impor_kode_pppk_akhir")
# kode parameter atau satuannya -> pembaca yang menolak isi yang tidak dapat dihitung
PEMBACA: Mapping[str, Callable[[str, Buku], object]] = MappingProxyType(
    {
        SATUAN_PARAMETER: cara_tenggat,
        SATUAN_POLA: periksa_pola,
        "tenggat_akhir_pekan": _akhir_pekan,
        "tenggat_jam_kantor": _jam_kantor,
        "register_mutu_bobot": lambda kode, buku: register.nilai_mutu((), buku),
        "impor_usia_terendah": _USIA,
        "impor_usia_tertinggi": _USIA,
        "impor_kode_pppk_awal": _KODE_PPPK,
        "impor_kode_pppk_akhir": _KODE_PPPK,
    }
)
