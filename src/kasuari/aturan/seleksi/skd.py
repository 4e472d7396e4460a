"""Seleksi kompetensi dasar (SKD): nilai tertinggi, nilai ambang, dan jendela peserta SKB."""

from collections.abc import Mapping

import numpy as np

from ..buku import Buku
from ..galat import Cacat, MasukanTidakSah
from ..masukan import Kolom, bilangan, pilihan
from ..rumus import Pembaca, Rumus, Susunan, rumus
from .peringkat import peringkat

BAGIAN = ("twk", "tiu", "tkp")
JALUR = {
    "umum": 1,
    "putra_putri_kalimantan": 2,
    "cumlaude": 3,
    "diaspora": 4,
    "disabilitas": 5,
    "putra_putri_papua": 6,
    "daerah_tertinggal": 7,
}
JALUR_KEDINASAN = {"umum": 1, "afirmasi": 2}
KEHADIRAN = {"hadir": 1, "tidak_hadir": 2, "diskualifikasi": 3}
HASIL_SKD = {"TL": 1, "P": 2, "P/L": 3, "TH": 4, "DIS": 5}
_YA = {0: "tidak", 1: "ya"}
_DASAR = "PermenPANRB 6/2024; KepmenPANRB 321/2024"
_KEWAJARAN = 1000  # batas isian saja; nilai tertinggi yang mengikat dibaca dari parameter


def nilai_tertinggi_skd(buku: Buku) -> dict[str, int]:
    """Nilai tertinggi tiap bagian dan seluruhnya: banyak soal kali nilai tiap soal."""
    butir = buku.tabel("seleksi_skd_butir")
    hasil = {b: butir[f"soal.{b}"] * butir["nilai_soal"] for b in BAGIAN}
    return {**hasil, "total": sum(hasil.values())}


@rumus(satuan="nilai", berlaku="2021-01-01", dasar=_DASAR)
def total_skd(twk: Kolom, tiu: Kolom, tkp: Kolom, *, p: Pembaca) -> Kolom:
    """Nilai SKD kumulatif: TWK + TIU + TKP.

    Galat: `MasukanTidakSah` menyebut baris dan bagian yang melebihi nilai tertingginya.
    """
    tertinggi = nilai_tertinggi_skd(p.buku)
    p.catat("seleksi_skd_butir")
    cacat = [
        Cacat(bagian, f"{kolom[i]} melebihi nilai tertinggi", (f"0 sampai {tertinggi[bagian]}",), int(i))
        for bagian, kolom in zip(BAGIAN, (twk, tiu, tkp), strict=True)
        for i in np.flatnonzero(kolom > tertinggi[bagian])
    ]
    if cacat:
        raise MasukanTidakSah(cacat)
    return twk + tiu + tkp


def penuhi(ambang: Mapping[str, int], nilai: Mapping[str, Kolom]) -> Kolom:
    """1 bila setiap nilai mencapai ambangnya (tepat di ambang berarti lulus); kunci: twk, tiu, tkp, total."""
    hasil = np.ones(len(nilai["total"]), dtype=np.int64)
    for bagian, batas in ambang.items():
        hasil &= nilai[bagian] >= batas
    return hasil


def _ambang(kode: str, jalur_kode: Mapping[str, int]) -> Rumus:
    @rumus(satuan="putusan", label=_YA, berlaku="2021-01-01", dasar=_DASAR)
    def lulus_ambang(
        jalur: Kolom, twk: Kolom, tiu: Kolom, tkp: Kolom, total_skd: Kolom, *, p: Pembaca
    ) -> Kolom:
        """Apakah mencapai semua nilai ambang jalurnya; tepat di ambang berarti lulus."""
        nilai = {"twk": twk, "tiu": tiu, "tkp": tkp, "total": total_skd}
        tabel = p.tabel(kode)
        hasil = np.zeros(len(jalur), dtype=np.int64)
        for nama, nomor in jalur_kode.items():
            if (pilih := jalur == nomor).any():
                ambang = {b: tabel[k] for b in nilai if (k := f"{nama}.{b}") in tabel}
                hasil[pilih] = penuhi(ambang, {b: kolom[pilih] for b, kolom in nilai.items()})
        return hasil

    return lulus_ambang


def _susunan(nama: str, kode: str, jalur_kode: Mapping[str, int]) -> Susunan:
    bidang = {b: bilangan(b, 0, _KEWAJARAN) for b in BAGIAN}
    return Susunan(
        nama,
        {"jalur": pilihan("jalur", jalur_kode, wajib=True), **bidang},
        (total_skd, _ambang(kode, jalur_kode)),
    )


SUSUNAN_CPNS = _susunan("seleksi_skd", "seleksi_skd_ambang", JALUR)
SUSUNAN_KEDINASAN = _susunan("seleksi_skd_kedinasan", "seleksi_skd_ambang_kedinasan", JALUR_KEDINASAN)


def jendela_skb(
    kelompok: Kolom, lulus: Kolom, nilai: Mapping[str, Kolom], tempat: Kolom, buku: Buku
) -> Kolom:
    """1 bagi yang lulus ambang dan berada dalam `tempat` peringkat teratas kelompoknya, selainnya 0.

    `nilai`: kolom total, tkp, tiu, twk. `tempat`: banyak tempat kelompok tiap baris (formasi dikali
    `seleksi_kali_formasi`). Yang sama pada semua penentu di tempat terakhir ikut semua, sebab peringkat
    mereka sama. Peringkat dihitung di antara yang lulus saja.
    """
    hasil = np.zeros(len(kelompok), dtype=np.int64)
    ikut = np.flatnonzero(lulus)
    if len(ikut):
        penentu = [nilai[k][ikut] for k in buku.nilai("seleksi_skd_urutan")]
        hasil[ikut] = peringkat(kelompok[ikut], penentu) <= tempat[ikut]
    return hasil


def hasil_skd(hadir: Kolom, lulus: Kolom, masuk: Kolom) -> Kolom:
    """Kode HASIL_SKD: TH, DIS, TL, P, atau P/L dari kehadiran (KEHADIRAN), lulus ambang, dan jendela SKB."""
    hasil = np.where(lulus == 1, np.where(masuk == 1, HASIL_SKD["P/L"], HASIL_SKD["P"]), HASIL_SKD["TL"])
    hasil = np.where(hadir == KEHADIRAN["tidak_hadir"], HASIL_SKD["TH"], hasil)
    return np.where(hadir == KEHADIRAN["diskualifikasi"], HASIL_SKD["DIS"], hasil).astype(np.int64)
