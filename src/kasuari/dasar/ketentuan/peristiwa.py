from kasuari.dasar.jejak.jenis import daftarkan

LARIAN = daftarkan("ketentuan.larian", "membekukan satu perhitungan", "froze a calculation run")
KUNCI = daftarkan("ketentuan.larian_dikunci", "mengunci perhitungan", "locked a calculation run")
USUL = daftarkan("ketentuan.diusulkan", "mengusulkan ketentuan daerah", "proposed a local rule value")
TARIK = daftarkan(
    "ketentuan.ditarik", "menarik usul ketentuan daerah", "withdrew a proposed local rule value"
)
TOLAK = daftarkan(
    "ketentuan.ditolak", "tidak menyetujui usul ketentuan daerah", "declined a local rule value"
)
SETUJU = daftarkan("ketentuan.disetujui", "menyetujui ketentuan daerah", "approved a local rule value")
SEGERA = daftarkan(
    "ketentuan.disegerakan", "menyegerakan ketentuan daerah", "put a local rule value into force at once"
)
DIPAKAI = daftarkan("ketentuan.dipakai", "mulai memakai ketentuan daerah", "started using a local rule value")
CABUT = daftarkan("ketentuan.dicabut", "mencabut ketentuan daerah", "revoked a local rule value")
SEMUA = (USUL, TARIK, TOLAK, SETUJU, SEGERA, DIPAKAI, CABUT)
BERUBAH = (SEGERA, DIPAKAI, CABUT)  # sejak peristiwa ini buku daerah berisi lain
