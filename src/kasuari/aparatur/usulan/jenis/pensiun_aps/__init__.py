"""Pensiun atas permintaan sendiri, diajukan pegawainya. Dasar: UU 11/1969 Pasal 9 ayat (1); PP 11/2017 Pasal 238."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import berhenti, berkas_pensiun, rangka
from kasuari.aparatur.usulan.jenis.pensiun_aps.borang import BorangAps
from kasuari.aparatur.usulan.jenis.pensiun_aps.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.pensiun_aps.timbang import timbang

PENSIUN_APS = berhenti.daftarkan(
    "pensiun_aps",
    _("Pensiun atas permintaan sendiri"),
    _("Berhenti lebih awal dengan hak pensiun, bila usia dan masa kerja Anda mencukupi."),
    rangka.ASN,
    timbang,
    (naskah, terapkan),
    BorangAps,
    berkas_pensiun.aps,
    41,
    perlu=(*berhenti.PERLU, "hukuman"),
)
