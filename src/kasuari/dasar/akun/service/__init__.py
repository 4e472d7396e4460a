"""Pintu tulis akun. Ruang lain cukup mengimpor dari sini."""

from kasuari.dasar.akun.service.kode import (
    KodeBaru,
    boleh_cetak,
    cetak_kode,
    kode_email,
    minta_kode,
    pakai_kode,
)
from kasuari.dasar.akun.service.langkah_kedua import (
    atur_ulang_langkah_kedua,
    buat_kode_cadangan,
    lepas_langkah_kedua,
    pasang_langkah_kedua,
    periksa_langkah_kedua,
    siapkan_langkah_kedua,
)
from kasuari.dasar.akun.service.masuk import ganti_sandi, keluarkan, periksa_lagi, periksa_sandi, ubah_bahasa
from kasuari.dasar.akun.service.pelimpahan import akhiri_pelimpahan, limpahkan, periksa_pelimpahan
from kasuari.dasar.akun.service.penutupan import tutup_akun
from kasuari.dasar.akun.service.peran import BarisAkun, BarisHibah, beri_peran, buat_akun, cabut_peran
from kasuari.dasar.akun.service.usulan import putuskan_usulan_peran, usulkan_peran
from kasuari.dasar.akun.sesi import masukkan

__all__ = [
    "BarisAkun",
    "BarisHibah",
    "KodeBaru",
    "akhiri_pelimpahan",
    "atur_ulang_langkah_kedua",
    "beri_peran",
    "boleh_cetak",
    "buat_akun",
    "buat_kode_cadangan",
    "cabut_peran",
    "cetak_kode",
    "ganti_sandi",
    "keluarkan",
    "kode_email",
    "lepas_langkah_kedua",
    "limpahkan",
    "masukkan",
    "minta_kode",
    "pakai_kode",
    "pasang_langkah_kedua",
    "periksa_lagi",
    "periksa_langkah_kedua",
    "periksa_pelimpahan",
    "periksa_sandi",
    "putuskan_usulan_peran",
    "siapkan_langkah_kedua",
    "tutup_akun",
    "ubah_bahasa",
    "usulkan_peran",
]
