"""Borang dan berkas kenaikan pangkat pilihan: SK jabatan bagi struktural, PAK bagi fungsional."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.naik import STRUKTURAL
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.jenis.pangkat_pilihan.timbang import jalur
from kasuari.aparatur.usulan.jenis.pangkat_reguler.borang import BorangReguler
from kasuari.aparatur.usulan.pangkat import berkas
from kasuari.aparatur.usulan.rangka import Isian, Syarat
from kasuari.dasar.inti.waktu import hari_ini


class BorangPilihan(BorangReguler):
    """Ujian dinas hanya ditanyakan bagi jabatan struktural."""

    def bagi(self, pegawai: Pegawai) -> None:
        if pegawai.kini.jenis_jabatan not in STRUKTURAL:
            del self.fields["ujian_dinas"]


def syarat(b: Bahan, isian: Isian) -> Sequence[Syarat]:
    umum = [berkas.sk_pangkat(b, isian.tmt), berkas.skp()]
    if jalur(b) == "fungsional":
        pak = b.pada("pak", (isian.tmt or hari_ini()) - timedelta(days=1))
        ada = pak is not None and bool(pak.lampiran or pak.sk_nomor)
        return [*umum, Syarat("pak", _("Penetapan angka kredit (PAK) terakhir"), wajib=not ada)]
    return [
        *umum,
        Syarat("sk_jabatan", _("SK jabatan dan surat pernyataan pelantikan")),
        *berkas.ujian_dinas(b, isian.tmt),
    ]
