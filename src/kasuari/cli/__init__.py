"""Baris perintah `kasuari`: pintu ke hukum, ke impor, dan ke perawatan. Satu modul satu perintah.

Perintah dimuat saat dipanggil, supaya `kasuari hitung` dan `kasuari kasus` tidak menyalakan Django.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

# nama perintah -> (modul, satu kalimat bantuan). Tiap modul punya `jalankan(argumen) -> kode keluar`.
PERINTAH: dict[str, tuple[str, str]] = {
    "aturan": ("kasuari.cli.aturan", "Melihat hukum: aturan [KODE] [--cari KATA] [--pada TANGGAL] [--json]."),
    "hitung": ("kasuari.cli.hitung", "Menghitung satu kasus dari masukan JSON, dengan jejaknya [--teks]."),
    "kasus": ("kasuari.cli.kasus", "Menjalankan berkas kasus dan membandingkan hasilnya."),
    "impor": ("kasuari.cli.impor", "Membaca berkas kantor: impor SUBJEK BERKAS [--uji] [--json]."),
    "contoh": ("kasuari.cli.contoh", "Mengisi kota contoh: contoh --asn N --per TANGGAL."),
    "jejak": ("kasuari.cli.jejak", "Ekspor, verifikasi, dan segel jejak."),
    "siapkan": ("kasuari.cli.siapkan", "Migrasi, berkas statis, dan kota demo bila kosong."),
    "layanan": ("kasuari.cli.layanan", "Memuat katalog layanan awal bagi unit yang ada."),
    "layani": ("kasuari.cli.layani", "Server web dan pekerja latar sekaligus."),
    "peran": ("kasuari.cli.peran", "SQL hak peran aplikasi di PostgreSQL."),
    "pekerja": ("kasuari.cli.pekerja", "Pekerja latar saja."),
    "periksa": ("kasuari.cli.periksa", "Memeriksa pemasangan dan menyebut perbaikannya."),
    "django": ("kasuari.cli.django_", "Perintah Django: migrate, collectstatic, shell."),
}


def main(argv: Sequence[str] | None = None) -> int:
    argumen = list(sys.argv[1:] if argv is None else argv)
    if not argumen or argumen[0] in {"-h", "--help", "bantuan"}:
        _bantuan()
        return 0
    nama, *sisa = argumen
    if nama not in PERINTAH:
        print(f"kasuari: perintah '{nama}' tidak dikenal. Lihat: kasuari bantuan", file=sys.stderr)
        return 2
    try:
        kode = import_module(PERINTAH[nama][0]).jalankan(sisa)
        sys.stdout.flush()
    except BrokenPipeError:  # pembacanya (head, less) berhenti lebih dulu: bukan galat yang perlu jejak
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return kode


def _bantuan() -> None:
    print("kasuari PERINTAH [...]\n")
    for nama, (_, kalimat) in sorted(PERINTAH.items()):
        print(f"  {nama:<12} {kalimat}")
