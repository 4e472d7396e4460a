"""Siapa mengurus surat: BKPSDM seluruh daerah; pengelola unit hanya surat unitnya, mencetak dan memindainya.

Surat tertutup (disiplin, kesehatan, pensiun) hanya dibuka yang punya `surat.tertutup`.
"""

from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan
from kasuari.dasar.dokumen.models import Surat

_BKPSDM = ("bkpsdm", "kepala_bkpsdm")

daftarkan_izin(
    [
        *(
            Aturan(f"surat.{x}", p, Lingkup.SEMUA)
            for p in _BKPSDM
            for x in ("lihat", "tertutup", "buku", "sahkan")
        ),
        *(Aturan(f"surat.{x}", "bkpsdm", Lingkup.SEMUA) for x in ("nomor", "basah", "ulang")),
        *(Aturan(f"surat.{x}", "umpeg", Lingkup.SUBPOHON) for x in ("lihat", "basah")),
        Aturan("surat.turunkan", "kepala_bkpsdm", Lingkup.SEMUA),
    ]
)
daftarkan_jangkauan(Surat, unit="unit_id")
