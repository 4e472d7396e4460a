from kasuari.dasar.jejak.jenis import daftarkan

DICATAT = daftarkan(
    "pegawai.dicatat", "mencatat pegawai", "registered civil servants", kelas={"nik": "identitas"}
)
RIWAYAT = daftarkan("pegawai.riwayat_dicatat", "mencatat riwayat", "recorded career facts")
DIKOREKSI = daftarkan("pegawai.riwayat_dikoreksi", "memperbaiki riwayat", "corrected a career fact")
DIBATALKAN = daftarkan("pegawai.riwayat_dibatalkan", "membatalkan riwayat", "revoked career facts")
IDENTITAS = daftarkan(
    "pegawai.identitas_diubah", "mengubah identitas pegawai", "changed a civil servant's identity"
)
OAP = daftarkan(
    "pegawai.oap_dicatat", "mencatat berkas OAP", "recorded an OAP document", kelas={"isi": "oap"}
)
DICARI_NIK = daftarkan("pegawai.dicari_nik", "mencari dengan NIK persis", "searched by exact NIK", baca=True)
DIEKSPOR = daftarkan("pegawai.diekspor", "mengunduh daftar pegawai", "exported a staff list", baca=True)
SELISIH = daftarkan(
    "pegawai.selisih_diputuskan", "memutuskan selisih data SIASN", "decided a SIASN difference"
)
SELISIH_TARIK = daftarkan("pegawai.selisih_ditarik", "membandingkan dengan SIASN", "compared with SIASN")
DOKUMEN = daftarkan(
    "pegawai.dokumen_dilihat", "mengunduh dokumen riwayat", "downloaded a career document", baca=True
)
