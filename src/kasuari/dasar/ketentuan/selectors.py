"""Pintu baca ketentuan: buku daerah pada satu hari, ketentuan yang sedang dipakai, dan usul yang menunggu."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kasuari.aturan import buku as buku_
from kasuari.aturan.buku import Buku
from kasuari.aturan.galat import GalatAturan
from kasuari.dasar.akun.izin import pastikan, saring
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari, hari_ini, sekarang
from kasuari.dasar.ketentuan.models import Timpa, UsulTimpa


def _dipakai(saat: datetime) -> "QuerySet[Timpa]":
    """Ketentuan yang dipakai menghitung pada saat itu: jedanya lewat atau disegerakan, dan belum dicabut."""
    return (
        Timpa.objects.filter(Q(dipakai_mulai__lte=saat) | Q(segera__dicatat__lte=saat), dicatat__lte=saat)
        .filter(Q(ditutup=None) | Q(ditutup__gt=saat))
        .order_by("berlaku", "id")
    )


def ke_aturan(baris: Timpa | UsulTimpa) -> buku_.Timpa:
    """Baris tersimpan menjadi `Timpa` ruang aturan."""
    nilai = buku_.beku(buku_.pulih(baris.nilai))
    return buku_.Timpa(baris.kode, baris.kunci or None, baris.berlaku, nilai, baris.dasar)


def timpa(pada: date, diketahui: datetime | None = None) -> list[buku_.Timpa]:
    """Ketentuan daerah yang dipakai pada hari `pada`, seperti diketahui pada satu saat (None: sekarang).

    Yang tidak dapat lagi diterapkan (aturan nasionalnya kini bersumber atau hilang) tidak ikut; ia tetap
    tercatat dan tampil di `perlu_putusan` sampai diputuskan orang.
    """
    semua = [ke_aturan(t) for t in _dipakai(diketahui or sekarang()) if t.berlaku <= pada]
    return [t for t in semua if _dapat(t, pada, diketahui)] if semua else []


def _dapat(t: buku_.Timpa, pada: date, diketahui: datetime | None) -> bool:
    try:
        Buku.susun(pada, _hari_tahu(diketahui), [t])
    except GalatAturan:
        return False
    return True


def _hari_tahu(diketahui: datetime | None) -> date:
    return date.max if diketahui is None else hari(diketahui)


def buku(pada: date, diketahui: datetime | None = None, tambah: buku_.Timpa | None = None) -> Buku:
    """Buku hari `pada` dengan ketentuan daerah di dalamnya; inilah buku bagi setiap hitungan kota ini.

    `diketahui` None: semua yang kini diketahui. Sebuah saat: aturan yang sudah terbit dan ketentuan yang sudah
    dipakai pada saat itu, supaya hitungan lama dapat diulang. `tambah` = usul yang sedang ditimbang; seperti
    ketentuan lain ia tidak ikut pada hari yang nilai nasionalnya sudah bersumber.
    """
    semua = timpa(pada, diketahui)
    if tambah is not None and _dapat(tambah, pada, diketahui):
        semua.append(tambah)
    return Buku.susun(pada, _hari_tahu(diketahui), semua)


class Putusan(NamedTuple):
    """Satu ketentuan yang harus diputuskan lagi, dan sebabnya."""

    timpa: Timpa
    sebab: str


def perlu_putusan(pada: date | None = None) -> list[Putusan]:
    """Ketentuan terbuka yang tersusul aturan baru atau tidak boleh lagi; dibaca tiap parameter diperbarui."""
    baris = list(Timpa.objects.filter(ditutup=None).order_by("kode", "berlaku"))
    pasang = [ke_aturan(b) for b in baris]
    sebab = {id(t): s for t, s in buku_.timpa_perlu_putusan(pasang, pada or hari_ini())}
    return [Putusan(b, sebab[id(t)]) for b, t in zip(baris, pasang, strict=True) if id(t) in sebab]


def umum(kode: str | None = None) -> Sequence[Timpa]:
    """Ketentuan yang disetujui dan belum dicabut, untuk halaman umum. Tanpa nama orang."""
    qs = Timpa.objects.filter(ditutup=None).select_related("segera").order_by("kode", "kunci", "berlaku")
    return list(qs.filter(kode=kode) if kode else qs)


def mulai_dipakai(t: Timpa) -> datetime:
    """Saat ketentuan ini mulai menghitung."""
    segera = getattr(t, "segera", None)
    return min(t.dipakai_mulai, segera.dicatat) if segera else t.dipakai_mulai


# --- petugas ---


def menunggu(pelaku: Pelaku) -> "QuerySet[UsulTimpa]":
    """Usul yang belum diputus, yang tertua lebih dulu."""
    return saring(pelaku, "ketentuan.lihat", UsulTimpa.objects.filter(ditutup=None)).order_by("dicatat")


def berjalan(pelaku: Pelaku) -> "QuerySet[Timpa]":
    """Ketentuan yang disetujui dan belum dicabut."""
    qs = Timpa.objects.filter(ditutup=None).select_related("segera", "usul")
    return saring(pelaku, "ketentuan.lihat", qs).order_by("-dicatat")


def selesai(pelaku: Pelaku) -> "QuerySet[UsulTimpa]":
    """Usul yang ditolak, ditarik, atau ketentuannya sudah dicabut."""
    tutup = Q(ditutup__isnull=False) & (Q(timpa=None) | Q(timpa__ditutup__isnull=False))
    return saring(
        pelaku, "ketentuan.lihat", UsulTimpa.objects.filter(tutup).select_related("timpa")
    ).order_by("-dicatat")


def usul(pelaku: Pelaku, uid: UUID) -> UsulTimpa:
    """Satu usul dengan ketentuannya bila sudah disetujui; TidakAda bila di luar jangkauan."""
    u = UsulTimpa.objects.select_related("timpa__segera").filter(uid=uid).first()
    if u is None or not saring(pelaku, "ketentuan.lihat", UsulTimpa.objects.filter(id=u.id)).exists():
        raise TidakAda(_("Ketentuan ini tidak ada."))
    return u


def pastikan_lihat(pelaku: Pelaku) -> None:
    """Galat: TidakBoleh bagi yang bukan pembaca ketentuan."""
    pastikan(pelaku, "ketentuan.lihat")
