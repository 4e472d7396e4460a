"""Pintu baca survei: periode yang terbuka bagi umum, periode terjangkau petugas, kemajuan sampel, dan hasil bertahan."""

import time
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import boleh, saring
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.masyarakat.survei.models import Cacah, Layanan, Periode, Survei

_IKUT = ("survei", "versi", "unit__kini")


def unit_hidup() -> "QuerySet[UnitKini]":
    return UnitKini.objects.select_related("unit")


def periode_terbuka(unit_kode: str, hari: date) -> Periode | None:
    """Periode SKM unit ini yang menerima penilaian tentang hari itu."""
    milik = Periode.objects.select_related(*_IKUT).filter(
        unit__kode=unit_kode,
        survei__jenis=Survei.Jenis.SKM,
        status=Periode.Status.TERBUKA,
        mulai__lte=hari,
        sampai__gte=hari,
    )
    return milik.first()


class _Ingatan:
    """Tujuan kiriman yang diingat sebentar: satu loket ramai tidak menanyakan periode yang sama tiap kiriman.

    Aman walau basi: kuncinya memuat hari, dan periode baru ditutup sesudah hari terakhirnya lewat.
    """

    UMUR = 5.0  # detik
    MUAT = 500

    def __init__(self) -> None:
        self.isi: dict[tuple[str, date], tuple[float, Periode, list[Layanan]]] = {}

    def ambil(self, unit_kode: str, hari: date) -> tuple[Periode | None, list[Layanan]]:
        kini = time.monotonic()
        lama = self.isi.get((unit_kode, hari))
        if lama is not None and kini - lama[0] < self.UMUR:
            return lama[1], lama[2]
        p = periode_terbuka(unit_kode, hari)
        if p is None:
            return None, []
        if len(self.isi) >= self.MUAT:
            self.isi.clear()
        layanan = layanan_dinilai(p.unit_id)
        self.isi[unit_kode, hari] = (kini, p, layanan)
        return p, layanan


tujuan_kiriman = _Ingatan()


def periode_lain_terbuka(uid: UUID, hari: date) -> Periode | None:
    """Periode survei lain yang terbuka menurut UUID-nya."""
    return (
        Periode.objects.select_related(*_IKUT)
        .filter(
            uid=uid,
            survei__jenis=Survei.Jenis.LAIN,
            status=Periode.Status.TERBUKA,
            mulai__lte=hari,
            sampai__gte=hari,
        )
        .first()
    )


def layanan_dinilai(unit_id: int) -> list[Layanan]:
    """Layanan unit ini yang boleh dinilai; yang tertutup tidak disebut."""
    return list(Layanan.objects.filter(unit_id=unit_id, tertutup=False).order_by("kode"))


def unit_penilai(layanan_kode: str) -> "QuerySet[Layanan]":
    """Id unit yang layanan itu dinilai di sana; subkueri."""
    return Layanan.objects.filter(kode=layanan_kode, tertutup=False).values("unit_id")


def kode_layanan(unit_id: int) -> list[str]:
    return [x.kode for x in layanan_dinilai(unit_id)]


def periode_terjangkau(pelaku: Pelaku, uid: UUID) -> Periode:
    """Periode yang boleh dilihat pelaku. Galat: `TidakAda`."""
    p = Periode.objects.select_related(*_IKUT).filter(uid=uid).first()
    if p is None or not (pelaku.sistem or boleh(pelaku, "survei.lihat", p).ya):
        raise TidakAda(_("Periode survei ini tidak ada."))
    return p


def daftar(pelaku: Pelaku) -> "QuerySet[Periode]":
    """Periode terjangkau, terbaru dahulu, dengan banyak jawabannya (`n`)."""
    qs = saring(pelaku, "survei.lihat", Periode.objects.select_related(*_IKUT))
    return qs.annotate(n=Sum("cacah__n")).order_by("-mulai", "unit__kini__urut", "id")


class Kuota(NamedTuple):
    """Satu baris rencana sampel: layanan, jenis kelamin, yang perlu, dan yang sudah ada."""

    layanan: str
    jk: str
    perlu: int
    ada: int


def bagi(perlu: int, bobot: dict[str, int]) -> dict[str, int]:
    """Membagi `perlu` sebanding `bobot`, sisa terbesar dahulu: jumlahnya tepat `perlu`."""
    semua = sum(bobot.values())
    if not semua:
        return dict.fromkeys(bobot, 0)
    hasil = {k: perlu * b // semua for k, b in bobot.items()}
    sisa = sorted(bobot, key=lambda k: (-(perlu * bobot[k] % semua), k))
    for k in sisa[: perlu - sum(hasil.values())]:
        hasil[k] += 1
    return hasil


def kuota(p: Periode, perlu: int) -> list[Kuota]:
    """Rencana sampel menurut layanan dan jenis kelamin, dan kemajuannya; satu kueri."""
    populasi: dict[str, int] = p.rencana.get("populasi", {})
    persen_p = p.rencana.get("persen_p", 50)
    ada: dict[tuple[str, str], int] = {}
    for b in Cacah.objects.filter(periode=p).values("layanan_kode", "jk").annotate(j=Sum("n")).order_by():
        ada[b["layanan_kode"], b["jk"]] = b["j"]
    hasil = []
    for layanan, n in bagi(perlu, populasi).items():
        for jk, kuota_jk in bagi(n, {"P": persen_p, "L": 100 - persen_p}).items():
            # rencana tanpa layanan: semua jawaban unit itu memenuhi kuotanya
            terisi = sum(
                v for (k, j), v in ada.items() if j == jk and (k == layanan or set(populasi) == {""})
            )
            hasil.append(Kuota(layanan, jk, kuota_jk, terisi))
    return hasil


def banyak(p: Periode) -> int:
    return Cacah.objects.filter(periode=p).aggregate(j=Sum("n"))["j"] or 0


def terbit(unit_kode: str | None = None) -> "QuerySet[Periode]":
    """Periode SKM yang hasilnya sudah terbit, terbaru dahulu, dengan hasilnya."""
    qs = Periode.objects.select_related(*_IKUT, "hasil").filter(
        survei__jenis=Survei.Jenis.SKM, status=Periode.Status.TERBIT
    )
    if unit_kode is not None:
        qs = qs.filter(unit__kode=unit_kode)
    return qs.order_by("-mulai", "unit__kini__urut", "id")


def hasil_beku(p: Periode) -> dict[str, Any] | None:
    """Hasil utuh yang dibekukan saat ditutup; hanya untuk `sajian.tampak`, yang menahan sel kecil."""
    h = getattr(p, "hasil", None)
    return None if h is None else h.isi
