"""Pensiun karena batas usia: dari daftar setahun sebelumnya sampai berhenti pada TMT. Dasar: PP 11/2017 Pasal 239-240."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import berhenti, berkas_pensiun, efek, rangka
from kasuari.aparatur.usulan.jenis.pensiun_bup.borang import BorangBup
from kasuari.aparatur.usulan.jenis.pensiun_bup.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.pensiun_bup.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

PENSIUN_BUP = rangka.daftarkan(
    rangka.Jenis(
        "pensiun_bup",
        _("Pensiun karena batas usia"),
        _("Berhenti dengan hormat pada bulan sesudah mencapai batas usia pensiun jabatannya."),
        rangka.PETUGAS,
        frozenset({"pns"}),
        berhenti.PERLU,
        susun("pensiun_bup", _("Pensiun karena batas usia"), mulai=rangka.PETUGAS, bkn=True),
        surat.daftarkan(
            surat.Templat("usulan_pensiun_bup", 1, "Keputusan pensiun", KEPUTUSAN, tertutup=True), efek.terbit
        ),
        berhenti.SERI,
        timbang,
        naskah,
        terapkan,
        borang=BorangBup,
        syarat=berkas_pensiun.bup,
        jatuh=lambda qs: qs.filter(jenis="pns", pensiun__isnull=False).annotate(tmt=F("pensiun")),
        bkn=True,
        pejabat="pensiun",
        sajikan=berhenti.sajikan,
        paket=berhenti.paket,
        urut=40,
    )
)
