"""Kata-kata layar: dimensi, kategori, dan perbuatan yang menaikkan indeks."""

from django.utils.translation import gettext_lazy as _

DIMENSI = {
    "kualifikasi": _("Kualifikasi"),
    "kompetensi": _("Kompetensi"),
    "kinerja": _("Kinerja"),
    "disiplin": _("Disiplin"),
}
KATEGORI = {
    "Sangat Tinggi": (_("Sangat Tinggi"), "sukses"),
    "Tinggi": (_("Tinggi"), "sukses"),
    "Sedang": (_("Sedang"), "ingat"),
    "Rendah": (_("Rendah"), "galat"),
    "Sangat Rendah": (_("Sangat Rendah"), "galat"),
}
PENAIK = {
    "pengembangan_kompetensi": _("Melengkapi jam pelatihan tahun ini"),
    "diklat_teknis": _("Ikut pelatihan teknis sampai jam yang disyaratkan"),
    "seminar": _("Ikut satu seminar, lokakarya, atau kursus"),
    "diklat_kepemimpinan": _("Ikut pelatihan kepemimpinan sesuai jenjang"),
    "diklat_fungsional": _("Ikut pelatihan fungsional jabatan"),
}
ASAL = {
    "pendidikan": _("Ijazah"),
    "kinerja": _("Predikat kinerja"),
    "kepemimpinan": _("Pelatihan kepemimpinan"),
    "fungsional": _("Pelatihan fungsional"),
    "teknis": _("Pelatihan teknis"),
    "seminar": _("Seminar dan kursus"),
    "bangkom": _("Pelatihan dalam tahun pengukuran"),
    "disiplin": _("Hukuman disiplin"),
}
SKEMA = {
    "perban8_2019": _("Peraturan BKN 8/2019"),
    "bkn_letter_4190_2024": _("Surat BKN 4190/2024, sebagian angkanya disimpulkan"),
}
MASUKAN = {
    "kualifikasi_vs_jabatan": _("ijazah dibanding syarat jabatan"),
    "predikat": _("predikat kinerja"),
    "bangkom_jp": _("jam pelatihan tahun ini"),
    "bangkom_points": _("poin pelatihan dari BKN"),
    "komp_predikat": _("bagian dari predikat"),
    "komp_bangkom": _("bagian dari pelatihan"),
    "hukdis": _("hukuman disiplin"),
    "pendidikan": _("pendidikan"),
    "jabatan": _("jenis jabatan"),
    "kualifikasi": _("kualifikasi"),
    "kompetensi": _("kompetensi"),
    "kinerja": _("kinerja"),
    "disiplin": _("disiplin"),
    "indeks": _("indeks"),
    "diklat_teknis_jp": _("jam pelatihan teknis"),
    "diklat_pim": _("pelatihan kepemimpinan"),
    "diklat_fungsional": _("pelatihan fungsional"),
    "seminar": _("seminar"),
    "nilai_skp": _("nilai SKP"),
}
ARTI = {
    "higher_than_required": _("lebih tinggi"),
    "as_required": _("sesuai"),
    "lower_than_required": _("lebih rendah"),
    "none": _("tidak ada"),
    "True": _("ya"),
    "False": _("tidak"),
}
