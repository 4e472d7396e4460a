"""Yang jatuh temponya belum dapat dihitung karena datanya belum ada: disebut di daftar, bukan hilang."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.models import RiwayatKontrak

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
