"""Pekerjaan latar usulan: baris tindakan banyak, putaran dengan BKN, dan yang dikerjakan tiap hari."""

from kasuari.aparatur.pegawai.siasn.http import terisi
from kasuari.aparatur.usulan import harian, massal
from kasuari.aparatur.usulan.bkn import putaran
from kasuari.aparatur.usulan.bkn.http import dari_setelan
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja

HARIAN = 24 * 60  # menit


@pekerjaan("usulan.baris")
def baris(kerja: Kerja) -> None:
    massal.kerjakan(kerja.rujukan)


@tiap(menit=60)
@pekerjaan("usulan.bkn", transaksi=False)
def bkn(kerja: Kerja) -> None:
    """Tanpa kredensial SIASN tidak ada yang dikirim; petugas mencatat jawaban BKN sendiri."""
    if terisi():
        putaran.jalankan(dari_setelan())


@tiap(menit=HARIAN)
@pekerjaan("usulan.jatuh_tempo", transaksi=False)
def jatuh_tempo(kerja: Kerja) -> None:
    harian.ringkas_semua()


@tiap(menit=HARIAN)
@pekerjaan("usulan.kontrak_habis")
def kontrak_habis(kerja: Kerja) -> None:
    harian.ingatkan_kontrak()


@tiap(menit=HARIAN)
@pekerjaan("usulan.akun_berhenti")
def akun_berhenti(kerja: Kerja) -> None:
    harian.tutup_akun_berhenti()
