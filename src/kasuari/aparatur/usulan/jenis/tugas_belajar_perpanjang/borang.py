"""Isian perpanjangan tugas belajar; selebihnya dibaca dari keputusan tugas belajarnya."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang, IsianTanggal


class BorangPerpanjang(Borang):
    selesai = IsianTanggal(label=_("Selesai sesudah diperpanjang"), help_text=_("Contoh: 28 2 2030"))
    alasan = forms.CharField(
        label=_("Kenapa belum selesai"), max_length=300, widget=forms.Textarea({"rows": 2})
    )
