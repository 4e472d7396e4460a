"""Pekerjaan latar akun: membuang percobaan lama, sesi yang habis, dan kode yang lewat masa."""

from datetime import timedelta

from django.contrib.sessions.models import Session

from kasuari.dasar.akun.models import KodeSekali, Percobaan, Sesi
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja


@tiap(menit=24 * 60)
@pekerjaan("akun.bersihkan")
def bersihkan(kerja: Kerja) -> None:
    kini = sekarang()
    Percobaan.objects.filter(saat__lt=kini - timedelta(days=1)).delete()
    KodeSekali.objects.filter(sampai__lt=kini).delete()
    Session.objects.filter(expire_date__lt=kini).delete()
    Sesi.objects.exclude(kunci__in=Session.objects.values("session_key")).delete()
