"""Siapa membaca, mencatat temuan dari luar, meminta, dan menjawab. Menyusun dan memutus diatur alur."""

from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan
from kasuari.pengawasan.perbaikan.models import Perbaikan

PENGAWAS = ("inspektorat", "sekda", "pimpinan")

IZIN = [
    Aturan("perbaikan.lihat", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("perbaikan.lihat", "bkpsdm", Lingkup.SEMUA),
    Aturan("perbaikan.lihat", "kepala_bkpsdm", Lingkup.SEMUA),
    *(Aturan("perbaikan.lihat", p, Lingkup.SEMUA) for p in PENGAWAS),
    Aturan("perbaikan.rencanakan", "atasan", Lingkup.SUBPOHON, delegasi=True),
    Aturan("perbaikan.temuan", "inspektorat", Lingkup.SEMUA),
    Aturan("perbaikan.temuan", "sekda", Lingkup.SEMUA),
    Aturan("perbaikan.jawab", "bkpsdm", Lingkup.SEMUA),
]
daftarkan_izin(IZIN)
daftarkan_jangkauan(Perbaikan, unit="unit_id")
