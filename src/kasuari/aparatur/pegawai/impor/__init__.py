"""Subjek impor ruang pegawai. Memuat modul ini mendaftarkan `pegawai`, `diklat`, `kgb`, dan `surat_izin`."""

from kasuari.dasar.impor.subjek import daftarkan

from . import kode as kode
from .diklat import SubjekDiklat
from .kgb import SubjekKgb
from .pegawai import SubjekPegawai
from .surat_izin import SubjekSuratIzin

SUBJEK = tuple(daftarkan(s) for s in (SubjekPegawai(), SubjekDiklat(), SubjekKgb(), SubjekSuratIzin()))
