"""Mutasi pejabat manajerial di dalam kota: melewati BKN (I-MUT), lalu keputusan, pelantikan, dan jabatan baru di register."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.mutasi import timbang as t
from kasuari.aparatur.usulan.mutasi.borang import BorangMutasiPejabat
from kasuari.aparatur.usulan.mutasi.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN


def timbang(b: Bahan, isian: Isian) -> Timbang:
    return t.timbang(b, isian, manajerial=True)


MUTASI = rangka.daftarkan(
    rangka.Jenis(
        "mutasi_pejabat",
        _("Mutasi pejabat manajerial"),
        _("Pimpinan tinggi, administrator, dan pengawas. Persetujuan teknisnya dari I-MUT BKN."),
        rangka.PETUGAS,
        frozenset({"pns"}),
        t.PERLU,
        susun("mutasi_pejabat", _("Mutasi pejabat"), mulai=rangka.PETUGAS, bkn=True),
        surat.daftarkan(
            surat.Templat("usulan_mutasi_pejabat", 1, "Keputusan mutasi pejabat", KEPUTUSAN), efek.terbit
        ),
        "sk_mutasi",
        timbang,
        naskah,
        terapkan,
        borang=BorangMutasiPejabat,
        syarat=t.syarat_pejabat,
        sajikan=sajikan,
        banding=t.banding,
        bkn=True,
        urut=31,
    )
)
