"""Angka kredit jabatan fungsional: konversi predikat, kebutuhan, kelebihan, integrasi, dan saat pindah jabatan.

Angka kredit berdesimal dua, disimpan pada skala 100: 18,75 = 1875. Naik jenjang mengembalikan angka kredit ke 0;
di dalam satu jenjang kelebihan tetap ada. Dasar: PermenPANRB 1/2023; Peraturan BKN 3/2023.
"""

from collections.abc import Sequence
from types import MappingProxyType

import numpy as np

from .bulat import bagi_ke_atas, bagi_setengah_ke_atas, ke_skala
from .galat import tolak
from .golongan import GOLONGAN_KODE, KODE_PNS
from .ip_asn.bidang import PREDIKAT
from .masukan import Kolom, bilangan, pilihan, ya
from .rumus import TIDAK_ADA, Pembaca, Susunan, rumus

SKALA = 100
AK_TERBANYAK = 10_000 * SKALA  # batas kewarasan masukan, bukan aturan
JENJANG = MappingProxyType(
    {"Pemula": 1, "Terampil": 2, "Mahir": 3, "Penyelia": 4}
    | {"Ahli Pertama": 5, "Ahli Muda": 6, "Ahli Madya": 7, "Ahli Utama": 8}
)
_NAMA = {kode: nama for nama, kode in JENJANG.items()}
_BERLAKU = "2023-01-01"
_DASAR = "PermenPANRB 1/2023; Peraturan BKN 3/2023"


def _sel(p: Pembaca, kode: str, jenjang: Kolom, kosong: int | None = None) -> Kolom:
    """Sel tabel per jenjang pada skala 100; jenjang tanpa sel mendapat `kosong` atau ditolak."""
    tabel = p.buku.tabel(kode)
    hasil = np.zeros_like(jenjang)
    for nomor in np.unique(jenjang):
        nama = _NAMA[int(nomor)]
        nilai = ke_skala(tabel[nama], SKALA) if nama in tabel else kosong
        if nilai is None:
            baris = int(np.flatnonzero(jenjang == nomor)[0])
            raise tolak("jenjang", f"jenjang {nama} tidak mempunyai nilai ini", tabel, baris)
        hasil[jenjang == nomor] = nilai
    satu = _NAMA[int(jenjang[0])] if len(jenjang) == 1 else None
    p.catat(kode, satu if satu in tabel else None)
    return hasil


@rumus(satuan="angka kredit", skala=SKALA, berlaku=_BERLAKU, dasar=_DASAR)
def koefisien(jenjang: Kolom, *, p: Pembaca) -> Kolom:
    """Angka kredit setahun dengan predikat Baik."""
    return _sel(p, "ak_koefisien", jenjang)


@rumus(satuan="persen", berlaku=_BERLAKU, dasar=_DASAR)
def persen_predikat(predikat: Kolom, *, p: Pembaca) -> Kolom:
    """Bagian koefisien menurut predikat."""
    tabel = p.buku.tabel("ak_persen_predikat")
    nama = {kode: n for n, kode in PREDIKAT.items()}
    p.catat("ak_persen_predikat", nama[int(predikat[0])] if len(predikat) == 1 else None)
    return np.array([0, *(int(tabel[n]) for n in PREDIKAT)], dtype=np.int64)[predikat]


@rumus(satuan="angka kredit", skala=SKALA, berlaku=_BERLAKU, dasar=_DASAR)
def ak_konversi(koefisien: Kolom, persen_predikat: Kolom, bulan: Kolom, *, p: Pembaca) -> Kolom:
    """Angka kredit dari predikat.

    Bulan dibagi 12 kali persen predikat kali koefisien; dua desimal, HALF_UP sekali di akhir.
    """
    return bagi_setengah_ke_atas(koefisien * persen_predikat * bulan, np.int64(100 * 12))


@rumus(satuan="angka kredit", skala=SKALA, berlaku=_BERLAKU, dasar=_DASAR)
def kebutuhan_pangkat(jenjang: Kolom, *, p: Pembaca) -> Kolom:
    """Angka kredit yang diperlukan untuk naik pangkat."""
    return _sel(p, "ak_kebutuhan_pangkat", jenjang)


