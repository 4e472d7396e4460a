"""Layar cuti: saldo dan permohonan sendiri, mengajukan, satu permohonan dengan tindakannya, tim, saldo dari kertas."""

from calendar import monthrange
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.aparatur.cuti import sajian, selectors, service
from kasuari.aparatur.cuti.efek import buka_rincian
from kasuari.aparatur.cuti.forms import BorangBulan, BorangCuti, BorangLangkah, BorangSaldo, awal
from kasuari.aparatur.cuti.periksa import periksa
from kasuari.aparatur.cuti.saldo import saldo, status
from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.aturan.cuti import jenis_cuti
from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.alur import sajian as kasus
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur import service as alur_service
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.service import sajikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.rupa.borang import tampilkan

SEHALAMAN = 20


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = service.pegawai_sendiri(pelaku)
    try:
        buku, galat = saldo(p, hari_ini().year), ""
    except MasukanSalah as salah:
        buku, galat = [], salah.pesan
    halaman = Paginator(selectors.milik(pelaku), SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "angka": sajian.angka(buku), "kenapa": sajian.kenapa_saldo(buku), "galat": galat,
        "halaman": halaman, "baris": [sajian.butir(c) for c in halaman],
    }  # fmt: skip
    return render(request, "cuti/saya.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request: HttpRequest) -> HttpResponse:
    """Isi, periksa, kirim. Tombol `ubah` kembali ke isian tanpa menghilangkannya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    return _isi(request, service.pegawai_sendiri(pelaku), None)


@require_http_methods(["GET", "HEAD", "POST"])
def perbaiki(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    c = selectors.permohonan(pelaku, uid)
    if c.pegawai.orang.uid != pelaku.orang or c.kasus.keadaan != "draf":
        raise TidakAda(_("Permohonan ini tidak sedang menunggu perbaikan Anda."))
    return _isi(request, c.pegawai, c)


def _isi(request: HttpRequest, p: Any, c: Any) -> HttpResponse:
    jenis = jenis_cuti(status(p.kini.jenis), ketentuan.buku(hari_ini()))
    if request.method == "POST":
        borang = BorangCuti(jenis, request.POST, request.FILES)
    else:
        borang = BorangCuti(jenis, initial=awal(c, buka_rincian(c)) if c else None)
    konteks: dict[str, Any] = {"form": borang, "cuti": c, "angka": sajian.angka(_saldo_aman(p))}
    if request.method != "POST" or not borang.is_valid() or "ubah" in request.POST:
        return tampilkan(request, "cuti/isi.html", konteks)
    isi, d = borang.isi(), borang.cleaned_data
    berkas = d["bukti"].file if d.get("bukti") else None
    if berkas is not None:
        berkas.name = d["bukti"].name
    try:
        if "kirim" not in request.POST and berkas is None:
            # bukti tidak dapat dibawa lewat halaman periksa: yang membawanya langsung dikirim
            h = periksa(p, isi.jenis, isi.mulai, isi.selesai, isi.rincian, kecuali=c)
            if not h.perlu_bukti or (c and c.bukti):
                return render(
                    request,
                    "cuti/periksa.html",
                    {**konteks, "isi": sajian.periksa(isi, h), "kenapa": sajian.kenapa(h)},
                )
        pelaku = request.pelaku  # type: ignore[attr-defined]
        if c is None:
            hasil = service.ajukan(pelaku, isi=isi, berkas=berkas, kunci=d["kunci"])
        else:
            hasil = service.perbaiki(
                pelaku, cuti=c.id, isi=isi, versi=c.kasus.versi, berkas=berkas, kunci=d["kunci"]
            )
    except MasukanSalah as galat:
        borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        return tampilkan(request, "cuti/isi.html", konteks)
    messages.success(request, _("Permohonan Anda sudah dikirim kepada atasan."))
    return redirect("cuti:satu", hasil.uid)


def _saldo_aman(p: Any, tahun: int | None = None) -> list[Any]:
    try:
        return saldo(p, tahun or hari_ini().year)
    except MasukanSalah:
        return []


@require_safe
def satu(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Satu permohonan: isinya, di mana kini, riwayatnya, dan tindakan yang boleh dilakukan pembacanya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    c = selectors.permohonan(pelaku, uid)
    selectors.catat_lihat(pelaku, c)
    terbuka = selectors.rincian_terbuka(pelaku, c)
    ditunggu = any(t.kasus_id == c.kasus_id for t in alur.menunggu(pelaku))
    konteks = {
        "cuti": c, "ringkas": sajian.ringkas(c, terbuka),
        "isi": sajian.isi(c, buka_rincian(c) if terbuka else {}, terbuka), "keterangan": kasus.keterangan(c.kasus),
        "riwayat": kasus.riwayat(c.kasus, terbuka), "aksi": [x for x in alur.aksi_tersedia(pelaku, c.kasus) if x.aksi != "ajukan"],
        "milik": c.pegawai.orang.uid == pelaku.orang, "terbuka": terbuka, "kunci": sajian.kunci(),
        "saldo": sajian.angka(_saldo_aman(c.pegawai, c.mulai.year)) if ditunggu and c.jenis == "tahunan" else [],
        "bersandi": () if pelaku.sudo else service.BERSANDI,
        "surat_siap": c.surat is not None and c.surat.status != "disiapkan",
    }  # fmt: skip
    return render(request, "cuti/satu.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def langkah(request: HttpRequest, uid: UUID, aksi: str) -> HttpResponse:
    """Satu tindakan. Yang tidak meminta isian langsung dikerjakan; selainnya membuka halamannya dahulu, sesudah sandinya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    c = selectors.permohonan(pelaku, uid)
    x = next((x for x in alur.aksi_tersedia(pelaku, c.kasus) if x.aksi == aksi and aksi != "ajukan"), None)
    if x is None:
        return _bukan_kini(request, c, aksi)
    service.pastikan_sandi(pelaku, aksi)
    siap = tuple(alur.proses(c.kasus).alasan_siap.get(aksi, ()))
    awalan = {"aksi": aksi, "versi": c.kasus.versi}
    borang = BorangLangkah(x, siap, request.POST if request.method == "POST" else None, initial=awalan)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            service.putuskan(
                pelaku, cuti=uid, aksi=aksi, versi=d["versi"], alasan=borang.alasan_jadi(), pertek=d.get("pertek", ""),
                kunci=d["kunci"],
            )  # fmt: skip
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Tercatat: %(aksi)s.") % {"aksi": x.judul})
            return redirect("cuti:satu", uid)
    return tampilkan(
        request, "cuti/langkah.html", {"form": borang, "cuti": c, "langkah": x, "isi": sajian.isi(c, {})}
    )


def _bukan_kini(request: HttpRequest, c: Any, aksi: str) -> HttpResponse:
    """Tombol yang ditekan dua kali: kiriman yang sama dijawab dengan hasilnya. Selain itu galatnya yang menjawab."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    try:
        versi, kunci = int(request.POST.get("versi", "")), UUID(request.POST.get("kunci", ""))
    except ValueError:
        alur_service.pastikan_ditunggu(pelaku, c.kasus, aksi)
        raise TidakAda(_("Tindakan ini tidak ada di tahap ini.")) from None
    siap, alasan, pertek = (request.POST.get(n, "").strip() for n in ("siap", "alasan", "pertek"))
    service.putuskan(
        pelaku, cuti=c.id, aksi=aksi, versi=versi, alasan=" ".join(x for x in (siap, alasan) if x), pertek=pertek,
        kunci=kunci,
    )  # fmt: skip
    return redirect("cuti:satu", c.id)


@require_safe
def bukti(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    c = selectors.permohonan(pelaku, uid)
    if c.bukti is None or not selectors.rincian_terbuka(pelaku, c):
        raise TidakAda(_("Bukti ini tidak ada."))
    selectors.catat_lihat(pelaku, c)
    return sajikan(c.bukti)


@require_safe
def surat_izin(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    c = selectors.permohonan(pelaku, uid)
    if c.surat is None or c.surat.status == "disiapkan":
        raise TidakAda(_("Surat ini belum selesai ditandatangani."))
    selectors.catat_lihat(pelaku, c)
    jawab = HttpResponse(surat.baca(c.surat), content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="surat-cuti-{c.surat.kode_verifikasi}.pdf"'
    return jawab


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """Siapa cuti bulan itu di antara orang yang terjangkau."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "cuti.lihat")
    borang = BorangBulan(request.GET)
    tulis = (
        borang.cleaned_data["bulan"]
        if borang.is_valid() and borang.cleaned_data["bulan"]
        else f"{hari_ini():%Y-%m}"
    )
    tahun, bulan = int(tulis[:4]), int(tulis[5:])
    if not 2000 <= tahun <= 2100:
        raise TidakAda(_("Bulan ini di luar jangkauan kalender."))
    pertama, terakhir = date(tahun, bulan, 1), date(tahun, bulan, monthrange(tahun, bulan)[1])
    isi = selectors.tim(pelaku, pertama, terakhir)
    halaman = Paginator(isi, SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "bulan": pertama, "halaman": halaman, "petugas": boleh(pelaku, "cuti.saldo").ya, "baris": [sajian.butir_tim(b) for b in halaman],
        "hari_ini": sum(b.mulai <= hari_ini() <= b.selesai and not b.menunggu for b in isi),
        "sebelum": sajian.geser(pertama, -1), "sesudah": sajian.geser(pertama, 1),
    }  # fmt: skip
    return render(request, "cuti/tim.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def saldo_kertas(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "cuti.saldo")
    borang = BorangSaldo(request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        orang = pegawai.orang_nip("".join(d["nip"].split()))
        p = pegawai.pegawai_orang(orang) if orang else None
        try:
            if p is None:
                raise MasukanSalah(_("NIP ini tidak terdaftar. Periksa lagi angkanya."), "nip")
            baris = service.BarisSaldo(p.uid, d["tahun"], d["terpakai"], d["ditangguhkan"], d["cuti_besar"])
            service.catat_saldo(pelaku, baris=[baris], kunci=d["kunci"])
        except TidakAda:
            borang.add_error("nip", _("NIP ini tidak terdaftar. Periksa lagi angkanya."))
        except MasukanSalah as galat:
            borang.add_error(
                galat.kolom if galat.kolom in borang.fields else None, galat.pesan.removeprefix("Baris 1: ")
            )
        else:
            messages.success(request, _("Catatan cuti tahun %(t)s tersimpan.") % {"t": d["tahun"]})
            return redirect("cuti:saldo")
    return tampilkan(request, "cuti/saldo.html", {"form": borang})
