"""Cuti tahunan: hak, sisa yang terbawa, jatah, dan hari yang dipakai."""

import numpy as np

from ..galat import tolak
from ..masukan import Kolom
from ..rumus import Pembaca, rumus
from ..tenggat.kolom import hari_kerja_antara
from .bidang import STATUS

BERLAKU = "2017-04-07"
DASAR = "PP 11/2017 jo. PP 17/2020; PP 49/2018"
YA_TIDAK = {1: "ya", 0: "tidak"}


def sel_status(p: Pembaca, kode: str, status: Kolom) -> Kolom:
    """Sel tabel {PNS, PPPK} tiap orang."""
    tabel = p.buku.tabel(kode)
    for nama, nomor in STATUS.items():
        if (status == nomor).any():
            p.catat(kode, nama)
    return np.array([0, *(int(tabel[nama]) for nama in STATUS)], dtype=np.int64)[status]


@rumus(satuan="putusan", berlaku=BERLAKU, dasar=DASAR, label=YA_TIDAK)
def berhak_tahunan(status: Kolom, masa_kerja: Kolom, terus_menerus: Kolom, *, p: Pembaca) -> Kolom:
    """Berhak cuti tahunan: sudah bekerja terus menerus selama masanya."""
    return terus_menerus * (masa_kerja >= sel_status(p, "cuti_tahunan_masa_kerja", status))


@rumus(satuan="hari kerja", berlaku=BERLAKU, dasar=DASAR)
def hak_tahunan(status: Kolom, berhak_tahunan: Kolom, guru: Kolom, *, p: Pembaca) -> Kolom:
    """Cuti tahunan tahun ini sebelum sisa tahun lalu.

    Guru menurut aturan zamannya: sebelum PP 17/2020 libur sekolah disamakan dengan cuti tahunan.
    """
    hak = sel_status(p, "cuti_tahunan_hari", status) * berhak_tahunan
    if guru.any() and not p.nilai("cuti_tahunan_guru"):
        return np.where(guru == 1, 0, hak)
    return hak


@rumus(satuan="hari kerja", berlaku=BERLAKU, dasar=DASAR)
def sisa_terbawa(
    status: Kolom, sisa_n1: Kolom, sisa_n2: Kolom, dua_tahun_utuh: Kolom, ditangguhkan: Kolom, *, p: Pembaca
) -> Kolom:
    """Sisa tahun-tahun lalu yang terbawa ke tahun ini.

    Biasanya sisa tahun lalu sampai batasnya. Bila dua tahun tidak dipakai sama sekali, atau tahun lalu
    ditangguhkan karena dinas mendesak, sampai jumlah cuti tahunannya mencapai batas yang lebih besar.
    """
    hasil = np.minimum(sisa_n1, sel_status(p, "cuti_terbawa_satu_tahun", status))
    for pilih, sisa, kode in (
        (ditangguhkan == 1, sisa_n1, "cuti_paling_banyak_ditangguhkan"),
        (dua_tahun_utuh == 1, sisa_n1 + sisa_n2, "cuti_paling_banyak_dua_tahun"),
    ):
        if pilih.any():
            batas = sel_status(p, kode, status) - sel_status(p, "cuti_tahunan_hari", status)
            hasil = np.where(pilih, np.maximum(hasil, np.minimum(sisa, batas)), hasil)
    return hasil


@rumus(satuan="hari kerja", berlaku=BERLAKU, dasar="PP 11/2017 Pasal 333", keyakinan="ingatan")
def tambahan_bersama(bersama_bertugas: Kolom, berhak_tahunan: Kolom, *, p: Pembaca) -> Kolom:
    """Tambahan cuti tahunan bagi yang bertugas saat cuti bersama.

    Hanya dalam tahun berjalan: tidak ikut terbawa ke tahun berikutnya.
    """
    if bersama_bertugas.any() and not p.nilai("cuti_bersama_menambah"):
        return np.zeros_like(bersama_bertugas)
    return bersama_bertugas * berhak_tahunan


@rumus(satuan="hari kerja", berlaku=BERLAKU, dasar=DASAR)
def jatah_tahunan(
    hak_tahunan: Kolom, sisa_terbawa: Kolom, tambahan_bersama: Kolom, cuti_besar: Kolom, *, p: Pembaca
) -> Kolom:
    """Cuti tahunan yang dapat dipakai tahun ini.

    Nol pada tahun cuti besar diambil.
    """
    jatah = hak_tahunan + sisa_terbawa + tambahan_bersama
    if cuti_besar.any() and p.nilai("cuti_besar_hapus_tahunan"):
        return np.where(cuti_besar == 1, 0, jatah)
    return jatah


@rumus(satuan="hari kerja", berlaku=BERLAKU, dasar=DASAR)
def sisa_tahunan(jatah_tahunan: Kolom, terpakai: Kolom, dipesan: Kolom, *, p: Pembaca) -> Kolom:
    """Sisa cuti tahunan sesudah yang terpakai dan yang sudah diajukan.

    Negatif = permohonan melebihi jatah.
    """
    return jatah_tahunan - terpakai - dipesan


@rumus(satuan="hari", berlaku=BERLAKU, dasar=DASAR)
def tambahan_tempat_sulit(tempat_sulit: Kolom, *, p: Pembaca) -> Kolom:
    """Tambahan hari kalender paling banyak untuk tempat yang sulit perhubungannya."""
    return tempat_sulit * p.nilai("cuti_tahunan_tempat_sulit")


@rumus(satuan="hari kerja", berlaku=BERLAKU, dasar=DASAR, keyakinan="ingatan")
def hari_cuti_tahunan(mulai: Kolom, selesai: Kolom, pekan: Kolom, *, p: Pembaca) -> Kolom:
    """Hari cuti tahunan yang terpakai dari tanggal sampai tanggal.

    Hari kerja unit saja: akhir pekan dan libur nasional tidak mengurangi jatah; cuti bersama menurut aturannya.
    """
    periksa_urut(mulai, selesai)
    libur_bersama = not p.nilai("cuti_bersama_mengurangi")
    return hari_kerja_antara(mulai, selesai, pekan, p, libur_bersama)


@rumus(satuan="hari", berlaku=BERLAKU, dasar=DASAR, keyakinan="ingatan")
def hari_cuti_kalender(mulai: Kolom, selesai: Kolom, *, p: Pembaca) -> Kolom:
    """Hari kalender cuti selain cuti tahunan, tanggal mulai dan selesai dihitung."""
    periksa_urut(mulai, selesai)
    return selesai - mulai + 1


def periksa_urut(mulai: Kolom, selesai: Kolom) -> None:
    """Cuti selesai tidak boleh mendahului mulainya. Galat: `MasukanTidakSah` menyebut barisnya."""
    salah = np.flatnonzero(selesai < mulai)
    if len(salah):
        raise tolak("selesai", "cuti selesai mendahului mulainya", ["mulai atau sesudahnya"], int(salah[0]))
