"""Pekerjaan latar jejak: menyegel tiap menit, membersihkan kunci kirim lama."""

from datetime import timedelta

from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja, KunciAksi
from kasuari.dasar.jejak.segel import segel_semua

UMUR_KUNCI = timedelta(days=30)


@tiap(menit=1)
@pekerjaan("jejak.segel")
def segel(kerja: Kerja) -> None:
    segel_semua()


@tiap(menit=24 * 60)
@pekerjaan("jejak.bersihkan_kunci")
def bersihkan_kunci(kerja: Kerja) -> None:
    KunciAksi.objects.filter(dibuat__lt=sekarang() - UMUR_KUNCI).delete()
    Kerja.objects.filter(selesai__lt=sekarang() - UMUR_KUNCI).delete()
