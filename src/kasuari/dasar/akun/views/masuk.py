"""Halaman masuk: NIP dan sandi, langkah kedua, keluar, minta sandi lagi, dan membuat sandi dengan kode."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from kasuari.dasar.akun import forms, laju, service, sesi
from kasuari.dasar.akun.models import Akun, Totp
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.akun.views.bantu import kiriman
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import TAMU
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.rupa.borang import tampilkan

UMUR_SETENGAH = 10 * 60  # detik antara sandi benar dan kode langkah kedua
isi_atau_kirim = require_http_methods(["GET", "HEAD", "POST"])


def tujuan(request: HttpRequest) -> str:
    """`next` bila masih di situs ini; selain itu beranda kerja."""
    ke = request.POST.get("next") or request.GET.get("next") or ""
    aman = url_has_allowed_host_and_scheme(
        ke, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return ke if aman and ke.startswith("/") else settings.LOGIN_REDIRECT_URL


@never_cache
@sensitive_post_parameters("sandi")
@isi_atau_kirim
def masuk(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(tujuan(request))
    borang = forms.BorangMasuk(kiriman(request))
    if request.method == "POST" and borang.is_valid():
        try:
            akun = service.periksa_sandi(
                borang.cleaned_data["nama"], borang.cleaned_data["sandi"], laju.alamat(request)
            )
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
        else:
            return _sesudah_sandi(request, akun)
    return tampilkan(request, "akun/masuk.html", {"form": borang, "next": tujuan(request)})


def _sesudah_sandi(request: HttpRequest, akun: Akun) -> HttpResponse:
    ke = tujuan(request)
    if Totp.objects.filter(akun=akun, dipasang__isnull=False).exists():
        request.session.flush()
        request.session["setengah"] = {"akun": str(akun.uid), "pada": sekarang().timestamp(), "next": ke}
        return redirect("masuk_kode")
    sesi.mulai(request, akun)
    return redirect(ke)


@never_cache
@sensitive_post_parameters("kode")
@isi_atau_kirim
def kode(request: HttpRequest) -> HttpResponse:
    """Langkah kedua. Tanpa sandi yang baru saja benar, halaman ini tidak ada gunanya: kembali ke awal."""
    setengah = request.session.get("setengah")
    if not setengah or sekarang().timestamp() - setengah["pada"] > UMUR_SETENGAH:
        return redirect("masuk")
    akun = Akun.objects.select_related("orang").filter(uid=UUID(setengah["akun"]), aktif=True).first()
    borang = forms.BorangKodeMasuk(kiriman(request))
    if akun is not None and request.method == "POST" and borang.is_valid():
        try:
            service.periksa_langkah_kedua(akun, borang.cleaned_data["kode"], TAMU)
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
        else:
            sesi.mulai(request, akun, langkah_kedua=True)
            return redirect(setengah["next"])
    return tampilkan(request, "akun/kode.html", {"form": borang, "jam_server": sekarang()})


@require_POST
def keluar(request: HttpRequest) -> HttpResponse:
    sesi.akhiri(request)
    messages.success(request, _("Anda sudah keluar."))
    return redirect("masuk")


@never_cache
@sensitive_post_parameters("sandi", "kode")
@isi_atau_kirim
@login_required
def lagi(request: HttpRequest) -> HttpResponse:
    """Sandi (atau kode langkah kedua) sekali lagi sebelum tindakan penting; berlaku setengah jam."""
    akun = request.user
    dua = Totp.objects.filter(akun=akun, dipasang__isnull=False).exists()
    borang = (forms.BorangKodeMasuk if dua else forms.BorangLagi)(kiriman(request))
    if request.method == "POST" and borang.is_valid():
        pelaku = susun_pelaku(akun)  # type: ignore[arg-type]
        try:
            if dua:
                service.periksa_langkah_kedua(akun, borang.cleaned_data["kode"], pelaku)  # type: ignore[arg-type]
                request.session["langkah_kedua"] = True
            else:
                service.periksa_lagi(pelaku, akun, borang.cleaned_data["sandi"])  # type: ignore[arg-type]
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
        else:
            request.session["sudo_pada"] = sekarang().timestamp()
            return redirect(tujuan(request))
    isi = {"form": borang, "next": tujuan(request), "jam_server": sekarang() if dua else None}
    return tampilkan(request, "akun/lagi.html", {**isi, "kiriman": request.GET.get("kirim") == "1"})


@never_cache
@isi_atau_kirim
def lupa(request: HttpRequest) -> HttpResponse:
    borang = forms.BorangLupa(kiriman(request))
    if request.method == "POST" and borang.is_valid():
        try:
            service.minta_kode(borang.cleaned_data["nama"], laju.alamat(request))
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
        else:
            messages.info(
                request,
                _("Bila akun itu aktif dan punya e-mail, kodenya sedang dikirim ke sana dan berlaku satu jam. "
                  "Tidak datang? Minta surat kode kepada pengelola kepegawaian unit Anda."),
            )  # fmt: skip
            return redirect("masuk_aktifkan")
    return tampilkan(request, "akun/lupa.html", {"form": borang})


@never_cache
@sensitive_post_parameters("sandi", "ulang", "kode")
@isi_atau_kirim
def aktifkan(request: HttpRequest) -> HttpResponse:
    """Membuat sandi dengan kode dari surat tercetak atau e-mail."""
    borang = forms.BorangAktifkan(kiriman(request))
    if request.method == "POST" and borang.is_valid():
        isi = borang.cleaned_data
        try:
            service.pakai_kode(isi["nama"], isi["kode"], isi["sandi"], laju.alamat(request))
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
        else:
            messages.success(request, _("Sandi baru sudah berlaku. Masuk dengan sandi itu."))
            return redirect("masuk")
    return tampilkan(request, "akun/aktifkan.html", {"form": borang})
