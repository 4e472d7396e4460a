"""Skema Peraturan BKN 8/2019: pendidikan, pelatihan menurut jenis jabatan, predikat, dan hukuman."""

import numpy as np

from ..bulat import bagi_setengah_ke_atas, ke_skala
from ..masukan import Kolom
from ..rumus import Pembaca, Susunan, rumus
from .bersama import indeks, kategori
from .bidang import BIDANG_PERBAN8, HUKDIS, JABATAN, PENDIDIKAN, PREDIKAT, SKALA

_BERLAKU = "2019-01-01"
_PASAL8 = "Peraturan BKN 8/2019 Pasal 8"


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar="Peraturan BKN 8/2019")
def kualifikasi(pendidikan: Kolom, *, p: Pembaca) -> Kolom:
    """Kualifikasi menurut pendidikan terakhir."""
    return p.petik("ip_asn_p8_kualifikasi", PENDIDIKAN, pendidikan, skala=SKALA)


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_PASAL8)
def komp_kepemimpinan(jabatan: Kolom, diklat_pim: Kolom, *, p: Pembaca) -> Kolom:
    """Diklat kepemimpinan yang sesuai jabatan."""
    return diklat_pim * p.petik("ip_asn_p8_kompetensi", JABATAN, jabatan, ".kepemimpinan", SKALA)


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_PASAL8)
def komp_fungsional(jabatan: Kolom, diklat_fungsional: Kolom, *, p: Pembaca) -> Kolom:
    """Diklat fungsional."""
    return diklat_fungsional * p.petik("ip_asn_p8_kompetensi", JABATAN, jabatan, ".fungsional", SKALA)


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_PASAL8)
def komp_teknis(jabatan: Kolom, diklat_teknis_jp: Kolom, *, p: Pembaca) -> Kolom:
    """Diklat teknis.

    Penuh bila jam mencapai batas; di bawah batas nol, atau sebanding bila sakelarnya menyala.
    Bagian sebanding dibulatkan HALF_UP ke dua desimal.
    """
    penuh = p.petik("ip_asn_p8_kompetensi", JABATAN, jabatan, ".teknis", SKALA)
    batas = p.nilai("ip_asn_p8_jp_penuh")
    sebagian = (diklat_teknis_jp > 0) & (diklat_teknis_jp < batas)
    # sakelar yang tidak pasti dibaca hanya bila menentukan, supaya jejak tidak ragu tanpa sebab
    if sebagian.any() and p.nilai("ip_asn_p8_jp_proporsional"):
        jam = np.minimum(diklat_teknis_jp, batas)
        return bagi_setengah_ke_atas(penuh * jam, np.int64(batas))
    return np.where(diklat_teknis_jp >= batas, penuh, 0)


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_PASAL8)
def komp_seminar(jabatan: Kolom, seminar: Kolom, *, p: Pembaca) -> Kolom:
    """Seminar, lokakarya, magang, atau kursus."""
    return seminar * p.petik("ip_asn_p8_kompetensi", JABATAN, jabatan, ".seminar", SKALA)


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar=_PASAL8)
def kompetensi(
    komp_kepemimpinan: Kolom, komp_fungsional: Kolom, komp_teknis: Kolom, komp_seminar: Kolom, *, p: Pembaca
) -> Kolom:
    """Kompetensi."""
    return komp_kepemimpinan + komp_fungsional + komp_teknis + komp_seminar


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar="Peraturan BKN 8/2019")
def kinerja(predikat: Kolom, nilai_skp: Kolom, *, p: Pembaca) -> Kolom:
    """Kinerja.

    Menurut predikat; bila tidak ada predikat, menurut nilai SKP (-1 = tidak ada).
    """
    hasil = p.petik("ip_asn_p8_kinerja", PREDIKAT, predikat, skala=SKALA)
    pakai_nilai = (predikat == 0) & (nilai_skp >= 0)
    if not pakai_nilai.any():
        return hasil
    menurut_nilai = np.zeros_like(hasil)
    for di_atas, poin in sorted(p.tabel("ip_asn_p8_kinerja_nilai").items(), key=lambda b: int(b[0])):
        menurut_nilai[nilai_skp > ke_skala(di_atas, SKALA)] = ke_skala(poin, SKALA)
    return np.where(pakai_nilai, menurut_nilai, hasil)


@rumus(satuan="poin", skala=SKALA, berlaku=_BERLAKU, dasar="Peraturan BKN 8/2019")
def disiplin(hukdis: Kolom, *, p: Pembaca) -> Kolom:
    """Disiplin menurut hukuman terberat dalam masa yang dihitung."""
    return p.petik("ip_asn_p8_disiplin", HUKDIS, hukdis, skala=SKALA)


SUSUNAN = Susunan(
    "ip_asn_perban8_2019",
    BIDANG_PERBAN8,
    (
        kualifikasi,
        komp_kepemimpinan,
        komp_fungsional,
        komp_teknis,
        komp_seminar,
        kompetensi,
        kinerja,
        disiplin,
        indeks,
        kategori,
    ),
)
