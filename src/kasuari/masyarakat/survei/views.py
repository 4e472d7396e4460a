"""Layar petugas survei: daftar dan kemajuan, membuka dan menutup, QR, lembar kertas, tulisan bebas, dan laporan."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan.selectors import buku
from kasuari.dasar.rupa.bentuk import angka
from kasuari.dasar.rupa.borang import Borang, tampilkan
from kasuari.masyarakat.survei import hitung, kertas, komentar, laporan, sajian, selectors, service, tutup
from kasuari.masyarakat.survei import sajian_kerja as layar
from kasuari.masyarakat.survei.forms import (
    BorangBuka,
    BorangLayanan,
    BorangLembar,
    BorangRencana,
    BorangSurvei,
    BorangTanda,
    BorangTumpukan,
    tulis_layanan,
)
from kasuari.masyarakat.survei.models import Layanan, Periode, Survei
from kasuari.masyarakat.survei.soal import soal_versi
from kasuari.masyarakat.survei.views_hasil import konteks_unit

SEHALAMAN = 25
TAMPIL = ["GET", "HEAD", "POST"]


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Periode yang terjangkau, dengan kemajuannya terhadap rencana sampel."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "survei.lihat")
    halaman = Paginator(selectors.daftar(pelaku), SEHALAMAN).get_page(request.GET.get("hal"))
    b = buku(hari_ini())
    konteks = {
        "halaman": halaman, "baris": [layar.butir(p, hitung.sampel(p.rencana, b)["perlu"]) for p in halaman],
        "angka": layar.angka_muka(selectors.daftar(pelaku), b), "kelola": boleh(pelaku, "survei.kelola").ya,
    }  # fmt: skip
    return render(request, "survei/daftar.html", konteks)


@require_safe
def satu(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Satu periode: kemajuan selama terbuka, hasil sesudah ditutup."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.periode_terjangkau(pelaku, uid)
    konteks: dict[str, Any] = {
        "p": p, "nama": sajian.nama_periode(p), "unit": p.unit.kini, "skm": p.survei.jenis == Survei.Jenis.SKM,
        "terbuka": p.status == Periode.Status.TERBUKA, "berakhir": hari_ini() > p.sampai, "kunci": uuid.uuid4(),
        "kelola": boleh(pelaku, "survei.kelola", p).ya, "kertas": boleh(pelaku, "survei.kertas", p).ya,
        "komentar": boleh(pelaku, "survei.komentar", p).ya, "layanan": selectors.layanan_dinilai(p.unit_id),
    }  # fmt: skip
    if konteks["terbuka"]:
        perlu = hitung.sampel(p.rencana, buku(hari_ini()))["perlu"]
        konteks |= layar.kemajuan(p, perlu, selectors.kuota(p, perlu) if perlu else [], selectors.banyak(p))
    elif konteks["skm"]:
        t = sajian.tampak(p, p.hasil.isi)
        lama = [p, *(x for x in selectors.terbit(p.unit.kode)[:8] if x.id != p.id and x.mulai < p.mulai)]
        konteks |= {**konteks_unit(p, t, lama), "sidik": p.hasil.sidik}
    else:
        konteks |= {"soal": layar.batang_soal(sajian.tampak_lain(p, p.hasil.isi)), "sidik": p.hasil.sidik}
    return render(request, "survei/satu.html", konteks)


def _coba(request: HttpRequest, borang: Borang, kerja: Any) -> Any:
    """Menjalankan pintu dengan borang yang sah; galatnya menjadi kesalahan borang. None bila belum berhasil."""
    if request.method != "POST" or not borang.is_valid():
        return None
    try:
        return kerja(borang.cleaned_data)
    except MasukanSalah as galat:
        borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        return None


def _isian(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


@require_http_methods(TAMPIL)
def buka(request: HttpRequest) -> HttpResponse:
    """Membuka periode baru."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "survei.kelola")
    survei = [("", _("Survei kepuasan masyarakat"))] + [
        (str(s.uid), s.nama) for s in Survei.objects.filter(jenis=Survei.Jenis.LAIN).order_by("nama")
    ]
    borang = BorangBuka(layar.pilihan_unit(), survei, _isian(request))
    borang.fields["survei"].required = False

    def kerja(d: dict[str, Any]) -> Any:
        return service.buka(
            pelaku, unit=uuid.UUID(d["unit"]), skema=d["skema"], mulai=d["mulai"], petugas=d["petugas"],
            populasi=d["populasi"] or 0, survei=uuid.UUID(d["survei"]) if d["survei"] else None, kunci=d["kunci"],
        )  # fmt: skip

    if hasil := _coba(request, borang, kerja):
        messages.success(request, _("Periode dibuka. Cetak QR-nya dan tempel di loket."))
        return redirect("survei:satu", hasil.uid)
    return tampilkan(
        request,
        "survei/isian.html",
        {"form": borang, "judul_isian": _("Buka periode survei"), "tombol": _("Buka")},
    )


