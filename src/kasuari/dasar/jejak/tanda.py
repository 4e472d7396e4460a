"""Tanda tangan akar: murni, dapat dipakai pemeriksa luar tanpa Django."""

from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def pesan_akar(ukuran: int, akar: bytes, waktu: datetime) -> bytes:
    """Yang ditandatangani: 'kasuari-akar-v1', ukuran, waktu ISO UTC, akar heksadesimal, tiap satu baris."""
    return f"kasuari-akar-v1\n{ukuran}\n{waktu.isoformat()}\n{akar.hex()}\n".encode()


def tanda_tangan_sah(umum: bytes, ukuran: int, akar: bytes, waktu: datetime, tanda: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(umum).verify(bytes(tanda), pesan_akar(ukuran, bytes(akar), waktu))
    except InvalidSignature:
        return False
    return True
