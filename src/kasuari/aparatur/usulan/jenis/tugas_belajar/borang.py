"""Isian tugas belajar."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aparatur.usulan.jenis.tugas_belajar.timbang import BIAYA, CARA
from kasuari.dasar.rupa.borang import Borang, IsianTanggal


class BorangBelajar(Borang):
    cara = forms.ChoiceField(label=_("Cara belajar"), choices=list(CARA.items()), widget=forms.RadioSelect)
    biaya = forms.ChoiceField(label=_("Biaya"), choices=list(BIAYA.items()), widget=forms.RadioSelect)
    tingkat = forms.ChoiceField(
        label=_("Tingkat"), choices=[("", _("Pilih satu")), *((t, t) for t in TINGKAT_PENDIDIKAN[3:])]
    )
    prodi = forms.CharField(label=_("Program studi"), max_length=160)
    kampus = forms.CharField(label=_("Perguruan tinggi"), max_length=160)
    selesai = IsianTanggal(label=_("Selesai menurut rencana studi"), help_text=_("Contoh: 31 8 2029"))
