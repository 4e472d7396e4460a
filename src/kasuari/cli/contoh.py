"""`kasuari contoh [--asn N] [--per TANGGAL]`: mengisi basis data kosong dengan kota contoh.

Basis data SQLite yang sudah jadi disimpan menurut sidik kode dan pilihan, jadi panggilan kedua hanya menyalin.
"""

import argparse
import hashlib
import shutil
import sqlite3
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kasuari.cli import nyala


def jalankan(argumen: Sequence[str]) -> int:
    nyala.django()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from kasuari.aparatur.pegawai.models import Pegawai
    from kasuari.contoh.isi import isi
    from kasuari.dasar.inti.waktu import hari_ini

    pilihan = argparse.ArgumentParser(prog="kasuari contoh")
    pilihan.add_argument("--asn", type=int, default=4800)
    pilihan.add_argument("--per", type=date.fromisoformat, default=None)
    pilihan.add_argument("--tanpa-simpanan", action="store_true")
    p = pilihan.parse_args(argumen)
    per = p.per or hari_ini()
    if settings.MODE == "produksi":
        print("Kota contoh tidak diisi di produksi. Pakai KASUARI_MODE=demo.", file=sys.stderr)
        return 1
    berkas = Path(settings.DATA) / "kasuari.sqlite3"
    simpanan = Path(settings.DATA) / "simpanan" / f"{_sidik(p.asn, per)}.sqlite3"
    sqlite = connection.vendor == "sqlite"
    if sqlite and not berkas.exists() and simpanan.exists() and not p.tanpa_simpanan:
        shutil.copy(simpanan, berkas)
        print(f"Kota contoh disalin dari simpanan: {p.asn} ASN per {per}.")
        return 0
    call_command("migrate", verbosity=0)
    if Pegawai.objects.exists():
        print("Basis data sudah berisi pegawai; kota contoh hanya mengisi yang kosong.", file=sys.stderr)
        return 1
    mulai = time.monotonic()
    isi(p.asn, per, lambda kata: print(f"  {time.monotonic() - mulai:5.1f} d  {kata}", flush=True))
    if sqlite:
        simpanan.parent.mkdir(parents=True, exist_ok=True)
        for lama in simpanan.parent.glob("*.sqlite3"):
            lama.unlink()
        connection.close()
        with sqlite3.connect(berkas) as asal, sqlite3.connect(simpanan) as tujuan:
            asal.backup(tujuan)
    print(f"Kota contoh siap: {p.asn} ASN per {per}, {time.monotonic() - mulai:.1f} detik.")
    return 0


def _sidik(asn: int, per: date) -> str:
    """Sidik semua kode Kasuari dan pilihan: kode berubah berarti kota dibuat lagi."""
    import kasuari

    akar = Path(kasuari.__file__).parent
    h = hashlib.sha256(f"{asn}-{per}".encode())
    for berkas in sorted(akar.rglob("*")):
        if berkas.suffix in {".py", ".toml", ".csv"} and "tests" not in berkas.parts:
            h.update(berkas.read_bytes())
    return h.hexdigest()[:20]
