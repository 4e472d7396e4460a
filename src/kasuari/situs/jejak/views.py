"""Jejak: milik sendiri, bagi auditor, pemeriksaan keutuhan, dan halaman umum akar bertanda tangan."""

import uuid
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import Galat, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import awal_hari
from kasuari.dasar.jejak import peristiwa, segel
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.jejak.jenis import DAFTAR
from kasuari.dasar.jejak.models import Jejak, JejakSubjek
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.rupa.borang import Borang, tampilkan
from kasuari.situs.jejak import verifikasi
from kasuari.situs.jejak.cerita import ceritakan, perbuatan
from kasuari.situs.jejak.isi import tersamar

BANYAK = 30


def _bilangan(teks: str | None) -> int | None:
    return int(teks) if teks and teks.isdecimal() and len(teks) < 19 else None


def _potong(qs: "QuerySet[Jejak]", request: HttpRequest) -> tuple[list[Jejak], str]:
    """Satu halaman menurut id menurun, dan parameter halaman berikutnya ('' bila habis)."""
    sebelum = _bilangan(request.GET.get("sebelum"))
    isi = list((qs.filter(id__lt=sebelum) if sebelum else qs).order_by("-id")[: BANYAK + 1])
    if len(isi) <= BANYAK:
        return isi, ""
    tanya = request.GET.copy()
    tanya["sebelum"] = str(isi[BANYAK - 1].id)
    return isi[:BANYAK], tanya.urlencode()


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """Siapa melihat atau mengubah data saya. Bacaan sendiri tidak dicatat."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    if pelaku.orang is None:
        raise TidakAda(_("Akun ini bukan milik orang."))
    qs = jejak.tentang_orang(pelaku.orang)
    jenis = request.GET.get("apa", "")
    baca = [k for k, j in DAFTAR.items() if j.baca]
    if jenis == "lihat":
        qs = qs.filter(jenis__in=baca)
    elif jenis == "ubah":
        qs = qs.exclude(jenis__in=baca)
    isi, berikut = _potong(qs, request)
    return tampilkan(
        request,
        "situs/jejak/saya.html",
        {
            "cerita": ceritakan(isi, pelaku.orang),
            "berikut": berikut,
            "apa": jenis,
            "mulai": "sebelum" in request.GET,
        },
    )


class BorangCari(Borang):
    nip = forms.CharField(label=gettext_lazy("NIP orang"), required=False, max_length=24)
    sebagai = forms.ChoiceField(
        label=gettext_lazy("Sebagai"), required=False,
        choices=[("", gettext_lazy("Yang datanya disentuh")), ("pelaku", gettext_lazy("Pelakunya"))],
    )  # fmt: skip
    jenis = forms.ChoiceField(label=gettext_lazy("Perbuatan"), required=False)
    objek = forms.UUIDField(label=gettext_lazy("Kode benda"), required=False)
    dari = forms.DateField(
        label=gettext_lazy("Dari tanggal"), required=False, widget=forms.DateInput({"type": "date"})
    )
    sampai = forms.DateField(
        label=gettext_lazy("Sampai tanggal"), required=False, widget=forms.DateInput({"type": "date"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        urut = sorted(((k, perbuatan(k)) for k in DAFTAR), key=lambda x: x[1])
        self.fields["jenis"].choices = [("", _("Semua")), *urut]  # type: ignore[attr-defined]

    def clean_nip(self) -> UUID | None:
        nip = "".join(self.cleaned_data["nip"].split())
        if not nip:
            return None
        orang = pegawai.orang_nip(nip)
        if orang is None:
            raise forms.ValidationError(_("NIP ini tidak terdaftar. Periksa lagi angkanya."))
        return orang


def _tersaring(s: dict[str, Any]) -> "QuerySet[Jejak]":
    qs = jejak.semua()
    if s.get("nip"):
        tentang = Q(Exists(JejakSubjek.objects.filter(orang=s["nip"], jejak_id=OuterRef("id"))))
        qs = qs.filter(Q(pelaku_orang=s["nip"]) if s.get("sebagai") else tentang)
    if s.get("jenis"):
        qs = qs.filter(jenis=s["jenis"])
    if s.get("objek"):
        qs = qs.filter(objek=s["objek"])
    if s.get("dari"):
        qs = qs.filter(waktu__gte=awal_hari(s["dari"]))
    if s.get("sampai"):
        qs = qs.filter(waktu__lt=awal_hari(s["sampai"] + timedelta(days=1)))
    return qs


def _dibaca(pelaku: Pelaku, apa: dict[str, Any], objek: UUID | None = None, subjek: Any = ()) -> None:
    """Penelusuran auditor tercatat, dan auditor lain dapat melihatnya."""
    with transaction.atomic():
        catat(peristiwa.DIBACA, pelaku, ("jejak", objek), sesudah=apa, subjek=subjek)


@require_safe
def telusur(request: HttpRequest) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "jejak.lihat")
    borang = BorangCari(request.GET)
    s = borang.cleaned_data if borang.is_valid() else {}
    isi, berikut = _potong(_tersaring(s), request) if not borang.errors else ([], "")
    if not borang.errors:
        apa = {k: v.isoformat() if isinstance(v, date) else str(v) for k, v in s.items() if v}
        _dibaca(pelaku, {"saring": apa, "banyak": len(isi)}, subjek=[s["nip"]] if s.get("nip") else ())
    return tampilkan(
        request,
        "situs/jejak/telusur.html",
        {"form": borang, "cerita": ceritakan(isi, pelaku.orang), "berikut": berikut},
    )


@require_safe
def rinci(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Isi satu peristiwa, tersamar menurut kelasnya, dan bukti segelnya."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "jejak.lihat")
    j = jejak.semua().select_related("muatan").filter(uid=uid).first()
    if j is None:
        raise TidakAda(_("Peristiwa ini tidak ada."))
    _dibaca(pelaku, {"peristiwa": str(uid)}, j.uid)
    konteks = {
        "c": ceritakan([j], pelaku.orang)[0],
        "isi": tersamar(j),
        "bukti": _bukti(uid),
        "sidik": bytes(j.sidik).hex(),
    }
    return tampilkan(request, "situs/jejak/rinci.html", konteks)


def _bukti(uid: UUID) -> segel.BuktiMasuk | None:
    try:
        return segel.bukti(uid)
    except Galat:
        return None


@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest) -> HttpResponse:
    """Menghitung ulang seluruh jejak: langsung bila sedikit, di latar bila banyak."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "jejak.lihat")
    if request.method == "POST":
        if verifikasi.minta(pelaku, _kunci(request)):
            messages.success(request, _("Pemeriksaan selesai."))
        else:
            messages.info(request, _("Pemeriksaan berjalan di latar. Muat ulang halaman ini nanti."))
        return redirect("verifikasi")
    akar = jejak.akar(1)
    belum, tertua = segel.tertinggal()
    return tampilkan(
        request,
        "situs/jejak/verifikasi.html",
        {"akhir": verifikasi.terakhir(), "akar": akar[0] if akar else None, "belum": belum, "tertua": tertua,
         "kunci": uuid.uuid4()},
    )  # fmt: skip


