"""Kode temuan milik ruang pegawai."""

from kasuari.dasar.impor.katalog import PERINGATAN, TOLAK, Kode, daftarkan_kode

daftarkan_kode(
    [
        Kode(
            "JP_NOL",
            TOLAK,
            "Jumlah JP '%(teks)s' kosong, nol, atau bukan bilangan. Isi JP dari sertifikat.",
            41,
        ),
        Kode(
            "DUPLIKAT_SERTIFIKAT",
            TOLAK,
            "Sertifikat '%(sertifikat)s' orang ini sudah ada di baris %(baris_lain)s; yang pertama dipakai. "
            "Hapus salah satunya, atau betulkan nomor sertifikat.",
            79,
        ),
        Kode(
            "JP_TIDAK_WAJAR",
            PERINGATAN,
            "%(teks)s JP dalam %(hari)s hari, lebih dari %(batas)s JP sehari. Cocokkan dengan sertifikat.",
        ),
        Kode(
            "TIDAK_AKTIF",
            PERINGATAN,
            "Kedudukan hukum '%(teks)s' bukan pegawai aktif. Pastikan orang ini memang masuk daftar.",
        ),
        Kode(
            "GAJI_BARU_TIDAK_SESUAI_TABEL",
            PERINGATAN,
            "Gaji baru di berkas Rp%(berkas)s, menurut tabel %(gol)s masa kerja %(mk)s tahun Rp%(tabel)s (%(dasar)s). "
            "Periksa golongan, masa kerja, atau besarannya.",
        ),
        Kode(
            "KGB_BELUM_DUA_TAHUN",
            PERINGATAN,
            "Belum %(selang)s tahun sejak gaji lama (%(sebab)s). Wajar bila SK lama adalah SK pangkat; bila bukan, "
            "betulkan TMT atau masa kerja.",
        ),
        Kode("NAMA_DIKLAT_KOSONG", PERINGATAN, "Nama diklat kosong. Isi nama diklat seperti di sertifikat."),
    ]
)
