"""Pemutusan hubungan perjanjian kerja PPPK menurut alasan hukumnya. Dasar: PP 49/2018 Pasal 53-57; UU 20/2023 Pasal 52."""

from collections.abc import Sequence

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import efek, kontrak, rangka
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.jenis.kontrak_akhir.borang import BorangAkhir
from kasuari.aparatur.usulan.jenis.kontrak_akhir.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.jenis.kontrak_akhir.timbang import timbang
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Isian, Syarat
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN

BUKTI = {
    "meninggal": Syarat("akta_kematian", _("Akta atau surat keterangan kematian")),
    "permintaan": Syarat("permohonan", _("Surat permohonan berhenti bermeterai")),
    "perampingan": Syarat("kebijakan", _("Keputusan perampingan organisasi")),
    "kesehatan": Syarat("kesehatan", _("Hasil pemeriksaan tim penguji kesehatan")),
    "kinerja": Syarat("kinerja", _("Hasil penilaian kinerja")),
    "disiplin": Syarat("hukuman", _("Keputusan hukuman disiplin")),
    "pidana": Syarat("putusan", _("Putusan pengadilan yang berkekuatan hukum tetap")),
    "pidana_jabatan": Syarat("putusan", _("Putusan pengadilan yang berkekuatan hukum tetap")),
    "ideologi": Syarat("pemeriksaan", _("Hasil pemeriksaan")),
    "parpol": Syarat("pemeriksaan", _("Hasil pemeriksaan")),
}


def syarat(_b: Bahan, isian: Isian) -> Sequence[Syarat]:
    """Berakhirnya jangka waktu dan batas usia terbaca di register; yang lain perlu bukti."""
    bukti = BUKTI.get(str(isian.data.get("alasan") or ""))
    return [bukti] if bukti else []


KONTRAK_AKHIR = rangka.daftarkan(
    rangka.Jenis(
        "kontrak_akhir",
        _("Pemutusan perjanjian kerja"),
        _("Menurut alasan yang disebut undang-undang; sejak hari itu tidak lagi bekerja."),
        rangka.PETUGAS,
        frozenset({"pppk", "pppk_pw"}),
        ("status", "kontrak"),
        susun("kontrak_akhir", _("Pemutusan perjanjian kerja"), mulai=rangka.PETUGAS),
        surat.daftarkan(
            surat.Templat("usulan_kontrak_akhir", 1, "Keputusan perjanjian kerja", KEPUTUSAN, tertutup=True),
            efek.terbit,
        ),
        kontrak.SERI,
        timbang,
        naskah,
        terapkan,
        borang=BorangAkhir,
        syarat=syarat,
        jatuh=lambda qs: qs.filter(jenis__in=("pppk", "pppk_pw"), pensiun__isnull=False).annotate(
            tmt=F("pensiun")
        ),
        sajikan=sajikan,
        pejabat="kontrak",
        urut=52,
    )
)
