"""Yang ditawarkan antrean kepada kerangka: menu petugas loket."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.slot import Pintu, tawarkan


def _menu(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("antrean:pilih"), _("Antrean loket"), _("Panggil nomor dan atur loket"), "orang")


def pasang() -> None:
    tawarkan("menu.kerja", 52, "antrean", _menu, peran=("petugas_layanan",))
