"""Syarat kinerja yang sama di beberapa jenis usulan: predikat terakhir yang seharusnya sudah ada."""

from datetime import date

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.riwayat import PREDIKAT
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.dasar.inti.waktu import hari_ini


def kinerja_kurang(b: Bahan, tmt: date, terendah: str) -> list[str]:
    """Kekurangan predikat tahun terakhir. Di awal tahun, sebelum penilaian selesai, tahun sebelumnya masih dipakai."""
    ada = {s.tahun: s.predikat for s in b.semua("skp")}
    terbaru = _terbaru(b, tmt)
    if terbaru not in ada:
        return [_("Penilaian kinerja (SKP) %(t)s belum tercatat.") % {"t": terbaru}]
    if PREDIKAT.index(ada[terbaru]) > PREDIKAT.index(terendah):
        return [
            _("Predikat kinerja %(t)s %(p)s, paling rendah %(r)s.")
            % {"t": terbaru, "p": ada[terbaru], "r": terendah}
        ]
    return []


def dua_predikat(b: Bahan, tmt: date) -> list[tuple[int, str | None]]:
    """(tahun, predikat) dua tahun terakhir, yang terbaru dulu; None bila belum tercatat."""
    ada = {s.tahun: s.predikat for s in b.semua("skp")}
    terbaru = _terbaru(b, tmt)
    return [(t, ada.get(t)) for t in (terbaru, terbaru - 1)]


def _terbaru(b: Bahan, tmt: date) -> int:
    """Tahun penilaian terakhir yang seharusnya ada; tahun sebelumnya bila hanya itu yang tercatat."""
    tahun = min(tmt.year, hari_ini().year) - 1
    ada = {s.tahun for s in b.semua("skp")}
    return tahun - 1 if tahun not in ada and tahun - 1 in ada else tahun
