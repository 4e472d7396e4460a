"""Kata-kata bagi orang: nama masukan, arti kode pilihan, satuan, dan skema. Hukum sendiri dikutip dalam bahasanya.

Rumus dan parameter bernama Indonesia. Di halaman Inggris nama yang belum diterjemahkan tampil apa adanya dengan
`lang="id"`, supaya pembaca layar membacanya dengan benar.
"""

from typing import Any, NamedTuple

from django.utils.html import format_html
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kasuari.aturan.rumus import Susunan


class Label(NamedTuple):
    """Nama satu masukan. `satuan` menentukan cara menulis angkanya ('rupiah', 'JP', ...)."""

    judul: Any
    bantuan: Any = ""
    satuan: str = ""


# nama masukan -> label; "susunan.nama" didahulukan bila satu nama berarti lain di susunan itu
BIDANG: dict[str, Label] = {
    "golongan": Label(_("Golongan ruang"), _("PNS I/a sampai IV/e, PPPK I sampai XVII.")),
    "mkg": Label(_("Masa kerja golongan (MKG)"), _("Lihat SK kenaikan gaji berkala terakhir.")),
    "per_tanggal": Label(_("Masa kerja itu per tanggal"), _("Contoh: 1 3 2026")),
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
# kode pilihan -> arti; yang tidak tertulis sudah berupa kata Indonesia (I/a, Sangat Baik, S1, ...)
ARTI: dict[str, Any] = {
    "BELOW_SLTA": _("di bawah SLTA"),
    "jpt": _("pimpinan tinggi"),
    "administrator": _("administrator"),
    "pengawas": _("pengawas"),
    "fungsional": _("fungsional"),
    "pelaksana": _("pelaksana"),
    "none": _("tidak ada"),
    "higher_than_required": _("lebih tinggi"),
    "as_required": _("sesuai"),
    "lower_than_required": _("lebih rendah"),
    "Sangat Baik": _("Sangat Baik"),
    "Baik": _("Baik"),
    "Butuh Perbaikan": _("Butuh Perbaikan"),
    "Kurang": _("Kurang"),
    "Sangat Kurang": _("Sangat Kurang"),
    "Sangat Tinggi": _("Sangat Tinggi"),
    "Tinggi": _("Tinggi"),
    "Sedang": _("Sedang"),
    "Rendah": _("Rendah"),
    "Sangat Rendah": _("Sangat Rendah"),
}
SKEMA: dict[str, Any] = {
    "perban8_2019": _("Peraturan BKN 8/2019"),
    "bkn_letter_4190_2024": _("Surat BKN 4190/2024, sebagian angkanya disimpulkan"),
}
SATUAN: dict[str, Any] = {
    "rupiah": _("rupiah"),
    "masa kerja": _("masa kerja"),
    "tanggal": _("tanggal"),
    "poin": _("poin"),
    "kategori": _("kategori"),
    "tahun": _("tahun"),
    "bulan": _("bulan"),
    "hari": _("hari"),
}
JENIS = {"pokok": _("pokok"), "rumus": _("rumus"), "parameter": _("parameter")}


def hukum(teks: str) -> Any:
    """Nama dari hukum: terjemahannya bila ada, kalau tidak aslinya bertanda bahasa."""
    alih = gettext(teks)
    if alih != teks or (get_language() or "id").startswith("id"):
        return alih
    return format_html('<span lang="id">{}</span>', teks)


def label(susunan: Susunan, nama: str) -> Label:
    """Label satu masukan; tanpa catatan, namanya sendiri yang dirapikan."""
    ada = BIDANG.get(f"{susunan.nama}.{nama}") or BIDANG.get(nama)
    return ada or Label(nama.replace("_", " ").capitalize())


def arti(kode: Any) -> Any:
    """Arti satu kode pilihan."""
    return ARTI.get(str(kode), kode)


def skema(kode: str) -> Any:
    return SKEMA.get(kode, kode.replace("_", " ").capitalize())


def satuan(kode: str) -> Any:
    return SATUAN.get(kode, kode)


def banyak_sel(n: int) -> str:
    return ngettext("tabel %(n)s baris", "tabel %(n)s baris", n) % {"n": n}
