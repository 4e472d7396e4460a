"""Layar impor: unggah, kolom, hasil periksa, betulkan baris, simpan, batalkan. Semuanya tanpa JavaScript."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.rupa.borang import tampilkan

from . import peristiwa, sajian, selectors, service, simpanan
from .borang import BorangAlasan, BorangBaris, BorangKolom, BorangKunci, BorangSaring, BorangUnggah
from .models import ImporBaris, ImporBerkas, Nilai, Status
from .penerap import subjek_boleh

SEHALAMAN = 15
MUAT_ULANG = 5  # detik


def _boleh(request: HttpRequest) -> list[str]:
    subjek = subjek_boleh(request.pelaku)
    if not subjek:
        raise TidakBoleh("Impor hanya untuk petugas BKPSDM. Minta bantuan BKPSDM untuk memasukkan berkas.")
    return subjek


def _kiriman(request: HttpRequest) -> Any:
    """Kiriman kosong pun diperiksa; hanya GET yang formulirnya belum terisi."""
    return request.POST if request.method == "POST" else None


def _diuji(request: HttpRequest, uid: uuid.UUID) -> ImporBerkas:
    """Berkas yang masih menunggu keputusan; yang lain ditunjukkan keadaannya oleh halaman berkas."""
    b = selectors.berkas(request.pelaku, uid)
    if b.status != Status.DIUJI:
        raise TidakAda("Berkas ini tidak sedang menunggu keputusan.")
    return b


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    _boleh(request)
    halaman = Paginator(selectors.daftar(request.pelaku), SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {"halaman": halaman, "butir": [sajian.butir(b) for b in halaman.object_list]}
    return render(request, "impor/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request: HttpRequest) -> HttpResponse:
    borang = BorangUnggah(
        _boleh(request), _kiriman(request), request.FILES or None, initial={"kunci": uuid.uuid4()}
    )
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            hasil = service.unggah(
                request.pelaku,
                subjek=d["subjek"],
                aliran=d["berkas"].file,
                nama=d["berkas"].name,
                kunci=d["kunci"],
            )
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            return redirect("impor:kolom", hasil.uid)
    return tampilkan(request, "impor/unggah.html", {"form": borang})


@require_safe
def berkas(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Satu alamat untuk satu berkas; isinya menurut keadaannya."""
    b = selectors.berkas(request.pelaku, uid)
    if b.status == Status.DIUNGGAH:
        return _proses(request, b)
    if b.status == Status.DIUJI:
        return _hasil(request, b)
    konteks = {"berkas": b, "kepala": sajian.kepala(b), "angka": sajian.angka_selesai(b)}
    return render(request, "impor/selesai.html", konteks)


def _proses(request: HttpRequest, b: ImporBerkas) -> HttpResponse:
    """Memuat ulang sendiri lewat kepala HTTP; `?diam=1` menghentikannya bagi yang terganggu."""
    kerja, diam = selectors.kemajuan(b), "diam" in request.GET
    jawab = render(request, "impor/proses.html", {"berkas": b, "kerja": kerja, "diam": diam})
    if not diam and not (kerja and kerja.gagal):
        jawab["Refresh"] = str(MUAT_ULANG)
    return jawab


