"""Memindahkan kiriman menjadi jawaban: sekelompok sekaligus, urutannya diacak, kuncinya baru, harinya hari kelompok itu."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from random import SystemRandom
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Count, F, Max

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import enkripsi
from kasuari.dasar.inti.simpan import simpan_banyak
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.kanonik import baku
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan.selectors import buku
from kasuari.masyarakat.survei import peristiwa
from kasuari.masyarakat.survei.models import (
    UNSUR,
    Cacah,
    CacahHari,
    CacahPerangkat,
    Jawaban,
    JawabanLain,
    Kiriman,
    Komentar,
    Periode,
    Survei,
)
from kasuari.masyarakat.survei.samaran import samarkan
from kasuari.masyarakat.survei.terima import GUNA, Penilaian

SEKALI = 5000  # kiriman tiap transaksi
DIRI = ("jk", "usia", "pendidikan", "pekerjaan")
_KOLOM = ("id", "periode", "layanan_kode", "hari", "mode", "lapis", *DIRI, *UNSUR)
_acak = SystemRandom()


def kelompok_terkecil() -> int:
    return int(buku(hari_ini()).tabel("skm_ambang")["kelompok"])


def siap() -> list[int]:
    """Periode terbuka yang kirimannya sudah cukup banyak untuk dicampur."""
    tunggu = Kiriman.objects.filter(isi__isnull=False, periode__status=Periode.Status.TERBUKA)
    per = tunggu.values("periode_id").annotate(n=Count("kunci")).filter(n__gte=kelompok_terkecil())
    return list(per.order_by().values_list("periode_id", flat=True))


def pindahkan(pelaku: Pelaku, periode_id: int, *, semua: bool = False) -> int:
    """Memindahkan kiriman satu periode; banyaknya. `semua`: sisa kecil ikut, saat periode ditutup.

    Semua baris satu kelompok memakai hari terakhir kelompok itu, jadi tiap hari sedikitnya sebanyak satu kelompok.
    """
    with transaction.atomic():
        periode = Periode.objects.select_for_update(of=("self",)).select_related("survei").get(id=periode_id)
        tunggu = Kiriman.objects.select_for_update().filter(periode_id=periode_id, isi__isnull=False)
        baris = list(tunggu.order_by("kunci")[:SEKALI])
        terkecil = kelompok_terkecil()
        if not baris or (len(baris) < terkecil and not semua) or periode.status != Periode.Status.TERBUKA:
            return 0
        hari = _hari(periode, [b.hari for b in baris], terkecil)
        _cacah_hari(periode, baris)
        tulis(pelaku, periode, [Penilaian.buka(b.isi) for b in baris], hari)
        Kiriman.objects.filter(kunci__in=[b.kunci for b in baris]).update(isi=None, perangkat="")
        return len(baris)


def _hari(periode: Periode, hari: Sequence[date], terkecil: int) -> date:
    if len(hari) >= terkecil:
        return max(hari)
    milik = periode.jawaban if periode.survei.jenis == Survei.Jenis.SKM else periode.jawaban_lain
    return milik.aggregate(m=Max("hari"))["m"] or periode.sampai


def tulis(pelaku: Pelaku, periode: Periode, isi: list[Penilaian], hari: date) -> None:
    """Menulis satu kelompok jawaban dengan urutan acak dan mencatat sidiknya. Di dalam transaksi pemanggil."""
    _acak.shuffle(isi)
    if periode.survei.jenis == Survei.Jenis.SKM:
        baris = [_baris(periode, p, hari) for p in isi]
        simpan_banyak(Jawaban, _KOLOM, baris)
    else:
        baris = [(uuid4(), periode.id, hari, dict(p.jawab)) for p in isi]
        simpan_banyak(JawabanLain, ("id", "periode", "hari", "isi"), baris)
    _komentar(periode, isi)
    _cacah(periode, isi)
    catat(
        peristiwa.KELOMPOK, pelaku, ("periode_survei", periode.uid),
        sesudah={"banyak": len(baris), "sha256": sidik_baris(baris)},
    )  # fmt: skip


def sidik_baris(baris: Iterable[Sequence[Any]]) -> str:
    """SHA-256 baris jawaban menurut kuncinya: urutan penyimpanannya tidak berarti."""
    rapi = sorted(
        baku([str(s) if not isinstance(s, int | dict | type(None)) else s for s in b]) for b in baris
    )
    return hashlib.sha256(b"\n".join(rapi)).hexdigest()


def sidik_periode(periode: Periode) -> str:
    if periode.survei.jenis == Survei.Jenis.SKM:
        medan = [Jawaban._meta.get_field(k).attname for k in _KOLOM]
        return sidik_baris(periode.jawaban.values_list(*medan))
    return sidik_baris(periode.jawaban_lain.values_list("id", "periode_id", "hari", "isi"))


def _baris(periode: Periode, p: Penilaian, hari: date) -> tuple[Any, ...]:
    diri = p.diri or {}
    return (
        uuid4(), periode.id, p.layanan, hari, p.mode, p.lapis, *(diri.get(k, "") for k in DIRI),
        *(p.jawab.get(u) for u in UNSUR),
    )  # fmt: skip


def _komentar(periode: Periode, isi: list[Penilaian]) -> None:
    semua = [(soal, samarkan(t)) for p in isi for soal, t in (p.tulisan or {}).items()]
    _acak.shuffle(semua)
    simpan_banyak(
        Komentar,
        ("id", "periode", "soal", "isi"),
        [(uuid4(), periode.id, soal, enkripsi(t.encode(), GUNA, berjam=False)) for soal, t in semua if t],
    )


def _cacah(periode: Periode, isi: list[Penilaian]) -> None:
    hitung = Counter((p.layanan, (p.diri or {}).get("jk", ""), str(p.lapis)) for p in isi)
    for (layanan, jk, lapis), n in sorted(hitung.items()):
        kunci = {"periode": periode, "layanan_kode": layanan, "jk": jk, "lapis": lapis}
        if not Cacah.objects.filter(**kunci).update(n=F("n") + n):
            Cacah.objects.create(**kunci, n=n)


def _cacah_hari(periode: Periode, baris: list[Kiriman]) -> None:
    for hari, n in sorted(Counter(b.hari for b in baris).items()):
        if not CacahHari.objects.filter(periode=periode, hari=hari).update(n=F("n") + n):
            CacahHari.objects.create(periode=periode, hari=hari, n=n)
    for perangkat, n in sorted(Counter(b.perangkat for b in baris if b.perangkat).items()):
        if not CacahPerangkat.objects.filter(periode=periode, perangkat=perangkat).update(n=F("n") + n):
            CacahPerangkat.objects.create(periode=periode, perangkat=perangkat, n=n)


def alihkan_terlambat() -> int:
    """Kiriman yang masuk tepat saat periodenya ditutup pindah ke periode terbuka berikutnya unit itu; banyaknya."""
    pindah = 0
    lama = Kiriman.objects.filter(isi__isnull=False).exclude(periode__status=Periode.Status.TERBUKA)
    for id_, survei, unit in set(lama.values_list("periode_id", "periode__survei_id", "periode__unit_id")):
        baru = (
            Periode.objects.filter(survei=survei, unit=unit, status=Periode.Status.TERBUKA)
            .order_by("mulai")
            .first()
        )
        if baru:
            pindah += lama.filter(periode_id=id_).update(periode=baru, hari=baru.mulai)
    return pindah
