"""Memasang `request.pelaku`, bahasa halaman kerja, dan jawaban galat yang dibaca orang."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from kasuari.dasar.akun import bahasa, sesi
from kasuari.dasar.akun.pelaku import DIRI, perlu_langkah_kedua, susun_pelaku
from kasuari.dasar.inti import galat
from kasuari.dasar.inti.pelaku import TAMU, Pelaku
from kasuari.dasar.inti.waktu import sekarang

KERJA = "/kerja/"
LAMAN_AKUN = "/kerja/saya/akun/"
BOLEH_TANPA_TOTP = ("/kerja/saya/akun/langkah-kedua/", "/kerja/saya/akun/bahasa/")
UMUR_SUDO = 30 * 60  # detik; dibaca lagi oleh halaman minta sandi


def _pelaku(request: HttpRequest) -> Pelaku:
    """Peran yang mewajibkan langkah kedua tidak ikut bila sesi ini belum melewatinya."""
    if not request.user.is_authenticated:
        return TAMU
    sudo = sekarang().timestamp() - request.session.get("sudo_pada", 0) < UMUR_SUDO
    pelaku = susun_pelaku(request.user, sudo=sudo)  # type: ignore[arg-type]
    if settings.TOTP_WAJIB and not request.session.get("langkah_kedua") and perlu_langkah_kedua(pelaku):
        request.harus_langkah_kedua = True  # type: ignore[attr-defined]
        return replace(pelaku, hibah=(DIRI,))
    return pelaku


def _minta_sandi(request: HttpRequest) -> HttpResponse:
    """Ke halaman minta sandi, lalu kembali. Kiriman POST tidak diulang sendiri: orangnya menekan tombol lagi."""
    tujuan = request.get_full_path()
    if request.method != "GET":
        asal = urlsplit(request.headers.get("Referer", ""))
        tujuan = asal.path if asal.netloc == request.get_host() else LAMAN_AKUN
    return redirect(
        f"{reverse('masuk_lagi')}?{urlencode({'next': tujuan, 'kirim': int(request.method != 'GET')})}"
    )


def _tertahan(request: HttpRequest) -> bool:
    """Petugas tanpa langkah kedua hanya dapat membuka halaman pemasangannya."""
    if not settings.TOTP_WAJIB or request.path.startswith(BOLEH_TANPA_TOTP):
        return False
    bool(request.pelaku.masuk)  # type: ignore[attr-defined]
    return getattr(request, "harus_langkah_kedua", False)


class PelakuMiddleware:
    """Tanpa masuk, /kerja/ menuju halaman masuk. Galat bisnis menjadi 404, 403, 409, atau 422."""

    def __init__(self, lanjut: Callable[[HttpRequest], HttpResponse]) -> None:
        self.lanjut = lanjut

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.pelaku = SimpleLazyObject(lambda: _pelaku(request))  # type: ignore[attr-defined]
        if not request.path.startswith(KERJA):
            lain = bahasa.pindah(request)
            return redirect(lain) if lain else self.lanjut(request)
        if not request.user.is_authenticated:
            return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
        sesi.sentuh(request)
        with translation.override(request.user.bahasa):  # type: ignore[union-attr]
            request.LANGUAGE_CODE = request.user.bahasa  # type: ignore[attr-defined, union-attr]
            if _tertahan(request):
                return redirect("langkah_kedua")
            jawab = self.lanjut(request)
            if hasattr(jawab, "render") and not jawab.is_rendered:
                jawab.render()
        jawab["Cache-Control"] = "no-store, private"
        return jawab

    def process_exception(self, request: HttpRequest, sebab: Exception) -> HttpResponse | None:
        if isinstance(sebab, galat.TidakAda):
            raise Http404(sebab.pesan)
        if isinstance(sebab, galat.TidakBoleh):
            if sebab.perlu_sudo and request.user.is_authenticated:
                return _minta_sandi(request)
            return render(request, "403.html", {"pesan": sebab.pesan}, status=403)
        if isinstance(sebab, galat.BedaVersi | galat.KunciDipakai):
            return render(request, "409.html", {"pesan": sebab.pesan}, status=409)
        if isinstance(sebab, galat.MasukanSalah):
            return render(request, "422.html", {"pesan": sebab.pesan}, status=422)
        return None
