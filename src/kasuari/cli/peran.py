"""`kasuari peran NAMA`: SQL yang memberi peran aplikasi haknya di PostgreSQL (jalankan sebagai pemilik)."""

import sys
from collections.abc import Sequence


def jalankan(argumen: Sequence[str]) -> int:
    from kasuari.situs.peran_db import sql

    if len(argumen) != 1:
        print("Pakai: kasuari peran NAMA_PERAN", file=sys.stderr)
        return 2
    try:
        print(";\n".join(sql(argumen[0])) + ";")
    except ValueError as galat:
        print(galat, file=sys.stderr)
        return 2
    return 0
