"""PPh Pasal 21: bulanan menurut tarif efektif, masa terakhir menurut Pasal 17, dan penghasilan lain.

Rumus bekerja atas rupiah penuh. Pecahan rupiah pajak dibulatkan menurut `pph21_pembulatan`, satu kali, pada
pajaknya; penghasilan kena pajak dibulatkan ke bawah pada kelipatan `pph21_pkp_kelipatan`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from ..rumus import Susunan
from . import bulanan, lain, tahunan
from .bidang import KATEGORI, STATUS_PTKP

BULANAN = bulanan.SUSUNAN
TAHUNAN = tahunan.SUSUNAN
SKEMA: Mapping[str, Susunan] = MappingProxyType({"bulanan": BULANAN, "masa_terakhir": TAHUNAN, **lain.SKEMA})

__all__ = ["BULANAN", "KATEGORI", "SKEMA", "STATUS_PTKP", "TAHUNAN"]
