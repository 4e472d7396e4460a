"""Menyandi dan membuka isian serta identitas pemohon; sidik berkunci untuk membukanya kembali tanpa akun."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from kasuari.dasar.inti.sandi import dekripsi, enkripsi, indeks_buta
from kasuari.masyarakat.layanan.models import Permohonan, Tanya


def sandi(isi: Mapping[str, Any], guna: str) -> bytes:
    return enkripsi(json.dumps(isi, ensure_ascii=False).encode(), f"layanan.{guna}")


def isi(p: Permohonan) -> dict[str, Any]:
    """Jawaban formulir; kosong sesudah dihapus."""
    return dict(json.loads(dekripsi(p.isi, "layanan.isi"))) if p.isi else {}


def pemohon(p: Permohonan) -> dict[str, Any]:
    """nama, lahir (ISO), telepon, email, alamat; kosong sesudah dihapus."""
    return dict(json.loads(dekripsi(p.pemohon, "layanan.pemohon"))) if p.pemohon else {}


def teks(nilai: bytes) -> str:
    return dekripsi(nilai, "layanan.tanya").decode() if nilai else ""


def sandi_teks(tulisan: str) -> bytes:
    return enkripsi(tulisan.encode(), "layanan.tanya")


def pertanyaan(t: Tanya) -> str:
    return teks(bytes(t.pertanyaan))


def buta(kode: str, nilai: str, guna: str) -> bytes:
    """Sidik yang terikat pada satu kode: dua permohonan orang yang sama tidak dapat disambungkan darinya."""
    return indeks_buta(f"{kode}|{nilai}", f"layanan.{guna}") if nilai else b""


def cocok(p: Permohonan, lahir: date | None, telepon: str) -> bool:
    """Apakah tanggal lahir atau nomor HP itu milik pemohonnya."""
    lewat_lahir = lahir is not None and buta(p.kode, lahir.isoformat(), "lahir") == bytes(p.buta_lahir)
    angka = re.sub(r"[^0-9]", "", telepon)
    lewat_telepon = bool(angka) and buta(p.kode, angka, "telepon") == bytes(p.buta_telepon)
    return lewat_lahir or lewat_telepon
