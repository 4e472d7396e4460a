from uuid import UUID

from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.service import hapus_kedaluwarsa, sapu_yatim
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.jejak.antrean import pekerjaan
from kasuari.dasar.jejak.jadwal import tiap
from kasuari.dasar.jejak.models import Kerja


@tiap(menit=24 * 60)
@pekerjaan("dokumen.hapus_kedaluwarsa")
def bersihkan(kerja: Kerja) -> None:
    hapus_kedaluwarsa(sistem("masa simpan"))


@tiap(menit=24 * 60)
@pekerjaan("dokumen.sapu_yatim")
def sapu(kerja: Kerja) -> None:
    sapu_yatim()


@pekerjaan("surat.tanda", transaksi=False)
def tanda(kerja: Kerja) -> None:
    """PDF dan tanda tangan satu surat; disewa, sebab lama dan dapat memanggil layanan luar."""
    surat.tandatangani(UUID(kerja.rujukan))
