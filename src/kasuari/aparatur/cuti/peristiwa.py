from kasuari.dasar.jejak.jenis import daftarkan

DIAJUKAN = daftarkan("cuti.diajukan", "mengajukan cuti", "asked for leave")
DIUBAH = daftarkan("cuti.diubah", "mengubah permohonan cuti", "changed a leave request")
KERTAS = daftarkan("cuti.kertas", "mencatat cuti dari surat kertas", "recorded leave from a paper letter")
BERSAMA = daftarkan(
    "cuti.bertugas_bersama",
    "mencatat siapa bertugas saat cuti bersama",
    "recorded who worked on collective leave",
)
SALDO = daftarkan(
    "cuti.saldo_dicatat", "mencatat cuti tahunan dari kertas", "recorded annual leave from paper"
)
