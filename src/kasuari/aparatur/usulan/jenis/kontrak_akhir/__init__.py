"""Pemutusan hubungan perjanjian kerja PPPK menurut alasan hukumnya. Dasar: PP 49/2018 Pasal 53-57; UU 20/2023 Pasal 52."""

from collections.abc import Sequence

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan import belum, kontrak
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.jenis.kontrak_akhir.borang import BorangAkhir
from kasuari.aparatur.usulan.jenis.kontrak_akhir.naskah import naskah, sajikan, terapkan
from kasuari.aparatur.usulan.jenis.kontrak_akhir.timbang import timbang
from kasuari.aparatur.usulan.rangka import Isian, Syarat

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


KONTRAK_AKHIR = kontrak.daftarkan(
    "kontrak_akhir",
    _("Pemutusan perjanjian kerja"),
    _("Menurut alasan yang disebut undang-undang; sejak hari itu tidak lagi bekerja."),
    {"pppk", "pppk_pw"},
    ("status", "kontrak"),
    timbang,
    (naskah, terapkan),
    BorangAkhir,
    syarat,
    52,
    surat_judul="Keputusan perjanjian kerja",
    tertutup=True,
    aktif=False,
    sajikan=sajikan,
    jatuh=lambda qs: qs.filter(jenis__in=("pppk", "pppk_pw"), pensiun__isnull=False).annotate(
        tmt=F("pensiun")
    ),
    belum=lambda: belum.pensiun("pppk", "pppk_pw"),
)
