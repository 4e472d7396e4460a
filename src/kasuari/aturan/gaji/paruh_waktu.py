"""Slip PPPK paruh waktu: upah menurut kontrak tahunan, bukan tabel golongan.

Iuran menyala menurut `paruh_waktu_sakelar`; TPP dan THR menurut sakelarnya sendiri. Pajaknya dibayar sendiri. Dasar: UU 20/2023;
KepmenPANRB 16/2025.
"""

import numpy as np

from ..bulat import bagian_persen
from ..masukan import Kolom, rupiah
from ..pph21 import bulanan
from ..pph21.bidang import BIDANG_STATUS
from ..rumus import Pembaca, Susunan, rumus
from . import slip

_KEPMEN = "KepmenPANRB 16/2025"
_BERLAKU = "2025-01-13"


def _bila(p: Pembaca, sakelar: str, dasar: Kolom, kode: str, kunci: str | None = None) -> Kolom:
    """Bagian persen dari `dasar` bila sakelarnya menyala, selainnya nol."""
    p.catat("paruh_waktu_sakelar", sakelar)
    if not p.buku.tabel("paruh_waktu_sakelar")[sakelar]:
        return np.zeros_like(dasar)
    return bagian_persen(dasar, p.persen(kode, kunci))


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_KEPMEN)
def dasar_kesehatan(upah: Kolom, *, p: Pembaca) -> Kolom:
    """Dasar iuran kesehatan: upah, sampai batas atasnya."""
    return np.minimum(upah, p.nilai("iuran_kesehatan_batas"))


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=f"{_KEPMEN}; Perpres 64/2020")
def tunjangan_bpjs(dasar_kesehatan: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran kesehatan bagian pemberi kerja."""
    return _bila(p, "kesehatan", dasar_kesehatan, "iuran_kesehatan_persen", "pemberi_kerja")


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=f"{_KEPMEN}; PP 70/2015")
def tunjangan_jkk(upah: Kolom, *, p: Pembaca) -> Kolom:
    """Jaminan kecelakaan kerja, dibayar pemberi kerja."""
    return _bila(p, "jkk_jkm", upah, "iuran_jkk_persen")


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=f"{_KEPMEN}; PP 70/2015 jo. PP 66/2017")
def tunjangan_jkm(upah: Kolom, *, p: Pembaca) -> Kolom:
    """Jaminan kematian, dibayar pemberi kerja."""
    return _bila(p, "jkk_jkm", upah, "iuran_jkm_persen")


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=f"{_KEPMEN}; Perpres 64/2020")
def potongan_bpjs_pegawai(dasar_kesehatan: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran kesehatan bagian pegawai."""
    return _bila(p, "kesehatan", dasar_kesehatan, "iuran_kesehatan_persen", "pegawai")


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_KEPMEN)
def potongan_iwp(upah: Kolom, *, p: Pembaca) -> Kolom:
    """Tabungan hari tua, bila diikutkan."""
    return _bila(p, "tht", upah, "iuran_wajib_pegawai", "pppk")


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B I")
def bruto_pph(
    upah: Kolom, tunjangan_bpjs: Kolom, tunjangan_jkk: Kolom, tunjangan_jkm: Kolom, *, p: Pembaca
) -> Kolom:
    """Bruto sebagai dasar PPh 21."""
    return upah + tunjangan_bpjs + tunjangan_jkk + tunjangan_jkm


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_KEPMEN)
def kotor_sementara(bruto_pph: Kolom, *, p: Pembaca) -> Kolom:
    """Jumlah kotor sebelum pembulatan; tidak ada pajak yang ditanggung pemerintah."""
    return bruto_pph


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_KEPMEN)
def jumlah_potongan(
    potongan_iwp: Kolom,
    potongan_bpjs_pegawai: Kolom,
    pph21: Kolom,
    tunjangan_bpjs: Kolom,
    tunjangan_jkk: Kolom,
    tunjangan_jkm: Kolom,
    potongan_lain: Kolom,
    *,
    p: Pembaca,
) -> Kolom:
    """Jumlah potongan, termasuk iuran pemberi kerja yang disetorkan."""
    disetorkan = tunjangan_bpjs + tunjangan_jkk + tunjangan_jkm
    return potongan_iwp + potongan_bpjs_pegawai + pph21 + disetorkan + potongan_lain


SUSUNAN = Susunan(
    "gaji_paruh_waktu",
    {**BIDANG_STATUS, "upah": rupiah("upah"), "potongan_lain": rupiah("potongan_lain", 0)},
    (
        dasar_kesehatan,
        tunjangan_bpjs,
        tunjangan_jkk,
        tunjangan_jkm,
        potongan_bpjs_pegawai,
        potongan_iwp,
        bruto_pph,
        *bulanan.RUMUS,
        kotor_sementara,
        jumlah_potongan,
        slip.pembulatan,
        slip.jumlah_kotor,
        slip.jumlah_dibayarkan,
    ),
)
