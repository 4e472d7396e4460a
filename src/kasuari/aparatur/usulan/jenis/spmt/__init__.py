"""SPMT sesudah menduduki jabatan: tunjangan dihitung sejak tugasnya nyata dijalankan."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.jenis.spmt.borang import BorangSpmt
from kasuari.aparatur.usulan.jenis.spmt.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.jenis.spmt.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KETERANGAN

SPMT = rangka.daftarkan(
    rangka.Jenis(
        "spmt",
        _("Pernyataan melaksanakan tugas (SPMT)"),
        _("Sesudah mulai bertugas di jabatan baru; tunjangannya dihitung sejak itu."),
        rangka.PETUGAS,
        frozenset({"pns", "cpns", "pppk"}),
        (),
        susun("spmt", _("Pernyataan melaksanakan tugas (SPMT)"), mulai=rangka.PETUGAS),
        surat.daftarkan(
            surat.Templat("usulan_spmt", 1, "Surat pernyataan melaksanakan tugas", KETERANGAN), efek.terbit
        ),
        "spmt",
        timbang,
        naskah,
        terapkan,
        borang=BorangSpmt,
        sajikan=sajikan,
        pejabat="spmt",
        urut=61,
    )
)
