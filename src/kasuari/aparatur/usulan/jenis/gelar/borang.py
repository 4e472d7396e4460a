"""Borang dan berkas pencantuman gelar. Tanggal ijazahnya isian tanggal usulan."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Isian, Syarat
from kasuari.dasar.rupa.borang import Borang

TANPA_GELAR = ("SD", "SMP", "SLTA")
TULISAN = re.compile(r"[A-Za-z][A-Za-z.,() -]*")
BELAJAR = {"izin": _("Izin belajar"), "tugas": _("Tugas belajar")}
AKREDITASI = ("Unggul", "A", "Baik Sekali", "B", "Baik", "C")


class BorangGelar(Borang):
    tingkat = forms.ChoiceField(
        label=_("Tingkat"),
        choices=[("", _("Pilih satu")), *((t, t) for t in TINGKAT_PENDIDIKAN if t not in TANPA_GELAR)],
    )
    jurusan = forms.CharField(label=_("Program studi"), max_length=160)
    lembaga = forms.CharField(label=_("Perguruan tinggi"), max_length=160)
    nomor_ijazah = forms.CharField(label=_("Nomor ijazah"), max_length=120)
    akreditasi = forms.ChoiceField(
        label=_("Akreditasi program studi saat lulus"),
        choices=[("", _("Pilih satu")), *((a, a) for a in AKREDITASI)],
    )
    belajar = forms.ChoiceField(label=_("Dasar belajar"), choices=[("", _("Pilih satu")), *BELAJAR.items()])
    gelar_depan = forms.CharField(
        label=_("Gelar di depan nama"), max_length=60, required=False, help_text=_("Contoh: Dr.")
    )
    gelar_belakang = forms.CharField(
        label=_("Gelar di belakang nama"),
        max_length=60,
        required=False,
        help_text=_("Gelar yang baru saja, contoh: M.Pd."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        depan, belakang = data.get("gelar_depan", ""), data.get("gelar_belakang", "")
        for nama, isi in (("gelar_depan", depan), ("gelar_belakang", belakang)):
            if isi and not TULISAN.fullmatch(isi):
                self.add_error(nama, _("Tulis gelar dengan huruf, titik, dan koma saja, contoh: M.Pd."))
        if not depan and not belakang and not self.errors:
            self.add_error("gelar_belakang", _("Isi gelar yang dicantumkan, di depan atau di belakang nama."))
        return data


def syarat(b: Bahan, isian: Isian) -> Sequence[Syarat]:
    return [
        Syarat("ijazah", _("Ijazah")),
        Syarat("transkrip", _("Transkrip nilai")),
        Syarat("belajar", _("Surat izin belajar atau keputusan tugas belajar")),
        Syarat("akreditasi", _("Sertifikat akreditasi program studi")),
        Syarat("setara", _("Penyetaraan ijazah"), _("Bila lulusan luar negeri."), wajib=False),
    ]
