"""Penataan bertanggal depan mulai berlaku sendiri: pohon unit ditulis ulang tiap tengah malam WIT."""

from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.organisasi.kini import tulis_kini


@tiap(menit=24 * 60)
@pekerjaan("organisasi.kini_harian")
def kini_harian(kerja: Kerja) -> None:
    tulis_kini()
