from kasuari.dasar.jejak.jenis import daftarkan

DITERIMA = daftarkan("dokumen.diterima", "mengunggah berkas", "uploaded a file")
DIHAPUS = daftarkan(
    "dokumen.dihapus", "menghapus berkas yang lewat masa simpannya", "deleted files past their retention date"
)
DISIAPKAN = daftarkan("surat.disiapkan", "menyiapkan surat bernomor", "prepared a numbered letter")
DITANDATANGANI = daftarkan("surat.ditandatangani", "menandatangani surat", "signed a letter")
DICABUT = daftarkan("surat.dicabut", "mencabut surat", "revoked a letter")
DICADANGKAN = daftarkan("surat.nomor_dicadangkan", "menyisihkan nomor surat", "reserved letter numbers")
NOMOR_BATAL = daftarkan(
    "surat.nomor_batal", "membatalkan nomor yang disisihkan", "cancelled a reserved number"
)
