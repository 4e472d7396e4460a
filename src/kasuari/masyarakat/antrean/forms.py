"""Formulir antrean: mengambil nomor, memanggil, menggabungkan permohonan, dan mengatur loket."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang


class BorangAmbil(Borang):
    prioritas = forms.BooleanField(
        label=_("Dahulukan saya"), required=False, help_text=_("Lanjut usia, difabel, hamil, atau membawa bayi."),
    )  # fmt: skip
    kode_permohonan = forms.CharField(
        label=_("Kode permohonan, bila sudah ada"),
        required=False,
        max_length=40,
        help_text=_("Contoh: SRG-7K4M-2"),
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangKunci(Borang):
    """Tombol tanpa isian: hanya kunci yang menjaga tekanan ganda."""

    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangGabung(Borang):
    kode = forms.CharField(label=_("Kode permohonan"), max_length=40, help_text=_("Contoh: SRG-7K4M-2"))
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangLoket(Borang):
    nama = forms.CharField(label=_("Nama loket"), max_length=40, help_text=_("Contoh: Loket 1"))
    buka = forms.BooleanField(
        label=_("Dibuka"), required=False, help_text=_("Loket yang ditutup tidak memanggil.")
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
