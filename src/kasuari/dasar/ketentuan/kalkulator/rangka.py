"""Rangka hitungan: isian apa, dijawab susunan rumus atau jenis kasus yang mana, dan hasil mana yang ditulis besar.

Satu hitungan bernama adalah satu `Hitungan`; "coba" di halaman tiap pokok dibuat dari susunannya sendiri oleh
`dari_susunan`. Tidak ada yang disimpan: tidak ada peristiwa, sesi, atau isian di alamat.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kasuari.aturan import rumus
from kasuari.aturan.buku import Buku
from kasuari.aturan.buku import Timpa as TimpaAturan
from kasuari.aturan.kasus import DAFTAR as JENIS_KASUS
from kasuari.aturan.masukan import Bidang
from kasuari.aturan.pokok import Pokok
from kasuari.aturan.rumus import Susunan
from kasuari.aturan.tilik import Kelompok
from kasuari.dasar.ketentuan import kata
from kasuari.dasar.ketentuan.kata import Label
from kasuari.dasar.rupa.bahan import Butir

KECIL = 6  # sampai sekian rumus, hasil antaranya pun ditulis besar
Jejak = Sequence[rumus.Langkah]
Isi = Mapping[str, Any]  # nama isian -> nilai mentah; hasil bagian sebelumnya ikut dengan namanya sendiri


@dataclass(frozen=True)
class Isian:
    """Satu isian. Tanpa `bidang`: tulisan bebas. `periksa` memberi kalimat salah, atau '' bila benar.

    `saran` = daftar yang ditawarkan peramban saat mengetik tulisan bebas. `boleh_kosong`: bagian yang memakainya
    tidak dihitung bila kosong, walau bidangnya wajib.
    """

    nama: str
    label: Label
    bidang: Bidang | None = None
    periksa: Callable[[str], str] | None = None
    saran: Callable[[], Sequence[str]] | None = None
    boleh_kosong: bool = False

    @property
    def wajib(self) -> bool:
        return not self.boleh_kosong and (self.bidang is None or self.bidang.bawaan is None)


def dari(susunan: Susunan, *nama: str) -> tuple[Isian, ...]:
    """Isian menurut bidang sebuah susunan, dengan labelnya di `kata`."""
    return tuple(Isian(n, kata.label(susunan, n), susunan.bidang[n]) for n in nama or susunan.bidang)


@dataclass(frozen=True)
class Rincian:
    """Daftar baris di bawah jawaban: nama hasil atau masukan -> judul. `judul` kosong: tanpa kepala."""

    judul: Any
    isi: Mapping[str, Any]


@dataclass(frozen=True)
class Bagian:
    """Satu jawaban: dari `susunan` (rumus) atau `jenis` (jenis kasus). `masukan` memilih dari isian.

    `besar`: nama hasil -> judul (None = judul rumusnya). `kecil`: hasil lain yang ditulis sebagai baris;
    satu hasil boleh ada di dua daftar. `ikut`: rumus yang hanya dihitung.
    `rinci` menyusun daftar di bawah jawaban (syarat, hari yang dilewati). `bila`: kapan bagian ini berlaku.
    """

    judul: Any
    masukan: Callable[[Isi, date], Mapping[str, Any]]
    besar: Mapping[str, Any]
    susunan: Susunan | None = None
    jenis: str = ""
    satuan: Mapping[str, str] = field(default_factory=dict)
    kecil: Sequence[Rincian] = ()
    ikut: tuple[str, ...] = ()
    rinci: Callable[[Jejak, Isi, date, Buku], list[Butir]] | None = None
    judul_rinci: Any = ""
    bila: Callable[[Isi], bool] = lambda isi: True


@dataclass(frozen=True)
class Hitungan:
    """Satu hitungan yang dapat dicoba siapa saja. `ragam`: pilihan yang isiannya berbeda; orang memilih dulu.

    `harus`: kelompok isian yang sedikitnya satu terisi, walau hukum menerima kosong sebagai 'datanya tidak ada'.
    """

    kode: str
    judul: Any
    ringkas: Any
    isian: tuple[Isian, ...] = ()
    bagian: tuple[Bagian, ...] = ()
    pokok: tuple[str, ...] = ()
    catatan: Any = ""
    ragam: tuple["Hitungan", ...] = ()
    harus: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Jawab:
    """Jawaban satu bagian: hasil menurut nama, jejaknya, dan susunan untuk membaca jejak itu."""

    bagian: Bagian
    hasil: Mapping[str, Any]
    jejak: Jejak
    rinci: list[Butir]


# Susunan yang menerima semua isian kosong karena menghitung apa yang ada di SIASN (kosong = 0 poin). Orang yang
# mencoba tahu datanya sendiri: formulir kosong bukan orang berindeks nol.
_HARUS = {
    "ip_asn_perban8_2019": (("pendidikan",), ("jabatan",), ("predikat", "nilai_skp"), ("hukdis",)),
    "ip_asn_bkn_letter_4190_2024": (("kualifikasi_vs_jabatan",), ("predikat",), ("hukdis",)),
}


def dari_susunan(pokok: Pokok, skema: str, susunan: Susunan, k: Kelompok) -> Hitungan:
    """Hitungan yang lahir dari sebuah susunan: bidang kelompok itu menjadi isian, jawabannya ditulis besar."""
    bagian = Bagian(
        kata.skema(skema) if skema else kata.hukum(pokok.judul),
        lambda isi, hari: {n: isi[n] for n in k.bidang if n in isi},
        dict.fromkeys(_ditulis_besar(susunan, k)),
        susunan,
    )
    return Hitungan(
        skema or pokok.kode, kata.hukum(pokok.judul), kata.hukum(pokok.ringkas), dari(susunan, *k.bidang), (bagian,),
        (pokok.kode,), harus=tuple(x for x in _HARUS.get(susunan.nama, ()) if set(x) <= set(k.bidang)),
    )  # fmt: skip


def _ditulis_besar(susunan: Susunan, k: Kelompok) -> list[str]:
    """Semua rumus bila kelompoknya kecil. Selebihnya jawabannya saja; yang berupa kata didahului angkanya."""
    urut = [r.nama for r in susunan.urutan(k.jawaban)]
    if len(urut) <= KECIL:
        return urut
    hasil: list[str] = []
    for n in k.jawaban:
        r = susunan.menurut_nama[n]
        hasil += [x for x in r.perlu if r.label is not None and x in susunan.menurut_nama]
        hasil.append(n)
    return list(dict.fromkeys(hasil))


def hitung(h: Hitungan, isi: Isi, pada: date, buku: Buku, timpa: Sequence[TimpaAturan]) -> list[Jawab]:
    """Jawaban tiap bagian yang berlaku, berurutan. Galat: `GalatAturan`; tidak ada jawaban sebagian."""
    nilai, hasil = dict(isi), []
    for b in h.bagian:
        if not b.bila(nilai):
            continue
        satu = _jawab(b, nilai, pada, buku, timpa)
        nilai |= satu.hasil
        hasil.append(satu)
    return hasil


def _jawab(b: Bagian, isi: Isi, pada: date, buku: Buku, timpa: Sequence[TimpaAturan]) -> Jawab:
    masukan = b.masukan(isi, pada)
    if b.susunan is not None:
        kecil = dict.fromkeys(n for r in b.kecil for n in r.isi)
        ditulis = [n for n in kecil if n in b.susunan.menurut_nama]
        jejak: Jejak = rumus.jelaskan(b.susunan, masukan, buku, (*b.besar, *ditulis, *b.ikut))
        isian = {n: masukan.get(n, b.susunan.bidang[n].bawaan) for n in kecil if n in b.susunan.bidang}
        hasil: Mapping[str, Any] = isian | {x.langkah: x.nilai for x in jejak}
    else:
        jawaban = JENIS_KASUS[b.jenis]({"buku_pada": pada.isoformat(), **masukan}, timpa)
        hasil, jejak = jawaban.hasil, jawaban.jejak
    return Jawab(b, hasil, jejak, b.rinci(jejak, isi, pada, buku) if b.rinci else [])
