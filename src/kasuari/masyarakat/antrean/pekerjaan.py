"""Tiap malam: karcis kemarin yang belum dilayani ditutup, dan yang lama diringkas lalu dihapus."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.masyarakat.antrean import kira, peristiwa
from kasuari.masyarakat.antrean.models import HariAntre, Karcis, RingkasAntre


@tiap(menit=24 * 60)
@pekerjaan("antrean.harian", transaksi=False)
def harian(kerja: Kerja) -> None:
    tutup_kemarin()
    simpan = int(ketentuan.buku(hari_ini()).nilai("antrean_simpan_hari"))  # type: ignore[call-overload]
    lama = Karcis.objects.filter(hari__lt=hari_ini() - timedelta(days=simpan))
    for unit_id, hari in list(lama.values_list("unit_id", "hari").distinct().order_by("unit_id", "hari")):
        with transaction.atomic():
            ringkas(unit_id, hari)


def tutup_kemarin() -> None:
    """Yang masih menunggu terlewat; yang sedang dilayani selesai. Nomor hanya berlaku sehari."""
    kemarin = Karcis.objects.filter(hari__lt=hari_ini())
    kemarin.filter(keadaan="menunggu").update(keadaan="lewat", selesai=sekarang())
    kemarin.filter(keadaan="dipanggil").update(keadaan="selesai", selesai=F("dipanggil"))


def ringkas(unit_id: int, hari: date) -> None:
    """Menghitung satu hari, lalu menghapus karcisnya: kapan seseorang datang tidak disimpan selamanya."""
    isi = list(Karcis.objects.filter(unit_id=unit_id, hari=hari))
    layan = [k for k in isi if k.keadaan == "selesai" and k.dipanggil and k.selesai]
    tunggu = [_menit(k.dipanggil - k.diambil) for k in layan if k.dipanggil]
    lama = [_menit(k.selesai - k.dipanggil) for k in layan if k.selesai and k.dipanggil]
    RingkasAntre.objects.update_or_create(
        unit_id=unit_id, hari=hari,
        defaults={
            "banyak": len(isi), "dilayani": len(layan), "tidak_datang": sum(k.keadaan == "lewat" for k in isi),
            "menit_tunggu": kira.median(tunggu), "menit_layan": kira.median(lama),
        },
    )  # fmt: skip
    Karcis.objects.filter(unit_id=unit_id, hari=hari).delete()
    HariAntre.objects.filter(unit_id=unit_id, hari=hari).delete()
    catat(peristiwa.DIRINGKAS, sistem("antrean"), ("unit", None), sesudah={"hari": hari, "banyak": len(isi)})


def _menit(lama: timedelta) -> int:
    return int(lama.total_seconds() // 60)
