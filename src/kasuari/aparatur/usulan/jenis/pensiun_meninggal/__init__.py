"""Berhenti karena meninggal dunia, dengan pensiun bagi ahli waris. Dasar: PP 11/2017 Pasal 240; UU 11/1969 Pasal 16."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import berhenti, berkas_pensiun, efek, rangka
from kasuari.aparatur.usulan.jenis.pensiun_meninggal.borang import BorangMeninggal
from kasuari.aparatur.usulan.jenis.pensiun_meninggal.naskah import naskah, terapkan
from kasuari.aparatur.usulan.jenis.pensiun_meninggal.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

PENSIUN_MENINGGAL = rangka.daftarkan(
    rangka.Jenis(
        "pensiun_meninggal",
        _("Berhenti karena meninggal dunia"),
        _("Mulai tanggal 1 bulan berikutnya, dengan pensiun bagi ahli warisnya."),
        rangka.PETUGAS,
        frozenset({"pns"}),
        berhenti.PERLU,
        susun("pensiun_meninggal", _("Berhenti karena meninggal dunia"), mulai=rangka.PETUGAS, bkn=True),
        surat.daftarkan(
            surat.Templat("usulan_pensiun_meninggal", 1, "Keputusan pensiun", KEPUTUSAN, tertutup=True),
            efek.terbit,
        ),
        berhenti.SERI,
        timbang,
        naskah,
        terapkan,
        borang=BorangMeninggal,
        syarat=berkas_pensiun.meninggal,
        bertanggal=False,
        bkn=True,
        pejabat="pensiun",
        sajikan=berhenti.sajikan,
        paket=berhenti.paket,
        urut=42,
    )
)
