"""Borang dan berkas kenaikan pangkat reguler."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.pangkat import berkas
from kasuari.aparatur.usulan.rangka import Isian, Syarat
from kasuari.dasar.rupa.borang import Borang

UJIAN = [("0", _("Belum, atau tidak perlu")), ("1", _("Lulus tingkat I")), ("2", _("Lulus tingkat II"))]


class BorangReguler(Borang):
    ujian_dinas = forms.ChoiceField(
        label=_("Ujian dinas"),
        choices=UJIAN,
        required=False,
        help_text=_("Diperlukan bila pindah ke golongan III atau IV."),
    )


def syarat(b: Bahan, isian: Isian) -> Sequence[Syarat]:
    return [berkas.sk_pangkat(b, isian.tmt), berkas.skp(), *berkas.ujian_dinas(b, isian.tmt)]
