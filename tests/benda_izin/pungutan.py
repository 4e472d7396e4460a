"""Benda laporan diminta bayar: satu atas Dinas Pendidikan dan satu atas Dinas Kesehatan; bagi Inspektorat keduanya sama."""

from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.layanan import katalog
from kasuari.masyarakat.layanan.models import Layanan
from kasuari.masyarakat.pungutan.models import Laporan
from kasuari.masyarakat.pungutan.service import _kemas
from tests.benda_izin.daftar import Argumen, benda


def _laporan(kode: str) -> Laporan:
    if not Layanan.objects.exists():
        katalog.muat(sistem("izin"), kunci=uuid_dari("izin", "katalog"))
    return Laporan.objects.create(
        sidik=kode.encode(), unit=Unit.objects.get(kode=kode), layanan=Layanan.objects.get(kode="KES-01"),
        kejadian=hari_ini(), diterima=hari_ini(), isi=_kemas({"cerita": "Diminta bayar.", "kontak": ""}),
    )  # fmt: skip


@benda("pungutan:satu")
def _satu() -> tuple[Argumen, Argumen]:
    return {"uid": _laporan("dik").id}, {"uid": _laporan("kes").id}


@benda("pungutan_lapor")
def _lapor() -> tuple[Argumen, Argumen]:
    _laporan("dik")
    return {"kode": "kes-01"}, {"kode": "kel-01"}
