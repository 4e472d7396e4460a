"""Penerap impor ruang pegawai: baris bersih menjadi fakta register. Dimuat saat aplikasi siap."""

from kasuari.dasar.impor.penerap import daftarkan_penerap

from .diklat import PenerapDiklat
from .kgb import PenerapKgb
from .pegawai import PenerapPegawai
from .surat_izin import PenerapSuratIzin


def pasang() -> None:
    for penerap in (PenerapPegawai(), PenerapDiklat(), PenerapKgb(), PenerapSuratIzin()):
        daftarkan_penerap(penerap)
