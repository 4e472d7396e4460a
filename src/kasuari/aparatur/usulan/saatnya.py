"""Yang sama bagi semua jenis usulan: orangnya masih pegawai aktif pada harinya, dan harinya tidak terlalu jauh."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.rangka import Jenis
from kasuari.aturan.masa_kerja import awal_bulan, indeks_bulan
from kasuari.aturan.register import kedudukan_aktif, kedudukan_keluar
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal


def kurang(j: Jenis, b: Bahan, tmt: date | None) -> list[str]:
    """Kekurangan umum satu usulan; yang tidak bertanggal ditimbang menurut hari ini. Galat: `GalatAturan`."""
    hari = tmt or hari_ini()
    hasil = _tidak_aktif(b, hari) if j.aktif else []
    if not hasil and j.dalam_kontrak:
        hasil = _luar_kontrak(b, hari)
    return hasil if tmt is None else [*hasil, *terlalu_awal(j, b, tmt)]


def _tidak_aktif(b: Bahan, hari: date) -> list[str]:
    """Berhenti, meninggal, atau kedudukannya tidak aktif. Dasar: parameter `register_kedudukan_aktif`."""
    s = next((f for f in b.semua("status") if f.mulai <= hari), None)
    if s is None:
        return [_("Status kepegawaian belum tercatat di register.")]
    if not s.nihil and s.kedudukan in kedudukan_aktif(b.buku(hari)):
        return []
    if s.nihil or s.kedudukan in kedudukan_keluar(b.buku(hari)):
        return [_("Sudah berhenti sebagai pegawai mulai %(t)s.") % {"t": tanggal(s.mulai)}]
    return [_("Kedudukannya tidak aktif sejak %(t)s.") % {"t": tanggal(s.mulai)}]


def _luar_kontrak(b: Bahan, hari: date) -> list[str]:
    """PPPK hanya di dalam perjanjian kerjanya. Dasar: PP 49/2018 Pasal 37."""
    s = b.pada("status", hari)
    if s is None or not s.jenis.startswith("pppk") or b.berlaku("kontrak", hari):
        return []
    akhir = max((f.sampai for f in b.semua("kontrak") if f.sampai), default=None)
    if akhir is None:
        return [_("Perjanjian kerjanya belum tercatat. Catat di lembar pegawai, bagian Perjanjian kerja.")]
    return [
        _("Hari itu di luar perjanjian kerjanya, yang berakhir %(t)s. Perpanjang perjanjiannya lebih dulu.")
        % {"t": tanggal(akhir - timedelta(days=1))}
    ]


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
