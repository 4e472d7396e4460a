"""Cek status dengan kode, membuka data dengan tanggal lahir atau nomor HP, menjawab pertanyaan, dan Data saya."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kasuari.dasar.akun import laju
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.dokumen.service import sajikan
from kasuari.dasar.inti.galat import Galat, MasukanSalah, TidakAda
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.rupa import slot
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.masyarakat.layanan import buka, isian, keadaan, kode, peristiwa, selectors
from kasuari.masyarakat.layanan.forms import BorangBuka, BorangJawab, BorangKode, BorangKontak
from kasuari.masyarakat.layanan.models import Permohonan
from kasuari.masyarakat.layanan.service import data as service_data
from kasuari.masyarakat.layanan.service import isi as service
from kasuari.masyarakat.layanan.views.isi import ingat, kunci_sesi, lupa, terbuka


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cek(request: HttpRequest) -> HttpResponse:
    borang = BorangKode(request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        rapi = kode.rapikan(borang.cleaned_data["kode"])
        if rapi is not None:
            return redirect("layanan:cek_satu", rapi)
        borang.add_error("kode", _("Kode ini salah ketik. Periksa lagi huruf dan angkanya di slip Anda."))
    return tampilkan(request, "layanan/cek.html", {"form": borang, "masuk": request.pelaku.masuk})  # type: ignore[attr-defined]


def _menurut_kode(request: HttpRequest, tulisan: str) -> Permohonan | HttpResponse:
    """Permohonan, atau halaman tidak ada: kode yang salah dihitung tiap alamat, supaya tidak ditebak beruntun.

    Alamat yang batasnya habis tidak diberi tahu kode mana yang ada, kecuali yang sudah dibuka di peramban itu.
    """
    p, alamat = selectors.menurut_kode(tulisan), laju.alamat(request)
    try:
        if p is None:
            laju.ambil("layanan_kode", alamat)
        elif not buka.terbuka(p.id, kunci_sesi(request, p)):
            laju.pastikan("layanan_kode", alamat)
    except MasukanSalah as galat:
        return tampilkan(request, "layanan/tidak_ada.html", {"pesan": galat.pesan}, 429)
    return p or tampilkan(request, "layanan/tidak_ada.html", {"pesan": ""}, 404)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, kode: str) -> HttpResponse:
    """Keadaan satu permohonan: siapa pun yang memegang slipnya dapat membacanya, tanpa nama dan tanpa isian."""
    p = _menurut_kode(request, kode)
    if isinstance(p, HttpResponse):
        return p
    milik = buka.terbuka(p.id, kunci_sesi(request, p))
    borang = BorangBuka(request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            buka.buka(p.kode, d["lahir"], d["telepon"], laju.alamat(request))
        except MasukanSalah as galat:
            borang.add_error(None, galat.pesan)
        else:
            ingat(request, p)
            return redirect("layanan:cek_satu", p.kode)
    konteks = {
        "form": borang, "p": p, **keadaan.umum(p, milik), "milik": milik, "dilupakan": p.dilupakan is not None,
        "panel": slot.ambil("layanan.selesai", permohonan=p.id) if p.selesai and not p.layanan.peka else [],
    }  # fmt: skip
    return tampilkan(request, "layanan/status.html", konteks)


@never_cache
@require_safe
def slip(request: HttpRequest, kode: str) -> HttpResponse:
    """Slip kecil untuk dicetak atau difoto: kode, QR, layanan, dan langkah berikutnya; tetangga pun dapat membacanya."""
    p = _menurut_kode(request, kode)
    if isinstance(p, HttpResponse):
        return p
    sini = request.build_absolute_uri(reverse("layanan:cek_satu", args=[p.kode]))
    return render(request, "layanan/slip.html", {"p": p, "sini": sini, **keadaan.umum(p, False)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lengkapi(request: HttpRequest, kode: str) -> HttpResponse:
    """Satu pertanyaan balik, satu jawaban."""
    p = terbuka(request, kode)
    t = p.tanya.filter(dijawab=None).first()
    if t is None:
        return redirect("layanan:cek_satu", p.kode)
    borang = BorangJawab(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            service.jawab(
                request.pelaku, permohonan=p.id, buka_=kunci_sesi(request, p), tulisan=d["jawaban"], berkas=d["berkas"],  # type: ignore[attr-defined]
                kunci=d["kunci"],
            )  # fmt: skip
        except MasukanSalah as galat:
            kolom = "jawaban" if galat.kolom == "jawaban" else "berkas"
            borang.add_error(kolom, galat.pesan)
        else:
            messages.success(request, _("Terima kasih. Jawaban Anda sudah kami terima."))
            return redirect("layanan:cek_satu", p.kode)
    return tampilkan(
        request, "layanan/lengkapi.html", {"form": borang, "p": p, "pertanyaan": isian.pertanyaan(t)}
    )


@never_cache
@require_POST
def surat_hasil(request: HttpRequest, kode: str) -> HttpResponse:
    """Surat hasil. Mengunduhnya berarti hasilnya sudah diterima pemohon."""
    p = terbuka(request, kode)
    if p.surat is None or p.surat.status != Surat.Status.DITANDATANGANI:
        raise TidakAda(_("Surat ini belum selesai ditandatangani."))
    if p.keadaan == "terbit":
        service_data.terima(
            request.pelaku, permohonan=p.id, buka_=kunci_sesi(request, p), kunci=uuid_dari("layanan.terima", p.id)  # type: ignore[attr-defined]
        )  # fmt: skip
    jawab = HttpResponse(surat.baca(p.surat), content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="surat-{p.kode}.pdf"'
    return jawab


@never_cache
@require_safe
def berkas(request: HttpRequest, kode: str, uid: UUID) -> HttpResponse:
    p = terbuka(request, kode)
    u = p.unggahan.select_related("lampiran__berkas").filter(id=uid).first()
    if u is None or u.lampiran is None:
        raise TidakAda(_("Berkas ini tidak ada."))
    return sajikan(u.lampiran)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def data_saya(request: HttpRequest, kode: str) -> HttpResponse:
    """Semua yang disimpan tentang satu permohonan: melihat, memperbaiki kontak, mengunduh, menarik, menghapus."""
    p = terbuka(request, kode)
    siapa = isian.pemohon(p)
    awal = {"telepon": siapa.get("telepon", ""), "email": siapa.get("email", ""), "kabari": p.persetujuan.filter(ditarik=None).exists()}  # fmt: skip
    borang = BorangKontak(request.POST if request.method == "POST" else None, initial=awal)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        service_data.ubah_kontak(
            request.pelaku, permohonan=p.id, buka_=kunci_sesi(request, p), telepon=d["telepon"], email=d["email"],  # type: ignore[attr-defined]
            kabari=d["kabari"], kunci=d["kunci"],
        )  # fmt: skip
        messages.success(request, _("Kontak Anda sudah diperbaiki."))
        return redirect("layanan:data_saya", p.kode)
    konteks = {
        "form": borang, "p": p, **keadaan.data(p), "dapat_tarik": keadaan.dapat_tarik(p),
        "dapat_hapus": p.kasus_id is None or p.selesai is not None,
    }  # fmt: skip
    return tampilkan(request, "layanan/data_saya.html", konteks)


@never_cache
@require_POST
def unduh(request: HttpRequest, kode: str) -> HttpResponse:
    """Salinan data dalam JSON (hak akses dan portabilitas, UU 27/2022 pasal 7 dan 13)."""
    p = terbuka(request, kode)
    with transaction.atomic():
        catat(peristiwa.DIUNDUH, request.pelaku, ("permohonan_layanan", p.id))  # type: ignore[attr-defined]
    jawab = HttpResponse(service_data.unduhan(p), content_type="application/json; charset=utf-8")
    jawab["Content-Disposition"] = f'attachment; filename="data-{p.kode}.json"'
    return jawab


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def akhiri(request: HttpRequest, kode: str, aksi: str) -> HttpResponse:
    """Menarik permohonan, menghapus data, atau menutup sesi HP ini; ditanya sekali sebelum dikerjakan."""
    p = terbuka(request, kode)
    if aksi not in {"tarik", "hapus", "tutup"}:
        raise TidakAda(_("Tindakan ini tidak ada."))
    konteks: dict[str, Any] = {"p": p, "aksi": aksi, "surat": p.surat is not None}
    if request.method == "POST":
        try:
            _kerjakan(request, p, aksi)
        except Galat as galat:
            return tampilkan(request, "layanan/akhiri.html", {**konteks, "galat": galat.pesan}, 422)
        return redirect(
            "layanan:cek_satu" if aksi == "tarik" else "layanan:daftar",
            *([p.kode] if aksi == "tarik" else []),
        )
    return tampilkan(request, "layanan/akhiri.html", konteks)


def _kerjakan(request: HttpRequest, p: Permohonan, aksi: str) -> None:
    pelaku, kunci = request.pelaku, uuid_dari("layanan", aksi, p.id, sekarang().date())  # type: ignore[attr-defined]
    if aksi == "tarik":
        service_data.tarik(pelaku, permohonan=p.id, buka_=kunci_sesi(request, p), kunci=kunci)
        messages.success(request, _("Permohonan Anda sudah ditarik."))
        return
    if aksi == "hapus":
        service_data.hapus(pelaku, permohonan=p.id, buka_=kunci_sesi(request, p), kunci=kunci)
        messages.success(request, _("Data Anda pada permohonan ini sudah dihapus."))
    lupa(request, p)
