"""Periksa surat: siapa pun mengetik kode atau memindai QR, dan boleh membandingkan berkas yang dipegangnya."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kasuari.dasar.akun import laju
from kasuari.dasar.dokumen import kode_sah, surat, tanda
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.rupa.bahan import Jawaban
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import Borang, tampilkan

BESAR = 20 * 1024 * 1024


class BorangKode(Borang):
    kode = forms.CharField(
        label=_("Kode surat"),
        max_length=40,
        help_text=_("Sembilan huruf dan angka di kaki surat, contoh K7M4-Q2TX-9."),
    )


class BorangBerkas(Borang):
    berkas = forms.FileField(
        label=_("Berkas PDF"), help_text=_("Paling besar 20 MB. Berkas hanya dibandingkan, tidak disimpan."),
        widget=forms.FileInput({"accept": ".pdf,application/pdf"}),
    )  # fmt: skip

    def clean_berkas(self) -> Any:
        berkas = self.cleaned_data["berkas"]
        if berkas.size > BESAR:
            raise forms.ValidationError(
                _("Berkas lebih besar dari 20 MB. Surat kami jauh lebih kecil dari itu.")
            )
        return berkas


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def kode(request: HttpRequest) -> HttpResponse:
    borang = BorangKode(request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        rapi = kode_sah.rapikan(borang.cleaned_data["kode"])
        if rapi is not None:
            return redirect("sah_satu", rapi)
        borang.add_error("kode", _("Kode ini salah ketik. Periksa lagi huruf dan angkanya di kaki surat."))
    return tampilkan(request, "situs/sah/kode.html", {"form": borang})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, kode: str) -> HttpResponse:
    """Keadaan satu surat. Kode yang tidak dikenal dihitung tiap alamat, supaya tidak dapat ditebak beruntun."""
    s = surat.menurut_kode(kode)
    if s is None or s.status == Surat.Status.DISIAPKAN:
        try:
            laju.ambil("sah", laju.alamat(request))
        except MasukanSalah as galat:
            return tampilkan(request, "situs/sah/tidak_ada.html", {"pesan": galat.pesan}, 429)
        return tampilkan(request, "situs/sah/tidak_ada.html", {"pesan": ""}, 404)
    borang = BorangBerkas(*((request.POST, request.FILES) if request.method == "POST" else ()))
    banding = None
    if request.method == "POST" and borang.is_valid():
        isi = borang.cleaned_data["berkas"].read()
        banding = {"sama": surat.sama_isi(s, isi), "tanda": tanda.periksa(isi)}
    konteks = {
        "form": borang,
        "surat": s,
        "isi": _isi(s),
        "banding": banding,
        "berlaku": s.status == Surat.Status.DITANDATANGANI,
    }
    return tampilkan(request, "situs/sah/satu.html", konteks)


def _isi(s: Surat) -> list[Jawaban]:
    """Hanya yang boleh dibaca umum; surat tertutup (disiplin, kesehatan, pensiun) tidak menyebut jenis dan isinya."""
    templat = surat.DAFTAR[s.templat, s.versi_templat]
    if templat.tertutup:
        return [Jawaban(_("Keterangan"), _("Dokumen ini dibuat oleh pemerintah daerah."))]
    cara = (
        _("Tanda tangan elektronik")
        if s.cara == Surat.Cara.ELEKTRONIK
        else _("Tanda tangan basah, dipindai dan disahkan")
    )
    asal = {"petikan": _("Petikan dari"), "salinan": _("Salinan dari")}.get(s.bentuk)
    return [
        Jawaban(asal or _("Jenis"), templat.judul),
        Jawaban(_("Nomor"), s.nomor_teks),
        Jawaban(_("Tanggal"), tanggal(s.tanggal)),
        Jawaban(
            _("Dinyatakan sesuai aslinya oleh") if asal else _("Ditandatangani oleh"),
            f"{s.penandatangan['nama']}, {s.penandatangan['jabatan']}",
        ),
        Jawaban(_("Cara"), cara),
        *(Jawaban(k, v) for k, v in s.ringkas_publik.items()),
    ]
