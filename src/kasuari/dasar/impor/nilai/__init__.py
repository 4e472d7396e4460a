"""Pembersih nilai: teks sel menjadi nilai baku, atau temuan yang menyebut apa yang salah. Tidak pernah menebak."""

from .bersih import Bersih, gagal, kosong, rapikan

__all__ = ["Bersih", "gagal", "kosong", "rapikan"]
