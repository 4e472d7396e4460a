"""PPh 21 selain pegawai tetap: pensiunan, harian, bukan pegawai, sekali terima, gross-up, dan honorarium final.

Dasar: PP 58/2023; PMK 168/2023 Lampiran B II sampai VI; PP 80/2010 Pasal 4.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from ..bulat import PERSEN_PENUH, bagi_ke_bawah, bagian_persen
from ..golongan import KODE_GOLONGAN, KODE_PNS
from ..masukan import Kolom, bilangan, pilihan, rupiah, ya
from ..rumus import Pembaca, Susunan, rumus
from ..tarif import menurut_golongan, tolak_baris
from . import bulanan, tahunan
from .bidang import BIDANG_SETAHUN, BIDANG_STATUS
from .lapisan import bulatkan, lapisan, pasal17

_BERLAKU = "2024-01-01"


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B II")
def biaya_pensiun(bruto_setahun: Kolom, banyak_bulan: Kolom, *, p: Pembaca) -> Kolom:
    """Biaya pensiun: persen dari uang pensiun, dibatasi menurut banyaknya bulan.

    Dibulatkan HALF_UP ke rupiah penuh.
    """
    return tahunan.biaya(p, "pph21_biaya_pensiun", bruto_setahun, banyak_bulan)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B II")
def neto_setahun(bruto_setahun: Kolom, biaya_pensiun: Kolom, *, p: Pembaca) -> Kolom:
    """Penghasilan neto pensiunan: uang pensiun dikurangi biaya pensiun."""
    return bruto_setahun - biaya_pensiun


PENSIUNAN = Susunan(
    "pph21_pensiunan",
    {**BIDANG_STATUS, "bruto_setahun": rupiah("bruto_setahun"), **BIDANG_SETAHUN},
    (biaya_pensiun, neto_setahun, *tahunan.DARI_NETO),
)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B V")
def dpp(imbalan: Kolom, upah_tenaga_ahli: Kolom, material: Kolom, *, p: Pembaca) -> Kolom:
    """Dasar pengenaan pajak: bagian dari imbalan sesudah upah orang lain dan material.

    Dibulatkan HALF_UP ke rupiah penuh.
    """
    tolak_baris(
        upah_tenaga_ahli + material > imbalan,
        "imbalan",
        "upah tenaga ahli dan material melebihi imbalan",
        ("paling sedikit jumlah keduanya",),
    )
    return bagian_persen(imbalan - upah_tenaga_ahli - material, p.persen("pph21_bukan_pegawai_persen"))


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B V")
def pph21_bukan_pegawai(dpp: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 bukan pegawai: Pasal 17 atas tiap pembayaran, tidak dijumlahkan dalam setahun."""
    return pasal17(p, dpp)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B VI.1 dan VI.3")
