"""`kasuari kasus BERKAS...`: jalankan berkas kasus.

Keluar 0 = tidak ada yang gagal, 1 = ada yang gagal, 2 = berkas tidak terbaca.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from kasuari.aturan.kasus import BerkasKasusRusak, tulis_json, uji_berkas


def jalankan(argumen: Sequence[str]) -> int:
    """Satu baris satu kasus; baris terakhir jumlahnya sebagai JSON."""
    if not argumen:
        print("Cara pakai: kasuari kasus BERKAS...", file=sys.stderr)
        return 2
    jumlah = {"lulus": 0, "gagal": 0, "tak_didukung": 0}
    try:
        for nama in argumen:
            for putusan in uji_berkas(Path(nama)):
                jumlah[putusan.hasil.replace(" ", "_")] += 1
                print(putusan.baris())
    except BerkasKasusRusak as galat:
        print(galat, file=sys.stderr)
        return 2
    print(tulis_json(jumlah, separators=(",", ":")))
    return 1 if jumlah["gagal"] else 0
