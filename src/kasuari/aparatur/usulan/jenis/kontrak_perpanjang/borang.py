from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang


class BorangPerpanjang(Borang):
    tahun = forms.IntegerField(
        label=_("Lama perjanjian (tahun)"), required=False, min_value=1, max_value=60,
        help_text=_("Kosong berarti yang terpendek. Tidak melewati batas usia pensiun.")
    )  # fmt: skip
