"""Jembatan usulan ke BKN: mengirim, dan membaca keadaannya. `http.LayananHttp` memakai layanan SIASN.

BKN mengenali satu usul dari layanan, NIP, dan periodenya (TMT); itu pula kunci yang ditanyakan sebelum mengirim, supaya
kiriman yang terputus sesudah sampai tidak terkirim dua kali.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple


@dataclass(frozen=True)
class Kiriman:
    """Satu usulan bagi BKN. `layanan`: kata depan kode jenisnya ('pangkat', 'pensiun', 'gelar')."""

    layanan: str
    jenis: str
    nip: str
    tmt: date | None
    isi: Mapping[str, Any]


class Jawaban(NamedTuple):
    """Keadaan satu usul: 'diusulkan', 'btl', 'tms', atau 'pertek' (dengan nomor dan tanggalnya)."""

    rujukan: str
    keadaan: str
    nomor: str = ""
    tanggal: date | None = None
    catatan: str = ""


class Layanan(ABC):
    """Semua fungsi dapat melempar `GalatSiasn`. `mengirim`: False bila usulnya dibuat petugas di SIASN sendiri."""

    mengirim: bool = True

    @abstractmethod
    def temukan(self, kiriman: Kiriman) -> Jawaban | None:
        """Usul yang sudah ada di BKN menurut kuncinya."""

    @abstractmethod
    def kirim(self, kiriman: Kiriman, rujukan: str = "") -> str:
        """Mengirim usul baru, atau perbaikan atas `rujukan`. Hasil: rujukannya di BKN."""

    @abstractmethod
    def keadaan(self, kiriman: Kiriman, rujukan: str) -> Jawaban:
        """Keadaan usul yang pernah dikirim. Galat: `GalatSiasn` bila BKN tidak mengenalnya lagi."""
