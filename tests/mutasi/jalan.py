"""Menjalankan mutan: satu proses induk mengumpulkan uji dan liputan, satu anak (fork) tiap mutan.

Anak menukar kode fungsi yang berubah di tempat, lalu menjalankan hanya uji yang menyentuh baris itu. Baris yang
sudah dijalankan saat impor (pembuat rumus, tembolok) tidak cukup ditukar: modul dan uji dimuat lagi dari sumber
yang berubah, di dalam anak itu juga. Anak berhenti pada uji pertama yang gagal. Yang tidak dijalankan tidak pernah
membunuh: batas banyaknya uji hanya dapat menurunkan angka.
"""

import contextlib
import gc
import os
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType

import coverage
import pytest

from .alat import ARGUMEN, ATURAN, Pemuat, Pencatat, batasi, cari, diam, fungsi_hidup, lulus
from .mutan import Berkas, Mutan

PAKET = "kasuari.aturan"
PROSES = 2
TERBUNUH, HIDUP, HABIS, BUKAN = "terbunuh", "hidup", "waktu habis", "bukan mutan"
_LULUS, _GAGAL, _TAK_SAH = 0, 1, 77
_PERTAMA = 15  # uji yang dicoba dahulu sesudah memuat ulang, supaya tidak semua berkas uji ikut dimuat
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
        self.fungsi = fungsi_hidup()
        gc.freeze()
        self._periksa_muat_ulang()
        self._semua()
        return True

    def _ukur(self) -> None:
        """Tiap uji sekali, dengan liputan menurut uji."""
        with Path(os.devnull).open("w") as diam, contextlib.redirect_stdout(diam):
            for nama, butir in self.butir.items():
                self.cov.switch_context(nama)
                mulai = time.perf_counter()
                if not lulus(butir):
                    self.gagal_awal.append(nama)
                self.liputan.lama[nama] = time.perf_counter() - mulai
        self.cov.stop()
        self.liputan.isi(self.cov.get_data())

    def _periksa_muat_ulang(self) -> None:
        """Memuat ulang tanpa perubahan apa pun tidak boleh menggagalkan satu uji pun."""
        berkas = next(iter(self.berkas.values()))
        anak = os.fork()
        if anak == 0:
            diam()
            kode = compile(berkas.teks, str(berkas.jalur), "exec", dont_inherit=True)
            os._exit(bool(self._muat_ulang(berkas, kode, list(self.butir))))
        if os.waitpid(anak, 0)[1] != 0:
            raise pytest.UsageError("Uji gagal sesudah dimuat ulang tanpa mutan.")

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
        urut = sorted(uji or self.butir, key=self.liputan.lama.__getitem__)
        return urut[:_PALING_BANYAK] if uji else urut

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
        diam()
        try:
            kode = compile(m.sumber, str(self.berkas[m.modul].jalur), "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return _TAK_SAH
        calon = self._calon(m)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORI, _MEMORI))
        for tanda in (signal.SIGPROF, signal.SIGALRM):
            signal.signal(tanda, signal.SIG_DFL)
        try:
            if not self._segar(m) and self._tukar(m, kode):
                gagal = next((nama for nama in calon if not self._lulus(nama)), "")
            else:
                # yang tersimpan hanya dijalankan uji pertama, tetapi dipakai semua uji di sekitarnya
                uji = self._sekitar(m) if m.tembolok or not calon else calon
                gagal = self._muat_ulang(self.berkas[m.modul], kode, uji)
        except BaseException:  # mutan yang merusak jalannya uji pun ketahuan
            return _GAGAL
        os.write(pipa, gagal.encode())
        return _GAGAL if gagal else _LULUS

    def _lulus(self, nama: str) -> bool:
        batasi(self.liputan.lama[nama])
        return lulus(self.butir[nama])

    def _tukar(self, m: Mutan, kode: CodeType) -> bool:
        """Tukar kode fungsi di tempat; False bila tidak dapat, mis. peubah bebasnya berubah."""
        baru = cari(kode, m.fungsi)
        fungsi = self.fungsi[str(self.berkas[m.modul].jalur), m.fungsi]
        if len(baru) != 1 or not fungsi:
            return False
        for f in fungsi:
            if f.__code__.co_freevars != baru[0].co_freevars:
                return False
            f.__code__ = baru[0]
        return True

    def _muat_ulang(self, berkas: Berkas, kode: CodeType, uji: list[str]) -> str:
        """Muat lagi seluruh paket dan ujinya dengan modul yang berubah, lalu uji; jawaban: uji yang gagal, atau ''."""
        nama = f"{PAKET}.{berkas.modul}".replace("/", ".").removesuffix(".__init__")
        sys.meta_path.insert(0, Pemuat(nama, kode, berkas.jalur))
        for modul in [k for k in sys.modules if k.startswith("kasuari")]:
            del sys.modules[modul]
        for ikut in (uji[:_PERTAMA], uji[_PERTAMA:]):
            batasi(sum(self.liputan.lama[u] for u in ikut))
            catatan = Pencatat()
            if ikut and pytest.main([*ARGUMEN, "-x", *ikut], plugins=[catatan]) != 0:
                return catatan.gagal or ikut[0]
        return ""


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
