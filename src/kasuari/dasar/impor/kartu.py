"""Tugas di beranda kerja: berkas yang menunggu keputusan."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.bahan import Butir
from kasuari.dasar.rupa.bentuk import angka

from . import selectors
from .models import Status
from .penerap import subjek_boleh


def tugas(pelaku: Pelaku, **_konteks: Any) -> list[Butir] | None:
    if not subjek_boleh(pelaku):
        return None
    menunggu = selectors.daftar(pelaku).filter(status=Status.DIUJI)[:5]
    return [
        Butir(
            _("Impor %(n)s menunggu keputusan") % {"n": b.nama}, reverse("impor:berkas", args=[b.id]),
            _("%(n)s ditolak") % {"n": angka(b.ringkasan.get("ditolak", 0))}, "ingat",
        )
        for b in menunggu
    ]  # fmt: skip
