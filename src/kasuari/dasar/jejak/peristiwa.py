from kasuari.dasar.jejak.jenis import daftarkan

DILUPAKAN = daftarkan(
    "jejak.dilupakan",
    "menghapus isi catatan atas dasar hukum",
    "removed the content of records on legal grounds",
)
DITERBITKAN = daftarkan(
    "jejak.diterbitkan", "menerbitkan dokumen bersidik", "published a fingerprinted document"
)
DIVERIFIKASI = daftarkan(
    "jejak.diverifikasi", "memeriksa keutuhan seluruh jejak", "verified the whole log", baca=True
)
DIBACA = daftarkan("jejak.dibaca", "melihat jejak data", "viewed the data trail", baca=True)
