"""Penjawab tiap jenis kasus; mengimpor ruang ini mendaftarkan semuanya."""

from . import (
    angka_kredit,
    cuti,
    disiplin,
    gaji,
    identitas,
    ip_asn,
    kinerja,
    kompetensi,
    pangkat,
    pensiun,
    seleksi,
    skm,
    tenggat,
)

__all__ = [
    "angka_kredit",
    "cuti",
    "disiplin",
    "gaji",
    "identitas",
    "ip_asn",
    "kinerja",
    "kompetensi",
    "pangkat",
    "pensiun",
    "seleksi",
    "skm",
    "tenggat",
]
