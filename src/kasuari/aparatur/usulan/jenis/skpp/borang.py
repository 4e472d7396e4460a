from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang, IsianTanggal


class BorangSkpp(Borang):
    tujuan = forms.CharField(
        label=_("Pindah ke instansi"), max_length=200, required=False, help_text=_("Kosongkan bila berhenti; sebabnya dibaca dari register.")
    )  # fmt: skip
    terakhir_dibayar = IsianTanggal(label=_("Gaji sudah dibayar sampai"), help_text=_("Contoh: 30 11 2026"))
    utang = forms.ChoiceField(
        label=_("Utang kepada negara"),
        choices=[
            ("", _("Pilih satu")), ("tidak", _("Tidak ada")), ("ada", _("Ada")), ("belum", _("Belum diketahui")),
        ],
    )  # fmt: skip
    utang_rupiah = forms.IntegerField(label=_("Sisa utang"), required=False, min_value=1, localize=False,
        help_text=_("Rupiah penuh, tanpa titik."),
    )  # fmt: skip
