"""Nama masukan kepegawaian: pangkat, kinerja, cuti, disiplin, pensiun."""

from django.utils.translation import gettext_lazy as _

from kasuari.dasar.ketentuan.kata.label import Label

BIDANG: dict[str, Label] = {
    "golongan": Label(_("Golongan ruang"), _("PNS I/a sampai IV/e, PPPK I sampai XVII.")),
    "mkg": Label(_("Masa kerja golongan (MKG)"), _("Lihat SK kenaikan gaji berkala terakhir.")),
    "per_tanggal": Label(_("Dihitung per tanggal"), _("Contoh: 1 3 2026")),
    "kgb.per_tanggal": Label(_("Masa kerja itu per tanggal"), _("Contoh: 1 3 2026")),
    "birth": Label(_("Tanggal lahir"), _("Contoh: 17 8 1980")),
    "bup": Label(_("Batas usia pensiun"), _("Dalam tahun; menurut jabatan."), "tahun"),
    "position": Label(_("Nama jabatan")),
    "pendidikan": Label(_("Pendidikan terakhir")),
    "jabatan": Label(_("Jenis jabatan")),
    "diklat_pim": Label(_("Sudah pelatihan kepemimpinan sesuai jabatan?")),
    "diklat_fungsional": Label(_("Sudah pelatihan fungsional?")),
    "diklat_teknis_jp": Label(_("Pelatihan teknis tahun itu"), _("Dalam jam pelajaran (JP)."), "JP"),
    "seminar": Label(_("Ikut seminar, lokakarya, magang, atau kursus?")),
    "nilai_skp": Label(_("Nilai SKP"), _("Hanya bila belum ada predikat.")),
    "predikat": Label(_("Predikat kinerja")),
    "hukdis": Label(_("Hukuman disiplin terberat dalam masa yang dihitung")),
    "kualifikasi_vs_jabatan": Label(_("Ijazah dibanding syarat jabatan")),
    "bangkom_points": Label(_("Poin pelatihan dari BKN"), _("Kosongkan bila tidak tahu."), "poin"),
    "bangkom_jp": Label(_("Pelatihan tahun itu"), _("Dalam jam pelajaran (JP)."), "JP"),
}
