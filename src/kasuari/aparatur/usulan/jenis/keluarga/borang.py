"""Isian perubahan keluarga: anggota yang tercatat dapat dipilih, dan tanggalnya disebut menurut perubahannya."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.label import HUBUNGAN
from kasuari.aparatur.pegawai.models import Pegawai, RiwayatKeluarga
from kasuari.aparatur.usulan.jenis.keluarga.timbang import HARI, KOLOM, VARIAN
from kasuari.aparatur.usulan.varian import BorangVarian
from kasuari.dasar.rupa.borang import IsianTanggal


class BorangKeluarga(BorangVarian):
    KOLOM = KOLOM
    apa = forms.ChoiceField(
        label=_("Perubahan"), choices=[(v.kode, v.judul) for v in VARIAN], widget=forms.HiddenInput
    )
    anggota = forms.ChoiceField(label=_("Anggota keluarga"))
    anggota.tak_tampil = True  # type: ignore[attr-defined]  # pengenal faktanya, bukan tulisan
    nama = forms.CharField(label=_("Nama"), max_length=200, help_text=_("Seperti di akta."))
    lahir = IsianTanggal(label=_("Tanggal lahir"), help_text=_("Contoh: 27 3 2019"))
    tanggal = IsianTanggal(label=_("Tanggal"), help_text=_("Contoh: 27 3 2026"))
    tertanggung = forms.ChoiceField(
        label=_("Dalam tanggungan?"), choices=[("ya", _("Ya")), ("tidak", _("Tidak"))], widget=forms.RadioSelect,
        help_text=_("Yang ditanggung dihitung dalam tunjangan keluarga."),
    )  # fmt: skip

    def bagi(self, p: Pegawai) -> None:
        super().bagi(p)
        apa = self.initial.get("apa")
        if "tanggal" in self.fields:
            self.fields["tanggal"].label = HARI[str(apa)]
        if "anggota" not in self.fields:
            return
        ada = RiwayatKeluarga.objects.filter(subjek=p, ditutup=None, sampai=None).order_by("mulai", "id")
        if apa == "cerai":
            ada = ada.filter(hubungan="pasangan")
        pilihan = [(str(f.uid), f"{f.nama} ({HUBUNGAN[f.hubungan]})") for f in ada]
        medan = self.fields["anggota"]
        medan.choices = [("", _("Pilih satu")), *pilihan]  # type: ignore[attr-defined]
        if not pilihan:
            medan.help_text = gettext("Belum ada anggota keluarga yang tercatat. Tambahkan lebih dulu.")
        if apa == "perbaiki":
            for nama in ("nama", "lahir"):
                self.fields[nama].required = False
                self.fields[nama].help_text = gettext("Kosongkan bila sudah benar.")
