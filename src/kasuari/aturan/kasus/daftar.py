"""Daftar jenis kasus: nama jenis -> fungsi yang menjawabnya. Jenis baru mendaftar dengan `@jenis`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..buku import Buku, Timpa
from ..galat import MasukanTakTerduga, MasukanTidakSah
from ..rumus import Langkah, Susunan, jelaskan
from .isian import TERBARU, Isian


@dataclass(frozen=True, slots=True)
class Jawaban:
    """Hasil satu kasus, jejaknya, dan buku yang dipakai."""

    hasil: Mapping[str, Any]
    jejak: list[Langkah]
    buku: Buku


@dataclass(frozen=True, slots=True)
class Jenis:
    """Satu jenis kasus: namanya, kolom yang boleh, dan penjawabnya."""

    nama: str
    kolom: tuple[str, ...]
    jawab: Callable[[Isian], Jawaban]

    def __call__(self, inputs: Mapping[str, Any], timpa: Iterable[Timpa] = ()) -> Jawaban:
        """Jawab satu masukan; `timpa` = ketentuan daerah yang ikut dalam bukunya.

        Galat: selalu `GalatAturan`. Yang luput dari pemeriksaan bidang menjadi `MasukanTakTerduga`.
        """
        try:
            return self.jawab(Isian(inputs, self.kolom, timpa))
        except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as sebab:
            raise MasukanTakTerduga(
                f"Masukan jenis '{self.nama}' tidak dapat dihitung: periksa bentuk tiap nilainya. "
                f"Kolomnya: {', '.join(self.kolom)}."
            ) from sebab


DAFTAR: dict[str, Jenis] = {}


def jenis(nama: str, kolom: str) -> Callable[[Callable[[Isian], Jawaban]], Callable[[Isian], Jawaban]]:
    """Daftarkan penjawab jenis kasus `nama`; `kolom` = nama kolom dipisah spasi."""

    def daftarkan(jawab: Callable[[Isian], Jawaban]) -> Callable[[Isian], Jawaban]:
        if nama in DAFTAR:
            raise ValueError(f"Jenis kasus '{nama}' sudah terdaftar.")
        DAFTAR[nama] = Jenis(nama, tuple(kolom.split()), jawab)
        return jawab

    return daftarkan


@contextmanager
def bernama(**padanan: str) -> Iterator[None]:
    """Galat masukan menyebut kolom yang ditulis orang: `padanan` = nama bidang -> nama kolom isiannya."""
    try:
        yield
    except MasukanTidakSah as galat:
        cacat = [replace(c, kolom=padanan.get(c.kolom, c.kolom)) for c in galat.cacat]
        raise MasukanTidakSah(cacat) from None


def dari_susunan(
    susunan: Susunan, masukan: Mapping[str, Any], buku: Buku, keluar: Mapping[str, str]
) -> Jawaban:
    """Jawab dengan rumus: `keluar` = kunci hasil -> nama besaran, atau nama masukan (apa adanya)."""
    jejak = jelaskan(susunan, masukan, buku, keluar.values())
    nilai = {nama: masukan.get(nama, bidang.bawaan) for nama, bidang in susunan.bidang.items()}
    nilai |= {langkah.langkah: langkah.nilai for langkah in jejak}
    return Jawaban({kunci: nilai[besaran] for kunci, besaran in keluar.items()}, jejak, buku)


def jenis_susunan(nama: str, susunan: Susunan) -> None:
    """Daftarkan jenis kasus yang masukan dan hasilnya bernama sama dengan susunan itu, pada `periode`."""

    @jenis(nama, " ".join([*susunan.bidang, "periode"]))
    def jawab(isian: Isian) -> Jawaban:
        masukan = {k: v for k, v in isian.data.items() if k in susunan.bidang}
        if "golongan" in susunan.bidang and "golongan" in isian:
            masukan["golongan"] = isian.golongan("golongan")
        buku = isian.buku(isian.tanggal("periode", None) or TERBARU)
        return dari_susunan(susunan, masukan, buku, {r.nama: r.nama for r in susunan.rumus})


def satu_langkah(
    isian: Isian,
    buku: Buku,
    hasil: Mapping[str, Any],
    nama: str,
    dasar: str,
    *,
    keyakinan: str = "sumber",
    berlaku: date | None = None,
    satuan: str = "",
    parameter: tuple[tuple[str, str | None], ...] = (),
) -> Jawaban:
    """Jawab dengan satu langkah penjelasan, untuk hal yang bukan rumus kolom (membaca NIP, mencari tabel)."""
    nilai = next(iter(hasil.values())) if len(hasil) == 1 else dict(hasil)
    langkah = Langkah(
        langkah="_".join(nama.lower().split()),
        nama=nama,
        masukan=dict(isian.data),
        nilai=nilai,
        satuan=satuan,
        dasar=dasar,
        keyakinan=keyakinan,
        berlaku=berlaku or date(1945, 8, 17),
        parameter=parameter,
    )
    return Jawaban(hasil, [langkah], buku)


def langkah_parameter(isian: Isian, buku: Buku, hasil: Mapping[str, Any], nama: str, kode: str) -> Jawaban:
    """Jawab dengan satu langkah yang seluruhnya berdasar sebuah parameter."""
    v = buku.versi(kode)
    return satu_langkah(
        isian, buku, hasil, nama, v.dasar, keyakinan=v.yakin(), berlaku=v.berlaku, parameter=((kode, None),)
    )
