"""Gaji: tabel gaji pokok, tunjangan, iuran, slip sebulan, PPPK paruh waktu, dan rapel.

`tabel` tidak mengenal pajak dan boleh dipakai sendiri. Slip memakai `pph21`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from ..rumus import Susunan
from . import anak, iuran, paruh_waktu, slip
from .bidang import ESELON, JABATAN_FUNGSIONAL, STATUS
from .tabel import KODE_TABEL, Sel, Tangga, baris_tabel, dari_tangga, gaji_pokok, sel_gaji_pokok, tangga_gaji

SKEMA: Mapping[str, Susunan] = MappingProxyType(
    {
        "bulanan": slip.BULANAN,
        "masa_terakhir": slip.MASA_TERAKHIR,
        "paruh_waktu": paruh_waktu.SUSUNAN,
        "anak": anak.SUSUNAN,
        "tapera": iuran.SUSUNAN_TAPERA,
        "taperum": iuran.SUSUNAN_TAPERUM,
    }
)

# parameter yang ikut menentukan slip, untuk dibekukan bersama larian (`Buku.hanya`)
PARAMETER = ("gaji_pokok_", "tunjangan_", "iuran_", "slip_", "paruh_waktu_", "pph21_")

__all__ = [
    "ESELON",
    "JABATAN_FUNGSIONAL",
    "KODE_TABEL",
    "PARAMETER",
    "SKEMA",
    "STATUS",
    "Sel",
    "Tangga",
    "baris_tabel",
    "dari_tangga",
    "gaji_pokok",
    "sel_gaji_pokok",
    "tangga_gaji",
]
