from kasuari.dasar.jejak.jenis import daftarkan

PROFIL = daftarkan("organisasi.profil_diubah", "mengubah profil daerah", "changed the region's profile")
UNIT = daftarkan("organisasi.unit_dicatat", "mencatat keadaan unit", "recorded the state of units")
REORGANISASI = daftarkan("organisasi.reorganisasi", "menata ulang organisasi", "reorganised units")
POS = daftarkan("organisasi.pos_dicatat", "mencatat pos jabatan", "recorded posts")
FORMASI = daftarkan(
    "organisasi.formasi_dicatat",
    "mencatat kebutuhan jabatan (formasi)",
    "recorded the need of posts (formation)",
)
FORMASI_URUNG = daftarkan(
    "organisasi.formasi_diurungkan", "mengurungkan catatan formasi", "undid records of the formation"
)
PENUGASAN = daftarkan("organisasi.penugasan", "mencatat siapa memegang pos", "recorded who holds a post")
PENUGASAN_TUTUP = daftarkan(
    "organisasi.penugasan_ditutup", "menutup catatan penugasan", "closed a posting record"
)
