"""Bentuk baku JSON yang disidik. Byte versi di depan: bentuk lama tetap dapat diperiksa bila bentuk berubah."""

import hashlib
import json
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

VERSI = b"\x01"


def _ubah(nilai: object) -> object:
    if isinstance(nilai, datetime | date):
        return nilai.isoformat()
    if isinstance(nilai, UUID | Decimal):
        return str(nilai)
    if isinstance(nilai, set | frozenset):
        return sorted(nilai)  # type: ignore[type-var]
    if isinstance(nilai, bytes | memoryview):
        return bytes(nilai).hex()
    raise TypeError(f"Tidak dapat dibakukan: {type(nilai).__name__}")


def baku(isi: object) -> bytes:
    """JSON terurut tanpa spasi, UTF-8, tanpa NaN. float ditolak diam-diam menjadi angka: jangan dipakai."""
    return json.dumps(
        isi, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_ubah
    ).encode()


def sidik_isi(isi: object) -> bytes:
    return hashlib.sha256(VERSI + baku(isi)).digest()


def sidik_daun(garam: bytes, isi_lengkap: bytes) -> bytes:
    """Sidik daun RFC 9162: SHA256(0x00 || garam || versi || isi baku)."""
    return hashlib.sha256(b"\x00" + garam + VERSI + isi_lengkap).digest()
