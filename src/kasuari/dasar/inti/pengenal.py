"""Pengenal umum. v7 untuk benda biasa (urut waktu); v4 di mana waktu atau urutan dapat menunjuk orang."""

import os
import uuid

from kasuari.dasar.inti.waktu import sekarang

RUANG = uuid.UUID("6b617375-6172-4969-8000-000000000001")


def uuid7() -> uuid.UUID:
    """UUID v7 (RFC 9562): 48 bit milidetik dari jam `waktu.sekarang`, sisanya acak."""
    milidetik = int(sekarang().timestamp() * 1000) & ((1 << 48) - 1)
    acak = int.from_bytes(os.urandom(10))
    nilai = milidetik << 80 | 0x7 << 76 | (acak >> 68 & 0xFFF) << 64 | 0b10 << 62 | acak & ((1 << 62) - 1)
    return uuid.UUID(int=nilai)


def uuid_dari(*bagian: object) -> uuid.UUID:
    """UUID v5 yang selalu sama untuk bagian yang sama: kunci jadwal, reaksi, dan data contoh."""
    return uuid.uuid5(RUANG, "\x1f".join(str(b) for b in bagian))
