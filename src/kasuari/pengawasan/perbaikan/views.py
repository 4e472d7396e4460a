"""Layar petugas: daftar, satu perbaikan, menyusun rencana, langkah, bukti, dan permintaan. Semuanya tanpa JavaScript."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.alur import sajian as kasus
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur import service as alur_service
from kasuari.dasar.dokumen.service import sajikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.rupa.borang import Borang, tampilkan
from kasuari.pengawasan.perbaikan import kata, sajian, selectors, service
from kasuari.pengawasan.perbaikan.forms import (
    BorangBukti,
    BorangJawab,
    BorangLangkah,
    BorangMinta,
    BorangRencana,
    BorangSaring,
    BorangTemuan,
)
from kasuari.pengawasan.perbaikan.models import Perbaikan, Permintaan

SEHALAMAN = 20


def pilihan_unit(qs: Any) -> list[tuple[str, str]]:
    """Unit yang punya perbaikan di kueri itu."""
    return list(qs.order_by("unit__kini__urut").values_list("unit__kode", "unit__kini__nama").distinct())


def saring(request: HttpRequest, qs: Any) -> tuple[BorangSaring, Any]:
    borang = BorangSaring(pilihan_unit(qs), request.GET)
    if borang.is_valid():
        qs = selectors.saring_keadaan(qs, borang.cleaned_data["keadaan"])
        if borang.cleaned_data["unit"]:
            qs = qs.filter(unit__kode=borang.cleaned_data["unit"])
    return borang, qs


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "perbaikan.lihat")
    semua = selectors.daftar(pelaku)
    borang, qs = saring(request, semua)
    halaman = Paginator(qs, SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "angka": sajian.angka_ringkas(semua, "perbaikan:daftar"), "saring": borang, "halaman": halaman,
        "baris": [sajian.butir(p, "perbaikan:satu") for p in halaman], "boleh_temuan": boleh(pelaku, "perbaikan.temuan").ya,
        "boleh_jawab": boleh(pelaku, "perbaikan.jawab").ya,
    }  # fmt: skip
    return render(request, "perbaikan/daftar.html", konteks)


@require_safe
def satu(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.satu(pelaku, uid)
    aksi = alur.aksi_tersedia(pelaku, p.kasus)
    konteks = {
        "c": sajian.cerita(p), "aksi": [x for x in aksi if x.aksi != "rencanakan"],
        "menyusun": any(x.aksi == "rencanakan" for x in aksi), "memiliki": any(x.aksi == "serahkan" for x in aksi),
        "boleh_minta": p.terbuka and selectors.boleh_minta(pelaku, p),
        "keterangan": kasus.keterangan(p.kasus), "riwayat": kasus.riwayat(p.kasus, terbuka=True),
        "kunci": BorangLangkah.base_fields["kunci"].initial(),
    }  # fmt: skip
    return render(request, "perbaikan/satu.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def temuan(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "perbaikan.temuan")
    borang = BorangTemuan(_kiriman(request))
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            hasil = service.catat_temuan(pelaku, unit=UUID(d["unit"]), uraian=d["uraian"], kunci=d["kunci"])
        except MasukanSalah as galat:
            _salah(borang, galat)
        else:
            messages.success(request, _("Temuan tercatat. Pimpinan unitnya diminta menyusun rencana."))
            return redirect("perbaikan:satu", hasil.uid)
    return tampilkan(
        request,
        "perbaikan/isi.html",
        {"form": borang, "judul": _("Catat temuan"), "tombol": _("Catat temuan")},
    )


def _kiriman(request: HttpRequest) -> Any:
    """Isi kiriman, yang kosong pun; None saat halamannya baru dibuka."""
    return request.POST if request.method == "POST" else None


def _salah(borang: Borang, galat: MasukanSalah) -> None:
    borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)


@require_http_methods(["GET", "HEAD", "POST"])
def rencana(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.satu(pelaku, uid)
    awal = {
        "sebab": p.sebab, "tindakan": p.tindakan, "bukti_diminta": p.bukti_diminta, "pos": p.pos.uid if p.pos else None,
        "janji": p.janji, "anggaran": p.anggaran, "sumber_anggaran": p.sumber_anggaran, "versi": p.kasus.versi,
    }  # fmt: skip
    borang = BorangRencana(p, _kiriman(request), initial=awal)
    if request.method != "POST" or not borang.is_valid():
        # Kiriman utuh yang diulang dijawab pintunya dengan hasil tersimpan, walau tahapnya sudah lewat.
        alur_service.pastikan_ditunggu(pelaku, p.kasus, "rencanakan")
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            service.rencanakan(pelaku, uid=uid, versi=d["versi"], isi=borang.isi(), kunci=d["kunci"])
        except MasukanSalah as galat:
            _salah(borang, galat)
        else:
            messages.success(request, _("Rencana terkirim kepada pimpinan di atas Anda."))
            return redirect("perbaikan:satu", uid)
    konteks = {
        "form": borang,
        "p": p,
        "judul": _("Susun rencana perbaikan"),
        "tombol": _("Ajukan rencana"),
        "cerita": sajian.cerita(p),
    }
    return tampilkan(request, "perbaikan/isi.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def langkah(request: HttpRequest, uid: UUID, aksi: str) -> HttpResponse:
    """Satu tindakan. Yang tidak meminta isian langsung dikerjakan; selainnya membuka halamannya dahulu."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.satu(pelaku, uid)
    x = next(
        (x for x in alur.aksi_tersedia(pelaku, p.kasus) if x.aksi == aksi and aksi != "rencanakan"), None
    )
    if x is None:
        return _bukan_kini(request, p, aksi)
    siap = tuple(alur.proses(p.kasus).alasan_siap.get(aksi, ()))
    borang = BorangLangkah(x, siap, _kiriman(request), initial={"versi": p.kasus.versi})
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            service.langkah(
                pelaku, uid=uid, aksi=aksi, versi=d["versi"], alasan=borang.alasan_jadi(), tanggal=d.get("tanggal"), kunci=d["kunci"]
            )  # fmt: skip
        except MasukanSalah as galat:
            _salah(borang, galat)
        else:
            messages.success(request, _("Tercatat: %(aksi)s.") % {"aksi": x.judul})
            return redirect("perbaikan:satu", uid)
    konteks = {
        "form": borang,
        "p": p,
        "judul": x.judul,
        "tombol": x.judul,
        "bahaya": x.kelas == "bahaya",
        "cerita": sajian.cerita(p),
    }
    return tampilkan(request, "perbaikan/isi.html", konteks)


