"""Jenis kasus: NIP, NIK, dan golongan SIASN. Nomor induk tidak ditulis ulang dalam jejak galat."""

from typing import Any

from ...galat import tolak
from ...golongan import KODE_PNS, GolonganTidakSah, dari_siasn
from ...identitas import IdentitasTidakSah, urai_nik, urai_nip
from ..daftar import Jawaban, jenis, satu_langkah
from ..isian import Isian

_DASAR_NIP = "Perka BKN 22/2007"
_DASAR_NIK = "UU 23/2006 jo. UU 24/2013 Pasal 13; Permendagri tentang kode wilayah"


def _nip(isian: Isian) -> dict[str, Any]:
    nip = urai_nip(isian.teks("nip"))
    hasil = {"birth": nip.lahir.isoformat(), "sex": nip.jk, "serial": nip.urut, "kind": nip.jenis}
    if nip.jenis == "PNS":
        return {**hasil, "tmt_cpns": nip.tmt_cpns}
    return {**hasil, "year": str(nip.tahun), "code": nip.kode}


def _nik(isian: Isian) -> dict[str, Any]:
    nik = urai_nik(isian.teks("nik"))
    lahir = {"birth_day": nik.hari, "birth_month": nik.bulan, "birth_yy": nik.tahun2}
    return {"region": nik.wilayah, **lahir, "sex": nik.jk}


@jenis("nip_parse", "nip")
def nip_parse(isian: Isian) -> Jawaban:
    try:
        hasil = _nip(isian)
    except IdentitasTidakSah as galat:
        raise tolak(galat.kolom, f"{galat.kode}: {galat.pesan}", ["18 angka"]) from None
    return satu_langkah(isian, isian.buku(), hasil, "Baca NIP", _DASAR_NIP)


@jenis("nip_invalid", "nip")
def nip_invalid(isian: Isian) -> Jawaban:
    try:
        hasil = {"error": None, **_nip(isian)}
    except IdentitasTidakSah as galat:
        hasil = {"error": galat.kode}
    return satu_langkah(isian, isian.buku(), hasil, "Periksa NIP", _DASAR_NIP)


@jenis("nik_parse", "nik")
def nik_parse(isian: Isian) -> Jawaban:
    try:
        hasil = _nik(isian)
    except IdentitasTidakSah as galat:
        raise tolak(galat.kolom, f"{galat.kode}: {galat.pesan}", ["16 angka"]) from None
    return satu_langkah(isian, isian.buku(), hasil, "Baca NIK", _DASAR_NIK)


@jenis("nik_invalid", "nik")
def nik_invalid(isian: Isian) -> Jawaban:
    try:
        hasil = {"error": None, **_nik(isian)}
    except IdentitasTidakSah as galat:
        hasil = {"error": galat.kode}
    return satu_langkah(isian, isian.buku(), hasil, "Periksa NIK", _DASAR_NIK)


@jenis("siasn_golongan", "siasn_id")
def siasn_golongan(isian: Isian) -> Jawaban:
    try:
        golongan, pangkat = dari_siasn(isian.teks("siasn_id"))
    except GolonganTidakSah:
        boleh = [str(k) for k in KODE_PNS.values()]
        raise tolak("siasn_id", "id golongan SIASN tidak dikenal", boleh) from None
    hasil = {"golongan": golongan, "pangkat": pangkat}
    return satu_langkah(isian, isian.buku(), hasil, "Golongan SIASN", "Referensi SIASN golonganPns")
