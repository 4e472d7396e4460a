from kasuari.dasar.jejak.jenis import daftarkan

DIAJUKAN = daftarkan("cuti.diajukan", "mengajukan cuti", "asked for leave")
DIUBAH = daftarkan("cuti.diubah", "mengubah permohonan cuti", "changed a leave request")
SALDO = daftarkan(
    "cuti.saldo_dicatat", "mencatat cuti tahunan dari kertas", "recorded annual leave from paper"
)
