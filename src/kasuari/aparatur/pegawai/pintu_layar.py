"""Yang ditawarkan ruang pegawai kepada kerangka: butir menu dan angka di beranda kerja."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai import selectors, surat_izin
from kasuari.aturan.register import MUTU_PENUH
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.bahan import Angka, Butir
from kasuari.dasar.rupa.bentuk import angka
from kasuari.dasar.rupa.slot import Pintu, tawarkan

PETUGAS = ("atasan", "umpeg", "operator_unit", "bkpsdm", "kepala_bkpsdm", "sekda", "pimpinan", "inspektorat")
PENGELOLA = ("bkpsdm", "umpeg")


def _ke(nama: str, judul: str, keterangan: str = "", ikon: str = "") -> Callable[..., Pintu]:
    return lambda pelaku: Pintu(reverse(nama), judul, keterangan, ikon)


def _saya(pelaku: Pelaku) -> Pintu | None:
    if pelaku.orang is None:
        return None
    return Pintu(reverse("pegawai:saya"), _("Data saya"), _("Semua yang tercatat tentang Anda"), "orang")


def _berkas_kurang(pelaku: Pelaku) -> Angka | None:
    p = selectors.pegawai_orang(pelaku.orang) if pelaku.orang else None
    if p is None:
        return None
    n = len(p.kini.kurang)
    return Angka(_("Berkas saya kurang"), angka(n), "", reverse("pegawai:saya"), "ingat" if n else "sukses")


def _data_bermasalah(pelaku: Pelaku) -> Angka:
    n = selectors.daftar(pelaku, izin="pegawai.mutu").filter(aktif=True, mutu__lt=MUTU_PENUH).count()
    return Angka(_("Data belum lengkap"), angka(n), _("orang"), reverse("pegawai:mutu"), "ingat" if n else "")


def _surat_izin(pelaku: Pelaku) -> Butir:
    jangka = surat_izin.jangka()
    bagian = [
        gettext("%(h)s hari: %(n)s surat") % {"h": h, "n": angka(surat_izin.berakhir(pelaku, h).count())}
        for h in jangka
    ]
    return Butir(
        _("STR, SIP, dan surat berjangka"), reverse("pegawai:surat_izin"), "", "", " · ".join(bagian)
    )


def pasang() -> None:
    """Slot: menu.kerja dan bar.kerja (Pintu), beranda.angka (Angka), beranda.pintasan (Pintu)."""
    for slot in ("menu.kerja", "bar.kerja"):
        tawarkan(slot, 20, "pegawai", _ke("pegawai:daftar", _("Pegawai"), ikon="cari"), peran=PETUGAS)
        tawarkan(slot, 30, "saya", _saya)
    tawarkan("usulan.jatuh", 30, "surat_izin", _surat_izin, peran=(*PENGELOLA, "kepala_bkpsdm", "atasan"))
    tawarkan("menu.kerja", 40, "mutu", _ke("pegawai:mutu", _("Mutu data")), peran=PENGELOLA)
    tawarkan("menu.kerja", 50, "selisih", _ke("pegawai:selisih", _("Data kami / SIASN")), peran=("bkpsdm",))
    tawarkan("beranda.angka", 40, "berkas_kurang", _berkas_kurang)
    tawarkan("beranda.angka", 50, "data_bermasalah", _data_bermasalah, peran=PENGELOLA)
    tawarkan(
        "beranda.pintasan", 20, "duk", _ke("pegawai:duk", _("Daftar urut kepangkatan (DUK)")), peran=PETUGAS
    )
