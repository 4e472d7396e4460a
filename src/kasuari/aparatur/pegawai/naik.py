"""Kapan pangkat berikutnya, bagi banyak orang sekaligus: jalannya menurut jenis jabatan, syaratnya dari `aturan.pangkat`.

Pelaksana naik reguler, pejabat struktural menurut rentang eselonnya, pejabat fungsional menurut angka kreditnya.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from kasuari.aparatur.pegawai.berikut import hitung_baris
from kasuari.aturan import pangkat
from kasuari.aturan.angka_kredit import JENJANG, SKALA
from kasuari.aturan.buku import Buku
from kasuari.aturan.eselon import ESELON
from kasuari.aturan.golongan import KODE_PNS
from kasuari.aturan.masukan import dari_hari, ke_hari

STRUKTURAL = ("jpt", "administrator", "pengawas")
REGULER_, STRUKTURAL_, FUNGSIONAL_ = "reguler", "struktural", "fungsional"
# jalur -> (besaran TMT, syarat yang menahan tanggalnya). Predikat, ujian, dan berkas ditimbang saat diusulkan.
_TAHAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        REGULER_: ("tmt_reguler", "syarat_puncak_ijazah"),
        STRUKTURAL_: ("tmt_struktural", "syarat_rentang_eselon"),
        FUNGSIONAL_: ("tmt_fungsional", "syarat_jenjang", "syarat_angka_kredit"),
    }
)
KURANG_AK = "ak"


class Naik(NamedTuple):
    """Seorang PNS bagi hitungan pangkat: pangkatnya, ijazah tertinggi, jabatannya, dan angka kredit terakhirnya.

    `jabatan`: (jenis, jenjang, nama). Yang kosong atau None belum tercatat.
    """

    golongan: str
    tmt: date | None
    ijazah: str
    jabatan: tuple[str, str, str]
    eselon: str = ""
    tmt_jabatan: date | None = None
    ak: Decimal | None = None
    jenjang_ak: str = ""


class NaikBerikut(NamedTuple):
    """`hari`: TMT paling awal, atau None. `kurang`: kode fakta yang belum ada; kosong bila tidak ada yang dapat naik."""

    hari: date | None
    kurang: str = ""


def jalur_pangkat(jenis_jabatan: str, buku: Buku) -> str:
    """Jalur `aturan.pangkat` bagi satu jenis jabatan, atau kosong bila jabatannya tidak dikenal."""
    if jenis_jabatan in {str(j) for j in buku.nilai("kp_reguler_jabatan")}:
        return REGULER_
    if jenis_jabatan in STRUKTURAL:
        return STRUKTURAL_
    return FUNGSIONAL_ if jenis_jabatan == "fungsional" else ""


def jenjang_cocok(jenjang_ak: str, jenjang: str, jabatan: str) -> bool:
    """Angka kredit dikumpulkan di jenjang jabatannya yang sekarang; posnya dapat menyebut jenjang pada namanya saja."""
    return jenjang_ak.lower() in (jenjang or jabatan).lower()


def pangkat_berikut(orang: Sequence[Naik | None], buku: Buku) -> list[NaikBerikut]:
    """TMT paling awal kenaikan pangkat tiap PNS, atau fakta yang belum ada. None: bukan PNS.

    Tanpa tanggal dan tanpa kekurangan: sudah di puncak ijazah, eselon, atau jenjangnya. Dasar: PP 99/2000 jo. PP
    12/2002; PP 100/2000 jo. PP 13/2002; PermenPANRB 1/2023.
    """
    hasil = [NaikBerikut(None)] * len(orang)
    kelompok: dict[str, list[int]] = {}
    for n, x in enumerate(orang):
        if x is None:
            continue
        cara = jalur_pangkat(x.jabatan[0], buku)
        if kurang := _kurang(x, cara):
            hasil[n] = NaikBerikut(None, kurang)
        elif x.golongan in KODE_PNS:
            kelompok.setdefault(cara, []).append(n)
    for cara, nomor in kelompok.items():
        pilih: list[Any] = [orang[n] for n in nomor]
        baris = hitung_baris(pangkat.SUSUNAN, _masukan(cara, pilih), buku, _TAHAN[cara])
        for n, isi in zip(nomor, baris, strict=True):
            hasil[n] = _putus(isi)
    return hasil


def _kurang(x: Naik, cara: str) -> str:
    """Kode fakta pertama yang belum ada bagi jalurnya."""
    perlu: dict[str, tuple[tuple[str, bool], ...]] = {
        REGULER_: (("ijazah", bool(x.ijazah)),),
        STRUKTURAL_: (("eselon", x.eselon in ESELON), ("tmt_jabatan", x.tmt_jabatan is not None)),
        FUNGSIONAL_: (
            ("pak", x.ak is not None),
            ("jenjang", jenjang_cocok(x.jenjang_ak, x.jabatan[1], x.jabatan[2])),
        ),
    }
    syarat = (("jabatan", bool(cara)), ("golongan", bool(x.golongan and x.tmt)), *perlu.get(cara, ()))
    return next((kode for kode, ada in syarat if not ada), "")


def _masukan(cara: str, orang: Sequence[Any]) -> dict[str, list[int]]:
    tmt = [ke_hari(x.tmt) for x in orang]
    umum = {"golongan": [KODE_PNS[x.golongan] for x in orang], "tmt_pangkat": tmt, "per_tanggal": tmt}
    if cara == REGULER_:
        return {**umum, "ijazah": [pangkat.IJAZAH[pangkat.baca_ijazah(x.ijazah)] for x in orang]}
    if cara == STRUKTURAL_:
        return {
            **umum,
            "eselon": [ESELON[x.eselon] for x in orang],
            "tmt_jabatan": [ke_hari(x.tmt_jabatan) for x in orang],
        }
    return {
        **umum,
        "jenjang": [JENJANG[x.jenjang_ak] for x in orang],
        "ak": [int(x.ak * SKALA) for x in orang],
    }


def _putus(isi: tuple[int, ...] | None) -> NaikBerikut:
    """Syarat puncak yang gagal: tidak ada pangkat berikutnya di jabatan ini. Angka kredit yang kurang: disebut."""
    if isi is None or isi[1] != 1:
        return NaikBerikut(None)
    if any(x != 1 for x in isi[2:]):
        return NaikBerikut(None, KURANG_AK)
    return NaikBerikut(dari_hari(isi[0]))
