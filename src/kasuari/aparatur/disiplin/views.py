"""Layar disiplin: milik saya dan yang saya tangani, membuka, satu pemeriksaan dengan langkahnya, tim, dan ringkasan."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.aparatur.disiplin import sajian, selectors, service
from kasuari.aparatur.disiplin.forms import BorangBebas, BorangLangkah, BorangLapor, BorangPendapat
from kasuari.aparatur.disiplin.models import Pemeriksaan, SuratPemeriksaan
from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.alur import sajian as alur_sajian
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur import service as alur_service
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.service import sajikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.rupa.bahan import Angka
from kasuari.dasar.rupa.bentuk import angka
from kasuari.dasar.rupa.borang import tampilkan

SEHALAMAN = 20
TULIS = ["GET", "HEAD", "POST"]


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """Tentang saya, dan yang saya tangani."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    tangan = Paginator(selectors.ditangani(pelaku), SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "milik": [sajian.butir(p, selectors.TERPERIKSA) for p in selectors.milik(pelaku)],
        "tangan": [sajian.butir(p) for p in tangan], "halaman": tangan, "buka": boleh(pelaku, "disiplin.buka").ya,
        "ikhtisar": boleh(pelaku, "disiplin.ikhtisar").ya,
    }  # fmt: skip
    return render(request, "disiplin/saya.html", konteks)


@require_http_methods(TULIS)
def buka(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "disiplin.buka")
    kirim = request.method == "POST"
    borang = BorangLapor(request.POST if kirim else None, request.FILES if kirim else None)
    if kirim and borang.is_valid():
        d = borang.cleaned_data
        try:
            hasil = service.buka(pelaku, nip=d["nip"], isi=borang.isi(), berkas=_berkas(d), kunci=d["kunci"])
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Laporan terkirim kepada pemeriksanya."))
            return redirect("disiplin:satu", hasil.uid)
    return tampilkan(request, "disiplin/buka.html", {"form": borang})


def _berkas(d: dict[str, Any]) -> Any:
    if not d.get("bukti"):
        return None
    berkas = d["bukti"].file
    berkas.name = d["bukti"].name
    return berkas


