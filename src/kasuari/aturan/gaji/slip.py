"""Slip gaji sebulan: kotor, iuran, pajak, potongan, pembulatan, dan yang dibayarkan.

Jumlah kotor = semua penghasilan + iuran pemberi kerja + tunjangan PPh + pembulatan; jumlah potongan memuat iuran
pemberi kerja itu lagi. Bersih dibulatkan ke atas lewat lajur pembulatan. Besaran lain memakai pembulatan
rumusnya masing-masing; di sini hanya penjumlahan. Dasar: PP 80/2010 Pasal 2; PMK 168/2023.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from ..masukan import Kolom, rupiah
from ..pph21 import bulanan, tahunan
from ..pph21.bidang import BIDANG_SETAHUN
from ..rumus import Pembaca, Susunan, rumus
from ..tarif import tolak_baris
from . import iuran, tunjangan
from .bidang import BIDANG_SLIP, STATUS_SEMUA

_DAFTAR = "Permendagri 77/2020 (daftar gaji); Perpres 64/2020; PP 70/2015"
_PPH = "PP 80/2010 Pasal 2; PMK 168/2023 Lampiran C"


@rumus(satuan="rupiah", berlaku="2024-01-01", dasar="PMK 168/2023 Lampiran C I.1")
def bruto_pph(
    gaji_dan_keluarga: Kolom,
    tunjangan_struktural: Kolom,
    tunjangan_fungsional: Kolom,
    tunjangan_umum: Kolom,
    tunjangan_beras: Kolom,
    tunjangan_khusus_papua: Kolom,
    tunjangan_bpjs: Kolom,
    tunjangan_jkk: Kolom,
    tunjangan_jkm: Kolom,
    *,
    p: Pembaca,
) -> Kolom:
    """Bruto sebagai dasar PPh 21, termasuk iuran kesehatan, JKK, dan JKM dari pemberi kerja."""
    jabatan = tunjangan_struktural + tunjangan_fungsional + tunjangan_umum
    iuran_pemberi_kerja = tunjangan_bpjs + tunjangan_jkk + tunjangan_jkm
    return gaji_dan_keluarga + jabatan + tunjangan_beras + tunjangan_khusus_papua + iuran_pemberi_kerja


def ditanggung(p: Pembaca, status: Kolom) -> Kolom:
    """1 bila PPh 21 penghasilan tetapnya ditanggung pemerintah."""
    return p.petik("slip_pajak_ditanggung", STATUS_SEMUA, status, kosong=None)


@rumus(satuan="rupiah", berlaku="2011-01-01", dasar="PP 80/2010 Pasal 2")
def tunjangan_pph(status: Kolom, pph21: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 yang ditanggung pemerintah, sama besar dengan potongannya."""
    return pph21 * ditanggung(p, status)


@rumus(satuan="rupiah", berlaku="2015-01-01", dasar="PER-67/PB/2010")
def potongan_beras(tunjangan_beras: Kolom, beras_natura: Kolom, *, p: Pembaca) -> Kolom:
    """Beras yang diterima sebagai barang: tunjangannya dipotong lagi."""
    return tunjangan_beras * beras_natura


@rumus(satuan="rupiah", berlaku="2020-12-30", dasar=_DAFTAR)
def kotor_sementara(bruto_pph: Kolom, tunjangan_tapera: Kolom, tunjangan_pph: Kolom, *, p: Pembaca) -> Kolom:
    """Jumlah kotor sebelum pembulatan."""
    return bruto_pph + tunjangan_tapera + tunjangan_pph


@rumus(satuan="rupiah", berlaku="2020-12-30", dasar=_DAFTAR)
def jumlah_potongan(
    potongan_iwp: Kolom,
    potongan_bpjs_pegawai: Kolom,
    potongan_bpjs_keluarga: Kolom,
    potongan_tapera: Kolom,
    potongan_beras: Kolom,
    pph21: Kolom,
    tunjangan_bpjs: Kolom,
    tunjangan_jkk: Kolom,
    tunjangan_jkm: Kolom,
    tunjangan_tapera: Kolom,
    zakat: Kolom,
    potongan_lain: Kolom,
    *,
    p: Pembaca,
) -> Kolom:
    """Jumlah potongan, termasuk iuran pemberi kerja yang disetorkan."""
    pegawai = potongan_iwp + potongan_bpjs_pegawai + potongan_bpjs_keluarga + potongan_tapera
    disetorkan = tunjangan_bpjs + tunjangan_jkk + tunjangan_jkm + tunjangan_tapera
    return pegawai + pph21 + disetorkan + potongan_beras + zakat + potongan_lain


@rumus(satuan="rupiah", berlaku="1977-01-01", dasar="Lajur pembulatan daftar gaji")
def pembulatan(kotor_sementara: Kolom, jumlah_potongan: Kolom, *, p: Pembaca) -> Kolom:
    """Tambahan supaya yang dibayarkan tepat pada kelipatan pembulatan."""
    bersih = kotor_sementara - jumlah_potongan
    tolak_baris(bersih < 0, "potongan_lain", "potongan melebihi penghasilan", ("paling banyak gaji bersih",))
    return -bersih % p.nilai("slip_pembulatan")


