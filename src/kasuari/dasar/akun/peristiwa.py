from kasuari.dasar.jejak.jenis import daftarkan

DIBUAT = daftarkan("akun.dibuat", "membuat akun", "created an account")
HIBAH = daftarkan("akun.peran_diberikan", "memberi peran", "granted a role")
CABUT = daftarkan("akun.peran_dicabut", "mencabut peran", "revoked a role")
DELEGASI = daftarkan("akun.delegasi", "melimpahkan wewenang", "delegated authority")
MASUK = daftarkan("akun.masuk", "masuk", "signed in", baca=True)
DITOLAK = daftarkan("akun.masuk_ditolak", "gagal masuk", "failed to sign in", baca=True)
DILIHAT = daftarkan("akun.data_dilihat", "melihat data", "viewed data", baca=True)
KELUAR = daftarkan("akun.keluar", "keluar", "signed out", baca=True)
DIKELUARKAN = daftarkan("akun.dikeluarkan", "mengeluarkan satu perangkat", "signed a device out")
SUDO = daftarkan("akun.diperiksa_lagi", "memasukkan sandi sekali lagi", "re-entered the password", baca=True)
PULIH_DIMINTA = daftarkan(
    "akun.kode_diminta", "meminta kode sandi baru lewat e-mail", "asked for a new password code by e-mail"
)
KODE_DIBUAT = daftarkan("akun.kode_dibuat", "membuat kode sandi baru", "issued a new password code")
SURAT = daftarkan("akun.surat_dibuat", "mencetak surat aktivasi akun", "printed an account activation letter")
SANDI = daftarkan("akun.sandi_diganti", "mengganti sandi", "changed the password")
AKTIF = daftarkan("akun.diaktifkan", "mengaktifkan akun", "activated the account")
DITUTUP = daftarkan("akun.ditutup", "menutup akun", "closed the account")
TOTP_PASANG = daftarkan("akun.langkah_kedua_dipasang", "memasang langkah kedua", "set up the second step")
TOTP_LEPAS = daftarkan("akun.langkah_kedua_dilepas", "melepas langkah kedua", "removed the second step")
TOTP_ATUR_ULANG = daftarkan(
    "akun.langkah_kedua_diatur_ulang",
    "mengatur ulang langkah kedua sesudah tatap muka",
    "reset the second step face to face",
)
KODE_PULIH = daftarkan("akun.kode_cadangan_dibuat", "membuat kode cadangan baru", "made new backup codes")
KODE_PULIH_DIPAKAI = daftarkan("akun.kode_cadangan_dipakai", "memakai kode cadangan", "used a backup code")
BAHASA = daftarkan("akun.bahasa_diubah", "mengubah bahasa", "changed the language")
USUL = daftarkan("akun.peran_diusulkan", "mengusulkan peran peka", "proposed a sensitive role")
USUL_PUTUS = daftarkan("akun.usulan_peran_diputus", "memutus usulan peran", "decided a role proposal")
DELEGASI_AKHIR = daftarkan("akun.delegasi_diakhiri", "mengakhiri pelimpahan", "ended a delegation")