@rumus(satuan="angka kredit", skala=SKALA, berlaku=_BERLAKU, dasar=_DASAR)
def kebutuhan_jenjang(jenjang: Kolom, *, p: Pembaca) -> Kolom:
    """Angka kredit yang diperlukan untuk naik jenjang.

    TIDAK_ADA pada jenjang puncak (Penyelia dan Ahli Utama).
    """
    return _sel(p, "ak_kebutuhan_jenjang", jenjang, kosong=TIDAK_ADA)


@rumus(satuan="angka kredit", skala=SKALA, berlaku=_BERLAKU, dasar=_DASAR)
def kelebihan_pangkat(ak: Kolom, kebutuhan_pangkat: Kolom, *, p: Pembaca) -> Kolom:
    """Kelebihan angka kredit dari kebutuhan pangkat.

    Negatif = kekurangan. Kelebihan tetap ada selama jenjangnya sama.
    """
    return ak - kebutuhan_pangkat


@rumus(satuan="putusan", berlaku=_BERLAKU, dasar=_DASAR, label={1: "cukup", 0: "kurang"})
def cukup_pangkat(kelebihan_pangkat: Kolom, *, p: Pembaca) -> Kolom:
    """Cukup atau kurang untuk naik pangkat."""
    return (kelebihan_pangkat >= 0).astype(np.int64)


@rumus(satuan="tahun", berlaku=_BERLAKU, dasar=_DASAR)
def tahun_perlu(
    kebutuhan_pangkat: Kolom, ak: Kolom, koefisien: Kolom, persen_predikat: Kolom, *, p: Pembaca
) -> Kolom:
    """Tahun penuh sampai angka kredit cukup.

    Dengan predikat yang sama setiap tahun; dibulatkan ke atas ke tahun penuh, paling sedikit 0.
    """
    kurang = np.maximum(0, kebutuhan_pangkat - ak)
    return bagi_ke_atas(kurang * 100, koefisien * persen_predikat)


@rumus(satuan="angka kredit", skala=SKALA, berlaku=_BERLAKU, dasar="Peraturan BKN 3/2023")
def ak_integrasi(konvensional: Kolom, jenjang: Kolom, *, p: Pembaca) -> Kolom:
    """Angka kredit sesudah integrasi: konvensional dikurangi nilai dasar jenjangnya."""
    hasil = konvensional - _sel(p, "ak_nilai_dasar", jenjang)
    if (hasil < 0).any():
        raise tolak(
            "konvensional",
            "angka kredit konvensional di bawah nilai dasar jenjangnya",
            ["angka kredit jenjang itu"],
            int(np.flatnonzero(hasil < 0)[0]),
        )
    return hasil


@rumus(satuan="angka kredit", skala=SKALA, berlaku=_BERLAKU, dasar="Peraturan BKN 3/2023, Lampiran")
def ak_dasar(jenjang: Kolom, golongan: Kolom, *, p: Pembaca) -> Kolom:
    """Angka kredit dasar saat masuk jabatan fungsional, menurut golongan."""
    tabel = p.buku.tabel("ak_dasar")
    hasil = np.zeros_like(jenjang)
    for j, g in np.unique(np.stack([jenjang, golongan], axis=1), axis=0).tolist():
        pilih = (jenjang == j) & (golongan == g)
        sel = f"{_NAMA[j]}.{GOLONGAN_KODE[g]}"
        if sel not in tabel:
            boleh = [k.split(".")[1] for k in tabel if k.startswith(f"{_NAMA[j]}.")]
            raise tolak("golongan", f"golongan itu di luar jenjang {_NAMA[j]}", boleh, int(np.argmax(pilih)))
        hasil[pilih] = ke_skala(tabel[sel], SKALA)
        p.catat("ak_dasar", sel)
    return hasil


