"""Galat yang dapat dibaca manusia: apa yang salah, di mana, dan apa yang boleh."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


class GalatAturan(Exception):
    """Induk semua galat ruang aturan."""


class ParameterTidakAda(GalatAturan):
    """Tidak ada nilai sebuah parameter untuk hari dan pengetahuan yang diminta; `kode` bila parameternya dikenal."""

    def __init__(self, pesan: str, kode: str = "") -> None:
        super().__init__(pesan)
        self.kode = kode


class ParameterRusak(GalatAturan):
    """Berkas parameter tidak lengkap atau saling bertentangan; diketahui saat dimuat."""


class SusunanRusak(GalatAturan):
    """Susunan rumus punya nama ganda, nama hilang, atau lingkaran; diketahui saat impor."""


class MasukanTakTerduga(GalatAturan):
    """Masukan yang lolos pemeriksaan tetapi tidak dapat dihitung; jaring terakhir sebelum pemanggil."""


@dataclass(frozen=True, slots=True)
class Cacat:
    """Satu kesalahan masukan. `baris` dihitung dari 0; `boleh` = nilai atau rentang yang diterima."""

    kolom: str
    pesan: str
    boleh: tuple[str, ...] = ()
    baris: int | None = None

    def beku(self) -> dict[str, object]:
        """Bentuk JSON untuk `kasuari hitung`: kolom, pesan, boleh, dan baris bila masukannya daftar."""
        isi: dict[str, object] = {"kolom": self.kolom, "pesan": self.pesan, "boleh": list(self.boleh)}
        return isi if self.baris is None else {**isi, "baris": self.baris}


class MasukanTidakSah(GalatAturan):
    """Masukan ditolak sebelum apa pun dihitung. `cacat` memuat setiap baris dan kolom yang salah."""

    def __init__(self, cacat: Iterable[Cacat]) -> None:
        self.cacat: Sequence[Cacat] = tuple(cacat)
        pertama = self.cacat[0]
        letak = f"kolom '{pertama.kolom}'"
        if pertama.baris is not None:
            letak = f"baris {pertama.baris}, {letak}"
        sisa = f" (dan {len(self.cacat) - 1} kesalahan lain)" if len(self.cacat) > 1 else ""
        boleh = f" Yang boleh: {', '.join(pertama.boleh)}." if pertama.boleh else ""
        super().__init__(f"{letak}: {pertama.pesan}.{boleh}{sisa}")


def tolak(kolom: str, pesan: str, boleh: Iterable[str] = (), baris: int | None = None) -> MasukanTidakSah:
    """Galat masukan dengan satu cacat, siap di-`raise`."""
    return MasukanTidakSah([Cacat(kolom, pesan, tuple(boleh), baris)])
