"""Yang ditawarkan ruang usulan kepada kerangka: menu, permohonan saya, dan angka jatuh tempo petugas."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.selectors import pegawai_orang
from kasuari.aparatur.usulan import rangka, selectors
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.rupa.bahan import Angka
from kasuari.dasar.rupa.bentuk import angka
from kasuari.dasar.rupa.slot import Pintu, tawarkan

PETUGAS = ("umpeg", "bkpsdm")


def _saya(pelaku: Pelaku) -> Pintu | None:
    if pelaku.orang is None:
        return None
    return Pintu(
        reverse("usulan:saya"), _("Permohonan saya"), _("Ajukan, dan lihat sampai di mana"), "berkas"
    )


def _kelola(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("usulan:daftar"), _("Usulan"), _("KGB, pangkat, pensiun, dan lainnya"), "tugas")


def _ajukan(pelaku: Pelaku) -> Pintu | None:
    return Pintu(reverse("usulan:pilih"), _("Ajukan permohonan")) if pelaku.orang else None


def _susun(pelaku: Pelaku, *, pegawai: UUID, **_konteks: Any) -> Pintu:
    return Pintu(reverse("usulan:susun_pilih", args=[pegawai]), _("Susun usulan"))


def _jatuh(pelaku: Pelaku) -> Angka | None:
    """Yang jatuh tempo dalam jangka terdekat dan belum diusulkan."""
    hari = int(ketentuan.buku(hari_ini()).tabel("usulan_jatuh_hari")["dekat"])
    n = sum(
        selectors.jatuh_tempo(pelaku, j, hari).filter(usulan_id=None).count()
        for j in rangka.semua()
        if j.jatuh is not None
    )
    return Angka(
        _("Jatuh tempo %(h)s hari, belum diusulkan") % {"h": hari},
        angka(n),
        "",
        reverse("usulan:jatuh_semua"),
        "ingat" if n else "",
    )


def _pintas(j: rangka.Jenis) -> Callable[..., Pintu | None]:
    """Tautan satu jenis permohonan bagi orangnya sendiri: di beranda, dan di halaman datanya (`pegawai`)."""

    def satu(pelaku: Pelaku, pegawai: UUID | None = None) -> Pintu | None:
        p = pegawai_orang(pelaku.orang) if pelaku.orang else None
        if p is None or (pegawai and p.uid != pegawai) or p.kini.jenis not in j.status or not p.kini.aktif:
            return None
        return Pintu(reverse("usulan:ajukan", args=[j.kode]), j.pintas)

    return satu


def pasang() -> None:
    tawarkan("menu.kerja", 34, "usulan_saya", _saya)
    tawarkan("menu.kerja", 36, "usulan", _kelola, peran=(*PETUGAS, "kepala_bkpsdm"))
    tawarkan("pegawai.tautan", 20, "usulan", _susun, peran=PETUGAS)
    tawarkan("beranda.angka", 20, "usulan_jatuh", _jatuh, peran=PETUGAS)
    tawarkan("beranda.pintasan", 12, "usulan_ajukan", _ajukan)
    for j in rangka.semua():
        if j.pintas:
            tawarkan("pegawai.tautan", j.urut, f"usulan_{j.kode}", _pintas(j))
        if j.di_beranda:
            tawarkan("beranda.pintasan", j.urut, f"usulan_{j.kode}", _pintas(j))
