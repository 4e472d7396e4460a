from kasuari.dasar.jejak.jenis import daftarkan

MULAI = daftarkan("alur.mulai", "membuka satu pengajuan", "opened a request")
LANGKAH = daftarkan("alur.langkah", "meneruskan satu pengajuan", "moved a request on")
LEWAT = daftarkan(
    "alur.lewat", "mengingatkan pengajuan yang lewat batas", "reminded of a request past its term"
)
PINDAH = daftarkan("alur.pindah", "mengoper pengajuan ke unit lain", "handed a request to another unit")
