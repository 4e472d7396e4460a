"""Ketentuan daerah adalah kuasa atas gaji semua orang: mengusulkan, menyetujui, dan menyegerakan pada tiga peran.

Tidak dapat dilimpahkan. Peran yang berlingkup satu unit tidak menjangkaunya: ketentuan berlaku bagi seluruh daerah.
"""

from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan
from kasuari.dasar.ketentuan.models import Timpa, UsulTimpa

_PENYEGERA = ("sekda", "pimpinan")
_PEMBACA = ("bkpsdm", "kepala_bkpsdm", *_PENYEGERA, "inspektorat")

daftarkan_izin(
    [
        *(Aturan("ketentuan.lihat", p, Lingkup.SEMUA) for p in _PEMBACA),
        Aturan("ketentuan.usul", "bkpsdm", Lingkup.SEMUA),
        Aturan("ketentuan.setujui", "kepala_bkpsdm", Lingkup.SEMUA, sudo=True),
        *(Aturan("ketentuan.segera", p, Lingkup.SEMUA, sudo=True) for p in _PENYEGERA),
        Aturan("ketentuan.cabut", "kepala_bkpsdm", Lingkup.SEMUA, sudo=True),
    ]
)
daftarkan_jangkauan(UsulTimpa)
daftarkan_jangkauan(Timpa)
