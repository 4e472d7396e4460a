"""Pintu baca usulan: satu usulan, milik sendiri, antrean petugas, dan daftar jatuh tempo."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast

from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini, RiwayatStatus
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.proses import AWAL
from kasuari.aparatur.usulan.rangka import Jenis
from kasuari.aturan.register import kedudukan_keluar
from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.izin import boleh, pastikan, saring
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur import service
from kasuari.dasar.alur.models import Tunggu
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi

IKUT = ("kasus__pemohon", "pegawai__orang", "pegawai__kini", "surat", "pencabutan")


def usulan(pelaku: Pelaku, uid: UUID) -> Usulan:
    """Usulan yang boleh dibaca: orangnya, yang ditunggu atau pernah bertindak, dan pengelolanya.

    Konsep hanya bagi yang memegangnya atau pernah memeriksanya; orang yang diusulkan melihatnya sesudah terkirim.
    """
    u = Usulan.objects.select_related(*IKUT).filter(id=uid).first()
    if u is None or not (pelaku.sistem or _terbuka(pelaku, u)):
        raise TidakAda("Usulan ini tidak ada.")
    return u


def unit_asal(p: Pegawai) -> int | None:
    """Id unit pegawai kini; bagi yang sudah berhenti, unit jabatan definitif terakhirnya (SKPP sesudah meninggal)."""
    if p.kini.unit_id is not None or p.kini.aktif:
        return p.kini.unit_id
    tugas = organisasi.riwayat_penugasan(p.orang_id)
    return next((k.unit_id for t, k, _u in tugas if k is not None and t.jenis == "definitif"), None)  # fmt: skip


def _terbuka(pelaku: Pelaku, u: Usulan) -> bool:
    if u.kasus.keadaan == "konsep" and u.pegawai.orang.uid == pelaku.orang:
        return False
    if service.terlibat(pelaku, u.kasus):
        return True
    return u.kasus.keadaan not in AWAL and boleh(pelaku, "usulan.lihat", u).ya


def catat_lihat(pelaku: Pelaku, u: Usulan) -> None:
    """Membaca usulan tentang orang lain adalah peristiwa; milik sendiri tidak."""
    if u.pegawai.orang.uid != pelaku.orang and not pelaku.sistem:
        with transaction.atomic():
            catat(
                peristiwa.DILIHAT, pelaku, ("usulan", u.id), subjek=[u.pegawai.orang.uid],
                sesudah={"izin": "usulan.lihat", "kolom": [u.jenis], "banyak": 1},
            )  # fmt: skip


def milik(pelaku: Pelaku) -> "QuerySet[Usulan]":
    """Usulan tentang pelaku sendiri yang sudah bukan konsep, terbaru lebih dulu."""
    qs = Usulan.objects.filter(pegawai__orang__uid=pelaku.orang).exclude(kasus__keadaan="konsep")
    return qs.select_related("kasus").order_by("-dibuat", "-id")


def antrean(pelaku: Pelaku, jenis: str = "", tahap: str = "") -> "QuerySet[Usulan]":
    """Usulan yang menunggu pelaku hari ini, tenggat terdekat lebih dulu."""
    tunggu = alur.menunggu(pelaku).values("kasus_id")
    qs = Usulan.objects.filter(kasus__in=tunggu).select_related(*IKUT)
    if jenis:
        qs = qs.filter(jenis=jenis)
    if tahap:
        qs = qs.filter(kasus__keadaan=tahap)
    return qs.annotate(tenggat=Subquery(_tenggat())).order_by(
        F("tenggat").asc(nulls_last=True), "dibuat", "id"
    )


def _tenggat() -> "QuerySet[Usulan, date | None]":
    return Tunggu.objects.filter(kasus=OuterRef("kasus"), selesai=None).values("tenggat")[:1]  # type: ignore[return-value]


def dikelola(pelaku: Pelaku) -> "QuerySet[Usulan]":
    """Semua usulan dalam jangkauan pengelola, selain konsep, terbaru lebih dulu."""
    qs = saring(pelaku, "usulan.lihat", Usulan.objects.exclude(kasus__keadaan__in=AWAL))
    return qs.select_related(*IKUT).order_by("-dibuat", "-id")


def _masih() -> Case:
    """Benar bila status itu berarti masih pegawai."""
    keluar = Q(nihil=True) | Q(kedudukan__in=kedudukan_keluar(ketentuan.buku(hari_ini())))
    return Case(When(keluar, then=Value(False)), default=Value(True))


def belum_terhitung(pelaku: Pelaku, j: Jenis, unit: Sequence[int] = ()) -> "QuerySet[PegawaiKini]":
    """Pegawai aktif dalam jangkauan yang jatuh tempo jenis itu belum dapat dihitung.

    Kolom tambahan: `sebab_n` benar bila kalimat ke-n `j.belum` berlaku baginya.
    """
    pastikan(pelaku, "usulan.susun")
    qs = saring(pelaku, "usulan.susun", PegawaiKini.objects.filter(aktif=True)).exclude(
        orang_uid=pelaku.orang
    )
    if j.belum is None:
        return qs.none()
    if unit:
        qs = qs.filter(unit__in=unit)
    qs = qs.annotate(daftar_kurang=Cast("kurang", TextField()))
    semua = Q(pk__in=[])
    for n, (q, _kalimat) in enumerate(j.belum()):
        qs = qs.annotate(**{f"sebab_{n}": Case(When(q, then=Value(True)), default=Value(False))})
        semua |= Q(**{f"sebab_{n}": True})
    return qs.filter(semua).order_by("nama", "pegawai")


def jatuh_tempo(pelaku: Pelaku, j: Jenis, hari: int, unit: Sequence[int] = ()) -> "QuerySet[PegawaiKini]":
    """Pegawai aktif dalam jangkauan yang jatuh tempo sampai `hari` hari lagi (yang terlewat ikut), tmt terdekat lebih dulu.

    Yang pada tmt-nya sudah tercatat berhenti tidak ikut.

    Kolom tambahan: `tmt`, dan `usulan_id` bila sudah diusulkan untuk tmt itu.
    """
    pastikan(pelaku, "usulan.susun")
    assert j.jatuh is not None
    qs = j.jatuh(saring(pelaku, "usulan.susun", PegawaiKini.objects.filter(aktif=True)))
    qs = qs.exclude(orang_uid=pelaku.orang).filter(tmt__lte=hari_ini() + timedelta(days=hari))
    status = RiwayatStatus.objects.filter(
        subjek=OuterRef("pegawai"), ditutup=None, mulai__lte=OuterRef("tmt")
    )
    qs = qs.annotate(kelak=Subquery(status.order_by("-mulai", "-dicatat").values(masih=_masih())[:1])).filter(
        kelak=True
    )
    if unit:
        qs = qs.filter(unit__in=unit)
    ada = Usulan.objects.filter(pegawai=OuterRef("pegawai"), jenis=j.kode, tmt=OuterRef("tmt"), hidup=True)
    return qs.annotate(usulan_id=Subquery(ada.values("id")[:1])).order_by("tmt", "nama", "pegawai")
