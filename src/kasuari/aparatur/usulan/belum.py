"""Yang jatuh temponya belum dapat dihitung karena datanya belum ada: disebut di daftar, bukan hilang."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.models import RiwayatKontrak
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan

Belum = Sequence[tuple[Q, Any]]
GOLONGAN = (Q(golongan=""), _("Golongan belum tercatat di register."))


def kgb() -> Belum:
    """Tanpa golongan atau gaji terakhir, atau masa kerjanya ditolak tabel gaji."""
    berkala = Q(jenis__in=("pns", "pppk"))
    return [
        (berkala & GOLONGAN[0], GOLONGAN[1]),
        (
            berkala & Q(gaji_pokok=None),
            _("KGB terakhir belum tercatat. Catat surat KGB atau SK terakhirnya di lembar pegawai."),
        ),
        (
            berkala & ~Q(golongan="") & Q(gaji_pokok__isnull=False, daftar_kurang__contains='"kgb"'),
            _("Golongan atau masa kerjanya tidak ada di tabel gaji. Periksa di lembar pegawai."),
        ),
    ]


def pangkat_reguler() -> Belum:
    """PNS tanpa golongan, jabatan, atau ijazah; jabatan yang naik dengan cara lain tidak ikut."""
    jabatan = ketentuan.buku(hari_ini()).nilai("kp_reguler_jabatan")
    naik = Q(jenis="pns", jenis_jabatan__in=[str(j) for j in jabatan])
    return [
        (naik & GOLONGAN[0], GOLONGAN[1]),
        (Q(jenis="pns", jenis_jabatan=""), _("Jabatannya belum tercatat di register.")),
        (
            naik & Q(pendidikan=""),
            _("Ijazah belum tercatat. Catat ijazah tertingginya di lembar pegawai."),
        ),
    ]


def pensiun(*jenis: str) -> Belum:
    """Yang batas usia pensiunnya belum diketahui."""
    return [
        (
            Q(jenis__in=jenis, pensiun=None),
            _("Jabatan atau jenjangnya belum tercatat, jadi batas usia pensiunnya belum diketahui."),
        )
    ]


def kontrak(jenis: str) -> Belum:
    """PPPK tanpa perjanjian kerja di register."""
    ada = RiwayatKontrak.objects.filter(subjek=OuterRef("pegawai"), ditutup=None)
    return [
        (
            Q(~Exists(ada), jenis=jenis),
            _("Perjanjian kerjanya belum tercatat. Catat di lembar pegawai, bagian Perjanjian kerja."),
        )
    ]
