"""Menata lembar: menemukan kepala kolom, memasangkan baris, dan menyisihkan baris yang bukan data."""

from .kolom import Isian
from .susun import Tersusun, susun

__all__ = ["Isian", "Tersusun", "susun"]
