"""Siapa melihat dan menyusun usulan siapa. Memutuskan diatur alur: yang ditunggu di tahapnya."""

from kasuari.aparatur.usulan.models import Usulan
from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan

IZIN = [
    Aturan("usulan.lihat", "asn", Lingkup.DIRI),
    Aturan("usulan.lihat", "umpeg", Lingkup.SUBPOHON),
    Aturan("usulan.lihat", "bkpsdm", Lingkup.SEMUA),
    Aturan("usulan.lihat", "kepala_bkpsdm", Lingkup.SEMUA),
    Aturan("usulan.susun", "umpeg", Lingkup.SUBPOHON),
    Aturan("usulan.susun", "bkpsdm", Lingkup.SEMUA),
    Aturan("usulan.putuskan", "kepala_bkpsdm", Lingkup.SEMUA, delegasi=True),
    Aturan("usulan.putuskan", "sekda", Lingkup.SEMUA, delegasi=True),
    Aturan("usulan.putuskan", "atasan", Lingkup.SUBPOHON, delegasi=True),
]
daftarkan_izin(IZIN)
daftarkan_jangkauan(Usulan, unit="kasus__unit_id", orang="pegawai__orang__uid")
