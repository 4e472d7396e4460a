from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang, IsianTanggal


class BorangBup(Borang):
    mpp_mulai = IsianTanggal(
        label=_("Mulai masa persiapan pensiun (MPP)"),
        required=False,
        help_text=_("Kosongkan bila MPP tidak diambil. Sejak hari ini ia dibebaskan dari jabatannya."),
    )
    tanpa_keluarga = forms.BooleanField(
        label=_("Tidak punya suami atau istri dan anak yang ditanggung"), required=False
    )
