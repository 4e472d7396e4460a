"""`kasuari periksa [--perbaiki]`: apa yang salah dengan pemasangan ini dan bagaimana memperbaikinya."""

import sys
from collections.abc import Sequence

from kasuari.cli import nyala


def jalankan(argumen: Sequence[str]) -> int:
    from django.core.exceptions import ImproperlyConfigured

    try:
        nyala.django()
    except ImproperlyConfigured as galat:
        print(f"SALAH  setelan: {galat}", file=sys.stderr)
        return 1
    from django.db import transaction

    from kasuari.aparatur.pegawai import kini
    from kasuari.situs.periksa import periksa

    if "--perbaiki" in argumen:
        with transaction.atomic():
            print(f"pegawai_kini ditulis ulang: {kini.tulis()} orang")
    butir = periksa()
    for b in butir:
        print(f"{'baik ' if b.beres else 'SALAH'}  {b.nama}" + ("" if b.beres else f": {b.kalimat}"))
    return 0 if all(b.beres for b in butir) else 1
