"""Apakah seorang anak mendapat tunjangan, dan sampai kapan. PP 7/1977 Pasal 16; PP 13/1980; Keppres 17/2000."""

import numpy as np

from ..hari import awal_bulan
from ..masukan import Kolom, tanggal, ya
from ..rumus import Pembaca, Susunan, rumus

_DASAR = "PP 7/1977 Pasal 16; PP 13/1980; Keppres 17/2000 Pasal 29"


@rumus(satuan="tahun", berlaku="1993-01-01", dasar=_DASAR)
def usia_batas(kuliah: Kolom, *, p: Pembaca) -> Kolom:
    """Usia terakhir yang ditanggung; lebih tinggi selama kuliah dengan surat keterangan."""
    usia = p.tabel("tunjangan_anak_usia")
    return usia["biasa"] + (usia["kuliah"] - usia["biasa"]) * kuliah


@rumus(satuan="tanggal", berlaku="1993-01-01", dasar=_DASAR, keyakinan="ingatan")
def tunjangan_berhenti(lahir: Kolom, usia_batas: Kolom, *, p: Pembaca) -> Kolom:
    """Tunjangan berhenti tanggal 1 bulan sesudah usianya tercapai."""
    return awal_bulan(lahir, usia_batas * 12 + 1)


@rumus(satuan="anak", berlaku="1993-01-01", dasar=_DASAR)
def anak_ditanggung(
    pada: Kolom,
    lahir: Kolom,
    tunjangan_berhenti: Kolom,
    menikah: Kolom,
    berpenghasilan: Kolom,
    *,
    p: Pembaca,
) -> Kolom:
    """1 bila anak itu mendapat tunjangan: sudah lahir, di bawah usia batas, belum menikah, tanpa penghasilan."""
    layak = (pada >= lahir) & (pada < tunjangan_berhenti) & (menikah == 0) & (berpenghasilan == 0)
    return layak.astype(np.int64)


SUSUNAN = Susunan(
    "tunjangan_anak",
    {
        "lahir": tanggal("lahir"),
        "pada": tanggal("pada"),
        "kuliah": ya("kuliah"),
        "menikah": ya("menikah"),
        "berpenghasilan": ya("berpenghasilan"),
    },
    (usia_batas, tunjangan_berhenti, anak_ditanggung),
)
