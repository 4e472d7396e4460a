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
NOMOR_DIISI = daftarkan(
    "surat.nomor_diisi", "mengisi nomor dari kantor pencatat", "entered the registry office's number"
)
DISISIPKAN = daftarkan("surat.disisipkan", "menyisipkan nomor surat", "inserted a letter number")
DITURUNKAN = daftarkan(
    "surat.diturunkan", "membuat petikan atau salinan surat", "made an extract or copy of a letter"
)
DIALIHKAN = daftarkan(
    "surat.dialihkan_basah",
    "mengalihkan surat ke tanda tangan basah",
    "switched a letter to a signature by hand",
)
DICETAK = daftarkan(
    "surat.dicetak", "mencetak surat untuk ditandatangani", "printed a letter to be signed by hand"
)
DIPINDAI = daftarkan("surat.dipindai", "mengunggah pindaian surat", "uploaded a scan of a letter")
PINDAIAN_KEMBALI = daftarkan(
    "surat.pindaian_dikembalikan", "mengembalikan pindaian surat", "returned a scan of a letter"
)
DIULANG = daftarkan("surat.diulang", "mengulang tanda tangan yang gagal", "retried failed signatures")
