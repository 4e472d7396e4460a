from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang

PILIHAN = [
    ("", _("Pilih satu")),
    ("tempat", _("Tempat tugas")),
    ("jabatan", _("Jabatan")),
    ("upah", _("Gaji atau upah")),
    ("lain", _("Ketentuan lain")),
]


class BorangAddendum(Borang):
    hal = forms.ChoiceField(label=_("Yang diubah"), choices=PILIHAN)
    uraian = forms.CharField(
        label=_("Menjadi"), max_length=400, required=False, widget=forms.Textarea({"rows": 3})
    )
    upah = forms.IntegerField(label=_("Upah sebulan yang baru"), required=False, min_value=1, localize=False,
        help_text=_("Hanya bagi paruh waktu, bila yang diubah gaji atau upah. Rupiah penuh, tanpa titik."),
    )  # fmt: skip
