"""Rumus: nama fungsi adalah besarannya, nama argumennya adalah besaran yang diperlukan.

Urutan hitung, jejak, dan gambar hubungan lahir dari tanda tangan itu, di dalam satu `Susunan`. Rumus
bekerja atas kolom int64: satu orang adalah kolom sepanjang satu. Tidak ada nilai hukum di dalam rumus;
semuanya dibaca dari buku lewat `p`.
"""

import inspect
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from . import masa_kerja
from .buku import INGATAN, SUMBER, Buku, Nilai
from .bulat import dari_skala, ke_skala
from .galat import ParameterRusak, SusunanRusak
from .masukan import Bidang, Kolom, baca_semua, dari_hari

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rumus:
    """Satu rumus satu versi. Hasilnya kolom int64 pada `skala`; `label` bila hasilnya kode."""

    nama: str
    judul: str
    fungsi: Callable[..., Kolom]
    perlu: tuple[str, ...]
    satuan: str
    berlaku: date
    dasar: str
    keyakinan: str
    skala: int
    label: Mapping[int, str] | None

    def tampil(self, nilai: int) -> Any:
        """Hasil rumus -> nilai untuk dibaca: label, tanggal, masa kerja, atau angka; None bila tidak ada."""
        if self.label is not None:
            return self.label.get(int(nilai))
        if nilai == TIDAK_ADA:
            return None
        if self.satuan == "tanggal":
            return dari_hari(nilai).isoformat()
        if self.satuan == "masa kerja":
            return masa_kerja.tulis(int(nilai))
        return dari_skala(nilai, self.skala)


TIDAK_ADA = -(2**62)  # tanda "tidak ada" dalam kolom yang boleh kosong, mis. KGB sesudah baris terakhir


def rumus(
    *,
    satuan: str,
    berlaku: str,
    dasar: str,
    keyakinan: str = SUMBER,
    skala: int = 1,
    label: Mapping[int, str] | None = None,
) -> Callable[[Callable[..., Kolom]], Rumus]:
    """Jadikan fungsi kolom sebuah `Rumus`. Argumen biasa = besaran; argumen kunci `p` = pembaca buku."""

    def bungkus(fungsi: Callable[..., Kolom]) -> Rumus:
        argumen = inspect.signature(fungsi).parameters.values()
        perlu = tuple(a.name for a in argumen if a.kind is a.POSITIONAL_OR_KEYWORD)
        judul = (fungsi.__doc__ or "").strip().split("\n")[0].rstrip(".")
        if not judul or not dasar.strip():
            raise SusunanRusak(f"Rumus '{fungsi.__name__}' perlu docstring dan dasar hukum.")
        hari = date.fromisoformat(berlaku)
        return Rumus(fungsi.__name__, judul, fungsi, perlu, satuan, hari, dasar, keyakinan, skala, label)

    return bungkus


def deret(fungsi: Callable[..., Kolom], nama: str, judul: str, perlu: Sequence[str], **sifat: Any) -> Rumus:
    """Satu rumus dari deret yang bunyinya sama: nama, judul, dan keperluannya disebut, bukan dari tanda tangan.

    `sifat` = argumen `rumus` (satuan, berlaku, dasar, ...).
    """

    def bungkus(*kolom: Kolom, p: "Pembaca") -> Kolom:
        return fungsi(*kolom, p=p)

    bungkus.__name__, bungkus.__doc__ = nama, judul
    return replace(rumus(**sifat)(bungkus), perlu=tuple(perlu))


