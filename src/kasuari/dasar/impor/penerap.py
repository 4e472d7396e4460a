"""Kontrak menerapkan baris bersih ke register. Subjek murni menilai berkas, penerap mengenal basis data ruangnya.

Ruang mendaftarkan penerapnya saat aplikasinya siap; `dasar` tidak pernah menyebut nama ruang.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from kasuari.dasar.akun.izin import boleh
from kasuari.dasar.inti.pelaku import Pelaku

from .hasil import Alasan
from .subjek import ambil

BUKA, TUTUP = "buka", "tutup"


class Efek(NamedTuple):
    """Satu fakta `tabel` (kode riwayat) yang dibuka atau ditutup oleh baris ke-`baris`."""

    baris: int
    tabel: str
    fakta: UUID
    jenis: str


class BarisBersih(NamedTuple):
    """Baris yang lulus pemeriksaan berkas, siap dibandingkan dengan register."""

    baris: int
    bersih: dict[str, Any]


class Asal(NamedTuple):
    """Dari mana perubahan datang: nama berkas untuk catatan, lampiran untuk bukti."""

    nama: str
    lampiran: UUID | None


@dataclass
class Rencana:
    """Yang akan berubah. `hitung`: {"orang_baru", "dibuka", "dibetulkan", "sama"}; `isi` milik penerapnya."""

    hitung: dict[str, int]
    alasan: list[Alasan] = field(default_factory=list)
    isi: Any = None


class PilihanSubjek(NamedTuple):
    """Satu hal yang tidak terbaca dari berkasnya dan dipilih orang. `isi`: (nilai, label), yang pertama bawaannya.

    `bila`: isian yang membuatnya perlu ditanyakan. Nilainya sampai ke `Konteks.pilihan[kode]`.
    """

    kode: str
    judul: Any
    bantuan: Any
    isi: tuple[tuple[str, Any], ...]
    bila: frozenset[str]


class Penerap(ABC):
    """Satu per subjek. Semua fungsi dipanggil di dalam transaksi pemanggil."""

    kode: ClassVar[str]
    pilihan: ClassVar[tuple[PilihanSubjek, ...]] = ()

    @abstractmethod
    def rencanakan(self, baris: Sequence[BarisBersih], pada: date) -> Rencana:
        """Bandingkan dengan register tanpa menulis. `Alasan` berkode tolak mengeluarkan barisnya dari rencana."""

    @abstractmethod
    def terapkan(self, pelaku: Pelaku, rencana: Rencana, asal: Asal) -> list[Efek]:
        """Tulis rencana ke register, bersama-sama."""

    @abstractmethod
    def urungkan(self, pelaku: Pelaku, efek: Sequence[Efek], sesudah: int, alasan: str) -> list[Efek]:
        """Tutup yang dibuka, buka lagi yang ditutup. `sesudah` = id jejak impor itu.

        Galat: MasukanSalah menyebut baris yang sudah dilanjutkan perubahan lain; tidak ada yang berubah.
        """

    @abstractmethod
    def orang(self, baris: Sequence[dict[str, Any]]) -> list[UUID]:
        """UUID orang di register yang disebut baris-baris ini, untuk catatan bacaan."""


_DAFTAR: dict[str, Penerap] = {}


def daftarkan_penerap(penerap: Penerap) -> None:
    _DAFTAR[penerap.kode] = penerap


def penerap(kode: str) -> Penerap:
    return _DAFTAR[kode]


def subjek_boleh(pelaku: Pelaku) -> list[str]:
    """Kode subjek yang boleh diimpor pelaku, urut abjad."""
    return [k for k in sorted(_DAFTAR) if boleh(pelaku, ambil(k).izin).ya]
