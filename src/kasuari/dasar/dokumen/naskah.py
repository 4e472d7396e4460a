"""Tiga bentuk umum naskah dinas: keputusan, surat dinas, surat keterangan. Ruang mengisi, templat menata.

Semua isinya tulisan yang sudah jadi: uang, tanggal, dan NIP ditulis pemanggil dengan `rupa.bentuk`. Bentuknya mengikuti
kebiasaan tata naskah dinas pemerintah daerah (Permendagri 1/2023); letak dan urutan bagiannya dari ingatan, belum
dibandingkan dengan naskah peraturannya. `surat.buat_pdf` menambahkan nomor, tanggal, kode, QR, dan penanda tangan.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.organisasi.selectors import profil

KEPUTUSAN = "dasar/dokumen/templat/keputusan.typ"
SURAT_DINAS = "dasar/dokumen/templat/surat_dinas.typ"
KETERANGAN = "dasar/dokumen/templat/keterangan.typ"

Bentuk = Literal["asli", "petikan", "salinan"]
Pasangan = Sequence[tuple[str, str]]  # (label, nilai)
Banding = Sequence[tuple[str, str, str]]  # (label, lama, baru)

_SATU = ("SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN")


def urutan_diktum(n: int) -> str:
    """KESATU, KEDUA, ..., KESEPULUH, KESEBELAS, KEDUA BELAS, KEDUA PULUH, KEDUA PULUH SATU. Galat: ValueError di luar 1-99."""
    if not 1 <= n <= 99:
        raise ValueError(f"Diktum ke-{n} tidak punya sebutan.")
    puluh, sisa = divmod(n, 10)
    if n < 10:
        return f"KE{_SATU[n - 1]}"
    if n < 12:
        return ("KESEPULUH", "KESEBELAS")[n - 10]
    if n < 20:
        return f"KE{_SATU[sisa - 1]} BELAS"
    return f"KE{_SATU[puluh - 1]} PULUH" + (f" {_SATU[sisa - 1]}" if sisa else "")


_GELAR = re.compile(r"[^\W\d_]{1,4}\.(?:[^\W\d_]+\.?)+,?|(?:Drs?|Dra|dr[gh]?|Ir|Prof|Hj?)\.")


def besar(teks: str) -> str:
    """Huruf besar semua, kecuali gelar: 'atas nama Yohana, S.Pd.' menjadi 'ATAS NAMA YOHANA, S.Pd.'."""
    return " ".join(k if _GELAR.fullmatch(k) else k.upper() for k in teks.split(" "))


def bertitik(kalimat: str) -> str:
    """Kalimat yang berakhir satu titik, juga bila kata terakhirnya gelar ('S.Pd.')."""
    return kalimat if kalimat.endswith(".") else f"{kalimat}."


@dataclass(frozen=True, slots=True)
class Kop:
    """Kepala naskah. `jabatan` terisi: kop jabatan ('WALI KOTA SORONG'); kosong: kop perangkat daerah `unit`."""

    nama: str
    alamat: str = ""
    unit: str = ""
    telepon: str = ""
    lambang: str = ""  # SVG
    jabatan: str = ""
    provinsi: str = ""

    def data(self) -> dict[str, Any]:
        return {
            "profil": {
                "nama": self.nama, "alamat": self.alamat, "telepon": self.telepon, "lambang": self.lambang,
                "provinsi": self.provinsi,
            },
            "unit": self.unit, "kop_jabatan": self.jabatan,
        }  # fmt: skip

    @property
    def tempat(self) -> str:
        """'Sorong' dari 'Kota Sorong': tempat penetapan bila pemanggil tidak menyebut yang lain."""
        return self.nama.removeprefix("Kota ").removeprefix("Kabupaten ")


def kop_daerah(unit: str = "", jabatan: str = "") -> Kop:
    """Kop dari profil daerah kini, dengan nama perangkat daerah atau jabatan kepala daerah."""
    p = profil()
    return Kop(p.nama, p.alamat, unit or p.nama, p.telepon, p.lambang, jabatan, p.provinsi)


@dataclass(frozen=True, slots=True)
class Diktum:
    """Satu diktum. `pasangan` dan `banding` ditata sebagai tabel di bawah kalimatnya, `rincian` sebagai a, b, c."""

    isi: str
    pasangan: Pasangan = ()
    banding: Banding = ()
    rincian: Sequence[str] = ()
    penutup: str = ""

    def data(self, ke: int) -> dict[str, Any]:
        _wajib(self.isi, f"diktum {urutan_diktum(ke)}")
        return {
            "ke": urutan_diktum(ke), "isi": self.isi, "pasangan": _pasangan(self.pasangan), "banding": _banding(self.banding),
            "rincian": list(self.rincian), "penutup": self.penutup,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class LampiranNaskah:
    """Daftar di halaman tersendiri; kepalanya berulang di tiap halaman. `lebar`: bagian lebar tiap kolom, mis. (1, 4, 2)."""

    judul: str
    kepala: Sequence[str]
    baris: Sequence[Sequence[str]]
    mendatar: bool = False
    lebar: Sequence[int] = ()

    def data(self) -> dict[str, Any]:
        _wajib(self.judul, "judul lampiran")
        n = len(self.kepala)
        if not n or (self.lebar and len(self.lebar) != n):
            raise MasukanSalah(
                "Lampiran: banyak lebar kolom harus sama dengan banyak kepala kolomnya.", "lampiran"
            )
        for ke, b in enumerate(self.baris, 1):
            if len(b) != n:
                raise MasukanSalah(f"Lampiran baris {ke}: {len(b)} kolom, seharusnya {n}.", "lampiran")
        return {
            "judul": self.judul, "kepala": list(self.kepala), "baris": [list(b) for b in self.baris],
            "mendatar": self.mendatar, "lebar": list(self.lebar or (1,) * n),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keputusan:
    """Keputusan pejabat. `pejabat`: yang menetapkan ('Wali Kota Sorong'); `tempat` kosong: dari nama daerahnya.

    `menetapkan` kosong: 'KEPUTUSAN <pejabat> TENTANG <tentang>.'. `asal`: penanda tangan asli pada petikan dan salinan,
    yang penanda tangannya sendiri ialah pejabat yang menyatakannya sesuai dengan aslinya.
    """

    kop: Kop
    pejabat: str
    tentang: str
    menimbang: Sequence[str]
    mengingat: Sequence[str]
    diktum: Sequence[Diktum | str]
    memperhatikan: Sequence[str] = ()
    menetapkan: str = ""
    tempat: str = ""
    tembusan: Sequence[str] = ()
    lampiran: LampiranNaskah | None = None
    bentuk: Bentuk = "asli"
    asal: Mapping[str, str] | None = None

    def data(self) -> dict[str, Any]:
        """Data beku bagi `BarisSurat.data`. Galat: `MasukanSalah` yang menyebut bagian yang kosong."""
        for nama, isi in (("pejabat", self.pejabat), ("tentang", self.tentang)):
            _wajib(isi, nama)
        for nama, daftar in (
            ("menimbang", self.menimbang),
            ("mengingat", self.mengingat),
            ("diktum", self.diktum),
        ):
            if not daftar:
                raise MasukanSalah(f"Keputusan: bagian {nama} masih kosong.", nama)
        if (self.bentuk == "asli") != (self.asal is None):
            raise MasukanSalah("Hanya petikan dan salinan yang menyebut penanda tangan aslinya.", "bentuk")
        return {
            **self.kop.data(), "pejabat": self.pejabat, "tentang": self.tentang, "menimbang": list(self.menimbang),
            "mengingat": list(self.mengingat), "memperhatikan": list(self.memperhatikan),
            "tentang_besar": besar(self.tentang),
            "menetapkan": self.menetapkan or bertitik(f"KEPUTUSAN {self.pejabat.upper()} TENTANG {besar(self.tentang)}"),
            "diktum": [(d if isinstance(d, Diktum) else Diktum(d)).data(n) for n, d in enumerate(self.diktum, 1)],
            "tempat": self.tempat or self.kop.tempat, "tembusan": list(self.tembusan),
            "lampiran": self.lampiran.data() if self.lampiran else None, "bentuk": self.bentuk,
            "asal": dict(self.asal) if self.asal else None,
        }  # fmt: skip


def turunan(
    data: Mapping[str, Any], bentuk: str, asal: Mapping[str, str], baris: int | None = None
) -> dict[str, Any]:
    """Data petikan atau salinan dari data keputusan asli. `baris`: nomor baris lampiran (dari 0) yang dipetik.

    Petikan keputusan berlampiran tanpa `baris` ditolak: ia hanya memuat satu orang.
    """
    if data.get("bentuk") != "asli":
        raise MasukanSalah("Petikan dan salinan hanya dibuat dari keputusan asli.", "bentuk")
    hasil = {**data, "bentuk": bentuk, "asal": dict(asal)}
    lampiran = data["lampiran"]
    if bentuk == "petikan" and lampiran is not None:
        if baris is None or not 0 <= baris < len(lampiran["baris"]):
            raise MasukanSalah(
                f"Sebut baris lampiran yang dipetik, 1 sampai {len(lampiran['baris'])}.", "baris"
            )
        hasil["lampiran"] = {**lampiran, "baris": [lampiran["baris"][baris]]}
    elif baris is not None:
        raise MasukanSalah("Naskah ini tidak punya lampiran yang dapat dipetik barisnya.", "baris")
    return hasil


@dataclass(frozen=True, slots=True)
class SuratDinas:
    """Surat ke luar atau antarunit. `isi`: alinea pembuka; tabel menyusul; `lanjutan`: alinea sesudah tabel."""

    kop: Kop
    hal: str
    kepada: Sequence[str]
    isi: Sequence[str]
    pasangan: Pasangan = ()
    banding: Banding = ()
    lanjutan: Sequence[str] = ()
    penutup: str = ""
    sifat: str = "Biasa"
    lampiran: str = "-"
    di: str = "Tempat"
    tempat: str = ""
    tembusan: Sequence[str] = ()

    def data(self) -> dict[str, Any]:
        """Data beku bagi `BarisSurat.data`. Galat: `MasukanSalah` yang menyebut bagian yang kosong."""
        _wajib(self.hal, "hal")
        for nama, daftar in (("kepada", self.kepada), ("isi", self.isi)):
            if not daftar:
                raise MasukanSalah(f"Surat dinas: bagian {nama} masih kosong.", nama)
        return {
            **self.kop.data(), "hal": self.hal, "kepada": list(self.kepada), "isi": list(self.isi),
            "pasangan": _pasangan(self.pasangan), "banding": _banding(self.banding), "lanjutan": list(self.lanjutan),
            "penutup": self.penutup, "sifat": self.sifat, "lampiran": self.lampiran, "di": self.di,
            "tempat": self.tempat or self.kop.tempat, "tembusan": list(self.tembusan),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keterangan:
    """Surat keterangan, pernyataan, SPMT, SKPP. `pembuka` kosong: 'Yang bertanda tangan di bawah ini ... menerangkan bahwa:'.

    Yang bertanda tangan ditulis dari penanda tangannya sendiri; `subjek` ialah pasangan tentang yang diterangkan.
    """

    kop: Kop
    judul: str
    subjek: Pasangan
    isi: Sequence[str]
    pembuka: str = ""
    penghubung: str = "dengan ini menerangkan bahwa:"
    pasangan: Pasangan = ()
    penutup: str = ""
    tempat: str = ""
    tembusan: Sequence[str] = ()

    def data(self) -> dict[str, Any]:
        """Data beku bagi `BarisSurat.data`. Galat: `MasukanSalah` yang menyebut bagian yang kosong."""
        _wajib(self.judul, "judul")
        if not self.subjek or not self.isi:
            raise MasukanSalah("Surat keterangan: yang diterangkan dan isinya tidak boleh kosong.", "isi")
        return {
            **self.kop.data(), "judul": self.judul, "pembuka": self.pembuka or "Yang bertanda tangan di bawah ini:",
            "penghubung": self.penghubung, "subjek": _pasangan(self.subjek), "isi": list(self.isi),
            "pasangan": _pasangan(self.pasangan), "penutup": self.penutup,
            "tempat": self.tempat or self.kop.tempat, "tembusan": list(self.tembusan),
        }  # fmt: skip


def _wajib(isi: str, nama: str) -> None:
    if not isi.strip():
        raise MasukanSalah(f"Naskah: bagian {nama} masih kosong.", nama)


def _pasangan(isi: Pasangan) -> list[list[str]]:
    return [[label, nilai] for label, nilai in isi]


def _banding(isi: Banding) -> list[list[str]]:
    return [[label, lama, baru] for label, lama, baru in isi]
