"""Bahan komponen: apa yang diberikan tampilan kepada tag rupa. Semuanya beku dan tanpa perilaku."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Angka:
    """Satu angka utama (KPI). `nilai` sudah berupa tulisan; tanpa `alamat` ia bukan tautan."""

    judul: Any
    nilai: Any
    keterangan: Any = ""
    alamat: str = ""
    nada: str = ""  # sukses, ingat, galat, info, proses


@dataclass(frozen=True)
class Butir:
    """Satu baris antrean atau daftar tugas: judul bertautan, tanda di kanan, keterangan di bawah."""

    judul: Any
    alamat: str = ""
    tanda: Any = ""
    nada: str = ""
    keterangan: Any = ""


@dataclass(frozen=True)
class Saat:
    """Satu titik garis waktu. `keadaan`: sudah, kini, atau nanti."""

    judul: Any
    waktu: Any = ""
    keterangan: Any = ""
    keadaan: str = "sudah"


@dataclass(frozen=True)
class Jawaban:
    """Satu baris periksa jawaban; `ubah` = alamat halaman isiannya."""

    tanya: Any
    jawab: Any
    ubah: str = ""


@dataclass(frozen=True)
class Langkah:
    """Satu langkah penjelasan "kenapa angka ini": nama, nilai, cara, dan dasar hukumnya."""

    nama: Any
    nilai: Any
    cara: Any = ""
    dasar: Any = ""
    pasti: bool = True  # False: nilai dari ingatan, ditandai "perlu diperiksa"
    alamat: str = ""  # ke catatan atau aturan


@dataclass(frozen=True)
class Kolom:
    """Satu kolom tabel. `jenis`: '' biasa, 'u' utama (judul baris), 'k' keadaan di kanan, 'num' angka."""

    kunci: str
    judul: Any
    jenis: str = ""


@dataclass(frozen=True)
class Simpul:
    """Satu unit di pohon; anak terbuka bila `buka`."""

    nama: Any
    alamat: str = ""
    keterangan: Any = ""
    anak: tuple["Simpul", ...] = field(default_factory=tuple)
    buka: bool = False
