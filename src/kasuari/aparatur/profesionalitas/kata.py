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
