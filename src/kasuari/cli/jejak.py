"""`kasuari jejak ekspor BERKAS | verifikasi BERKAS [--kunci HEX] | segel`.

`verifikasi` memeriksa seluruh jejak dari berkas ekspor saja: tanpa basis data, tanpa Django.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from kasuari.cli import nyala

GUNA = "Pakai: kasuari jejak ekspor BERKAS | verifikasi BERKAS [--kunci HEX] | segel"


def jalankan(argumen: Sequence[str]) -> int:
    match list(argumen):
        case ["ekspor", berkas]:
            return _ekspor(Path(berkas))
        case ["verifikasi", berkas]:
            return _verifikasi(Path(berkas), None)
        case ["verifikasi", berkas, "--kunci", heks]:
            return _verifikasi(Path(berkas), bytes.fromhex(heks))
        case ["segel"]:
            return _segel()
    print(GUNA, file=sys.stderr)
    return 2


def _ekspor(berkas: Path) -> int:
    nyala.django()
    from kasuari.dasar.jejak.periksa import ekspor

    print(f"{ekspor(berkas)} peristiwa ditulis ke {berkas}")
    return 0


def _segel() -> int:
    nyala.django()
    from kasuari.dasar.jejak.segel import segel_semua

    akar = segel_semua()
    print(
        f"Tersegel: {akar.ukuran} peristiwa, akar {bytes(akar.akar).hex()}"
        if akar
        else "Belum ada peristiwa."
    )
    return 0


def _verifikasi(berkas: Path, kunci: bytes | None) -> int:
    from kasuari.dasar.jejak.periksa import baca, periksa

    if not berkas.exists():
        print(f"Berkas {berkas} tidak ada.", file=sys.stderr)
        return 2
    hasil = periksa(baca(berkas), kunci)
    for t in hasil.temuan:
        print(f"TEMUAN {t.peristiwa}: {t.pesan}")
    print(json.dumps({"peristiwa": hasil.n, "akar": hasil.akar, "temuan": len(hasil.temuan)}))
    return 1 if hasil.temuan else 0
