"""Kira-kira menunggu berapa lama: median lama layanan yang baru lewat, dibagi loket yang sedang bekerja. Fungsi murni."""

from collections.abc import Sequence
from math import ceil

GENAP = 5  # menit: perkiraan ditulis dalam kelipatan ini, supaya tidak terbaca seperti janji


def median(menit: Sequence[int]) -> int | None:
    urut = sorted(menit)
    if not urut:
        return None
    tengah = len(urut) // 2
    return urut[tengah] if len(urut) % 2 else (urut[tengah - 1] + urut[tengah] + 1) // 2


def tunggu(di_depan: int, menit_layan: int, loket: int) -> int:
    """Menit sampai dipanggil, dibulatkan ke atas ke kelipatan lima; 0 bila tidak ada orang di depan."""
    if di_depan <= 0:
        return 0
    return ceil(di_depan * menit_layan / max(1, loket) / GENAP) * GENAP
