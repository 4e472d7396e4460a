"""Siapa melihat cuti siapa. Memutuskan diatur alur: yang ditunggu di tahapnya."""

from kasuari.aparatur.cuti.models import PermohonanCuti
from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan

IZIN = [
    Aturan("cuti.lihat", "asn", Lingkup.DIRI),
    Aturan("cuti.lihat", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("cuti.lihat", "umpeg", Lingkup.SUBPOHON),
    Aturan("cuti.lihat", "operator_unit", Lingkup.SUBPOHON),
    Aturan("cuti.lihat", "bkpsdm", Lingkup.SEMUA),
    Aturan("cuti.lihat", "kepala_bkpsdm", Lingkup.SEMUA),
    Aturan("cuti.putuskan", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("cuti.saldo", "bkpsdm", Lingkup.SEMUA),
    Aturan("cuti.saldo", "umpeg", Lingkup.SUBPOHON),
]
daftarkan_izin(IZIN)
daftarkan_jangkauan(PermohonanCuti, unit="kasus__unit_id", orang="pegawai__orang__uid")
