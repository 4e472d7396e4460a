from kasuari.dasar.dokumen.service import hapus_kedaluwarsa
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja


@tiap(menit=24 * 60)
@pekerjaan("dokumen.hapus_kedaluwarsa")
def bersihkan(kerja: Kerja) -> None:
    hapus_kedaluwarsa(sistem("masa simpan"))
