"""Tambahan penghasilan pegawai (TPP): besar dasarnya, pembayaran sebulan, dan pajaknya.

Bulan hak, bulan bayar, dan keputusan pendanaan adalah urusan larian, bukan rumus: rumus ini menjawab berapa.
"""

from collections.abc import Mapping
from types import MappingProxyType

from ..rumus import Susunan
from . import bayar, dasar
from .bayar import KEJADIAN, KONDISI

SKEMA: Mapping[str, Susunan] = MappingProxyType({"bulanan": bayar.SUSUNAN, "dasar": dasar.SUSUNAN})

PARAMETER = ("tpp_", "iuran_", "slip_", "pph21_")  # untuk dibekukan bersama larian (`Buku.hanya`)

__all__ = ["KEJADIAN", "KONDISI", "PARAMETER", "SKEMA"]
