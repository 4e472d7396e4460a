"""Menyusun bagan organisasi sebuah cabang: satu unit, unit di bawahnya, dan pimpinan tiap unit pada satu saat."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKeadaan
from kasuari.situs.organisasi import sajian
from kasuari.situs.organisasi.saat import Saat

SEHALAMAN = 24


@dataclass(frozen=True)
class Pimpinan:
    """Satu pos pimpinan. `sejak` terisi bila kursinya kosong; `orang` juga memuat Plt, Plh, dan Pj."""

    nama: str
    alamat: str
    orang: list[sajian.Pemegang]
    tertutup: int
    sejak: date | None


@dataclass(frozen=True)
class Kotak:
    """Satu unit di bagan. `alamat` ke cabangnya sendiri, atau ke unitnya bila tidak punya cabang."""

    nama: str
    alamat: str
    jenis: Any
    anak: int
    pimpinan: list[Pimpinan] = field(default_factory=list)


@dataclass(frozen=True)
class Cabang:
    """`atas` None bila pohonnya punya lebih dari satu akar: semuanya menjadi `bawah`."""

    atas: Kotak | None
    bawah: list[Kotak]
    halaman: Page[UnitKeadaan]
    remah: list[tuple[str, str]]


def cabang(pelaku: Pelaku, unit_id: int | None, saat: Saat, halaman: str | None) -> Cabang | None:
    """Bagan satu unit, atau akarnya bila `unit_id` None. None: unit itu tidak ada pada hari itu.

    Banyak kuerinya tetap berapa pun besarnya pohon; unit di bawahnya `SEHALAMAN` sehalaman.
    """
    susunan = organisasi.susunan_unit(saat.pada, saat.diketahui)
    anak = sajian.menurut_induk(susunan)
    atas = next((f for f in susunan if f.subjek_id == unit_id), None)
    if unit_id is not None and atas is None:
        return None
    if unit_id is None and len(anak[None]) == 1:
        atas = anak[None][0]
    laman = Paginator(anak[atas.subjek_id if atas else None], SEHALAMAN).get_page(halaman)
    tampil = [*([atas] if atas else []), *laman]
    pimpinan = _pimpinan(pelaku, [f.subjek_id for f in tampil], saat)
    kotak = [
        Kotak(
            f.nama,
            _alamat(f, f is not atas and bool(anak[f.subjek_id]), saat),
            sajian.JENIS_UNIT[f.jenis],
            len(anak[f.subjek_id]),
            pimpinan.get(f.subjek_id, []),
        )
        for f in tampil
    ]
    n = 1 if atas else 0
    return Cabang(kotak[0] if atas else None, kotak[n:], laman, _remah(atas, susunan, saat))


def _alamat(f: UnitKeadaan, bercabang: bool, saat: Saat) -> str:
    tujuan = "organisasi:bagan_cabang" if bercabang else "organisasi:unit"
    return reverse(tujuan, args=[f.subjek.uid]) + saat.ekor


def _remah(atas: UnitKeadaan | None, susunan: list[UnitKeadaan], saat: Saat) -> list[tuple[str, str]]:
    awal = [(_("Organisasi"), reverse("organisasi:pohon") + saat.ekor)]
    if atas is None:
        return [*awal, (_("Bagan"), "")]
    jalur = [(f.nama, _alamat(f, True, saat)) for f in sajian.jalur(atas, susunan)]
    return [*awal, *jalur, (atas.nama, "")]


def _pimpinan(pelaku: Pelaku, unit: list[int], saat: Saat) -> dict[int, list[Pimpinan]]:
    """Pos pimpinan tiap unit dengan pemegangnya hari itu, dan sejak kapan kosong."""
    keadaan = organisasi.pos_pada(saat.pada, saat.diketahui).filter(unit__in=unit, kepala=True)
    baris = sajian.baris_pos(pelaku, keadaan.select_related("subjek"), saat)
    sejak = organisasi.kosong_sejak([b.pos_id for b in baris if not b.terisi], saat.pada, saat.diketahui)
    hasil: dict[int, list[Pimpinan]] = {}
    for b in baris:
        alamat = reverse("organisasi:pos", args=[b.uid]) + saat.ekor
        hasil.setdefault(b.unit_id, []).append(
            Pimpinan(b.nama, alamat, b.pemegang, b.tertutup, sejak.get(b.pos_id))
        )
    return hasil
