"""Siapa yang ditunggu sebuah perbaikan. Unit tanpa pimpinan tidak membuat temuannya hilang: Inspektorat yang ditunggu."""

from dataclasses import dataclass

from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.alur.siapa import Sasaran, pos_atasan

PENGAWAS = Sasaran(peran="inspektorat")


@dataclass(frozen=True, slots=True)
class KepalaUnit:
    """Pimpinan unit itu, atau pimpinan terdekat di atasnya."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        atas = pos_atasan(kasus)
        return Sasaran(pos_id=atas[0]) if atas else PENGAWAS


@dataclass(frozen=True, slots=True)
class Penyetuju:
    """Pimpinan setingkat di atas kepala unit; bila tidak ada, Inspektorat."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        atas = pos_atasan(kasus)
        return Sasaran(pos_id=atas[1]) if len(atas) > 1 else PENGAWAS


@dataclass(frozen=True, slots=True)
class Pemilik:
    """Jabatan yang memegang rencananya."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        return Sasaran(pos_id=kasus.perbaikan.pos_id)


@dataclass(frozen=True, slots=True)
class Sistem:
    """Tidak seorang pun: vonis dihitung dari survei, tidak dipilih orang."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        return Sasaran(peran="sistem")
