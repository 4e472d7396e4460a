from kasuari.dasar.jejak.jenis import daftarkan

LOKET = daftarkan("antrean.loket", "mengatur loket antrean", "set up a queue counter")
DIAMBIL = daftarkan("antrean.diambil", "mengambil nomor antre", "took a queue number")
DIPANGGIL = daftarkan("antrean.dipanggil", "memanggil nomor antre", "called a queue number")
DIAKHIRI = daftarkan("antrean.diakhiri", "mengakhiri nomor antre", "ended a queue number")
DIGABUNG = daftarkan(
    "antrean.digabung",
    "menggabungkan nomor antre dengan permohonan",
    "joined a queue number to an application",
)
DIRINGKAS = daftarkan(
    "antrean.diringkas", "meringkas dan menghapus karcis lama", "summed up and deleted old tickets"
)
