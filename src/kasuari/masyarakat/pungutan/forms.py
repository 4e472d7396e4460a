"""Formulir laporan diminta bayar, menengok dengan kode, dan langkah Inspektorat."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang, IsianTanggal
from kasuari.masyarakat.pungutan.models import Keadaan
from kasuari.masyarakat.pungutan.service import CATATAN_MAKS, CERITA_MAKS, KONTAK_MAKS, RUPIAH_MAKS


class BorangLapor(Borang):
    unit = forms.ChoiceField(label=_("Di unit mana?"))
    kejadian = IsianTanggal(label=_("Hari apa?"), help_text=_("Kira-kira saja boleh. Contoh: 27 3 2026"))
    cerita = forms.CharField(
        label=_("Apa yang diminta?"), widget=forms.Textarea({"rows": 4}), max_length=CERITA_MAKS,
        help_text=_("Siapa yang meminta bila Anda tahu, untuk apa, dan dibayar atau tidak. Jangan tulis nama Anda."),
    )  # fmt: skip
    rupiah = forms.IntegerField(
        label=_("Berapa rupiah?"), min_value=0, max_value=RUPIAH_MAKS, required=False,
        help_text=_("Tanpa titik, misalnya 50000."), widget=forms.TextInput({"inputmode": "numeric"}),
    )  # fmt: skip
    kontak = forms.CharField(
        label=_("Cara menghubungi Anda"), max_length=KONTAK_MAKS, required=False,
        help_text=_("Tersandi, dan hanya terbaca Inspektorat."),
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, unit: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = unit  # type: ignore[attr-defined]


class BorangTengok(Borang):
    kode = forms.CharField(label=_("Kode laporan"), max_length=40, help_text=_("Contoh: 7K4MP-2WXYZ"))


class BorangLangkah(Borang):
    keadaan = forms.ChoiceField(label=_("Keadaan sesudah ini"), widget=forms.RadioSelect)
    catatan = forms.CharField(label=_("Catatan"), max_length=CATATAN_MAKS, widget=forms.Textarea({"rows": 4}))
    untuk_pelapor = forms.BooleanField(
        label=_("Tampilkan catatan ini kepada pelapor"), required=False,
        help_text=_("Terbaca siapa pun yang memegang kodenya. Jangan sebut nama."),
    )  # fmt: skip
    versi = forms.IntegerField(widget=forms.HiddenInput)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, boleh: tuple[Keadaan, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keadaan"].choices = [(str(k), k.label) for k in boleh]  # type: ignore[attr-defined]
