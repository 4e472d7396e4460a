"""Layar meja surat: daftar, satu surat, petikan, dan kelompok yang terbit bersama. Semuanya tanpa JavaScript."""

import uuid
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.dokumen import surat as dokumen
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.situs.surat import sajian, selectors, service
from kasuari.situs.surat.forms import BorangSaring, BorangTurunan

SEHALAMAN = 25
MUAT_ULANG = 5  # detik
_SYARAT = {
    "tunggu": Q(status="disiapkan"),
    "nomor": Q(status="disiapkan", nomor_teks=""),
    "basah": Q(status="disiapkan", basah=True),
    "ditandatangani": Q(status="ditandatangani"),
    "dicabut": Q(status="dicabut"),
}


def kirim(
    request: HttpRequest, borang: BaseForm, kerjakan: Callable[[dict[str, Any]], Any], *, templat: str, konteks: dict[str, Any],
    ke: Callable[[Any], Any], pesan: Callable[[Any], str],
) -> HttpResponse:  # fmt: skip
    """Satu formulir satu tindakan: yang salah kembali dengan isiannya (422), yang jadi pindah halaman."""
    if request.method == "POST" and borang.is_valid():
        try:
            hasil = kerjakan(borang.cleaned_data)
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, pesan(hasil))
            tujuan = ke(hasil)
            return redirect(*tujuan) if isinstance(tujuan, tuple) else redirect(tujuan)
    return tampilkan(request, templat, {**konteks, "form": borang})


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "surat.lihat")
    saring = BorangSaring(selectors.seri(), request.GET or None)
    d = saring.cleaned_data if saring.is_bound and saring.is_valid() else {}
    qs = selectors.terjangkau(pelaku).order_by("-tahun", "-dibuat", "-id")
    if d.get("seri"):
        qs = qs.filter(seri=d["seri"])
    if d.get("tahun"):
        qs = qs.filter(tahun=int(d["tahun"]))
    if d.get("keadaan"):
        qs = qs.filter(_SYARAT[d["keadaan"]])
    if q := d.get("q", "").strip():
        # angka saja berarti urutan di serinya: '2' tidak mencari semua surat 2026
        urutan = q.isascii() and q.isdigit() and len(q) < 9
        qs = qs.filter(
            Q(nomor=int(q)) if urutan else Q(nomor_teks__icontains=q) | Q(kode_verifikasi__iexact=q)
        )
    halaman = Paginator(qs, SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "saring": saring, "halaman": halaman, "kolom": sajian.kolom_daftar(), "baris": [sajian.baris(s) for s in halaman],
        "tersaring": any(d.values()), "nomor": boleh(pelaku, "surat.nomor").ya, "buku": boleh(pelaku, "surat.buku").ya,
    }  # fmt: skip
    return render(request, "situs/surat/daftar.html", konteks)


