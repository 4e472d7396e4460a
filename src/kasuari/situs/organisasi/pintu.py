"""Butir menu organisasi: bagi petugas dan pimpinan. Halamannya sendiri boleh dibaca semua yang masuk."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.slot import Pintu, tawarkan

PETUGAS = (
    "atasan", "umpeg", "operator_unit", "bkpsdm", "kepala_bkpsdm", "sekda", "pimpinan", "inspektorat", "admin_sistem",
)  # fmt: skip


def _pintu(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("organisasi:pohon"), _("Organisasi"), ikon="gedung")


def pasang() -> None:
    """Slot: menu.kerja (Pintu)."""
    tawarkan("menu.kerja", 45, "organisasi", _pintu, peran=PETUGAS)
