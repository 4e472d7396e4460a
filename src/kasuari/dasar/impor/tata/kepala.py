"""Mencari kepala kolom: di bawah judul, satu sampai tiga tingkat, tergabung, atau dua baris satu orang."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..baca.tabel import ANGKA, TANGGAL, Sel, Tabel
from ..nilai.nip import mirip_nip
from .baris import isi, nomor_kolom
from .kolom import Isian, petakan

BARIS_DICARI, TINGKAT_TERBANYAK = 40, 3
CONTOH_SELANG = 60


@dataclass(frozen=True, slots=True)
class Kepala:
    """Kepala yang ditemukan. `peta` = nomor kolom (mulai 0) -> (isian, skor).

    Pada `dua_baris`, kolom ke-k baris bawah bernomor lebar + k. `label` sejalan dengan nomor itu.
    """

    awal: int  # indeks baris pertama
    tinggi: int
    dua_baris: bool
    label: tuple[str, ...]
    peta: dict[int, tuple[str, int]]
    nilai: int = 0

    def letak(self, isian: str) -> int | None:
        return next((k for k, (kode, _) in self.peta.items() if kode == isian), None)


def cari_kepala(
    tabel: Tabel, isian: Sequence[Isian], awal: int | None = None, tinggi: int | None = None
) -> Kepala:
    """Kepala dengan pemetaan terbaik. Bila tidak ada yang cocok: baris pertama yang berisi beberapa teks."""
    calon = [
        k
        for i in ([awal] if awal is not None else range(min(BARIS_DICARI, len(tabel.isi))))
        for t in ([tinggi] if tinggi else range(1, TINGKAT_TERBANYAK + 1))
        if i + t <= len(tabel.isi) and _pantas(tabel.isi[i : i + t])
        for k in _bentuk(tabel, i, t, isian)
    ]
    if calon:
        terbaik = max(calon, key=lambda k: (k.nilai, -k.tinggi, -k.awal))
        if terbaik.peta or awal is not None:
            return terbaik
    return _seadanya(tabel, awal)


def _seadanya(tabel: Tabel, awal: int | None) -> Kepala:
    berisi = [i for i, b in enumerate(tabel.isi[:BARIS_DICARI]) if len(isi(b)) > 1]
    i = awal if awal is not None else (berisi[0] if berisi else 0)
    return Kepala(i, 1, False, tuple(s.teks.strip() for s in tabel.isi[i]), {})


def _pantas(baris: Sequence[Sequence[Sel]]) -> bool:
    """Kepala berupa teks: tanpa NIP, tanggal, atau deret nomor kolom."""
    for b in baris:
        terisi = [s for s in b if s.teks.strip()]
        if not terisi or nomor_kolom(b):
            return False
        if any(mirip_nip(s.teks) or s.jenis == TANGGAL for s in terisi):
            return False
        if sum(s.jenis == ANGKA for s in terisi) * 2 > len(terisi):
            return False
    return True


def _bentuk(tabel: Tabel, awal: int, tinggi: int, isian: Sequence[Isian]) -> list[Kepala]:
    teks = _isi_gabungan(tabel, awal, tinggi)
    tingkat = [[baris[k] for baris in teks] for k in range(tabel.lebar)]
    # tulisan yang mungkin: semua tingkat bersambung, lalu tingkat terbawah, lalu teratas
    satu = [_tulisan(t) for t in tingkat]
    peta = petakan(satu, isian)
    bentuk = [_kepala(awal, tinggi, False, [" ".join(_unik(t)) for t in tingkat], peta, isian)]
    if tinggi == 2:
        bentuk += _dua_baris(tabel, awal, tingkat, isian)
    return bentuk


def _tulisan(tingkat: Sequence[str]) -> list[str]:
    bagian = _unik(tingkat)
    if not bagian:
        return [""]
    return [" ".join(bagian)] if len(bagian) == 1 else [" ".join(bagian), "", "", bagian[-1]]


def _dua_baris(tabel: Tabel, awal: int, tingkat: list[list[str]], isian: Sequence[Isian]) -> list[Kepala]:
    asli = [[s.teks.strip() for s in tabel.isi[awal + n]] for n in (0, 1)]
    atas = [[t] for t in asli[0]]
    bawah = [[t, "", f"{tingkat[k][0]} {t}".strip()] if t else [""] for k, t in enumerate(asli[1])]
    peta = petakan(atas + bawah, isian)
    label = [a[0] for a in atas] + [
        " ".join(_unik([tingkat[k][0], t])) if t else "" for k, t in enumerate(asli[1])
    ]
    kepala = _kepala(awal, 2, True, label, peta, isian)
    nip, nama = kepala.letak("nip"), kepala.letak("nama")
    if nip is None or nama is None:
        return []
    beda_baris = (nip >= tabel.lebar) != (nama >= tabel.lebar)
    return [kepala] if beda_baris and _berselang(tabel, awal + 2, nip % tabel.lebar) else []


def _berselang(tabel: Tabel, mulai: int, kolom: int) -> bool:
    """Apakah NIP di kolom itu selalu didahului baris tanpa NIP: dua baris satu orang."""
    terisi = [b for b in tabel.isi[mulai : mulai + CONTOH_SELANG] if len(isi(b)) > 1 and not nomor_kolom(b)]
    ada = [mirip_nip(b[kolom].teks) for b in terisi]
    if not any(ada) or ada[0]:
        return False
    berulang = sum(a and b for a, b in pairwise(ada))
    return berulang * 10 <= sum(ada) * 3


def _kepala(
    awal: int,
    tinggi: int,
    dua_baris: bool,
    label: list[str],
    peta: dict[int, tuple[str, int]],
    isian: Sequence[Isian],
) -> Kepala:
    wajib = {i.kode for i in isian if i.wajib}
    nilai = sum(skor * (2 if kode in wajib else 1) for kode, skor in peta.values()) - tinggi
    return Kepala(awal, tinggi, dua_baris, tuple(label), peta, nilai)


def _unik(bagian: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(b for b in bagian if b))


def _isi_gabungan(tabel: Tabel, awal: int, tinggi: int) -> list[list[str]]:
    """Teks kepala dengan sel gabungan mendatar diisikan ke semua kolomnya."""
    teks = [[" ".join(s.teks.split()) for s in tabel.isi[awal + n]] for n in range(tinggi)]
    for r1, k1, r2, k2 in tabel.gabung:
        for r in range(max(r1, awal), min(r2, awal + tinggi - 1) + 1):
            isi_sel = " ".join(tabel.isi[r1][k1].teks.split()) if r == r1 else ""
            for k in range(k1, min(k2 + 1, tabel.lebar)):
                teks[r - awal][k] = teks[r - awal][k] or isi_sel
    if not tabel.gabung:
        _isi_kanan(teks)
    return teks


def _isi_kanan(teks: list[list[str]]) -> None:
    """Tanpa keterangan gabungan (csv): induk dilanjutkan ke kanan selama di bawahnya ada anak."""
    for atas, bawah in pairwise(teks):
        for k in range(1, len(atas)):
            if not atas[k] and bawah[k] and atas[k - 1] and bawah[k - 1]:
                atas[k] = atas[k - 1]
