"""Pekerjaan latar usulan: baris tindakan banyak, dan yang dikerjakan tiap hari."""

from kasuari.aparatur.usulan import harian, massal
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja

HARIAN = 24 * 60  # menit


@pekerjaan("usulan.baris")
def baris(kerja: Kerja) -> None:
    massal.kerjakan(kerja.rujukan)


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