def pph21_sekali(bruto: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 peserta kegiatan atau mantan pegawai: Pasal 17 atas bruto."""
    return pasal17(p, bruto)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B VI.2")
def pph21_penarikan(penarikan: Kolom, penarikan_sebelumnya: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 penarikan manfaat pensiun oleh yang masih bekerja.

    Pasal 17 atas bruto; bila dijumlahkan dalam setahun, hanya tambahan pajaknya yang dipotong.
    """
    # sakelar yang tidak pasti dibaca hanya bila menentukan
    if not penarikan_sebelumnya.any() or not p.nilai("pph21_penarikan_pensiun_akumulasi"):
        return pasal17(p, penarikan)
    return pasal17(p, penarikan_sebelumnya + penarikan) - pasal17(p, penarikan_sebelumnya)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B IV")
def upah_sehari(upah: Kolom, hari: Kolom, *, p: Pembaca) -> Kolom:
    """Upah sehari, atau rata-rata sehari dari upah borongan; pecahan rupiah dibuang."""
    return bagi_ke_bawah(upah, hari)


@rumus(satuan="persen", skala=100, berlaku=_BERLAKU, dasar="PP 58/2023 Pasal 2")
def tarif_harian(upah_sehari: Kolom, *, p: Pembaca) -> Kolom:
    """Tarif efektif harian; di atas batasnya dipakai Pasal 17 dan tarif ini tidak dipakai."""
    batas, tarif = lapisan(p, "pph21_ter_harian")
    return tarif[np.searchsorted(batas, np.maximum(upah_sehari, 1)) - 1]


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PP 58/2023; PMK 168/2023 Lampiran B IV.1")
def pph21_sehari(upah_sehari: Kolom, tarif_harian: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 sehari: tarif harian, atau Pasal 17 atas bagian upah bila di atas batas."""
    hasil = bulatkan(p, upah_sehari * tarif_harian)
    tinggi = upah_sehari > p.nilai("pph21_harian_batas")
    if not tinggi.any():
        return hasil
    dasar = bagian_persen(upah_sehari, p.persen("pph21_harian_dasar_persen"))
    return np.where(tinggi, pasal17(p, dasar), hasil)


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B IV.1.4")
def pph21_semua_hari(pph21_sehari: Kolom, hari: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 seluruh hari kerja itu."""
    return pph21_sehari * hari


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PMK 168/2023 Lampiran B I.4")
def bruto_pph(kategori_ter: Kolom, gaji_neto: Kolom, *, p: Pembaca) -> Kolom:
    """Bruto yang, sesudah dipotong pajaknya sendiri, tersisa gaji yang disepakati; pecahan dibuang.

    Tarif hanya naik bersama bruto, maka perulangan berhenti pada tarif terendah yang cocok.
    """
    bruto = gaji_neto
    while True:
        tarif = bulanan.tarif_ter.fungsi(kategori_ter, bruto, p=p)
        lebih = bagi_ke_bawah(gaji_neto * PERSEN_PENUH, PERSEN_PENUH - tarif)
        if (lebih == bruto).all():
            return bruto
        bruto = lebih


@rumus(satuan="persen", skala=100, berlaku="2011-01-01", dasar="PP 80/2010 Pasal 4")
def tarif_final(golongan: Kolom, pejabat_negara: Kolom, *, p: Pembaca) -> Kolom:
    """Tarif PPh 21 final atas honorarium beban APBN atau APBD."""

    def cari(label: str) -> tuple[str, str]:
        return ("pph21_final", label.split("/")[0]) if label in KODE_PNS else ("pph21_final_pppk", label)

    tanpa = (golongan == 0) & (pejabat_negara == 0)
    tolak_baris(tanpa, "golongan", "wajib diisi kecuali bagi pejabat negara", tuple(KODE_GOLONGAN))
    hasil = menurut_golongan(p, "PPh 21 final", cari, golongan, pejabat_negara == 0, 100)
    if pejabat_negara.any():
        hasil = np.where(pejabat_negara > 0, p.persen("pph21_final", "pejabat_negara"), hasil)
    return hasil


@rumus(satuan="rupiah", berlaku="2011-01-01", dasar="PP 80/2010 Pasal 4")
def pph21_final(bruto: Kolom, tarif_final: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 final: bruto kali tarif final."""
    return bulatkan(p, bruto * tarif_final)


SKEMA: Mapping[str, Susunan] = MappingProxyType(
    {
        "pensiunan": PENSIUNAN,
        "bukan_pegawai": Susunan(
            "pph21_bukan_pegawai",
            {
                "imbalan": rupiah("imbalan"),
                "upah_tenaga_ahli": rupiah("upah_tenaga_ahli", 0),
                "material": rupiah("material", 0),
            },
            (dpp, pph21_bukan_pegawai),
        ),
        "sekali": Susunan("pph21_sekali", {"bruto": rupiah("bruto")}, (pph21_sekali,)),
        "penarikan_pensiun": Susunan(
            "pph21_penarikan_pensiun",
            {"penarikan": rupiah("penarikan"), "penarikan_sebelumnya": rupiah("penarikan_sebelumnya", 0)},
            (pph21_penarikan,),
        ),
        "harian": Susunan(
            "pph21_harian",
            {"upah": rupiah("upah"), "hari": bilangan("hari", 1, 366, bawaan=1)},
            (upah_sehari, tarif_harian, pph21_sehari, pph21_semua_hari),
        ),
        "gross_up": Susunan(
            "pph21_gross_up", {**BIDANG_STATUS, "gaji_neto": rupiah("gaji_neto")}, (bruto_pph, *bulanan.RUMUS)
        ),
        "final": Susunan(
            "pph21_final",
            {
                "golongan": pilihan("golongan", KODE_GOLONGAN),
                "pejabat_negara": ya("pejabat_negara"),
                "bruto": rupiah("bruto"),
            },
            (tarif_final, pph21_final),
        ),
    }
)
