"""Pintu baca layanan: formulir, permohonan menurut kode, antrean petugas, dan bahan bagi ruang di atas."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import boleh, saring
from kasuari.dasar.alur import service as alur
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.service import catat
from kasuari.masyarakat.layanan import kode, peristiwa
from kasuari.masyarakat.layanan.models import Formulir, Layanan, Permohonan

SELESAI_TAMPIL = timedelta(days=31)  # daftar kerja, bukan arsip; yang lebih lama dibuka dengan kodenya
_IKUT = ("layanan__unit", "formulir", "unit__kini", "kasus", "petugas", "surat", "milik")


def formulir_terbit(layanan_id: int) -> Formulir | None:
    """Versi terbit yang terbaru."""
    return Formulir.objects.filter(layanan_id=layanan_id, terbit__isnull=False).order_by("-versi").first()


def menurut_kode(tulisan: str) -> Permohonan | None:
    """Permohonan menurut kode yang diketik orang; None bila salah ketik atau tidak ada."""
    rapi = kode.rapikan(tulisan)
    return Permohonan.objects.select_related(*_IKUT).filter(kode=rapi).first() if rapi else None


def ambil(uid: UUID) -> Permohonan:
    """Satu permohonan; pemanggil sudah memeriksa hak bukanya (sesi berkode). Galat: `TidakAda`."""
    p = Permohonan.objects.select_related(*_IKUT).filter(id=uid).first()
    if p is None:
        raise TidakAda(_("Permohonan ini tidak ada."))
    return p


def terkirim(pelaku: Pelaku, uid: UUID) -> Permohonan:
    """Permohonan terkirim yang boleh dibaca petugas: unitnya terjangkau, atau ia ditunggu atau pernah bertindak."""
    p = Permohonan.objects.select_related(*_IKUT).filter(id=uid, kasus__isnull=False).first()
    sendiri = p is not None and p.milik is not None and p.milik.uid == pelaku.orang
    if p is None or not (
        boleh(pelaku, "layanan.lihat", p).ya or (not sendiri and alur.terlibat(pelaku, p.kasus))
    ):
        raise TidakAda(_("Permohonan ini tidak ada."))
    return p


def milik(pelaku: Pelaku) -> "QuerySet[Permohonan]":
    """Permohonan yang dimohon pelaku sambil masuk, draf pun, terbaru dahulu."""
    qs = Permohonan.objects.filter(milik__uid=pelaku.orang) if pelaku.orang else Permohonan.objects.none()
    return qs.select_related("layanan", "unit__kini", "kasus").order_by("-dibuat", "id")


def catat_lihat(pelaku: Pelaku, p: Permohonan) -> None:
    """Membuka isian warga adalah peristiwa."""
    with transaction.atomic():
        catat(peristiwa.DILIHAT, pelaku, ("permohonan_layanan", p.id), sesudah={"kode": p.kode})


def antrean(
    pelaku: Pelaku, *, unit: int | None = None, layanan: str = "", keadaan: str = "", milik: bool = False,
    lewat: bool = False, selesai: bool = False,
) -> "QuerySet[Permohonan]":  # fmt: skip
    """Permohonan di unit yang terjangkau, tenggat terdekat dahulu; `selesai`: yang berakhir sebulan terakhir."""
    qs = saring(pelaku, "layanan.lihat", Permohonan.objects.filter(dikirim__isnull=False))
    qs = qs.filter(selesai__gte=sekarang() - SELESAI_TAMPIL) if selesai else qs.filter(selesai=None)
    if unit is not None:
        qs = qs.filter(unit_id=unit)
    if layanan:
        # id dahulu: perencana lalu memakai indeks layanannya, bukan menelusuri seluruh kota
        qs = qs.filter(layanan_id=Layanan.objects.filter(kode=layanan).values_list("id", flat=True).first())
    if keadaan:
        qs = qs.filter(keadaan=keadaan)
    if milik:
        qs = qs.filter(petugas__uid=pelaku.orang)
    if lewat:
        qs = qs.filter(jatuh_tempo__lt=sekarang(), jadi=None)
    qs = qs.select_related("layanan", "unit__kini", "kasus", "petugas")
    return (
        qs.order_by("-selesai", "id") if selesai else qs.order_by(F("jatuh_tempo").asc(nulls_last=True), "id")
    )


def baris(qs: Iterable[UUID]) -> list[Permohonan]:
    """Permohonan menurut id, urut seperti id-nya, dengan benda yang ditampilkan daftar; satu kueri.

    Antrean mengurutkan id-nya saja dahulu: menyambung puluhan ribu baris sebelum dipotong itu mahal.
    """
    ids = list(qs)
    ikut = Permohonan.objects.select_related("layanan", "unit__kini", "kasus", "petugas").defer(
        "isi", "pemohon", "penjelasan"
    )
    ada = {p.id: p for p in ikut.filter(id__in=ids)}
    return [ada[i] for i in ids if i in ada]


def untuk_survei(uid: UUID) -> tuple[int, str, bool]:
    """(id unit, kode layanan, boleh ditawari survei) bagi permohonan yang selesai. Galat: `TidakAda`."""
    p = Permohonan.objects.select_related("layanan").filter(id=uid, selesai__isnull=False).first()
    if p is None or p.unit_id is None:
        raise TidakAda(_("Permohonan ini tidak ada."))
    return p.unit_id, p.layanan.kode, not p.layanan.peka


def lewat(p: Permohonan, saat: datetime | None = None) -> bool:
    return (
        p.jatuh_tempo is not None
        and p.jadi is None
        and p.selesai is None
        and p.jatuh_tempo < (saat or sekarang())
    )
