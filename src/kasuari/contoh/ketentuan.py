"""Dua ketentuan daerah rekaan: satu sudah dipakai, satu menunggu orang kedua (langkah tur)."""

import io
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.dokumen import pdf
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.ketentuan import service

SURAT = "contoh/data/perwal.typ"
DIPAKAI = {
    "kode": "kgb_surat_bulan", "nilai": "3", "dasar": "Perwal Contoh 9/2026 Pasal 4",
    "alasan": "Surat dari kepulauan perlu waktu lebih lama untuk sampai",
}  # fmt: skip
MENUNGGU = {
    "kode": "pensiun_mpp_bulan", "nilai": "6", "dasar": "Rancangan Perwal Contoh 12/2026 Pasal 2",
    "alasan": "Menyesuaikan jadwal serah terima pekerjaan",
}  # fmt: skip


def isi(per: date, pengusul: Akun, penyetuju: Akun) -> None:
    """Diusulkan tiga hari lalu, disetujui dua hari lalu; yang kedua diusulkan kemarin dan masih menunggu."""
    with pada_saat(per - timedelta(days=3)):
        usul = service.usulkan(susun_pelaku(pengusul), **_usul(DIPAKAI, per)).uid
    assert usul is not None
    with pada_saat(per - timedelta(days=2)):
        service.setujui(susun_pelaku(penyetuju, sudo=True), usul=usul, kunci=uuid_dari("contoh", "setuju"))
    with pada_saat(per - timedelta(days=1)):
        service.usulkan(susun_pelaku(pengusul), **_usul(MENUNGGU, per))


def _usul(isi_: Mapping[str, str], per: date) -> dict[str, Any]:
    surat = pdf.buat(SURAT, {"dasar": isi_["dasar"], "alasan": isi_["alasan"]})
    return {
        **isi_, "sel": "", "berlaku": date(per.year, 1, 1), "surat": io.BytesIO(surat), "nama_surat": "surat-contoh.pdf",
        "kunci": uuid_dari("contoh", "usul", isi_["kode"]),
    }  # fmt: skip
