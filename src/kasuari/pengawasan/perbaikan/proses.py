"""Alur satu perbaikan: temuan, rencana, janji, bukti, lalu diukur lagi. Tidak ada jalan pulang tanpa alasan yang terbaca umum."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.alur.proses import Langkah, Proses, Tahap, daftarkan
from kasuari.dasar.alur.siapa import Meja
from kasuari.pengawasan.perbaikan import efek
from kasuari.pengawasan.perbaikan.models import VONIS
from kasuari.pengawasan.perbaikan.siapa import KepalaUnit, Pemilik, Penyetuju, Sistem


def hari_janji(kasus: Kasus) -> date:
    """hari yang dijanjikan."""
    return kasus.perbaikan.janji  # type: ignore[no-any-return]


def berangka(kasus: Kasus) -> bool:
    """temuannya dari indikator, jadi dapat diukur lagi."""
    return bool(kasus.perbaikan.indikator)


def tanpa_angka(kasus: Kasus) -> bool:
    """temuannya dari luar, tanpa indikator."""
    return not kasus.perbaikan.indikator


_KURANG = (_("Buktinya tidak memperlihatkan yang dijanjikan."), _("Fotonya tidak terbaca. Unggah lagi."),
           _("Baru sebagian yang dikerjakan."))  # fmt: skip
_RENCANA = (_("Tindakannya belum menjawab sebabnya."), _("Tanggalnya terlalu lama bagi warga."),
            _("Pemiliknya tidak berwenang mengerjakannya."))  # fmt: skip

PERBAIKAN = daftarkan(
    Proses(
        "perbaikan", 1, _("Perbaikan pelayanan"), awal="ditemukan", izin="perbaikan.rencanakan", alamat="perbaikan:satu",
        tahap=[
            Tahap("ditemukan", _("Menunggu rencana"), "perlu", menunggu=KepalaUnit(), tenggat="perbaikan_rencana"),
            Tahap("diajukan", _("Rencana menunggu persetujuan"), "diperiksa", menunggu=Penyetuju(), tenggat="perbaikan_setuju"),
            Tahap("berjalan", _("Sedang dikerjakan"), "dikerjakan", menunggu=Pemilik(), janji=hari_janji),
            Tahap("minta_waktu", _("Tanggal baru menunggu putusan"), "diperiksa", menunggu=Penyetuju(), tenggat="perbaikan_setuju"),
            Tahap("diperiksa", _("Bukti sedang diperiksa"), "diperiksa", menunggu=Meja("inspektorat"), tenggat="perbaikan_periksa"),
            Tahap("usul_lepas", _("Diminta tidak ditindaklanjuti"), "diperiksa", menunggu=Meja("inspektorat"), tenggat="perbaikan_periksa"),
            Tahap("ukur", _("Menunggu survei berikutnya"), "dikerjakan"),
            *(Tahap(kode, judul, "selesai" if kode == "membaik" else "tidak") for kode, judul in VONIS.items()),
            Tahap("selesai", _("Selesai dikerjakan"), "selesai"),
            Tahap("dilepas", _("Tidak ditindaklanjuti"), "tidak"),
        ],
        langkah=[
            Langkah("ditemukan", "rencanakan", "diajukan", _("Ajukan rencana"), pisah="orang", kelas="utama"),
            Langkah("ditemukan", "usul_lepas", "usul_lepas", _("Minta tidak ditindaklanjuti"), pisah="lepas", perlu_alasan=True),
            Langkah("usul_lepas", "lepas", "dilepas", _("Terima alasannya"), pisah="lepas", efek=efek.tutup, kelas="bahaya"),
            Langkah("usul_lepas", "tetap_perlu", "ditemukan", _("Tetap perlu rencana"), perlu_alasan=True, kelas="utama"),
            Langkah("diajukan", "setujui", "berjalan", _("Setujui rencana"), pisah="orang", efek=efek.berjanji, kelas="utama"),
            Langkah("diajukan", "kembalikan", "ditemukan", _("Kembalikan rencana"), perlu_alasan=True),
            Langkah("berjalan", "serahkan", "diperiksa", _("Serahkan buktinya"), pisah="bukti", efek=efek.berbukti, kelas="utama"),
            Langkah("berjalan", "minta_waktu", "minta_waktu", _("Minta tanggal baru"), pisah="waktu", perlu_alasan=True),
            Langkah("minta_waktu", "beri_waktu", "berjalan", _("Setujui tanggal baru"), pisah="waktu", efek=efek.janji_baru, kelas="utama"),
            Langkah("minta_waktu", "tolak_waktu", "berjalan", _("Tetap tanggal semula"), perlu_alasan=True, efek=efek.batal_waktu),
            Langkah("diperiksa", "terima", "ukur", _("Terima buktinya"), pisah="bukti", bila=berangka, efek=efek.dikerjakan, kelas="utama"),
            Langkah("diperiksa", "terima", "selesai", _("Terima buktinya"), pisah="bukti", bila=tanpa_angka, efek=efek.tutup, kelas="utama"),
            Langkah("diperiksa", "kurang", "berjalan", _("Kembalikan bukti"), perlu_alasan=True),
            *(Langkah("ukur", kode, kode, judul, siapa=Sistem(), efek=efek.tutup) for kode, judul in VONIS.items()),
        ],
        alasan_siap={"kembalikan": _RENCANA, "kurang": _KURANG, "minta_waktu": (_("Barang atau anggarannya belum datang."),)},
    )
)  # fmt: skip
