from kasuari.dasar.jejak.jenis import daftarkan

DIBUAT = daftarkan("survei.dibuat", "membuat survei", "created a survey")
SOAL = daftarkan(
    "survei.soal_diubah", "membuat versi baru pertanyaan survei", "made a new version of the survey questions"
)
LAYANAN = daftarkan(
    "survei.layanan_ditetapkan", "menetapkan layanan yang dinilai", "set the services to be rated"
)
DIBUKA = daftarkan("survei.dibuka", "membuka periode survei", "opened a survey period")
RENCANA = daftarkan(
    "survei.rencana_diubah", "mengubah rencana sampel survei", "changed the survey sampling plan"
)
KELOMPOK = daftarkan(
    "survei.kelompok", "memindahkan satu kelompok jawaban tanpa nama", "moved one batch of anonymous answers"
)
KERTAS = daftarkan("survei.kertas_dicatat", "memasukkan lembar survei kertas", "typed in paper survey sheets")
TUMPUKAN = daftarkan(
    "survei.tumpukan_dibuat", "mencatat tumpukan lembar survei", "registered a pile of survey sheets"
)
DIIMPOR = daftarkan("survei.diimpor", "mengimpor jawaban survei", "imported survey answers")
KOMENTAR = daftarkan(
    "survei.komentar_dibaca", "membaca tulisan bebas survei", "read free-text survey comments", baca=True
)
TANDA = daftarkan(
    "survei.komentar_ditandai", "menandai tulisan bebas survei", "tagged a free-text survey comment"
)
DITUTUP = daftarkan(
    "survei.ditutup", "menutup dan menyegel periode survei", "closed and sealed a survey period"
)
TERBIT = daftarkan("survei.terbit", "menerbitkan hasil survei", "published survey results")
DIBERSIHKAN = daftarkan(
    "survei.kunci_dihapus",
    "menghapus kunci kirim periode survei",
    "deleted the submission keys of a survey period",
)
