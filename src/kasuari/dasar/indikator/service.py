"""Menerbitkan nilai indikator. Induk menjumlahkan pembilang dan penyebut; sel kecil ditahan bersama pasangannya."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from kasuari.dasar.indikator import peristiwa
from kasuari.dasar.indikator.models import Definisi, Nilai
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi.models import UnitKini, UnitLeluhur


class Baris(NamedTuple):
    """Nilai satu unit: pembilang/penyebut bilangan bulat; `n` banyaknya orang atau kasus di baliknya.

    `bawah`, `atas`: selang kepercayaan 95 %, bila ruangnya mengukurnya. `tahan`: ditahan penerbitnya atas sebab lain dari n.
    `nilai`: hanya bagi yang bukan pembagian (median); ruangnya sendiri yang menghitungnya di tiap tingkat.
    """

    unit_id: int
    pembilang: int
    penyebut: int
    n: int
    irisan: str = ""
    nilai: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    tahan: bool = False


class Ringkas(NamedTuple):
    terbit: int
    revisi: int
    ditahan: int


def definisikan(**isi: object) -> None:
    """Menaruh definisi di katalog bila versinya belum ada; definisi lama tidak diubah."""
    kunci = {"kode": isi.pop("kode"), "versi": isi.pop("versi", 1)}
    if not Definisi.objects.filter(**kunci).exists():
        Definisi.objects.create(**kunci, **isi)


def jumlahkan(daun: Sequence[Baris]) -> list[Baris]:
    """Nilai tiap unit dan semua induknya: jumlah pembilang dan penyebut, bukan rata-rata dari rata-rata."""
    atas: dict[int, list[int]] = {}
    for unit, leluhur in UnitLeluhur.objects.values_list("unit_id", "leluhur_id"):
        atas.setdefault(unit, []).append(leluhur)
    total: dict[tuple[int, str], list[int]] = {}
    for b in daun:
        for leluhur in atas.get(b.unit_id, [b.unit_id]):
            t = total.setdefault((leluhur, b.irisan), [0, 0, 0])
            t[0] += b.pembilang
            t[1] += b.penyebut
            t[2] += b.n
    return [Baris(unit, t[0], t[1], t[2], irisan) for (unit, irisan), t in total.items()]


def ditahan(baris: Sequence[Baris], ambang: int) -> set[tuple[int, str]]:
    """Sel yang ditahan: n di bawah ambang, lalu satu sel kecil berikutnya bila pengurangan membukanya.

    Sel satu-satunya yang ditahan di bawah satu induk dapat dihitung dari induknya; saudara terkecil ikut ditahan.
    """
    if ambang <= 1:
        return set()
    n = {(b.unit_id, b.irisan): b.n for b in baris}
    tutup = {k for k, v in n.items() if 0 < v < ambang}
    induk = dict(UnitKini.objects.values_list("unit_id", "induk_id"))
    kelompok: dict[tuple[int | None, str], list[tuple[int, str]]] = {}
    for unit, irisan in n:
        kelompok.setdefault((induk.get(unit), irisan), []).append((unit, irisan))
    for saudara in kelompok.values():
        tertutup = [k for k in saudara if k in tutup]
        terbuka = sorted((k for k in saudara if k not in tutup and n[k] > 0), key=lambda k: (n[k], k))
        if len(tertutup) == 1 and terbuka:
            tutup.add(terbuka[0])
    return tutup


def bulat(pembilang: int, penyebut: int, desimal: int) -> Decimal | None:
    """Pembagian tepat, dibulatkan sekali (HALF_UP); None bila penyebut 0."""
    if penyebut == 0:
        return None
    return (Decimal(pembilang) / Decimal(penyebut)).quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)


def terbitkan(
    pelaku: Pelaku, kode: str, periode: date, baris: Sequence[Baris], *, versi: int = 1, final: bool = True,
    larian: UUID | None = None,
) -> Ringkas:  # fmt: skip
    """Menerbitkan nilai satu periode; nilai yang sama tidak diterbitkan lagi, yang berubah menjadi revisi."""
    definisi = Definisi.objects.filter(kode=kode, versi=versi).first()
    if definisi is None:
        raise MasukanSalah(f"Indikator '{kode}' versi {versi} belum ada di katalog.", "kode")
    with transaction.atomic():
        lama = {
            (v.unit_id, v.irisan): v
            for v in Nilai.objects.filter(kode=kode, versi=versi, periode=periode, terkini=True)
        }
        tutup = ditahan(baris, definisi.ambang_n) | {(b.unit_id, b.irisan) for b in baris if b.tahan}
        baru, ganti = [], []
        for b in baris:
            v = _nilai(definisi, b, periode, (b.unit_id, b.irisan) in tutup, final, larian)
            sebelum = lama.get((b.unit_id, b.irisan))
            if sebelum is not None:
                if _isi(sebelum) == _isi(v):
                    continue
                ganti.append(sebelum.id)
                v.revisi = sebelum.revisi + 1
            baru.append(v)
        if baru:
            id_ = catat(
                peristiwa.TERBIT, pelaku, ("indikator", None),
                sesudah={"kode": kode, "periode": periode, "terbit": len(baru), "revisi": len(ganti), "ditahan": len(tutup)},
            )  # fmt: skip
            for v in baru:
                v.jejak_id = id_
            for awal in range(0, len(ganti), 500):
                Nilai.objects.filter(id__in=ganti[awal : awal + 500]).update(terkini=False)
            Nilai.objects.bulk_create(baru, batch_size=500)
    return Ringkas(len(baru), len(ganti), len(tutup))


def _isi(v: Nilai) -> tuple[object, ...]:
    return v.pembilang, v.penyebut, v.n, v.status, v.nilai, v.bawah, v.atas


def _nilai(d: Definisi, b: Baris, periode: date, tutup: bool, final: bool, larian: UUID | None) -> Nilai:
    status = Nilai.Status.DITAHAN if tutup else (Nilai.Status.FINAL if final else Nilai.Status.SEMENTARA)
    nilai = bulat(b.pembilang, b.penyebut, d.desimal) if b.nilai is None else b.nilai
    return Nilai(
        kode=d.kode, versi=d.versi, unit_id=b.unit_id, periode=periode, irisan=b.irisan, pembilang=b.pembilang,
        penyebut=b.penyebut, n=b.n, status=status, larian=larian, nilai=None if tutup else nilai,
        bawah=None if tutup else b.bawah, atas=None if tutup else b.atas,
    )  # fmt: skip
