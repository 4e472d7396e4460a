"""Siapa boleh membuka pemeriksaan dan melihat ringkasannya. Isi satu pemeriksaan: hanya yang bertugas di dalamnya (alur)."""

from kasuari.aparatur.disiplin.models import Pemeriksaan
from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan

PEMBUKA = ("atasan", "bkpsdm", "inspektorat")
PENGAWAS = ("bkpsdm", "kepala_bkpsdm", "inspektorat")

IZIN = [
    Aturan(
        "disiplin.buka", "atasan", Lingkup.SUBPOHON
    ),  # tidak ikut pelimpahan: rahasia orang, bukan urusan harian
    Aturan("disiplin.buka", "bkpsdm", Lingkup.SEMUA),
    Aturan("disiplin.buka", "inspektorat", Lingkup.SEMUA),
    *(Aturan("disiplin.ikhtisar", p, Lingkup.SEMUA) for p in PENGAWAS),
]
daftarkan_izin(IZIN)
daftarkan_jangkauan(Pemeriksaan, unit="kasus__unit_id", orang="pegawai__orang__uid")
