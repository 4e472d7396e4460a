from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai import label
from kasuari.dasar.rupa.borang import Borang, IsianTanggal


class BorangMeninggal(Borang):
    hari_meninggal = IsianTanggal(label=_("Tanggal meninggal"), help_text=_("Menurut akta kematian."))
    akta = forms.CharField(label=_("Nomor akta kematian"), max_length=80, required=False)
    waris_nama = forms.CharField(
        label=_("Nama ahli waris"), max_length=200, required=False, help_text=_("Seperti tercatat di lembar pegawai.")
    )  # fmt: skip
    waris_hubungan = forms.ChoiceField(
        label=_("Hubungan ahli waris"), required=False, choices=[("", _("Pilih satu")), *label.HUBUNGAN.items()]
    )  # fmt: skip
    tanpa_keluarga = forms.BooleanField(label=_("Tidak ada keluarga yang berhak"), required=False)
