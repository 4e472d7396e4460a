"""Bahan menimbang: fakta orang-orang yang diusulkan, dibaca sekaligus. Kuerinya tetap berapa pun orangnya."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.riwayat import jenis
from kasuari.aturan.buku import Buku
from kasuari.dasar.ketentuan import selectors as ketentuan


@dataclass(frozen=True)
class Bahan:
    """Satu pegawai dengan faktanya yang masih tercatat, tiap jenis urut dari yang terbaru mulai."""

    p: Pegawai
    fakta: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    rak: dict[date, Buku] = field(
        default_factory=dict, compare=False
    )  # buku yang sudah dibuka, sekali tiap hari

    def buku(self, hari: date) -> Buku:
        """Buku kota pada hari itu; dipakai bersama semua orang yang dibaca sekaligus."""
        if hari not in self.rak:
            self.rak[hari] = ketentuan.buku(hari)
        return self.rak[hari]

    def semua(self, kode: str) -> Sequence[Any]:
        return self.fakta[kode]

    def pada(self, kode: str, hari: date) -> Any | None:
        """Keadaan yang berlaku pada satu hari, atau None bila belum ada atau nihil."""
        f = next((f for f in self.fakta[kode] if f.mulai <= hari), None)
        return None if f is None or getattr(f, "nihil", False) else f

    def berlaku(self, kode: str, hari: date) -> list[Any]:
        """Rentang yang meliputi satu hari."""
        return [f for f in self.fakta[kode] if f.mulai <= hari and (f.sampai is None or f.sampai > hari)]


def bahan(pegawai: Iterable[int], kode: Sequence[str]) -> dict[int, Bahan]:
    """Bahan tiap pegawai (id) dengan fakta jenis-jenis itu; satu kueri tiap jenis."""
    orang = list(
        Pegawai.objects.filter(id__in=list(pegawai)).select_related(
            "orang", "kini", "kini__pos", "kini__unit"
        )
    )
    isi: dict[int, dict[str, list[Any]]] = {p.id: {k: [] for k in kode} for p in orang}
    for k in kode:
        for f in (
            jenis(k)
            .model._default_manager.filter(subjek__in=list(isi), ditutup=None)
            .order_by("-mulai", "-dicatat")
        ):
            isi[f.subjek_id][k].append(f)
    rak: dict[date, Buku] = {}
    return {p.id: Bahan(p, isi[p.id], rak) for p in orang}
