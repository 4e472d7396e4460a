"""Kenaikan pangkat penyesuaian ijazah. Dasar: PP 99/2000 jo. PP 12/2002 Pasal 18."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.jenis.pangkat_ijazah.borang import BorangIjazah, syarat, timbang
from kasuari.aparatur.usulan.pangkat import PEJABAT, PERLU
from kasuari.aparatur.usulan.pangkat.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

IJAZAH = rangka.daftarkan(
    rangka.Jenis(
        "pangkat_ijazah",
        _("Penyesuaian ijazah"),
        _("Pegawai yang memperoleh ijazah lebih tinggi, lulus ujiannya, dan tugasnya sesuai."),
        rangka.PETUGAS,
        frozenset({"pns"}),
        PERLU,
        susun("pangkat_ijazah", _("Penyesuaian ijazah"), mulai=rangka.PETUGAS, bkn=True),
        surat.daftarkan(
            surat.Templat("usulan_pangkat_ijazah", 1, "Keputusan penyesuaian ijazah", KEPUTUSAN), efek.terbit
        ),
        "sk_pangkat",
        timbang,
        naskah,
        terapkan,
        borang=BorangIjazah,
        syarat=syarat,
        sajikan=sajikan,
        bkn=True,
        pejabat=PEJABAT,
        urut=22,
    )
)
