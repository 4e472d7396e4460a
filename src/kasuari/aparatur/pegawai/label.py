"""Sebutan bagi kode-kode register. Kode mengikuti referensi SIASN; layar, ekspor, dan saringan memakai daftar ini."""

from django.utils.translation import gettext_lazy as _

JENIS_ASN = {"pns": _("PNS"), "cpns": _("CPNS"), "pppk": _("PPPK"), "pppk_pw": _("PPPK paruh waktu")}
KEDUDUKAN = {
    "01": _("Aktif"),
    "02": _("Cuti di luar tanggungan negara"),
    "03": _("Tugas belajar"),
    "04": _("Pemberhentian sementara"),
    "20": _("Masa persiapan pensiun"),
    "52": _("Tidak aktif"),
    "66": _("Diberhentikan"),
    "88": _("Diberhentikan dengan hak pensiun"),
    "98": _("Mencapai batas usia pensiun"),
    "99": _("Pensiun"),
}
JENIS_JABATAN = {
    "jpt": _("Pimpinan tinggi"),
    "administrator": _("Administrator"),
    "pengawas": _("Pengawas"),
    "fungsional": _("Fungsional"),
    "pelaksana": _("Pelaksana"),
}
JENIS_TUGAS = {"definitif": _("Definitif"), "plt": _("Plt"), "plh": _("Plh"), "pj": _("Pj")}
JENIS_DIKLAT = {
    "kepemimpinan": _("Kepemimpinan"),
    "fungsional": _("Fungsional"),
    "teknis": _("Teknis"),
    "seminar": _("Seminar, lokakarya, magang, kursus"),
}
TINGKAT_HUKUMAN = {"ringan": _("Ringan"), "sedang": _("Sedang"), "berat": _("Berat")}
HUBUNGAN = {"pasangan": _("Suami atau istri"), "anak": _("Anak"), "ayah": _("Ayah"), "ibu": _("Ibu")}
JENIS_KONTRAK = {"penuh": _("Penuh waktu"), "paruh_waktu": _("Paruh waktu")}
JENIS_SURAT_IZIN = {
    "str": _("Surat tanda registrasi (STR)"),
    "sip": _("Surat izin praktik (SIP)"),
    "sertifikat": _("Sertifikat kompetensi atau keahlian"),
    "lain": _("Surat lain yang berjangka"),
}
JENIS_RIWAYAT = {
    "status": _("Status dan kedudukan"),
    "jabatan": _("Jabatan"),
    "golongan": _("Golongan"),
    "kgb": _("Kenaikan gaji berkala (KGB)"),
    "pak": _("Angka kredit (PAK)"),
    "pendidikan": _("Pendidikan"),
    "diklat": _("Pelatihan dan kursus"),
    "skp": _("Kinerja (SKP)"),
    "penghargaan": _("Penghargaan"),
    "hukuman": _("Hukuman disiplin"),
    "cuti": _("Cuti"),
    "keluarga": _("Keluarga"),
    "kontrak": _("Perjanjian kerja"),
    "surat_izin": _("STR, SIP, dan surat berjangka"),
}
KEKURANGAN = {
    "nik": _("NIK"),
    "golongan": _("Golongan"),
    "jabatan": _("Jabatan dan unit"),
    "bup": _("Jenjang jabatan"),
    "pendidikan": _("Ijazah"),
    "kgb": _("SK KGB terakhir"),
    "skp": _("SKP tahun lalu"),
    "diklat": _("Pelatihan"),
    "email": _("E-mail"),
}
SIAPA = {
    "asn": _("Pegawai sendiri"),
    "umpeg": _("Pengelola kepegawaian perangkat daerah"),
    "bkpsdm": _("BKPSDM"),
}
KEPUTUSAN = {
    "belum": _("Belum diputuskan"),
    "kami": _("Data kami benar: perbaiki di SIASN"),
    "siasn": _("SIASN benar: perbaiki di sini"),
    "selesai": _("Sudah sama"),
}
KEPUTUSAN_PENDEK = {
    "belum": _("Belum"),
    "kami": _("Kami benar"),
    "siasn": _("SIASN benar"),
    "selesai": _("Sudah sama"),
}
