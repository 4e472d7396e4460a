"""Enkripsi data diam dan indeks buta. Tiap nilai membawa id kuncinya, supaya kunci dapat diganti bertahap."""

import base64
import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet
from django.conf import settings


@lru_cache(maxsize=4)
def _kunci(setelan: str) -> dict[str, bytes]:
    """'id:rahasia,id2:rahasia2' -> {id: 32 byte}. Tanpa id, kunci bernama 'k1'."""
    hasil = {}
    for bagian in setelan.split(","):
        nama, _, rahasia = bagian.strip().rpartition(":")
        hasil[nama or "k1"] = hashlib.sha256(rahasia.encode()).digest()
    return hasil


def _turunan(nama: str, guna: str) -> bytes:
    return hmac.digest(_kunci(settings.KUNCI_DATA)[nama], guna.encode(), "sha256")


@lru_cache(maxsize=64)
def _fernet(setelan: str, nama: str, guna: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_turunan(nama, guna)))


def enkripsi(isi: bytes, guna: str, *, berjam: bool = True) -> bytes:
    """Menyandikan `isi` dengan kunci terbaru untuk satu guna (mis. 'nik'); hasil 'id|token'.

    Token Fernet memuat saat pembuatannya tanpa tersandi. `berjam` False: jam itu nol, untuk suara tanpa nama.
    """
    nama = next(iter(_kunci(settings.KUNCI_DATA)))
    fernet = _fernet(settings.KUNCI_DATA, nama, guna)
    return nama.encode() + b"|" + (fernet.encrypt(isi) if berjam else fernet.encrypt_at_time(isi, 0))


def dekripsi(sandi: bytes, guna: str) -> bytes:
    nama, _, token = bytes(sandi).partition(b"|")
    return _fernet(settings.KUNCI_DATA, nama.decode(), guna).decrypt(token)


def indeks_buta(teks: str, guna: str) -> bytes:
    """HMAC 16 byte untuk mencari persis tanpa menyimpan isinya (kunci tertua, agar indeks tetap)."""
    nama = list(_kunci(settings.KUNCI_DATA))[-1]
    return hmac.digest(_turunan(nama, f"buta:{guna}"), teks.encode(), "sha256")[:16]
