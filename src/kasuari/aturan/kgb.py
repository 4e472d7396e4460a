"""Kenaikan gaji berkala (KGB): kapan MKG mencapai anak tangga tabel berikutnya, dan gaji sesudahnya.

Anak tangga adalah baris tabel gaji pokok yang gajinya lebih besar daripada baris kini; dengan itu golongan
berbaris ganjil, II/a (0, 1, 3, ...), dan MKG di antara dua baris memakai aturan yang sama. Kenaikan pangkat
tidak mengulang hitungan: MKG berjalan terus. Dasar: PP 7/1977 Pasal 11.
"""

from datetime import date

import numpy as np

from .buku import Buku
from .gaji import dari_tangga, tangga_gaji
from .galat import tolak
from .golongan import KODE_GOLONGAN, jenis_golongan
from .masa_kerja import awal_bulan, indeks_bulan, tambah_tahun
from .masukan import Kolom, awal_bulan_kemudian, lama_kerja, pilihan, tanggal
from .rumus import TIDAK_ADA, Pembaca, Susunan, rumus

_PASAL = "PP 7/1977 Pasal 11"
_BERLAKU = "1977-01-01"


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
    """KGB berikutnya, tanggal 1 bulan MKG mencapai anak tangga."""
    ada = mkg_saat_kgb != TIDAK_ADA
    hari = awal_bulan_kemudian(per_tanggal, np.where(ada, mkg_saat_kgb - mkg, 0))
    return np.where(ada, hari, TIDAK_ADA)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PP 7/1977 Pasal 5")
def gaji_pokok_baru(golongan: Kolom, mkg_saat_kgb: Kolom, *, p: Pembaca) -> Kolom:
    """Gaji pokok sesudah KGB.

    Menurut tabel buku ini; bila tabel berganti sebelum KGB, hitung lagi dengan buku hari KGB.
    """
    ada = mkg_saat_kgb != TIDAK_ADA
    gaji = dari_tangga(p, golongan, np.where(ada, mkg_saat_kgb, 0) // 12, "rupiah")
    return np.where(ada, gaji, TIDAK_ADA)


SUSUNAN = Susunan(
    "kgb",
    {
        "golongan": pilihan("golongan", KODE_GOLONGAN, wajib=True),
        "mkg": lama_kerja("mkg"),
        "per_tanggal": tanggal("per_tanggal"),
    },
    (gaji_pokok_sekarang, mkg_saat_kgb, kgb_berikutnya, gaji_pokok_baru),
)


def kgb_sesudah(tmt_terakhir: date, buku: Buku) -> date:
    """TMT KGB berikut dari TMT KGB terakhir, bila tidak ada penundaan."""
    return tambah_tahun(tmt_terakhir, buku.nilai("kgb_selang_tahun"))


def kgb_pertama(tmt: date, mkg_awal: int, golongan: str, buku: Buku) -> tuple[date, int] | None:
    """(tanggal KGB pertama, MKG saat itu dalam bulan) sejak `tmt` dengan MKG awal; None bila di puncak."""
    naik = tangga_gaji(jenis_golongan(golongan), buku).naik[KODE_GOLONGAN[golongan], mkg_awal // 12]
    if naik < 0:
        return None
    mkg = int(naik) * 12
    return awal_bulan(indeks_bulan(tmt) + mkg - mkg_awal), mkg


def kgb_ditunda(tmt: date, bulan: int, buku: Buku) -> date:
    """TMT KGB sesudah penundaan. Galat: `MasukanTidakSah` bila melebihi penundaan paling lama."""
    paling_lama = buku.nilai("kgb_tunda_paling_lama_bulan")
    if not 0 <= bulan <= paling_lama:
        raise tolak("tunda_bulan", f"penundaan {bulan} bulan", [f"0 sampai {paling_lama} bulan"])
    return awal_bulan(indeks_bulan(tmt) + bulan)


def surat_kgb(tmt: date, buku: Buku) -> date:
    """Paling lambat surat pemberitahuan KGB dibuat."""
    return awal_bulan(indeks_bulan(tmt) - buku.nilai("kgb_surat_bulan"))
