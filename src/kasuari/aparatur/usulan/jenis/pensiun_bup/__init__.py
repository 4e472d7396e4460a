"""Pensiun karena batas usia: dari daftar setahun sebelumnya sampai berhenti pada TMT. Dasar: PP 11/2017 Pasal 239-240."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import belum, berhenti, berkas_pensiun, rangka
from kasuari.aparatur.usulan.jenis.pensiun_bup.borang import BorangBup
from kasuari.aparatur.usulan.jenis.pensiun_bup.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.pensiun_bup.timbang import timbang

PENSIUN_BUP = berhenti.daftarkan(
    "pensiun_bup",
    _("Pensiun karena batas usia"),
    _("Berhenti dengan hormat pada bulan sesudah mencapai batas usia pensiun jabatannya."),
    rangka.PETUGAS,
    timbang,
    (naskah, terapkan),
    BorangBup,
    berkas_pensiun.bup,
    40,
    jatuh=lambda qs: qs.filter(jenis="pns", pensiun__isnull=False).annotate(tmt=F("pensiun")),
    belum=lambda: belum.pensiun("pns"),
)
