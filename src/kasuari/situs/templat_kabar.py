"""Templat kabar milik kerangka."""

from kasuari.dasar.kabar.templat import daftarkan

AKAR = daftarkan(
    "situs.akar_harian",
    "Akar jejak {tanggal}",
    "Akar catatan per {tanggal}: {ukuran} peristiwa, {akar}. Simpan surat ini; bandingkan dengan halaman /jejak/.",
    "Log root of {tanggal}",
    "Root of the log on {tanggal}: {ukuran} events, {akar}. Keep this message; compare it with the page /jejak/.",
)
