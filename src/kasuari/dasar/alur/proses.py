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
from datetime import date
from functools import cached_property
from typing import Any

from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.alur.siapa import Siapa

# Lima keadaan yang dilihat orang (ia.md 5), dan satu akhir yang tidak dapat dipenuhi.
UMUM = ("diterima", "diperiksa", "perlu", "dikerjakan", "selesai", "tidak")
Efek = Callable[..., None]


class ProsesRusak(Exception):
    """Proses yang dinyatakan tidak utuh; diketahui saat start, bukan saat dipakai."""


@dataclass(frozen=True, slots=True)
class Tahap:
    """Satu keadaan. Tanpa `menunggu` kasusnya selesai; langkah darinya harus menyebut siapa (mis. membatalkan).

    `umum`: satu dari UMUM. `tenggat`: kode parameter `tenggat_<kode>`, dihitung sejak hari langkahnya, atau sejak
    hari yang disebut `sejak` (mis. hari keputusan diterima). `janji`: batasnya hari yang dijanjikan kasus itu sendiri.
    """

    kode: str
    judul: Any
    umum: str
    menunggu: Siapa | None = None
    tenggat: str = ""
    sejak: Callable[[Kasus], date] | None = None
    janji: Callable[[Kasus], date] | None = None


@dataclass(frozen=True, slots=True)
class Langkah:
    """Satu langkah. `siapa` kosong: yang ditunggu tahap itu. `pisah`: kelompok empat mata.

    `efek(kasus, langkah, pelaku)` berjalan dalam transaksi yang sama dan hanya menyentuh basis data.
    `kelas`: '' biasa, 'utama' tombol utama, 'bahaya' tombol yang mengakhiri atau menolak. `bila`: langkah ini
    ada hanya untuk kasus yang memenuhinya; dua langkah beraksi sama boleh berbagi tahap bila syaratnya saling lepas.
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
    bila: Callable[[Kasus], bool] | None = None


@dataclass(frozen=True)
class Proses:
    """Satu proses satu versi. `izin`: kode izin yang harus ikut dalam pelimpahan supaya wakil boleh memutus.

    `tertutup`: kabarnya tidak menyebut proses atau orangnya, dan orangnya diberi tahu ruangnya sendiri.
    """

    kode: str
    versi: int
    judul: Any
    awal: str
    tahap: Sequence[Tahap]
    langkah: Sequence[Langkah]
    izin: str = ""
    alamat: str = ""  # nama alamat halaman kasusnya; argumennya id kasus
    alasan_siap: Mapping[str, Sequence[Any]] = field(default_factory=dict)  # aksi -> alasan siap pakai
    tertutup: bool = False

    def __post_init__(self) -> None:
        kenal = set(self.menurut_kode)
        if len(kenal) != len(self.tahap) or self.awal not in kenal:
            raise ProsesRusak(f"Proses {self.kode}: tahap ganda, atau tahap awal tidak ada.")
        asing = {k for x in self.langkah for k in (x.dari, x.ke)} - kenal
        polos = [(x.dari, x.aksi) for x in self.langkah if x.bila is None]
        bersyarat = {(x.dari, x.aksi) for x in self.langkah if x.bila is not None}
        ganda = len(set(polos)) != len(polos) or bool(bersyarat & set(polos))
        if asing or ganda:
            raise ProsesRusak(
                f"Proses {self.kode}: tahap asing {sorted(asing)}, atau aksi ganda di satu tahap."
            )
        for t in self.tahap:
            if t.umum not in UMUM:
                raise ProsesRusak(f"Proses {self.kode}: keadaan umum '{t.umum}' tidak dikenal.")
            dari = [x for x in self.langkah if x.dari == t.kode]
            if (t.menunggu and not dari) or (not t.menunggu and any(x.siapa is None for x in dari)):
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

    def dari(self, kasus: Kasus) -> list[Langkah]:
        """Langkah yang ada bagi kasus itu di keadaannya kini."""
        return [x for x in self.langkah if x.dari == kasus.keadaan and (x.bila is None or x.bila(kasus))]

    def cari(self, kasus: Kasus, aksi: str) -> Langkah | None:
        return next((x for x in self.dari(kasus) if x.aksi == aksi), None)

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
