"""Isian SPMT: bagi jabatan yang dilantik, berita acara sumpah dan pelantikannya."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.usulan.jenis.spmt.timbang import BERITA_ACARA, dilantik
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.rupa.borang import Borang, IsianTanggal


class BorangSpmt(Borang):
    sumpah_nomor = forms.CharField(
        label=_("Nomor berita acara sumpah jabatan"), max_length=120, required=False
    )
    sumpah_tanggal = IsianTanggal(
        label=_("Tanggal berita acara sumpah jabatan"), required=False, help_text=_("Contoh: 16 11 2026")
    )
    lantik_nomor = forms.CharField(label=_("Nomor berita acara pelantikan"), max_length=120, required=False)
    lantik_tanggal = IsianTanggal(
        label=_("Tanggal berita acara pelantikan"), required=False, help_text=_("Contoh: 16 11 2026")
    )

    def bagi(self, pegawai: Pegawai) -> None:
        """Jabatan yang tidak dilantik tidak ditanyai berita acaranya; yang dilantik wajib mengisinya."""
        wajib = dilantik(pegawai.kini.jenis_jabatan, ketentuan.buku(hari_ini()))
        for nama in [f"{awal}_{akhir}" for awal in BERITA_ACARA for akhir in ("nomor", "tanggal")]:
            if wajib:
                self.fields[nama].required = True
            else:
                del self.fields[nama]
