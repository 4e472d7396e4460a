"""Menyusun pohon, riwayat, dan pos satu unit dari fakta pada satu saat. Banyak kuerinya tetap, berapa pun unitnya."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.dasar.akun.izin import pandang
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import JENIS_OPD, Penugasan, PosKeadaan, UnitKeadaan
from kasuari.dasar.rupa.bahan import Angka, Butir, Simpul
from kasuari.dasar.rupa.bahan import Saat as Titik
from kasuari.dasar.rupa.bentuk import angka as tulis
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.situs.organisasi.saat import Saat

JENIS_UNIT = {
    "daerah": gettext_lazy("Pemerintah daerah"),
    "sekretariat": gettext_lazy("Sekretariat"),
    "badan": gettext_lazy("Badan"),
    "dinas": gettext_lazy("Dinas"),
    "inspektorat": gettext_lazy("Inspektorat"),
    "rumah_sakit": gettext_lazy("Rumah sakit"),
    "distrik": gettext_lazy("Distrik"),
    "kelurahan": gettext_lazy("Kelurahan"),
    "bagian": gettext_lazy("Bagian"),
    "bidang": gettext_lazy("Bidang"),
    "subbagian": gettext_lazy("Subbagian"),
    "seksi": gettext_lazy("Seksi"),
    "upt": gettext_lazy("Unit pelaksana teknis"),
    "sekolah": gettext_lazy("Sekolah"),
    "puskesmas": gettext_lazy("Puskesmas"),
}
PENUGASAN = {
    "plt": gettext_lazy("Plt"),
    "plh": gettext_lazy("Plh"),
    "pj": gettext_lazy("Pj"),
}
KOLOM_ORANG = ("pegawai__uid", "pegawai__orang_id", "nama_gelar")


def menurut_induk(susunan: Iterable[UnitKeadaan]) -> dict[int | None, list[UnitKeadaan]]:
    hidup = {f.subjek_id: f for f in susunan}
    anak: dict[int | None, list[UnitKeadaan]] = defaultdict(list)
    for f in sorted(hidup.values(), key=lambda f: (f.jenis not in JENIS_OPD, f.jenis, f.nama)):
        anak[f.induk_id if f.induk_id in hidup else None].append(f)
    return anak


def pohon(saat: Saat) -> tuple[tuple[Simpul, ...], int]:
    """Pohon unit pada satu saat dan banyak unitnya; satu kueri."""
    susunan = organisasi.susunan_unit(saat.pada, saat.diketahui)
    anak = menurut_induk(susunan)

    def simpul(f: UnitKeadaan, dalam: int) -> Simpul:
        bawah = tuple(simpul(a, dalam + 1) for a in anak.get(f.subjek_id, ()))
        ket = _("%(n)s unit") % {"n": len(bawah)} if bawah else ""
        alamat = reverse("organisasi:unit", args=[f.subjek.uid]) + saat.ekor
        return Simpul(f.nama, alamat, ket, bawah, buka=dalam == 0)

    return tuple(simpul(f, 0) for f in anak.get(None, ())), len(susunan)


def jalur(f: UnitKeadaan, susunan: Iterable[UnitKeadaan]) -> list[UnitKeadaan]:
    """Dari akar sampai atasan langsung unit ini."""
    hidup = {s.subjek_id: s for s in susunan}
    hasil: list[UnitKeadaan] = []
    atas = hidup.get(f.induk_id or 0)
    while atas is not None and atas not in hasil:
        hasil.insert(0, atas)
        atas = hidup.get(atas.induk_id or 0)
    return hasil


def riwayat(unit_id: int, saat: Saat) -> list[Titik]:
    """Nama, jenis, dan atasan unit dari yang terbaru, dengan surat dasarnya; dua kueri."""
    fakta = list(organisasi.riwayat_unit(unit_id, saat.diketahui))
    induk = organisasi.nama_unit({f.induk_id for f in fakta if f.induk_id}, saat.diketahui)
    kini = next((f for f in fakta if f.mulai <= saat.pada), None)
    hasil = []
    for f in fakta:
        bagian = [JENIS_UNIT[f.jenis]]
        if f.induk_id:
            bagian.append(_("di bawah %(u)s") % {"u": _nama_pada(induk.get(f.induk_id, []), f.mulai)})
        if f.sk_nomor:
            surat = _("dasar %(s)s") % {"s": f.sk_nomor}
            bagian.append(f"{surat}, {tanggal(f.sk_tanggal)}" if f.sk_tanggal else surat)
        else:
            bagian.append(_("tanpa nomor surat"))
        letak = "nanti" if f.mulai > saat.pada else ("kini" if f is kini else "sudah")
        judul = _("%(u)s dibubarkan") % {"u": f.nama} if f.nihil else f.nama
        mulai = _("mulai %(t)s") % {"t": tanggal(f.mulai)}
        hasil.append(Titik(judul, mulai, " · ".join(str(b) for b in bagian), letak))
    return hasil


def _nama_pada(riwayat: list[UnitKeadaan], pada: date) -> str:
    """Nama yang dipakai pada hari itu; bila belum ada catatannya, nama yang pertama."""
    cocok = [k for k in riwayat if k.mulai <= pada] or riwayat[:1]
    return cocok[-1].nama if cocok else "–"


@dataclass(frozen=True)
class Pemegang:
    """Seorang pemegang pos. `nama` kosong bila di luar jangkauan yang melihat."""

    nama: str
    alamat: str
    jenis: Any
    mulai: date
    uid: UUID
    sampai: date | None = None


@dataclass(frozen=True)
class BarisPos:
    """Satu pos dengan formasinya; `kosong` = kursi tanpa pemegang definitif."""

    uid: UUID
    nama: str
    eselon: str
    formasi: int
    terisi: int
    pemegang: list[Pemegang] = field(default_factory=list)
    tertutup: int = 0
    pos_id: int = 0
    unit_id: int = 0

    @property
    def kosong(self) -> int:
        return max(self.formasi - self.terisi, 0)

    @property
    def lebih(self) -> int:
        return max(self.terisi - self.formasi, 0)


def pos(pelaku: Pelaku, unit_id: int, saat: Saat) -> list[BarisPos]:
    """Pos unit ini dengan pemegangnya; nama hanya yang terjangkau, dan membacanya satu peristiwa."""
    keadaan = organisasi.pos_pada(saat.pada, saat.diketahui).filter(unit_id=unit_id)
    return baris_pos(pelaku, keadaan.select_related("subjek"), saat)


def baris_pos(pelaku: Pelaku, keadaan: Iterable[PosKeadaan], saat: Saat) -> list[BarisPos]:
    """Pos-pos ini dengan pemegangnya; banyak kuerinya tetap, dan membaca namanya satu peristiwa."""
    daftar = sorted(keadaan, key=lambda k: (not k.kepala, k.eselon or "z", k.nama))
    tugas = list(
        organisasi.penugasan_pada(saat.pada, saat.diketahui)
        .filter(pos__in=[k.subjek_id for k in daftar])
        .order_by("mulai", "id")
    )
    orang = terjangkau(pelaku, {t.subjek_id for t in tugas})
    menurut_pos: dict[int, list[Penugasan]] = defaultdict(list)
    for t in tugas:
        menurut_pos[t.pos_id].append(t)
    return [_baris(k, menurut_pos[k.subjek_id], orang) for k in daftar]


def terjangkau(pelaku: Pelaku, orang: set[int]) -> dict[int, tuple[str, UUID]]:
    """Nama dan UUID pegawai yang boleh dilihat pelaku di antara orang-orang ini."""
    qs = pegawai.daftar(pelaku).filter(pegawai__orang_id__in=orang).select_related("pegawai")
    return {
        b.pegawai__orang_id: (b.nama_gelar, b.pegawai__uid)
        for b in pandang(pelaku, qs, KOLOM_ORANG, izin="pegawai.lihat")
    }


def _baris(k: PosKeadaan, tugas: list[Penugasan], orang: dict[int, tuple[str, UUID]]) -> BarisPos:
    nampak = [
        Pemegang(
            orang[t.subjek_id][0], reverse("pegawai:lembar", args=[orang[t.subjek_id][1]]),
            PENUGASAN.get(t.jenis, ""), t.mulai, t.uid, t.sampai,
        )
        if t.subjek_id in orang
        else Pemegang("", "", PENUGASAN[t.jenis], t.mulai, t.uid, t.sampai)
        for t in tugas
        if t.subjek_id in orang or t.jenis != Penugasan.Jenis.DEFINITIF
    ]  # fmt: skip
    terisi = sum(t.jenis == Penugasan.Jenis.DEFINITIF for t in tugas)
    return BarisPos(
        k.subjek.uid, k.nama, k.eselon, k.formasi, terisi, nampak, len(tugas) - len(nampak), k.subjek_id, k.unit_id
    )  # fmt: skip


def angka(pos: list[BarisPos]) -> list[Angka]:
    """Formasi, terisi, dan kosong seluruh pos unit ini."""
    kosong = sum(p.kosong for p in pos)
    return [
        Angka(_("Formasi"), tulis(sum(p.formasi for p in pos)), _("kursi")),
        Angka(_("Terisi"), tulis(sum(p.terisi for p in pos)), _("pemegang definitif")),
        Angka(_("Kosong"), tulis(kosong), _("kursi"), nada="ingat" if kosong else "sukses"),
    ]


def sementara(pos: list[BarisPos]) -> list[Butir]:
    """Siapa Plt, Plh, atau Pj. Jabatan sementara bukan rahasia; namanya tetap hanya yang terjangkau."""
    return [
        Butir(o.nama or _("Nama di luar jangkauan Anda"), o.alamat, o.jenis, "info",
              _("%(pos)s, mulai %(t)s") % {"pos": p.nama, "t": tanggal(o.mulai)})
        for p in pos
        for o in p.pemegang
        if o.jenis
    ]  # fmt: skip
