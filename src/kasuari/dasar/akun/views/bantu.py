"""Bantuan kecil bagi tampilan akun."""

from datetime import date, timedelta

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from kasuari.dasar.akun.models import Hibah
from kasuari.dasar.inti.galat import TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku

SATU_HARI = timedelta(days=1)


def pelaku(request: HttpRequest) -> Pelaku:
    return request.pelaku  # type: ignore[attr-defined]


def kiriman(request: HttpRequest) -> QueryDict | None:
    """Isi POST, kosong sekalipun (formulirnya lalu menyebut yang kurang); None bila bukan POST."""
    return request.POST if request.method == "POST" else None


def perlu_sudo(request: HttpRequest) -> None:
    if not pelaku(request).sudo:
        raise TidakBoleh(_("Tindakan ini meminta sandi Anda sekali lagi."), perlu_sudo=True)


def nama_unit(h: "Hibah | object") -> str:
    """Nama unit hari ini; unit yang sudah bubar disebut kodenya."""
    unit = getattr(h, "unit", None)
    if unit is None:
        return _("Seluruh daerah")
    kini = getattr(unit, "kini", None)
    return kini.nama if kini else unit.kode


def hari_terakhir(sampai: date | None) -> date | None:
    """Tanggal akhir tersimpan tidak ikut; orang membaca hari terakhirnya."""
    return sampai - SATU_HARI if sampai else None


def sesudah(terakhir: date | None) -> date | None:
    return terakhir + SATU_HARI if terakhir else None
