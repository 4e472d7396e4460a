from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.models import Kerja
from kasuari.dasar.kabar.service import antar


@pekerjaan("kabar.surat", transaksi=False)
def surat(kerja: Kerja) -> None:
    """Efek di luar basis data: disewa, dikirim, lalu dicatat."""
    antar(kerja.rujukan)
