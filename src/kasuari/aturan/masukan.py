"""Bidang masukan: dari nilai mentah (JSON, kolom NumPy) ke kolom int64, atau daftar cacat yang jelas.

Semua bidang diperiksa sebelum rumus pertama berjalan. Kolom yang sudah berupa larik bilangan bulat NumPy
diperiksa rentangnya saja, tanpa menyentuh tiap sel dari Python.
"""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import masa_kerja
from .bulat import PERSEN_PENUH, dari_skala, wajar
from .galat import Cacat, MasukanTidakSah

Kolom = NDArray[np.int64]
_EPOS = date(1970, 1, 1).toordinal()
_TANGGAL_ISO = re.compile(r"\d{4}-\d\d-\d\d")
TAHUN_WAJAR = range(1900, 2200)
RUPIAH_TERBANYAK = 10**12  # kewarasan masukan: seribu miliar, jauh di bawah luapan int64
TANGGAL_BOLEH = f"tanggal YYYY-MM-DD, tahun {TAHUN_WAJAR[0]} sampai {TAHUN_WAJAR[-1]}"


class _Salah(Exception):
    """Pesan penolakan satu sel."""


@dataclass(frozen=True)
class Bidang:
    """Satu kolom masukan. `bawaan` dipakai bila nilainya tidak ada; tanpa bawaan, nilai wajib."""

    nama: str
    bawah: int
    atas: int
    bawaan: int | None = None
    skala: int = 1

    @property
    def boleh(self) -> tuple[str, ...]:
        """Nilai atau rentang yang diterima, sebagai teks untuk orang."""
        return (f"{dari_skala(self.bawah, self.skala)} sampai {dari_skala(self.atas, self.skala)}",)

    def satu(self, nilai: Any) -> int:
        """Nilai mentah -> bilangan pada skala; `_Salah` bila bukan angka yang tepat."""
        if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal | str):
            raise _Salah("harus angka")
        try:
            angka = Decimal(nilai)
        except InvalidOperation:
            raise _Salah(f"'{nilai}' bukan angka") from None
        if not wajar(angka):
            raise _Salah(f"'{nilai}' bukan angka yang wajar")
        angka *= self.skala
        bulat = int(angka)
        if angka != bulat:
            desimal = len(str(self.skala)) - 1
            raise _Salah(f"{nilai} terlalu rinci: paling banyak {desimal} desimal")
        return bulat

    def tampil(self, nilai: int) -> Any:
        """Bilangan kolom -> nilai untuk dibaca orang."""
        return dari_skala(nilai, self.skala)

    def baca(self, nama: str, nilai: Any) -> tuple[Kolom, list[Cacat]]:
        """Kolom int64 dan cacatnya. Sel yang cacat berisi nol dan tidak boleh dipakai."""
        if isinstance(nilai, np.ndarray) and (nilai.dtype.kind in "iub"):
            kolom = nilai.astype(np.int64)
            salah = self.di_luar(kolom)
            if self.bawaan is not None:
                salah &= kolom != self.bawaan
            letak = np.flatnonzero(salah)
            return kolom, [Cacat(nama, f"{kolom[i]} di luar rentang", self.boleh, int(i)) for i in letak]
        cacat: list[Cacat] = []
        kolom = np.zeros(len(nilai), dtype=np.int64)
        for i, sel in enumerate(nilai):
            try:
                kolom[i] = self._periksa(sel)
            except _Salah as salah_satu:
                cacat.append(Cacat(nama, str(salah_satu), self.boleh, i))
        return kolom, cacat

    def di_luar(self, kolom: Kolom) -> NDArray[np.bool_]:
        """Sel mana yang bukan nilai bidang ini."""
        return (kolom < self.bawah) | (kolom > self.atas)

    def _periksa(self, sel: Any) -> int:
        if sel is None:
            if self.bawaan is None:
                raise _Salah("wajib diisi")
            return self.bawaan
        angka = self.satu(sel)
        if not self.bawah <= angka <= self.atas:
            raise _Salah(f"{sel} di luar rentang")
        return angka


