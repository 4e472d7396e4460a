"""Petugas layanan memanggil dan mengatur loket unitnya; pimpinannya mengatur juga. Mengambil karcis tanpa masuk."""

from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan
from kasuari.masyarakat.antrean.models import Karcis, Loket

IZIN = [
    Aturan("antrean.layani", "petugas_layanan", Lingkup.SUBPOHON),
    Aturan("antrean.atur", "petugas_layanan", Lingkup.SUBPOHON),
    Aturan("antrean.atur", "atasan", Lingkup.SUBPOHON, delegasi=True),
]
daftarkan_izin(IZIN)
daftarkan_jangkauan(Loket, unit="unit_id")
daftarkan_jangkauan(Karcis, unit="unit_id")
