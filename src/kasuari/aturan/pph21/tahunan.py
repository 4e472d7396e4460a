"""PPh 21 masa pajak terakhir (Desember, atau bulan berhenti): setahun menurut Pasal 17, dikurangi yang sudah dipotong.

Mulai atau berhenti di tengah tahun tidak disetahunkan bila kewajiban subjektifnya ada sepanjang tahun.
Dasar: UU 36/2008 Pasal 17 dan 21; PMK 168/2023 Lampiran B I dan II, Lampiran C.
"""

import numpy as np

from ..bulat import bagi_ke_bawah, bagi_setengah_ke_atas, bagian_persen
from ..masukan import Kolom, rupiah, ya
from ..rumus import Pembaca, Susunan, rumus
from .bidang import BIDANG_SETAHUN, BIDANG_STATUS, STATUS_PTKP
from .lapisan import bulatkan, pasal17

_BERLAKU = "2024-01-01"
_PMK = "PMK 168/2023 Lampiran B I"
SETAHUN = 12  # bulan dalam setahun


def biaya(p: Pembaca, kode: str, bruto_setahun: Kolom, banyak_bulan: Kolom) -> Kolom:
    """Persen dari bruto, paling banyak batas sebulan kali banyaknya bulan; HALF_UP."""
    batas = p.tabel(kode)["batas_sebulan"]
    return np.minimum(bagian_persen(bruto_setahun, p.persen(kode, "persen")), banyak_bulan * batas)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PMK)
def biaya_jabatan(bruto_setahun: Kolom, banyak_bulan: Kolom, *, p: Pembaca) -> Kolom:
    """Biaya jabatan: persen dari bruto, dibatasi menurut banyaknya bulan.

    Dibulatkan HALF_UP ke rupiah penuh.
    """
    return biaya(p, "pph21_biaya_jabatan", bruto_setahun, banyak_bulan)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PMK)
def neto_setahun(
    bruto_setahun: Kolom, biaya_jabatan: Kolom, iuran_setahun: Kolom, zakat_setahun: Kolom, *, p: Pembaca
) -> Kolom:
    """Penghasilan neto: bruto dikurangi biaya jabatan, iuran pensiun dan hari tua, dan zakat lewat kantor."""
    return bruto_setahun - biaya_jabatan - iuran_setahun - zakat_setahun


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B I.2")
def neto_disetahunkan(
    neto_setahun: Kolom, neto_lain: Kolom, banyak_bulan: Kolom, disetahunkan: Kolom, *, p: Pembaca
) -> Kolom:
    """Penghasilan neto yang dikenai pajak, bersama neto pemberi kerja lain.

    Disetahunkan (kali 12, bagi banyaknya bulan, HALF_UP) hanya bila kewajiban subjektif tidak setahun penuh.
    """
    jumlah = neto_setahun + neto_lain
    if not disetahunkan.any():
        return jumlah
    return np.where(disetahunkan > 0, bagi_setengah_ke_atas(jumlah * SETAHUN, banyak_bulan), jumlah)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 101/PMK.010/2016")
def ptkp(status_ptkp: Kolom, *, p: Pembaca) -> Kolom:
    """Penghasilan tidak kena pajak menurut keadaan 1 Januari."""
    return p.petik("pph21_ptkp", STATUS_PTKP, status_ptkp, kosong=None)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="UU 36/2008 Pasal 17 ayat (4)")
def pkp(neto_disetahunkan: Kolom, ptkp: Kolom, *, p: Pembaca) -> Kolom:
    """Penghasilan kena pajak: neto dikurangi PTKP, dibulatkan ke bawah ke ribuan penuh."""
    kelipatan = p.nilai("pph21_pkp_kelipatan")
    return bagi_ke_bawah(np.maximum(neto_disetahunkan - ptkp, 0), kelipatan) * kelipatan


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="UU 36/2008 Pasal 17 ayat (1)")
def pph21_disetahunkan(pkp: Kolom, *, p: Pembaca) -> Kolom:
    """Pajak Pasal 17 atas penghasilan kena pajak."""
    return pasal17(p, pkp)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B I.2")
def pph21_setahun(
    pph21_disetahunkan: Kolom, banyak_bulan: Kolom, disetahunkan: Kolom, *, p: Pembaca
) -> Kolom:
    """PPh 21 terutang tahun ini; sebanding bulannya bila netonya disetahunkan."""
    if not disetahunkan.any():
        return pph21_disetahunkan
    sebanding = bulatkan(p, pph21_disetahunkan * banyak_bulan, SETAHUN)
    return np.where(disetahunkan > 0, sebanding, pph21_disetahunkan)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PMK)
def pph21_masa_terakhir(
    pph21_setahun: Kolom, pph21_lain: Kolom, pph21_sebelumnya: Kolom, *, p: Pembaca
) -> Kolom:
    """PPh 21 masa pajak terakhir: terutang setahun dikurangi yang sudah dipotong; negatif berarti lebih potong."""
    return pph21_setahun - pph21_lain - pph21_sebelumnya


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran C I.4")
def pph21_dikembalikan(pph21_masa_terakhir: Kolom, ditanggung_pemerintah: Kolom, *, p: Pembaca) -> Kolom:
    """Lebih potong yang dikembalikan kepada pegawai; tidak ada bila pajaknya ditanggung pemerintah."""
    return np.where(ditanggung_pemerintah > 0, 0, np.maximum(-pph21_masa_terakhir, 0))


# dari neto sampai pajak masa terakhir; pegawai, pensiunan, dan slip Desember memakainya bersama
DARI_NETO = (neto_disetahunkan, ptkp, pkp, pph21_disetahunkan, pph21_setahun, pph21_masa_terakhir)
RUMUS = (biaya_jabatan, neto_setahun, *DARI_NETO)
SUSUNAN = Susunan(
    "pph21_masa_terakhir",
    {
        **BIDANG_STATUS,
        "bruto_setahun": rupiah("bruto_setahun"),
        "iuran_setahun": rupiah("iuran_setahun", 0),
        "zakat_setahun": rupiah("zakat_setahun", 0),
        **BIDANG_SETAHUN,
        "ditanggung_pemerintah": ya("ditanggung_pemerintah"),
    },
    (*RUMUS, pph21_dikembalikan),
)
