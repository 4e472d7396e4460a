"""Halaman umum "Anda menilai, kami memperbaiki": semua janji, yang lewat pun, dan hasil ukurnya."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasuari.dasar.dokumen.service import sajikan
from kasuari.dasar.inti.galat import TidakAda
from kasuari.pengawasan.perbaikan import sajian, selectors
from kasuari.pengawasan.perbaikan.views import SEHALAMAN, saring


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    semua = selectors.umum()
    borang, qs = saring(request, semua)
    halaman = Paginator(qs, SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "angka": sajian.angka_ringkas(semua, "perbaikan_umum"), "saring": borang, "halaman": halaman,
        "baris": [sajian.butir(p, "perbaikan_umum_satu") for p in halaman],
    }  # fmt: skip
    return render(request, "perbaikan/umum.html", konteks)


@require_safe
def satu(request: HttpRequest, uid: UUID) -> HttpResponse:
    p = selectors.umum().filter(id=uid).first()
    if p is None:
        raise TidakAda(_("Perbaikan ini tidak ada."))
    return render(request, "perbaikan/umum_satu.html", {"c": sajian.cerita(p, umum=True)})


@require_safe
def bukti(request: HttpRequest, uid: UUID) -> HttpResponse:
    b = selectors.bukti_umum(uid)
    assert b.lampiran is not None
    return sajikan(b.lampiran)
