"""Kenaikan gaji berkala (KGB): kapan MKG mencapai anak tangga tabel berikutnya, dan gaji sesudahnya.

Anak tangga adalah baris tabel gaji pokok yang gajinya lebih besar daripada baris kini; dengan itu golongan
berbaris ganjil, II/a (0, 1, 3, ...), dan MKG di antara dua baris memakai aturan yang sama. Kenaikan pangkat
tidak mengulang hitungan: MKG berjalan terus. Dasar: PP 7/1977 Pasal 11.
"""

from datetime import date

import numpy as np

from .buku import Buku
from .gaji import dari_tangga
from .galat import tolak
from .golongan import KODE_GOLONGAN
from .hari import awal_bulan
from .masa_kerja import tambah_tahun
from .masukan import Kolom, bilangan, lama_kerja, pilihan, tanggal
from .rumus import TIDAK_ADA, Pembaca, Susunan, rumus

_PASAL = "PP 7/1977 Pasal 11"
_BERLAKU = "1977-01-01"
TUNDA_WAJAR = 60  # batas kewarasan masukan (bulan); batas hukumnya parameter


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PP 7/1977 Pasal 5")
def gaji_pokok_sekarang(golongan: Kolom, mkg: Kolom, *, p: Pembaca) -> Kolom:
    """Gaji pokok sekarang."""
    return dari_tangga(p, golongan, mkg // 12, "rupiah")


@rumus(satuan="masa kerja", berlaku=_BERLAKU, dasar=_PASAL)
def mkg_saat_kgb(golongan: Kolom, mkg: Kolom, *, p: Pembaca) -> Kolom:
    """Masa kerja golongan saat KGB berikutnya.

    Dalam bulan; TIDAK_ADA bila sudah di baris terakhir.
    """
    naik = dari_tangga(p, golongan, mkg // 12, "naik")
    return np.where(naik < 0, TIDAK_ADA, naik * 12)


@rumus(satuan="tanggal", berlaku=_BERLAKU, dasar=_PASAL)
def kgb_berikutnya(mkg: Kolom, per_tanggal: Kolom, mkg_saat_kgb: Kolom, *, p: Pembaca) -> Kolom:
    """KGB berikutnya, tanggal 1 bulan MKG mencapai anak tangga.

    Dengan TMT CPNS dan masa kerja awal sebagai masukan, inilah KGB pertama.
    """
    ada = mkg_saat_kgb != TIDAK_ADA
    hari = awal_bulan(per_tanggal, np.where(ada, mkg_saat_kgb - mkg, 0))
    return np.where(ada, hari, TIDAK_ADA)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PP 7/1977 Pasal 5")
def gaji_pokok_baru(golongan: Kolom, mkg_saat_kgb: Kolom, *, p: Pembaca) -> Kolom:
    """Gaji pokok sesudah KGB.

    Menurut tabel buku ini; bila tabel berganti sebelum KGB, hitung lagi dengan buku hari KGB.
    """
    ada = mkg_saat_kgb != TIDAK_ADA
    gaji = dari_tangga(p, golongan, np.where(ada, mkg_saat_kgb, 0) // 12, "rupiah")
    return np.where(ada, gaji, TIDAK_ADA)


@rumus(satuan="tanggal", berlaku=_BERLAKU, dasar="PP 7/1977 Pasal 12")
def kgb_ditunda(tmt_kgb: Kolom, tunda_bulan: Kolom, *, p: Pembaca) -> Kolom:
    """TMT KGB sesudah penundaan.

    Penundaan dalam bulan; melebihi penundaan paling lama ditolak.
    """
    paling_lama = p.nilai("kgb_tunda_paling_lama_bulan")
    salah = np.flatnonzero(tunda_bulan > paling_lama)
    if len(salah):
        pesan = f"penundaan {tunda_bulan[salah[0]]} bulan"
        raise tolak("tunda_bulan", pesan, [f"0 sampai {paling_lama} bulan"], int(salah[0]))
    return awal_bulan(tmt_kgb, tunda_bulan)


@rumus(satuan="tanggal", berlaku=_BERLAKU, dasar="PP 7/1977", keyakinan="ingatan")
def surat_kgb(kgb_berikutnya: Kolom, *, p: Pembaca) -> Kolom:
    """Surat pemberitahuan KGB dibuat paling lambat.

    TIDAK_ADA bila tidak ada KGB lagi.
    """
    ada = kgb_berikutnya != TIDAK_ADA
    hari = awal_bulan(np.where(ada, kgb_berikutnya, 0), -p.nilai("kgb_surat_bulan"))
    return np.where(ada, hari, TIDAK_ADA)


SUSUNAN = Susunan(
    "kgb",
    {
        "golongan": pilihan("golongan", KODE_GOLONGAN, wajib=True),
        "mkg": lama_kerja("mkg"),
        "per_tanggal": tanggal("per_tanggal"),
        "tmt_kgb": tanggal("tmt_kgb"),
        "tunda_bulan": bilangan("tunda_bulan", 0, TUNDA_WAJAR),
    },
    (gaji_pokok_sekarang, mkg_saat_kgb, kgb_berikutnya, gaji_pokok_baru, kgb_ditunda, surat_kgb),
)


def kgb_sesudah(tmt_terakhir: date, buku: Buku) -> date:
    """TMT KGB berikut dari TMT KGB terakhir, bila tidak ada penundaan. Dasar: PP 7/1977 Pasal 11."""
    return tambah_tahun(tmt_terakhir, buku.nilai("kgb_selang_tahun"))
