"""Aturan mana yang dikenai sebuah hasil: unsur terendah, mutu di bawah baik, turun berturut-turut, layanan lambat.

Yang dibaca hanya indikator yang terbit; nilai yang ditahan karena respondennya sedikit tidak pernah menjadi temuan.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import NamedTuple

from django.db.models import F

from kasuari.aturan.buku import Buku
from kasuari.aturan.rumus import hitung
from kasuari.aturan.skm import MUTU, SUSUNAN_MUTU
from kasuari.dasar.indikator import selectors as indikator
from kasuari.dasar.indikator.selectors import Titik
from kasuari.dasar.organisasi.models import UnitLeluhur

SKM, LAYANAN = "skm_unsur", "layanan_tepat"
TERENDAH, MUTU_BURUK, TURUN, LAMBAT, LUAR = "terendah", "mutu", "turun", "lambat", "luar"
_HURUF = {kode: huruf for huruf, kode in MUTU.items()}


class Calon(NamedTuple):
    """Satu hasil yang dikenai aturan: titik indikatornya dan kode aturan-aturannya."""

    indikator: str
    titik: Titik
    sebab: tuple[str, ...]


def huruf_mutu(nrr: Decimal, buku: Buku) -> str:
    """Huruf mutu satu unsur dari nilai rata-ratanya (1 sampai 4), menurut rezim buku itu."""
    ikm = (nrr * Decimal(buku.nilai("skm_pengali"))).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return _HURUF[int(hitung(SUSUNAN_MUTU, {"ikm": [ikm]}, buku, ["mutu"])["mutu"][0])]


def _paling_bawah(titik: Iterable[Titik]) -> list[Titik]:
    """Tanpa unit yang di bawahnya ada unit lain yang juga bernilai: yang memperbaiki adalah yang melayani."""
    daftar = list(titik)
    unit = {t.unit_id for t in daftar}
    punya_anak = set(
        UnitLeluhur.objects.filter(unit__in=unit, leluhur__in=unit)
        .exclude(unit_id=F("leluhur_id"))
        .values_list("leluhur_id", flat=True)
    )
    return [t for t in daftar if t.unit_id not in punya_anak]


def dari_survei(sejak: date, buku: Buku) -> list[Calon]:
    """Unsur tiap unit pada surveinya yang terakhir, yang mulainya tidak sebelum `sejak`."""
    hasil = []
    terbaca = [t for t in indikator.mutakhir(SKM, sejak) if t.nilai is not None and t.irisan]
    per_unit: dict[int, list[Titik]] = {}
    for t in _paling_bawah(terbaca):
        per_unit.setdefault(t.unit_id, []).append(t)
    for unit, titik in per_unit.items():
        terendah = _terendah(titik, int(buku.nilai("perbaikan_unsur_terendah")))
        for t in titik:
            sebab = [TERENDAH] if t in terendah else []
            assert t.nilai is not None
            if huruf_mutu(t.nilai, buku) >= str(buku.nilai("perbaikan_mutu_batas")):
                sebab.append(MUTU_BURUK)
            if _turun(unit, t, int(buku.nilai("perbaikan_turun_kali"))):
                sebab.append(TURUN)
            if sebab:
                hasil.append(Calon(SKM, t, tuple(sebab)))
    return hasil


def _terendah(titik: Sequence[Titik], banyak: int) -> list[Titik]:
    """Sebanyak itu yang terendah, dan yang nilainya sama dengan yang terakhir masuk."""
    urut = sorted(titik, key=lambda t: (t.nilai, t.irisan))
    batas = urut[min(banyak, len(urut)) - 1].nilai
    # semua unsur sama berarti tidak ada yang terendah
    return [t for t in urut if t.nilai <= batas] if urut[0].nilai != urut[-1].nilai else []  # type: ignore[operator]


def _turun(unit: int, t: Titik, kali: int) -> bool:
    deret = [x for x in indikator.deret(SKM, unit, irisan=t.irisan) if x.periode <= t.periode][-kali - 1 :]
    nilai = [x.nilai for x in deret]
    if len(nilai) <= kali or None in nilai:
        return False
    return all(b < a for a, b in pairwise(nilai))  # type: ignore[operator]


def dari_layanan(periode: date, buku: Buku) -> list[Calon]:
    """Layanan tiap unit yang bulan itu terlalu sering lewat waktunya."""
    batas, n = Decimal(buku.nilai("perbaikan_tepat_waktu")), int(buku.nilai("perbaikan_layanan_n"))
    terbaca = [
        t
        for t in indikator.seperiode(LAYANAN, periode)
        if t.nilai is not None and t.irisan and t.n is not None and t.n >= n
    ]
    return [Calon(LAYANAN, t, (LAMBAT,)) for t in _paling_bawah(terbaca) if t.nilai < batas]  # type: ignore[operator]
