"""Siapa membuka, mengisi, dan membaca survei. Hasil yang terbit milik umum; tulisan bebas tidak.

Yang menutup periode pengelola survei atau jadwalnya sendiri, bukan unit yang dinilai.
"""

from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin, daftarkan_jangkauan, daftarkan_peran
from kasuari.masyarakat.survei.models import Layanan, Periode

PENGELOLA = "admin_survei"
UNIT = ("atasan", "umpeg", "operator_unit")
daftarkan_peran(
    PENGELOLA,
    "Pengelola survei (Bagian Organisasi)",
    "Survey manager (Organisation Section)",
    wajib_totp=True,
)

IZIN = [
    *(Aturan("survei.lihat", p, Lingkup.SUBPOHON) for p in UNIT),
    *(Aturan("survei.lihat", p, Lingkup.SEMUA) for p in (PENGELOLA, "sekda", "pimpinan", "inspektorat")),
    *(Aturan("survei.kertas", p, Lingkup.SUBPOHON) for p in ("umpeg", "operator_unit")),
    Aturan("survei.kertas", PENGELOLA, Lingkup.SEMUA),
    *(Aturan("survei.komentar", p, Lingkup.SUBPOHON) for p in UNIT),
    Aturan("survei.komentar", PENGELOLA, Lingkup.SEMUA),
    Aturan("survei.kelola", PENGELOLA, Lingkup.SEMUA),
]
daftarkan_izin(IZIN)
daftarkan_jangkauan(Periode, unit="unit_id")
daftarkan_jangkauan(Layanan, unit="unit_id")
