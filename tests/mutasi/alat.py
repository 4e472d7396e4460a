"""Perkakas proses mutasi: memuat modul yang berubah, menjalankan satu uji, dan membatasi waktunya."""

import builtins
import gc
import importlib.abc
import importlib.util
import os
import signal
from collections import defaultdict
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest
from _pytest.runner import runtestprotocol

AKAR = Path(__file__).resolve().parent.parent.parent
ATURAN = AKAR / "src" / "kasuari" / "aturan"


class Pencatat:
    """Uji pertama yang gagal dalam satu jalan pytest."""

    gagal = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.gagal:
            self.gagal = report.nodeid


def diam() -> None:
    """Keluaran proses ini dibuang."""
    buang = os.open(os.devnull, os.O_WRONLY)
    os.dup2(buang, 1)
    os.dup2(buang, 2)


def batasi(lama: float) -> None:
    """Batas waktu sejak sekarang: waktu prosesor, supaya mesin yang sibuk tidak membunuh mutan; jam dinding bagi yang macet."""
    signal.setitimer(signal.ITIMER_PROF, 4 + 4 * lama)
    signal.setitimer(signal.ITIMER_REAL, 60 + 60 * lama)


ARGUMEN = (
    *("-s", "-c", os.devnull, f"--rootdir={AKAR}", "--noconftest", "--import-mode=importlib"),
    *(f"-pno:{p}" for p in ("django", "xdist", "cacheprovider", "terminal", "playwright")),
)


class Pemuat(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Menyajikan satu modul dari kode yang sudah berubah."""

    def __init__(self, nama: str, kode: CodeType, jalur: Path) -> None:
        self.nama, self.kode, self.jalur = nama, kode, jalur

    def find_spec(self, nama: str, path: object = None, target: object = None) -> object:
        if nama != self.nama:
            return None
        cari = [str(self.jalur.parent)] if self.jalur.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            nama, self.jalur, loader=self, submodule_search_locations=cari
        )

    def exec_module(self, module: ModuleType) -> None:
        builtins.exec(self.kode, module.__dict__)


def lulus(butir: pytest.Item) -> bool:
    """Jalankan satu uji; True bila tidak gagal (uji yang dilewati juga tidak gagal)."""
    return not any(r.failed for r in runtestprotocol(butir, nextitem=None, log=False))


def fungsi_hidup() -> dict[tuple[str, str], list[FunctionType]]:
    """Semua objek fungsi paket aturan menurut (berkas, nama penuh)."""
    hasil: dict[tuple[str, str], list[FunctionType]] = defaultdict(list)
    for f in gc.get_objects():
        if isinstance(f, FunctionType) and f.__code__.co_filename.startswith(str(ATURAN)):
            hasil[f.__code__.co_filename, f.__code__.co_qualname].append(f)
    return hasil


def cari(kode: CodeType, nama: str) -> list[CodeType]:
    anak = [k for k in kode.co_consts if isinstance(k, CodeType)]
    return [k for k in anak if k.co_qualname == nama] + [c for k in anak for c in cari(k, nama)]
