"""PPPK paruh waktu diangkat menjadi PPPK. Dasar: KepmenPANRB 16/2025."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan.jenis.kontrak_perpanjang.borang import BorangPerpanjang
from kasuari.aparatur.usulan.jenis.paruh_waktu_penuh.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.paruh_waktu_penuh.timbang import timbang
from kasuari.aparatur.usulan.rangka import Syarat

FORMASI = Syarat("formasi", _("Penetapan kebutuhan dari Kementerian PANRB"))

PARUH_WAKTU_PENUH = kontrak.daftarkan(
    "paruh_waktu_penuh",
    _("Pengangkatan paruh waktu menjadi PPPK"),
    _("Bila formasi dan anggarannya ada; golongannya menurut ijazah."),
    {"pppk_pw"},
    ("kontrak", "skp"),
    timbang,
    (naskah, terapkan),
    BorangPerpanjang,
    lambda _b, _i: (FORMASI, kontrak.ANGGARAN, kontrak.PERJANJIAN),
    54,
    surat_judul="Keputusan pengangkatan PPPK",
    bkn=True,
    sajikan=kontrak.sajikan,
)
