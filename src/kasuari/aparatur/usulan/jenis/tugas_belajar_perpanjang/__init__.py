"""Perpanjangan tugas belajar: hari selesainya mundur dengan keputusan tersendiri, dan kembali bila dicabut."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.jenis.tugas_belajar.naskah import terapkan
from kasuari.aparatur.usulan.jenis.tugas_belajar_perpanjang.borang import BorangPerpanjang
from kasuari.aparatur.usulan.jenis.tugas_belajar_perpanjang.naskah import naskah
from kasuari.aparatur.usulan.jenis.tugas_belajar_perpanjang.timbang import KODE, sajikan, syarat, timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

PERPANJANG = rangka.daftarkan(
    rangka.Jenis(
        KODE,
        _("Perpanjangan tugas belajar"),
        _("Studi belum selesai menurut rencananya; hari selesainya dimundurkan."),
        rangka.ASN,
        frozenset({"pns"}),
        ("status", "hukuman"),
        susun(KODE, _("Perpanjangan tugas belajar"), mulai=rangka.ASN),
        surat.daftarkan(
            surat.Templat(f"usulan_{KODE}", 1, "Keputusan perpanjangan tugas belajar", KEPUTUSAN), efek.terbit
        ),
        "sk_tugas_belajar",
        timbang,
        naskah,
        terapkan,
        borang=BorangPerpanjang,
        syarat=syarat,
        sajikan=sajikan,
        pejabat="tugas_belajar",
        judul_tmt=_("Perpanjangan mulai"),
        urut=42,
    )
)
