"""Siapa yang ditunggu, dan siapa yang boleh bertindak untuknya hari ini.

Tunggu menunjuk pos, bukan orang: saat orang berpindah atau digantikan Plt, tidak ada yang perlu diubah.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin.daftar import nama_peran
from kasuari.dasar.alur.models import Kasus, Tunggu
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.orang.models import Orang
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import PosKeadaan, UnitLeluhur

SEMENTARA = {"plt", "plh", "pj"}
LUAR = "warga"  # bukan peran: tidak pernah dihibahkan, hanya menamai tunggu kepada orang luar


class Sasaran(NamedTuple):
    """Tepat satu yang terisi."""

    pos_id: int | None = None
    orang_id: int | None = None
    peran: str = ""


class Siapa(Protocol):
    def sasaran(self, kasus: Kasus) -> Sasaran: ...


@dataclass(frozen=True, slots=True)
class Pemohon:
    """Orang yang mengajukan."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        return Sasaran(orang_id=kasus.pemohon_id)


@dataclass(frozen=True, slots=True)
class Meja:
    """Siapa pun pemegang peran itu atas unit kasusnya: antrean petugas, bukan satu pos."""

    peran: str

    def sasaran(self, kasus: Kasus) -> Sasaran:
        return Sasaran(peran=self.peran)


