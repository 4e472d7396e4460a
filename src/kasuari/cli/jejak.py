"""`kasuari jejak ekspor BERKAS | verifikasi BERKAS [--kunci HEX] [--akar UKURAN:HEX] | segel`.

`verifikasi` memeriksa seluruh jejak dari berkas ekspor saja: tanpa basis data, tanpa Django.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from kasuari.cli import nyala

GUNA = "Pakai: kasuari jejak ekspor BERKAS | verifikasi BERKAS [--kunci HEX] [--akar UKURAN:HEX] | segel"


def jalankan(argumen: Sequence[str]) -> int:
    match list(argumen):
        case ["ekspor", berkas] if not berkas.startswith("-"):
            return _ekspor(Path(berkas))
        case ["verifikasi", berkas, *sisa] if not berkas.startswith("-"):
            pilihan = dict(zip(sisa[::2], sisa[1::2], strict=False))
            if len(sisa) % 2 == 0 and set(pilihan) <= {"--kunci", "--akar"}:
                return _verifikasi(Path(berkas), pilihan.get("--kunci", ""), pilihan.get("--akar", ""))
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


def _verifikasi(berkas: Path, kunci: str, akar: str) -> int:
    from kasuari.dasar.jejak.periksa import baca, periksa

    if not berkas.exists():
        print(f"Berkas {berkas} tidak ada.", file=sys.stderr)
        return 2
    try:
        ukuran, _, heks = akar.partition(":")
        dikenal = (int(ukuran), heks.lower()) if akar else None
        hasil = periksa(baca(berkas), bytes.fromhex(kunci) or None, dikenal)
    except (ValueError, KeyError, TypeError, OSError, EOFError) as galat:
        print(
            f"Berkas {berkas} bukan ekspor jejak yang utuh, atau pilihannya salah ({type(galat).__name__}). {GUNA}",
            file=sys.stderr,
        )
        return 2
    for t in hasil.temuan:
        print(f"TEMUAN {t.peristiwa}: {t.pesan}")
    print(json.dumps({"peristiwa": hasil.n, "akar": hasil.akar, "temuan": len(hasil.temuan)}))
    return 1 if hasil.temuan else 0