@rumus(satuan="tahun", berlaku=_BERLAKU, dasar="Peraturan BKN 3/2023, Lampiran")
def tahun_dihitung(tahun_pangkat: Kolom, pangkat_puncak: Kolom, *, p: Pembaca) -> Kolom:
    """Tahun dalam pangkat yang dihitung saat pindah.

    Dibatasi hanya bagi yang sudah di pangkat tertinggi jabatan administrasinya.
    """
    batas = p.nilai("ak_tahun_pindah_maks") if pangkat_puncak.any() else 0
    return np.where(pangkat_puncak == 1, np.minimum(tahun_pangkat, batas), tahun_pangkat)


@rumus(satuan="angka kredit", skala=SKALA, berlaku=_BERLAKU, dasar="Peraturan BKN 3/2023, Lampiran")
def ak_konversi_pindah(
    koefisien: Kolom, persen_predikat: Kolom, tahun_dihitung: Kolom, *, p: Pembaca
) -> Kolom:
    """Angka kredit konversi saat pindah: tahun dihitung kali koefisien kali persen predikat.

    Dua desimal, HALF_UP sekali di akhir.
    """
    return bagi_setengah_ke_atas(koefisien * persen_predikat * tahun_dihitung, np.int64(100))


@rumus(satuan="angka kredit", skala=SKALA, berlaku=_BERLAKU, dasar="Peraturan BKN 3/2023, Lampiran")
def ak_pindah(ak_dasar: Kolom, ak_konversi_pindah: Kolom, *, p: Pembaca) -> Kolom:
    """Angka kredit saat diangkat ke jabatan fungsional: dasar ditambah konversi."""
    return ak_dasar + ak_konversi_pindah


@rumus(satuan="angka kredit", skala=SKALA, berlaku=_BERLAKU, dasar="PermenPANRB 1/2023", keyakinan="ingatan")
def ak_pendidikan(kebutuhan_pangkat: Kolom, *, p: Pembaca) -> Kolom:
    """Angka kredit dari ijazah yang lebih tinggi.

    Bagian kebutuhan pangkat berikutnya; dua desimal, HALF_UP.
    """
    return bagi_setengah_ke_atas(kebutuhan_pangkat * p.nilai("ak_pendidikan_persen"), np.int64(100))


SUSUNAN = Susunan(
    "angka_kredit",
    {
        "jenjang": pilihan("jenjang", JENJANG, wajib=True),
        "predikat": pilihan("predikat", PREDIKAT, wajib=True),
        "bulan": bilangan("bulan", 1, 12),
        "ak": bilangan("ak", 0, AK_TERBANYAK, bawaan=0, skala=SKALA),
        "konvensional": bilangan("konvensional", 0, AK_TERBANYAK, skala=SKALA),
        "golongan": pilihan("golongan", KODE_PNS, wajib=True),
        "tahun_pangkat": bilangan("tahun_pangkat", 0, 60),
        "pangkat_puncak": ya("pangkat_puncak"),
    },
    (
        koefisien,
        persen_predikat,
        ak_konversi,
        kebutuhan_pangkat,
        kebutuhan_jenjang,
        kelebihan_pangkat,
        cukup_pangkat,
        tahun_perlu,
        ak_integrasi,
        ak_dasar,
        tahun_dihitung,
        ak_konversi_pindah,
        ak_pindah,
        ak_pendidikan,
    ),
)


def akumulasi(bagian: Sequence[tuple[str, int]]) -> int:
    """Angka kredit terkumpul (skala 100) dari bagian (jenjang, angka kredit) yang urut waktu.

    Naik jenjang mengembalikan jumlah ke 0; dalam satu jenjang kelebihannya tetap. Dasar: Peraturan BKN 3/2023.
    Galat: `MasukanTidakSah` (bagian negatif, jenjang asing).
    """
    jumlah, kini = 0, ""
    for baris, (jenjang, ak) in enumerate(bagian):
        if jenjang and jenjang not in JENJANG:
            raise tolak("jenjang", f"jenjang '{jenjang}' tidak dikenal", JENJANG, baris)
        if ak < 0:
            raise tolak("ak", "angka kredit negatif", ["0 ke atas"], baris)
        jumlah = ak if jenjang != kini else jumlah + ak
        kini = jenjang
    return jumlah
