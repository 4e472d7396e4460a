"""Akun saya: sandi, langkah kedua, perangkat, bahasa."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from kasuari.dasar.akun import bahasa as bahasa_
from kasuari.dasar.akun import forms, kode, selectors, service, sesi
from kasuari.dasar.akun.izin.daftar import PERAN, nama_peran
from kasuari.dasar.akun.models import KodePulih, Totp
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.akun.views.bantu import kiriman, pelaku, perlu_sudo
from kasuari.dasar.akun.views.masuk import isi_atau_kirim
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.organisasi.selectors import profil
from kasuari.dasar.rupa.borang import tampilkan


@require_safe
def akun(request: HttpRequest) -> HttpResponse:
    a = selectors.sendiri(pelaku(request))
    totp = Totp.objects.filter(akun=a, dipasang__isnull=False).first()
    isi = {
        "akun": {"nama": a.orang.nama_gelar, "nomor": a.nomor, "email": a.email or ""},
        "totp": totp is not None,
        "cadangan": KodePulih.objects.filter(akun=a, dipakai=None).count(),
        "perangkat": selectors.perangkat(pelaku(request)).count(),
        "peran": [nama_peran(h.peran) for h in pelaku(request).hibah if h.id],
        "bahasa": a.bahasa,
    }
    return tampilkan(request, "akun/saya.html", isi)


@sensitive_post_parameters("lama", "baru", "ulang")
@isi_atau_kirim
def sandi(request: HttpRequest) -> HttpResponse:
    borang = forms.BorangSandi(kiriman(request))
    if request.method == "POST" and borang.is_valid():
        a = selectors.sendiri(pelaku(request))
        kunci_lama = request.session.session_key
        try:
            service.ganti_sandi(pelaku(request), a, borang.cleaned_data["lama"], borang.cleaned_data["baru"])
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
        else:
            update_session_auth_hash(request, a)
            sesi.ganti_kunci(kunci_lama, request)
            messages.success(request, _("Sandi sudah diganti. Perangkat lain dikeluarkan."))
            return redirect("akun_saya")
    return tampilkan(request, "akun/sandi.html", {"form": borang})


@sensitive_post_parameters("kode")
@isi_atau_kirim
def langkah_kedua(request: HttpRequest) -> HttpResponse:
    """Memasang TOTP; sesudah terpasang, halaman yang sama mengelolanya."""
    a = selectors.sendiri(pelaku(request))
    if Totp.objects.filter(akun=a, dipasang__isnull=False).exists():
        return _terpasang(request)
    rahasia = service.siapkan_langkah_kedua(a)
    borang = forms.BorangKode(kiriman(request))
    if request.method == "POST" and borang.is_valid():
        try:
            cadangan = service.pasang_langkah_kedua(pelaku(request), a, borang.cleaned_data["kode"])
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
        else:
            request.session["langkah_kedua"] = True
            request.session["sudo_pada"] = sekarang().timestamp()
            return tampilkan(request, "akun/cadangan.html", {"cadangan": cadangan, "baru": True})
    tulisan = kode.tulis_rahasia(rahasia)
    isi: dict[str, Any] = {
        "form": borang,
        "alamat_totp": kode.alamat_totp(rahasia, a.nomor, profil().nama),
        "rahasia": " ".join(tulisan[i : i + 4] for i in range(0, len(tulisan), 4)),
        "jam_server": sekarang(),
        "wajib": getattr(request, "harus_langkah_kedua", False),
    }
    return tampilkan(request, "akun/langkah_kedua.html", isi)


def _terpasang(request: HttpRequest) -> HttpResponse:
    if getattr(request, "harus_langkah_kedua", False):
        return redirect("masuk_lagi")  # terpasang dari perangkat lain: cukup buktikan di sini
    a = selectors.sendiri(pelaku(request))
    wajib = any(PERAN[h.peran].wajib_totp for h in pelaku(request).hibah if h.peran in PERAN)
    isi = {"cadangan": KodePulih.objects.filter(akun=a, dipakai=None).count(), "wajib": wajib}
    return tampilkan(request, "akun/langkah_kedua_ada.html", isi)


@require_POST
def cadangan(request: HttpRequest) -> HttpResponse:
    """Kode cadangan baru, sekali tampil."""
    perlu_sudo(request)
    baru = service.buat_kode_cadangan(pelaku(request), selectors.sendiri(pelaku(request)))
    return tampilkan(request, "akun/cadangan.html", {"cadangan": baru})


@require_POST
def lepas(request: HttpRequest) -> HttpResponse:
    perlu_sudo(request)
    service.lepas_langkah_kedua(pelaku(request), selectors.sendiri(pelaku(request)))
    messages.success(request, _("Langkah kedua sudah dilepas."))
    return redirect("akun_saya")


@isi_atau_kirim
def perangkat(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        borang = forms.BorangKeluarkan(request.POST)
        if not borang.is_valid():
            raise MasukanSalah(_("Perangkat itu tidak terbaca. Muat ulang halaman, lalu coba lagi."))
        service.keluarkan(pelaku(request), **borang.cleaned_data)
        messages.success(request, _("Perangkat itu sudah dikeluarkan."))
        return redirect("akun_perangkat")
    daftar = [
        {"uid": s.uid, "perangkat": s.perangkat, "dibuat": s.dibuat, "terakhir": s.terakhir,
         "ini": s.kunci == request.session.session_key, "kunci": uuid7()}
        for s in selectors.perangkat(pelaku(request))
    ]  # fmt: skip
    return tampilkan(request, "akun/perangkat.html", {"daftar": daftar})


@require_POST
def bahasa(request: HttpRequest) -> HttpResponse:
    """Bahasa halaman kerja dan halaman umum, tersimpan pada akun; kembali ke halaman tadi dalam bahasa itu."""
    p = susun_pelaku(request.user)  # type: ignore[arg-type]
    pilihan = request.POST.get("language", "")
    service.ubah_bahasa(p, bahasa=pilihan, kunci=uuid7())
    ke = request.POST.get("next", "")
    aman = url_has_allowed_host_and_scheme(ke, allowed_hosts={request.get_host()})
    return redirect(bahasa_.alamat(ke, pilihan) if aman and ke.startswith("/") else "akun_saya")
