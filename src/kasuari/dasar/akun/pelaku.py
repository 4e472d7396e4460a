"""Menyusun `Pelaku` beku dari akun: hibah yang berlaku hari ini, termasuk delegasi."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from kasuari.dasar.akun.izin.daftar import ATURAN, PERAN
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.models import Hibah as HibahBaris
from kasuari.dasar.inti.pelaku import Hibah, Pelaku
from kasuari.dasar.inti.waktu import hari, hari_ini

DIRI = Hibah(0, "asn", None, "jabatan")  # tidak tersimpan: aturan peran 'asn' selalu berlingkup DIRI


def boleh_dilimpahkan(peran: str) -> frozenset[str]:
    """Izin yang boleh dilimpahkan dari peran ini, tidak pernah diteruskan lagi."""
    return frozenset(a.izin for daftar in ATURAN.values() for a in daftar if a.peran == peran and a.delegasi)


def hibah_berlaku(akun: Akun, pada: date) -> list[Hibah]:
    """Hibah yang hidup pada hari itu. Delegasi hidup hanya selama hibah yang diwakilinya hidup."""

    def hidup(awalan: str = "") -> Q:
        return (
            Q(**{f"{awalan}mulai__lte": pada, f"{awalan}dicabut": None})
            & (Q(**{f"{awalan}sampai": None}) | Q(**{f"{awalan}sampai__gt": pada}))
        )  # fmt: skip

    qs = HibahBaris.objects.filter(hidup(), akun=akun).filter(
        Q(atas_nama_hibah=None) | hidup("atas_nama_hibah__")
    )
    baris = qs.values_list("id", "peran", "unit_id", "sumber", "atas_nama_hibah__akun__orang__uid")
    return [
        Hibah(id_, peran, unit, sumber, wakil, boleh_dilimpahkan(peran) if wakil else None)
        for id_, peran, unit, sumber, wakil in baris
    ]


def perlu_langkah_kedua(pelaku: Pelaku) -> bool:
    """Adakah peran yang berlaku hari ini mewajibkan langkah kedua?"""
    return any(PERAN[h.peran].wajib_totp for h in pelaku.hibah if h.peran in PERAN)


def susun_pelaku(akun: Akun, *, sudo: bool = False) -> Pelaku:
    """Pelaku untuk satu permintaan atau satu pekerjaan latar. Semua pemilik akun adalah 'asn' atas dirinya."""
    return Pelaku(
        akun=akun.uid, orang=akun.orang.uid, hibah=(DIRI, *hibah_berlaku(akun, hari_ini())),
        nama=akun.orang.nama_gelar, sudo=sudo,
    )  # fmt: skip


def hibah_banyak(akun: Iterable[UUID]) -> dict[UUID, list[HibahBaris]]:
    """UUID akun -> semua hibahnya sepanjang masa; satu kueri. Untuk membaca jejak: sebagai peran apa ia bertindak."""
    hasil: dict[UUID, list[HibahBaris]] = {}
    for h in HibahBaris.objects.filter(akun__uid__in=set(akun)).select_related("akun").order_by("id"):
        hasil.setdefault(h.akun.uid, []).append(h)
    return hasil


def hidup_pada(h: HibahBaris, waktu: datetime) -> bool:
    """Apakah hibah ini berlaku pada saat itu."""
    tanggal = hari(waktu)
    belum_lewat = h.sampai is None or h.sampai > tanggal
    return h.mulai <= tanggal and belum_lewat and (h.dicabut is None or h.dicabut > waktu)