class Pembaca:
    """Cara rumus membaca buku; mencatat apa yang dibaca, untuk jejak."""

    def __init__(self, buku: Buku) -> None:
        self.buku = buku
        self.dibaca: list[tuple[str, str | None]] = []
        self._ingatan: dict[Hashable, Any] = {}

    def ingat(self, kunci: Hashable, buat: Callable[[], T]) -> T:
        """Hasil `buat()`, sekali saja selama pembaca ini hidup: larik tabel dipakai lagi oleh blok berikutnya."""
        if kunci not in self._ingatan:
            self._ingatan[kunci] = buat()
        return self._ingatan[kunci]

    def nilai(self, kode: str) -> Nilai:
        """Nilai tunggal sebuah parameter."""
        self.dibaca.append((kode, None))
        return self.buku.nilai(kode)

    def tabel(self, kode: str) -> Mapping[str, Nilai]:
        """Seluruh tabel; untuk tabel batas, yang semua barisnya ikut menentukan."""
        self.dibaca.append((kode, None))
        return self.buku.tabel(kode)

    def persen(self, kode: str, kunci: str | None = None) -> int:
        """Persen sebagai bilangan bulat pada skala 100 (0,24 % = 24); tanpa kunci: nilai tunggal."""
        self.dibaca.append((kode, kunci))
        nilai = self.buku.nilai(kode) if kunci is None else self.buku.tabel(kode)[kunci]
        return ke_skala(nilai, 100)

    def catat(self, kode: str, kunci: str | None = None) -> None:
        """Catat sel yang dibaca rumus dengan caranya sendiri."""
        self.dibaca.append((kode, kunci))

    def petik(
        self,
        kode: str,
        pilihan: Mapping[str, int],
        kolom: Kolom,
        akhiran: str = "",
        skala: int = 1,
        kosong: str | None = "kosong",
    ) -> Kolom:
        """Nilai tabel untuk tiap kode dalam kolom. Kunci sel = label pilihan + akhiran; kode 0 = `kosong`.

        `kosong` None: bidangnya wajib, sehingga kode 0 tidak pernah ada.
        """
        label = ({} if kosong is None else {0: kosong}) | {k: nama for nama, k in pilihan.items()}

        def buat() -> Kolom:
            tabel = self.buku.tabel(kode)
            larik = np.zeros(max(label) + 1, dtype=np.int64)
            for k, nama in label.items():
                kunci = f"{nama}{akhiran}"
                if kunci not in tabel:
                    raise ParameterRusak(f"Tabel '{kode}' tidak punya sel '{kunci}'.")
                larik[k] = ke_skala(tabel[kunci], skala)
            return larik

        larik = self.ingat((kode, akhiran, skala), buat)
        if len(kolom) == 1:
            self.dibaca.append((kode, f"{label[int(kolom[0])]}{akhiran}"))
        return larik[kolom]


@dataclass(frozen=True, slots=True)
class Langkah:
    """Satu langkah penjelasan: besaran, masukannya, hasilnya, dan dasar yang membuatnya begitu.

    `parameter` = (kode, kunci sel) yang dibaca; kunci None berarti nilai tunggal atau seluruh tabel.
    """

    langkah: str
    nama: str
    masukan: Mapping[str, Any]
    nilai: Any
    satuan: str
    dasar: str
    keyakinan: str
    berlaku: date
    parameter: tuple[tuple[str, str | None], ...] = ()  # sel yang dibaca: (kode, kunci)
    susunan: str = ""  # nama Susunan asalnya; kosong bila bukan dari rumus


@dataclass(frozen=True)
class Susunan:
    """Rumus-rumus satu pokok dengan bidang masukannya. Cacat susunan diketahui saat impor."""

    nama: str
    bidang: Mapping[str, Bidang]
    rumus: Sequence[Rumus]

    def __post_init__(self) -> None:
        nama = [*self.bidang, *(r.nama for r in self.rumus)]
        ganda = sorted({n for n in nama if nama.count(n) > 1})
        if ganda:
            raise SusunanRusak(f"Susunan '{self.nama}': nama ganda {ganda}.")
        hilang = sorted({n for r in self.rumus for n in r.perlu} - set(nama))
        if hilang:
            raise SusunanRusak(f"Susunan '{self.nama}': tidak ada yang menghasilkan {hilang}.")
        self.urutan([r.nama for r in self.rumus])

    @cached_property
    def menurut_nama(self) -> Mapping[str, Rumus]:
        """Nama besaran -> rumusnya."""
        return {r.nama: r for r in self.rumus}

    def urutan(self, ingin: Iterable[str]) -> list[Rumus]:
        """Rumus yang diperlukan, urut dari bawah. Galat: `SusunanRusak` (lingkaran, nama asing)."""
        hasil: dict[str, Rumus] = {}
        sedang: list[str] = []

        def kunjungi(nama: str) -> None:
            if nama in self.bidang or nama in hasil:
                return
            if nama in sedang:
                raise SusunanRusak(f"Susunan '{self.nama}': lingkaran {' -> '.join([*sedang, nama])}.")
            if nama not in self.menurut_nama:
                raise SusunanRusak(f"Susunan '{self.nama}' tidak menghasilkan '{nama}'.")
            sedang.append(nama)
            for perlu in self.menurut_nama[nama].perlu:
                kunjungi(perlu)
            sedang.pop()
            hasil[nama] = self.menurut_nama[nama]

        for nama in ingin:
            kunjungi(nama)
        return list(hasil.values())

    def bidang_perlu(self, urutan: Iterable[Rumus]) -> set[str]:
        """Bidang masukan yang dibaca rumus-rumus itu; hanya ini yang wajib disebut."""
        return {n for r in urutan for n in r.perlu if n in self.bidang}

    def bagian(self, ingin: Iterable[str], diketahui: Mapping[str, Bidang] | None = None) -> "Susunan":
        """Susunan yang lebih kecil: rumus untuk `ingin` saja, dan besaran `diketahui` menjadi masukan.

        Dipakai bila sebagian besaran sudah diketahui dari luar, misalnya dari slip yang tercetak.
        """
        diketahui = diketahui or {}
        sisa = Susunan(
            self.nama,
            {**{n: b for n, b in self.bidang.items() if n not in diketahui}, **diketahui},
            [r for r in self.rumus if r.nama not in diketahui],
        )
        rumus = sisa.urutan(ingin)
        perlu = {n for r in rumus for n in r.perlu} | set(diketahui)
        return Susunan(self.nama, {n: b for n, b in sisa.bidang.items() if n in perlu}, rumus)


