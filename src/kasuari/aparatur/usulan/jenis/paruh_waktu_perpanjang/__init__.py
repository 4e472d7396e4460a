"""Pembaruan tahunan perjanjian PPPK paruh waktu. Dasar: KepmenPANRB 16/2025."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, kontrak, rangka
from kasuari.aparatur.usulan.jenis.paruh_waktu_perpanjang.borang import BorangParuhWaktu
from kasuari.aparatur.usulan.jenis.paruh_waktu_perpanjang.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.paruh_waktu_perpanjang.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

PARUH_WAKTU_PERPANJANG = rangka.daftarkan(
    rangka.Jenis(
        "paruh_waktu_perpanjang",
        _("Pembaruan PPPK paruh waktu"),
        _("Perjanjian paruh waktu diperbarui tiap tahun."),
        rangka.PETUGAS,
        frozenset({"pppk_pw"}),
        ("kontrak", "skp"),
        susun("paruh_waktu_perpanjang", _("Pembaruan PPPK paruh waktu"), mulai=rangka.PETUGAS),
        surat.daftarkan(
            surat.Templat("usulan_paruh_waktu", 1, "Keputusan perjanjian kerja paruh waktu", KEPUTUSAN),
            efek.terbit,
        ),
        kontrak.SERI,
        timbang,
        naskah,
        terapkan,
        borang=BorangParuhWaktu,
        syarat=lambda _b, _i: (kontrak.KEBUTUHAN, kontrak.ANGGARAN, kontrak.PERJANJIAN),
        jatuh=kontrak.jatuh("pppk_pw"),
        sajikan=kontrak.sajikan,
        pejabat="kontrak",
        urut=53,
    )
)
