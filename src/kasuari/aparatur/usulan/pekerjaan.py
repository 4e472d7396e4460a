"""Pekerjaan latar usulan: baris tindakan banyak, putaran dengan BKN, dan ringkasan jatuh tempo harian bagi pengelola kepegawaian."""

from kasuari.aparatur.pegawai.siasn.http import terisi
from kasuari.aparatur.usulan import massal
from kasuari.aparatur.usulan.bkn import putaran
from kasuari.aparatur.usulan.bkn.http import dari_setelan
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja


@pekerjaan("usulan.baris")
def baris(kerja: Kerja) -> None:
    massal.kerjakan(kerja.rujukan)


@tiap(menit=60)
@pekerjaan("usulan.bkn", transaksi=False)
def bkn(kerja: Kerja) -> None:
    """Tanpa kredensial SIASN tidak ada yang dikirim; petugas mencatat jawaban BKN sendiri."""
    if terisi():
        putaran.jalankan(dari_setelan())