def _kunci(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("kunci", ""))
    except ValueError:
        return uuid.uuid4()


class BorangBukti(Borang):
    uid = forms.UUIDField(label=gettext_lazy("Kode peristiwa"), help_text=gettext_lazy("36 huruf dan angka."))


@require_safe
def umum(request: HttpRequest) -> HttpResponse:
    """Akar bertanda tangan, kunci umum, cara memeriksa, dan pencarian bukti. Tanpa isi peristiwa apa pun."""
    borang = BorangBukti(request.GET if "uid" in request.GET else None)
    bukti = _bukti(borang.cleaned_data["uid"]) if borang.is_valid() else None
    if borang.is_valid() and bukti is None:
        borang.add_error("uid", _("Kode ini tidak ada atau belum disegel. Segel dibuat tiap menit."))
    akar = [
        {
            "ukuran": a.ukuran,
            "akar": bytes(a.akar).hex(),
            "waktu": a.waktu,
            "tanda": bytes(a.tanda_tangan).hex(),
        }
        for a in jejak.akar(20)
    ]
    konteks = {
        "form": borang,
        "bukti": bukti,
        "akar": akar,
        "kunci": segel.kunci_umum().hex(),
        "kunci_id": segel.kunci_id(),
    }
    return tampilkan(request, "situs/jejak/umum.html", konteks)


@require_safe
def akar_json(request: HttpRequest) -> JsonResponse:
    """Akar terbaru, untuk mesin: yang menyimpannya hari ini dapat membuktikan perubahan besok."""
    return JsonResponse(
        {
            "kunci_umum": segel.kunci_umum().hex(),
            "akar": [
                {"ukuran": a.ukuran, "akar": bytes(a.akar).hex(), "waktu": a.waktu.isoformat(),
                 "tanda_tangan": bytes(a.tanda_tangan).hex(), "kunci_id": a.kunci_id}
                for a in jejak.akar()
            ],
        }
    )  # fmt: skip


@require_safe
def bukti_json(request: HttpRequest, uid: UUID) -> JsonResponse:
    bukti = _bukti(uid)
    if bukti is None:
        return JsonResponse({"galat": _("Kode ini tidak ada atau belum disegel.")}, status=404)
    return JsonResponse(bukti._asdict())
