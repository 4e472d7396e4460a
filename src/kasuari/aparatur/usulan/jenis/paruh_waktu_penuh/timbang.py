"""PPPK paruh waktu menjadi PPPK: golongan dari pendidikannya, gaji pokok dari tabel, perjanjian baru."""

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan import kontrak
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.kinerja import kinerja_kurang
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.aturan.gaji.tabel import gaji_pokok


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: KepmenPANRB 16/2025; Perpres 98/2020 jo. Perpres 11/2024 (golongan dan gaji PPPK)."""
    tmt = isian.tmt
    assert tmt is not None
    buku = b.buku(tmt)
    k, kurang = kontrak.di_dalam(b, tmt)
    if k is not None and k.jenis != "paruh_waktu":
        kurang.append(_("Perjanjian terakhirnya bukan %(j)s.") % {"j": kontrak.SEBUTAN["paruh_waktu"]})
    tahun, salah = kontrak.lama_tahun(isian, buku)
    kurang += [*salah, *kinerja_kurang(b, tmt, str(buku.nilai("usulan_kontrak_predikat")))]
    golongan = str(buku.tabel("usulan_pppk_golongan").get(b.p.kini.pendidikan, ""))
    if not golongan:
        kurang.append(_("Ijazahnya belum tercatat, jadi golongan PPPK-nya belum dapat ditentukan."))
    if tmt.day != 1:
        kurang.append(_("Pengangkatan penuh waktu mulai tanggal 1. Pilih tanggal 1 bulan itu."))
    sampai, langkah, lewat = kontrak.akhir(b, tmt, tahun, buku)
    isi = {
        "tmt": tmt.isoformat(), "sampai": sampai.isoformat(), "tahun": tahun, "potong": langkah[-1].dasar if len(langkah) > 1 else "",
        "ke": 1, "jenis": "penuh", "golongan": golongan, "gaji": gaji_pokok(golongan, 0, "PPPK", buku) if golongan else None,
        "lama": [k.nomor, k.mulai.isoformat(), k.sampai.isoformat()] if k else [],
    }  # fmt: skip
    return Timbang(isi, langkah, [*kurang, *lewat])
