"""Layar bagan organisasi, dan daftar pelaksana serta jabatan kosong hari ini. Boleh dibaca semua yang masuk."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.situs.organisasi import bagan as sajian_bagan
from kasuari.situs.organisasi import lowong
from kasuari.situs.organisasi.saat import baca

SEHALAMAN = 25


@require_safe
def bagan(request: HttpRequest, uid: UUID | None = None) -> HttpResponse:
    """Satu cabang pada satu saat. Tanpa `uid`: dari akar pohonnya."""
    borang, saat = baca(request.GET)
    unit = organisasi.unit_dari_uid(uid) if uid else None
    if uid and unit is None:
        raise TidakAda(_("Unit ini tidak ada."))
    pelaku = request.pelaku  # type: ignore[attr-defined]
    cabang = sajian_bagan.cabang(pelaku, unit.id if unit else None, saat, request.GET.get("hal"))
    if cabang is None:
        raise TidakAda(_("Unit ini tidak ada pada tanggal itu."))
    konteks = {
        "form": borang,
        "saat": saat,
        "cabang": cabang,
        "halaman": cabang.halaman,
        "remah": cabang.remah,
    }
    return tampilkan(request, "situs/organisasi/bagan.html", konteks)


@require_safe
def sementara(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    halaman = Paginator(lowong.sementara(), SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "halaman": halaman,
        "baris": lowong.butir_sementara(pelaku, halaman),
        "wakil": lowong.butir_wakil(pelaku),
    }
    return render(request, "situs/organisasi/sementara.html", konteks)


@require_safe
def kosong(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    halaman = Paginator(lowong.kosong(), SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {"halaman": halaman, "baris": lowong.butir_kosong(pelaku, halaman)}
    return render(request, "situs/organisasi/kosong.html", konteks)
