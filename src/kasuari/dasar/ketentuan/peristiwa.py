from kasuari.dasar.jejak.jenis import daftarkan

LARIAN = daftarkan("ketentuan.larian", "membekukan satu perhitungan", "froze a calculation run")
KUNCI = daftarkan("ketentuan.larian_dikunci", "mengunci perhitungan", "locked a calculation run")
