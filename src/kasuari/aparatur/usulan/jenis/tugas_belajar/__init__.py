"""Tugas belajar: diajukan orangnya, keputusan, dan kedudukan tugas belajar di register bagi yang meninggalkan tugas."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.jenis.tugas_belajar import timbang as t
from kasuari.aparatur.usulan.jenis.tugas_belajar.borang import BorangBelajar
from kasuari.aparatur.usulan.jenis.tugas_belajar.naskah import naskah, terapkan
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

BELAJAR = rangka.daftarkan(
    rangka.Jenis(
        "tugas_belajar",
        _("Tugas belajar"),
        _("Belajar di perguruan tinggi, meninggalkan tugas atau di luar jam kerja."),
        rangka.ASN,
        frozenset({"pns"}),
        t.PERLU,
        susun("tugas_belajar", _("Tugas belajar"), mulai=rangka.ASN),
        surat.daftarkan(
            surat.Templat("usulan_tugas_belajar", 1, "Keputusan tugas belajar", KEPUTUSAN), efek.terbit
        ),
        "sk_tugas_belajar",
        t.timbang,
        naskah,
        terapkan,
        borang=BorangBelajar,
        syarat=t.syarat,
        sajikan=t.sajikan,
        judul_tmt=_("Mulai belajar"),
        urut=40,
    )
)
