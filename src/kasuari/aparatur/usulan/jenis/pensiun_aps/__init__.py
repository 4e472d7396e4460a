"""Pensiun atas permintaan sendiri, diajukan pegawainya. Dasar: UU 11/1969 Pasal 9 ayat (1); PP 11/2017 Pasal 238."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import berhenti, berkas_pensiun, efek, rangka
from kasuari.aparatur.usulan.jenis.pensiun_aps.borang import BorangAps
from kasuari.aparatur.usulan.jenis.pensiun_aps.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.pensiun_aps.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

PENSIUN_APS = rangka.daftarkan(
    rangka.Jenis(
        "pensiun_aps",
        _("Pensiun atas permintaan sendiri"),
        _("Berhenti lebih awal dengan hak pensiun, bila usia dan masa kerja Anda mencukupi."),
        rangka.ASN,
        frozenset({"pns"}),
        berhenti.PERLU,
        susun("pensiun_aps", _("Pensiun atas permintaan sendiri"), mulai=rangka.ASN, bkn=True),
        surat.daftarkan(
            surat.Templat("usulan_pensiun_aps", 1, "Keputusan pensiun", KEPUTUSAN, tertutup=True), efek.terbit
        ),
        berhenti.SERI,
        timbang,
        naskah,
        terapkan,
        borang=BorangAps,
        syarat=berkas_pensiun.aps,
        bkn=True,
        pejabat="pensiun",
        sajikan=berhenti.sajikan,
        paket=berhenti.paket,
        urut=41,
    )
)
