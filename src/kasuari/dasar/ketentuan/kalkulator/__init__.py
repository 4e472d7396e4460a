"""Hitungan bernama bagi siapa saja, tanpa masuk dan tanpa menyimpan. Hitungan baru: satu berkas, satu baris di sini."""

from collections.abc import Mapping
from types import MappingProxyType

from kasuari.dasar.ketentuan.kalkulator import gaji, ikm, kapan, pajak, tenggat
from kasuari.dasar.ketentuan.kalkulator.rangka import Hitungan

SEMUA: tuple[Hitungan, ...] = (
    kapan.HITUNGAN,
    gaji.HITUNGAN,
    pajak.HITUNGAN,
    tenggat.HITUNGAN,
    ikm.HITUNGAN,
)
DAFTAR: Mapping[str, Hitungan] = MappingProxyType({h.kode: h for h in SEMUA})


def bagi(pokok: str) -> list[Hitungan]:
    """Hitungan bernama yang memakai pokok itu."""
    return [h for h in SEMUA if pokok in h.pokok]
