"""PPPK paruh waktu diangkat menjadi PPPK. Dasar: KepmenPANRB 16/2025."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, kontrak, rangka
from kasuari.aparatur.usulan.jenis.kontrak_perpanjang.borang import BorangPerpanjang
from kasuari.aparatur.usulan.jenis.paruh_waktu_penuh.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.paruh_waktu_penuh.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Syarat
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

FORMASI = Syarat("formasi", _("Penetapan kebutuhan dari Kementerian PANRB"))

PARUH_WAKTU_PENUH = rangka.daftarkan(
    rangka.Jenis(
        "paruh_waktu_penuh",
        _("Pengangkatan paruh waktu menjadi PPPK"),
        _("Bila formasi dan anggarannya ada; golongannya menurut ijazah."),
        rangka.PETUGAS,
        frozenset({"pppk_pw"}),
        ("kontrak", "skp"),
        susun(
            "paruh_waktu_penuh", _("Pengangkatan paruh waktu menjadi PPPK"), mulai=rangka.PETUGAS, bkn=True
        ),
        surat.daftarkan(
            surat.Templat("usulan_paruh_waktu_penuh", 1, "Keputusan pengangkatan PPPK", KEPUTUSAN),
            efek.terbit,
        ),
        kontrak.SERI,
        timbang,
        naskah,
        terapkan,
        borang=BorangPerpanjang,
        syarat=lambda _b, _i: (FORMASI, kontrak.ANGGARAN, kontrak.PERJANJIAN),
        bkn=True,
        sajikan=kontrak.sajikan,
        pejabat="kontrak",
        urut=54,
    )
)
