"""Yang ditawarkan akun kepada halaman bersama: nama dan tombol keluar, menu, pengganti bahasa."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.slot import Pintu, tawarkan


class Kepala(NamedTuple):
    """Butir pita atas: templatnya dan nama yang ditampilkan."""

    templat: str
    nama: str


def pasang() -> None:
    tawarkan("kepala.kerja", 90, "akun", lambda p: Kepala("akun/kepala.html", p.nama) if p.masuk else None)
    tawarkan("bahasa", 0, "akun", lambda p: reverse("akun_bahasa") if p.masuk else None)
    tawarkan(
        "menu.kerja", 85, "pengguna", _pengguna, peran=("admin_sistem", "bkpsdm", "umpeg", "inspektorat")
    )
    tawarkan("menu.kerja", 88, "pelimpahan", _pelimpahan, peran=("atasan",))
    tawarkan("menu.kerja", 90, "akun", lambda p: Pintu(reverse("akun_saya"), _("Akun saya"), ikon="kunci"))


def _pengguna(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("sistem_akun"), _("Pengguna dan peran"), ikon="orang")


def _pelimpahan(pelaku: Pelaku) -> Pintu:
    return Pintu(reverse("pelimpahan"), _("Pelimpahan wewenang"), ikon="surat")
