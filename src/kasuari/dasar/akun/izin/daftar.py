"""Daftar peran, aturan, jangkauan model, dan kelas rahasia, diisi tiap ruang dari `izin.py`-nya saat start."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from django.db import models
from django.utils.translation import get_language


class Lingkup(Enum):
    DIRI = "diri"  # benda milik orang itu sendiri
    UNIT = "unit"  # unit hibah saja
    SUBPOHON = "subpohon"  # unit hibah dan semua di bawahnya
    SEMUA = "semua"  # seluruh daerah
    TUGAS = "tugas"  # hanya dengan tunggu terbuka (alur)


class Peran(NamedTuple):
    kode: str
    nama: str
    nama_en: str
    wajib_totp: bool
    peka: bool  # memberi peran ini perlu orang kedua


class Aturan(NamedTuple):
    """Peran boleh melakukan izin dalam lingkup. `sudo` minta sandi lagi; `delegasi` boleh dilimpahkan."""

    izin: str
    peran: str
    lingkup: Lingkup
    sudo: bool = False
    delegasi: bool = False


class Jangkauan(NamedTuple):
    """Jalur ORM dari model ke unit (id bigint) dan ke orang (UUID); kosong bila tidak ada."""

    unit: str = ""
    orang: str = ""
    subjek: str = ""  # jalur UUID orang untuk catatan bacaan; bawaan sama dengan `orang`


PERAN: dict[str, Peran] = {}
ATURAN: dict[str, list[Aturan]] = {}
JANGKAUAN: dict[type[models.Model], Jangkauan] = {}
KELAS: dict[str, str] = {}  # "model.kolom" -> kelas
SAMAR: dict[tuple[str, str], str] = {}  # (peran, kelas) -> cara: utuh | ekor4 | awal1


def daftarkan_peran(
    kode: str, nama: str, nama_en: str, *, wajib_totp: bool = False, peka: bool = False
) -> None:
    PERAN[kode] = Peran(kode, nama, nama_en, wajib_totp, peka)


def nama_peran(kode: str) -> str:
    """Nama peran dalam bahasa halaman; kode yang tidak dikenal apa adanya."""
    p = PERAN.get(kode)
    if p is None:
        return kode
    return p.nama_en if (get_language() or "id").startswith("en") else p.nama


def daftarkan_izin(aturan: Iterable[Aturan]) -> None:
    for a in aturan:
        if a.peran not in PERAN:
            raise ValueError(f"Peran '{a.peran}' belum didaftarkan.")
        if a.peran == "asn" and a.lingkup is not Lingkup.DIRI:
            raise ValueError("Peran 'asn' dimiliki semua pemilik akun, jadi lingkupnya hanya DIRI.")
        ATURAN.setdefault(a.izin, []).append(a)


def daftarkan_jangkauan(
    model: type[models.Model], *, unit: str = "", orang: str = "", subjek: str = ""
) -> None:
    JANGKAUAN[model] = Jangkauan(unit, orang, subjek or orang)


def daftarkan_kelas(kelas: dict[str, str], samar: dict[tuple[str, str], str]) -> None:
    """`kelas`: {"pegawai.nik": "identitas"}; `samar`: {("atasan", "identitas"): "ekor4"}. Tanpa baris = tersembunyi."""
    KELAS.update(kelas)
    SAMAR.update(samar)
