"""Satu jenis usulan: siapa memulainya, apa syaratnya, bagaimana ditimbang, apa suratnya, dan apa efeknya.

Tiap folder di `jenis/` menyatakan satu `Jenis` lengkap; mesin di ruang ini tidak mengenal nama jenis mana pun.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q, QuerySet

from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aturan.rumus import Langkah
from kasuari.dasar.alur.proses import Proses
from kasuari.dasar.dokumen.surat import Templat
from kasuari.dasar.rupa.borang import Borang

if TYPE_CHECKING:
    from kasuari.aparatur.usulan.efek import Ubahan

ASN, PETUGAS = "asn", "petugas"


class Syarat(NamedTuple):
    """Satu berkas yang diminta."""

    kode: str
    judul: Any
    keterangan: Any = ""
    wajib: bool = True


class Isian(NamedTuple):
    """Yang diisi pengusul: hari efek (bila bertanggal) dan isian borangnya."""

    tmt: date | None = None
    data: Mapping[str, Any] = {}


class Varian(NamedTuple):
    """Satu bentuk permohonan dalam satu jenis; isiannya dan berkasnya sendiri."""

    kode: str
    judul: Any
    keterangan: Any = ""


@dataclass(frozen=True)
class Timbang:
    """Hasil menimbang: isi keputusan, kenapa, dan apa yang kurang (kalimat). Dengan kekurangan usulan tidak terkirim.

    `isi` hanya memuat yang dapat disimpan sebagai JSON; dibekukan saat disetujui. `ingat`: yang perlu diketahui
    pemeriksa, tetapi tidak menahan.
    """

    isi: Mapping[str, Any]
    langkah: Sequence[Langkah] = ()
    kurang: Sequence[str] = ()
    ingat: Sequence[str] = ()


@dataclass(frozen=True)
class Naskah:
    """Data surat dari satu usulan yang sudah dibekukan. `ringkas`: yang disebut halaman umum.

    `atas_nama`: pejabat yang keputusannya ditandatangani pejabat lain; dilewati bila ia sendiri yang menandatangani.
    """

    data: Mapping[str, Any]
    ringkas: Mapping[str, str] = field(default_factory=dict)
    atas_nama: str = ""


def tanpa_naskah(u: Usulan, b: Bahan, isi: Mapping[str, Any]) -> Naskah:
    """Jenis tanpa surat tidak pernah menyusun naskah."""
    raise TypeError(f"Usulan {u.jenis} tidak bersurat.")


def tanpa_efek(ubahan: "Ubahan", u: Usulan, isi: Mapping[str, Any]) -> None:
    """Suratnya sendiri hasilnya; register tidak berubah."""


@dataclass(frozen=True)
class Jenis:
    """Satu jenis usulan.

    `mulai`: `ASN` (diajukan orangnya sendiri) atau `PETUGAS` (disusun pengelola kepegawaian). `status`: jenis
    kepegawaian yang boleh. `perlu`: jenis fakta yang dibaca `timbang`. `jatuh`: menambah kolom `tmt` pada pegawai
    yang akan jatuh tempo, dan `belum`: (saringan, kalimat) siapa yang belum dapat dihitung. `sajikan`: (label,
    nilai) dari hasil timbangan bagi yang memeriksa, dan `banding`: (label, yang tercatat, yang diusulkan).
    `pejabat`: kunci di parameter `usulan_penandatangan`. `templat` kosong: tanpa surat, persetujuan pemeriksa
    langsung berlaku. `varian`: dipilih lebih dulu, isiannya `apa`. `berulang`: boleh beberapa sekaligus, dan lagi
    sesudah terbit. `pintas`: judul tautannya di halaman Data saya, dan `di_beranda` juga di beranda.
    `tanpa_ditunggu`: isian yang boleh terbit atas mandat tetap, tanpa dibaca petugas lebih dulu. `judul_tmt`:
    sebutan isian tanggalnya, bila bukan TMT. `aktif`: orangnya harus masih pegawai aktif pada TMT (jenis yang
    memberhentikan, atau sesudahnya, tidak). `dalam_kontrak`: bagi PPPK, TMT-nya di dalam perjanjian kerja. `paket`:
    data paket berkas yang sudah terisi (formulir pihak lain), dicetak tanpa nomor sebelum usulannya dikirim. `unit`:
    unit tempat usulannya berjalan, bila bukan unit orangnya sekarang.
    """

    kode: str
    judul: Any
    ringkas: Any
    mulai: str
    status: frozenset[str]
    perlu: tuple[str, ...]
    proses: Proses
    templat: Templat | None
    seri: str
    timbang: Callable[[Bahan, Isian], Timbang]
    naskah: Callable[[Usulan, Bahan, Mapping[str, Any]], Naskah] = tanpa_naskah
    terapkan: Callable[["Ubahan", Usulan, Mapping[str, Any]], None] = tanpa_efek
    borang: type[Borang] | None = None
    syarat: Callable[[Bahan, Isian], Sequence[Syarat]] = lambda _b, _i: ()
    jatuh: "Callable[[QuerySet[PegawaiKini]], QuerySet[PegawaiKini]] | None" = None
    belum: "Callable[[], Sequence[tuple[Q, Any]]] | None" = None
    sajikan: Callable[[Mapping[str, Any]], Sequence[tuple[Any, Any]]] = lambda _isi: ()
    banding: Callable[[Mapping[str, Any]], Sequence[tuple[Any, Any, Any]]] = lambda _isi: ()
    varian: Sequence[Varian] = ()
    berulang: bool = False
    pintas: Any = ""
    di_beranda: bool = False
    bertanggal: bool = True
    aktif: bool = True
    dalam_kontrak: bool = False
    bkn: bool = False
    pejabat: str = ""
    judul_tmt: Any = ""
    paket: "Callable[[Usulan, Bahan, Timbang], Mapping[str, Any]] | None" = None
    tanpa_ditunggu: Callable[[Isian], bool] = lambda _isian: True
    unit: "Callable[[Pegawai, Isian], int | None] | None" = None
    urut: int = 50


DAFTAR: dict[str, Jenis] = {}


def daftarkan(jenis: Jenis) -> Jenis:
    """Mendaftarkan satu jenis; fakta yang dibaca syarat umumnya (`saatnya`) ditambahkan pada `perlu`."""
    umum = [k for k, ya in (("status", jenis.aktif), ("kontrak", jenis.dalam_kontrak)) if ya]
    jenis = replace(jenis, perlu=tuple(dict.fromkeys((*jenis.perlu, *umum))))
    if jenis.kode in DAFTAR:
        raise ValueError(f"Jenis usulan '{jenis.kode}' didaftarkan dua kali.")
    DAFTAR[jenis.kode] = jenis
    return jenis


def ambil(kode: str) -> Jenis:
    return DAFTAR[kode]


def semua() -> list[Jenis]:
    return sorted(DAFTAR.values(), key=lambda j: (j.urut, j.kode))
