"""Menyatakan satu proses: tahapnya, langkahnya, siapa ditunggu. Satu tabel dibaca mesin, layar, dan gambarnya.

CUTI = daftarkan(Proses("cuti", 1, awal="draf", tahap=[
    Tahap("draf", _("Draf"), "perlu", menunggu=Pemohon()),
    Tahap("atasan", _("Menunggu atasan"), "diperiksa", menunggu=Atasan(), tenggat="alur_putus_cuti"),
    Tahap("disetujui", _("Disetujui"), "selesai"),
], langkah=[
    Langkah("draf", "ajukan", "atasan", _("Kirim"), siapa=Pemohon(), pisah="orang"),
    Langkah("atasan", "setujui", "disetujui", _("Setujui"), pisah="orang", efek=catat_cuti),
]))
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kasuari.dasar.alur.siapa import Siapa

# Lima keadaan yang dilihat orang (ia.md 5), dan satu akhir yang tidak dapat dipenuhi.
UMUM = ("diterima", "diperiksa", "perlu", "dikerjakan", "selesai", "tidak")
Efek = Callable[..., None]


class ProsesRusak(Exception):
    """Proses yang dinyatakan tidak utuh; diketahui saat start, bukan saat dipakai."""


@dataclass(frozen=True, slots=True)
class Tahap:
    """Satu keadaan. Tanpa `menunggu` ia akhir. `umum`: satu dari UMUM. `tenggat`: kode parameter hari kerja."""

    kode: str
    judul: Any
    umum: str
    menunggu: Siapa | None = None
    tenggat: str = ""


@dataclass(frozen=True, slots=True)
class Langkah:
    """Satu langkah. `siapa` kosong: yang ditunggu tahap itu. `pisah`: kelompok empat mata.

    `efek(kasus, langkah, pelaku)` berjalan dalam transaksi yang sama dan hanya menyentuh basis data.
    `kelas`: '' biasa, 'utama' tombol utama, 'bahaya' tombol yang mengakhiri atau menolak.
    """

    dari: str
    aksi: str
    ke: str
    judul: Any
    siapa: Siapa | None = None
    pisah: str = ""
    efek: Efek | None = None
    perlu_alasan: bool = False
    kelas: str = ""


@dataclass(frozen=True)
class Proses:
    """Satu proses satu versi. `izin`: kode izin yang harus ikut dalam pelimpahan supaya wakil boleh memutus."""

    kode: str
    versi: int
    judul: Any
    awal: str
    tahap: Sequence[Tahap]
    langkah: Sequence[Langkah]
    izin: str = ""
    alasan_siap: Mapping[str, Sequence[Any]] = field(default_factory=dict)  # aksi -> alasan siap pakai

    def __post_init__(self) -> None:
        kenal = set(self.menurut_kode)
        if len(kenal) != len(self.tahap) or self.awal not in kenal:
            raise ProsesRusak(f"Proses {self.kode}: tahap ganda, atau tahap awal tidak ada.")
        asing = {k for x in self.langkah for k in (x.dari, x.ke)} - kenal
        ganda = len({(x.dari, x.aksi) for x in self.langkah}) != len(self.langkah)
        if asing or ganda:
            raise ProsesRusak(
                f"Proses {self.kode}: tahap asing {sorted(asing)}, atau aksi ganda di satu tahap."
            )
        for t in self.tahap:
            if t.umum not in UMUM:
                raise ProsesRusak(f"Proses {self.kode}: keadaan umum '{t.umum}' tidak dikenal.")
            if bool(t.menunggu) != any(x.dari == t.kode for x in self.langkah):
                raise ProsesRusak(
                    f"Proses {self.kode}: tahap '{t.kode}' menunggu tanpa langkah, atau sebaliknya."
                )
        if buntu := kenal - self._tercapai():
            raise ProsesRusak(f"Proses {self.kode}: tahap {sorted(buntu)} tidak tercapai dari awal.")

    @cached_property
    def menurut_kode(self) -> dict[str, Tahap]:
        return {t.kode: t for t in self.tahap}

    def _tercapai(self) -> set[str]:
        tercapai = {self.awal}
        while baru := {x.ke for x in self.langkah if x.dari in tercapai} - tercapai:
            tercapai |= baru
        return tercapai

    def dari(self, keadaan: str) -> list[Langkah]:
        return [x for x in self.langkah if x.dari == keadaan]

    def cari(self, keadaan: str, aksi: str) -> Langkah | None:
        return next((x for x in self.dari(keadaan) if x.aksi == aksi), None)

    def siapa(self, langkah: Langkah) -> Siapa | None:
        return langkah.siapa or self.menurut_kode[langkah.dari].menunggu


DAFTAR: dict[tuple[str, int], Proses] = {}


def daftarkan(proses: Proses) -> Proses:
    """Kasus yang berjalan memegang versi prosesnya sendiri, jadi versi lama tetap terdaftar."""
    kunci = (proses.kode, proses.versi)
    if kunci in DAFTAR:
        raise ProsesRusak(f"Proses {proses.kode} versi {proses.versi} didaftarkan dua kali.")
    DAFTAR[kunci] = proses
    return proses


def ambil(kode: str, versi: int) -> Proses:
    return DAFTAR[kode, versi]
