"""Yang ditawarkan: tautan melapor di halaman layanan gratis, dan menu bagi Inspektorat."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.bahan import Angka
from kasuari.dasar.rupa.bentuk import angka
from kasuari.dasar.rupa.slot import Pintu, tawarkan
from kasuari.masyarakat.pungutan import selectors
from kasuari.masyarakat.pungutan.models import Keadaan

PERAN = ("inspektorat",)


def _lapor(pelaku: Pelaku, layanan: str) -> Pintu:
    return Pintu(reverse("pungutan_lapor", args=[layanan.lower()]), _("Laporkan tanpa nama"))


def _menu(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("pungutan:daftar"), _("Diminta bayar"), _("Laporan warga, tanpa nama"), "perisai")


def _angka(pelaku: Pelaku) -> Angka | None:
    n = selectors.daftar(pelaku).filter(keadaan=Keadaan.DITERIMA).count()
    if not n:
        return None
    return Angka(_("Laporan diminta bayar belum ditelaah"), angka(n), "", reverse("pungutan:daftar"), "ingat")


def pasang() -> None:
    tawarkan("layanan.diminta_bayar", 10, "pungutan", _lapor)
    tawarkan("menu.kerja", 62, "pungutan", _menu, peran=PERAN)
    tawarkan("beranda.angka", 46, "pungutan", _angka, peran=PERAN)
