"""Butir menu surat: bagi petugas yang mengurus nomor, tanda tangan basah, dan kelompok surat."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.slot import Pintu, tawarkan


def _pintu(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("surat:daftar"), _("Surat dan nomor"), ikon="berkas")


def pasang() -> None:
    """Slot: menu.kerja (Pintu)."""
    tawarkan("menu.kerja", 47, "surat", _pintu, peran=("bkpsdm", "kepala_bkpsdm", "umpeg"))
