"""Jenis hukuman disiplin PNS, dari yang paling ringan, dan cara membaca namanya."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from ..galat import tolak

HUKUMAN = MappingProxyType(
    {
        "Teguran lisan": 1,
        "Teguran tertulis": 2,
        "Pernyataan tidak puas secara tertulis": 3,
        "Pemotongan tunjangan kinerja 25% selama 6 bulan": 4,
        "Pemotongan tunjangan kinerja 25% selama 9 bulan": 5,
        "Pemotongan tunjangan kinerja 25% selama 12 bulan": 6,
        "Penurunan jabatan setingkat lebih rendah selama 12 bulan": 7,
        "Pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan": 8,
        "Pemberhentian dengan hormat tidak atas permintaan sendiri": 9,
    }
)
NAMA = MappingProxyType({kode: nama for nama, kode in HUKUMAN.items()})
# id layanan SIASN tiap jenis hukuman (referensi jenisHukuman)
SIASN = MappingProxyType({1: 1, 2: 2, 3: 3, 4: 23, 5: 24, 6: 25, 7: 27, 8: 28, 9: 10})
TINGKAT = MappingProxyType({"Ringan": 1, "Sedang": 2, "Berat": 3})
TURUN, BEBAS, BERHENTI = 7, 8, 9
_POLA = tuple(
    (kode, re.compile(pola))
    for kode, pola in (
        (1, r"teguran lisan"),
        (2, r"teguran tertulis"),
        (3, r"tidak puas"),
        (4, r"pemotongan .*\b6 bulan"),
        (5, r"pemotongan .*\b9 bulan"),
        (6, r"pemotongan .*\b12 bulan"),
        (TURUN, r"penurunan jabatan setingkat"),
        (BEBAS, r"pembebasan dari jabatan"),
        (BERHENTI, r"pemberhentian dengan hormat tidak atas permintaan sendiri"),
    )
)


def baca_hukuman(teks: str, kolom: str) -> int:
    """Kode `HUKUMAN` dari nama yang lazim ditulis. Galat: `MasukanTidakSah` dengan semua namanya."""
    rapi = " ".join(teks.lower().split())
    cocok = [kode for kode, pola in _POLA if pola.search(rapi)]
    if len(cocok) != 1:
        raise tolak(kolom, f"hukuman '{teks}' tidak dikenal", HUKUMAN)
    return cocok[0]


def terberat(hukuman: Iterable[int]) -> int:
    """Beberapa pelanggaran sekaligus dijatuhi satu hukuman: yang terberat (PP 94/2021).

    Galat: `MasukanTidakSah` bila tidak ada hukuman atau kodenya asing.
    """
    kode = list(hukuman)
    if not kode or any(k not in NAMA for k in kode):
        raise tolak("hukuman", "perlu sedikitnya satu hukuman yang dikenal", HUKUMAN)
    return max(kode)
