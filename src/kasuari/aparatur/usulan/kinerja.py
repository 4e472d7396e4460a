"""Syarat kinerja yang sama di beberapa jenis usulan: predikat terakhir yang seharusnya sudah ada."""

from datetime import date

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.riwayat import PREDIKAT
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.dasar.inti.waktu import hari_ini


def kinerja_kurang(b: Bahan, tmt: date, terendah: str) -> list[str]:
    """Kekurangan predikat tahun terakhir. Di awal tahun, sebelum penilaian selesai, tahun sebelumnya masih dipakai."""
    tahun = min(tmt.year, hari_ini().year) - 1
    ada = {s.tahun: s.predikat for s in b.semua("skp")}
    terbaru = next((t for t in (tahun, tahun - 1) if t in ada), None)
    if terbaru is None:
        return [_("Penilaian kinerja (SKP) %(t)s belum tercatat.") % {"t": tahun}]
    if PREDIKAT.index(ada[terbaru]) > PREDIKAT.index(terendah):
        return [
            _("Predikat kinerja %(t)s %(p)s, paling rendah %(r)s.")
            % {"t": terbaru, "p": ada[terbaru], "r": terendah}
        ]
    return []
