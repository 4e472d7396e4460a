"""Dua tangan: satu admin saja tidak dapat mengambil alih akun orang (sandi dan langkah keduanya)."""

from datetime import timedelta

from django.utils.translation import gettext as _

from kasuari.dasar.akun.models import Akun
from kasuari.dasar.inti.galat import TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.selectors import tentang_objek

MASA = timedelta(days=30)


def pastikan_tangan_lain(pelaku: Pelaku, akun: Akun, peristiwa: str) -> None:
    """TidakBoleh bila pelaku sendiri baru melakukan `peristiwa` atas akun itu."""
    baru = tentang_objek(akun.uid).filter(
        jenis=peristiwa, pelaku_akun=pelaku.akun, waktu__gt=sekarang() - MASA
    )
    if pelaku.akun is not None and baru.exists():
        raise TidakBoleh(
            _("Anda baru saja mengatur ulang bagian lain dari akun ini. Demi keamanan, minta admin lain melakukannya.")
        )  # fmt: skip
