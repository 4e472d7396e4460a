"""Kapan yang ditanyakan: keadaan pada satu hari, menurut catatan sampai satu hari. Dua-duanya dari alamat (GET)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.waktu import awal_hari, hari_ini
from kasuari.dasar.rupa.borang import Borang, IsianTanggal


class BorangSaat(Borang):
    per = IsianTanggal(label=_("Per tanggal"), required=False, help_text=_("Kosong berarti hari ini."))
    tahu = IsianTanggal(
        label=_("Menurut catatan sampai"),
        required=False,
        help_text=_("Kosong berarti semua yang kita ketahui sekarang."),
    )


@dataclass(frozen=True)
class Saat:
    """`pada`: hari yang ditanyakan; `tahu`: catatan sesudah hari itu diabaikan (None: tidak ada yang diabaikan)."""

    pada: date
    tahu: date | None = None

    @property
    def diketahui(self) -> datetime | None:
        return awal_hari(self.tahu + timedelta(days=1)) if self.tahu else None

    @property
    def kini(self) -> bool:
        return self.tahu is None and self.pada == hari_ini()

    @property
    def ekor(self) -> str:
        """Bagian alamat yang membawa saat ini ke halaman berikutnya; kosong bila hari ini."""
        bagian = [] if self.pada == hari_ini() else _tiga("per", self.pada)
        bagian += _tiga("tahu", self.tahu) if self.tahu else []
        return f"?{'&'.join(bagian)}" if bagian else ""


def _tiga(nama: str, hari: date) -> list[str]:
    return [f"{nama}_{n}={v}" for n, v in (("hari", hari.day), ("bulan", hari.month), ("tahun", hari.year))]


def baca(isi: QueryDict) -> tuple[BorangSaat, Saat]:
    """Formulir dan saatnya; isian yang keliru kembali sebagai hari ini, dengan pesannya pada formulir."""
    borang = BorangSaat(isi)
    bersih = borang.cleaned_data if borang.is_valid() else {}
    return borang, Saat(bersih.get("per") or hari_ini(), bersih.get("tahu"))
