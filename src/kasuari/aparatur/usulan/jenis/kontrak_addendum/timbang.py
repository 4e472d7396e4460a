"""Perubahan isi perjanjian kerja yang sedang berjalan. Masanya tetap; memperpanjang adalah usulan lain."""

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Isian, Timbang

HAL = ("tempat", "jabatan", "upah", "lain")


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: PP 49/2018 Pasal 34-37 (isi perjanjian kerja)."""
    tmt = isian.tmt
    assert tmt is not None
    k, kurang = kontrak.di_dalam(b, tmt)
    if k is None:
        return Timbang({}, (), kurang)
    if tmt >= k.sampai:
        kurang.append(_("Pada hari itu perjanjiannya sudah berakhir. Susun perpanjangannya, bukan addendum."))
    uraian = str(isian.data.get("uraian") or "").strip()
    if isian.data.get("hal") not in HAL or not uraian:
        kurang.append(_("Isi hal yang diubah dan uraian perubahannya."))
    isi = {
        "tmt": tmt.isoformat(), "sampai": k.sampai.isoformat(), "ke": k.ke, "jenis": k.jenis, "hal": isian.data.get("hal"),
        "uraian": uraian, "lama": [k.nomor, k.mulai.isoformat(), k.sampai.isoformat()],
    }  # fmt: skip
    return Timbang(isi, (), kurang)
