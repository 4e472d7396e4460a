"""Penerap impor `formasi`: baris bersih menjadi ketetapan kebutuhan, dan mengurungkannya."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from kasuari.dasar.impor.hasil import Alasan
from kasuari.dasar.impor.penerap import BUKA, TUTUP, Asal, BarisBersih, Efek, Penerap, Rencana
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi import formasi
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.formasi import BarisFormasi, Catatan
from kasuari.dasar.organisasi.models import Formasi, kunci_jabatan
from kasuari.dasar.organisasi.service import Dasar
from kasuari.situs.organisasi import impor_formasi as impor_formasi

BARIS_DISEBUT = 10


class Calon(NamedTuple):
    baris: int
    isi: BarisFormasi
    mulai: date
    sk_nomor: str
    sk_tanggal: date | None


class _Unit:
    """Unit hari ini menurut kode, lalu nama lengkap atau singkatannya."""

    def __init__(self) -> None:
        self.kode: dict[str, tuple[int, str]] = {}
        self.nama: dict[str, set[tuple[int, str]]] = defaultdict(set)
        for u in organisasi.unit_hidup():
            satu = (u.unit_id, u.unit.kode)
            self.kode[u.unit.kode.casefold()] = satu
            for nama in filter(None, (u.nama, u.singkatan)):
                self.nama[nama.casefold()].add(satu)

    def cari(self, teks: str) -> list[tuple[int, str]]:
        """Unit yang cocok: tepat satu bila dikenal."""
        kunci = " ".join(teks.casefold().split())
        return [self.kode[kunci]] if kunci in self.kode else sorted(self.nama.get(kunci, ()))


class _Penyusun:
    """Membandingkan baris demi baris dengan ketetapan yang ada; tidak menulis."""

    def __init__(self, pada: date) -> None:
        self.pada, self.unit, self.terbuka = pada, _Unit(), _terbuka()
        self.alasan: list[Alasan] = []
        self.calon: list[Calon] = []
        self.dipakai: dict[tuple[int, str, date], int] = {}
        self.sama = self.dibetulkan = 0

    def tambah(self, nomor: int, x: dict[str, Any]) -> None:
        cocok = self.unit.cari(x["unit"])
        if len(cocok) != 1:
            kode = "FORMASI_UNIT_LEBIH_DARI_SATU" if cocok else "FORMASI_UNIT_TIDAK_ADA"
            self.alasan.append(Alasan(nomor, kode, "unit", x["unit"]))
            return
        unit_id, unit = cocok[0]
        mulai = date.fromisoformat(x["mulai"]) if x.get("mulai") else self.pada
        jabatan = (unit_id, kunci_jabatan(x["jabatan"], x.get("jenjang") or ""))
        asal = self.dipakai.setdefault((*jabatan, mulai), nomor)
        if asal != nomor:
            # unit yang sama ditulis dua cara (nama dan kode) baru ketahuan di sini
            self.alasan.append(Alasan(nomor, "FORMASI_GANDA", "", "", None, {"baris_lain": str(asal)}))
            return
        milik = self.terbuka.get(jabatan, [])
        berlaku = next((f for f in reversed(milik) if f.mulai <= mulai), None)
        if berlaku and not berlaku.nihil and _sama(berlaku, x):
            self.sama += 1
            return
        self.dibetulkan += any(f.mulai == mulai for f in milik)
        self.calon.append(_calon(nomor, unit, x, mulai))


class PenerapFormasi(Penerap):
    kode = "formasi"

    def orang(self, baris: Sequence[dict[str, Any]]) -> list[UUID]:
        return []

    def rencanakan(self, baris: Sequence[BarisBersih], pada: date) -> Rencana:
        s = _Penyusun(pada)
        for b in baris:
            s.tambah(b.baris, b.bersih)
        dibuka = len(s.calon) - s.dibetulkan
        hitung = {"orang_baru": 0, "dibuka": dibuka, "dibetulkan": s.dibetulkan, "sama": s.sama}
        return Rencana(hitung, s.alasan, s.calon)

    def terapkan(self, pelaku: Pelaku, rencana: Rencana, asal: Asal) -> list[Efek]:
        calon: list[Calon] = rencana.isi
        if not calon:
            return []
        nama = f"Impor {asal.nama}"[:120]
        catatan = [Catatan(c.isi, c.mulai, Dasar(c.sk_nomor or nama, c.sk_tanggal)) for c in calon]
        efek: list[Efek] = []
        for c, t in zip(calon, formasi.buka(pelaku, catatan), strict=True):
            efek += [Efek(c.baris, "formasi", t.ditutup, TUTUP)] if t.ditutup else []
            efek.append(Efek(c.baris, "formasi", t.dibuka, BUKA))
        return efek

    def urungkan(self, pelaku: Pelaku, efek: Sequence[Efek], sesudah: int, alasan: str) -> list[Efek]:
        _pastikan_tidak_dilanjutkan(efek, sesudah)
        buka, tutup = ([e for e in efek if e.jenis == j] for j in (BUKA, TUTUP))
        lagi = formasi.urungkan(pelaku, [e.fakta for e in buka], [e.fakta for e in tutup], alasan)
        return [
            *(e._replace(jenis=TUTUP) for e in buka),
            *(Efek(e.baris, "formasi", u, BUKA) for e, u in zip(tutup, lagi, strict=True)),
        ]


def _terbuka() -> dict[tuple[int, str], list[Formasi]]:
    """Ketetapan yang berlaku dalam catatan sekarang, tiap (unit, kunci), urut mulainya."""
    hasil: dict[tuple[int, str], list[Formasi]] = defaultdict(list)
    for f in Formasi.objects.filter(ditutup=None).select_related("subjek").order_by("mulai", "id"):
        hasil[f.subjek.unit_id, f.subjek.kunci].append(f)
    return hasil


def _sama(f: Formasi, x: dict[str, Any]) -> bool:
    """Berkas tidak mengubah ketetapan ini; yang tidak disebut berkas tidak membedakan."""
    return f.kebutuhan == x["kebutuhan"] and all(
        not x.get(k) or getattr(f, k) == x[k] for k in ("jenis", "kelas")
    )


def _calon(nomor: int, unit: str, x: dict[str, Any], mulai: date) -> Calon:
    isi = BarisFormasi(
        unit, x["jabatan"], x["kebutuhan"], x.get("jenjang") or "", x.get("jenis") or "", x.get("kelas")
    )
    tanggal = date.fromisoformat(x["tgl_sk"]) if x.get("tgl_sk") else None
    return Calon(nomor, isi, mulai, x.get("no_sk") or "", tanggal)


def _pastikan_tidak_dilanjutkan(efek: Sequence[Efek], sesudah: int) -> None:
    milik = dict(Formasi.objects.filter(uid__in=[e.fakta for e in efek]).values_list("uid", "subjek_id"))
    baru = Q(jejak_buka__gt=sesudah) | Q(jejak_tutup__gt=sesudah)
    lanjut = set(
        Formasi.objects.filter(baru, subjek__in=set(milik.values())).values_list("subjek_id", flat=True)
    )
    if urut := sorted({e.baris for e in efek if milik.get(e.fakta) in lanjut}):
        sebut = ", ".join(map(str, urut[:BARIS_DISEBUT])) + (
            " dan lainnya" if len(urut) > BARIS_DISEBUT else ""
        )
        raise MasukanSalah(
            f"Tidak dapat dibatalkan: formasi pada baris {sebut} sudah diubah lagi sesudah impor ini. "
            "Betulkan jabatannya satu per satu di halaman Bezetting."
        )
