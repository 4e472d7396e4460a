"""Gaji pokok dan tunjangan yang melekat padanya.

Tunjangan jabatan hanya satu: struktural, fungsional, atau umum. Persen dibulatkan HALF_UP ke rupiah penuh.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ..bulat import bagian_persen
from ..golongan import KODE_PNS
from ..masukan import Kolom
from ..rumus import Pembaca, rumus
from ..tarif import BELUM, Sel, menurut_golongan, sel_tarif, tolak_baris, wajib_terisi
from .bidang import CPNS, ESELON, GURU, JABATAN_FUNGSIONAL, LABEL_FUNGSIONAL, PPPK
from .tabel import dari_tangga

_PP7 = "PP 7/1977 jo. PP 51/1992 Pasal 16"
_BERLAKU = "1993-01-01"
_GOLONGAN_PNS = max(KODE_PNS.values())


@rumus(satuan="rupiah", berlaku="1977-01-01", dasar="PP 7/1977 Pasal 5; Perpres 98/2020")
def gaji_pokok_tabel(status: Kolom, golongan: Kolom, mkg: Kolom, *, p: Pembaca) -> Kolom:
    """Gaji pokok menurut tabel golongan dan masa kerja golongan."""
    salah = (status == PPPK) == (golongan <= _GOLONGAN_PNS)
    tolak_baris(
        salah, "golongan", "golongan tidak sesuai status pegawai", ("I/a sampai IV/e", "PPPK: I-XVII")
    )
    return dari_tangga(p, golongan, mkg // 12, "rupiah")


@rumus(satuan="rupiah", berlaku="1977-01-01", dasar="PP 7/1977 Pasal 5")
def gaji_pokok(status: Kolom, gaji_pokok_tabel: Kolom, *, p: Pembaca) -> Kolom:
    """Gaji pokok yang dibayar; CPNS menerima sebagian dari tabel."""
    cpns = status == CPNS
    if not cpns.any():
        return gaji_pokok_tabel
    sebagian = bagian_persen(gaji_pokok_tabel, p.persen("tunjangan_cpns_persen"))
    return np.where(cpns, sebagian, gaji_pokok_tabel)


@rumus(satuan="orang", berlaku=_BERLAKU, dasar=_PP7)
def pasangan_dihitung(
    gaji_pokok: Kolom, pasangan_ditanggung: Kolom, gaji_pokok_pasangan_asn: Kolom, *, p: Pembaca
) -> Kolom:
    """Suami atau istri yang ditanggung.

    Bila keduanya ASN, hanya yang gaji pokoknya lebih tinggi mendapat tunjangan.
    """
    return pasangan_ditanggung * (gaji_pokok >= gaji_pokok_pasangan_asn)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PP7)
def tunjangan_suami_istri(gaji_pokok: Kolom, pasangan_dihitung: Kolom, *, p: Pembaca) -> Kolom:
    """Tunjangan suami atau istri."""
    return bagian_persen(gaji_pokok, p.persen("tunjangan_suami_istri_persen")) * pasangan_dihitung


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PP7)
def tunjangan_anak(gaji_pokok: Kolom, anak_ditanggung: Kolom, *, p: Pembaca) -> Kolom:
    """Tunjangan anak; jumlah anaknya dibatasi."""
    anak = np.minimum(anak_ditanggung, p.nilai("tunjangan_anak_terbanyak"))
    return bagian_persen(gaji_pokok, anak * p.persen("tunjangan_anak_persen"))


@rumus(satuan="rupiah", berlaku="2007-01-01", dasar="Perpres 26/2007")
def tunjangan_struktural(
    eselon: Kolom, jabatan_fungsional: Kolom, penyetaraan: Kolom, *, p: Pembaca
) -> Kolom:
    """Tunjangan jabatan struktural menurut eselon.

    Pejabat fungsional hasil penyetaraan tetap menerima tunjangan eselon lamanya.
    """
    rangkap = (eselon > 0) & (jabatan_fungsional > 0) & (penyetaraan == 0)
    tolak_baris(rangkap, "eselon", "eselon dan jabatan fungsional bersamaan", ("salah satu", "penyetaraan"))
    return p.petik("tunjangan_struktural", ESELON, eselon)


def _fungsional(p: Pembaca, status: Kolom, eselon: Kolom, jabatan_fungsional: Kolom) -> NDArray[np.bool_]:
    """Siapa yang menerima tunjangan fungsional; aturan CPNS yang tidak pasti dibaca hanya bila menentukan."""
    dapat = (jabatan_fungsional > 0) & (eselon == 0)
    cpns = dapat & (status == CPNS)
    if cpns.any() and not p.nilai("tunjangan_fungsional_cpns"):
        dapat &= ~cpns
    return dapat


@rumus(satuan="rupiah", berlaku="2007-01-01", dasar="PP 7/1977; Perpres tiap jabatan fungsional")
def tunjangan_fungsional(
    status: Kolom, golongan: Kolom, eselon: Kolom, jabatan_fungsional: Kolom, *, p: Pembaca
) -> Kolom:
    """Tunjangan jabatan fungsional.

    Guru menurut golongan, yang lain menurut jabatan dan jenjang. Tarif yang belum
    diketahui menahan slip orang itu.
    """
    dapat = _fungsional(p, status, eselon, jabatan_fungsional)
    guru = dapat & (jabatan_fungsional == GURU)
    hasil = np.zeros_like(golongan)
    if guru.any():
        hasil = menurut_golongan(p, "tunjangan fungsional guru", _sel_guru(p), golongan, guru)
    lain = dapat & ~guru
    if not lain.any():
        return hasil
    larik = p.ingat("tunjangan_fungsional", lambda: _larik_fungsional(p))
    hasil = np.where(lain, larik[jabatan_fungsional], hasil)
    if len(golongan) == 1:
        p.catat("tunjangan_fungsional", LABEL_FUNGSIONAL[int(jabatan_fungsional[0])])
    return wajib_terisi(
        hasil, "jabatan_fungsional", "tunjangan fungsional", jabatan_fungsional, LABEL_FUNGSIONAL
    )


def _larik_fungsional(p: Pembaca) -> Kolom:
    larik = np.full(max(JABATAN_FUNGSIONAL.values()) + 1, BELUM, dtype=np.int64)
    for nama, kode in JABATAN_FUNGSIONAL.items():
        larik[kode] = sel_tarif(p.buku, ("tunjangan_fungsional", nama))
    return larik


def _sel_guru(p: Pembaca) -> Callable[[str], Sel | None]:
    padanan = p.buku.tabel("tunjangan_padanan_pppk") if "tunjangan_padanan_pppk" in p.buku.isi else {}

    def cari(label: str) -> Sel | None:
        induk = label.split("/")[0] if label in KODE_PNS else padanan.get(label, "")
        return ("tunjangan_fungsional_guru", induk) if induk else None

    return cari


@rumus(satuan="rupiah", berlaku="2006-01-01", dasar="Perpres 12/2006")
def tunjangan_umum(
    status: Kolom, golongan: Kolom, eselon: Kolom, jabatan_fungsional: Kolom, *, p: Pembaca
) -> Kolom:
    """Tunjangan umum bagi yang tidak menerima tunjangan struktural atau fungsional."""
    dapat = (eselon == 0) & ~_fungsional(p, status, eselon, jabatan_fungsional)
    return menurut_golongan(p, "tunjangan umum", _sel_umum, golongan, dapat)


def _sel_umum(label: str) -> Sel:
    if label in KODE_PNS:
        return "tunjangan_umum", label.split("/")[0]
    return "tunjangan_umum_pppk", label


@rumus(satuan="rupiah", berlaku="2015-01-01", dasar="PER-67/PB/2010 jo. PER-3/PB/2015")
def tunjangan_beras(
    pasangan_dihitung: Kolom, anak_ditanggung: Kolom, beras_natura: Kolom, *, p: Pembaca
) -> Kolom:
    """Tunjangan pangan: beras tiap jiwa, pegawai dan keluarga yang ditanggung."""
    anak = anak_ditanggung
    # batas yang tidak pasti dibaca hanya bila menentukan
    if (anak > p.nilai("tunjangan_anak_terbanyak")).any():
        anak = np.minimum(anak, p.nilai("tunjangan_beras_anak_terbanyak"))
    jiwa = 1 + pasangan_dihitung + anak
    harga = p.tabel("tunjangan_beras_harga")
    tiap_kg = np.where(beras_natura > 0, harga["natura"], harga["uang"])
    return jiwa * tiap_kg * p.nilai("tunjangan_beras_kilogram")


@rumus(satuan="rupiah", berlaku="2002-01-01", dasar="Keppres 68/2002; SE-150/A/2002")
def tunjangan_khusus_papua(status: Kolom, golongan: Kolom, bertugas_di_papua: Kolom, *, p: Pembaca) -> Kolom:
    """Tunjangan khusus Papua bagi yang sungguh bertugas di sana."""
    dapat = bertugas_di_papua > 0
    if not dapat.any():
        return np.zeros_like(golongan)
    pppk = status == PPPK
    if (dapat & pppk).any() and not p.nilai("tunjangan_khusus_papua_pppk"):
        dapat &= ~pppk
    return menurut_golongan(
        p, "tunjangan khusus Papua", lambda label: ("tunjangan_khusus_papua", label), golongan, dapat
    )


RUMUS = (
    gaji_pokok_tabel,
    gaji_pokok,
    pasangan_dihitung,
    tunjangan_suami_istri,
    tunjangan_anak,
    tunjangan_struktural,
    tunjangan_fungsional,
    tunjangan_umum,
    tunjangan_beras,
    tunjangan_khusus_papua,
)
