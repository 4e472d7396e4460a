"""THR dan gaji ketiga belas: satu bulan penghasilan tanpa iuran, dengan peraturan sendiri tiap tahun.

Yang belum genap setahun bekerja (PPPK) menerima n/12; tiap komponen dibulatkan ke bawah. Pajaknya dihitung
bersama penghasilan bulan pembayaran. Dasar: PP 11/2025.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

import numpy as np

from .buku import KOSONG, Buku
from .bulat import bagi_ke_bawah
from .gaji.bidang import STATUS_SEMUA
from .gaji.slip import ditanggung
from .galat import tolak
from .masa_kerja import TAHUN_TERBANYAK, indeks_bulan
from .masukan import TAHUN_WAJAR, Kolom, bilangan, pilihan, rupiah
from .pph21 import bulanan
from .pph21.bidang import BIDANG_STATUS
from .rumus import Pembaca, Susunan, deret, rumus
from .tarif import tolak_baris

PARAMETER = ("thr_", "slip_", "pph21_")  # untuk dibekukan bersama larian (`Buku.hanya`)
_PP = "PP 11/2025"
_BERLAKU = "2025-01-01"
_PENUH = "thr_masa_penuh_bulan"
# peraturan tahun lain tidak pernah dipakai sebagai gantinya
_TANPA_PERATURAN = "tahun itu belum punya peraturan THR dan gaji ketiga belas; isi parameter 'thr_peraturan'"


def _berperaturan(buku: Buku) -> list[int]:
    return [int(t) for t, nilai in buku.tabel("thr_peraturan").items() if nilai != KOSONG]


def tahun_terakhir(buku: Buku) -> int:
    """Tahun terakhir yang sudah punya peraturan menurut buku."""
    return max(_berperaturan(buku))


def masa_kerja_bulan(tmt: date, bulan_dasar: date) -> int:
    """Bulan bekerja sampai bulan dasar, keduanya dihitung. Galat: `MasukanTidakSah` bila terbalik."""
    bulan = indeks_bulan(bulan_dasar) - indeks_bulan(tmt) + 1
    if bulan < 1:
        raise tolak("tmt", "mulai bekerja sesudah bulan dasar", ["paling lambat bulan dasar"])
    return bulan


@rumus(satuan="bulan", berlaku=_BERLAKU, dasar=_PP)
def bulan_dihitung(tahun: Kolom, status: Kolom, masa_kerja: Kolom, *, p: Pembaca) -> Kolom:
    """Bulan kerja yang dihitung, paling banyak masa penuh; nol bila statusnya tidak menerima.

    Galat: `MasukanTidakSah` menyebut setiap baris yang tahunnya belum punya peraturan.
    """
    ada = _berperaturan(p.buku)
    tolak_baris(~np.isin(tahun, ada), "tahun", _TANPA_PERATURAN, tuple(map(str, ada)))
    for t in np.unique(tahun):
        p.catat("thr_peraturan", str(t))
    penuh = p.buku.nilai(_PENUH)
    if (masa_kerja < penuh).any():  # masa penuh yang tidak pasti menentukan hanya bagi yang belum genap
        p.catat(_PENUH)
    return np.minimum(masa_kerja, penuh) * p.petik("thr_penerima", STATUS_SEMUA, status, kosong=None)


def _komponen(sakelar: str | None) -> Callable[..., Kolom]:
    """Komponen n/12 dari besarnya sebulan; nol bila sakelar `thr_komponen`-nya mati."""

    def hitung(sebulan: Kolom, bulan_dihitung: Kolom, *, p: Pembaca) -> Kolom:
        if sakelar is not None and sebulan.any():  # sakelar yang tidak pasti dibaca hanya bila menentukan
            p.catat("thr_komponen", sakelar)
            if not p.buku.tabel("thr_komponen")[sakelar]:
                return np.zeros_like(sebulan)
        return bagi_ke_bawah(sebulan * bulan_dihitung, p.buku.nilai(_PENUH))

    return hitung


# komponen sebulan -> (nama di depan orang, sakelar)
KOMPONEN: Mapping[str, tuple[str, str | None]] = MappingProxyType(
    {
        "gaji_pokok": ("Gaji pokok", None),
        "tunjangan_suami_istri": ("Tunjangan suami atau istri", "keluarga"),
        "tunjangan_anak": ("Tunjangan anak", "keluarga"),
        "tunjangan_jabatan": ("Tunjangan jabatan atau tunjangan umum", "jabatan"),
        "tunjangan_beras": ("Tunjangan pangan", "pangan"),
        "tunjangan_khusus_papua": ("Tunjangan khusus Papua", "papua"),
        "tpp_sebulan": ("TPP", "tpp"),
    }
)
_TIAP_KOMPONEN = tuple(
    deret(
        _komponen(sakelar),
        f"{kode}_thr",
        f"{nama} dalam THR atau gaji ketiga belas",
        (kode, "bulan_dihitung"),
        satuan="rupiah",
        berlaku=_BERLAKU,
        dasar=_PP,
    )
    for kode, (nama, sakelar) in KOMPONEN.items()
)


def _jumlah(*komponen: Kolom, p: Pembaca) -> Kolom:
    return np.sum(komponen, axis=0, dtype=np.int64)


thr_bruto = deret(
    _jumlah,
    "thr_bruto",
    "Jumlah THR atau gaji ketiga belas; tanpa potongan iuran",
    [r.nama for r in _TIAP_KOMPONEN],
    satuan="rupiah",
    berlaku=_BERLAKU,
    dasar=_PP,
)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran C I.1")
def pph21_thr(
    kategori_ter: Kolom, bruto_pph_bulan: Kolom, pph21_bulan: Kolom, thr_bruto: Kolom, *, p: Pembaca
) -> Kolom:
    """PPh 21 atas THR: pajak bulan itu bersama THR, dikurangi yang sudah dipotong."""
    return bulanan.pajak_tambahan(p, kategori_ter, bruto_pph_bulan, pph21_bulan, thr_bruto)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PP 11/2025; PP 80/2010 Pasal 2")
def tunjangan_pph_thr(status: Kolom, pph21_thr: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 THR yang ditanggung pemerintah."""
    return pph21_thr * ditanggung(p, status)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="Lajur pembulatan daftar gaji")
