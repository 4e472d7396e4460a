"""Berapa lama isi mentah berkas impor boleh tinggal, dan penghapusannya."""

from datetime import date, timedelta

from django.db import transaction

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import awal_hari, hari_ini
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan

from . import peristiwa
from .models import ImporBaris, ImporBerkas


def _hari(pada: date) -> timedelta:
    return timedelta(days=int(ketentuan.buku(pada).nilai("impor_simpan_mentah_hari")))


def hapus_setelah(pada: date) -> date:
    return pada + _hari(pada)


def hapus_mentah(pelaku: Pelaku) -> int:
    """Menghapus baris dan perbaikan berkas yang lewat masa simpan; efeknya tetap. Banyak berkas kembali.

    Lampirannya dihapus pekerjaan `dokumen` menurut tanggalnya sendiri.
    """
    batas = awal_hari(hari_ini() - _hari(hari_ini()))
    with transaction.atomic():
        lewat = list(
            ImporBerkas.objects.filter(
                dibuat__lt=batas, id__in=ImporBaris.objects.values("berkas_id")
            ).values_list("id", flat=True)
        )
        if lewat:
            ImporBaris.objects.filter(berkas_id__in=lewat).delete()
            ImporBerkas.objects.filter(id__in=lewat).update(perbaikan=None)
            catat(peristiwa.DIHAPUS, pelaku, ("impor", None), sesudah={"berkas": sorted(map(str, lewat))})
    return len(lewat)
