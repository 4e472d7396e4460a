"""Yang dipakai uji semua ruang: letak bahan bersama."""

import os
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parent.parent


def shared(*bagian: str) -> Path:
    """Berkas di folder bahan bersama. Di CI berkas yang hilang adalah kegagalan; di tempat lain uji dilewati."""
    dasar = Path(os.environ.get("KASUARI_SHARED", AKAR.parent / "shared"))
    berkas = dasar.joinpath(*bagian)
    if not berkas.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"Bahan bersama tidak ada: {'/'.join(bagian)}")
        pytest.skip(f"Bahan bersama tidak ada: {'/'.join(bagian)}")
    return berkas
