"""Dari lembar mentah ke baris data: kepala ditemukan, baris bukan data disisihkan dengan sebabnya."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..baca.tabel import KOSONG, Sel, Tabel
from ..galat import PemetaanSalah
from ..hasil import KolomTerbaca
from ..nilai.nip import mirip_nip
from ..nilai.tanggal import Gaya
from .baris import (
    awal_tanda_tangan,
    baris_jumlah,
    baris_sela,
    isi,
    lanjut_tanda_tangan,
    nomor_kolom,
    ulang_kepala,
)
from .kepala import Kepala, cari_kepala
from .kolom import Isian, kata_kunci, sarankan
from .pecah import pecah_nama_nip


@dataclass(slots=True)
class BarisData:
    """Satu baris logis. `sel[k]` sejalan dengan kolom kepala; `fisik[k]` = nomor baris fisik sel itu."""

    nomor: int
    sel: list[Sel]
    fisik: list[int]
    lebar_asli: int


@dataclass
class Tersusun:
    """Lembar yang siap diperiksa subjek. `letak` = isian -> nomor kolom (mulai 0)."""

    tabel: Tabel
    baris_kepala: list[int]
    label: tuple[str, ...]
    kolom: list[KolomTerbaca]
    letak: dict[str, int]
    baris: list[BarisData]
    diabaikan: list[dict[str, Any]] = field(default_factory=list)
    nilai: int = 0
    lebar_kepala: int = 0
    gaya: dict[tuple[str, int], Gaya] = field(default_factory=dict)  # tembolok gaya tanggal tiap kolom

    @cached_property
    def nama_kolom(self) -> list[str]:
        """Nama unik tiap kolom, untuk menyimpan isi mentah: kepala yang berulang atau kosong diberi nomor."""
        hitung = Counter(self.label)
        return [t if t and hitung[t] == 1 else f"{t} ({k})".strip() for k, t in enumerate(self.label, 1)]

    def judul(self, isian: str) -> str:
        """Kepala kolom isian itu seperti tertulis di berkas."""
        return self.label[self.letak[isian]] if isian in self.letak else isian


def susun(tabel: Tabel, isian: Sequence[Isian], pemetaan: Mapping[str, Any] | None = None) -> Tersusun:
    """Tata satu lembar. `pemetaan` dari orang (bentuk `Hasil.pemetaan`) mengalahkan pengenalan.

    Galat: `PemetaanSalah` menyebut kolom atau isian yang tidak ada.
    """
    pemetaan = pemetaan or {}
    tabel = pecah_nama_nip(tabel, isian)
    awal, tinggi = _kepala_diminta(tabel, pemetaan)
    kepala = cari_kepala(tabel, isian, awal, tinggi)
    peta = _timpa(kepala, isian, pemetaan)
    letak = {kode: k for k, (kode, _) in peta.items()}
    sisa = range(kepala.awal + kepala.tinggi, len(tabel.isi))
    diabaikan, data = _sisihkan(tabel, kepala, letak, sisa)
    baris = _pasangkan(tabel, letak, data) if kepala.dua_baris else [_tunggal(tabel, i) for i in data]
    kolom = _kolom(kepala, peta, baris, isian)
    nomor_kepala = tabel.nomor[kepala.awal : kepala.awal + kepala.tinggi]
    lebar = max((tabel.lebar_asli[i] for i in range(kepala.awal, kepala.awal + kepala.tinggi)), default=0)
    return Tersusun(tabel, nomor_kepala, kepala.label, kolom, letak, baris, diabaikan, kepala.nilai, lebar)


def _kepala_diminta(tabel: Tabel, pemetaan: Mapping[str, Any]) -> tuple[int | None, int | None]:
    nomor = pemetaan.get("baris_kepala")
    if not nomor:
        return None, None
    if not isinstance(nomor, list) or any(n not in tabel.nomor for n in nomor):
        raise PemetaanSalah(
            f"Pemetaan menyebut baris kepala {nomor}, yang tidak ada di lembar '{tabel.lembar}'."
        )
    return tabel.nomor.index(nomor[0]), len(nomor)


def _timpa(kepala: Kepala, isian: Sequence[Isian], pemetaan: Mapping[str, Any]) -> dict[int, tuple[str, int]]:
    peta = dict(kepala.peta)
    diminta = pemetaan.get("kolom", {})
    if not isinstance(diminta, Mapping):
        raise PemetaanSalah('Pemetaan harus berisi "kolom": {"nomor atau kepala kolom": "isian"}.')
    dikenal = {i.kode for i in isian}
    for kunci, kode in diminta.items():
        k = _nomor_kolom(kepala, str(kunci))
        if kode is not None and kode not in dikenal:
            raise PemetaanSalah(f"Isian '{kode}' tidak dikenal. Yang ada: {', '.join(sorted(dikenal))}.")
        peta = {n: isi_peta for n, isi_peta in peta.items() if n != k and isi_peta[0] != kode}
        if kode is not None:
            peta[k] = (kode, 100)
    return peta


def _nomor_kolom(kepala: Kepala, kunci: str) -> int:
    if kunci.isdigit() and 1 <= int(kunci) <= len(kepala.label):
        return int(kunci) - 1
    sama = [k for k, t in enumerate(kepala.label) if t and kata_kunci(t) == kata_kunci(kunci)]
    if not sama:
        raise PemetaanSalah(f"Pemetaan menyebut kolom '{kunci}', yang tidak ada di berkas ini.")
    return sama[0]


def _sisihkan(
    tabel: Tabel, kepala: Kepala, letak: Mapping[str, int], sisa: range
) -> tuple[list[dict[str, Any]], list[int]]:
    """Pisahkan indeks baris data dari baris yang diabaikan."""
    isi_kepala = tabel.isi[kepala.awal : kepala.awal + kepala.tinggi]
    akhir = max((i for i in sisa if _tampak_data(tabel.isi[i], letak, tabel.lebar)), default=sisa.start - 1)
    abai: list[dict[str, Any]] = []
    data: list[int] = []
    dekat_kepala = True
    for i in range(sisa.start, akhir + 1):
        sebab = _sebab(tabel.isi[i], isi_kepala, letak, tabel.lebar, dekat_kepala)
        if sebab is None:
            data.append(i)
        else:
            abai.append({"baris": tabel.nomor[i], "alasan": sebab})
        dekat_kepala = sebab in {"KEPALA_BERULANG", "BARIS_NOMOR_KOLOM"} or (
            dekat_kepala and sebab is not None
        )
    return abai + _kaki(tabel, akhir + 1), data


def _sebab(
    baris: Sequence[Sel],
    kepala: Sequence[Sequence[Sel]],
    letak: Mapping[str, int],
    lebar: int,
    dekat_kepala: bool,
) -> str | None:
    terisi = isi(baris)
    if not terisi:
        return "BARIS_KOSONG"
    if dekat_kepala and nomor_kolom(baris):
        return "BARIS_NOMOR_KOLOM"
    if ulang_kepala(baris, kepala):
        return "KEPALA_BERULANG"
    if baris_jumlah(baris):
        return "BARIS_TOTAL"
    nomor = letak.get("no_urut")
    if nomor is not None and all(k == nomor % lebar and t.strip(". ").isdigit() for k, t in terisi):
        return "BARIS_KOSONG"
    nama = letak.get("nama")
    return "BARIS_SELA" if baris_sela(baris, None if nama is None else nama % lebar) else None


def _tampak_data(baris: Sequence[Sel], letak: Mapping[str, int], lebar: int) -> bool:
    terisi = isi(baris)
    if len(terisi) < min(2, len(letak)) or baris_jumlah(baris):
        return False
    nip = letak.get("nip")
    if nip is not None and mirip_nip(baris[nip % lebar].teks):
        return True
    if awal_tanda_tangan(baris):
        return False
    dipakai = {k % lebar for kode, k in letak.items() if kode != "no_urut"} or set(range(lebar))
    return sum(k in dipakai for k, _ in terisi) >= min(2, max(1, len(dipakai)))


def _kaki(tabel: Tabel, mulai: int) -> list[dict[str, Any]]:
    """Baris sesudah data terakhir: kosong, jumlah, catatan, atau blok tanda tangan."""
    terakhir = max((i for i in range(mulai, len(tabel.isi)) if isi(tabel.isi[i])), default=mulai - 1)
    hasil: list[dict[str, Any]] = []
    for i in range(mulai, terakhir + 1):
        baris = tabel.isi[i]
        if not isi(baris):
            sebab = "BARIS_KOSONG"
        elif baris_jumlah(baris):
            sebab = "BARIS_TOTAL"
        elif awal_tanda_tangan(baris) and any(
            lanjut_tanda_tangan(b) for b in tabel.isi[i + 1 : terakhir + 1]
        ):
            hasil.append({"dari_baris": tabel.nomor[i], "alasan": "BLOK_TANDA_TANGAN"})
            return hasil
        else:
            sebab = "CATATAN_KAKI"
        hasil.append({"baris": tabel.nomor[i], "alasan": sebab})
    return hasil


def _tunggal(tabel: Tabel, i: int) -> BarisData:
    return BarisData(tabel.nomor[i], tabel.isi[i], [tabel.nomor[i]] * tabel.lebar, tabel.lebar_asli[i])


def _pasangkan(tabel: Tabel, letak: Mapping[str, int], data: Sequence[int]) -> list[BarisData]:
    """Gabungkan dua baris fisik satu orang. Baris tanpa pasangan tetap keluar, supaya cacatnya terlihat."""
    hasil: list[BarisData] = []
    atas: int | None = None
    for i in data:
        if atas is not None and not _baris_atas(tabel.isi[i], letak, tabel.lebar):
            hasil.append(_gabung(tabel, atas, i))
            atas = None
        elif atas is None and _bernip_bawah(tabel.isi[i], letak, tabel.lebar):
            hasil.append(_gabung(tabel, None, i))
        else:
            if atas is not None:
                hasil.append(_gabung(tabel, atas, None))
            atas = i
    if atas is not None:
        hasil.append(_gabung(tabel, atas, None))
    return hasil


def _bernip_bawah(baris: Sequence[Sel], letak: Mapping[str, int], lebar: int) -> bool:
    nip = letak.get("nip", 0)
    return nip >= lebar and mirip_nip(baris[nip % lebar].teks)


def _baris_atas(baris: Sequence[Sel], letak: Mapping[str, int], lebar: int) -> bool:
    """Apakah baris ini membuka orang baru: bernomor urut, atau (tanpa nomor) bergolongan di kolom atas."""
    if _bernip_bawah(baris, letak, lebar):
        return False
    nomor = letak.get("no_urut")
    if nomor is not None and nomor < lebar:
        return bool(baris[nomor].teks.strip())
    gol = letak.get("gol")
    return gol is not None and gol < lebar and any(h in baris[gol].teks.upper() for h in ("I", "V", "X"))


def _gabung(tabel: Tabel, atas: int | None, bawah: int | None) -> BarisData:
    ada = [i for i in (atas, bawah) if i is not None]
    sel: list[Sel] = []
    fisik: list[int] = []
    for i in (atas, bawah):
        sel += tabel.isi[i] if i is not None else [KOSONG] * tabel.lebar
        fisik += [tabel.nomor[i if i is not None else ada[0]]] * tabel.lebar
    return BarisData(tabel.nomor[ada[0]], sel, fisik, tabel.lebar_asli[ada[0]])


def _kolom(
    kepala: Kepala, peta: Mapping[int, tuple[str, int]], baris: Sequence[BarisData], isian: Sequence[Isian]
) -> list[KolomTerbaca]:
    bebas = [i for i in isian if i.kode not in {kode for kode, _ in peta.values()}]
    hasil: list[KolomTerbaca] = []
    for k, label in enumerate(kepala.label):
        contoh = [b.sel[k].teks for b in baris[:50]]
        if k in peta:
            kode, skor = peta[k]
            hasil.append(KolomTerbaca(k + 1, label, kode, skor))
        elif label or any(c.strip() for c in contoh):
            hasil.append(KolomTerbaca(k + 1, label, None, 0, sarankan(label, contoh, bebas)))
    return hasil


def lebar_biasa(baris: Sequence[BarisData]) -> int:
    """Lebar asli yang paling sering, untuk mengenali baris csv yang terpotong."""
    hitung = Counter(b.lebar_asli for b in baris)
    return hitung.most_common(1)[0][0] if hitung else 0
