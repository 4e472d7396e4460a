"""Akun dan peran bagi admin: cari, lihat, beri atau akhiri peran, usulan peran peka, atur ulang langkah kedua."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasuari.dasar.akun import forms, selectors, service
from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.akun.izin.daftar import nama_peran
from kasuari.dasar.akun.models import Hibah, Totp
from kasuari.dasar.akun.views.bantu import hari_terakhir, kiriman, nama_unit, pelaku, sesudah
from kasuari.dasar.akun.views.masuk import isi_atau_kirim
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bahan import Kolom
from kasuari.dasar.rupa.borang import tampilkan

SEHALAMAN = 25


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Cari akun. Tanpa isian pun daftar berhalaman tampil."""
    p = pelaku(request)
    _lihat(p)
    borang = forms.BorangCari(request.GET)
    teks = borang.cleaned_data["cari"] if borang.is_valid() else ""
    halaman = Paginator(selectors.cari(p, teks) if teks else selectors.daftar(p), SEHALAMAN).get_page(
        request.GET.get("hal")
    )
    baris = [
        {
            "nama": format_html(
                '<a href="{}">{}</a>', reverse("sistem_akun_satu", args=[a.uid]), a.orang.nama_gelar
            ),
            "nomor": a.nomor,
            "keadaan": _("Aktif") if a.aktif else _("Belum aktif"),
        }
        for a in halaman
    ]
    kolom = [Kolom("nama", _("Nama"), "u"), Kolom("nomor", _("NIP")), Kolom("keadaan", _("Keadaan"), "k")]
    usulan = selectors.usulan_terbuka(p).count() if boleh(p, "akun.peran_lihat").ya else None
    isi = {"saring": borang, "halaman": halaman, "kolom": kolom, "baris": baris, "usulan": usulan}
    return tampilkan(request, "akun/sistem/daftar.html", isi)


def _lihat(p: Any) -> None:
    if not any(boleh(p, izin).ya for izin in ("akun.lihat",)):
        raise TidakBoleh(_("Halaman ini untuk admin sistem dan pengelola kepegawaian."))


@require_safe
def satu(request: HttpRequest, uid: UUID) -> HttpResponse:
    p = pelaku(request)
    a = selectors.akun(p, uid)
    surat = boleh(p, "akun.surat", a)
    isi = {
        "akun": {"uid": a.uid, "nama": a.orang.nama_gelar, "nomor": a.nomor, "email": a.email or "", "aktif": a.aktif},
        "totp": Totp.objects.filter(akun=a, dipasang__isnull=False).exists(),
        "peran": [_peran(h) for h in selectors.peran_akun(a)],
        "boleh_peran": _dapat(p, "akun.peran") and a.uid != p.akun,
        "boleh_atur_ulang": _dapat(p, "akun.atur_ulang") and a.uid != p.akun,
        "boleh_surat": (surat.ya or surat.perlu_sudo) and a.uid != p.akun,
    }  # fmt: skip
    return tampilkan(request, "akun/sistem/satu.html", isi)


def _dapat(p: Any, izin: str) -> bool:
    """Boleh, atau akan boleh sesudah sandi dimasukkan lagi: tombolnya tampil."""
    putusan = boleh(p, izin)
    return putusan.ya or putusan.perlu_sudo


def _peran(h: Hibah) -> dict[str, Any]:
    kini = hari_ini()
    if h.dicabut:
        keadaan, nada = _("Dicabut"), ""
    elif h.sampai and h.sampai <= kini:
        keadaan, nada = _("Selesai"), ""
    elif h.mulai > kini:
        keadaan, nada = _("Akan datang"), "info"
    else:
        keadaan, nada = _("Berlaku"), "sukses"
    wakil = h.atas_nama_hibah
    return {
        "id": h.id, "peran": nama_peran(h.peran), "unit": nama_unit(h), "mulai": h.mulai,
        "terakhir": hari_terakhir(h.sampai), "keadaan": keadaan, "nada": nada, "kunci": uuid7(),
        "sumber": h.get_sumber_display(), "atas_nama": wakil.akun.orang.nama_gelar if wakil else "",
        "hidup": not h.dicabut and not (h.sampai and h.sampai <= kini),
    }  # fmt: skip