def hitung(
    susunan: Susunan, masukan: Mapping[str, Any], buku: Buku, ingin: Iterable[str]
) -> dict[str, Kolom]:
    """Kolom hasil untuk nama dalam `ingin`. Masukan: kolom NumPy berisi kode, atau daftar nilai mentah.

    Galat: `MasukanTidakSah` (semua baris dan kolom yang salah, sebelum apa pun dihitung),
    `ParameterTidakAda`, `SusunanRusak`.
    """
    ingin = tuple(ingin)
    kolom = jalankan(susunan, masukan, Pembaca(buku), susunan.urutan(ingin))
    return {nama: kolom[nama] for nama in ingin}


def jalankan(
    susunan: Susunan, masukan: Mapping[str, Any], pembaca: Pembaca, urutan: Sequence[Rumus]
) -> dict[str, Kolom]:
    """Semua kolom, masukan dan hasil, sesudah `urutan` berjalan; lihat `hitung`."""
    kolom = baca_semua(susunan.bidang, masukan, susunan.bidang_perlu(urutan))
    for r in urutan:
        kolom[r.nama] = _jalankan(r, kolom, pembaca)
    return kolom


def jelaskan(
    susunan: Susunan, masukan_satu: Mapping[str, Any], buku: Buku, ingin: Iterable[str]
) -> list[Langkah]:
    """Jejak untuk satu subjek: satu langkah tiap rumus, dengan sel parameter yang benar-benar dipakai."""
    urutan = susunan.urutan(ingin)
    perlu = susunan.bidang_perlu(urutan)
    satu = {**dict.fromkeys(perlu), **masukan_satu}
    kolom = baca_semua(susunan.bidang, {k: [v] for k, v in satu.items()}, perlu)
    langkah: list[Langkah] = []
    ragu: dict[str, bool] = {}
    for r in urutan:
        pembaca = Pembaca(buku)
        kolom[r.nama] = _jalankan(r, kolom, pembaca)
        masuk = {n: _tampil(susunan, n, int(kolom[n][0])) for n in r.perlu}
        versi = {k: buku.versi(k) for k, _ in pembaca.dibaca}
        ingatan = r.keyakinan == INGATAN or any(versi[k].yakin(s) == INGATAN for k, s in pembaca.dibaca)
        # keraguan menurun: jumlah yang memuat angka ragu ikut ragu
        ingatan |= any(ragu[n] for n in r.perlu if n in ragu)
        ragu[r.nama] = ingatan
        langkah.append(
            Langkah(
                langkah=r.nama,
                nama=r.judul,
                masukan=masuk,
                nilai=r.tampil(int(kolom[r.nama][0])),
                satuan=r.satuan,
                dasar=_gabung_dasar([r.dasar, *(v.dasar for v in versi.values())]),
                keyakinan=INGATAN if ingatan else SUMBER,
                berlaku=max([r.berlaku, *(v.berlaku for v in versi.values())]),
                parameter=tuple(dict.fromkeys(pembaca.dibaca)),
                susunan=susunan.nama,
            )
        )
    return langkah


def _gabung_dasar(dasar: Sequence[str]) -> str:
    """Dasar tanpa ulangan; yang hanya awalan dari dasar lain tidak ditulis lagi."""
    unik = list(dict.fromkeys(dasar))
    return "; ".join(d for d in unik if not any(lain != d and lain.startswith(d) for lain in unik))


def _tampil(susunan: Susunan, nama: str, nilai: int) -> Any:
    bidang = susunan.bidang.get(nama)
    if bidang is None:
        return susunan.menurut_nama[nama].tampil(nilai)
    return None if nilai == bidang.bawaan and nilai < bidang.bawah else bidang.tampil(nilai)


def _jalankan(r: Rumus, kolom: Mapping[str, Kolom], pembaca: Pembaca) -> Kolom:
    hasil = r.fungsi(*(kolom[n] for n in r.perlu), p=pembaca)
    if hasil.dtype != np.int64:
        raise SusunanRusak(f"Rumus '{r.nama}' menghasilkan {hasil.dtype}, bukan int64.")
    return hasil
