"""Laporan yang masuk tidak menjadi peristiwa: jamnya dapat menunjuk pelapornya. Tindakan Inspektorat tercatat, tanpa isinya."""

from kasuari.dasar.jejak.jenis import daftarkan

DIBACA = daftarkan(
    "pungutan.dibaca", "membaca laporan diminta bayar", "read a report of being asked to pay", baca=True
)
DITELAAH = daftarkan(
    "pungutan.ditelaah", "menelaah laporan diminta bayar", "examined a report of being asked to pay"
)
