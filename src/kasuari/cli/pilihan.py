"""Membaca pilihan baris perintah tanpa keluar dari program: perintah sendiri yang menyebut kode keluarnya."""

import argparse
from collections.abc import Sequence


def baca(urai: argparse.ArgumentParser, argumen: Sequence[str]) -> argparse.Namespace | None:
    """None bila pilihannya salah (kalimatnya sudah ditulis); `--help` keluar seperti biasa."""
    try:
        return urai.parse_args(list(argumen))
    except SystemExit as keluar:
        if keluar.code == 0:
            raise
        return None
