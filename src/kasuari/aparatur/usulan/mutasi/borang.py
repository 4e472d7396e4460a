"""Isian mutasi: pos tujuan dicari dengan kata, lalu dipilih bila yang cocok lebih dari satu. Tanpa JavaScript."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.usulan.mutasi.pos import BANYAK, Calon, cari
from kasuari.dasar.rupa.borang import Borang


class BorangMutasi(Borang):
    data: Any
    MANAJERIAL: ClassVar[bool] = False
    tujuan = forms.CharField(
        label=_("Jabatan tujuan"), max_length=120, help_text=_("Tulis nama jabatan dan unitnya, atau kode posnya. Contoh: guru SD Negeri 4")
    )  # fmt: skip
    pos = forms.ChoiceField(label=_("Pos yang cocok"), required=False, widget=forms.RadioSelect)
    sebab = forms.CharField(
        label=_("Alasan mutasi"), max_length=200, help_text=_("Contoh: kekurangan guru kelas.")
    )
    bebas_keluarga = forms.BooleanField(
        label=_(
            "Tidak ada suami, istri, atau saudara sedarah yang menjadi atasan langsung atau bawahannya di unit tujuan"
        ),
        required=False,
    )
    pos.tanpa_tanda = True  # type: ignore[attr-defined]  # wajib hanya bila yang cocok lebih dari satu
    tujuan.tak_tampil = pos.tak_tampil = True  # type: ignore[attr-defined]  # dibaca dari perbandingannya

    def bagi(self, p: Pegawai) -> None:
        teks = str((self.data.get("tujuan") if self.is_bound else self.initial.get("tujuan")) or "")
        self.calon: list[Calon] = cari(teks, manajerial=self.MANAJERIAL) if teks.strip() else []
        medan = self.fields["pos"]
        medan.choices = [(c.kode, c.tulisan) for c in self.calon[:BANYAK]]  # type: ignore[attr-defined]
        if len(self.calon) < 2:
            medan.widget = forms.HiddenInput()
        if self.is_bound and self.data.get("pos") not in dict(medan.choices):  # type: ignore[attr-defined]
            self.data = (
                {**self.data.dict(), "pos": ""} if hasattr(self.data, "dict") else {**self.data, "pos": ""}
            )

    def clean(self) -> dict[str, Any]:
        d = super().clean() or self.cleaned_data
        if not d.get("tujuan"):
            return d
        if not self.calon:
            self.add_error(
                "tujuan", gettext("Tidak ada pos yang cocok. Periksa ejaannya, atau tulis kode posnya.")
            )
        elif len(self.calon) == 1:
            d["pos"] = self.calon[0].kode
        elif not d.get("pos"):
            pesan = gettext("%(n)s pos yang cocok. Pilih satu di bawah.")
            if len(self.calon) > BANYAK:
                pesan = gettext(
                    "Lebih dari %(n)s pos yang cocok. Tambahkan nama unitnya, atau pilih satu di bawah."
                )
            self.add_error("tujuan", pesan % {"n": min(len(self.calon), BANYAK)})
        return d


class BorangMutasiPejabat(BorangMutasi):
    MANAJERIAL = True
