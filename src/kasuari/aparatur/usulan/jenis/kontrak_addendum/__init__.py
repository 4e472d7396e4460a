"""Addendum perjanjian kerja PPPK. Dasar: PP 49/2018 Pasal 34-37."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.jenis.kontrak_addendum.borang import BorangAddendum
from kasuari.aparatur.usulan.jenis.kontrak_addendum.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.kontrak_addendum.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Syarat
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KETERANGAN

BERKAS = Syarat("addendum", _("Addendum yang sudah ditandatangani pegawainya"))

KONTRAK_ADDENDUM = rangka.daftarkan(
    rangka.Jenis(
        "kontrak_addendum",
        _("Addendum perjanjian kerja"),
        _("Mengubah isi perjanjian yang sedang berjalan; masanya tetap."),
        rangka.PETUGAS,
        frozenset({"pppk", "pppk_pw"}),
        ("kontrak",),
        susun("kontrak_addendum", _("Addendum perjanjian kerja"), mulai=rangka.PETUGAS),
        surat.daftarkan(
            surat.Templat("usulan_kontrak_addendum", 1, "Addendum perjanjian kerja", KETERANGAN), efek.terbit
        ),
        "addendum_pppk",
        timbang,
        naskah,
        terapkan,
        borang=BorangAddendum,
        syarat=lambda _b, _i: (BERKAS,),
        pejabat="kontrak_addendum",
        urut=51,
    )
)
