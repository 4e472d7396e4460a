"""Kenaikan pangkat reguler bagi pelaksana. Dasar: PP 99/2000 jo. PP 12/2002; Peraturan BKN 4/2025."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.jenis.pangkat_reguler.borang import BorangReguler, syarat
from kasuari.aparatur.usulan.jenis.pangkat_reguler.timbang import timbang
from kasuari.aparatur.usulan.pangkat import PEJABAT, PERLU
from kasuari.aparatur.usulan.pangkat.jatuh import belum_reguler, jatuh
from kasuari.aparatur.usulan.pangkat.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

REGULER = rangka.daftarkan(
    rangka.Jenis(
        "pangkat_reguler",
        _("Kenaikan pangkat reguler"),
        _("Pelaksana yang sudah cukup lama dalam pangkat terakhirnya."),
        rangka.PETUGAS,
        frozenset({"pns"}),
        PERLU,
        susun("pangkat_reguler", _("Kenaikan pangkat reguler"), mulai=rangka.PETUGAS, bkn=True),
        surat.daftarkan(
            surat.Templat("usulan_pangkat_reguler", 1, "Keputusan kenaikan pangkat reguler", KEPUTUSAN),
            efek.terbit,
        ),
        "sk_pangkat",
        timbang,
        naskah,
        terapkan,
        borang=BorangReguler,
        syarat=syarat,
        jatuh=jatuh("pangkat_reguler"),
        belum=belum_reguler,
        sajikan=sajikan,
        bkn=True,
        pejabat=PEJABAT,
        urut=20,
    )
)
