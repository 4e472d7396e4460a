"""Penjawab tiap jenis kasus; mengimpor ruang ini mendaftarkan semuanya."""

from . import gaji, identitas, ip_asn, pangkat, pensiun, pph21, pph21_lain, seleksi, skm, slip, tambahan

__all__ = [
    "gaji",
    "identitas",
    "ip_asn",
    "pangkat",
    "pensiun",
    "pph21",
    "pph21_lain",
    "seleksi",
    "skm",
    "slip",
    "tambahan",
]