@require_http_methods(TAMPIL)
def buat(request: HttpRequest) -> HttpResponse:
    """Membuat survei dengan pertanyaan sendiri."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "survei.kelola")
    borang = BorangSurvei(_isian(request))
    if _coba(request, borang, lambda d: service.buat_survei(pelaku, **d)):
        messages.success(request, _("Survei dibuat. Sekarang buka periodenya."))
        return redirect("survei:buka")
    return tampilkan(
        request,
        "survei/isian.html",
        {"form": borang, "judul_isian": _("Buat survei lain"), "tombol": _("Buat")},
    )


@require_http_methods(TAMPIL)
def layanan(request: HttpRequest, unit: uuid.UUID) -> HttpResponse:
    """Layanan yang dinilai di satu unit."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "survei.kelola")
    u = service.unit_menurut(unit)
    ada = list(Layanan.objects.filter(unit_id=u.unit_id).order_by("kode"))
    borang = BorangLayanan(_isian(request), initial={"baris": tulis_layanan(ada)})
    if _coba(
        request,
        borang,
        lambda d: service.tetapkan_layanan(pelaku, unit=unit, baris=borang.hasil(), kunci=d["kunci"]),
    ):
        messages.success(request, _("Daftar layanan tersimpan."))
        return redirect("survei:daftar")
    konteks = {
        "form": borang,
        "judul_isian": _("Layanan yang dinilai"),
        "tombol": _("Simpan"),
        "keterangan": u.nama,
    }
    return tampilkan(request, "survei/isian.html", konteks)


