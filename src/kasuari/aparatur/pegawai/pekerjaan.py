"""Pekerjaan harian register: menulis ulang baris kini bagi fakta yang mulai hari ini, dan menerbitkan indikator."""

from kasuari.aparatur.pegawai import indikator, kini
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja


@tiap(menit=24 * 60)
@pekerjaan("pegawai.kini_harian")
def kini_harian(kerja: Kerja) -> None:
    kini.tulis(kini.berubah_hari_ini())


@tiap(menit=24 * 60)
@pekerjaan("pegawai.indikator")
def indikator_bulan(kerja: Kerja) -> None:
    """Angka bulan berjalan: sementara sampai bulan berganti."""
    indikator.terbitkan(sistem("indikator"), hari_ini().replace(day=1), final=False)
