"""Pangkat pilihan menurut jabatannya kini: struktural memakai eselonnya, fungsional angka kreditnya."""

from datetime import timedelta

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.naik import STRUKTURAL, jenjang_cocok
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.pangkat import timbang as bersama
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.eselon import ESELON


def jalur(b: Bahan) -> str:
    """'struktural', 'fungsional', atau kosong bila jabatannya tidak naik dengan cara ini."""
    jenis = b.p.kini.jenis_jabatan
    if jenis in STRUKTURAL:
        return "struktural"
    return "fungsional" if jenis == "fungsional" else ""


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: PP 99/2000 jo. PP 12/2002; PP 100/2000 jo. PP 13/2002; PermenPANRB 1/2023."""
    assert isian.tmt is not None
    cara = jalur(b)
    if not cara:
        return Timbang(
            {}, (), [_("Jabatannya bukan struktural atau fungsional. Usulkan kenaikan pangkat reguler.")]
        )
    kurang = _struktural(b) if cara == "struktural" else _fungsional(b, isian)
    if kurang:
        return Timbang({}, (), kurang)
    return bersama.timbang(b, isian.tmt, cara, {"ujian_dinas": int(isian.data.get("ujian_dinas") or 0)})


def _struktural(b: Bahan) -> list[str]:
    kini = b.p.kini
    if kini.eselon not in ESELON:
        return [
            _("Eselon jabatannya belum tercatat. Isi eselon posnya di halaman Organisasi, misalnya III.a.")
        ]
    return [] if kini.tmt_jabatan else [_("TMT jabatannya belum tercatat.")]


def _fungsional(b: Bahan, isian: Isian) -> list[str]:
    assert isian.tmt is not None
    pak, kini = b.pada("pak", isian.tmt - timedelta(days=1)), b.p.kini
    if pak is None:
        return [_("Penetapan angka kredit (PAK) belum tercatat. Catat PAK terakhirnya di lembar pegawai.")]
    if not jenjang_cocok(pak.jenjang, kini.jenjang, kini.jabatan):
        return [
            _("PAK terakhirnya untuk jenjang %(p)s, jabatannya %(j)s. Catat PAK jenjang yang sekarang.")
            % {"p": pak.jenjang, "j": kini.jabatan}
        ]
    return []