@rumus(satuan="rupiah", berlaku="2020-12-30", dasar=_DAFTAR)
def jumlah_kotor(kotor_sementara: Kolom, pembulatan: Kolom, *, p: Pembaca) -> Kolom:
    """Jumlah kotor."""
    return kotor_sementara + pembulatan


@rumus(satuan="rupiah", berlaku="2020-12-30", dasar=_DAFTAR)
def jumlah_dibayarkan(jumlah_kotor: Kolom, jumlah_potongan: Kolom, *, p: Pembaca) -> Kolom:
    """Jumlah yang dibayarkan."""
    return jumlah_kotor - jumlah_potongan


@rumus(satuan="rupiah", berlaku="2024-01-01", dasar="PMK 168/2023 Lampiran B I")
def bruto_setahun(bruto_sebelumnya: Kolom, bruto_pph: Kolom, *, p: Pembaca) -> Kolom:
    """Bruto setahun: bulan-bulan sebelumnya dan bulan ini."""
    return bruto_sebelumnya + bruto_pph


@rumus(satuan="rupiah", berlaku="2024-01-01", dasar="PMK 168/2023 Lampiran B I")
def iuran_setahun(iuran_sebelumnya: Kolom, potongan_iwp: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran pensiun dan hari tua yang dibayar pegawai setahun."""
    return iuran_sebelumnya + potongan_iwp


@rumus(satuan="rupiah", berlaku="2024-01-01", dasar="PMK 168/2023 Lampiran B I")
def zakat_setahun(zakat_sebelumnya: Kolom, zakat: Kolom, *, p: Pembaca) -> Kolom:
    """Zakat lewat kantor setahun."""
    return zakat_sebelumnya + zakat


@rumus(satuan="rupiah", berlaku="2024-01-01", dasar=_PPH)
def pph21(status: Kolom, pph21_masa_terakhir: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 masa pajak terakhir pada slip.

    Negatif mengembalikan lebih potong; yang ditanggung pemerintah tidak dikembalikan.
    """
    return np.where(ditanggung(p, status) > 0, np.maximum(pph21_masa_terakhir, 0), pph21_masa_terakhir)


_JUMLAH = (
    tunjangan_pph,
    potongan_beras,
    kotor_sementara,
    jumlah_potongan,
    pembulatan,
    jumlah_kotor,
    jumlah_dibayarkan,
)
_SAMPAI_BRUTO = (*tunjangan.RUMUS, *iuran.RUMUS, bruto_pph)
BULANAN = Susunan("gaji_bulanan", BIDANG_SLIP, (*_SAMPAI_BRUTO, *bulanan.RUMUS, *_JUMLAH))
MASA_TERAKHIR = Susunan(
    "gaji_masa_terakhir",
    {
        **BIDANG_SLIP,
        "bruto_sebelumnya": rupiah("bruto_sebelumnya"),
        "iuran_sebelumnya": rupiah("iuran_sebelumnya"),
        "zakat_sebelumnya": rupiah("zakat_sebelumnya", 0),
        **BIDANG_SETAHUN,
    },
    (*_SAMPAI_BRUTO, bruto_setahun, iuran_setahun, zakat_setahun, *tahunan.RUMUS, pph21, *_JUMLAH),
)

# lajur daftar gaji; urutannya urutan cetak
PENGHASILAN = (
    "gaji_pokok",
    "tunjangan_suami_istri",
    "tunjangan_anak",
    "tunjangan_struktural",
    "tunjangan_fungsional",
    "tunjangan_umum",
    "tunjangan_beras",
    "tunjangan_khusus_papua",
    "tunjangan_bpjs",
    "tunjangan_jkk",
    "tunjangan_jkm",
    "tunjangan_tapera",
    "tunjangan_pph",
    "pembulatan",
)
# potongan menurut nama besarannya; iuran pemberi kerja disetorkan sebesar tunjangannya
POTONGAN: Mapping[str, str] = MappingProxyType(
    {
        "potongan_iwp": "potongan_iwp",
        "potongan_bpjs_pegawai": "potongan_bpjs_pegawai",
        "potongan_bpjs_keluarga": "potongan_bpjs_keluarga",
        "potongan_bpjs": "tunjangan_bpjs",
        "potongan_jkk": "tunjangan_jkk",
        "potongan_jkm": "tunjangan_jkm",
        "potongan_tapera": "potongan_tapera",
        "potongan_tapera_pemberi_kerja": "tunjangan_tapera",
        "potongan_beras": "potongan_beras",
        "potongan_pph21": "pph21",
        "zakat": "zakat",
        "potongan_lain": "potongan_lain",
    }
)
JUMLAH = ("jumlah_kotor", "jumlah_potongan", "jumlah_dibayarkan")
SEMUA_LAJUR = tuple(dict.fromkeys((*PENGHASILAN, *POTONGAN.values(), *JUMLAH)))
