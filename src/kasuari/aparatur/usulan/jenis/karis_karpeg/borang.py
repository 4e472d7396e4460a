from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang


class BorangKartu(Borang):
    kartu = forms.ChoiceField(
        label=_("Kartu"),
        choices=[
            ("", _("Pilih satu")), ("karpeg", _("Kartu Pegawai (Karpeg)")), ("karis", _("Kartu Istri (Karis)")),
            ("karsu", _("Kartu Suami (Karsu)")),
        ],
    )  # fmt: skip
    sebab = forms.ChoiceField(
        label=_("Sebab"),
        choices=[
            ("", _("Pilih satu")),
            ("baru", _("Pertama kali")),
            ("hilang", _("Hilang")),
            ("rusak", _("Rusak")),
        ],
    )
