from kasuari.dasar.jejak.jenis import daftarkan

TEMUAN = daftarkan(
    "perbaikan.temuan", "mencatat temuan yang perlu diperbaiki", "recorded a finding to repair"
)
RENCANA = daftarkan("perbaikan.rencana", "menyusun rencana perbaikan", "wrote an improvement plan")
JANJI = daftarkan("perbaikan.janji", "menetapkan hari janji perbaikan", "set the promised day of a repair")
WAKTU = daftarkan("perbaikan.minta_waktu", "meminta tanggal janji yang baru", "asked for a new promised day")
BUKTI = daftarkan("perbaikan.bukti", "menambah bukti perbaikan", "added evidence of a repair")
UKUR = daftarkan("perbaikan.ukur", "mengukur lagi sesudah perbaikan", "measured again after a repair")
MINTA = daftarkan("perbaikan.minta", "meminta pelatihan atau perubahan", "asked for training or a change")
JAWAB = daftarkan("perbaikan.jawab", "menjawab permintaan perbaikan", "answered a request from a repair")
