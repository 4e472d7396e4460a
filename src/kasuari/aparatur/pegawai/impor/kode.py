"""Kode temuan milik ruang pegawai."""

from kasuari.dasar.impor.katalog import PERINGATAN, TOLAK, Kode, daftarkan_kode

daftarkan_kode(
    [
        Kode(
            "NIP_KODE_TIDAK_LAZIM",
            PERINGATAN,
            "Angka ke-13 dan 14 NIP ini %(angka)s: bukan bulan TMT PNS, dan kontrak PPPK lazimnya %(awal)s sampai "
            "%(akhir)s. Cocokkan dengan SK.",
        ),
        Kode(
            "GOLONGAN_BUKAN_JENISNYA",
            TOLAK,
            "NIP ini NIP %(jenis)s, tetapi golongannya '%(teks)s' golongan PPPK. Tulis lengkap, misalnya III/a.",
            41,
        ),
        Kode(
            "GOLONGAN_BEDA_JENIS",
            PERINGATAN,
            "NIP ini NI %(jenis)s, tetapi golongannya '%(teks)s' golongan PNS. Cocokkan dengan SK-nya.",
        ),
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
        Kode(
            "NIP_TIDAK_TERDAFTAR",
            TOLAK,
            "NIP %(teks)s belum ada di register. Impor daftar pegawainya lebih dahulu, atau betulkan NIP.",
            16,
        ),
        Kode(
            "TANGGAL_MULAI_KOSONG",
            TOLAK,
            "Tanggal mulai pelatihan kosong. Isi tanggal dari sertifikat.",
            34,
        ),
        Kode(
            "KGB_TIDAK_LENGKAP",
            TOLAK,
            "TMT baru, masa kerja baru, atau gaji baru kosong. Isi ketiganya dari SK kenaikan gaji berkala.",
            42,
        ),
        Kode(
            "JENIS_SURAT_TIDAK_DIKENAL",
            TOLAK,
            "Jenis surat '%(teks)s' tidak dikenal. Tulis STR, SIP, sertifikat, atau lain.",
            41,
        ),
        Kode(
            "SURAT_TIDAK_LENGKAP",
            TOLAK,
            "Nomor, penerbit, atau tanggal terbit suratnya kosong. Isi ketiganya dari suratnya.",
            42,
        ),
        Kode(
            "KEDUDUKAN_TIDAK_DIKENAL",
            TOLAK,
            "Kedudukan hukum '%(teks)s' tidak dikenal. Tulis Aktif, Tugas Belajar, atau kode SIASN.",
            43,
        ),
        Kode(
            "TERLALU_PANJANG",
            TOLAK,
            "Kolom %(kolom)s lebih dari %(batas)s huruf. Ringkas isinya.",
            44,
        ),
        Kode(
            "TIDAK_DAPAT_DICATAT",
            TOLAK,
            "%(fakta)s tidak dapat dicatat: %(sebab)s Betulkan isinya.",
            45,
        ),
        Kode(
            "IDENTITAS_BEDA",
            PERINGATAN,
            "Register mencatat %(beda)s yang berbeda. Identitas tidak diganti lewat impor; betulkan di lembar pegawai.",
        ),
        Kode(
            "STATUS_BEDA",
            PERINGATAN,
            "Status '%(teks)s' berbeda dengan register dan tanggalnya tidak ada di berkas. Catat menurut tanggal SK.",
        ),
        Kode(
            "GOLONGAN_TANPA_TMT",
            PERINGATAN,
            "Golongan %(teks)s tanpa TMT tidak dicatat. Isi TMT golongan.",
        ),
        Kode(
            "MASA_KERJA_DIHITUNG",
            PERINGATAN,
            "Masa kerja golongan tidak ada di berkas; dihitung dari TMT CPNS: %(mk)s. Cocokkan dengan SK.",
        ),
        Kode(
            "PENDIDIKAN_TIDAK_LENGKAP",
            PERINGATAN,
            "Pendidikan '%(teks)s' tidak dicatat: tingkatnya tidak dikenal atau tahun lulusnya kosong.",
        ),
        Kode(
            "JABATAN_TIDAK_DITEMUKAN",
            PERINGATAN,
            "Jabatan '%(teks)s' tidak dicatat: posnya di unit itu tidak ditemukan, lebih dari satu, atau TMT-nya kosong.",
        ),
        Kode(
            "JABATAN_BEDA",
            PERINGATAN,
            "Register mencatat jabatan lain, bukan '%(teks)s'. Mutasi dicatat dari SK, tidak lewat daftar pegawai.",
        ),
        Kode(
            "JENIS_DIKLAT_DIANGGAP_TEKNIS",
            PERINGATAN,
            "Jenis pelatihan '%(teks)s' tidak dikenal, dicatat sebagai teknis. Betulkan bila keliru.",
        ),
    ]
)
