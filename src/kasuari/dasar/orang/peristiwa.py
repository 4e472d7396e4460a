from kasuari.dasar.jejak.jenis import daftarkan

DIBUAT = daftarkan("orang.dibuat", "mencatat orang", "recorded people", kelas={"email": "kontak"})
DIUBAH = daftarkan(
    "orang.diubah",
    "mengubah nama atau kontak",
    "changed name or contact details",
    kelas={"email": "kontak", "telepon": "kontak"},
)