@require_safe
def satu(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Satu pemeriksaan menurut pembacanya: isi, di mana kini, suratnya, jejaknya, dan langkah yang boleh."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.pemeriksaan(pelaku, uid)
    selectors.catat_lihat(pelaku, p)
    pandang = selectors.pandangan(pelaku, p)
    milik = pandang == selectors.TERPERIKSA
    sisa = sajian.sisa(p) if milik else None
    konteks = {
        "p": p, "milik": milik, "ringkas": sajian.ringkas(p, pandang), "keterangan": alur_sajian.keterangan(p.kasus),
        "bagian": sajian.bagian(p, pandang), "keputusan": sajian.keputusan(p) if pandang in {selectors.PENUH, selectors.TERPERIKSA} else [],
        "kenapa": sajian.kenapa(p, pandang), "riwayat": sajian.riwayat(p, pandang), "surat": sajian.surat(p, pandang),
        "aksi": [x for x in alur.aksi_tersedia(pelaku, p.kasus) if x.aksi != "lapor"], "sisa": [sisa] if sisa else [],
        "bebas": sajian.bebas(p) if pandang != selectors.PENGAWAS else "", "boleh_bebas": service.boleh_bebas(pelaku, p),
        "boleh_pendapat": service.boleh_pendapat(pelaku, p),
    }  # fmt: skip
    return render(request, "disiplin/satu.html", konteks)


@require_http_methods(TULIS)
def langkah(request: HttpRequest, uid: UUID, aksi: str) -> HttpResponse:
    """Satu langkah: halaman isiannya, lalu kiriman."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.pemeriksaan(pelaku, uid)
    x = next((x for x in alur.aksi_tersedia(pelaku, p.kasus) if x.aksi == aksi and aksi != "lapor"), None)
    if x is None:
        return _bukan_kini(request, p, aksi)
    service.pastikan_sandi(pelaku, aksi)
    siap = tuple(alur.proses(p.kasus).alasan_siap.get(aksi, ()))
    kirim = request.method == "POST"
    borang = BorangLangkah(p, x, siap, request.POST if kirim else None, request.FILES if kirim else None)
    if kirim and borang.is_valid():
        d = borang.cleaned_data
        try:
            service.langkah(
                pelaku, uid=uid, aksi=aksi, versi=d["versi"], isi=borang.isi(), alasan=borang.alasan_jadi(), berkas=_berkas(d),
                kunci=d["kunci"],
            )  # fmt: skip
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Tercatat: %(aksi)s.") % {"aksi": x.judul})
            return redirect("disiplin:satu", uid)
    milik = selectors.pandangan(pelaku, p) == selectors.TERPERIKSA
    return tampilkan(request, "disiplin/langkah.html", {"form": borang, "p": p, "langkah": x, "milik": milik})


def _bukan_kini(request: HttpRequest, p: Pemeriksaan, aksi: str) -> HttpResponse:
    """Langkah yang sudah lewat: kiriman yang diulang kembali ke halamannya, selain itu galatnya yang menjawab."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    if request.method == "POST" and p.kasus.langkah.filter(aksi=aksi, pelaku__uid=pelaku.orang).exists():
        return redirect("disiplin:satu", p.id)
    alur_service.pastikan_ditunggu(pelaku, p.kasus, aksi)
    raise TidakAda(_("Langkah ini tidak ada di tahap ini."))


@require_http_methods(TULIS)
def pendapat(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.pemeriksaan(pelaku, uid)
    if not service.boleh_pendapat(pelaku, p):
        raise TidakBoleh(_("Pendapat hanya dari anggota tim pemeriksa, sekali, selama tim memeriksa."))
    borang = BorangPendapat(request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        service.pendapat(pelaku, uid=uid, tulisan=d["tulisan"], kunci=d["kunci"])
        messages.success(request, _("Pendapat Anda tercatat."))
        return redirect("disiplin:satu", uid)
    return tampilkan(
        request, "disiplin/isian.html", {"form": borang, "p": p, "judul": _("Pendapat anggota tim")}
    )


@require_http_methods(TULIS)
def bebas(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.pemeriksaan(pelaku, uid)
    if not service.boleh_bebas(pelaku, p):
        raise TidakBoleh(
            _("Pembebasan sementara hanya oleh pemeriksanya, selama pemeriksaan pelanggaran berat.")
        )
    borang = BorangBebas(request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        service.bebaskan(pelaku, uid=uid, alasan=d["alasan"], kunci=d["kunci"])
        messages.success(request, _("Pembebasan sementara tercatat mulai hari ini."))
        return redirect("disiplin:satu", uid)
    return tampilkan(
        request, "disiplin/isian.html", {"form": borang, "p": p, "judul": _("Bebaskan sementara dari tugas")}
    )


@require_safe
def bukti(request: HttpRequest, uid: UUID, lembar: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.pemeriksaan(pelaku, uid)
    x = selectors.satu_lembar(pelaku, p, lembar)
    selectors.catat_lihat(pelaku, p)
    assert x.lampiran is not None
    return sajikan(x.lampiran)


@require_safe
def satu_surat(request: HttpRequest, uid: UUID, surat: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.pemeriksaan(pelaku, uid)
    x = SuratPemeriksaan.objects.select_related("surat__berkas").filter(pemeriksaan=p, surat=surat).first()
    if (
        x is None
        or not sajian.boleh_surat(p, x, selectors.pandangan(pelaku, p))
        or x.surat.status == "disiapkan"
    ):
        raise TidakAda(_("Surat ini tidak ada."))
    selectors.catat_lihat(pelaku, p)
    return _pdf(x)


def _pdf(x: SuratPemeriksaan) -> HttpResponse:
    jawab = HttpResponse(surat.baca(x.surat), content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="surat-tertutup-{x.surat.kode_verifikasi}.pdf"'
    return jawab


@require_safe
def ikhtisar(request: HttpRequest) -> HttpResponse:
    """Banyaknya pemeriksaan dan tenggatnya, tanpa nama yang diperiksa."""
    isi = selectors.ikhtisar(request.pelaku)  # type: ignore[attr-defined]
    halaman = Paginator(isi.baris, SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "angka": [
            Angka(_("Sedang berjalan"), angka(isi.berjalan)),
            Angka(_("Lewat batas"), angka(isi.lewat), nada="galat" if isi.lewat else "sukses"),
            Angka(_("Keberatan dan banding"), angka(isi.upaya)),
        ],
        "halaman": halaman, "baris": [sajian.butir_ikhtisar(b) for b in halaman],
    }  # fmt: skip
    return render(request, "disiplin/ikhtisar.html", konteks)
