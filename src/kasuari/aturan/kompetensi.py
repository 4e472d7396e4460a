"""Pengembangan kompetensi dalam JP, kesenjangan kompetensi, dan kesesuaian orang dengan jabatan (JPM).

Dasar: PP 11/2017 jo. PP 17/2020; Peraturan LAN 10/2018 dan 15/2020; PermenPANRB 38/2017; Peraturan BKN 26/2019.
Satu JP 45 menit.
"""

from types import MappingProxyType

import numpy as np

from .bulat import bagi_setengah_ke_atas
from .galat import tolak
from .masukan import Kolom, bilangan, pilihan
from .rumus import TIDAK_ADA, Pembaca, Susunan, rumus

SKALA_JPM = 10  # satu desimal
JP_TERBANYAK = 10_000  # batas kewarasan masukan, bukan aturan
TINGKAT = (1, 5)
JENIS = MappingProxyType({"PNS": 1, "PPPK": 2})
JENJANG = MappingProxyType(
    {"jpt_utama": 1, "jpt_madya": 2, "jpt_pratama": 3, "administrator": 4, "pengawas": 5, "pelaksana": 6}
    | {"ahli_utama": 7, "ahli_madya": 8, "ahli_muda": 9, "ahli_pertama": 10}
    | {"penyelia": 11, "mahir": 12, "terampil": 13, "pemula": 14}
)
KATEGORI = MappingProxyType({"kurang optimal": 1, "cukup optimal": 2, "optimal": 3})
_LAN = "Peraturan LAN 10/2018"


@rumus(satuan="JP", berlaku="2018-01-01", dasar=_LAN)
def jp_diakui(jenis_diklat: Kolom, jam_sertifikat: Kolom, banyak: Kolom, *, p: Pembaca) -> Kolom:
    """JP satu kegiatan yang diakui.

    Jam pada sertifikat bila ada; selainnya `banyak` (hari, sesi, kegiatan, atau penugasan) kali JP kelompoknya.
    TIDAK_ADA bila tidak ada jam dan jenis itu tidak dapat dikonversi: minta sertifikat yang menyebut jam.
    """
    hasil = np.where(jam_sertifikat > 0, jam_sertifikat, TIDAK_ADA)
    tanpa_jam = jam_sertifikat == 0
    if not tanpa_jam.any():
        return hasil
    kelompok, jp = p.tabel("bangkom_jenis_kegiatan"), p.tabel("bangkom_konversi_jp")
    for nomor in np.unique(jenis_diklat[tanpa_jam]):
        if (nama := kelompok.get(str(nomor))) is not None:
            pilih = tanpa_jam & (jenis_diklat == nomor)
            hasil[pilih] = banyak[pilih] * int(jp[nama])
    return hasil


@rumus(satuan="JP", berlaku="2017-04-07", dasar="PP 11/2017 jo. PP 17/2020; Peraturan LAN 15/2020")
def jp_dihitung(jenis_asn: Kolom, jp_setahun: Kolom, *, p: Pembaca) -> Kolom:
    """JP setahun yang dihitung.

    Bagi PPPK dibatasi jam paling banyak; batas itu bukan sasaran.
    """
    hasil = jp_setahun.copy()
    for jenis, nomor in JENIS.items():
        pilih = jenis_asn == nomor
        if pilih.any() and jenis in p.buku.tabel("bangkom_jp_paling_banyak"):
            p.catat("bangkom_jp_paling_banyak", jenis)
            hasil[pilih] = np.minimum(jp_setahun[pilih], p.buku.tabel("bangkom_jp_paling_banyak")[jenis])
    return hasil


@rumus(satuan="JP", berlaku="2017-04-07", dasar="PP 11/2017 jo. PP 17/2020 Pasal 203")
def jp_kurang(jenis_asn: Kolom, jp_setahun: Kolom, *, p: Pembaca) -> Kolom:
    """JP yang masih kurang dari kewajiban setahun."""
    wajib = p.buku.tabel("bangkom_jp_setahun")
    for jenis, nomor in JENIS.items():
        if (jenis_asn == nomor).any():
            p.catat("bangkom_jp_setahun", jenis)
    batas = np.array([0, *(wajib[j] for j in JENIS)], dtype=np.int64)[jenis_asn]
    return np.maximum(0, batas - jp_setahun)


@rumus(
    satuan="putusan",
    berlaku="2017-04-07",
    dasar="PP 11/2017 jo. PP 17/2020 Pasal 203",
    label={1: "terpenuhi", 0: "belum"},
)
def jp_terpenuhi(jp_kurang: Kolom, *, p: Pembaca) -> Kolom:
    """Apakah kewajiban JP setahun terpenuhi."""
    return (jp_kurang == 0).astype(np.int64)


@rumus(satuan="tingkat", berlaku="2017-01-01", dasar="PermenPANRB 38/2017")
def level_syarat(jenjang_jabatan: Kolom, *, p: Pembaca) -> Kolom:
    """Tingkat kompetensi yang disyaratkan jenjang jabatan."""
    tabel = p.buku.tabel("kompetensi_level")
    nama = {kode: n for n, kode in JENJANG.items()}
    p.catat("kompetensi_level", nama[int(jenjang_jabatan[0])] if len(jenjang_jabatan) == 1 else None)
    return np.array([0, *(int(tabel[n]) for n in JENJANG)], dtype=np.int64)[jenjang_jabatan]


