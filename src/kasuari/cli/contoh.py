"""`kasuari contoh [--asn N] [--per TANGGAL]`: mengisi basis data kosong dengan kota contoh.

Basis data SQLite yang sudah jadi disimpan menurut sidik kode dan pilihan, jadi pengisian berikutnya hanya menyalin.
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

    pilihan = argparse.ArgumentParser(prog="kasuari contoh")
    pilihan.add_argument("--asn", type=int, default=4800)
    pilihan.add_argument("--per", type=date.fromisoformat, default=None)
    p = pilihan.parse_args(argumen)
    if settings.MODE == "produksi":
        print("Kota contoh tidak diisi di produksi. Pakai KASUARI_MODE=demo.", file=sys.stderr)
        return 1
    if not isi_bila_kosong(p.asn, p.per):
        print("Basis data sudah berisi pegawai; kota contoh hanya mengisi yang kosong.", file=sys.stderr)
        return 1
    return 0


def isi_bila_kosong(asn: int, per: date | None) -> bool:
    """Mengisi basis data yang belum punya pegawai; False bila sudah berisi."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from kasuari.aparatur.pegawai.models import Pegawai
    from kasuari.contoh.isi import isi
    from kasuari.dasar.inti.waktu import hari_ini

    per = per or hari_ini()
    data = Path(settings.DATA)
    simpanan = data / "simpanan" / sidik(asn, per)
    if connection.vendor == "sqlite" and not (data / "kasuari.sqlite3").exists() and simpanan.exists():
        shutil.copytree(simpanan, data, dirs_exist_ok=True)
        print(f"Kota contoh disalin dari simpanan: {asn} ASN per {per}.", flush=True)
        return True
    call_command("migrate", verbosity=0)
    if Pegawai.objects.exists():
        return False
    mulai = time.monotonic()
    print(f"Membuat kota contoh dengan {asn} ASN (sekali saja, sekitar semenit) ...", flush=True)
    isi(asn, per, lambda kata: print(f"  {time.monotonic() - mulai:5.1f} detik  {kata}", flush=True))
    if connection.vendor == "sqlite":
        connection.close()
        _simpan(data, simpanan)
    print(f"Kota contoh siap: {asn} ASN per {per}, {time.monotonic() - mulai:.1f} detik.", flush=True)
    return True


def _simpan(data: Path, simpanan: Path) -> None:
    """Menyimpan basis data, masukan larian, berkas, dan kuncinya; simpanan lama dibuang."""
    shutil.rmtree(simpanan.parent, ignore_errors=True)
    simpanan.mkdir(parents=True)
    with (
        sqlite3.connect(data / "kasuari.sqlite3") as asal,
        sqlite3.connect(simpanan / "kasuari.sqlite3") as tujuan,
    ):
        asal.backup(tujuan)
    for nama in ("larian", "berkas", "kunci"):
        if (data / nama).exists():
            shutil.copytree(data / nama, simpanan / nama)


def sidik(asn: int, per: date) -> str:
    """Sidik semua kode Kasuari dan pilihan: kode berubah berarti kota dibuat lagi."""
    import kasuari

    akar = Path(kasuari.__file__).parent
    h = hashlib.sha256(f"{asn}-{per}".encode())
    for berkas in sorted(akar.rglob("*")):
        if berkas.suffix in {".py", ".toml", ".csv"} and "tests" not in berkas.parts:
            h.update(berkas.read_bytes())
    return h.hexdigest()[:20]
