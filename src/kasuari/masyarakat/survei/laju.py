"""Pembatas laju kiriman umum di ingatan proses: tidak ada alamat, sidik alamat, atau jam yang tertulis ke basis data.

`akun.laju` menulis satu baris berjam tiap percobaan; di sini baris itu dapat dijejerkan dengan urutan kiriman.
Kantor, sekolah, dan layar loket sering berbagi satu alamat, jadi batasnya longgar; tiap proses menghitung sendiri.
"""

import hashlib
import os
import time

BANYAK, MASA, MUAT = (
    120,
    60,
    20_000,
)  # kiriman tiap alamat tiap `MASA` detik; alamat paling banyak yang diingat
_garam = os.urandom(16)
_hitung: dict[bytes, int] = {}
_jendela = 0


def terlalu_sering(alamat: str, banyak: int = 0) -> bool:
    """Mencatat satu kiriman dari alamat ini; True bila sudah lewat `banyak` (bawaan: BANYAK) dalam jendela ini."""
    global _jendela, _garam
    kini = int(time.monotonic()) // MASA
    if kini != _jendela or len(_hitung) > MUAT:
        _hitung.clear()
        _jendela, _garam = kini, os.urandom(16)
    siapa = hashlib.blake2b(alamat.encode(), key=_garam, digest_size=8).digest()
    _hitung[siapa] = _hitung.get(siapa, 0) + 1
    return _hitung[siapa] > (banyak or BANYAK)
