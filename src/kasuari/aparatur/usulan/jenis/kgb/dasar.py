"""Dasar hukum KGB menurut status pegawainya: PNS dan PPPK tidak memakai peraturan yang sama."""

from dataclasses import replace
from datetime import date

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.jenis.kgb import timbang as hitung
from kasuari.aparatur.usulan.rangka import Isian, Timbang


def dasar(b: Bahan, tmt: date) -> str:
    """Peraturan yang disebut suratnya (parameter `usulan_kgb_dasar`). Galat: `GalatAturan` bila belum ada nilainya."""
    return str(b.buku(tmt).tabel("usulan_kgb_dasar")["pppk" if b.p.kini.jenis == "pppk" else "pns"])


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Seperti `timbang.timbang`; tangga PPPK sama hitungannya, tetapi pasal yang disebut miliknya sendiri."""
    hasil = hitung.timbang(b, isian)
    if b.p.kini.jenis != "pppk" or isian.tmt is None:
        return hasil
    milik = dasar(b, isian.tmt)
    langkah = [replace(x, dasar=milik, keyakinan="ingatan") for x in hasil.langkah]
    return replace(hasil, langkah=langkah)
