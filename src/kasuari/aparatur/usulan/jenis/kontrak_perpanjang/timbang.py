"""Perjanjian kerja berikutnya: mulai begitu yang lama berakhir, kinerjanya cukup, dan tidak melewati batas usia."""

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Isian, Timbang


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: PP 49/2018 Pasal 37 ayat (1)-(2); UU 20/2023 Pasal 55."""
    assert isian.tmt is not None
    tahun, kurang = kontrak.lama_tahun(isian, b.buku(isian.tmt))
    hasil = kontrak.timbang_perpanjang(b, isian, tahun, "penuh")
    return Timbang(hasil.isi, hasil.langkah, [*hasil.kurang, *kurang])
