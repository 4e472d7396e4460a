"""Fakta seorang PNS pada satu TMT menjadi masukan `aturan.pangkat`."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.berikut import dasar_gaji
from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.gaji import GajiTerakhir, gaji_terakhir
from kasuari.aparatur.usulan.kinerja import dua_predikat
from kasuari.aturan.masa_kerja import selisih_bulan
from kasuari.dasar.rupa.bentuk import tanggal


class Orang(NamedTuple):
    """`gaji`: gaji pokok terakhir. `masukan`: bidang `aturan.pangkat` yang diketahui. `mkg`: bulan pada TMT. `kurang`: fakta yang belum ada."""

    golongan: Any
    gaji: GajiTerakhir | None
    pak: Any
    mkg: int
    predikat: list[tuple[int, str | None]]
    masukan: dict[str, Any]
    kurang: list[str]


def orang(b: Bahan, tmt: date) -> Orang:
    """Keadaan sehari sebelum TMT; yang belum tercatat menjadi kalimat."""
    kemarin = tmt - timedelta(days=1)
    g, k, pak = (b.pada(kode, kemarin) for kode in ("golongan", "kgb", "pak"))
    didik = ijazah(b, tmt)
    predikat = dua_predikat(b, tmt)
    kurang = [
        kalimat
        for hilang, kalimat in (
            (g is None, _("Golongan belum tercatat di register.")),
            (k is None, _("Gaji pokok terakhir belum tercatat. Catat SK pangkat atau KGB terakhirnya di lembar pegawai.")),
            (not didik, _("Ijazah belum tercatat. Catat ijazah tertingginya di lembar pegawai.")),
        )
        if hilang
    ]  # fmt: skip
    kurang += [
        _("Penilaian kinerja (SKP) %(t)s belum tercatat.") % {"t": t} for t, p in predikat if p is None
    ]
    dasar = dasar_gaji(g, k)
    kini = b.p.kini
    masukan = {
        "golongan": g.golongan if g else None,
        "tmt_pangkat": g.mulai if g else None,
        "per_tanggal": tmt,
        "predikat_n1": predikat[0][1],
        "predikat_n2": predikat[1][1],
        "ijazah": didik,
        "eselon": kini.eselon or None,
        "tmt_jabatan": kini.tmt_jabatan,
        "jenjang": pak.jenjang if pak else None,
        "ak": pak.ak if pak else None,
    }
    mkg = dasar.mk_tahun * 12 + dasar.mk_bulan + selisih_bulan(dasar.mulai, tmt) if dasar else 0
    return Orang(g, gaji_terakhir(b, kemarin), pak, mkg, predikat, masukan, kurang)


def ijazah(b: Bahan, hari: date) -> str:
    """Tingkat ijazah tertinggi yang tercatat pada hari itu, atau kosong."""
    ada = [f.tingkat for f in b.semua("pendidikan") if f.mulai <= hari]
    return max(ada, key=TINGKAT_PENDIDIKAN.index, default="")


def menyusul(b: Bahan, tmt: date) -> list[str]:
    """Fakta sesudah TMT yang akan bertentangan: pangkat dan gaji ditulis urut waktu."""
    hasil = []
    for f in b.semua("golongan"):
        if f.mulai >= tmt and not f.nihil:
            hasil.append(
                _("Golongan %(g)s sudah tercatat mulai %(t)s, jadi TMT ini terlambat.")
                % {"g": f.golongan, "t": tanggal(f.mulai)}
            )
    for f in b.semua("kgb"):
        if f.mulai > tmt:
            hasil.append(
                _("KGB %(t)s sudah tercatat sesudah TMT ini. Cabut KGB itu, naikkan pangkatnya, lalu usulkan lagi KGB-nya.")
                % {"t": tanggal(f.mulai)}
            )  # fmt: skip
    if b.p.kini.pensiun and tmt >= b.p.kini.pensiun:
        hasil.append(_("Pensiun %(t)s, sebelum TMT ini.") % {"t": tanggal(b.p.kini.pensiun)})
    return hasil
