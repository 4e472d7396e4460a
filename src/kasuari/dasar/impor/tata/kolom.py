"""Mengenali arti kepala kolom dari padanan kata, dengan skor 0 sampai 100."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from ..nilai.nip import mirip_nip

SKOR_TERKECIL = 75
KOLOM_DICARI = 500  # kolom sesudahnya tidak dikenali sendiri, hanya dapat dipetakan orang
LABEL_TERPANJANG = 100
TEMBOLOK_TERBESAR = 20_000
_SINGKATAN = {
    "tgl": "tanggal", "lhr": "lahir", "tggl": "tanggal", "no": "nomor", "nmr": "nomor", "gol": "golongan", "golru": "golongan ruang",
    "jml": "jumlah", "thn": "tahun", "th": "tahun", "bln": "bulan", "bl": "bulan", "jab": "jabatan", "tmp": "tempat",
    "jbt": "jabatan", "jbtn": "jabatan", "tpt": "tempat",
    "tmpt": "tempat", "jns": "jenis", "kel": "kelamin", "klmn": "kelamin", "peg": "pegawai", "pend": "pendidikan",
    "pddkn": "pendidikan", "sertipikat": "sertifikat", "diklatnya": "diklat", "mk": "masa kerja", "nm": "nama",
    "gaji": "gaji", "gapok": "gaji pokok", "gjpokok": "gaji pokok", "gelar": "gelar", "unor": "unit organisasi",
    "instansi": "instansi", "sttpp": "sertifikat", "sttpl": "sertifikat", "ess": "eselon",
    "pkt": "pangkat", "tk": "tingkat", "dan": "", "of": "", "per": "",
}  # fmt: skip
_UNTA = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Isian:
    """Satu isian yang dikenal sebuah subjek. `padanan` = tulisan kepala kolom yang berarti isian ini.

    `turunan` = isian yang juga terpenuhi oleh kolom ini (mis. tempat_tgl_lahir memberi lahir).
    """

    kode: str
    padanan: tuple[str, ...]
    wajib: bool = False
    turunan: tuple[str, ...] = ()


def kata_kunci(label: str) -> tuple[str, ...]:
    """Kepala kolom menjadi kata baku: 'TMT. Gol/Ruang' -> ('tmt', 'golongan', 'ruang')."""
    return _kata_kunci(label)


@lru_cache(maxsize=4096)
def _kata_kunci(label: str) -> tuple[str, ...]:
    polos = unicodedata.normalize("NFKD", _UNTA.sub(" ", label) if not label.isupper() else label)
    polos = "".join(h for h in polos if not unicodedata.combining(h)).lower()
    kata = re.sub(r"[^a-z0-9]+", " ", polos).split()
    baku = " ".join(_SINGKATAN.get(k, k) for k in kata).split()
    return tuple(baku)


class Padanan:
    """Indeks padanan sekumpulan isian, supaya tiap kepala hanya dibandingkan dengan yang mungkin mirip."""

    def __init__(self, isian: Sequence[Isian]) -> None:
        self.harfiah: dict[str, str] = {}
        self.persis: dict[tuple[str, ...], str] = {}
        self.sambung: dict[str, str] = {}
        self.himpunan: dict[frozenset[str], str] = {}
        self.mirip: dict[tuple[str, int], list[tuple[tuple[str, ...], str]]] = {}
        for i in isian:
            for p in i.padanan:
                self.harfiah.setdefault(p.casefold(), i.kode)
            for kata in filter(None, map(_kata_kunci, i.padanan)):
                self.persis.setdefault(kata, i.kode)
                self.sambung.setdefault("".join(kata), i.kode)
                self.himpunan.setdefault(frozenset(kata), i.kode)
                self.mirip.setdefault((kata[0][0], len("".join(kata))), []).append((kata, i.kode))
        self._tembolok: dict[str, tuple[str, int] | None] = {}

    def cari(self, label: str) -> tuple[str, int] | None:
        """(isian, skor) terbaik bagi sebuah kepala, atau None. 100 = sama persis."""
        if not label or len(label) > LABEL_TERPANJANG:
            return None
        if label not in self._tembolok:
            if len(self._tembolok) >= TEMBOLOK_TERBESAR:
                self._tembolok.clear()
            # "Nomor" dan "No" sama kata bakunya; bila subjek menyebut salah satunya apa adanya, itulah artinya
            sama = self.harfiah.get(label.strip().casefold())
            self._tembolok[label] = (sama, 100) if sama else self._cari(_kata_kunci(label))
        return self._tembolok[label]

    def _cari(self, kata: tuple[str, ...]) -> tuple[str, int] | None:
        if not kata:
            return None
        for indeks, kunci, skor in (
            (self.persis, kata, 100),
            (self.sambung, "".join(kata), 99),
            (self.himpunan, frozenset(kata), 95),
        ):
            if kunci in indeks:
                return indeks[kunci], skor  # type: ignore[index]
        panjang = len("".join(kata))
        calon = [c for n in range(panjang - 2, panjang + 3) for c in self.mirip.get((kata[0][0], n), ())]
        skor, kode = max(((_mirip(kata, p), k) for p, k in calon), default=(0, ""))
        return (kode, skor) if skor else None


def _mirip(kata: tuple[str, ...], padanan: tuple[str, ...]) -> int:
    """Skor salah ketik. Kata pendek harus sama: TMT CPNS dan TMT PNS berbeda satu huruf tetapi lain artinya."""
    if len(kata) == len(padanan):
        return 85 if all(_kata_mirip(a, b) for a, b in zip(kata, padanan, strict=True)) else 0
    sambung, sasaran = "".join(kata), "".join(padanan)
    pendek = any(len(k) < 5 for k in set(kata) ^ set(padanan))
    if pendek or len(sasaran) < 8 or SequenceMatcher(None, sambung, sasaran).ratio() < 0.92:
        return 0
    return 80


def _kata_mirip(a: str, b: str) -> bool:
    return a == b or (
        a.startswith("kd") == b.startswith("kd")  # kdkawin berisi kode, bukan salah ketik dari kawin
        and min(len(a), len(b)) >= 4
        and a[0] == b[0]
        and SequenceMatcher(None, a, b).ratio() >= 0.8
    )


@lru_cache(maxsize=32)
def indeks_padanan(isian: tuple[Isian, ...]) -> Padanan:
    """Indeks bagi kumpulan isian; subjek memakainya berulang."""
    return Padanan(isian)


def cocokkan(label: str, isian: Isian) -> int:
    """Seberapa yakin kepala `label` berarti `isian`: 100 = sama persis, 0 = bukan."""
    hasil = indeks_padanan((isian,)).cari(label)
    return hasil[1] if hasil else 0


def petakan(label: Sequence[Sequence[str]], isian: Sequence[Isian]) -> dict[int, tuple[str, int]]:
    """Kolom -> (isian, skor). `label[k]` = beberapa tulisan yang mungkin bagi kolom k; satu isian satu kolom."""
    indeks = Padanan(isian) if not isinstance(isian, tuple) else indeks_padanan(isian)
    calon = [
        (temu[1] - n, -k, temu[0])
        for k, tulisan in enumerate(label[:KOLOM_DICARI])
        for n, t in enumerate(tulisan)
        if (temu := indeks.cari(t)) and temu[1] - n >= SKOR_TERKECIL
    ]
    hasil: dict[int, tuple[str, int]] = {}
    terpakai: set[str] = set()
    for skor, minus_k, kode in sorted(calon, reverse=True):
        if -minus_k not in hasil and kode not in terpakai:
            hasil[-minus_k] = (kode, skor)
            terpakai.add(kode)
    return hasil


def sarankan(label: str, contoh: Sequence[str], isian: Sequence[Isian]) -> str | None:
    """Isian yang mungkin bagi kolom yang belum dipetakan: dari isinya, lalu dari bunyinya."""
    isi = [c for c in contoh if c.strip()]
    kode = {i.kode for i in isian}
    for nama, tampak in _CIRI:
        if nama in kode and isi and sum(tampak(c) for c in isi) * 10 >= len(isi) * 7:
            return nama
    kata = " ".join(_kata_kunci(label))
    tulisan = {" ".join(_kata_kunci(p)): i.kode for i in isian for p in i.padanan}
    mirip = get_close_matches(kata, list(tulisan), n=1, cutoff=0.6) if kata else []
    return tulisan[mirip[0]] if mirip else None


_CIRI: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("nip", mirip_nip),
    ("gol", lambda t: bool(re.fullmatch(r"\s*(?:IV|I{1,3})\s*[/\-. ]\s*[a-e]\s*", t, re.I))),
    ("jk", lambda t: t.strip().casefold() in {"l", "p", "laki-laki", "perempuan"}),
)
