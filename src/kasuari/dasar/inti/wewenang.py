"""Colokan izin bagi ruang yang berdiri di bawah `akun`. Tanpa colokan, hanya sistem yang boleh."""

from collections.abc import Callable

from kasuari.dasar.inti.galat import TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku

Pemeriksa = Callable[[Pelaku, str, object], bool]
_pemeriksa: list[Pemeriksa] = []


def pasang(pemeriksa: Pemeriksa) -> None:
    """Dipanggil `akun` sekali saat start."""
    _pemeriksa[:] = [pemeriksa]


def wajib(pelaku: Pelaku, izin: str, objek: object = None) -> None:
    """TidakBoleh bila pelaku tidak punya izin itu atas objek (None = izin tanpa objek)."""
    if pelaku.sistem or any(p(pelaku, izin, objek) for p in _pemeriksa):
        return
    raise TidakBoleh("Anda belum punya izin untuk tindakan ini. Minta izin kepada admin sistem.")
