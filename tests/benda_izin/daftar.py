"""Daftar pembuat benda, dan isi kiriman tiap alamat."""

import uuid
from collections.abc import Callable
from typing import Any

Argumen = dict[str, Any]
PEMBUAT: dict[str, Callable[[], tuple[Argumen, Argumen]]] = {}
# Isi kiriman POST menurut nama alamat; bawaannya kosong (422 berarti izinnya lolos, isiannya belum).
KIRIMAN: dict[str, dict[str, str]] = {
    "surat:ulang": {"kunci": str(uuid.uuid4())},
    "akun_bahasa": {"language": "id", "next": "/kerja/saya/akun/"},
    "profesionalitas:hitung": {"tahun": "2025", "kunci": str(uuid.uuid4())},
}


def benda(*nama: str) -> Callable[[Callable[[], tuple[Argumen, Argumen]]], None]:
    def pasang(fungsi: Callable[[], tuple[Argumen, Argumen]]) -> None:
        for n in nama:
            PEMBUAT[n] = fungsi

    return pasang
