"""Pencarian yang memaafkan salah ketik: potongan tiga huruf, sama di SQLite dan PostgreSQL."""

import re

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from kasuari.aparatur.pegawai.models import PegawaiGram, PegawaiKini
from kasuari.dasar.orang.ejaan import gram

AMBANG_PERSEN = 45


def cari(qs: "QuerySet[PegawaiKini]", teks: str) -> "QuerySet[PegawaiKini]":
    """Menyaring `qs` menurut nama atau NIP; yang paling mirip lebih dulu. Teks kosong: tidak menyaring.

    Angka dicari sebagai awalan atau akhiran NIP; NIK tidak pernah dicari di sini.
    """
    teks = teks.strip()
    if not teks:
        return qs
    angka = re.sub(r"\D", "", teks)
    if len(angka) >= 4 and len(angka) >= len(re.sub(r"\s", "", teks)) - 2:
        return qs.filter(nip__startswith=angka) if len(angka) >= 8 else qs.filter(nip__contains=angka)
    potongan = gram(teks)
    if not potongan:
        return qs.none()
    ambang = max(1, -(-len(potongan) * AMBANG_PERSEN // 100))
    mirip = (
        PegawaiGram.objects.filter(gram__in=potongan)
        .values("pegawai_id")
        .annotate(n=Count("gram"))
        .filter(n__gte=ambang)
        .order_by("-n")[:400]
    )
    urut = {b["pegawai_id"]: -b["n"] for b in mirip}
    return _urutkan(qs, urut)


def _urutkan(qs: "QuerySet[PegawaiKini]", urut: dict[int, int]) -> "QuerySet[PegawaiKini]":
    if not urut:
        return qs.none()
    tingkat: dict[int, list[int]] = {}
    for pegawai, n in urut.items():
        tingkat.setdefault(n, []).append(pegawai)
    kasus = Case(
        *(When(pegawai_id__in=p, then=Value(n)) for n, p in tingkat.items()), output_field=IntegerField()
    )
    return (
        qs.filter(pegawai_id__in=list(urut)).annotate(mirip_=kasus).order_by("mirip_", "nama", "pegawai_id")
    )
