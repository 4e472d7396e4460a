"""Yang ditawarkan survei kepada kerangka: menu kerja, angka beranda pengelola, dan pintu warga ke hasilnya."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.slot import Pintu, tawarkan
from kasuari.masyarakat.survei import izin

PERAN = (izin.PENGELOLA, *izin.UNIT, "sekda", "pimpinan", "inspektorat")


def _kerja(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("survei:daftar"), _("Survei"), _("Kemajuan, QR, dan hasil"), "laporan")


def _publik(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("survei_hasil"), _("Nilai pelayanan"), _("Hasil survei tiap unit"), "laporan")


def pasang() -> None:
    tawarkan("menu.kerja", 45, "survei", _kerja, peran=PERAN)
    tawarkan("menu.publik", 40, "survei", _publik)