def _bukan_kini(request: HttpRequest, p: Perbaikan, aksi: str) -> HttpResponse:
    """Tombol yang ditekan dua kali: kiriman yang sama dijawab dengan hasilnya. Selain itu galatnya yang menjawab."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    try:
        versi, kunci = int(request.POST.get("versi", "")), UUID(request.POST.get("kunci", ""))
    except ValueError:
        alur_service.pastikan_ditunggu(pelaku, p.kasus, aksi)
        raise TidakAda(_("Tindakan ini tidak ada di tahap ini.")) from None
    teks = " ".join(t for n in ("siap", "alasan") if (t := request.POST.get(n, "").strip()))
    service.langkah(pelaku, uid=p.id, aksi=aksi, versi=versi, alasan=teks, kunci=kunci)
    return redirect("perbaikan:satu", p.id)


@require_http_methods(["GET", "HEAD", "POST"])
def bukti(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.satu(pelaku, uid)
    alur_service.pastikan_ditunggu(pelaku, p.kasus, "serahkan")
    borang = BorangBukti(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        berkas = d["berkas"].file if d.get("berkas") else None
        if berkas is not None:
            berkas.name = d["berkas"].name
        try:
            service.tambah_bukti(
                pelaku, uid=uid, uraian=d["uraian"], umum=d["umum"], berkas=berkas, kunci=d["kunci"]
            )
        except MasukanSalah as galat:
            _salah(borang, galat)
        else:
            messages.success(request, _("Bukti tersimpan. Serahkan bila semuanya sudah selesai."))
            return redirect("perbaikan:satu", uid)
    konteks = {
        "form": borang,
        "p": p,
        "judul": _("Tambah bukti"),
        "tombol": _("Simpan bukti"),
        "berkas": True,
        "cerita": sajian.cerita(p),
    }
    return tampilkan(request, "perbaikan/isi.html", konteks)


@require_safe
def unduh(request: HttpRequest, uid: UUID, bukti: UUID) -> HttpResponse:
    p = selectors.satu(request.pelaku, uid)  # type: ignore[attr-defined]
    b = p.bukti.select_related("lampiran__berkas").filter(id=bukti, lampiran__isnull=False).first()
    if b is None or b.lampiran is None:
        raise TidakAda(_("Berkas ini tidak ada."))
    return sajikan(b.lampiran)


@require_http_methods(["GET", "HEAD", "POST"])
def minta(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.satu(pelaku, uid)
    if not selectors.boleh_minta(pelaku, p):
        pastikan(pelaku, "perbaikan.rencanakan", p, lihat="perbaikan.lihat")
    borang = BorangMinta(_kiriman(request))
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            service.minta(
                pelaku, uid=uid, jenis=d["jenis"], uraian=d["uraian"], banyak=d["banyak"], kunci=d["kunci"]
            )
        except MasukanSalah as galat:
            _salah(borang, galat)
        else:
            messages.success(request, _("Permintaan tercatat. Jawabannya muncul di halaman ini."))
            return redirect("perbaikan:satu", uid)
    konteks = {
        "form": borang,
        "p": p,
        "judul": _("Minta pelatihan atau perubahan"),
        "tombol": _("Kirim permintaan"),
        "cerita": sajian.cerita(p),
    }
    return tampilkan(request, "perbaikan/isi.html", konteks)


@require_safe
def permintaan(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "perbaikan.jawab")
    tunggu = selectors.permintaan().filter(keadaan="diminta")
    lain = selectors.permintaan().exclude(keadaan="diminta").order_by("-dijawab")
    h1 = Paginator(tunggu, SEHALAMAN).get_page(request.GET.get("hal"))
    h2 = Paginator(lain, SEHALAMAN).get_page(request.GET.get("lain"))
    konteks = {
        "halaman": h1, "baris": [sajian.butir_permintaan(r) for r in h1], "dijawab": h2,
        "baris_lain": [sajian.butir_permintaan(r) for r in h2],
    }  # fmt: skip
    return render(request, "perbaikan/permintaan.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def jawab(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "perbaikan.jawab")
    r = selectors.permintaan().filter(id=uid).first()
    if r is None:
        raise TidakAda(_("Permintaan ini tidak ada."))
    bisa = service.LANJUT.get(r.keadaan, ())
    borang = BorangJawab(
        bisa or tuple(Permintaan.Keadaan.values), _kiriman(request), initial={"versi": r.versi}
    )
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            service.jawab(
                pelaku,
                uid=uid,
                keadaan=d["keadaan"],
                jawaban=d["jawaban"],
                versi=d["versi"],
                kunci=d["kunci"],
            )
        except MasukanSalah as galat:
            _salah(borang, galat)
        else:
            messages.success(request, _("Jawaban tersimpan dan terbaca unitnya."))
            return redirect("perbaikan:permintaan")
    konteks = {
        "form": borang,
        "r": r,
        "b": sajian.butir_permintaan(r),
        "bisa": bool(bisa),
        "hal": kata.perihal(r.perbaikan),
    }
    return tampilkan(request, "perbaikan/jawab.html", konteks)
