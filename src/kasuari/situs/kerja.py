"""Beranda kerja menurut peran, dan kotak masuk. Isinya datang dari slot yang ditawarkan ruang-ruang."""

import uuid
from itertools import chain
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kasuari.dasar.inti.waktu import WIT, sekarang
from kasuari.dasar.kabar import selectors as kabar
from kasuari.dasar.kabar import service as kabar_service
from kasuari.dasar.rupa.bahan import Angka
from kasuari.dasar.rupa.slot import ambil

ANGKA_PALING_BANYAK = 4
TUGAS_PALING_BANYAK = 5


def _salam() -> str:
    """Salam menurut jam WIT."""
    jam = sekarang().astimezone(WIT).hour
    if jam < 11:
        return _("Selamat pagi")
    if jam < 15:
        return _("Selamat siang")
    return _("Selamat sore") if jam < 18 else _("Selamat malam")


def _rata(isi: list[Any]) -> list[Any]:
    """Slot boleh memberi satu benda atau daftar benda."""
    return list(chain.from_iterable(i if isinstance(i, list | tuple) else (i,) for i in isi))


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    tugas = _rata(ambil("beranda.tugas", pelaku))
    angka: list[Angka] = _rata(ambil("beranda.angka", pelaku))[:ANGKA_PALING_BANYAK]
    konteks = {
        "salam": _salam(),
        "saat": sekarang(),
        "angka": angka,
        "tugas": tugas[:TUGAS_PALING_BANYAK],
        "tugas_sisa": max(0, len(tugas) - TUGAS_PALING_BANYAK),
        "pintasan": _rata(ambil("beranda.pintasan", pelaku)),
        "panel": _rata(ambil("beranda.panel", pelaku)),
        "kabar": kabar.kotak_masuk(pelaku.orang, request.LANGUAGE_CODE, 3) if pelaku.orang else [],
    }
    return render(request, "situs/kerja/beranda.html", konteks)


@require_safe
def kotak_masuk(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    isi = kabar.kotak_masuk(pelaku.orang, request.LANGUAGE_CODE) if pelaku.orang else []
    return render(request, "situs/kerja/kotak_masuk.html", {"kabar": isi})


@require_POST
def baca_kabar(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Menandai satu kabar sudah dibaca; hanya milik sendiri."""
    kabar_service.tandai_dibaca(request.pelaku.orang, uid)  # type: ignore[attr-defined]
    return redirect("kotak_masuk")
