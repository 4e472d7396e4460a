"""Berkas kenaikan pangkat: yang dokumennya sudah ada di register tidak diminta lagi."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Syarat
from kasuari.aturan.golongan import GOLONGAN_KODE, KODE_PNS
from kasuari.dasar.inti.waktu import hari_ini


def sk_pangkat(b: Bahan, tmt: date | None) -> Syarat:
    """SK pangkat terakhir; tidak wajib bila riwayat golongannya menyebut nomor SK atau menyimpan dokumennya."""
    g = b.pada("golongan", (tmt or hari_ini()) - timedelta(days=1))
    ada = g is not None and bool(g.lampiran or g.surat or g.sk_nomor)
    return Syarat(
        "sk_pangkat", _("SK pangkat terakhir"), _("Sudah ada di register.") if ada else "", wajib=not ada
    )


def skp() -> Syarat:
    return Syarat("skp", _("Penilaian kinerja (SKP) dua tahun terakhir"), wajib=False)


def tingkat_ujian(b: Bahan, tmt: date | None) -> int:
    """Tingkat ujian dinas yang diperlukan untuk golongan berikutnya; 0 bila tidak perlu."""
    hari = tmt or hari_ini()
    g = b.pada("golongan", hari - timedelta(days=1))
    if g is None or g.golongan not in KODE_PNS:
        return 0
    urut = list(KODE_PNS.values())
    ke = urut.index(KODE_PNS[g.golongan]) + 1
    tabel: Mapping[str, Any] = b.buku(hari).tabel("kp_ujian_dinas")
    return int(tabel.get(GOLONGAN_KODE[urut[ke]], 0)) if ke < len(urut) else 0


def ujian_dinas(b: Bahan, tmt: date | None) -> list[Syarat]:
    if not tingkat_ujian(b, tmt):
        return []
    return [Syarat("ujian_dinas", _("Surat tanda lulus ujian dinas"))]
