"""Berhenti karena meninggal dunia, dengan pensiun bagi ahli waris. Dasar: PP 11/2017 Pasal 240; UU 11/1969 Pasal 16."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import berhenti, berkas_pensiun, rangka
from kasuari.aparatur.usulan.jenis.pensiun_meninggal.borang import BorangMeninggal
from kasuari.aparatur.usulan.jenis.pensiun_meninggal.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.pensiun_meninggal.timbang import timbang

PENSIUN_MENINGGAL = berhenti.daftarkan(
    "pensiun_meninggal",
    _("Berhenti karena meninggal dunia"),
    _("Mulai tanggal 1 bulan berikutnya, dengan pensiun bagi ahli warisnya."),
    rangka.PETUGAS,
    timbang,
    (naskah, terapkan),
    BorangMeninggal,
    berkas_pensiun.meninggal,
    42,
    bertanggal=False,
)
