"""Perpanjangan perjanjian kerja PPPK, dari daftar yang akan berakhir. Dasar: PP 49/2018 Pasal 37."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, kontrak, rangka
from kasuari.aparatur.usulan.jenis.kontrak_perpanjang.borang import BorangPerpanjang
from kasuari.aparatur.usulan.jenis.kontrak_perpanjang.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.kontrak_perpanjang.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

KONTRAK_PERPANJANG = rangka.daftarkan(
    rangka.Jenis(
        "kontrak_perpanjang",
        _("Perpanjangan perjanjian kerja PPPK"),
        _("Bila pegawai masih dibutuhkan, kinerjanya baik, dan anggarannya ada."),
        rangka.PETUGAS,
        frozenset({"pppk"}),
        ("kontrak", "skp"),
        susun("kontrak_perpanjang", _("Perpanjangan perjanjian kerja"), mulai=rangka.PETUGAS),
        surat.daftarkan(
            surat.Templat(
                "usulan_kontrak_perpanjang", 1, "Keputusan perpanjangan perjanjian kerja", KEPUTUSAN
            ),
            efek.terbit,
        ),
        kontrak.SERI,
        timbang,
        naskah,
        terapkan,
        borang=BorangPerpanjang,
        syarat=lambda _b, _i: (kontrak.KEBUTUHAN, kontrak.ANGGARAN, kontrak.PERJANJIAN),
        jatuh=kontrak.jatuh("pppk"),
        sajikan=kontrak.sajikan,
        pejabat="kontrak",
        urut=50,
    )
)