@require_safe
def satu(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    s, p = selectors.satu(pelaku, uid), selectors.pindaian(pelaku, uid)
    turunan = selectors.terjangkau(pelaku).filter(induk=s).order_by("bentuk", "petik", "dibuat")
    halaman = Paginator(turunan, SEHALAMAN).get_page(request.GET.get("hal"))
    galat = dokumen.sebab_gagal(s)
    konteks = {
        "surat": s, "sebab": sajian.sebab(galat) if galat else "", "keadaan": sajian.keadaan(s), "isi": sajian.isi(s),
        "tindakan": sajian.tindakan(pelaku, s, p),
        "pindaian": sajian.pindaian(p), "ada_pindaian": p is not None, "halaman": halaman,
        "turunan": [sajian.butir(t, f"{sajian.judul(t)} · {t.kode_verifikasi}") for t in halaman],
    }  # fmt: skip
    return render(request, "situs/surat/satu.html", konteks)


def pdf(isi: bytes, nama: str) -> HttpResponse:
    jawab = HttpResponse(isi, content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="{nama}.pdf"'
    return jawab


@require_safe
def berkas(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Surat yang sudah ditandatangani; membukanya tercatat."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    s = selectors.satu(pelaku, uid)
    isi = dokumen.baca(s)
    with transaction.atomic():
        selectors.catat_baca(pelaku, s)
    return pdf(isi, f"surat-{s.kode_verifikasi}")


@require_http_methods(["GET", "HEAD", "POST"])
def turunan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Petikan dan salinan, dinyatakan sesuai dengan aslinya oleh kepala BKPSDM yang menekannya."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    s = selectors.satu(pelaku, uid)
    pastikan(pelaku, "surat.turunkan", s)
    if not sajian.dapat_diturunkan(s) or s.status != Surat.Status.DITANDATANGANI:
        raise TidakAda(_("Surat ini bukan keputusan yang dapat dipetik."))
    lampiran = dokumen.isi(s).get("lampiran")
    borang = BorangTurunan(
        len(lampiran["baris"]) if lampiran else 0, request.POST if request.method == "POST" else None
    )
    oleh = _pengesah(pelaku)
    return kirim(
        request, borang,
        lambda d: service.turunkan(
            pelaku, uid=uid, bentuk=d["bentuk"], baris=d.get("baris", []), tembusan=d["tembusan"], penandatangan=oleh,
            kunci=d["kunci"],
        ),
        templat="situs/surat/tindakan.html", konteks={"surat": s, "isi": sajian.isi(s), "judul": _("Buat petikan atau salinan")},
        ke=lambda h: ("surat:kelompok", h.uid), pesan=lambda h: _("Suratnya disiapkan dan segera ditandatangani."),
    )  # fmt: skip


def _pengesah(pelaku: Pelaku) -> dict[str, str]:
    """Nama, NIP, dan jabatan pelaku sendiri. Galat: `TidakBoleh` bila bukan pegawai."""
    p = pegawai.pegawai_orang(pelaku.orang) if pelaku.orang else None
    if p is None:
        raise TidakBoleh(_("Petikan dan salinan dinyatakan sesuai dengan aslinya oleh pegawai."))
    return {"nama": p.orang.nama_gelar, "nip": p.nip, "jabatan": p.kini.jabatan}


@require_safe
def kelompok(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Kemajuan sekelompok surat. Memuat ulang sendiri lewat kepala HTTP; `?diam=1` menghentikannya."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    milik = selectors.terjangkau(pelaku).filter(kelompok=uid).order_by("nomor", "sisip", "petik", "id")
    if not milik.exists():
        raise TidakAda(_("Kelompok surat ini tidak ada."))
    k = dokumen.kemajuan(uid)
    terlihat = set(milik.values_list("id", flat=True)) if k.gagal else set()
    gagal = [(s, x) for s, x in dokumen.gagal(uid) if s.id in terlihat] if k.gagal else []
    halaman = Paginator(milik, SEHALAMAN).get_page(request.GET.get("hal"))
    jalan, diam = k.jumlah - k.selesai - k.basah - k.gagal, "diam" in request.GET
    konteks = {
        "uid": uid, "k": k, "jalan": jalan, "beres": k.selesai == k.jumlah, "diam": diam, "halaman": halaman,
        "baris": [sajian.butir(s) for s in halaman],
        "gagal": [sajian.butir(s, sajian.sebab(x)) for s, x in gagal[:SEHALAMAN]], "gagal_lain": max(0, len(gagal) - SEHALAMAN),
        "kunci": uuid.uuid4(), "boleh_ulang": boleh(pelaku, "surat.ulang").ya,
    }  # fmt: skip
    jawab = render(request, "situs/surat/kelompok.html", konteks)
    if jalan and not diam:
        jawab["Refresh"] = str(MUAT_ULANG)
    return jawab


@require_POST
def ulang(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "surat.ulang")
    try:
        kunci = UUID(request.POST.get("kunci", ""))
    except ValueError:
        raise TidakAda(_("Muat ulang halaman kelompok, lalu tekan lagi.")) from None
    hasil = service.ulang(pelaku, kelompok=uid, kunci=kunci)
    messages.success(request, _("%(n)s surat dicoba lagi.") % {"n": hasil.data["banyak"]})
    return redirect("surat:kelompok", uid)