@rumus(satuan="tingkat", berlaku="2017-01-01", dasar="PermenPANRB 38/2017")
def kesenjangan(level_dimiliki: Kolom, level_syarat: Kolom, *, p: Pembaca) -> Kolom:
    """Tingkat yang dimiliki dikurangi tingkat yang disyaratkan.

    Negatif = kebutuhan pengembangan.
    """
    return level_dimiliki - level_syarat


@rumus(satuan="tingkat", berlaku="2017-01-01", dasar="PermenPANRB 38/2017")
def level_dihitung(level_dimiliki: Kolom, level_syarat: Kolom, *, p: Pembaca) -> Kolom:
    """Tingkat yang masuk hitungan kesesuaian.

    Dibatasi setinggi syaratnya bila daerah memilih begitu; pilihan itu dibaca hanya bila menentukan.
    """
    lebih = level_dimiliki > level_syarat
    if lebih.any() and p.nilai("kompetensi_jpm_batasi"):
        return np.minimum(level_dimiliki, level_syarat)
    return level_dimiliki


@rumus(
    satuan="persen", skala=SKALA_JPM, berlaku="2019-01-01", dasar="Peraturan BKN 26/2019", keyakinan="ingatan"
)
def jpm(jumlah_dihitung: Kolom, jumlah_syarat: Kolom, *, p: Pembaca) -> Kolom:
    """Kesesuaian orang dengan jabatan.

    Jumlah tingkat yang dihitung dibagi jumlah tingkat yang disyaratkan; persen satu desimal, HALF_UP.
    """
    return bagi_setengah_ke_atas(jumlah_dihitung * 100 * SKALA_JPM, jumlah_syarat)


@rumus(
    satuan="kategori",
    berlaku="2019-01-01",
    dasar="Peraturan BKN 26/2019",
    label={kode: nama for nama, kode in KATEGORI.items()},
)
def kategori_jpm(jpm: Kolom, *, p: Pembaca) -> Kolom:
    """Kategori kesesuaian dari nilai yang tampil (satu desimal)."""
    hasil = np.zeros_like(jpm)
    for nama, mulai in sorted(p.tabel("kompetensi_jpm_kategori").items(), key=lambda b: int(b[1])):
        hasil[jpm >= int(mulai) * SKALA_JPM] = KATEGORI[nama]
    return hasil


SUSUNAN = Susunan(
    "kompetensi",
    {
        "jenis_diklat": bilangan("jenis_diklat", 1, 25),
        "jam_sertifikat": bilangan("jam_sertifikat", 0, JP_TERBANYAK, bawaan=0),
        "banyak": bilangan("banyak", 0, JP_TERBANYAK, bawaan=0),
        "jenis_asn": pilihan("jenis_asn", JENIS, wajib=True),
        "jp_setahun": bilangan("jp_setahun", 0, JP_TERBANYAK),
        "jenjang_jabatan": pilihan("jenjang_jabatan", JENJANG, wajib=True),
        "level_dimiliki": bilangan("level_dimiliki", 0, TINGKAT[1]),
        "jumlah_dihitung": bilangan("jumlah_dihitung", 0, JP_TERBANYAK),
        "jumlah_syarat": bilangan("jumlah_syarat", 1, JP_TERBANYAK),
    },
    (
        jp_diakui,
        jp_dihitung,
        jp_kurang,
        jp_terpenuhi,
        level_syarat,
        kesenjangan,
        level_dihitung,
        jpm,
        kategori_jpm,
    ),
)


def jumlah_level(
    dimiliki: Kolom, syarat: Kolom, orang: Kolom, banyak: int, batasi: bool
) -> tuple[Kolom, Kolom]:
    """(tingkat dihitung, tingkat disyaratkan) tiap orang, dijumlah atas kompetensinya.

    Larik sejajar: satu sel satu kompetensi satu orang; `orang` = nomor 0..`banyak`-1. `batasi`: sel yang melebihi
    syarat dihitung setinggi syaratnya (`kompetensi_jpm_batasi`). Galat: `MasukanTidakSah`.
    """
    for nama, kolom, bawah in (("actual", dimiliki, 0), ("standard", syarat, TINGKAT[0])):
        salah = np.flatnonzero((kolom < bawah) | (kolom > TINGKAT[1]))
        if len(salah):
            raise tolak(nama, f"tingkat {kolom[salah[0]]}", [f"{bawah} sampai {TINGKAT[1]}"], int(salah[0]))
    if len(dimiliki) != len(syarat):
        raise tolak("actual", "banyak kompetensi berbeda dengan standarnya", [f"{len(syarat)} tingkat"])
    dihitung, diminta = (np.zeros(banyak, dtype=np.int64) for _ in range(2))
    np.add.at(dihitung, orang, np.minimum(dimiliki, syarat) if batasi else dimiliki)
    np.add.at(diminta, orang, syarat)
    return dihitung, diminta
