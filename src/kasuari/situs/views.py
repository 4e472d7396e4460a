"""Halaman milik kerangka: beranda warga, halaman keterangan, halaman komponen, dan galat server."""

import logging
import secrets

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from kasuari.dasar.rupa.borang import tampilkan
from kasuari.situs import contoh_gaya

log = logging.getLogger(__name__)


class Halaman(TemplateView):
    """Halaman keterangan tetap: satu templat, tanpa data."""

    http_method_names = ["get", "head", "options"]


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    return render(request, "situs/beranda.html")


@require_safe
def gaya(request: HttpRequest) -> HttpResponse:
    """Semua komponen dalam keadaan biasa, salah, kosong, dan teks panjang. Tidak ada di produksi."""
    if not (settings.DEMO or settings.MODE == "uji" or settings.DEBUG):
        raise Http404
    konteks = contoh_gaya.konteks(salah="salah" in request.GET)
    return tampilkan(request, "situs/gaya/gaya.html", {**konteks, "tema": "gelap" in request.GET})


def galat_server(request: HttpRequest) -> HttpResponse:
    """Halaman 500: tanpa basis data dan tanpa slot. Kodenya masuk catatan supaya orang dapat menyebutnya."""
    kode = f"K-{secrets.randbelow(900_000) + 100_000}"
    log.error("Halaman gagal, kode %s, %s %s", kode, request.method, request.path)
    return HttpResponse(render_to_string("500.html", {"kode": kode}), status=500)