def pembulatan_thr(thr_bruto: Kolom, tunjangan_pph_thr: Kolom, pph21_thr: Kolom, *, p: Pembaca) -> Kolom:
    """Tambahan supaya yang dibayarkan tepat pada kelipatan pembulatan."""
    return -(thr_bruto + tunjangan_pph_thr - pph21_thr) % p.nilai("slip_pembulatan")


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PP)
def thr_dibayarkan(
    thr_bruto: Kolom, tunjangan_pph_thr: Kolom, pembulatan_thr: Kolom, pph21_thr: Kolom, *, p: Pembaca
) -> Kolom:
    """THR atau gaji ketiga belas yang dibayarkan."""
    return thr_bruto + tunjangan_pph_thr + pembulatan_thr - pph21_thr


SUSUNAN = Susunan(
    "thr",
    {
        "tahun": bilangan("tahun", TAHUN_WAJAR[0], TAHUN_WAJAR[-1]),
        "status": pilihan("status", STATUS_SEMUA, wajib=True),
        **BIDANG_STATUS,
        "masa_kerja": bilangan("masa_kerja", 1, TAHUN_TERBANYAK * 12, bawaan=12),
        "gaji_pokok": rupiah("gaji_pokok"),
        **{k: rupiah(k, 0) for k in KOMPONEN if k != "gaji_pokok"},
        "bruto_pph_bulan": rupiah("bruto_pph_bulan", 0),
        "pph21_bulan": rupiah("pph21_bulan", 0),
    },
    (
        bulan_dihitung,
        *_TIAP_KOMPONEN,
        thr_bruto,
        bulanan.kategori_ter,
        pph21_thr,
        tunjangan_pph_thr,
        pembulatan_thr,
        thr_dibayarkan,
    ),
)
