from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.models import Pegawai, RiwayatKontrak
from kasuari.dasar.rupa.bentuk import rupiah
from kasuari.dasar.rupa.borang import Borang


class BorangParuhWaktu(Borang):
    """Upah lama ditanyakan hanya bila perjanjian terakhirnya belum mencatatnya."""

    upah_lama = forms.IntegerField(
        label=_("Upah sebulan yang lama"), required=False, min_value=1, localize=False
    )
    upah = forms.IntegerField(
        label=_("Upah sebulan yang baru"), required=False, min_value=1, localize=False,
        help_text=_("Rupiah penuh, tanpa titik. Kosong berarti tetap.")
    )  # fmt: skip

    def bagi(self, pegawai: Pegawai) -> None:
        akhir = (
            RiwayatKontrak.objects.filter(subjek=pegawai, ditutup=None).order_by("-sampai", "-mulai").first()
        )
        if akhir is not None and akhir.upah:
            del self.fields["upah_lama"]
            self.fields["upah"].help_text = gettext(
                "Tercatat sekarang %(u)s. Rupiah penuh, tanpa titik. Kosong berarti tetap."
            ) % {"u": rupiah(akhir.upah)}
