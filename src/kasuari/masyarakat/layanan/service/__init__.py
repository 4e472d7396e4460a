"""Pintu tulis layanan: pengisian oleh warga, pekerjaan petugas, formulir, dan standar."""

from kasuari.masyarakat.layanan import katalog, standar
from kasuari.masyarakat.layanan.service import data, formulir, isi, kerja

__all__ = ["data", "formulir", "isi", "katalog", "kerja", "standar"]
