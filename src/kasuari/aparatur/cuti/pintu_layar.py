"""Yang ditawarkan ruang cuti kepada kerangka: menu, sisa cuti di beranda, dan pintasan mengajukan."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.cuti import jatuh
from kasuari.aparatur.cuti.saldo import saldo
from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.dasar.inti.galat import Galat
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.rupa.bahan import Angka, Butir
from kasuari.dasar.rupa.bentuk import angka, tanggal
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


def _hangus(pelaku: Pelaku) -> Butir:
    n, akhir = len(jatuh.hangus(pelaku)), tanggal(jatuh.akhir_tahun())
    ket = _("%(t)s: %(n)s orang") % {"t": akhir, "n": angka(n)}
    return Butir(_("Cuti yang akan hangus"), reverse("cuti:hangus"), "", "", ket)


def _berakhir(pelaku: Pelaku) -> Butir:
    jangka = jatuh.jangka(ketentuan.buku(hari_ini()))
    semua = jatuh.berakhir(pelaku, jangka[-1])
    bagian = [
        _("%(h)s hari: %(n)s orang")
        % {"h": h, "n": angka(sum((b.kembali - hari_ini()).days <= h for b in semua))}
        for h in jangka
    ]
    return Butir(_("Cuti panjang yang berakhir"), reverse("cuti:berakhir"), "", "", " · ".join(bagian))


def pasang() -> None:
    tawarkan("usulan.jatuh", 10, "cuti_hangus", _hangus)
    tawarkan("usulan.jatuh", 20, "cuti_berakhir", _berakhir)
    tawarkan("menu.kerja", 32, "cuti", _cuti)
    tawarkan("beranda.angka", 10, "cuti", _sisa)
    tawarkan("beranda.pintasan", 10, "cuti_ajukan", _ajukan)
    tawarkan("beranda.pintasan", 15, "cuti_tim", _tim, peran=TIM)
