"""Kode sekali pakai: TOTP (RFC 6238) dan kode tercetak yang mudah dibaca. Fungsi murni, tanpa basis data."""

import base64
import hashlib
import hmac
import re
import secrets
import struct
from datetime import datetime
from urllib.parse import quote

from kasuari.dasar.inti.sandi import indeks_buta

DETIK = 30
JENDELA = 2  # langkah ke kiri dan kanan: jam HP yang meleset semenit tetap diterima (ux.md 2.1)
ABJAD = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # tanpa 0 O 1 I L


def rahasia_baru() -> bytes:
    """160 bit, ukuran yang dianjurkan RFC 4226 pasal 4."""
    return secrets.token_bytes(20)


def langkah(saat: datetime) -> int:
    return int(saat.timestamp()) // DETIK


def totp(rahasia: bytes, ke: int) -> str:
    """Enam angka untuk langkah waktu ke-`ke` (HMAC-SHA1, seperti semua aplikasi autentikator)."""
    sidik = hmac.digest(rahasia, struct.pack(">Q", ke), hashlib.sha1)
    awal = sidik[-1] & 15
    return f"{(struct.unpack('>I', sidik[awal : awal + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def langkah_cocok(rahasia: bytes, tulisan: str, saat: datetime) -> int | None:
    """Langkah waktu yang menghasilkan kode itu, di dalam jendela; None bila tidak ada."""
    angka, kini = re.sub(r"\s", "", tulisan), langkah(saat)
    cocok = [
        ke
        for ke in range(kini - JENDELA, kini + JENDELA + 1)
        if hmac.compare_digest(totp(rahasia, ke).encode(), angka.encode())
    ]
    return cocok[-1] if cocok else None


def alamat_totp(rahasia: bytes, nama: str, penerbit: str) -> str:
    """Isi kode QR bagi aplikasi autentikator."""
    return f"otpauth://totp/{quote(penerbit)}:{quote(nama)}?secret={tulis_rahasia(rahasia)}&issuer={quote(penerbit)}"


def tulis_rahasia(rahasia: bytes) -> str:
    return base64.b32encode(rahasia).decode()


def acak(kelompok: int = 3) -> str:
    """Kode tercetak, misalnya '7K4M-Q2TX-9HDB': empat huruf tiap kelompok, hampir lima bit tiap huruf."""
    return "-".join("".join(secrets.choice(ABJAD) for _ in range(4)) for _ in range(kelompok))


def sidik(tulisan: str, guna: str) -> bytes:
    """Sidik berkunci; spasi, tanda hubung, dan huruf kecil tidak berarti."""
    return indeks_buta(re.sub(r"[\s-]", "", tulisan).upper(), guna)
