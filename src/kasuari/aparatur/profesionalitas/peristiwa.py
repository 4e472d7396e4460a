from kasuari.dasar.jejak.jenis import daftarkan

DIHITUNG = daftarkan(
    "profesionalitas.dihitung", "menghitung indeks profesionalitas", "calculated the professionalism index"
)
DIULANG = daftarkan(
    "profesionalitas.diulang", "mengulang perhitungan indeks", "replayed an index calculation", baca=True
)
RESMI = daftarkan("profesionalitas.nilai_resmi", "mencatat nilai resmi BKN", "recorded BKN's official scores")
