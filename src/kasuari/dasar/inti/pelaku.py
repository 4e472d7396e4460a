"""Siapa yang bertindak: beku selama satu permintaan, disusun ulang saat pekerjaan latar berjalan."""

import uuid
from dataclasses import dataclass, field

from kasuari.dasar.inti.pengenal import uuid7


@dataclass(frozen=True)
class Hibah:
    """Satu wewenang yang berlaku hari ini: peran di atas satu unit (None = seluruh daerah)."""

    id: int
    peran: str
    unit_id: int | None
    sumber: str = "penunjukan"
    atas_nama_orang: uuid.UUID | None = None
    boleh_izin: frozenset[str] | None = None  # None = semua izin peran; delegasi membawa yang boleh saja


@dataclass(frozen=True)
class Pelaku:
    """Orang (atau sistem) di balik satu permintaan. `orang` dan `akun` adalah UUID publiknya."""

    akun: uuid.UUID | None = None
    orang: uuid.UUID | None = None
    hibah: tuple[Hibah, ...] = ()
    sistem: bool = False
    nama: str = ""
    sudo: bool = False
    permintaan: uuid.UUID = field(default_factory=uuid7)

    @property
    def masuk(self) -> bool:
        return self.akun is not None or self.sistem

    def punya(self, *peran: str) -> bool:
        return any(h.peran in peran for h in self.hibah)


def sistem(nama: str = "sistem", putusan: Pelaku | None = None) -> Pelaku:
    """Pelaku untuk jadwal dan reaksi: boleh semua, dan tercatat sebagai sistem.

    `putusan`: orang yang putusannya sedang dijalankan; ia yang tercatat pada yang ditulis.
    """
    if putusan is None:
        return Pelaku(sistem=True, nama=nama)
    return Pelaku(putusan.akun, putusan.orang, sistem=True, nama=nama, permintaan=putusan.permintaan)


TAMU = Pelaku(nama="tamu")
