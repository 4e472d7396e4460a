"""Baris perintah `kasuari`: pintu ke hukum, ke impor, dan ke perawatan. Satu modul satu perintah.

Perintah dimuat saat dipanggil, supaya `kasuari hitung` dan `kasuari kasus` tidak menyalakan Django.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

# nama perintah -> (modul, satu kalimat bantuan). Tiap modul punya `jalankan(argumen) -> kode keluar`.
PERINTAH: dict[str, tuple[str, str]] = {
    "hitung": ("kasuari.cli.hitung", "hitung satu jenis aturan dari masukan JSON di stdin, dengan jejaknya"),
    "impor": ("kasuari.cli.impor", "periksa atau simpan berkas kantor (xlsx, xls, csv)"),
    "kasus": ("kasuari.cli.kasus", "jalankan berkas kasus dan bandingkan hasilnya"),
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
    return import_module(PERINTAH[nama][0]).jalankan(sisa)


def _bantuan() -> None:
    print("kasuari PERINTAH [...]\n")
    for nama, (_, kalimat) in sorted(PERINTAH.items()):
        print(f"  {nama:<12} {kalimat}")
