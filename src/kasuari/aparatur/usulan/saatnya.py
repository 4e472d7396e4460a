"""Yang sama bagi semua jenis usulan bertanggal: tidak terlalu awal."""

from datetime import date

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Jenis
from kasuari.aturan.masa_kerja import awal_bulan, indeks_bulan
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal


def terlalu_awal(j: Jenis, b: Bahan, tmt: date) -> list[str]:
    """Kekurangan bila TMT-nya lebih jauh daripada `usulan_paling_awal_bulan` jenis itu; yang tidak disebut tidak dibatasi.

    Syarat kinerja, gaji, dan jabatan ditimbang menurut fakta yang ada; TMT yang jauh belum punya faktanya.
    """
    hari = hari_ini()
    bulan = b.buku(hari).tabel("usulan_paling_awal_bulan").get(j.kode)
    if bulan is None or indeks_bulan(tmt) - indeks_bulan(hari) <= int(bulan):
        return []
    boleh = awal_bulan(indeks_bulan(tmt) - int(bulan))
    return [
        _("TMT %(t)s masih terlalu jauh. Paling awal disusun %(b)s bulan sebelumnya, mulai %(m)s.")
        % {"t": tanggal(tmt), "b": bulan, "m": tanggal(boleh)}
    ]
