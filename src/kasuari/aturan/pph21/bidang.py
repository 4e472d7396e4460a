"""Kode dan bidang masukan PPh 21."""

from collections.abc import Mapping
from types import MappingProxyType

from ..masukan import bilangan, pilihan, rupiah, ya

STATUS_PTKP: Mapping[str, int] = MappingProxyType(
    {"TK/0": 1, "TK/1": 2, "TK/2": 3, "TK/3": 4, "K/0": 5, "K/1": 6, "K/2": 7, "K/3": 8}
    | {"K/I/0": 9, "K/I/1": 10, "K/I/2": 11, "K/I/3": 12}
)
LABEL_PTKP: Mapping[int, str] = MappingProxyType({k: label for label, k in STATUS_PTKP.items()})
KATEGORI: Mapping[str, int] = MappingProxyType({"A": 1, "B": 2, "C": 3})

BIDANG_STATUS = {"status_ptkp": pilihan("status_ptkp", STATUS_PTKP, wajib=True)}
# yang dibawa dari bulan-bulan sebelum masa pajak terakhir dan dari pemberi kerja lain
BIDANG_SETAHUN = MappingProxyType(
    {
        "banyak_bulan": bilangan("banyak_bulan", 1, 12, bawaan=12),
        "disetahunkan": ya("disetahunkan"),
        "neto_lain": rupiah("neto_lain", 0),
        "pph21_lain": rupiah("pph21_lain", 0),
        "pph21_sebelumnya": rupiah("pph21_sebelumnya", 0),
    }
)
