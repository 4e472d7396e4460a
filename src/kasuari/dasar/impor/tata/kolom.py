"""Mengenali arti kepala kolom dari padanan kata, dengan skor 0 sampai 100."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from ..nilai.nip import mirip_nip

SKOR_TERKECIL = 75
_SINGKATAN = {
    "tgl": "tanggal", "tggl": "tanggal", "no": "nomor", "nmr": "nomor", "gol": "golongan", "golru": "golongan ruang",
    "jml": "jumlah", "thn": "tahun", "th": "tahun", "bln": "bulan", "bl": "bulan", "jab": "jabatan", "tmp": "tempat",
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


@lru_cache(maxsize=65_536)
def cocokkan(label: str, isian: Isian) -> int:
    """Seberapa yakin kepala `label` berarti `isian`: 100 = sama persis, 0 = bukan."""
    kata = _kata_kunci(label)
    return max((_skor(kata, _kata_kunci(p)) for p in isian.padanan), default=0)


def _skor(kata: tuple[str, ...], padanan: tuple[str, ...]) -> int:
    if not kata or not padanan:
        return 0
    if kata == padanan:
        return 100
    if "".join(kata) == "".join(padanan):
        return 99
    if sorted(set(kata)) == sorted(set(padanan)):
        return 95
    if len(kata) == len(padanan) and all(_kata_mirip(a, b) for a, b in zip(kata, padanan, strict=True)):
        return 85
    sambung, sasaran = "".join(kata), "".join(padanan)
    if len(sasaran) >= 8 and len(padanan) > 1 and SequenceMatcher(None, sambung, sasaran).ratio() >= 0.92:
        # singkatan pendek yang berbeda satu huruf berarti lain sama sekali: TMT CPNS dan TMT PNS
        pendek = {k for k in set(kata) ^ set(padanan) if len(k) < 5}
        return 0 if pendek else 80
    return 0


def _kata_mirip(a: str, b: str) -> bool:
    return a == b or (
        min(len(a), len(b)) >= 4 and abs(len(a) - len(b)) <= 2 and SequenceMatcher(None, a, b).ratio() >= 0.8
    )


def petakan(label: Sequence[Sequence[str]], isian: Sequence[Isian]) -> dict[int, tuple[str, int]]:
    """Kolom -> (isian, skor). `label[k]` = beberapa tulisan yang mungkin bagi kolom k; satu isian satu kolom."""
    calon = [
        (skor, -k, i.kode)
        for k, tulisan in enumerate(label)
        for i in isian
        if (skor := max((cocokkan(t, i) - n for n, t in enumerate(tulisan) if t), default=0)) >= SKOR_TERKECIL
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
    for nama, mirip in _CIRI:
        if nama in kode and isi and sum(mirip(c) for c in isi) * 10 >= len(isi) * 7:
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
