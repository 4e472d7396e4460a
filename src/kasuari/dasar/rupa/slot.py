"""Tempat kosong di halaman bersama: ruang menawarkan isi, kerangka mengambilnya. Panah tetap ke bawah.

    # di apps.ready() sebuah ruang
    tawarkan("beranda.kerja", 20, "mutu", panel_mutu, peran={"bkpsdm"})
    # di tampilan kerangka
    ambil("beranda.kerja", pelaku)

Nama slot yang dipakai kerangka: `menu.publik`, `menu.kerja` (isi: Pintu), `bar.publik`, `bar.kerja` (Pintu
berikon, paling banyak lima), `kaki` (Pintu), `pintu.publik` (Pintu beranda warga), `panel.publik`
(HTML aman, kartu beranda warga), `cari.publik` (HTML aman, pencarian di sambutan), `bahasa` (alamat POST pengganti bahasa akun),
`usulan.jatuh` (Butir, daftar jatuh tempo milik ruang lain), `kepala.kerja` (benda ber-`templat`, misalnya nama dan tombol keluar).
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from kasuari.dasar.inti.pelaku import TAMU, Pelaku


@dataclass(frozen=True)
class Pintu:
    """Satu jalan ke halaman lain: butir menu, pintu beranda, atau tautan kaki."""

    alamat: str
    judul: str
    keterangan: str = ""
    ikon: str = ""
    nada: str = ""  # sukses, ingat, galat, info, proses
    jumlah: int | None = None
    kini: bool = False  # diisi oleh menu: butir halaman yang sedang dibuka


class _Tawaran(NamedTuple):
    urut: int
    nama: str
    fungsi: Callable[..., Any]
    peran: frozenset[str] | None


_slot: dict[str, dict[str, _Tawaran]] = {}


def tawarkan(
    slot: str, urut: int, nama: str, fungsi: Callable[..., Any], *, peran: Iterable[str] | None = None
) -> None:
    """Menawarkan isi untuk `slot`. `fungsi(pelaku, **konteks)` memberi isi atau None bila tidak ada.

    `peran` None berarti siapa saja, tamu pun. Nama yang sama dua kali di satu slot: ValueError.
    """
    isi = _slot.setdefault(slot, {})
    if nama in isi:
        raise ValueError(f"Slot {slot} sudah berisi '{nama}'. Beri nama lain.")
    isi[nama] = _Tawaran(urut, nama, fungsi, None if peran is None else frozenset(peran))


def ambil(slot: str, pelaku: Pelaku | None = None, **konteks: Any) -> list[Any]:
    """Isi slot bagi pelaku ini, terurut (urut, nama). Yang bukan perannya tidak dipanggil."""
    siapa = pelaku or TAMU
    hasil = (
        t.fungsi(siapa, **konteks)
        for t in sorted(_slot.get(slot, {}).values(), key=lambda t: (t.urut, t.nama))
        if t.peran is None or siapa.sistem or siapa.punya(*t.peran)
    )
    return [isi for isi in hasil if isi is not None]


@contextmanager
def terpisah() -> Iterator[None]:
    """Slot kosong selama blok (untuk uji); sesudahnya kembali seperti semula."""
    simpanan = dict(_slot)
    _slot.clear()
    try:
        yield
    finally:
        _slot.clear()
        _slot.update(simpanan)
