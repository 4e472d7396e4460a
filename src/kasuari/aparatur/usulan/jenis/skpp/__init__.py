"""SKPP: penghentian pembayaran bagi yang berhenti atau pindah, ditandatangani pimpinan perangkat daerahnya."""

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.jenis.skpp.borang import BorangSkpp
from kasuari.aparatur.usulan.jenis.skpp.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.jenis.skpp.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Isian, Syarat
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KETERANGAN


def syarat(b: Bahan, isian: Isian) -> list[Syarat]:
    """Yang pindah: keputusan pindahnya wajib, sebab register belum mencatatnya."""
    return [
        Syarat(
            "pindah", _("Keputusan pindah ke instansi tujuan"), _("Wajib bila pindah; yang berhenti dibaca dari register."),
            wajib=bool(isian.data.get("tujuan")),
        ),
        Syarat("gaji", _("Daftar gaji bulan terakhir"), wajib=False),
    ]  # fmt: skip


SKPP = rangka.daftarkan(
    rangka.Jenis(
        "skpp",
        _("Penghentian pembayaran (SKPP)"),
        _("Bagi yang berhenti atau pindah, supaya pembayarannya diteruskan Taspen atau instansi barunya."),
        rangka.PETUGAS,
        frozenset({"pns", "cpns", "pppk", "pppk_pw"}),
        ("status", "golongan", "kgb", "keluarga", "kontrak"),
        susun("skpp", _("Penghentian pembayaran (SKPP)"), mulai=rangka.PETUGAS),
        surat.daftarkan(
            surat.Templat(
                "usulan_skpp", 1, "Surat keterangan penghentian pembayaran", KETERANGAN, tertutup=True
            ),
            efek.terbit,
        ),
        "skpp",
        timbang,
        naskah,
        terapkan,
        borang=BorangSkpp,
        syarat=syarat,
        sajikan=sajikan,
        pejabat="skpp",
        aktif=False,
        urut=60,
    )
)
