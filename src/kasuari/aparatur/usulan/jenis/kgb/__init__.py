"""Kenaikan gaji berkala: dari daftar jatuh tempo sampai gaji pokok baru di register. Dasar: PP 7/1977 Pasal 11."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import belum, efek, rangka
from kasuari.aparatur.usulan.jenis.kgb.dasar import timbang
from kasuari.aparatur.usulan.jenis.kgb.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.proses import susun
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import SURAT_DINAS

KGB = rangka.daftarkan(
    rangka.Jenis(
        "kgb",
        _("Kenaikan gaji berkala (KGB)"),
        _("Gaji pokok naik tiap masa kerja mencapai anak tangga berikutnya."),
        rangka.PETUGAS,
        frozenset({"pns", "pppk"}),
        ("golongan", "kgb", "skp"),
        susun("kgb", _("Kenaikan gaji berkala"), mulai=rangka.PETUGAS),
        surat.daftarkan(
            surat.Templat("usulan_kgb", 1, "Surat kenaikan gaji berkala", SURAT_DINAS), efek.terbit
        ),
        "sk_kgb",
        timbang,
        naskah,
        terapkan,
        jatuh=lambda qs: qs.filter(jenis__in=("pns", "pppk"), kgb_berikut__isnull=False).annotate(
            tmt=F("kgb_berikut")
        ),
        belum=belum.kgb,
        sajikan=sajikan,
        dalam_kontrak=True,
        urut=10,
    )
)
