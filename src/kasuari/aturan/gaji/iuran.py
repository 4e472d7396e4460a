"""Iuran: dasar, bagian pemberi kerja (tunjangan yang dipotong lagi sama besar), dan bagian pegawai.

Setiap iuran dibulatkan HALF_UP ke rupiah penuh. Iuran wajib pegawai dihitung sekali atas seluruh persennya;
bagian pensiun dibulatkan, dan sisanya tabungan hari tua, supaya jumlahnya selalu sama dengan slip.
"""

import numpy as np

from ..bulat import bagian_persen
from ..golongan import GOLONGAN_KODE, KODE_PNS
from ..masukan import Kolom, pilihan, rupiah
from ..rumus import Pembaca, Susunan, rumus
from ..tarif import menurut_golongan
from .bidang import STATUS

_KESEHATAN = "Perpres 82/2018 jo. Perpres 75/2019 dan Perpres 64/2020"


@rumus(satuan="rupiah", berlaku="1977-01-01", dasar="PP 7/1977")
def gaji_dan_keluarga(
    gaji_pokok: Kolom, tunjangan_suami_istri: Kolom, tunjangan_anak: Kolom, *, p: Pembaca
) -> Kolom:
    """Gaji pokok dan tunjangan keluarga, dasar iuran wajib pegawai."""
    return gaji_pokok + tunjangan_suami_istri + tunjangan_anak


@rumus(satuan="rupiah", berlaku="2020-01-01", dasar=_KESEHATAN)
def dasar_iuran_kesehatan(
    gaji_dan_keluarga: Kolom,
    tunjangan_struktural: Kolom,
    tunjangan_fungsional: Kolom,
    tunjangan_umum: Kolom,
    dasar_iuran_lain: Kolom,
    *,
    p: Pembaca,
) -> Kolom:
    """Dasar iuran kesehatan: gaji, keluarga, tunjangan jabatan, dan lainnya yang dihitung; ada batas atasnya."""
    jabatan = tunjangan_struktural + tunjangan_fungsional + tunjangan_umum
    return np.minimum(gaji_dan_keluarga + jabatan + dasar_iuran_lain, p.nilai("iuran_kesehatan_batas"))