@isi_atau_kirim
def beri_peran(request: HttpRequest, uid: UUID) -> HttpResponse:
    p = pelaku(request)
    pastikan(p, "akun.peran")
    a = selectors.akun(p, uid)
    borang = forms.BorangPeran(kiriman(request), initial={"mulai": hari_ini()})
    if request.method == "POST" and borang.is_valid():
        i = borang.cleaned_data
        try:
            hasil = service.usulkan_peran(
                p, akun=a.uid, peran=i["peran"], unit_id=i["unit"], mulai=i["mulai"], sampai=sesudah(i["sampai"]),
                alasan=i["alasan"], kunci=i["kunci"],
            )  # fmt: skip
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
        else:
            langsung = _("Peran sudah berlaku sesuai tanggalnya.")
            menunggu = _("Usulan terkirim. Peran ini berlaku sesudah disetujui admin lain.")
            messages.success(request, langsung if hasil.data["langsung"] else menunggu)
            return redirect("sistem_akun_satu", uid=uid)
    return tampilkan(
        request, "akun/sistem/peran.html", {"form": borang, "nama": a.orang.nama_gelar, "uid": uid}
    )


@isi_atau_kirim
def akhiri_peran(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Memastikan peran yang diakhiri, meminta alasan, lalu mencabut."""
    p = pelaku(request)
    pastikan(p, "akun.peran")
    a = selectors.akun(p, uid)
    nomor = request.POST.get("hibah") or request.GET.get("hibah") or ""
    h = selectors.peran_akun(a).filter(id=int(nomor) if nomor.isdecimal() else 0, dicabut=None).first()
    if h is None:
        raise MasukanSalah(_("Peran itu tidak ada atau sudah dicabut. Muat ulang halaman akun."))
    borang = forms.BorangAlasan(kiriman(request))
    if request.method == "POST" and borang.is_valid():
        service.cabut_peran(
            p, hibah_id=h.id, alasan=borang.cleaned_data["alasan"], kunci=borang.cleaned_data["kunci"]
        )
        messages.success(request, _("Peran sudah diakhiri."))
        return redirect("sistem_akun_satu", uid=uid)
    isi = {"form": borang, "nama": a.orang.nama_gelar, "uid": uid, "peran": _peran(h)}
    return tampilkan(request, "akun/sistem/akhiri.html", isi)


@isi_atau_kirim
def atur_ulang(request: HttpRequest, uid: UUID) -> HttpResponse:
    p = pelaku(request)
    pastikan(p, "akun.atur_ulang")
    a = selectors.akun(p, uid)
    borang = forms.BorangAlasan(kiriman(request))
    if request.method == "POST" and borang.is_valid():
        try:
            service.atur_ulang_langkah_kedua(p, a, borang.cleaned_data["alasan"])
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
        else:
            messages.success(request, _("Langkah kedua sudah diatur ulang, dan orangnya dikabari."))
            return redirect("sistem_akun_satu", uid=uid)
    return tampilkan(
        request, "akun/sistem/atur_ulang.html", {"form": borang, "nama": a.orang.nama_gelar, "uid": uid}
    )


@require_safe
def usulan(request: HttpRequest) -> HttpResponse:
    p = pelaku(request)
    isi = [
        {
            "nama": format_html(
                '<a href="{}">{}</a>', reverse("sistem_usulan_satu", args=[u.uid]), u.akun.orang.nama_gelar
            ),
            "peran": nama_peran(u.peran), "unit": nama_unit(u), "pengusul": u.pengusul.orang.nama_gelar,
        }
        for u in selectors.usulan_terbuka(p)
    ]  # fmt: skip
    kolom = [
        Kolom("nama", _("Penerima"), "u"), Kolom("peran", _("Peran")), Kolom("unit", _("Atas unit")),
        Kolom("pengusul", _("Diusulkan oleh")),
    ]  # fmt: skip
    return tampilkan(request, "akun/sistem/usulan.html", {"kolom": kolom, "baris": isi})


@isi_atau_kirim
def putuskan(request: HttpRequest, uid: UUID) -> HttpResponse:
    p = pelaku(request)
    u = selectors.usulan(p, uid)
    sendiri = p.akun in {u.pengusul.uid, u.akun.uid}
    borang = forms.BorangPutus(kiriman(request))
    if request.method == "POST" and borang.is_valid():
        i = borang.cleaned_data
        try:
            service.putuskan_usulan_peran(
                p, usulan=uid, setuju=i["putusan"] == "ya", alasan=i["alasan"], kunci=i["kunci"]
            )
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
        else:
            messages.success(request, _("Usulan sudah diputus."))
            return redirect("sistem_usulan")
    rinci = {
        "nama": u.akun.orang.nama_gelar, "peran": nama_peran(u.peran), "unit": nama_unit(u), "mulai": u.mulai,
        "terakhir": hari_terakhir(u.sampai), "alasan": u.alasan, "pengusul": u.pengusul.orang.nama_gelar,
        "diusulkan": u.diusulkan,
    }  # fmt: skip
    dapat = _dapat(p, "akun.peran") and not sendiri
    return tampilkan(
        request, "akun/sistem/putuskan.html", {"form": borang, "u": rinci, "sendiri": sendiri, "dapat": dapat}
    )
