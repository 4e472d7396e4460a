"""Rapel: gaji yang seharusnya, menurut fakta dan aturan yang kini diketahui, dikurangi yang sudah dibayar.

Yang sudah dibayar dibaca dari slip yang terkunci, tidak pernah dihitung ulang. Setiap selisih menyebut sebabnya:
fakta mana atau versi aturan mana yang berubah sejak bulan itu dibayar. Pajak tidak ikut: rapel menambah bruto
bulan pembayarannya (PMK 168/2023 Lampiran C I.1). Dasar: PP 7/1977; peraturan yang berlaku surut.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..buku import Buku
from ..galat import tolak
from ..rumus import Langkah, Susunan, jelaskan
from .slip import BULANAN, PENGHASILAN, POTONGAN

# pajak dan pembulatan milik bulan pembayaran; zakat dan potongan lain bukan akibat aturan gaji
_BUKAN_RAPEL = {"tunjangan_pph", "pembulatan", "potongan_pph21", "zakat", "potongan_lain"}
LAJUR_PENGHASILAN = tuple(k for k in PENGHASILAN if k not in _BUKAN_RAPEL)
LAJUR_POTONGAN = {k: besaran for k, besaran in POTONGAN.items() if k not in _BUKAN_RAPEL}


@dataclass(frozen=True, slots=True)
class Dibayar:
    """Yang sudah dibayar untuk satu bulan: lajur slip -> rupiah, dengan fakta dan buku saat dibayar."""

    lajur: Mapping[str, int]
    fakta: Mapping[str, Any]
    buku: Buku


@dataclass(frozen=True, slots=True)
class Bulan:
    """Satu bulan yang diperiksa. `fakta` = masukan slip yang berlaku tanggal 1 bulan itu, menurut pengetahuan kini.

    `buku` = aturan bulan itu, menurut pengetahuan kini. `dasar` = fakta -> keputusan yang mengubahnya.
    `dibayar` None: bulan itu belum pernah dibayar.
    """

    bulan: date
    fakta: Mapping[str, Any]
    buku: Buku
    dibayar: Dibayar | None
    dasar: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sebab:
    """Mengapa sebuah lajur berbeda. `jenis`: 'fakta', 'aturan', atau 'belum dibayar'."""

    jenis: str
    kode: str
    lama: Any
    baru: Any
    dasar: str


@dataclass(frozen=True, slots=True)
class Selisih:
    """Selisih satu lajur satu bulan (rupiah; negatif = lebih bayar) dengan sebab-sebabnya."""

    bulan: date
    lajur: str
    potongan: bool
    seharusnya: int
    dibayar: int
    sebab: tuple[Sebab, ...]

    @property
    def selisih(self) -> int:
        """Rupiah yang masih harus dibayar; negatif = kelebihan."""
        return self.seharusnya - self.dibayar


def rapel(bulan: Iterable[Bulan], susunan: Susunan = BULANAN) -> list[Selisih]:
    """Selisih tiap bulan dan lajur yang tidak nol, urut bulan lalu urutan daftar gaji.

    Galat: `MasukanTidakSah` (fakta, atau lajur yang tidak dikenal), `ParameterTidakAda` (bulan tanpa aturan), `TarifKosong`.
    """
    return [s for b in sorted(bulan, key=lambda b: b.bulan) for s in _satu_bulan(b, susunan)]


def jumlah(selisih: Sequence[Selisih]) -> int:
    """Rapel sebelum pajak (rupiah): penghasilan dikurangi potongan; negatif berarti pengembalian."""
    return sum(-s.selisih if s.potongan else s.selisih for s in selisih)


def _satu_bulan(b: Bulan, susunan: Susunan) -> list[Selisih]:
    besaran = {**{k: k for k in LAJUR_PENGHASILAN}, **LAJUR_POTONGAN}
    lama = b.dibayar.lajur if b.dibayar else {}
    asing = sorted(lama.keys() - {*PENGHASILAN, *POTONGAN})
    if asing:
        raise tolak(
            "lajur", f"lajur '{asing[0]}' bulan {b.bulan:%Y-%m} tidak dikenal", (*PENGHASILAN, *POTONGAN)
        )
    bagian = susunan.bagian(besaran.values())
    fakta = {k: v for k, v in b.fakta.items() if k in bagian.bidang}
    langkah = {x.langkah: x for x in jelaskan(bagian, fakta, b.buku, besaran.values())}
    hasil = []
    for lajur, nama in besaran.items():
        seharusnya, dibayar = langkah[nama].nilai, lama.get(lajur, 0)
        if seharusnya != dibayar:
            sebab = _sebab(b, bagian, langkah, nama)
            hasil.append(Selisih(b.bulan, lajur, lajur in LAJUR_POTONGAN, seharusnya, dibayar, sebab))
    return hasil


def _sebab(b: Bulan, susunan: Susunan, langkah: Mapping[str, Langkah], nama: str) -> tuple[Sebab, ...]:
    """Fakta dan sel aturan yang ikut menentukan besaran itu dan berubah sejak dibayar."""
    if b.dibayar is None:
        return (Sebab("belum dibayar", nama, None, None, "bulan ini belum pernah dibayar"),)
    rumus = susunan.urutan([nama])
    perlu = dict.fromkeys(n for r in rumus for n in r.perlu if n in susunan.bidang)
    fakta = tuple(
        Sebab("fakta", k, lama, baru, b.dasar.get(k, "data kepegawaian"))
        for k in perlu
        if (lama := b.dibayar.fakta.get(k)) != (baru := b.fakta.get(k))
    )
    sel = dict.fromkeys(p for r in rumus for p in langkah[r.nama].parameter)
    return fakta + tuple(s for kode, kunci in sel if (s := _aturan(b.dibayar.buku, b.buku, kode, kunci)))


def _aturan(lama: Buku, baru: Buku, kode: str, kunci: str | None) -> Sebab | None:
    """Perubahan satu sel antara dua buku; None bila nilainya sama."""
    kini, dulu = baru.versi(kode), lama.isi.get(kode)
    nilai = kini.nilai if kunci is None else kini.nilai[kunci]
    semula = None
    if dulu is not None:
        semula = dulu.nilai if kunci is None else dulu.nilai.get(kunci)
    if nilai == semula:
        return None
    nama = kode if kunci is None else f"{kode} {kunci}"
    return Sebab("aturan", nama, semula, nilai, kini.dasar)
