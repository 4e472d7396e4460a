"""Yang ditawarkan ruang cuti kepada kerangka: menu, sisa cuti di beranda, dan pintasan mengajukan."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.cuti.saldo import saldo
from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.dasar.inti.galat import Galat
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bahan import Angka
from kasuari.dasar.rupa.bentuk import angka
from kasuari.dasar.rupa.slot import Pintu, tawarkan

TIM = ("atasan", "umpeg", "operator_unit", "bkpsdm", "kepala_bkpsdm")


def _cuti(pelaku: Pelaku) -> Pintu | None:
    return (
        Pintu(reverse("cuti:saya"), _("Cuti"), _("Sisa cuti dan permohonan Anda"), "kalender")
        if pelaku.orang
        else None
    )


def _ajukan(pelaku: Pelaku) -> Pintu | None:
    return Pintu(reverse("cuti:ajukan"), _("Ajukan cuti")) if pelaku.orang else None


def _tim(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("cuti:tim"), _("Cuti tim saya"))


def _sisa(pelaku: Pelaku) -> Angka | None:
    p = pegawai.pegawai_orang(pelaku.orang) if pelaku.orang else None
    if p is None or not p.kini.aktif:
        return None
    try:
        sisa = saldo(p, hari_ini().year)[-1].sisa
    except Galat:
        return None
    return Angka(_("Sisa cuti tahunan"), angka(sisa), _("hari kerja"), reverse("cuti:saya"))


def pasang() -> None:
    tawarkan("menu.kerja", 32, "cuti", _cuti)
    tawarkan("beranda.angka", 10, "cuti", _sisa)
    tawarkan("beranda.pintasan", 10, "cuti_ajukan", _ajukan)
    tawarkan("beranda.pintasan", 15, "cuti_tim", _tim, peran=TIM)
