"""Pekerjaan latar cuti: pengingat harian."""

from kasuari.aparatur.cuti import harian
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja

HARIAN = 24 * 60  # menit


@tiap(menit=HARIAN)
@pekerjaan("cuti.hangus")
def hangus(kerja: Kerja) -> None:
    harian.ingatkan_hangus()


@tiap(menit=HARIAN)
@pekerjaan("cuti.kembali")
def kembali(kerja: Kerja) -> None:
    harian.ingatkan_kembali()
