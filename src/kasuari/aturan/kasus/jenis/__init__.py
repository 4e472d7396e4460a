"""Penjawab tiap jenis kasus; mengimpor ruang ini mendaftarkan semuanya."""

from . import gaji, identitas, ip_asn, pangkat, pensiun, seleksi, skm

__all__ = ["gaji", "identitas", "ip_asn", "pangkat", "pensiun", "seleksi", "skm"]
