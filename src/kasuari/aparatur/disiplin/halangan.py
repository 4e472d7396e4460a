"""Pemeriksaan yang belum selesai menahan permintaan berhenti. Ruang usulan hanya tahu ada atau tidak, bukan apa."""

from kasuari.aparatur.disiplin.models import BebasSementara, Pemeriksaan
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.usulan import halangan
from kasuari.dasar.inti.waktu import hari_ini

BELUM_DIPERIKSA = ("draf", "laporan")  # yang dilaporkan belum dipanggil, jadi ia belum tahu


@halangan.daftarkan
def sedang_diperiksa(p: Pegawai) -> bool:
    """Sudah dipanggil dan belum ada keputusan tetap, atau sedang dibebaskan sementara. Dasar: PP 11/2017 Pasal 238 ayat (3)."""
    berjalan = Pemeriksaan.objects.filter(pegawai=p, kasus__selesai=None)
    bebas = BebasSementara.objects.filter(subjek=p, ditutup=None, sampai=None, mulai__lte=hari_ini())
    return berjalan.exclude(kasus__keadaan__in=BELUM_DIPERIKSA).exists() or bebas.exists()
