"""Penyesuaian ijazah: pernyataan lulus ujian dan kesesuaian tugas datang dari borang, selebihnya dari register."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.pangkat import berkas
from kasuari.aparatur.usulan.pangkat import timbang as bersama
from kasuari.aparatur.usulan.rangka import Isian, Syarat, Timbang
from kasuari.dasar.rupa.borang import Borang


class BorangIjazah(Borang):
    lulus_ujian_ijazah = forms.BooleanField(label=_("Lulus ujian penyesuaian ijazah"), required=False)
    tugas_sesuai_ijazah = forms.BooleanField(label=_("Tugasnya sesuai dengan ijazah barunya"), required=False)


def syarat(b: Bahan, isian: Isian) -> Sequence[Syarat]:
    return [
        berkas.sk_pangkat(b, isian.tmt),
        Syarat("ijazah", _("Ijazah dan transkrip nilai")),
        Syarat("ujian", _("Surat tanda lulus ujian penyesuaian ijazah")),
        Syarat("tugas", _("Uraian tugas dari kepala perangkat daerah")),
        berkas.skp(),
    ]


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: PP 99/2000 jo. PP 12/2002 Pasal 18."""
    assert isian.tmt is not None
    nyata = {k: bool(isian.data.get(k)) for k in BorangIjazah.base_fields}
    return bersama.timbang(b, isian.tmt, "ijazah", nyata)
