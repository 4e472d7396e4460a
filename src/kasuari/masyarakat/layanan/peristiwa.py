from kasuari.dasar.jejak.jenis import daftarkan

KATALOG = daftarkan("layanan.katalog", "memuat katalog layanan", "loaded the service catalogue")
STANDAR_USUL = daftarkan(
    "layanan.standar_diusulkan", "mengusulkan standar pelayanan", "proposed a service standard"
)
STANDAR_BERLAKU = daftarkan(
    "layanan.standar_berlaku", "menetapkan standar pelayanan", "adopted a service standard"
)
STANDAR_TOLAK = daftarkan(
    "layanan.standar_ditolak", "menolak usul standar pelayanan", "rejected a proposed service standard"
)
FORMULIR_UBAH = daftarkan(
    "layanan.formulir_diubah", "mengubah konsep formulir", "changed a draft form", kelas={}
)
FORMULIR_TERBIT = daftarkan("layanan.formulir_terbit", "menerbitkan formulir", "published a form")
DRAF = daftarkan("layanan.draf", "mulai mengisi permohonan layanan", "started a service application")
DIKIRIM = daftarkan("layanan.dikirim", "mengirim permohonan layanan", "sent a service application")
DITANYA = daftarkan("layanan.ditanya", "meminta satu kelengkapan", "asked for one missing item")
DIJAWAB = daftarkan("layanan.dijawab", "melengkapi permohonan", "completed an application")
DIOPER = daftarkan("layanan.dioper", "mengoper permohonan", "handed an application over")
NOMOR_LUAR = daftarkan(
    "layanan.nomor_luar", "mencatat nomor dari sistem lain", "recorded a number from another system"
)
SELESAI = daftarkan("layanan.selesai", "menyelesaikan permohonan layanan", "finished a service application")
DILIHAT = daftarkan(
    "layanan.dilihat", "melihat permohonan layanan", "viewed a service application", baca=True
)
DIUNDUH = daftarkan(
    "layanan.data_diunduh", "mengunduh data permohonannya", "downloaded their application data", baca=True
)
KONTAK = daftarkan("layanan.kontak_diubah", "memperbaiki kontak", "corrected contact details")
PERSETUJUAN = daftarkan("layanan.persetujuan", "memberi atau menarik persetujuan", "gave or withdrew consent")
DILUPAKAN = daftarkan("layanan.dilupakan", "menghapus isi permohonan", "erased an application's contents")
