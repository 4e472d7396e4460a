"""Pembaruan tahunan perjanjian PPPK paruh waktu. Dasar: KepmenPANRB 16/2025."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import belum, kontrak
from kasuari.aparatur.usulan.jenis.paruh_waktu_perpanjang.borang import BorangParuhWaktu
from kasuari.aparatur.usulan.jenis.paruh_waktu_perpanjang.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.paruh_waktu_perpanjang.timbang import timbang

PARUH_WAKTU_PERPANJANG = kontrak.daftarkan(
    "paruh_waktu_perpanjang",
    _("Pembaruan PPPK paruh waktu"),
    _("Perjanjian paruh waktu diperbarui tiap tahun."),
    {"pppk_pw"},
    ("kontrak", "skp"),
    timbang,
    (naskah, terapkan),
    BorangParuhWaktu,
    lambda _b, _i: (kontrak.KEBUTUHAN, kontrak.ANGGARAN, kontrak.PERJANJIAN),
    53,
    surat_judul="Keputusan perjanjian kerja paruh waktu",
    sajikan=kontrak.sajikan,
    jatuh=kontrak.jatuh("pppk_pw"),
    belum=lambda: belum.kontrak("pppk_pw"),
)
