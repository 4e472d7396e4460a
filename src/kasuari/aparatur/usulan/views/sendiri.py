"""Permohonan diri sendiri: daftar semua permohonan, memilih jenis, dan mengajukan."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.aparatur.pegawai.selectors import pegawai_aktif
from kasuari.aparatur.usulan import rangka, sajian, selectors, service
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.forms import berkas, borang_usulan, isian
from kasuari.aparatur.usulan.rangka import Isian
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.rupa.bahan import Butir
from kasuari.dasar.rupa.borang import tampilkan

SEHALAMAN = 20


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pegawai_aktif(pelaku)
    halaman = Paginator(selectors.milik(pelaku), SEHALAMAN).get_page(request.GET.get("hal"))
    baris = [sajian.butir(u, bernama=False) for u in halaman]
    return render(request, "usulan/saya.html", {"halaman": halaman, "baris": baris})


@require_safe
def pilih(request: HttpRequest) -> HttpResponse:
    """Yang dapat diajukan sendiri menurut status kepegawaiannya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = pegawai_aktif(pelaku)
    ada = [j for j in rangka.semua() if j.mulai == rangka.ASN and p.kini.jenis in j.status]
    baris = [Butir(j.judul, reverse("usulan:ajukan", args=[j.kode]), keterangan=j.ringkas) for j in ada]
    baris.insert(
        0, Butir(_("Cuti"), reverse("cuti:ajukan"), keterangan=_("Tahunan, sakit, melahirkan, dan lainnya."))
    )
    return render(request, "usulan/pilih.html", {"baris": baris})


@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request: HttpRequest, jenis: str) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = pegawai_aktif(pelaku)
    j = rangka.DAFTAR.get(jenis)
    if j is None or j.mulai != rangka.ASN or p.kini.jenis not in j.status:
        raise TidakAda(_("Jenis permohonan ini tidak ada."))
    apa = request.GET.get("apa", "")
    if j.varian and apa not in {v.kode for v in j.varian}:
        return _pilih_varian(request, j)
    awal = {"apa": apa} if j.varian else {}
    b = bahan([p.id], j.perlu)[p.id]
    kirim = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    borang = borang_usulan(j, j.syarat(b, Isian(None, awal)), {}, *kirim, pegawai=p, initial=awal)
    konteks = {"form": borang, "jenis": j}
    if request.method != "POST" or not borang.is_valid():
        return tampilkan(request, "usulan/ajukan.html", konteks)
    tmt, data = isian(borang, j)
    try:
        hasil = service.ajukan(
            pelaku,
            jenis=jenis,
            tmt=tmt,
            isian=data,
            berkas=berkas(borang),
            kunci=borang.cleaned_data["kunci"],
        )
    except MasukanSalah as galat:
        borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        return tampilkan(request, "usulan/ajukan.html", konteks)
    messages.success(request, _("Permohonan Anda sudah kami terima."))
    return redirect("usulan:satu", hasil.uid)


def _pilih_varian(request: HttpRequest, j: rangka.Jenis) -> HttpResponse:
    alamat = reverse("usulan:ajukan", args=[j.kode])
    baris = [Butir(v.judul, f"{alamat}?apa={v.kode}", keterangan=v.keterangan) for v in j.varian]
    return render(request, "usulan/pilih.html", {"baris": baris, "jenis": j})
