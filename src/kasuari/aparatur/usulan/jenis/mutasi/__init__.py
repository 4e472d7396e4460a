"""Mutasi pelaksana dan fungsional di dalam kota: pos tujuan, keputusan, dan jabatan baru di register."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.mutasi import timbang as t
from kasuari.aparatur.usulan.mutasi.borang import BorangMutasi
from kasuari.aparatur.usulan.mutasi.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN


def timbang(b: Bahan, isian: Isian) -> Timbang:
    return t.timbang(b, isian, manajerial=False)


MUTASI = rangka.daftarkan(
    rangka.Jenis(
        "mutasi",
        _("Mutasi pelaksana dan fungsional"),
        _("Pindah jabatan atau unit di dalam kota."),
        rangka.PETUGAS,
        frozenset({"pns"}),
        t.PERLU,
        susun("mutasi", _("Mutasi"), mulai=rangka.PETUGAS),
        surat.daftarkan(surat.Templat("usulan_mutasi", 1, "Keputusan mutasi", KEPUTUSAN), efek.terbit),
        "sk_mutasi",
        timbang,
        naskah,
        terapkan,
        borang=BorangMutasi,
        syarat=t.syarat,
        sajikan=sajikan,
        banding=t.banding,
        urut=30,
    )
)
