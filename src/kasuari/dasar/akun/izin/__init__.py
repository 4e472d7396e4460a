"""Izin: satu tempat. Ruang menyatakan `IZIN`, jangkauan model, dan kelas rahasia kolom; di sini diputuskan.

`boleh` menjawab satu benda, `saring` menyaring kueri, `pandang` membaca kolom (menyamarkan dan mencatat bacaan).
"""

from kasuari.dasar.akun.izin.baca import Baris, pandang
from kasuari.dasar.akun.izin.daftar import (
    Aturan,
    Jangkauan,
    Lingkup,
    daftarkan_izin,
    daftarkan_jangkauan,
    daftarkan_kelas,
    daftarkan_peran,
)
from kasuari.dasar.akun.izin.putus import Putusan, boleh, pastikan, saring

__all__ = [
    "Aturan",
    "Baris",
    "Jangkauan",
    "Lingkup",
    "Putusan",
    "boleh",
    "daftarkan_izin",
    "daftarkan_jangkauan",
    "daftarkan_kelas",
    "daftarkan_peran",
    "pandang",
    "pastikan",
    "saring",
]
