"""Menjalankan mutan: satu proses induk mengumpulkan uji dan liputan, satu anak (fork) tiap mutan.

Anak menukar kode fungsi yang berubah di tempat, lalu menjalankan hanya uji yang menyentuh baris itu. Baris yang
sudah dijalankan saat impor (pembuat rumus, tembolok) tidak cukup ditukar: modul dan uji dimuat lagi dari sumber
yang berubah, di dalam anak itu juga. Anak berhenti pada uji pertama yang gagal. Yang tidak dijalankan tidak pernah
membunuh: batas banyaknya uji hanya dapat menurunkan angka.
"""

import builtins
import contextlib
import gc
import importlib.abc
import importlib.util
import os
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import coverage
import pytest
from _pytest.runner import runtestprotocol

from .mutan import Berkas, Mutan

AKAR = Path(__file__).resolve().parent.parent.parent
ATURAN = AKAR / "src" / "kasuari" / "aturan"
PAKET = "kasuari.aturan"
PROSES = 2
TERBUNUH, HIDUP, HABIS, BUKAN = "terbunuh", "hidup", "waktu habis", "bukan mutan"
_LULUS, _GAGAL, _TAK_SAH = 0, 1, 77
_MEMORI = 6 * 2**30
_PALING_BANYAK = (
    400  # uji tiap mutan, yang tersingkat dahulu: baris yang disentuh semua uji pun cukup dengan ini
)


@dataclass
class Putusan:
    """Nasib satu mutan dan lamanya (detik)."""

    mutan: Mutan
    nasib: str
    detik: float


Selesai = Callable[[Berkas, list[Putusan]], None]


@dataclass
class Liputan:
    """Uji mana menyentuh baris mana. `impor` = baris yang berjalan sebelum uji pertama."""

    lama: dict[str, float] = field(default_factory=dict)
    uji: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    impor: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def isi(self, data: coverage.CoverageData) -> None:
        for berkas in data.measured_files():
            for baris, konteks in data.contexts_by_lineno(berkas).items():
                for k in konteks:
                    if k:
                        self.uji[berkas, baris].add(k)
                    else:
                        self.impor[berkas].add(baris)


