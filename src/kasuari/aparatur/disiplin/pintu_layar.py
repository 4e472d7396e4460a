"""Yang ditawarkan ruang disiplin kepada kerangka: menu bagi yang punya urusan, dan ringkasan bagi pengawasnya."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.disiplin import selectors
from kasuari.aparatur.disiplin.izin import PEMBUKA, PENGAWAS
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.slot import Pintu, tawarkan


def _saya(pelaku: Pelaku) -> Pintu | None:
    """Hanya tampak bagi yang diperiksa, anggota tim, atau yang boleh membuka; yang ditunggu datang dari Tugas saya."""
    if pelaku.orang is None:
        return None
    if not (pelaku.punya(*PEMBUKA) or selectors.milik(pelaku).exists() or selectors.setim(pelaku)):
        return None
    return Pintu(
        reverse("disiplin:saya"), _("Disiplin"), _("Pemeriksaan tentang Anda atau yang Anda tangani")
    )


def _ikhtisar(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("disiplin:ikhtisar"), _("Ringkasan disiplin"))


def pasang() -> None:
    tawarkan("menu.kerja", 60, "disiplin", _saya)
    tawarkan("beranda.pintasan", 40, "disiplin_ikhtisar", _ikhtisar, peran=PENGAWAS)
