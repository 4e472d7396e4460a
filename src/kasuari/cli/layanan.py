"""`kasuari layanan`: memuat katalog layanan awal bagi unit yang kodenya ada; yang sudah ada tidak disentuh."""

import argparse
from collections.abc import Sequence

from kasuari.cli import nyala, pilihan


def jalankan(argumen: Sequence[str]) -> int:
    if pilihan.baca(argparse.ArgumentParser(prog="kasuari layanan"), argumen) is None:
        return 2
    nyala.django()
    from kasuari.dasar.inti.pelaku import sistem
    from kasuari.dasar.inti.pengenal import uuid7
    from kasuari.masyarakat.layanan import katalog

    hasil = katalog.muat(sistem("kasuari layanan"), kunci=uuid7()).data
    print(f"{hasil['masuk']} layanan ditambahkan.")
    if hasil["dilewati"]:
        print(f"Dilewati karena unitnya tidak ada: {', '.join(hasil['dilewati'])}.")
    return 0
