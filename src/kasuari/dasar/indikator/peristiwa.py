from kasuari.dasar.jejak.jenis import daftarkan

TERBIT = daftarkan("indikator.terbit", "menerbitkan nilai indikator", "published indicator values")
