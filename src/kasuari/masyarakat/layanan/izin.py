"""Peran petugas layanan dan siapa melihat permohonan siapa. Memutus diatur alur: yang ditunggu di tahapnya."""

from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan, daftarkan_peran
from kasuari.masyarakat.layanan.models import Permohonan

daftarkan_peran("petugas_layanan", "Petugas layanan", "Service officer", wajib_totp=True)
IZIN = [
    Aturan("layanan.lihat", "petugas_layanan", Lingkup.SUBPOHON),
    Aturan("layanan.lihat", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("layanan.loket", "petugas_layanan", Lingkup.SUBPOHON),
    Aturan("layanan.oper", "petugas_layanan", Lingkup.SUBPOHON),
    Aturan("layanan.oper", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("layanan.putuskan", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("layanan.standar", "petugas_layanan", Lingkup.SUBPOHON),
    Aturan("layanan.standar", "atasan", Lingkup.SUBPOHON),
    Aturan("layanan.tetapkan", "atasan", Lingkup.SUBPOHON),
    Aturan("layanan.formulir", "petugas_layanan", Lingkup.SUBPOHON),
    Aturan("layanan.katalog", "admin_sistem", Lingkup.SEMUA),
]
daftarkan_izin(IZIN)
daftarkan_jangkauan(Permohonan, unit="unit_id")
