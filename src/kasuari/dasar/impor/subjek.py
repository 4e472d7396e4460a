"""Kontrak subjek impor dan daftarnya. Pembaca mengenal dialek, subjek mengenal hukum.

`periksa` murni: tidak menulis, tidak membaca basis data. Ruang mendaftarkan subjeknya saat modulnya dimuat.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kasuari.aturan.buku import Buku

from .galat import BerkasTidakTerbaca
from .hasil import BarisPeriksa, Hasil
from .pemeriksa import Pemeriksa
from .tata import Isian, Tersusun
from .tata.susun import lebar_biasa


@dataclass(frozen=True, slots=True)
class Konteks:
    """Yang diketahui saat memeriksa: hari, buku aturan hari itu, dan pilihan tambahan subjek."""

    pada: date
    buku: Buku
    pilihan: Mapping[str, Any]

    @classmethod
    def hari(cls, pada: date, **pilihan: Any) -> "Konteks":
        return cls(pada, Buku.susun(pada), pilihan)


class Subjek:
    """Satu jenis berkas. Turunan mengisi atribut kelas, `periksa_baris`, dan bila perlu `periksa_semua`."""

    kode: ClassVar[str]
    kolom: ClassVar[tuple[Isian, ...]]
    kunci_alami: ClassVar[tuple[str, ...]]  # isian yang membuat baris berulang berarti hal yang sama
    izin: ClassVar[str]

    def periksa(self, tersusun: Tersusun, konteks: Konteks) -> list[BarisPeriksa]:
        """Bersihkan dan nilai setiap baris. Hasil urut seperti berkas; tidak pernah menimbulkan galat."""
        tersedia = set(tersusun.letak)
        tersedia |= {t for i in self.kolom if i.kode in tersedia for t in i.turunan}
        kurang = [i for i in self.kolom if i.wajib and i.kode not in tersedia]
        biasa = lebar_biasa(tersusun.baris)
        pemeriksa = [Pemeriksa(tersusun, b, konteks.pada, konteks.buku) for b in tersusun.baris]
        for p in pemeriksa:
            for isian in kurang:
                p.catat("KOLOM_KURANG", sebab=f"Kolom {isian.padanan[0]} tidak ditemukan di berkas.")
            p.periksa_lebar(tersusun.lebar_kepala, biasa)
            if p.hasil.ditolak is None:
                self.periksa_baris(p)
        self.periksa_semua(pemeriksa)
        return [p.hasil for p in pemeriksa]

    def periksa_baris(self, baris: Pemeriksa) -> None:
        """Bersihkan isian satu baris dan catat cacatnya."""
        raise NotImplementedError

    def periksa_semua(self, baris: list[Pemeriksa]) -> None:
        """Pemeriksaan antarbaris (duplikat)."""

    def rangkum(self, hasil: Hasil, konteks: Konteks) -> dict[str, Any] | None:
        """Ringkasan pengganti `diterima` di jawaban baris perintah; None: baris-barisnya sendiri yang disebut."""
        return None


_DAFTAR: dict[str, Subjek] = {}


def daftarkan(subjek: Subjek) -> Subjek:
    """Tambah subjek; mendaftarkan ulang subjek yang sama aman."""
    lama = _DAFTAR.get(subjek.kode)
    if lama is not None and type(lama) is not type(subjek):
        raise ValueError(f"Subjek impor '{subjek.kode}' sudah didaftarkan oleh {type(lama).__name__}.")
    _DAFTAR[subjek.kode] = subjek
    return subjek


def ambil(kode: str) -> Subjek:
    """Subjek menurut kode. Galat: `BerkasTidakTerbaca` menyebut yang tersedia."""
    try:
        return _DAFTAR[kode]
    except KeyError:
        raise BerkasTidakTerbaca(
            f"Subjek '{kode}' tidak dikenal. Yang tersedia: {', '.join(sorted(_DAFTAR)) or 'belum ada'}."
        ) from None


def daftar() -> list[str]:
    return sorted(_DAFTAR)
