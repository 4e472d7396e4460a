"""Subjek impor ruang pegawai. Memuat modul ini mendaftarkan `pegawai`, `diklat`, dan `kgb`."""

from kasuari.dasar.impor.subjek import daftarkan

from . import kode as kode
from .diklat import SubjekDiklat
from .kgb import SubjekKgb
from .pegawai import SubjekPegawai

SUBJEK = tuple(daftarkan(s) for s in (SubjekPegawai(), SubjekDiklat(), SubjekKgb()))
