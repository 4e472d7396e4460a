from kasuari.dasar.jejak.jenis import daftarkan

DITERIMA = daftarkan("dokumen.diterima", "mengunggah berkas", "uploaded a file")
DIHAPUS = daftarkan(
    "dokumen.dihapus", "menghapus berkas yang lewat masa simpannya", "deleted files past their retention date"
)
