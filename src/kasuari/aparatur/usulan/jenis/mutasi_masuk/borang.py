"""Isian pindah masuk: keputusan pindahnya, pangkat dan gaji terakhirnya, dan pos tujuannya."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan.mutasi.borang import BorangMutasi
from kasuari.aturan.golongan import KODE_PNS
from kasuari.dasar.rupa.borang import IsianTanggal


class BorangMasuk(BorangMutasi):
    sebab = None
    instansi = forms.CharField(
        label=_("Instansi asal"), max_length=160, help_text=_("Contoh: Pemerintah Kabupaten Manokwari")
    )
    keputusan = forms.CharField(label=_("Nomor keputusan pindah"), max_length=120)
    keputusan_tanggal = IsianTanggal(label=_("Tanggal keputusan pindah"), help_text=_("Contoh: 1 4 2026"))
    golongan = forms.ChoiceField(
        label=_("Golongan terakhir"), choices=[("", _("Pilih satu")), *((g, g) for g in KODE_PNS)]
    )
    golongan_tmt = IsianTanggal(label=_("TMT golongan"), help_text=_("Contoh: 1 4 2024"))
    mk_tahun = forms.IntegerField(
        label=_("Masa kerja golongan: tahun"), min_value=0, max_value=60, localize=False
    )
    mk_bulan = forms.IntegerField(
        label=_("Masa kerja golongan: bulan"), min_value=0, max_value=11, initial=0, localize=False
    )
    gaji = forms.IntegerField(
        label=_("Gaji pokok terakhir"), min_value=1, max_value=99_999_999, localize=False,
        help_text=_("Rupiah penuh, tanpa titik. Contoh: 3287800"),
    )  # fmt: skip
    gaji_tmt = IsianTanggal(label=_("TMT gaji pokok terakhir"), help_text=_("Contoh: 1 4 2025"))