def _hasil(request: HttpRequest, b: ImporBerkas) -> HttpResponse:
    kode = selectors.hitung_kode(b)
    saring = BorangSaring(sajian.pilihan_kode(kode), request.GET or None)
    d = saring.cleaned_data if saring.is_bound and saring.is_valid() else {}
    halaman = Paginator(selectors.cacat(b, d.get("hasil", ""), d.get("kode", "")), SEHALAMAN).get_page(
        request.GET.get("hal")
    )
    isi = list(halaman.object_list)
    selectors.catat_lihat(request.pelaku, b, isi)
    konteks = {
        "berkas": b,
        "kepala": sajian.kepala(b),
        "angka": sajian.angka_hasil(b),
        "saring": saring,
        "halaman": halaman,
        "baris": [sajian.baris_cacat(r) for r in isi],
        "kunci": uuid.uuid4(),
        "belum": [k for k in b.ringkasan["kolom"] if not k["isian"]],
    }
    return render(request, "impor/hasil.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def kolom(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    b = selectors.berkas(request.pelaku, uid)
    if b.status != Status.DIUJI:
        return redirect("impor:berkas", uid)
    contoh = selectors.contoh(b)
    borang = BorangKolom(
        b, [simpanan.buka(r.mentah) for r in contoh], _kiriman(request), initial={"kunci": uuid.uuid4()}
    )
    if request.method == "POST" and borang.is_valid():
        try:
            if borang.has_changed_map():
                service.ubah_pemetaan(
                    request.pelaku, berkas=uid, kolom=borang.pilihan(), lembar=borang.lembar_dipilih(),
                    pilihan=borang.pilihan_dipilih(),
                    kunci=borang.cleaned_data["kunci"],
                )  # fmt: skip
        except MasukanSalah as galat:
            borang.add_error(None, galat.pesan)
        else:
            return redirect("impor:berkas", uid)
    if request.method != "POST":
        selectors.catat_lihat(request.pelaku, b, contoh)
    return tampilkan(request, "impor/kolom.html", {"form": borang, "berkas": b, "kepala": sajian.kepala(b)})


@require_http_methods(["GET", "HEAD", "POST"])
def baris(request: HttpRequest, uid: uuid.UUID, nomor: int) -> HttpResponse:
    """Membetulkan isi satu baris di tempat, tanpa kembali ke Excel."""
    b = _diuji(request, uid)
    r = ImporBaris.objects.filter(berkas=b, baris=nomor).first()
    if r is None:
        raise TidakAda("Baris ini tidak ada di berkas.")
    mentah = simpanan.buka(r.mentah)
    temuan = sajian.temuan(r)
    borang = BorangBaris(
        b, mentah, {t["kolom"] for t in temuan}, _kiriman(request), initial={"kunci": uuid.uuid4()}
    )
    if request.method == "POST" and borang.is_valid():
        ubah = borang.perubahan()
        if ubah:
            service.perbaiki(
                request.pelaku, berkas=uid, baris=nomor, isi=ubah, kunci=borang.cleaned_data["kunci"]
            )
        return _sesudah_betul(request, uid, nomor)
    selectors.catat_lihat(request.pelaku, b, [r])
    konteks = {
        "form": borang,
        "berkas": b,
        "nomor": nomor,
        "temuan": temuan,
        "kepala": sajian.kepala(b),
    }
    return tampilkan(request, "impor/baris.html", konteks)


def _sesudah_betul(request: HttpRequest, uid: uuid.UUID, nomor: int) -> HttpResponse:
    if selectors.berkas(request.pelaku, uid).status != Status.DIUJI:
        return redirect("impor:berkas", uid)  # berkas besar diperiksa lagi sebagai pekerjaan latar
    r = ImporBaris.objects.filter(berkas_id=uid, baris=nomor).first()
    if r is not None and r.hasil != Nilai.DITERIMA:
        messages.warning(request, _("Baris %(n)s diperiksa lagi dan masih ada yang salah.") % {"n": nomor})
        return redirect("impor:baris", uid, nomor)
    messages.success(request, _("Baris %(n)s sudah dibetulkan.") % {"n": nomor})
    return redirect("impor:berkas", uid)


@require_GET
def kesalahan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    b = _diuji(request, uid)
    isi = list(selectors.cacat(b))
    selectors.catat_lihat(request.pelaku, b, isi, peristiwa.DIUNDUH)
    return HttpResponse(
        sajian.csv_kesalahan(isi),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="kesalahan-{b.id}.csv"'},
    )


@require_POST
def periksa_lagi(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    selectors.berkas(request.pelaku, uid)
    borang = BorangKunci(request.POST)
    if not borang.is_valid():
        raise MasukanSalah("Muat ulang halaman, lalu tekan lagi.")
    service.uji(request.pelaku, berkas=uid, kunci=borang.cleaned_data["kunci"])
    return redirect("impor:berkas", uid)


@require_http_methods(["GET", "HEAD", "POST"])
def simpan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    b = selectors.berkas(request.pelaku, uid)
    borang = BorangKunci(_kiriman(request), initial={"kunci": uuid.uuid4()})
    if request.method == "POST" and borang.is_valid():
        try:
            service.simpan(request.pelaku, berkas=uid, kunci=borang.cleaned_data["kunci"])
        except MasukanSalah as galat:
            borang.add_error(None, galat.pesan)
        else:
            return redirect("impor:berkas", uid)
    if b.status != Status.DIUJI:
        return redirect("impor:berkas", uid)
    konteks: dict[str, Any] = {
        "form": borang,
        "berkas": b,
        "kepala": sajian.kepala(b),
        "angka": sajian.angka_rencana(b),
    }
    return tampilkan(request, "impor/simpan.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def batalkan(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    b = selectors.berkas(request.pelaku, uid)
    borang = BorangAlasan(_kiriman(request), initial={"kunci": uuid.uuid4()})
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            hasil = service.batalkan(request.pelaku, berkas=uid, alasan=d["alasan"], kunci=d["kunci"])
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            return redirect("impor:berkas", hasil.uid)
    if b.status != Status.TERSIMPAN or b.membatalkan_id:
        return redirect("impor:berkas", uid)
    konteks = {"form": borang, "berkas": b, "kepala": sajian.kepala(b), "angka": sajian.angka_selesai(b)}
    return tampilkan(request, "impor/batalkan.html", konteks)
