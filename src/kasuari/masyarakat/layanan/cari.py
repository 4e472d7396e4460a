"""Mencari layanan dengan kata sehari-hari dan salah ketik: padanan kata, lalu kemiripan potongan tiga huruf."""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from kasuari.dasar.orang.ejaan import gram, sederhana
from kasuari.masyarakat.layanan.katalog import DATA
from kasuari.masyarakat.layanan.models import StandarPelayanan

# Nilai rancangan, dipilih dengan daftar pertanyaan di tests/test_cari.py.
_BOBOT = {"nama": 6, "kata": 5, "produk": 3, "ringkas": 2, "syarat": 1}
_MIRIP = 55  # persen potongan bersama paling sedikit
_IKUT = 45  # persen nilai tertinggi yang masih ditampilkan


class _Kata(NamedTuple):
    abai: frozenset[str]
    padanan: dict[str, list[str]]


@cache
def _kata() -> _Kata:
    isi = tomllib.loads((DATA / "kata.toml").read_text(encoding="utf-8"))
    abai = frozenset(sederhana(k) for k in isi["abai"])
    return _Kata(abai, {sederhana(k): [sederhana(x) for x in v] for k, v in isi["padanan"].items()})


@cache
def _gram(kata: str) -> frozenset[str]:
    return frozenset(gram(kata))


def _mirip(a: str, b: str) -> int:
    """Kemiripan dua kata 0..100: sama, awalan, satu huruf keliru, atau potongan bersama (Dice)."""
    if a == b:
        return 100
    if len(a) >= 3 and b.startswith(a):
        return 80
    if min(len(a), len(b)) < 4:
        return 0
    if _satu_huruf(a, b):
        return 75
    x, y = _gram(a), _gram(b)
    persen = 200 * len(x & y) // (len(x) + len(y))
    return persen if persen >= _MIRIP else 0


def _satu_huruf(a: str, b: str) -> bool:
    """Satu huruf kurang, lebih, atau tertukar: 'pindh', 'mmpu', 'usahha', 'domisuli'. Huruf pertamanya tetap."""
    if abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    awal = 0
    while awal < min(len(a), len(b)) and a[awal] == b[awal]:
        awal += 1
    if len(a) == len(b):
        return (
            a[awal + 1 :] == b[awal + 1 :]
            or a[awal:] == b[awal + 1 : awal + 2] + b[awal : awal + 1] + b[awal + 2 :]
        )
    pendek, panjang = sorted((a, b), key=len)
    return pendek[awal:] == panjang[awal + 1 :]


def _bagian(s: StandarPelayanan) -> dict[str, set[str]]:
    isi = s.isi
    teks = {
        "nama": s.nama, "kata": isi.get("kata", ""), "produk": isi.get("produk", ""), "ringkas": isi.get("ringkas", ""),
        "syarat": " ".join(isi.get("persyaratan", [])),
    }  # fmt: skip
    return {k: set(sederhana(v).split()) for k, v in teks.items()}


def _tanya(teks: str) -> list[list[str]]:
    """Tiap kata pertanyaan beserta padanannya; kata yang tidak membedakan dibuang, kecuali tinggal itu saja."""
    kata, abai = sederhana(teks[:200]).split(), _kata().abai
    pakai = [k for k in kata if k not in abai] or kata
    return [[k, *_kata().padanan.get(k, ())] for k in dict.fromkeys(pakai)]


def cari(teks: str, layanan: Iterable[StandarPelayanan]) -> Sequence[StandarPelayanan]:
    """Layanan yang cocok, paling cocok dahulu; kosong bila tidak ada yang cukup mirip."""
    daftar = [(s, _bagian(s)) for s in layanan]
    tanya = _tanya(teks)
    nilai = [(sum(_nilai(kata, bagian, daftar) for kata in tanya), s) for s, bagian in daftar]
    puncak = max((n for n, _s in nilai), default=0)
    hasil = [(n, s) for n, s in nilai if n and n * 100 >= puncak * _IKUT]
    return [s for _n, s in sorted(hasil, key=lambda x: (-x[0], x[1].subjek.kode))]


def _nilai(
    kata: list[str], bagian: dict[str, set[str]], daftar: list[tuple[StandarPelayanan, dict[str, set[str]]]]
) -> int:
    """Kecocokan satu kata pertanyaan; kata yang ada di banyak layanan berbobot lebih kecil. Padanan bernilai rata-rata."""
    asli, lain = _cocok(kata[0], bagian, daftar), [_cocok(k, bagian, daftar) for k in kata[1:]]
    return max(asli, sum(lain) // len(lain) if lain else 0)


def _cocok(
    kata: str, bagian: dict[str, set[str]], daftar: list[tuple[StandarPelayanan, dict[str, set[str]]]]
) -> int:
    terbaik = max(
        ((_BOBOT[k] * m, ada) for k, isi in bagian.items() for ada in isi if (m := _mirip(kata, ada))),
        default=None,
    )
    if terbaik is None:
        return 0
    umum = sum(any(terbaik[1] in isi for isi in b.values()) for _s, b in daftar)
    return terbaik[0] * 10 // (1 + umum)
