"""Halaman tur dan pintu masuk sekali klik. Menolak bekerja di luar demo."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kasuari.contoh.isi import demo
from kasuari.dasar.akun.service import masukkan
from kasuari.tur.langkah import LANGKAH


def _hanya_demo() -> None:
    if not settings.DEMO:
        raise Http404


@require_safe
def tur(request: HttpRequest) -> HttpResponse:
    _hanya_demo()
    orang = {d.kunci: (d, a) for d, a in demo()}
    langkah = [
        (n, x, orang.get(x.peran)) for n, x in enumerate(LANGKAH, 1) if not x.peran or x.peran in orang
    ]
    return render(request, "tur/tur.html", {"langkah": langkah})


@require_POST
def masuk(request: HttpRequest, langkah: str) -> HttpResponse:
    """Masuk sebagai orang demo langkah itu, langsung ke halamannya."""
    _hanya_demo()
    tujuan = next((x for x in LANGKAH if x.kunci == langkah), None)
    if tujuan is None:
        raise Http404
    if not tujuan.peran:
        logout(request)
        return redirect(tujuan.alamat())
    akun = next((a for d, a in demo() if d.kunci == tujuan.peran), None)
    if akun is None:
        raise Http404
    masukkan(request, akun)
    return redirect(tujuan.alamat())
