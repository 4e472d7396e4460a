"""Satu folder satu jenis usulan. Memuat paketnya mendaftarkan jenisnya; jenis baru cukup folder baru."""

from importlib import import_module
from pkgutil import iter_modules


def muat() -> None:
    for m in sorted(iter_modules(__path__), key=lambda m: m.name):
        if m.ispkg:
            import_module(f"{__name__}.{m.name}")
