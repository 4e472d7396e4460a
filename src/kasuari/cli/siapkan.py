"""`kasuari siapkan [--asn N] [--per TANGGAL]`: migrasi, berkas statis, dan (hanya demo) kota contoh bila masih kosong."""

import argparse
from collections.abc import Sequence
from datetime import date

from kasuari.cli import nyala


def jalankan(argumen: Sequence[str]) -> int:
    nyala.django()
    from django.conf import settings
    from django.core.management import call_command

    from kasuari.cli import contoh

    pilihan = argparse.ArgumentParser(prog="kasuari siapkan")
    pilihan.add_argument("--asn", type=int, default=4800)
    pilihan.add_argument("--per", type=date.fromisoformat, default=None)
    pilihan.add_argument("--port", type=int, default=8000)
    p = pilihan.parse_args(argumen)
    if settings.MODE == "demo":
        contoh.isi_bila_kosong(p.asn, p.per)
    print("Menyiapkan basis data dan berkas statis ...", flush=True)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if settings.MODE == "demo":
        _sebut_akun(p.port)
    return 0


def _sebut_akun(port: int) -> None:
    from kasuari.contoh.isi import demo
    from kasuari.contoh.peran import SANDI_DEMO

    print(f"\nKasuari berjalan di  http://127.0.0.1:{port}/   (tur: http://127.0.0.1:{port}/tur/)")
    print(f"Sandi semua akun demo: {SANDI_DEMO}\n")
    for d, akun in demo():
        print(f"  {akun.nomor}  {d.sebutan:<46} {akun.orang.nama}")
    print("\nCtrl-C menghentikan semuanya.\n", flush=True)