@dataclass(frozen=True, slots=True)
class Luar:
    """pemohon tanpa akun; langkahnya dijalankan sistem sesudah ruangnya memeriksa kodenya."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        return Sasaran(peran=LUAR)


@dataclass(frozen=True, slots=True)
class Atasan:
    """Pos pimpinan ke-`tingkat` di atas pemohon; pos yang dipegang pemohon sendiri dilewati."""

    tingkat: int = 1

    def sasaran(self, kasus: Kasus) -> Sasaran:
        atas = pos_atasan(kasus)
        if len(atas) < self.tingkat:
            raise MasukanSalah(
                "Belum ada pos pimpinan di atas unit ini, jadi tidak ada yang dapat memutuskan. "
                "Minta BKPSDM menandai pos pimpinan unitnya di halaman Organisasi.",
                "unit",
            )
        return Sasaran(pos_id=atas[self.tingkat - 1])


def pos_atasan(kasus: Kasus, pada: date | None = None) -> list[int]:
    """Id pos pimpinan dari unit kasus ke atas, tanpa pos yang dipegang pemohon; urut dari yang terdekat."""
    return pos_pimpinan(kasus.unit_id, kasus.pemohon_id, pada)


def pos_pimpinan(unit_id: int, orang_id: int | None = None, pada: date | None = None) -> list[int]:
    """Id pos pimpinan dari satu unit ke atas, tanpa pos yang dipegang orang itu; urut dari yang terdekat."""
    pada = pada or hari_ini()
    unit = list(
        UnitLeluhur.objects.filter(unit_id=unit_id)
        .order_by("-leluhur__kini__dalam")
        .values_list("leluhur_id", flat=True)
    )
    kepala = {k.unit_id: k.subjek_id for k in organisasi.pos_pada(pada).filter(unit__in=unit, kepala=True)}
    sendiri = set(
        organisasi.penugasan_pada(pada).filter(subjek_id=orang_id, pos__in=kepala.values()).values_list("pos_id", flat=True)
    )  # fmt: skip
    return [kepala[u] for u in unit if u in kepala and kepala[u] not in sendiri]


def pimpinan(unit_id: int, orang_id: int | None = None) -> "list[Pemegang]":
    """Pemegang pos pimpinan terdekat di atas seseorang hari ini (Plh lebih dulu); kosong bila posnya lowong semua."""
    pos = pos_pimpinan(unit_id, orang_id)
    ada = pemegang(pos)
    return next((ada[p] for p in pos if ada[p]), [])


class Bertindak(NamedTuple):
    """Dengan kedudukan apa seseorang boleh bertindak. `atas_nama`: id orang yang diwakilinya."""

    sebagai: str = ""
    atas_nama: int | None = None


class Pemegang(NamedTuple):
    orang_id: int
    orang_uid: UUID
    nama: str
    jenis: str


def pemegang(pos: Iterable[int], pada: date | None = None) -> dict[int, list[Pemegang]]:
    """Pemegang tiap pos hari itu, yang sementara (Plt, Plh, Pj) lebih dulu; satu kueri."""
    hasil: dict[int, list[Pemegang]] = {p: [] for p in pos}
    for t in (
        organisasi.penugasan_pada(pada).filter(pos__in=hasil).select_related("subjek").order_by("mulai", "id")
    ):
        hasil[t.pos_id].append(Pemegang(t.subjek_id, t.subjek.uid, t.subjek.nama_gelar, t.jenis))
    for isi in hasil.values():
        isi.sort(key=lambda p: p.jenis not in SEMENTARA)
    return hasil


def pos_saya(pelaku: Pelaku, pada: date | None = None) -> dict[int, str]:
    """Pos yang dipegang pelaku hari ini -> jenis penugasannya; yang definitif menang bila dua-duanya."""
    if pelaku.orang is None:
        return {}
    hasil: dict[int, str] = {}
    milik = organisasi.penugasan_pada(pada).filter(subjek__uid=pelaku.orang, pos__isnull=False)
    for pos_id, jenis in milik.values_list("pos_id", "jenis"):
        if hasil.get(pos_id) != "definitif":
            hasil[pos_id] = jenis
    return hasil


def pos_wakil(
    pelaku: Pelaku, izin: str | None = None, pada: date | None = None
) -> dict[int, tuple[str, UUID]]:
    """Pos orang yang melimpahkan wewenangnya kepada pelaku -> (sebagai, UUID yang diwakili).

    Hanya pelimpahan yang membawa `izin` proses itu (None: izin apa pun).
    """
    wakil = {
        h.atas_nama_orang: h.sumber
        for h in pelaku.hibah
        if h.atas_nama_orang and (izin is None or h.boleh_izin is None or izin in h.boleh_izin)
    }
    if not wakil:
        return {}
    qs = organisasi.penugasan_pada(pada).filter(subjek__uid__in=wakil, pos__isnull=False)
    return {pos: (wakil[uid], uid) for pos, uid in qs.values_list("pos_id", "subjek__uid")}


def bertindak(pelaku: Pelaku, sasaran: Sasaran, kasus: Kasus, izin: str) -> Bertindak | None:
    """Kedudukan pelaku atas sasaran itu hari ini, atau None bila bukan urusannya."""
    if sasaran.orang_id is not None:
        milik = Orang.objects.filter(id=sasaran.orang_id, uid=pelaku.orang).exists()
        return Bertindak() if milik else None
    if sasaran.peran:
        return Bertindak("peran") if _berperan(pelaku, sasaran.peran, kasus.unit_id) else None
    pos_id = sasaran.pos_id
    assert pos_id is not None
    jenis = pos_saya(pelaku).get(pos_id)
    if jenis == "definitif":
        return Bertindak("definitif")
    if jenis:
        tetap = next((p.orang_id for p in pemegang([pos_id])[pos_id] if p.jenis == "definitif"), None)
        return Bertindak(jenis, tetap)
    wakil = pos_wakil(pelaku, izin).get(pos_id)
    if wakil is None:
        return None
    return Bertindak(wakil[0], Orang.objects.values_list("id", flat=True).get(uid=wakil[1]))


def _berperan(pelaku: Pelaku, peran: str, unit_id: int) -> bool:
    for h in pelaku.hibah:
        if h.peran == peran and (
            h.unit_id is None or UnitLeluhur.objects.filter(leluhur_id=h.unit_id, unit_id=unit_id).exists()
        ):
            return True
    return False


def syarat_tunggu(pelaku: Pelaku) -> Q:
    """Tunggu yang dapat ditindaki pelaku hari ini, sebagai satu syarat SQL."""
    pos = {*pos_saya(pelaku), *pos_wakil(pelaku)}
    syarat = Q(orang__uid=pelaku.orang) | Q(pos__in=pos)
    for h in pelaku.hibah:
        if h.peran == "asn" or h.atas_nama_orang:
            continue
        meja = Q(peran=h.peran)
        if h.unit_id is not None:
            meja &= Q(kasus__unit__in=UnitLeluhur.objects.filter(leluhur_id=h.unit_id).values("unit_id"))
        syarat |= meja
    return syarat


def nama_sasaran(tunggu: Iterable[Tunggu]) -> dict[int, str]:
    """Nama pos, orang, atau peran yang ditunggu tiap tunggu; satu kueri bagi semua pos."""
    daftar = list(tunggu)
    pos = {k.subjek_id: k.nama for k in PosKeadaan.objects.filter(
        id__in=organisasi.pos_pada(subjek=[t.pos_id for t in daftar if t.pos_id]).values("id"))}  # fmt: skip
    return {
        t.id: pos.get(t.pos_id, "")
        if t.pos_id
        else (t.orang.nama_gelar if t.orang_id else _nama_meja(t.peran))
        for t in daftar
    }


def jabatan_pemutus(kasus: Kasus, sebagai: str) -> str:
    """Nama pos yang ditunggu terakhir, dengan Plt., Plh., Pj., atau a.n. bagi wakilnya; kosong bila bukan satu pos."""
    t = Tunggu.objects.filter(kasus=kasus, pos__isnull=False).order_by("-mulai", "-id").first()
    if t is None or t.pos_id is None:
        return ""
    nama = organisasi.pos_pada(hari_ini(), subjek=[t.pos_id]).values_list("nama", flat=True).first() or ""
    if sebagai in SEMENTARA:
        return f"{sebagai.capitalize()}. {nama}"
    return f"a.n. {nama}" if sebagai == "mandat" else nama


def _nama_meja(peran: str) -> str:
    return _("Pemohon") if peran == LUAR else nama_peran(peran)
