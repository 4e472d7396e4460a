"""Isian perubahan data: hanya isian bentuk yang dipilih, dengan nilai yang tercatat sekarang di bawahnya."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai import identitas
from kasuari.aparatur.pegawai.label import JENIS_SURAT_IZIN
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aparatur.usulan.jenis.data.timbang import AGAMA, KOLOM, VARIAN, tulis
from kasuari.aparatur.usulan.varian import BorangVarian
from kasuari.dasar.rupa.borang import IsianTanggal

PILIH = ("", _("Pilih satu"))


class BorangData(BorangVarian):
    KOLOM = KOLOM

    apa = forms.ChoiceField(
        label=_("Yang diperbaiki"), choices=[(v.kode, v.judul) for v in VARIAN], widget=forms.HiddenInput
    )
    nama = forms.CharField(label=_("Nama tanpa gelar"), max_length=200)
    gelar_depan = forms.CharField(label=_("Gelar di depan nama"), max_length=60, required=False)
    gelar_belakang = forms.CharField(label=_("Gelar di belakang nama"), max_length=100, required=False)
    tempat_lahir = forms.CharField(label=_("Tempat lahir"), max_length=80)
    lahir = IsianTanggal(label=_("Tanggal lahir"), help_text=_("Contoh: 27 3 1990"))
    agama = forms.ChoiceField(label=_("Agama"), choices=[PILIH, *AGAMA.items()])
    nik = forms.CharField(label=_("NIK"), max_length=20, widget=forms.TextInput({"inputmode": "numeric"}))
    email = forms.EmailField(label=_("E-mail"))
    tingkat = forms.ChoiceField(label=_("Tingkat"), choices=[PILIH, *((t, t) for t in TINGKAT_PENDIDIKAN)])
    jurusan = forms.CharField(label=_("Jurusan"), max_length=160, required=False)
    lembaga = forms.CharField(label=_("Sekolah atau perguruan tinggi"), max_length=160)
    lulus = IsianTanggal(label=_("Tanggal lulus di ijazah"), help_text=_("Contoh: 27 3 2019"))

    jenis_surat = forms.ChoiceField(label=_("Jenis surat"), choices=[PILIH, *JENIS_SURAT_IZIN.items()])
    nomor = forms.CharField(label=_("Nomor surat"), max_length=120)
    penerbit = forms.CharField(
        label=_("Penerbit"), max_length=160, help_text=_("Misalnya Konsil Kesehatan Indonesia")
    )
    keterangan = forms.CharField(
        label=_("Keterangan"), max_length=160, required=False,
        help_text=_("Profesi, keahlian, atau tempat praktiknya"),
    )  # fmt: skip
    terbit = IsianTanggal(label=_("Tanggal terbit"), help_text=_("Contoh: 27 3 2026"))
    habis = IsianTanggal(
        label=_("Hari terakhir berlaku"), required=False, help_text=_("Kosongkan bila berlaku seumur hidup.")
    )

    def bagi(self, p: Pegawai) -> None:
        super().bagi(p)
        lama = identitas.baca(p)
        for nama in set(lama) & set(self.fields):
            medan = self.fields[nama]
            tercatat = tulis(nama, lama[nama]) or gettext("belum ada")
            medan.help_text = format_html(gettext("Tercatat sekarang: {}."), tercatat)
            if nama != "nik":
                medan.initial = lama[nama]
