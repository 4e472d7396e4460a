"""Kenaikan pangkat pilihan: jabatan struktural, atau jabatan fungsional dengan angka kredit.

Dasar: PP 99/2000 jo. PP 12/2002; PermenPANRB 1/2023.
"""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.jenis.pangkat_pilihan.borang import BorangPilihan, syarat
from kasuari.aparatur.usulan.jenis.pangkat_pilihan.timbang import timbang
from kasuari.aparatur.usulan.pangkat import PEJABAT, PERLU
from kasuari.aparatur.usulan.pangkat.jatuh import belum_pilihan, jatuh
from kasuari.aparatur.usulan.pangkat.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

PILIHAN = rangka.daftarkan(
    rangka.Jenis(
        "pangkat_pilihan",
        _("Kenaikan pangkat pilihan"),
        _("Pejabat struktural, atau pejabat fungsional yang angka kreditnya cukup."),
        rangka.PETUGAS,
        frozenset({"pns"}),
        PERLU,
        susun("pangkat_pilihan", _("Kenaikan pangkat pilihan"), mulai=rangka.PETUGAS, bkn=True),
        surat.daftarkan(
            surat.Templat("usulan_pangkat_pilihan", 1, "Keputusan kenaikan pangkat pilihan", KEPUTUSAN),
            efek.terbit,
        ),
        "sk_pangkat",
        timbang,
        naskah,
        terapkan,
        borang=BorangPilihan,
        syarat=syarat,
        jatuh=jatuh("pangkat_pilihan"),
        belum=belum_pilihan,
        sajikan=sajikan,
        bkn=True,
        pejabat=PEJABAT,
        urut=21,
    )
)
