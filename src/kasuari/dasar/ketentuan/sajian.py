"""Bahan halaman hukum: baris rumus dan parameter, versi dengan perbedaannya, ketentuan daerah di sampingnya."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from kasuari.aturan import tilik
from kasuari.aturan.buku import INGATAN, Nilai, Parameter, Versi, beku, pulih
from kasuari.aturan.pokok import Pokok
from kasuari.aturan.rumus import Rumus, Susunan
from kasuari.aturan.tilik import Benda, Perubahan
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.ketentuan import alamat, gambar, kata, langkah, selectors
from kasuari.dasar.ketentuan.models import Timpa
from kasuari.dasar.ketentuan.nilai import tampil

BEDA_TERBANYAK = 8  # perbedaan versi yang langsung tampak; sisanya dilipat
SEL_TERBUKA = 12  # tabel sependek ini tidak dilipat


@dataclass(frozen=True)
class BarisRumus:
    """Satu rumus di halaman pokok: dari apa, satuannya, dasarnya, dan tandanya."""

    id: str
    judul: Any
    satuan: str
    dari: list[tuple[Any, str]]  # nama besaran dan tautannya ('' bagi masukan)
    dasar: str
    sejak: date
    ragu: bool
    akhir: bool


@dataclass(frozen=True)
class Skema:
    """Satu susunan di halaman pokok."""

    kode: str
    judul: Any
    gambar: Any
    rumus: list[BarisRumus]


@dataclass(frozen=True)
class BarisParameter:
    """Satu parameter dalam daftar: nilai nasional hari ini, dan berapa ketentuan daerah di sampingnya."""

    kode: str
    nama: Any
    nilai: str
    sejak: date | None
    ragu: bool
    ubah_daerah: bool
    daerah: int


@dataclass(frozen=True)
class BarisDaerah:
    """Satu ketentuan daerah bagi umum, tanpa nama orang."""

    kunci: str
    nilai: str
    sejak: date
    dasar: str
    dipakai: Any  # saat mulai dipakai menghitung
    sudah: bool


def skema(p: Pokok, kode: str, s: Susunan) -> Skema:
    """Gambar dan baris rumus satu susunan."""
    akhir = set(tilik.hasil_akhir(s))
    isi = [_baris_rumus(s, r, r.nama in akhir) for r in s.rumus]
    return Skema(kode, kata.skema(kode) if kode else "", gambar.susun(s), isi)


def _baris_rumus(s: Susunan, r: Rumus, akhir: bool) -> BarisRumus:
    dari = [(langkah.nama_besaran(s, n), alamat.jangkar(n) if n in s.menurut_nama else "") for n in r.perlu]
    return BarisRumus(
        alamat.jangkar(r.nama), kata.hukum(r.judul), kata.satuan(r.satuan), dari, r.dasar, r.berlaku,
        r.keyakinan == INGATAN, akhir,
    )  # fmt: skip


def baris_skema(p: Pokok) -> list[dict[str, Any]]:
    """Susunan-susunan sebuah pokok: nama, banyak rumus, dan jawabannya."""
    return [
        {
            "judul": kata.skema(k),
            "alamat": alamat.skema(p.kode, k),
            "rumus": len(s.rumus),
            "jawaban": [langkah.nama_besaran(s, n) for n in tilik.hasil_akhir(s)],
        }
        for k, s in p.susunan.items()
    ]


def parameter_pokok(p: Pokok, pada: date) -> list[BarisParameter]:
    """Parameter sebuah pokok dengan nilainya pada hari itu; dua kueri berapa pun banyaknya."""
    daerah: dict[str, int] = {}
    for t in selectors.umum():
        daerah[t.kode] = daerah.get(t.kode, 0) + 1
    return [baris_parameter(x, pada, daerah.get(k, 0)) for k, x in p.parameter_milik().items()]


def baris_parameter(p: Parameter, pada: date, daerah: int = 0) -> BarisParameter:
    v = p.pada(pada, date.max)
    return BarisParameter(
        p.kode, kata.hukum(p.nama), ringkas(v.nilai, p.satuan) if v else "–", v.berlaku if v else None,
        bool(v and v.yakin() == INGATAN), p.ubah_daerah, daerah,
    )  # fmt: skip


def ringkas(nilai: Nilai, satuan: str) -> str:
    """Nilai tunggal, atau banyaknya sel sebuah tabel."""
    isi = tilik.sel(nilai)
    return tampil(nilai, satuan) if isi[0][0] is None else kata.banyak_sel(len(isi))


def cari(teks: str) -> list[dict[str, Any]]:
    """Temuan pencarian dengan alamatnya, pokok lebih dulu."""
    urut = {j: i for i, j in enumerate(tilik.JENIS)}
    return [_temuan(b) for b in sorted(tilik.cari(teks, gettext), key=lambda b: urut[b.jenis])]


def _temuan(b: Benda) -> dict[str, Any]:
    ke = {
        "pokok": lambda: alamat.pokok(b.kode),
        "rumus": lambda: alamat.rumus(b.pokok.kode, b.skema, b.kode),
        "parameter": lambda: alamat.parameter(b.kode),
    }
    ket = kata.skema(b.skema) if b.skema else ""
    return {
        "judul": kata.hukum(b.judul), "alamat": ke[b.jenis](), "jenis": kata.JENIS[b.jenis],
        "pokok": kata.hukum(b.pokok.judul), "skema": ket,
    }  # fmt: skip


# --- satu parameter ---


@dataclass(frozen=True)
class BarisSel:
    kunci: str
    nilai: str
    ragu: bool


@dataclass(frozen=True)
class BarisVersi:
    """Satu versi dalam riwayat; `beda` yang tampak langsung, `beda_lain` dilipat."""

    berlaku: date
    terbit: date
    dasar: str
    ragu: bool
    kini: bool
    nanti: bool
    nilai: str
    beda: list[tuple[str, str, str]]
    beda_lain: list[tuple[str, str, str]]


def versi(p: Parameter, pada: date) -> list[BarisVersi]:
    """Riwayat parameter, terbaru lebih dulu."""
    kini = p.pada(pada, date.max)
    return [_baris_versi(x, kini, pada) for x in tilik.riwayat(p)]


def _baris_versi(x: Perubahan, kini: Versi | None, pada: date) -> BarisVersi:
    beda = sebut_beda(x)
    v = x.versi
    return BarisVersi(
        v.berlaku, v.terbit, v.dasar, v.yakin() == INGATAN, v is kini, v.berlaku > pada,
        ringkas(v.nilai, x.parameter.satuan), beda[:BEDA_TERBANYAK], beda[BEDA_TERBANYAK:],
    )  # fmt: skip


def sebut_beda(x: Perubahan) -> list[tuple[str, str, str]]:
    """(sel, nilai lama, nilai baru); sel kosong bagi nilai tunggal."""
    s = x.parameter.satuan
    return [(kata.kunci(b.kunci), tampil(b.lama, s), tampil(b.baru, s)) for b in x.beda]


def sel(p: Parameter, v: Versi, teks: str = "") -> list[BarisSel]:
    """Sel tabel yang kuncinya memuat `teks` (semua bila kosong)."""
    cari_ = teks.strip().casefold()
    return [
        BarisSel(kata.kunci(k), tampil(n, p.satuan), v.yakin(k) == INGATAN)
        for k, n in tilik.sel(v.nilai)
        if k is not None and (cari_ in k.casefold() or cari_ in kata.kunci(k).casefold())
    ]


def daerah(p: Parameter) -> list[BarisDaerah]:
    """Ketentuan daerah atas parameter ini: yang dipakai dan yang akan dipakai."""
    return [_baris_daerah(p, t) for t in selectors.umum(p.kode)]


def _baris_daerah(p: Parameter, t: Timpa) -> BarisDaerah:
    mulai = selectors.mulai_dipakai(t)
    return BarisDaerah(
        kata.kunci(t.kunci), tampil(beku(pulih(t.nilai)), p.satuan), t.berlaku, t.dasar, mulai,
        mulai <= sekarang() and t.berlaku <= hari_ini(),
    )  # fmt: skip


def csv_parameter(p: Parameter) -> str:
    """Semua versi dan sel sebagai CSV; nilai ditulis tepat, tanpa pemisah ribuan."""
    keluar = io.StringIO()
    tulis = csv.writer(keluar)
    tulis.writerow(("berlaku", "terbit", "kunci", "nilai", "satuan", "dasar", "keyakinan"))
    for v in p.versi:
        for k, n in tilik.sel(v.nilai):
            isi = tilik.polos(n)
            teks = "|".join(map(str, isi)) if isinstance(isi, list) else isi
            tulis.writerow((v.berlaku, v.terbit, k or "", teks, p.satuan, v.dasar, v.yakin(k)))
    return keluar.getvalue()


# --- apa yang berubah ---


def perubahan(semua: bool, daftar: Sequence[Perubahan] | None = None) -> list[Perubahan]:
    """Perubahan antarversi; `semua` memuat juga versi pertama tiap parameter."""
    isi = tilik.perubahan() if daftar is None else daftar
    return [x for x in isi if semua or x.sebelum is not None]


def baris_perubahan(x: Perubahan, pada: date) -> dict[str, Any]:
    p = x.parameter
    beda = sebut_beda(x)
    return {
        "nama": kata.hukum(p.nama), "alamat": alamat.parameter(p.kode), "dasar": x.versi.dasar,
        "berlaku": x.versi.berlaku, "terbit": x.versi.terbit, "ragu": x.versi.yakin() == INGATAN,
        "nanti": x.versi.berlaku > pada, "nilai": ringkas(x.versi.nilai, p.satuan), "banyak": len(beda),
        "beda": beda[:3], "pokok": kata.hukum(tilik.pemilik(p.kode).judul),
    }  # fmt: skip
