"""Mencari pos tujuan menurut nama, unit, atau kodenya; dengan banyaknya kursi yang terisi."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import JenisPos, PosKeadaan

MANAJERIAL = ("jpt", "administrator", "pengawas")
BANYAK = 12  # pilihan yang masih dapat dibaca sekali pandang


class Calon(NamedTuple):
    """Satu pos yang cocok: kodenya, dan tulisan pilihannya."""

    kode: str
    tulisan: str


def cari(teks: str, *, manajerial: bool) -> list[Calon]:
    """Pos hari ini yang nama atau unitnya memuat semua kata itu, atau yang berkode persis itu; satu lebih dari `BANYAK`."""
    qs = organisasi.pos_pada(hari_ini()).select_related("subjek", "unit__kini")
    qs = qs.exclude(jenis=JenisPos.POLITIK)
    qs = qs.filter(jenis__in=MANAJERIAL) if manajerial else qs.exclude(jenis__in=MANAJERIAL)
    cocok = Q()
    for kata in teks.split():
        cocok &= Q(nama__icontains=kata) | Q(unit__kini__nama__icontains=kata)
    ada = list(qs.filter(cocok | Q(subjek__kode__iexact=teks.strip())).order_by("unit__kini__urut", "nama", "id")[: BANYAK + 1])  # fmt: skip
    isi = terisi([p.subjek_id for p in ada], hari_ini())
    return [Calon(p.subjek.kode, _tulisan(p, isi[p.subjek_id])) for p in ada]


def _tulisan(p: PosKeadaan, isi: int) -> str:
    return _("%(n)s, %(u)s (%(i)s dari %(f)s terisi)") % {
        "n": p.nama,
        "u": nama_unit(p),
        "i": isi,
        "f": p.formasi,
    }


def nama_unit(p: PosKeadaan) -> str:
    return p.unit.kini.nama if hasattr(p.unit, "kini") else p.unit.kode


def terisi(pos: Sequence[int], hari: date, *, selain: int | None = None) -> Counter[int]:
    """id pos -> banyak pemegang definitif pada hari itu, tanpa seorang yang sedang ditimbang."""
    qs = organisasi.penugasan_pada(hari).filter(pos_id__in=pos, jenis="definitif")
    if selain is not None:
        qs = qs.exclude(subjek=selain)
    return Counter(qs.values_list("pos_id", flat=True))


def pada(kode: str, hari: date) -> PosKeadaan | None:
    """Keadaan pos itu pada hari TMT; None bila belum ada, sudah dihapus, atau jabatan politik."""
    qs = organisasi.pos_pada(hari).filter(subjek__kode=kode).exclude(jenis=JenisPos.POLITIK)
    return qs.select_related("subjek", "unit__kini").first()
