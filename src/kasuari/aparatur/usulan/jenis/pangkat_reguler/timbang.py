"""Pangkat reguler: jabatannya harus yang naik secara reguler; syarat lain di `pangkat.timbang`."""

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.label import JENIS_JABATAN
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.pangkat import timbang as bersama
from kasuari.aparatur.usulan.rangka import Isian, Timbang


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: PP 99/2000 jo. PP 12/2002; ujian dinas dari borang."""
    assert isian.tmt is not None
    hasil = bersama.timbang(b, isian.tmt, "reguler", {"ujian_dinas": int(isian.data.get("ujian_dinas") or 0)})
    jabatan = {str(j) for j in b.buku(isian.tmt).nilai("kp_reguler_jabatan")}
    jenis = b.p.kini.jenis_jabatan
    if jenis in jabatan:
        return hasil
    sebab = (
        _("Jenis jabatannya (%(j)s) naik pangkat lewat kenaikan pangkat pilihan.")
        % {"j": JENIS_JABATAN.get(jenis, jenis)}
        if jenis
        else _("Jabatannya belum tercatat di register.")
    )
    return Timbang(hasil.isi, hasil.langkah, [*hasil.kurang, sebab])
