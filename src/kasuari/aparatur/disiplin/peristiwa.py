from kasuari.dasar.jejak.jenis import daftarkan

LAPOR = daftarkan("disiplin.lapor", "membuka pemeriksaan disiplin", "opened a disciplinary case")
LANGKAH = daftarkan("disiplin.langkah", "meneruskan pemeriksaan disiplin", "moved a disciplinary case on")
PENDAPAT = daftarkan(
    "disiplin.pendapat",
    "memberi pendapat sebagai anggota tim pemeriksa",
    "gave an opinion as an examining team member",
)
BEBAS = daftarkan(
    "disiplin.bebas_sementara",
    "membebaskan sementara dari tugas jabatan",
    "released from duty for the time being",
)
BEBAS_AKHIR = daftarkan(
    "disiplin.bebas_akhir",
    "mengakhiri pembebasan sementara dari tugas",
    "ended a temporary release from duty",
)
BERLAKU = daftarkan("disiplin.berlaku", "memberlakukan hukuman disiplin", "put a penalty into effect")
IDIS = daftarkan("disiplin.idis", "mengirim catatan hukuman ke I'Dis", "sent a penalty record to I'Dis")