@require_http_methods(TAMPIL)
def rencana(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Rencana sampel satu periode."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.periode_terjangkau(pelaku, uid)
    pastikan(pelaku, "survei.kelola", p, lihat="survei.lihat")
    borang = BorangRencana(
        selectors.layanan_dinilai(p.unit_id), p.rencana.get("populasi", {}), _isian(request),
        initial={"persen_p": p.rencana.get("persen_p", 50)},
    )  # fmt: skip
    if _coba(
        request, borang,
        lambda d: service.rencanakan(pelaku, periode=uid, populasi=borang.populasi(), persen_p=d["persen_p"], kunci=d["kunci"]),
    ):  # fmt: skip
        return redirect("survei:satu", uid)
    konteks = {
        "form": borang, "judul_isian": _("Rencana sampel"), "tombol": _("Simpan"),
        "keterangan": _("Banyak orang yang memakai tiap layanan pada periode lalu."),
    }  # fmt: skip
    return tampilkan(request, "survei/isian.html", konteks)


@require_POST
def tutup_periode(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Menutup dan menyegel; hanya sesudah hari terakhirnya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    kunci = _kunci(request)
    tutup.tutup(pelaku, periode=uid, kunci=kunci)
    messages.success(
        request, _("Periode ditutup dan disegel. Hasilnya tampil bagi umum sesudah jedanya lewat.")
    )
    return redirect("survei:satu", uid)


def _kunci(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("kunci", ""))
    except ValueError:
        return uuid.uuid4()


@require_safe
def poster(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Poster QR sebagai PDF; `?l=` untuk satu layanan."""
    p = selectors.periode_terjangkau(request.pelaku, uid)  # type: ignore[attr-defined]
    if p.survei.jenis != Survei.Jenis.SKM or p.status != Periode.Status.TERBUKA:
        raise TidakAda(_("Poster hanya bagi survei kepuasan yang sedang dibuka."))
    pilih = next((x for x in selectors.layanan_dinilai(p.unit_id) if x.kode == request.GET.get("l")), None)
    return _unduh(laporan.poster(p, pilih), "application/pdf", f"poster-survei-{p.unit.kode.lower()}.pdf")


def _unduh(isi: bytes, jenis: str, nama: str) -> HttpResponse:
    return HttpResponse(
        isi, content_type=jenis, headers={"Content-Disposition": f'attachment; filename="{nama}"'}
    )


@require_http_methods(TAMPIL)
def tumpukan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Tumpukan lembar kertas satu periode, dan mencatat yang baru."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.periode_terjangkau(pelaku, uid)
    pastikan(pelaku, "survei.kertas", p, lihat="survei.lihat")
    borang = BorangTumpukan(_isian(request))
    if hasil := _coba(request, borang, lambda d: kertas.tumpuk(pelaku, periode=uid, **d)):
        messages.success(request, _("Tumpukan %(n)s: nomor seri %(a)s sampai %(b)s.") % {
            "n": hasil.data["nomor"], "a": hasil.data["awal"], "b": hasil.data["akhir"]})  # fmt: skip
        return redirect("survei:tumpukan", uid)
    return tampilkan(
        request, "survei/tumpukan.html", {"form": borang, "p": p, "tumpukan": p.tumpukan.order_by("-nomor")}
    )


@require_http_methods(TAMPIL)
def lembar(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Memasukkan satu lembar kertas."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.periode_terjangkau(pelaku, uid)
    pastikan(pelaku, "survei.kertas", p, lihat="survei.lihat")
    borang = BorangLembar(soal_versi(p.versi.isi), selectors.layanan_dinilai(p.unit_id), _isian(request))

    def kerja(d: dict[str, Any]) -> Any:
        return kertas.catat_lembar(
            pelaku, periode=uid, lembar=[kertas.Lembar(d["seri"], borang.isian())], kunci=d["kunci"]
        )

    if hasil := _coba(request, borang, kerja):
        seri = borang.cleaned_data["seri"]
        pesan = (
            _("Lembar %(n)s masuk.")
            if hasil.data["masuk"]
            else _("Lembar %(n)s sudah pernah masuk, tidak dihitung lagi.")
        )
        messages.success(request, pesan % {"n": angka(seri)})
        return redirect("survei:lembar", uid)
    return tampilkan(request, "survei/lembar.html", {"form": borang, "p": p})


@require_safe
def tulisan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Tulisan bebas menurut pokok."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.periode_terjangkau(pelaku, uid)
    konteks = {"p": p, "pokok": komentar.kelompok(pelaku, p), "kunci": uuid.uuid4(), "unit": p.unit.kini}
    return render(request, "survei/komentar.html", konteks)


@require_POST
def tandai(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Memberi atau melepas satu tanda."""
    borang = BorangTanda(request.POST)
    if not borang.is_valid():
        raise MasukanSalah(_("Tanda 1 sampai %(n)s huruf.") % {"n": service.TANDA_MAKS}, "tanda")
    hasil = service.tandai(request.pelaku, komentar=uid, **borang.cleaned_data)  # type: ignore[attr-defined]
    return redirect("survei:tulisan", hasil.uid)


@require_safe
def unduh_laporan(request: HttpRequest, uid: uuid.UUID, bentuk: str) -> HttpResponse:
    """Laporan menurut peraturan sebagai PDF atau XLSX, sesudah periode ditutup."""
    p = selectors.periode_terjangkau(request.pelaku, uid)  # type: ignore[attr-defined]
    if (
        bentuk not in {"pdf", "xlsx"}
        or p.survei.jenis != Survei.Jenis.SKM
        or p.status == Periode.Status.TERBUKA
    ):
        raise TidakAda(_("Laporan ada sesudah periode ditutup."))
    with translation.override("id"):  # laporan selalu dalam bahasa peraturannya
        t = sajian.tampak(p, p.hasil.isi)
        data = laporan.data_laporan(p, t, layar.tren(p), layar.tindak(p, t), layar.realisasi(p))
    nama = f"laporan-skm-{p.unit.kode.lower()}-{p.mulai}.{bentuk}"
    if bentuk == "pdf":
        return _unduh(laporan.buat_pdf(data), "application/pdf", nama)
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _unduh(laporan.buat_xlsx(p, data), jenis, nama)
