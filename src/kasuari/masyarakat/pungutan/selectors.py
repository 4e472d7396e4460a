"""Pintu baca laporan diminta bayar: antrean Inspektorat, dan keadaan bagi yang memegang kodenya."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kasuari.dasar.akun.izin import boleh
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.masyarakat.layanan import standar
from kasuari.masyarakat.layanan.models import Layanan
from kasuari.masyarakat.pungutan.models import Laporan


def unit_terlapor(layanan: Layanan) -> list[UnitKini]:
    """Unit yang dapat disebut pelapor: yang melayani layanan itu."""
    return standar.unit_pelayan(layanan)


def pastikan_inspektorat(pelaku: Pelaku) -> None:
    """Galat: `TidakAda` bagi siapa pun selain Inspektorat; adanya laporan pun tidak diberitahukan."""
    if not boleh(pelaku, "pungutan.telaah").ya:
        raise TidakAda(_("Halaman ini tidak ada."))


def daftar(pelaku: Pelaku) -> "QuerySet[Laporan]":
    """Yang belum selesai dan terlama lebih dulu. Galat: `TidakAda`."""
    pastikan_inspektorat(pelaku)
    return Laporan.objects.select_related("unit__kini", "layanan").order_by("keadaan", "diterima", "id")


def satu(pelaku: Pelaku, uid: UUID) -> Laporan:
    """Satu laporan bagi Inspektorat. Galat: `TidakAda`."""
    r = daftar(pelaku).prefetch_related("catatan__oleh").filter(id=uid).first()
    if r is None:
        raise TidakAda(_("Laporan ini tidak ada."))
    return r


def menurut_sidik(sidik: bytes) -> Laporan | None:
    """Laporan yang kodenya bersidik itu; hanya keadaan dan catatan untuk pelapor yang boleh ditampilkan."""
    return Laporan.objects.prefetch_related("catatan").filter(sidik=sidik).first()
