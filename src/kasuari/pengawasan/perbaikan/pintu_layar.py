"""Yang ditawarkan ruang perbaikan kepada kerangka: menu, pintu warga, dan angka bagi pimpinan."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.akun.izin import boleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.bahan import Angka
from kasuari.dasar.rupa.bentuk import angka
from kasuari.dasar.rupa.slot import Pintu, tawarkan
from kasuari.pengawasan.perbaikan import selectors

PEMBACA = ("atasan", "bkpsdm", "kepala_bkpsdm", "inspektorat", "sekda", "pimpinan")


def _menu(pelaku: Pelaku) -> Pintu | None:
    if not boleh(pelaku, "perbaikan.lihat").ya:
        return None
    return Pintu(
        reverse("perbaikan:daftar"), _("Perbaikan"), _("Temuan, rencana, janji, dan hasil ukurnya"), "centang"
    )


def _umum(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("perbaikan_umum"), _("Perbaikan"), _("Anda menilai, kami memperbaiki"), "centang")


def _lewat(pelaku: Pelaku) -> Angka | None:
    if not boleh(pelaku, "perbaikan.lihat").ya:
        return None
    n = selectors.saring_keadaan(selectors.daftar(pelaku), "lewat").order_by().count()
    if not n:
        return None
    return Angka(
        _("Perbaikan lewat janji"), angka(n), "", f"{reverse('perbaikan:daftar')}?keadaan=lewat", "galat"
    )


def pasang() -> None:
    tawarkan("menu.kerja", 60, "perbaikan", _menu, peran=PEMBACA)
    tawarkan("menu.publik", 45, "perbaikan", _umum)
    tawarkan("beranda.angka", 45, "perbaikan", _lewat, peran=PEMBACA)
