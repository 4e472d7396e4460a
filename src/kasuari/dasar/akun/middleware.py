"""Memasang `request.pelaku`, bahasa halaman kerja, dan jawaban galat yang dibaca orang."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti import galat
from kasuari.dasar.inti.pelaku import TAMU, Pelaku
from kasuari.dasar.inti.waktu import sekarang

KERJA = "/kerja/"
UMUR_SUDO = 30 * 60  # detik; dibaca lagi oleh halaman minta sandi


def _pelaku(request: HttpRequest) -> Pelaku:
    if not request.user.is_authenticated:
        return TAMU
    sudo = sekarang().timestamp() - request.session.get("sudo_pada", 0) < UMUR_SUDO
    return susun_pelaku(request.user, sudo=sudo)  # type: ignore[arg-type]


class PelakuMiddleware:
    """Tanpa masuk, /kerja/ menuju halaman masuk. Galat bisnis menjadi 404, 403, 409, atau 422."""

    def __init__(self, lanjut: Callable[[HttpRequest], HttpResponse]) -> None:
        self.lanjut = lanjut

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.pelaku = SimpleLazyObject(lambda: _pelaku(request))  # type: ignore[attr-defined]
        if not request.path.startswith(KERJA):
            return self.lanjut(request)
        if not request.user.is_authenticated:
            return redirect(f"{settings.LOGIN_URL}?next={request.path}")
        with translation.override(request.user.bahasa):  # type: ignore[union-attr]
            request.LANGUAGE_CODE = request.user.bahasa  # type: ignore[attr-defined, union-attr]
            jawab = self.lanjut(request)
            if hasattr(jawab, "render") and not jawab.is_rendered:
                jawab.render()
        jawab["Cache-Control"] = "no-store, private"
        return jawab

    def process_exception(self, request: HttpRequest, sebab: Exception) -> HttpResponse | None:
        if isinstance(sebab, galat.TidakAda):
            raise Http404(sebab.pesan)
        if isinstance(sebab, galat.TidakBoleh):
            return render(request, "403.html", {"pesan": sebab.pesan}, status=403)
        if isinstance(sebab, galat.BedaVersi | galat.KunciDipakai):
            return render(request, "409.html", {"pesan": sebab.pesan}, status=409)
        if isinstance(sebab, galat.MasukanSalah):
            return render(request, "422.html", {"pesan": sebab.pesan}, status=422)
        return None