class Mutasi:
    """Plugin pytest: mengganti jalannya sesi dengan liputan lalu mutan demi mutan."""

    def __init__(
        self, berkas: list[Berkas], hanya: set[str] | None, cov: coverage.Coverage, selesai: Selesai
    ) -> None:
        self.berkas = {b.modul: b for b in berkas}
        self.mutan = {b.modul: [m for m in b.mutan if hanya is None or m.nama in hanya] for b in berkas}
        self.cov, self.selesai = cov, selesai
        self.liputan = Liputan()
        self.putusan: dict[str, list[Putusan]] = defaultdict(list)
        self.pembunuh: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.gagal_awal: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.butir = {b.nodeid: b for b in session.items}
        self._ukur()
        if self.gagal_awal:
            raise pytest.UsageError(f"Uji gagal sebelum ada mutan: {self.gagal_awal}")
        self.fungsi = _fungsi_hidup()
        gc.freeze()
        self._semua()
        return True

    def _ukur(self) -> None:
        """Tiap uji sekali, dengan liputan menurut uji."""
        with Path(os.devnull).open("w") as diam, contextlib.redirect_stdout(diam):
            for nama, butir in self.butir.items():
                self.cov.switch_context(nama)
                mulai = time.perf_counter()
                if not _lulus(butir):
                    self.gagal_awal.append(nama)
                self.liputan.lama[nama] = time.perf_counter() - mulai
        self.cov.stop()
        self.liputan.isi(self.cov.get_data())

    def _calon(self, m: Mutan) -> list[str]:
        """Uji yang menyentuh mutan itu: pembunuh tetangganya dahulu, lalu yang tersingkat."""
        jalur = str(self.berkas[m.modul].jalur)
        calon = set().union(*(self.liputan.uji.get((jalur, b), set()) for b in m.baris))
        tetangga = [u for u in reversed(self.pembunuh[m.modul, m.fungsi]) if u in calon]
        urut = sorted(calon, key=self.liputan.lama.__getitem__)
        return list(dict.fromkeys([*tetangga, *urut]))[:_PALING_BANYAK]

    def _sekitar(self, m: Mutan) -> list[str]:
        """Uji yang menyentuh berkas mutan itu; semua uji bila berkasnya hanya berjalan saat impor."""
        jalur = str(self.berkas[m.modul].jalur)
        uji = set().union(*(u for (berkas, _), u in self.liputan.uji.items() if berkas == jalur))
        return sorted(uji or self.butir, key=self.liputan.lama.__getitem__)[:_PALING_BANYAK]

    def _segar(self, m: Mutan) -> bool:
        """Apakah hasil fungsi itu sudah tersimpan sejak impor, sehingga menukar kodenya terlambat."""
        impor = self.liputan.impor[str(self.berkas[m.modul].jalur)]
        return m.tembolok or not m.baris <= m.badan or not impor.isdisjoint(m.badan)

    def _semua(self) -> None:
        berjalan: dict[int, tuple[Mutan, int, float]] = {}
        for m in (m for isi in self.mutan.values() for m in isi):
            if len(berjalan) >= PROSES:
                self._tunggu(berjalan)
            baca, tulis = os.pipe()
            mulai = time.perf_counter()
            anak = os.fork()
            if anak == 0:
                os.close(baca)
                os._exit(self._anak(m, tulis))
            os.close(tulis)
            berjalan[anak] = (m, baca, mulai)
        while berjalan:
            self._tunggu(berjalan)

    def _tunggu(self, berjalan: dict[int, tuple[Mutan, int, float]]) -> None:
        anak, status = os.wait()
        m, baca, mulai = berjalan.pop(anak)
        pembunuh = os.read(baca, 4096).decode()
        os.close(baca)
        kode = os.waitstatus_to_exitcode(status)
        if pembunuh and kode == _GAGAL:
            deret = self.pembunuh[m.modul, m.fungsi]
            deret[:] = [*(u for u in deret if u != pembunuh), pembunuh]
        habis = kode in (-signal.SIGPROF, -signal.SIGALRM)
        nasib = HABIS if habis else {_LULUS: HIDUP, _TAK_SAH: BUKAN}.get(kode, TERBUNUH)
        putusan = self.putusan[m.modul]
        putusan.append(Putusan(m, nasib, time.perf_counter() - mulai))
        if len(putusan) == len(self.mutan[m.modul]):
            self.selesai(self.berkas[m.modul], putusan)

    def _anak(self, m: Mutan, pipa: int) -> int:
        """Di proses anak: terapkan mutan, jalankan uji; kode keluar 0 = semua lulus = mutan hidup."""
        diam = os.open(os.devnull, os.O_WRONLY)
        os.dup2(diam, 1)
        os.dup2(diam, 2)
        try:
            kode = compile(m.sumber, str(self.berkas[m.modul].jalur), "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return _TAK_SAH
        calon = self._calon(m)
        segar = self._segar(m)
        lama = sum(self.liputan.lama.values()) if segar else sum(self.liputan.lama[c] for c in calon)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORI, _MEMORI))
        # waktu prosesor, supaya mesin yang sibuk tidak membunuh mutan; jam dinding hanya bagi yang macet diam
        for tanda, jam, kali in (
            (signal.SIGPROF, signal.ITIMER_PROF, 4),
            (signal.SIGALRM, signal.ITIMER_REAL, 40),
        ):
            signal.signal(tanda, signal.SIG_DFL)
            signal.setitimer(jam, kali * (1 + lama))
        try:
            if segar or not self._tukar(m, kode):
                return self._muat_ulang(m, kode, calon)
            for nama in calon:
                if not _lulus(self.butir[nama]):
                    os.write(pipa, nama.encode())
                    return _GAGAL
        except BaseException:  # mutan yang merusak jalannya uji pun ketahuan
            return _GAGAL
        return _LULUS

    def _tukar(self, m: Mutan, kode: CodeType) -> bool:
        """Tukar kode fungsi di tempat; False bila tidak dapat, mis. peubah bebasnya berubah."""
        baru = _cari(kode, m.fungsi)
        fungsi = self.fungsi[str(self.berkas[m.modul].jalur), m.fungsi]
        if len(baru) != 1 or not fungsi:
            return False
        for f in fungsi:
            if f.__code__.co_freevars != baru[0].co_freevars:
                return False
            f.__code__ = baru[0]
        return True

    def _muat_ulang(self, m: Mutan, kode: CodeType, calon: list[str]) -> int:
        """Muat lagi seluruh paket dan ujinya dengan modul yang berubah, lalu uji yang menyentuhnya."""
        nama = f"{PAKET}.{m.modul}".replace("/", ".").removesuffix(".__init__")
        sys.meta_path.insert(0, _Pemuat(nama, kode, self.berkas[m.modul].jalur))
        for modul in [k for k in sys.modules if k.startswith("kasuari")]:
            del sys.modules[modul]
        uji = calon or self._sekitar(m)
        return _GAGAL if pytest.main([*ARGUMEN, "-x", *uji]) != 0 else _LULUS


