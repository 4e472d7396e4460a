from kasuari.aparatur.profesionalitas.models import NilaiIp
from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan
from kasuari.dasar.organisasi.models import UnitKini

_KOTA = ("bkpsdm", "kepala_bkpsdm", "sekda", "pimpinan", "inspektorat")

IZIN = [
    Aturan("ip.nilai", "asn", Lingkup.DIRI),
    Aturan("ip.nilai", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("ip.nilai", "umpeg", Lingkup.SUBPOHON),
    *(Aturan("ip.nilai", p, Lingkup.SEMUA) for p in _KOTA),
    Aturan("ip.ringkas", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("ip.ringkas", "umpeg", Lingkup.SUBPOHON),
    *(Aturan("ip.ringkas", p, Lingkup.SEMUA) for p in _KOTA),
    Aturan("ip.hitung", "bkpsdm", Lingkup.SEMUA),
    Aturan("ip.hitung", "kepala_bkpsdm", Lingkup.SEMUA),
    Aturan("ip.laporan", "bkpsdm", Lingkup.SEMUA),
    Aturan("ip.laporan", "kepala_bkpsdm", Lingkup.SEMUA),
    Aturan("ip.laporan", "pimpinan", Lingkup.SEMUA),
    Aturan("ip.laporan", "atasan", Lingkup.SUBPOHON),
]

daftarkan_izin(IZIN)
daftarkan_jangkauan(NilaiIp, unit="unit_id", orang="orang_uid")
daftarkan_jangkauan(UnitKini, unit="unit_id")
