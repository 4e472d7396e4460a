"""Yang ditawarkan antrean kepada kerangka: menu petugas loket."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.slot import Pintu, tawarkan
from kasuari.masyarakat.antrean import selectors


def _menu(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("antrean:pilih"), _("Antrean loket"), _("Panggil nomor dan atur loket"), "orang")


def _antre(pelaku: Pelaku, layanan: str) -> Pintu | None:
    """Nomor antre unit yang melayani layanan itu, bila loketnya dibuka."""
    kode = selectors.unit_berloket(layanan)
    return Pintu(reverse("antrean_ambil", args=[kode]), _("Ambil nomor antre")) if kode else None


def pasang() -> None:
    tawarkan("menu.kerja", 52, "antrean", _menu, peran=("petugas_layanan",))
    tawarkan("layanan.antre", 10, "antrean", _antre)
