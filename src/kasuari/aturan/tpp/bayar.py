"""TPP yang dibayarkan sebulan: keadaan, kinerja, disiplin, hukuman, iuran kesehatan, dan pajak.

Bagian kinerja dibulatkan ke bawah dan bagian disiplin mengambil sisanya, supaya jumlahnya tetap. Pembayaran tiap
bagian HALF_UP. Dasar: PP 12/2019 Pasal 58; PP 94/2021; PMK 168/2023 Lampiran C; PP 80/2010.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from ..bulat import PERSEN_PENUH, bagi_ke_bawah, bagian_persen
from ..gaji.bidang import STATUS_SEMUA
from ..gaji.slip import ditanggung
from ..galat import ParameterRusak
from ..golongan import KODE_GOLONGAN
from ..masukan import Bidang, Kolom, bilangan, persen, pilihan, rupiah, ya
from ..pph21 import bulanan, lain
from ..pph21.bidang import BIDANG_STATUS
from ..rumus import Pembaca, Susunan, rumus

_PP12 = "PP 12/2019 Pasal 58; Peraturan Wali Kota tentang TPP"
_BERLAKU = "2019-03-12"
KONDISI: Mapping[str, int] = MappingProxyType(
    {"biasa": 1, "pindah_masuk": 2, "cuti_melahirkan": 3, "pindah_keluar": 4}
)
# kejadian -> kunci tabel tpp_potongan; terlambat dan pulang cepat dihitung bersama menurut menitnya
KEJADIAN: Mapping[str, str] = MappingProxyType(
    {
        "tanpa_keterangan": "tanpa_keterangan",
        "telat_1_30": "1-30",
        "telat_31_60": "31-60",
        "telat_61_90": "61-90",
        "telat_lebih_90": "lebih_90",
    }
)


@rumus(satuan="persen", skala=100, berlaku=_BERLAKU, dasar=_PP12)
def potongan_disiplin(
    tanpa_keterangan: Kolom,
    telat_1_30: Kolom,
    telat_31_60: Kolom,
    telat_61_90: Kolom,
    telat_lebih_90: Kolom,
    *,
    p: Pembaca,
) -> Kolom:
    """Potongan bagian disiplin: jumlah semua kejadian, paling banyak seluruhnya."""
    kejadian = (tanpa_keterangan, telat_1_30, telat_31_60, telat_61_90, telat_lebih_90)
    jumlah = np.zeros_like(tanpa_keterangan)
    for banyak, kunci in zip(kejadian, KEJADIAN.values(), strict=True):
        jumlah += banyak * p.persen("tpp_potongan", kunci)
    return np.minimum(jumlah, PERSEN_PENUH)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PP12)
def tpp_berhak(status: Kolom, kondisi: Kolom, tpp_dasar: Kolom, *, p: Pembaca) -> Kolom:
    """TPP penuh orang itu bulan ini menurut status dan keadaannya.

    Dibulatkan HALF_UP ke rupiah penuh.
    """
    bagian = p.petik("tpp_kondisi", KONDISI, kondisi, skala=100, kosong="biasa")
    return bagian_persen(tpp_dasar, bagian) * p.petik("tpp_penerima", STATUS_SEMUA, status, kosong=None)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PP12)
def bagian_kinerja(tpp_berhak: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian kinerja, dibulatkan ke bawah."""
    kinerja, disiplin = (p.persen("tpp_bobot", k) for k in ("kinerja", "disiplin"))
    if kinerja + disiplin != PERSEN_PENUH:
        raise ParameterRusak("Bobot kinerja dan disiplin TPP (tpp_bobot) harus berjumlah 100 persen.")
    return bagi_ke_bawah(tpp_berhak * kinerja, np.int64(PERSEN_PENUH))


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PP12)
def bagian_disiplin(tpp_berhak: Kolom, bagian_kinerja: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian disiplin: sisa sesudah bagian kinerja."""
    return tpp_berhak - bagian_kinerja


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PP12)
def kinerja_dibayar(bagian_kinerja: Kolom, capaian_kinerja: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian kinerja yang dibayar menurut capaian kinerja.

    Dibulatkan HALF_UP ke rupiah penuh.
    """
    return bagian_persen(bagian_kinerja, capaian_kinerja)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PP12)
