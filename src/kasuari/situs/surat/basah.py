"""Layar tanda tangan basah: yang menunggu, cetakan, pindaian, dan pengesahan oleh orang kedua."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.dokumen import basah as tanda_basah
from kasuari.dasar.dokumen.models import PindaianSurat, Surat
from kasuari.dasar.dokumen.service import baca_berkas
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.situs.surat import sajian, selectors, service
from kasuari.situs.surat.forms import BorangAlasan, BorangPindai, BorangPutusan
from kasuari.situs.surat.views import SEHALAMAN, kirim, pdf


@require_safe
def tunggu(request: HttpRequest) -> HttpResponse:
    """Surat yang menunggu tanda tangan tangan; yang pindaiannya menunggu pengesahan lebih dulu."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "surat.lihat")
    terbuka = PindaianSurat.objects.filter(surat=OuterRef("id"), putusan="")
    qs = selectors.terjangkau(pelaku).filter(status=Surat.Status.DISIAPKAN, basah=True)
    qs = qs.annotate(dipindai=Exists(terbuka)).order_by("-dipindai", "dibuat", "id")
    halaman = Paginator(qs, SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "halaman": halaman,
        "kolom": sajian.kolom_daftar(),
        "baris": [sajian.baris_basah(s) for s in halaman],
    }
    return render(request, "situs/surat/basah.html", konteks)


@require_safe
def cetak(request: HttpRequest, uid: UUID) -> HttpResponse:
    """PDF yang belum ditandatangani; kakinya menyebut ia baru sah sesudah pindaiannya disahkan."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    s = selectors.satu(pelaku, uid)
    pastikan(pelaku, "surat.basah", s)
    with transaction.atomic():
        isi = tanda_basah.cetak(pelaku, s)
        selectors.catat_baca(pelaku, s)
    return pdf(isi, f"cetak-{s.kode_verifikasi}")


@require_http_methods(["GET", "HEAD", "POST"])
def alihkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    s = selectors.satu(pelaku, uid)
    pastikan(pelaku, "surat.basah", s)
    if request.method != "POST":
        sajian.pastikan_terbuka(pelaku, s, selectors.pindaian(pelaku, uid), "alihkan")
    borang = BorangAlasan(request.POST if request.method == "POST" else None)
    return kirim(
        request, borang, lambda d: service.alihkan_basah(pelaku, uid=uid, alasan=d["alasan"], kunci=d["kunci"]),
        templat="situs/surat/tindakan.html", konteks={"surat": s, "isi": sajian.isi(s), "judul": _("Alihkan ke tanda tangan basah")},
        ke=lambda h: ("surat:satu", uid), pesan=lambda h: _("Suratnya kini menunggu tanda tangan basah."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def pindai(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    s = selectors.satu(pelaku, uid)
    pastikan(pelaku, "surat.basah", s)
    if request.method != "POST":
        sajian.pastikan_terbuka(pelaku, s, selectors.pindaian(pelaku, uid), "pindai")
    borang = BorangPindai(*((request.POST, request.FILES) if request.method == "POST" else ()))
    return kirim(
        request, borang,
        lambda d: service.unggah_pindaian(pelaku, uid=uid, berkas=d["berkas"].file, kunci=d["kunci"]),
        templat="situs/surat/tindakan.html", konteks={"surat": s, "isi": sajian.isi(s), "judul": _("Unggah pindaian"), "berkas": True},
        ke=lambda h: ("surat:satu", uid), pesan=lambda h: _("Pindaian tersimpan. Orang lain yang mengesahkannya."),
    )  # fmt: skip


@require_safe
def pindaian(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Pindaian terakhir, supaya dapat diperiksa sebelum disahkan; membukanya tercatat."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.pindaian(pelaku, uid)
    if p is None:
        raise TidakAda(_("Surat ini tidak punya pindaian."))
    isi = baca_berkas(p.berkas)
    with transaction.atomic():
        selectors.catat_baca(pelaku, p.surat)
    return pdf(isi, f"pindaian-{p.surat.kode_verifikasi}")


@require_http_methods(["GET", "HEAD", "POST"])
def putus(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    s, p = selectors.satu(pelaku, uid), selectors.pindaian(pelaku, uid)
    pastikan(pelaku, "surat.sahkan", s)
    if p is None:
        raise TidakAda(_("Surat ini tidak punya pindaian."))
    borang = BorangPutusan(request.POST if request.method == "POST" else None)

    def kerjakan(d: dict[str, str]) -> bool:
        sah = d["putusan"] == "sah"
        if sah:
            service.sahkan_pindaian(pelaku, uid=uid, kunci=d["kunci"])  # type: ignore[arg-type]
        else:
            service.kembalikan_pindaian(pelaku, uid=uid, alasan=d["alasan"], kunci=d["kunci"])  # type: ignore[arg-type]
        return sah

    return kirim(
        request, borang, kerjakan, templat="situs/surat/putus.html",
        konteks={"surat": s, "isi": [*sajian.isi(s), *sajian.pindaian(p)]}, ke=lambda h: ("surat:satu", uid),
        pesan=lambda sah: _("Pindaian disahkan: suratnya sah.") if sah else _("Pindaian dikembalikan."),
    )  # fmt: skip
