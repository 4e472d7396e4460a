from kasuari.dasar.jejak.jenis import daftarkan

DIBUAT = daftarkan("akun.dibuat", "membuat akun", "created an account")
HIBAH = daftarkan("akun.peran_diberikan", "memberi peran", "granted a role")
CABUT = daftarkan("akun.peran_dicabut", "mencabut peran", "revoked a role")
DELEGASI = daftarkan("akun.delegasi", "melimpahkan wewenang", "delegated authority")
MASUK = daftarkan("akun.masuk", "masuk", "signed in", baca=True)
DITOLAK = daftarkan("akun.masuk_ditolak", "gagal masuk", "failed to sign in", baca=True)
DILIHAT = daftarkan("akun.data_dilihat", "melihat data", "viewed data", baca=True)
