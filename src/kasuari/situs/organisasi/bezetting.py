"""Bezetting: kebutuhan, terisi, selisih, dan yang mendekati pensiun, tiap jabatan dan tiap cabang unit hari ini.

Jabatan tanpa ketetapan kebutuhan tidak dihitung nol: orangnya dihitung terisi, selisihnya tidak ada.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aturan.masa_kerja import tambah_tahun
from kasuari.dasar.akun.izin import boleh, saring
from kasuari.dasar.inti.galat import TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import JenisPos, Penugasan, UnitKini, kunci_jabatan, nama_jabatan

IZIN = "organisasi.bezetting"
Sel = tuple[int, str]  # (unit, kunci jabatan)


@dataclass
class Isi:
    """Satu jabatan di satu unit, atau jumlahnya. `kebutuhan` None: belum ditetapkan.

    `berformasi` orang di jabatan yang kebutuhannya ditetapkan; `pensiun` orang yang pensiun dalam tiap jangka;
    `tanpa_hari` orang yang tanggal pensiunnya tidak diketahui.
    """

    kebutuhan: int | None = None
    terisi: int = 0
    berformasi: int = 0
    pensiun: list[int] = field(default_factory=lambda: [0, 0, 0])
    tanpa_hari: int = 0

    @property
    def selisih(self) -> int | None:
        """Lebih (positif) atau kurang (negatif), hanya di jabatan yang kebutuhannya ditetapkan."""
        return None if self.kebutuhan is None else self.berformasi - self.kebutuhan

    @property
    def tanpa_formasi(self) -> int:
        return self.terisi - self.berformasi

    def tambah(self, lain: "Isi") -> None:
        if lain.kebutuhan is not None:
            self.kebutuhan = (self.kebutuhan or 0) + lain.kebutuhan
        self.terisi += lain.terisi
        self.berformasi += lain.berformasi
        self.tanpa_hari += lain.tanpa_hari
        self.pensiun = [a + b for a, b in zip(self.pensiun, lain.pensiun, strict=True)]


@dataclass
class Jabatan:
    nama: str
    isi: Isi
    unit: int = 0  # banyak unit yang punya jabatan ini


@dataclass(frozen=True)
class Bezetting:
    """`atas` None: seluruh jangkauan pelaku. `cabang` tiap unit langsung di bawahnya dengan semua di bawah unit itu."""

    atas: UnitKini | None
    total: Isi
    cabang: list[tuple[UnitKini, Isi]]
    jabatan: list[Jabatan]
    tahun: tuple[int, int, int]
    remah: list[UnitKini]
    sendiri: Isi  # jabatan di `atas` sendiri, di luar cabangnya


def jangka() -> tuple[int, int, int]:
    """Tahun ke depan bagi tiga kolom pensiun (parameter `register_bezetting_tahun`)."""
    t = ketentuan.buku(hari_ini()).tabel("register_bezetting_tahun")
    return t["dekat"], t["sedang"], t["jauh"]


def susun(pelaku: Pelaku, uid: UUID | None = None) -> Bezetting:
    """Bezetting satu unit dengan semua di bawahnya, atau seluruh jangkauan. Banyak kuerinya tetap.

    Galat: TidakBoleh tanpa izin bezetting; TidakAda bila unitnya di luar jangkauan.
    """
    if not boleh(pelaku, IZIN).ya:
        raise TidakBoleh("Bezetting hanya untuk atasan, pengelola kepegawaian, dan pimpinan.")
    unit = {u.unit_id: u for u in saring(pelaku, IZIN, organisasi.unit_hidup())}
    atas = next((u for u in unit.values() if u.unit.uid == uid), None)
    if uid is not None and atas is None:
        raise TidakAda("Unit ini tidak ada.")
    anak: dict[int | None, list[UnitKini]] = defaultdict(list)
    for u in unit.values():
        anak[u.induk_id if u.induk_id in unit else None].append(u)
    if atas is None and len(anak[None]) == 1:
        atas = anak[None][0]
    dalam = [atas, *_bawah(atas, anak)] if atas else list(unit.values())
    tahun = jangka()
    sel = _sel({u.unit_id for u in dalam}, tahun)
    per_unit: dict[int, Isi] = defaultdict(Isi)
    for (u, _k), j in sel.items():
        per_unit[u].tambah(j.isi)
    langsung = anak[atas.unit_id if atas else None]
    cabang = [(u, _jumlah(per_unit[x.unit_id] for x in (u, *_bawah(u, anak)))) for u in langsung]
    sendiri = per_unit[atas.unit_id] if atas else Isi()
    remah = [u for u in organisasi.jalur(atas.unit_id) if u.unit_id in unit][:-1] if atas else []
    return Bezetting(atas, _jumlah(j.isi for j in sel.values()), cabang, _gabung(sel), tahun, remah, sendiri)


def _bawah(u: UnitKini, anak: dict[int | None, list[UnitKini]]) -> list[UnitKini]:
    hasil: list[UnitKini] = []
    antre = list(anak[u.unit_id])
    while antre:
        satu = antre.pop()
        hasil.append(satu)
        antre += anak[satu.unit_id]
    return hasil


def _jumlah(isi: Iterable[Isi]) -> Isi:
    hasil = Isi()
    for i in isi:
        hasil.tambah(i)
    return hasil


def _gabung(sel: dict[Sel, Jabatan]) -> list[Jabatan]:
    """Jabatan senama dari semua unit menjadi satu baris; yang paling kurang dahulu."""
    hasil: dict[str, Jabatan] = {}
    for (_u, kunci), j in sel.items():
        h = hasil.setdefault(kunci, Jabatan(j.nama, Isi()))
        h.isi.tambah(j.isi)
        h.unit += 1
    kurang = {k: h.isi.selisih if h.isi.selisih is not None else 0 for k, h in hasil.items()}
    return [hasil[k] for k in sorted(hasil, key=lambda k: (kurang[k], k))]


def _sel(unit: set[int], tahun: tuple[int, int, int]) -> dict[Sel, Jabatan]:
    """Tiap jabatan tiap unit: pos yang ada, orang yang memegangnya tetap, dan ketetapan kebutuhannya."""
    sel: dict[Sel, Jabatan] = {}
    for k in organisasi.pos_pada().exclude(jenis=JenisPos.POLITIK):
        if k.unit_id in unit:
            _sel_jabatan(sel, k.unit_id, k.nama, k.jenjang)
    for b in _orang(tahun):
        if b["unit_id"] in unit:
            j = _sel_jabatan(sel, b["unit_id"], b["jabatan"], b["jenjang"])
            j.isi.tambah(Isi(None, b["n"], 0, [b["p0"], b["p1"], b["p2"]], b["tanpa"]))
    for f in organisasi.formasi_pada():
        if f.subjek.unit_id in unit:
            j = _sel_jabatan(sel, f.subjek.unit_id, f.subjek.nama, f.subjek.jenjang)
            j.isi.kebutuhan, j.isi.berformasi = f.kebutuhan, j.isi.terisi
    return sel


def _sel_jabatan(sel: dict[Sel, Jabatan], unit: int, nama: str, jenjang: str) -> Jabatan:
    return sel.setdefault((unit, kunci_jabatan(nama, jenjang)), Jabatan(nama_jabatan(nama, jenjang), Isi()))


def _orang(tahun: tuple[int, int, int]) -> Any:
    """Banyak pemegang tetap yang aktif tiap jabatan tiap unit; satu kueri. Plt, Plh, dan Pj tidak mengisi kursi."""
    hari = hari_ini()
    tetap = organisasi.penugasan_pada().filter(
        jenis=Penugasan.Jenis.DEFINITIF, subjek=OuterRef("pegawai__orang_id"), pos=OuterRef("pos_id")
    )
    qs = PegawaiKini.objects.filter(Exists(tetap), aktif=True, unit__isnull=False)
    pensiun: dict[str, Any] = {
        f"p{n}": Count("pk", filter=Q(pensiun__lte=tambah_tahun(hari, t))) for n, t in enumerate(tahun)
    }
    return (
        qs.values("unit_id", "jabatan", "jenjang")
        .annotate(n=Count("pk"), tanpa=Count("pk", filter=Q(pensiun=None)), **pensiun)
        .order_by()
    )