@dataclass(frozen=True)
class Pilihan(Bidang):
    """Kode dari daftar tertutup. `padanan` = ejaan lain yang juga diterima; kode 0 = kosong.

    `tolakan` = nilai yang dikenal tetapi tidak berlaku di sini, masing-masing dengan kalimat sebabnya.
    """

    kode: Mapping[str, int] = field(default_factory=dict)
    padanan: Mapping[str, int] = field(default_factory=dict)
    tolakan: Mapping[str, str] = field(default_factory=dict)

    @property
    def boleh(self) -> tuple[str, ...]:
        return tuple(self.kode)

    def satu(self, nilai: Any) -> int:
        for daftar in (self.kode, self.padanan):
            if isinstance(nilai, str) and nilai in daftar:
                return daftar[nilai]
        if isinstance(nilai, str) and nilai in self.tolakan:
            raise _Salah(self.tolakan[nilai])
        raise _Salah(f"'{nilai}' tidak dikenal")

    def di_luar(self, kolom: Kolom) -> NDArray[np.bool_]:
        luar = super().di_luar(kolom)
        if self._anggota.all():
            return luar
        return luar | ~self._anggota[np.where(luar, 0, kolom - self.bawah)]

    @cached_property
    def _anggota(self) -> NDArray[np.bool_]:
        """Apakah kode `bawah` + i ada dalam daftar."""
        larik = np.zeros(self.atas - self.bawah + 1, dtype=np.bool_)
        larik[np.fromiter(self.kode.values(), dtype=np.int64) - self.bawah] = True
        return larik

    @cached_property
    def _label(self) -> dict[int, str]:
        return {kode: label for label, kode in self.kode.items()}

    def tampil(self, nilai: int) -> Any:
        return self._label.get(int(nilai))


@dataclass(frozen=True)
class Ya(Bidang):
    """Ya atau tidak; 1 dan 0 dalam kolom."""

    @property
    def boleh(self) -> tuple[str, ...]:
        return ("true", "false")

    def satu(self, nilai: Any) -> int:
        if not isinstance(nilai, bool):
            raise _Salah("harus true atau false")
        return int(nilai)

    def tampil(self, nilai: int) -> Any:
        return bool(nilai)


@dataclass(frozen=True)
class Tanggal(Bidang):
    """Tanggal ISO; dalam kolom: hari sejak 1 Januari 1970 (sama dengan numpy datetime64[D])."""

    @property
    def boleh(self) -> tuple[str, ...]:
        return (TANGGAL_BOLEH,)

    def satu(self, nilai: Any) -> int:
        hari = nilai if isinstance(nilai, date) else tanggal_iso(nilai)
        if hari is None:
            raise _Salah(f"'{nilai}' bukan tanggal yang dapat dipakai")
        return ke_hari(hari)

    def tampil(self, nilai: int) -> Any:
        return dari_hari(nilai).isoformat()


@dataclass(frozen=True)
class MasaKerja(Bidang):
    """Masa kerja `NyMm` atau tahun bulat; dalam kolom: bulan."""

    @property
    def boleh(self) -> tuple[str, ...]:
        return masa_kerja.BOLEH

    def satu(self, nilai: Any) -> int:
        try:
            return masa_kerja.urai(nilai, self.nama)
        except MasukanTidakSah as galat:
            raise _Salah(galat.cacat[0].pesan) from None

    def tampil(self, nilai: int) -> Any:
        return masa_kerja.tulis(int(nilai))


def bilangan(nama: str, bawah: int, atas: int, bawaan: int | None = None, skala: int = 1) -> Bidang:
    """Bidang angka; `bawah` dan `atas` sudah pada skala."""
    return Bidang(nama, bawah, atas, bawaan, skala)


