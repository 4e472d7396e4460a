"""Menu dan tautan ke halaman jejak."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.dasar.akun.izin import boleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.slot import Pintu, tawarkan


def _saya(pelaku: Pelaku) -> Pintu | None:
    if pelaku.orang is None:
        return None
    return Pintu(
        reverse("jejak_saya"), _("Jejak data saya"), _("Siapa melihat atau mengubah data Anda"), "perisai"
    )


def _siapa_melihat(pelaku: Pelaku, **konteks: UUID) -> Pintu | None:
    """Di lembar: jejak sendiri bagi orangnya, jejak lengkap bagi auditor."""
    uid = konteks["pegawai"]
    milik = pegawai.pegawai_orang(pelaku.orang) if pelaku.orang else None
    if milik is not None and milik.uid == uid:
        return Pintu(reverse("jejak_saya"), _("Siapa melihat data saya"))
    if not boleh(pelaku, "jejak.lihat").ya:
        return None
    return Pintu(
        f"{reverse('telusur')}?nip={pegawai.pegawai(pelaku, uid).nip}",
        _("Siapa melihat atau mengubah data ini"),
    )


def pasang() -> None:
    audit = ("inspektorat",)
    tawarkan("menu.kerja", 35, "jejak_saya", _saya)
    tawarkan(
        "menu.kerja",
        60,
        "telusur",
        lambda p: Pintu(reverse("telusur"), _("Jejak"), ikon="perisai"),
        peran=audit,
    )
    tawarkan(
        "bar.kerja",
        60,
        "telusur",
        lambda p: Pintu(reverse("telusur"), _("Jejak"), ikon="perisai"),
        peran=audit,
    )
    tawarkan(
        "menu.kerja",
        61,
        "verifikasi",
        lambda p: Pintu(reverse("verifikasi"), _("Periksa keutuhan")),
        peran=audit,
    )
    tawarkan("pegawai.tautan", 10, "jejak", _siapa_melihat)
    tawarkan("kaki", 30, "jejak", lambda p: Pintu(reverse("jejak_umum"), _("Jejak dan segel")))
