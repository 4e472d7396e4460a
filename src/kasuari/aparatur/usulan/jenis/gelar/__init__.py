"""Pencantuman gelar: ijazah baru yang diperoleh dengan izin atau tugas belajar masuk riwayat dan nama pegawainya."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.jenis.gelar.borang import BorangGelar, syarat
from kasuari.aparatur.usulan.jenis.gelar.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.jenis.gelar.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KETERANGAN

GELAR = rangka.daftarkan(
    rangka.Jenis(
        "gelar",
        _("Pencantuman gelar"),
        _("Ijazah dan gelar baru Anda masuk riwayat dan nama Anda."),
        rangka.ASN,
        frozenset({"pns"}),
        ("pendidikan",),
        susun("gelar", _("Pencantuman gelar"), mulai=rangka.ASN, bkn=True),
        surat.daftarkan(
            surat.Templat("usulan_gelar", 1, "Surat keterangan pencantuman gelar", KETERANGAN), efek.terbit
        ),
        "surat_gelar",
        timbang,
        naskah,
        terapkan,
        borang=BorangGelar,
        syarat=syarat,
        sajikan=sajikan,
        bkn=True,
        judul_tmt=_("Tanggal ijazah"),
        urut=40,
    )
)
