"""Pintu baca organisasi. Pohon unit bukan rahasia; orang di dalamnya disaring oleh ruangnya sendiri."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F, Max, Q, QuerySet

from kasuari.dasar.inti.fakta import berlaku, diketahui_pada, keadaan
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi.models import (
    MANAJERIAL,
    Formasi,
    Penugasan,
    PosKeadaan,
    Profil,
    Unit,
    UnitKeadaan,
    UnitKini,
    UnitLeluhur,
)


def profil() -> Profil:
    """Profil daerah; sebelum diisi, profil kosong bernama 'Daerah'."""
    return Profil.objects.first() or Profil(kode="", nama="Daerah", provinsi="")


def unit_hidup() -> "QuerySet[UnitKini]":
    """Unit hari ini menurut urutan telusur pohon."""
    return UnitKini.objects.select_related("unit").order_by("urut")


def opd() -> "QuerySet[UnitKini]":
    return unit_hidup().filter(opd_id=F("unit_id"))


def anak(unit_id: int) -> "QuerySet[UnitKini]":
    return unit_hidup().filter(induk_id=unit_id)


def keturunan(unit_id: int) -> "QuerySet[UnitLeluhur]":
    """Subkueri id semua unit di bawah (dan termasuk) unit ini: `.values('unit_id')`."""
    return UnitLeluhur.objects.filter(leluhur_id=unit_id)


def jalur(unit_id: int) -> list[UnitKini]:
    """Dari akar sampai unit ini, untuk remah roti."""
    atas = UnitLeluhur.objects.filter(unit_id=unit_id).values("leluhur_id")
    return list(UnitKini.objects.filter(unit_id__in=atas).order_by("dalam"))


def susunan_unit(pada: date | None = None, diketahui: datetime | None = None) -> list[UnitKeadaan]:
    """Unit yang hidup pada satu hari menurut catatan pada satu saat, dengan `subjek`-nya; satu kueri."""
    return [
        f
        for f in keadaan(UnitKeadaan, pada=pada, diketahui=diketahui).select_related("subjek")
        if not f.nihil
    ]


def pos_pada(
    pada: date | None = None, diketahui: datetime | None = None, *, subjek: Collection[int] | None = None
) -> "QuerySet[PosKeadaan]":
    """Pos yang ada pada satu hari. Penyaring pemanggil berlaku sesudah keadaannya dipilih, bukan sebelumnya:
    pos yang sudah pindah atau dihapus tidak muncul lagi lewat baris lamanya."""
    pilih = keadaan(PosKeadaan, pada=pada, diketahui=diketahui, subjek=subjek).values("id")
    return PosKeadaan.objects.filter(id__in=pilih, nihil=False)


def formasi_pada(pada: date | None = None, diketahui: datetime | None = None) -> "QuerySet[Formasi]":
    """Ketetapan kebutuhan yang berlaku pada satu hari, dengan jabatan dan unitnya (`subjek`)."""
    pilih = keadaan(Formasi, pada=pada, diketahui=diketahui).values("id")
    return Formasi.objects.filter(id__in=pilih, nihil=False).select_related("subjek")


def penugasan_pada(pada: date | None = None, diketahui: datetime | None = None) -> "QuerySet[Penugasan]":
    return berlaku(Penugasan, pada=pada, diketahui=diketahui)


def nama_opd(unit: Collection[int]) -> dict[int, list[str]]:
    """Nama perangkat daerah di atas tiap unit; daftarnya kosong bila unit itu sendiri perangkat daerah. Satu kueri."""
    atas = UnitLeluhur.objects.filter(unit__in=unit, leluhur__kini__opd_id=F("leluhur_id"))
    hasil: dict[int, list[str]] = {u: [] for u in unit}
    for u, nama in atas.exclude(leluhur_id=F("unit_id")).values_list("unit_id", "leluhur__kini__nama"):
        hasil[u].append(nama)
    return hasil


def kosong_sejak(
    pos: Collection[int], pada: date | None = None, diketahui: datetime | None = None
) -> dict[int, date]:
    """Sejak kapan tiap pos ini tanpa pemegang definitif: akhir pemegang terakhirnya, atau sejak posnya ada. Dua kueri.

    Hanya bagi pos yang hari itu memang kosong; pemanggil memilihnya.
    """
    hari = pada or hari_ini()
    ada: dict[int, date] = {}
    keadaan_ = diketahui_pada(PosKeadaan.objects.filter(subjek__in=pos, mulai__lte=hari), diketahui)
    for f in keadaan_.order_by("mulai", "dicatat"):
        if f.nihil:
            ada.pop(f.subjek_id, None)
        else:
            ada.setdefault(f.subjek_id, f.mulai)
    dipegang = Penugasan.objects.filter(pos__in=pos, jenis=Penugasan.Jenis.DEFINITIF, sampai__lte=hari)
    akhir = diketahui_pada(dipegang, diketahui).values_list("pos_id").annotate(Max("sampai")).order_by()
    for pos_id, sampai in akhir:
        ada[pos_id] = max(sampai, ada.get(pos_id, sampai))
    return ada


def lowong(pada: date | None = None) -> list[tuple[PosKeadaan, int]]:
    """Pos manajerial dan pos pimpinan yang kursinya kosong pada satu hari, dan banyak kursi kosongnya; dua kueri.

    Urut: pimpinan dahulu, eselon tertinggi, lalu letaknya di pohon. Plt, Plh, dan Pj tidak mengisi kursi.
    """
    pos = pos_pada(pada).filter(Q(jenis__in=MANAJERIAL) | Q(kepala=True), unit__kini__isnull=False)
    isi = penugasan_pada(pada).filter(jenis=Penugasan.Jenis.DEFINITIF, pos__in=pos.values("subjek_id"))
    terisi = dict(isi.values_list("pos_id").annotate(Count("id")).order_by())
    urut = sorted(
        pos.select_related("subjek", "unit__kini"),
        key=lambda k: (not k.kepala, k.eselon or "z", k.unit.kini.urut, k.nama, k.id),
    )
    return [(k, n) for k in urut if (n := k.formasi - terisi.get(k.subjek_id, 0)) > 0]


def riwayat_unit(unit_id: int, diketahui: datetime | None = None) -> "QuerySet[UnitKeadaan]":
    return diketahui_pada(UnitKeadaan.objects.filter(subjek_id=unit_id), diketahui).order_by("-mulai")


def nama_unit(ids: Collection[int], diketahui: datetime | None = None) -> dict[int, list[UnitKeadaan]]:
    """Semua keadaan tiap unit, terlama dahulu: untuk menyebut unit dengan namanya pada waktu itu."""
    hasil: dict[int, list[UnitKeadaan]] = {}
    for f in diketahui_pada(UnitKeadaan.objects.filter(subjek__in=ids), diketahui).order_by("mulai"):
        hasil.setdefault(f.subjek_id, []).append(f)
    return hasil


def riwayat_penugasan(
    orang_id: int, diketahui: datetime | None = None
) -> list[tuple[Penugasan, PosKeadaan | None, UnitKini | None]]:
    """Sejarah jabatan seseorang, terbaru dahulu, dengan nama pos saat penugasan dimulai; tiga kueri."""
    tugas = list(
        diketahui_pada(Penugasan.objects.filter(subjek_id=orang_id), diketahui).order_by("-mulai", "-id")
    )
    pos: dict[int, list[PosKeadaan]] = {}
    for k in PosKeadaan.objects.filter(
        subjek__in={t.pos_id for t in tugas if t.pos_id}, ditutup=None
    ).order_by("mulai"):
        pos.setdefault(k.subjek_id, []).append(k)
    dipakai = {
        t.id: next((k for k in reversed(pos[t.pos_id]) if k.mulai <= t.mulai), pos[t.pos_id][0])
        for t in tugas
        if t.pos_id in pos
    }
    unit = {u.unit_id: u for u in UnitKini.objects.filter(unit__in={k.unit_id for k in dipakai.values()})}
    return [(t, k := dipakai.get(t.id), unit.get(k.unit_id) if k else None) for t in tugas]


def unit_dari_uid(uid: UUID) -> Unit | None:
    """Unit menurut UUID publiknya, yang sudah bubar pun."""
    return Unit.objects.filter(uid=uid).first()


def pos_terakhir(uid: UUID) -> PosKeadaan | None:
    """Keadaan pos hari ini; bila baru berlaku nanti atau sudah dihapus, keadaan terakhirnya dalam catatan."""
    milik = PosKeadaan.objects.filter(subjek__uid=uid, ditutup=None).select_related("subjek", "unit")
    kini = milik.filter(mulai__lte=hari_ini()).order_by("-mulai").first()
    return kini or milik.order_by("mulai").first()


def nama_penugasan(tugas: Collection[Penugasan]) -> list[tuple[Penugasan, str]]:
    """Penugasan dengan nama posnya pada hari mulainya, atau jabatan luarnya; satu kueri."""
    pos: dict[int, list[PosKeadaan]] = {}
    for k in PosKeadaan.objects.filter(
        subjek__in={t.pos_id for t in tugas if t.pos_id}, ditutup=None
    ).order_by("mulai"):
        pos.setdefault(k.subjek_id, []).append(k)
    hasil = []
    for t in tugas:
        milik = pos.get(t.pos_id, [])
        cocok = [k for k in milik if k.mulai <= t.mulai] or milik[:1]
        hasil.append((t, cocok[-1].nama if cocok else t.nama_luar))
    return hasil


def uid_unit(kode: str) -> UUID:
    return Unit.objects.values_list("uid", flat=True).get(kode=kode)


def kode_unit(unit_id: int | None) -> str | None:
    return Unit.objects.filter(id=unit_id).values_list("kode", flat=True).first() if unit_id else None


def kode_terpakai(kode: str) -> bool:
    return Unit.objects.filter(kode=kode).exists()
