"""Formulir petugas: cuti dari surat kertas, dan siapa yang bertugas saat cuti bersama."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.cuti.models import NAMA
from kasuari.aparatur.cuti.service import IsiCuti
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import Borang, IsianTanggal

NIP_TERBANYAK = 500  # baris satu kiriman
RINCIAN = ("anak_ke", "keperluan_agama")


class BorangKertas(Borang):
    """Alasan dan alamat ada di suratnya, jadi tidak diketik lagi."""

    nip = forms.CharField(label=_("NIP"), max_length=30, help_text=_("NIP 18 angka, boleh dengan spasi."))
    jenis = forms.ChoiceField(label=_("Jenis cuti"), choices=[("", _("Pilih satu")), *NAMA.items()])
    mulai = IsianTanggal(label=_("Hari pertama cuti"), help_text=_("Contoh: 14 12 2026"))
    selesai = IsianTanggal(label=_("Hari terakhir cuti"), help_text=_("Ikut dihitung."))
    anak_ke = forms.IntegerField(
        label=_("Anak keberapa"),
        required=False,
        min_value=1,
        max_value=20,
        help_text=_("Untuk cuti melahirkan."),
    )
    keperluan_agama = forms.BooleanField(
        label=_("Ibadah wajib yang pertama kali"), required=False, help_text=_("Untuk cuti besar sebelum lima tahun.")
    )  # fmt: skip
    nomor = forms.CharField(label=_("Nomor surat cuti"), max_length=120)
    tanggal = IsianTanggal(label=_("Tanggal surat cuti"), help_text=_("Contoh: 1 12 2026"))
    bukti = forms.FileField(
        label=_("Pindaian surat cuti"), widget=forms.FileInput({"accept": ".pdf,image/*"}),
        help_text=_("PDF atau foto, paling besar 20 MB."),
    )  # fmt: skip
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def isi(self) -> IsiCuti:
        d = self.cleaned_data
        return IsiCuti(d["jenis"], d["mulai"], d["selesai"], {k: d[k] for k in RINCIAN})


class BorangBersama(Borang):
    hari = forms.ChoiceField(label=_("Hari cuti bersama"))
    nip = forms.CharField(
        label=_("NIP yang bertugas"), widget=forms.Textarea({"rows": 6, "inputmode": "numeric"}),
        help_text=format_lazy(_("Satu NIP satu baris, paling banyak {n}."), n=NIP_TERBANYAK),
    )  # fmt: skip
    sk_nomor = forms.CharField(label=_("Nomor surat tugas"), max_length=120)
    batal = forms.BooleanField(
        label=_("Batalkan catatannya"), required=False, help_text=_("Bila orang-orang ini keliru dicatat.")
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, hari: Mapping[date, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hari"].choices = [  # type: ignore[attr-defined]
            ("", _("Pilih satu")), *((h.isoformat(), f"{tanggal(h)}: {n}") for h, n in sorted(hari.items()))
        ]  # fmt: skip

    def daftar_nip(self) -> list[str]:
        baris = ("".join(b.split()) for b in self.cleaned_data["nip"].splitlines())
        return list(dict.fromkeys(b for b in baris if b))
