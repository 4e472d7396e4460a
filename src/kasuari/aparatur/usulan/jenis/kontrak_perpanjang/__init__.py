"""Perpanjangan perjanjian kerja PPPK, dari daftar yang akan berakhir. Dasar: PP 49/2018 Pasal 37."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import belum, kontrak
from kasuari.aparatur.usulan.jenis.kontrak_perpanjang.borang import BorangPerpanjang
from kasuari.aparatur.usulan.jenis.kontrak_perpanjang.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.kontrak_perpanjang.timbang import timbang

KONTRAK_PERPANJANG = kontrak.daftarkan(
    "kontrak_perpanjang",
    _("Perpanjangan perjanjian kerja PPPK"),
    _("Bila pegawai masih dibutuhkan, kinerjanya baik, dan anggarannya ada."),
    {"pppk"},
    ("kontrak", "skp"),
    timbang,
    (naskah, terapkan),
    BorangPerpanjang,
    lambda _b, _i: (kontrak.KEBUTUHAN, kontrak.ANGGARAN, kontrak.PERJANJIAN),
    50,
    surat_judul="Keputusan perpanjangan perjanjian kerja",
    sajikan=kontrak.sajikan,
    jatuh=kontrak.jatuh("pppk"),
    belum=lambda: belum.kontrak("pppk"),
)