def disiplin_dibayar(bagian_disiplin: Kolom, potongan_disiplin: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian disiplin yang dibayar sesudah potongan kehadiran; tidak pernah negatif.

    Dibulatkan HALF_UP ke rupiah penuh.
    """
    return bagian_persen(bagian_disiplin, PERSEN_PENUH - potongan_disiplin)


@rumus(satuan="rupiah", berlaku="2021-08-31", dasar="PP 94/2021 Pasal 8 ayat (3)")
def potongan_hukuman(
    kinerja_dibayar: Kolom, disiplin_dibayar: Kolom, hukuman_tpp: Kolom, *, p: Pembaca
) -> Kolom:
    """Potongan selama hukuman disiplin sedang dijalani.

    Dibulatkan HALF_UP ke rupiah penuh.
    """
    if not hukuman_tpp.any():
        return np.zeros_like(kinerja_dibayar)
    return bagian_persen(kinerja_dibayar + disiplin_dibayar, p.persen("tpp_hukuman_persen")) * hukuman_tpp


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PP12)
def tpp_bruto(
    kinerja_dibayar: Kolom, disiplin_dibayar: Kolom, potongan_hukuman: Kolom, *, p: Pembaca
) -> Kolom:
    """TPP bruto yang dibayarkan."""
    return kinerja_dibayar + disiplin_dibayar - potongan_hukuman


@rumus(satuan="rupiah", berlaku="2020-01-01", dasar="Perpres 82/2018 jo. Perpres 64/2020")
def dasar_iuran_tpp(tpp_bruto: Kolom, dasar_iuran_gaji: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian TPP yang masih di bawah batas dasar iuran kesehatan; nol bila sudah dihitung pada larian gaji."""
    larian = p.nilai("tpp_iuran_kesehatan")
    if larian not in ("gaji", "tpp"):
        raise ParameterRusak(f"tpp_iuran_kesehatan '{larian}' tidak dikenal; pakai gaji atau tpp.")
    if larian == "gaji":
        return np.zeros_like(tpp_bruto)
    return np.minimum(tpp_bruto, np.maximum(p.nilai("iuran_kesehatan_batas") - dasar_iuran_gaji, 0))


@rumus(satuan="rupiah", berlaku="2020-01-01", dasar="Perpres 82/2018 jo. Perpres 64/2020")
def iuran_bpjs_pemberi_kerja(dasar_iuran_tpp: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran kesehatan bagian pemberi kerja atas TPP, disetorkan langsung.

    Dibulatkan HALF_UP ke rupiah penuh.
    """
    return bagian_persen(dasar_iuran_tpp, p.persen("iuran_kesehatan_persen", "pemberi_kerja"))


@rumus(satuan="rupiah", berlaku="2020-01-01", dasar="Perpres 82/2018 jo. Perpres 64/2020")
def potongan_bpjs_tpp(dasar_iuran_tpp: Kolom, *, p: Pembaca) -> Kolom:
    """Iuran kesehatan bagian pegawai atas TPP.

    Dibulatkan HALF_UP ke rupiah penuh.
    """
    return bagian_persen(dasar_iuran_tpp, p.persen("iuran_kesehatan_persen", "pegawai"))


def final(p: Pembaca) -> bool:
    """Apakah PPh 21 TPP memakai tarif final. Galat: `ParameterRusak` bila setelannya tidak dikenal."""
    cara = p.nilai("tpp_tax_mode")
    if cara not in ("TER", "FINAL"):
        raise ParameterRusak(f"tpp_tax_mode '{cara}' tidak dikenal; pakai TER atau FINAL.")
    return bool(cara == "FINAL")


@rumus(satuan="rupiah", berlaku="2024-01-01", dasar="PMK 168/2023 Lampiran C; PP 80/2010")
def pph21_tpp(
    golongan: Kolom,
    kategori_ter: Kolom,
    tpp_bruto: Kolom,
    iuran_bpjs_pemberi_kerja: Kolom,
    bruto_pph_gaji: Kolom,
    pph21_gaji: Kolom,
    *,
    p: Pembaca,
) -> Kolom:
    """PPh 21 atas TPP.

    Cara TER: pajak atas gaji dan TPP bersama, dikurangi yang sudah dipotong dari gaji bulan itu. Cara FINAL:
    tarif final menurut golongan.
    """
    if final(p):
        tarif = lain.tarif_final.fungsi(golongan, np.zeros_like(golongan), p=p)
        return lain.pph21_final.fungsi(tpp_bruto, tarif, p=p)
    return bulanan.pajak_tambahan(
        p, kategori_ter, bruto_pph_gaji, pph21_gaji, tpp_bruto + iuran_bpjs_pemberi_kerja
    )


@rumus(satuan="rupiah", berlaku="2011-01-01", dasar="PP 80/2010 Pasal 2 dan 4")
def tunjangan_pph_tpp(status: Kolom, pph21_tpp: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 TPP yang ditanggung pemerintah; pajak final dibayar pegawai sendiri."""
    return np.zeros_like(pph21_tpp) if final(p) else pph21_tpp * ditanggung(p, status)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar=_PP12)
def tpp_dibayarkan(
    tpp_bruto: Kolom, tunjangan_pph_tpp: Kolom, pph21_tpp: Kolom, potongan_bpjs_tpp: Kolom, *, p: Pembaca
) -> Kolom:
    """TPP yang dibayarkan."""
    return tpp_bruto + tunjangan_pph_tpp - pph21_tpp - potongan_bpjs_tpp


def _hitungan(nama: str) -> Bidang:
    return bilangan(nama, 0, 31 * 2, bawaan=0)  # kewarasan: dua kejadian sehari, sebulan penuh


SUSUNAN = Susunan(
    "tpp_bulanan",
    {
        "status": pilihan("status", STATUS_SEMUA, wajib=True),
        "golongan": pilihan("golongan", KODE_GOLONGAN),
        **BIDANG_STATUS,
        "tpp_dasar": rupiah("tpp_dasar"),
        "kondisi": pilihan("kondisi", KONDISI),
        "capaian_kinerja": persen("capaian_kinerja"),
        **{k: _hitungan(k) for k in KEJADIAN},
        "hukuman_tpp": ya("hukuman_tpp"),
        "dasar_iuran_gaji": rupiah("dasar_iuran_gaji", 0),
        "bruto_pph_gaji": rupiah("bruto_pph_gaji", 0),
        "pph21_gaji": rupiah("pph21_gaji", 0),
    },
    (
        potongan_disiplin,
        tpp_berhak,
        bagian_kinerja,
        bagian_disiplin,
        kinerja_dibayar,
        disiplin_dibayar,
        potongan_hukuman,
        tpp_bruto,
        dasar_iuran_tpp,
        iuran_bpjs_pemberi_kerja,
        potongan_bpjs_tpp,
        bulanan.kategori_ter,
        pph21_tpp,
        tunjangan_pph_tpp,
        tpp_dibayarkan,
    ),
)
