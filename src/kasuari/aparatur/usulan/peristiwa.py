from kasuari.dasar.jejak.jenis import daftarkan

DISUSUN = daftarkan("usulan.disusun", "menyusun usulan", "drafted a proposal")
DIUBAH = daftarkan("usulan.diubah", "mengubah isian atau berkas usulan", "changed a proposal or its papers")
BUKTI = daftarkan("usulan.bukti", "memeriksa berkas usulan", "checked the papers of a proposal")
BKN = daftarkan("usulan.bkn", "mencatat keadaan usulan di BKN", "recorded the state of a proposal at BKN")
TERBIT = daftarkan("usulan.terbit", "menulis riwayat menurut keputusan", "wrote the record as decreed")
DICABUT = daftarkan(
    "usulan.dicabut",
    "mencabut keputusan dan mengembalikan riwayat",
    "revoked a decree and restored the record",
)
MASSAL = daftarkan(
    "usulan.massal", "menjalankan tindakan atas banyak usulan", "ran one act over many proposals"
)
SPMT = daftarkan("usulan.spmt", "menyatakan seseorang mulai bertugas", "declared that someone took up a post")
