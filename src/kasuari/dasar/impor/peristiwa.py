from kasuari.dasar.jejak.jenis import daftarkan

DIUNGGAH = daftarkan("impor.diunggah", "mengunggah berkas impor", "uploaded an import file")
DIUBAH = daftarkan("impor.dibetulkan", "membetulkan berkas impor", "mended an import file")
DISIMPAN = daftarkan("impor.disimpan", "menyimpan berkas impor ke register", "committed an import file")
DIBATALKAN = daftarkan("impor.dibatalkan", "membatalkan impor", "undid an import")
DILIHAT = daftarkan("impor.dilihat", "melihat isi berkas impor", "viewed an import file", baca=True)
DIUNDUH = daftarkan(
    "impor.diunduh", "mengunduh daftar kesalahan impor", "downloaded import faults", baca=True
)
DIHAPUS = daftarkan("impor.mentah_dihapus", "menghapus isi mentah impor", "deleted raw import rows")