def rupiah(nama: str, bawaan: int | None = None) -> Bidang:
    """Bidang rupiah penuh yang tidak negatif."""
    return Bidang(nama, 0, RUPIAH_TERBANYAK, bawaan)


def persen(nama: str, bawaan: int | None = None) -> Bidang:
    """Bidang persen 0 sampai 100, dua desimal; dalam kolom pada skala 100."""
    return Bidang(nama, 0, PERSEN_PENUH, bawaan, 100)


def pilihan(
    nama: str,
    kode: Mapping[str, int],
    wajib: bool = False,
    padanan: Mapping[str, int] | None = None,
    tolakan: Mapping[str, str] | None = None,
) -> Bidang:
    """Bidang kode; bila tidak wajib, nilai kosong menjadi 0."""
    bawah, atas = min(kode.values()), max(kode.values())
    return Pilihan(nama, bawah, atas, None if wajib else 0, 1, kode, padanan or {}, tolakan or {})


def ya(nama: str) -> Bidang:
    """Bidang ya/tidak; kosong berarti tidak."""
    return Ya(nama, 0, 1, 0)


def tanggal(nama: str) -> Bidang:
    """Bidang tanggal wajib dalam `TAHUN_WAJAR`."""
    return Tanggal(nama, ke_hari(date(TAHUN_WAJAR[0], 1, 1)), ke_hari(date(TAHUN_WAJAR[-1], 12, 31)))


def lama_kerja(nama: str) -> Bidang:
    """Bidang masa kerja wajib, 0 sampai 60 tahun (dalam bulan)."""
    return MasaKerja(nama, 0, 60 * 12)


def tanggal_iso(teks: object) -> date | None:
    """`YYYY-MM-DD` menjadi tanggal; None bila bukan itu, atau tahunnya tak wajar."""
    if not isinstance(teks, str) or not _TANGGAL_ISO.fullmatch(teks):
        return None
    try:
        hari = date.fromisoformat(teks)
    except ValueError:
        return None
    return hari if hari.year in TAHUN_WAJAR else None


def ke_hari(hari: date) -> int:
    """Tanggal -> hari sejak 1 Januari 1970."""
    return hari.toordinal() - _EPOS


def dari_hari(nilai: int) -> date:
    """Hari sejak 1 Januari 1970 -> tanggal."""
    return date.fromordinal(int(nilai) + _EPOS)


def baca_semua(
    bidang: Mapping[str, Bidang], masukan: Mapping[str, Any], perlu: Container[str] | None = None
) -> dict[str, Kolom]:
    """Semua kolom, sama panjang, terperiksa. Galat: `MasukanTidakSah` dengan semua cacat sekaligus.

    `perlu` = kolom yang dipakai hitungan ini; selainnya boleh tidak disebut. Tanpa `perlu`: semuanya.
    """
    asing = [Cacat(k, "kolom tidak dikenal", tuple(bidang)) for k in masukan if k not in bidang]
    panjang = {len(v) for v in masukan.values()}
    if asing or len(panjang) > 1:
        raise MasukanTidakSah(asing or [Cacat("*", f"panjang kolom berbeda-beda: {sorted(panjang)}")])
    n = panjang.pop() if panjang else 0
    hasil: dict[str, Kolom] = {}
    cacat: list[Cacat] = []
    for nama, b in bidang.items():
        if nama not in masukan and perlu is not None and nama not in perlu:
            continue
        if nama not in masukan and b.bawaan is not None:
            hasil[nama] = np.full(n, b.bawaan, dtype=np.int64)
            continue
        nilai: Sequence[Any] | np.ndarray = masukan[nama] if nama in masukan else [None] * n
        hasil[nama], salah = b.baca(nama, nilai)
        cacat.extend(salah)
    if cacat:
        raise MasukanTidakSah(sorted(cacat, key=lambda c: (c.baris or 0, c.kolom)))
    return hasil
