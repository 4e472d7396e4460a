"""Pekerjaan latar milik kerangka."""

from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.models import Kerja
from kasuari.situs.jejak.verifikasi import jalankan


@pekerjaan("situs.verifikasi", transaksi=False)
def verifikasi(kerja: Kerja) -> None:
    jalankan(susun_pelaku(Akun.objects.get(uid=kerja.rujukan)))
