from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang


class BorangParuhWaktu(Borang):
    upah_lama = forms.IntegerField(
        label=_("Upah sebulan yang lama"), required=False, min_value=1, localize=False
    )
    upah = forms.IntegerField(
        label=_("Upah sebulan yang baru"), required=False, min_value=1, localize=False,
        help_text=_("Rupiah penuh, tanpa titik. Kosong berarti tetap.")
    )  # fmt: skip
