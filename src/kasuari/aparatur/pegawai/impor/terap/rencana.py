"""Rencana bersama: orang baru, fakta yang dibuka atau dibetulkan, dan penugasan; dihitung tanpa menulis."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.riwayat import jenis
from kasuari.aparatur.pegawai.service import BarisPegawai
from kasuari.dasar.impor.hasil import Alasan
from kasuari.dasar.impor.penerap import Rencana
from kasuari.dasar.inti.galat import MasukanSalah


@dataclass(frozen=True)
class Fakta:
    """Isi satu fakta menurut berkas. `sampai` tidak termasuk."""

    kode: str
    mulai: date
    isi: Mapping[str, Any]
    sampai: date | None = None
    sk_nomor: str = ""
    sk_tanggal: date | None = None


@dataclass(frozen=True)
class Ubah:
    """Fakta yang akan dibuka bagi NIP ini; `ganti` = fakta yang ditutup karena dibetulkan."""

    baris: int
    nip: str
    fakta: Fakta
    ganti: UUID | None = None


@dataclass(frozen=True)
class Tugas:
    baris: int
    nip: str
    pos: str
    mulai: date


@dataclass
class Isi:
    """Muatan `Rencana.isi` milik ruang pegawai."""

    baru: dict[str, tuple[int, BarisPegawai]] = field(default_factory=dict)
    ubah: list[Ubah] = field(default_factory=list)
    tugas: list[Tugas] = field(default_factory=list)
    lama: dict[str, Pegawai] = field(default_factory=dict)


class Penyusun:
    """Mengumpulkan keputusan baris demi baris menjadi `Rencana`."""

    def __init__(self, nip: Iterable[str]) -> None:
        daftar = Pegawai.objects.select_related("orang").filter(nip__in=set(nip))
        self.isi = Isi(lama={p.nip: p for p in daftar})
        self.alasan: list[Alasan] = []
        self.sama = 0

    def catat(self, baris: int, kode: str, kolom: str = "", teks: str = "", **isi: str) -> None:
        self.alasan.append(Alasan(baris, kode, kolom, teks, None, isi))

    def sebab_tidak_sah(self, f: Fakta, lahir: date) -> str | None:
        """Kalimat mengapa fakta ini tidak dapat dicatat, atau None. Sama dengan pemeriksa pintu tulis."""
        if f.mulai < lahir:
            return f"tanggal {f.mulai:%d-%m-%Y} mendahului tanggal lahir"
        if f.sampai is not None and f.sampai <= f.mulai:
            return "tanggal selesai mendahului tanggal mulai"
        try:
            jenis(f.kode).periksa(f.isi)
        except MasukanSalah as galat:
            return galat.pesan
        model = jenis(f.kode).model
        for kolom, nilai in f.isi.items():
            medan = model._meta.get_field(kolom)
            if isinstance(medan, CharField) and medan.max_length and len(nilai) > medan.max_length:
                return f"{kolom} lebih dari {medan.max_length} huruf"
        return None

    def bandingkan(self, baris: int, nip: str, f: Fakta, ada: Sequence[Any], ganti: Any = None) -> None:
        """Fakta yang sama tidak berubah; yang mulainya sama (atau `ganti`) dibetulkan; selain itu dibuka."""
        kembar = next((x for x in ada if x.mulai == f.mulai), None) if not jenis(f.kode).rentang else None
        kembar = kembar or ganti
        if kembar is not None and self._sama(kembar, f):
            self.sama += 1
            return
        lahir = self.isi.lama[nip].lahir if nip in self.isi.lama else self.isi.baru[nip][1].lahir
        if sebab := self.sebab_tidak_sah(f, lahir):
            self.catat(baris, "TIDAK_DAPAT_DICATAT", sebab=sebab, fakta=jenis(f.kode).nama)
            return
        self.isi.ubah.append(Ubah(baris, nip, f, kembar.uid if kembar is not None else None))

    @staticmethod
    def _sama(x: Any, f: Fakta) -> bool:
        return (
            x.mulai == f.mulai
            and not getattr(x, "nihil", False)
            and (not hasattr(x, "sampai") or f.sampai is None or x.sampai == f.sampai)
            and all(getattr(x, k) == v for k, v in f.isi.items())
        )

    def selesai(self) -> Rencana:
        """Baris yang ditolak keluar seluruhnya: tidak ada baris yang tersimpan separuh."""
        tolak = {a.baris for a in self.alasan if a.tingkat == "tolak"}
        isi = self.isi
        isi.baru = {k: v for k, v in isi.baru.items() if v[0] not in tolak}
        isi.ubah = [u for u in isi.ubah if u.baris not in tolak]
        isi.tugas = [t for t in isi.tugas if t.baris not in tolak]
        dibetulkan = sum(u.ganti is not None for u in isi.ubah)
        hitung = {
            "orang_baru": len(isi.baru),
            "dibuka": len(isi.ubah) - dibetulkan + len(isi.tugas),
            "dibetulkan": dibetulkan,
            "sama": self.sama,
        }
        return Rencana(hitung, self.alasan, isi)


def tanggal(iso: Any) -> date | None:
    return date.fromisoformat(iso) if iso else None


def esok(hari: date | None) -> date | None:
    return hari + timedelta(days=1) if hari else None


def per_subjek(model: Any, ids: Iterable[int]) -> dict[int, list[Any]]:
    """Fakta terbuka tiap subjek, urut mulai."""
    hasil: dict[int, list[Any]] = {}
    for f in model._default_manager.filter(ditutup=None, subjek__in=list(ids)).order_by("mulai", "id"):
        hasil.setdefault(f.subjek_id, []).append(f)
    return hasil
