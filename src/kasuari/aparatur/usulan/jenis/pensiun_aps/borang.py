from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang


class BorangAps(Borang):
    alasan = forms.CharField(
        label=_("Alasan berhenti"), max_length=300, required=False, widget=forms.Textarea({"rows": 2})
    )
    tanpa_keluarga = forms.BooleanField(
        label=_("Tidak punya suami atau istri dan anak yang ditanggung"), required=False
    )