ARGUMEN = (
    *("-s", "-c", os.devnull, f"--rootdir={AKAR}", "--noconftest", "--import-mode=importlib"),
    *(f"-pno:{p}" for p in ("django", "xdist", "cacheprovider", "terminal", "playwright")),
)


class _Pemuat(importlib.abc.MetaPathFinder, importlib.abc.Loader):
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


def _lulus(butir: pytest.Item) -> bool:
    """Jalankan satu uji; True bila tidak gagal (uji yang dilewati juga tidak gagal)."""
    return not any(r.failed for r in runtestprotocol(butir, nextitem=None, log=False))


def _fungsi_hidup() -> dict[tuple[str, str], list[FunctionType]]:
    """Semua objek fungsi paket aturan menurut (berkas, nama penuh)."""
    hasil: dict[tuple[str, str], list[FunctionType]] = defaultdict(list)
    for f in gc.get_objects():
        if isinstance(f, FunctionType) and f.__code__.co_filename.startswith(str(ATURAN)):
            hasil[f.__code__.co_filename, f.__code__.co_qualname].append(f)
    return hasil


def _cari(kode: CodeType, nama: str) -> list[CodeType]:
    anak = [k for k in kode.co_consts if isinstance(k, CodeType)]
    return [k for k in anak if k.co_qualname == nama] + [c for k in anak for c in _cari(k, nama)]


def jalankan(berkas: list[Berkas], hanya: set[str] | None, selesai: Selesai) -> dict[str, list[Putusan]]:
    """Uji semua mutan berkas-berkas itu (atau `hanya` yang bernama itu); putusan menurut modul.

    `selesai` dipanggil tiap modul habis. Galat: `SystemExit` bila ada uji yang gagal sebelum ada mutan.
    """
    cov = coverage.Coverage(data_file=None, source=[str(ATURAN)], config_file=False, omit=["*/tests/*"])
    cov.start()
    plugin = Mutasi(berkas, hanya, cov, selesai)
    lewati = [f"--deselect=src/kasuari/aturan/tests/{u}" for u in DILEWATI]
    pytest.main([*ARGUMEN, str(ATURAN / "tests"), *lewati], plugins=[plugin])
    if plugin.gagal_awal or not plugin.putusan:
        raise SystemExit(f"Tidak ada yang diuji; gagal sebelum ada mutan: {plugin.gagal_awal}")
    return plugin.putusan


# proses lain tidak melihat mutan, dan uji yang mengukur waktu gagal karena mesin sibuk, bukan karena mutan
DILEWATI = (
    "test_kasus.py::test_hukum_berjalan_tanpa_django",
    "test_lengkap.py::test_seluruh_hukum_dimuat_tanpa_django_dan_tanpa_basis_data",
    "test_ip_asn.py::test_lima_ribu_orang_jauh_di_bawah_satu_detik",
)