@rumus(satuan="rupiah", berlaku="2020-01-01", dasar=_KESEHATAN)
def tunjangan_bpjs(dasar_iuran_kesehatan: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran kesehatan bagian pemberi kerja."""
    return bagian_persen(dasar_iuran_kesehatan, p.persen("iuran_kesehatan_persen", "pemberi_kerja"))


@rumus(satuan="rupiah", berlaku="2015-07-01", dasar="PP 70/2015")
def tunjangan_jkk(gaji_pokok: Kolom, *, p: Pembaca) -> Kolom:
    """Jaminan kecelakaan kerja, dibayar pemberi kerja."""
    return bagian_persen(gaji_pokok, p.persen("iuran_jkk_persen"))


@rumus(satuan="rupiah", berlaku="2015-07-01", dasar="PP 70/2015 jo. PP 66/2017")
def tunjangan_jkm(gaji_pokok: Kolom, *, p: Pembaca) -> Kolom:
    """Jaminan kematian, dibayar pemberi kerja."""
    return bagian_persen(gaji_pokok, p.persen("iuran_jkm_persen"))


@rumus(satuan="rupiah", berlaku="1977-04-01", dasar="Keppres 8/1977")
def potongan_iwp(status: Kolom, gaji_dan_keluarga: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran wajib pegawai: pensiun dan tabungan hari tua; PPPK hanya hari tua."""
    tarif = p.petik("iuran_wajib_pegawai", STATUS, status, skala=100, kosong=None)
    return bagian_persen(gaji_dan_keluarga, tarif)


@rumus(satuan="rupiah", berlaku="1977-04-01", dasar="Keppres 8/1977")
def potongan_iwp_pensiun(status: Kolom, gaji_dan_keluarga: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian iuran wajib untuk pensiun."""
    tarif = p.petik("iuran_pensiun_persen", STATUS, status, skala=100, kosong=None)
    return bagian_persen(gaji_dan_keluarga, tarif)


@rumus(satuan="rupiah", berlaku="1977-04-01", dasar="Keppres 8/1977")
def potongan_iwp_tht(potongan_iwp: Kolom, potongan_iwp_pensiun: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian iuran wajib untuk tabungan hari tua: sisa sesudah pensiun."""
    return potongan_iwp - potongan_iwp_pensiun


@rumus(satuan="rupiah", berlaku="2020-01-01", dasar=_KESEHATAN)
def potongan_bpjs_pegawai(dasar_iuran_kesehatan: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran kesehatan bagian pegawai."""
    return bagian_persen(dasar_iuran_kesehatan, p.persen("iuran_kesehatan_persen", "pegawai"))


@rumus(satuan="rupiah", berlaku="2020-01-01", dasar=_KESEHATAN)
def potongan_bpjs_keluarga(dasar_iuran_kesehatan: Kolom, keluarga_tambahan: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran kesehatan anggota keluarga tambahan atas permintaan: anak keempat, orang tua, mertua."""
    tarif = p.persen("iuran_kesehatan_persen", "keluarga_lain")
    return bagian_persen(dasar_iuran_kesehatan, tarif) * keluarga_tambahan


@rumus(satuan="rupiah", berlaku="2020-05-20", dasar="PP 25/2020 jo. PP 21/2024 Pasal 15")
def tapera_pekerja(gaji: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran Tapera bagian pekerja."""
    return bagian_persen(gaji, p.persen("iuran_tapera_persen", "pekerja"))


@rumus(satuan="rupiah", berlaku="2020-05-20", dasar="PP 25/2020 jo. PP 21/2024 Pasal 15")
def tapera_pemberi_kerja(gaji: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran Tapera bagian pemberi kerja."""
    return bagian_persen(gaji, p.persen("iuran_tapera_persen", "pemberi_kerja"))


@rumus(satuan="rupiah", berlaku="2020-05-20", dasar="PP 25/2020 jo. PP 21/2024 Pasal 15")
def tapera(tapera_pekerja: Kolom, tapera_pemberi_kerja: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran Tapera seluruhnya."""
    return tapera_pekerja + tapera_pemberi_kerja


def _bila_dipotong(p: Pembaca, gaji: Kolom, bagian: str) -> Kolom:
    if not p.nilai("iuran_tapera_dipotong"):
        return np.zeros_like(gaji)
    return bagian_persen(gaji, p.persen("iuran_tapera_persen", bagian))


@rumus(satuan="rupiah", berlaku="2020-05-20", dasar="PP 25/2020 jo. PP 21/2024 Pasal 15")
def tunjangan_tapera(gaji_dan_keluarga: Kolom, *, p: Pembaca) -> Kolom:
    """Tapera bagian pemberi kerja, bila dipotong dari gaji ASN."""
    return _bila_dipotong(p, gaji_dan_keluarga, "pemberi_kerja")


@rumus(satuan="rupiah", berlaku="2020-05-20", dasar="PP 25/2020 jo. PP 21/2024 Pasal 15")
def potongan_tapera(gaji_dan_keluarga: Kolom, *, p: Pembaca) -> Kolom:
    """Tapera bagian pegawai, bila dipotong dari gaji ASN."""
    return _bila_dipotong(p, gaji_dan_keluarga, "pekerja")


@rumus(satuan="rupiah", berlaku="1993-01-01", dasar="Keppres 14/1993; UU 4/2016")
def taperum(golongan: Kolom, *, p: Pembaca) -> Kolom:
    """Tabungan perumahan PNS pada masa Bapertarum; sesudah berakhir tidak dipotong lagi."""
    return menurut_golongan(
        p, "taperum", lambda g: ("iuran_taperum", g.split("/")[0]), golongan, np.isin(golongan, _PNS)
    )


_PNS = [k for k, g in GOLONGAN_KODE.items() if g in KODE_PNS]
RUMUS = (
    gaji_dan_keluarga,
    dasar_iuran_kesehatan,
    tunjangan_bpjs,
    tunjangan_jkk,
    tunjangan_jkm,
    potongan_iwp,
    potongan_iwp_pensiun,
    potongan_iwp_tht,
    potongan_bpjs_pegawai,
    potongan_bpjs_keluarga,
    tunjangan_tapera,
    potongan_tapera,
)
SUSUNAN_TAPERA = Susunan("tapera", {"gaji": rupiah("gaji")}, (tapera_pekerja, tapera_pemberi_kerja, tapera))
SUSUNAN_TAPERUM = Susunan("taperum", {"golongan": pilihan("golongan", KODE_PNS, wajib=True)}, (taperum,))
