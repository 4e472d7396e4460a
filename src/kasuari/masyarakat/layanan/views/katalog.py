"""Katalog untuk warga: mencari, membaca satu layanan, kartu yang dibawa, dan maklumat pelayanan."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa import slot
from kasuari.dasar.rupa.bahan import Kolom
from kasuari.masyarakat.layanan import angka, sajian, standar
from kasuari.masyarakat.layanan.cari import cari
from kasuari.masyarakat.layanan.models import Jenis, StandarPelayanan
from kasuari.masyarakat.layanan.selectors import formulir_terbit


class BorangCari(forms.Form):
    q = forms.CharField(
        label=_("Cari layanan"), required=False, max_length=200, widget=forms.TextInput({"type": "search"})
    )


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Semua layanan menurut bidang, atau hasil pencarian dengan kata sehari-hari."""
    borang, semua = BorangCari(request.GET), list(standar.berlaku().values())
    q = borang.cleaned_data["q"].strip() if borang.is_valid() else ""
    hasil = [sajian.butir(s) for s in cari(q, semua)] if q else []
    konteks = {"borang": borang, "q": q, "hasil": hasil, "kelompok": [] if hasil else sajian.kelompok(semua)}
    return render(request, "layanan/daftar.html", konteks)


@require_safe
def satu(request: HttpRequest, kode: str) -> HttpResponse:
    """Syarat, biaya, waktu, dasar hukum, unit, kinerjanya, dan tombol mulai."""
    s = standar.satu(kode)
    konteks = {
        **_isi(s),
        "kinerja": angka.kinerja(s),
        "diminta_bayar": slot.ambil("layanan.diminta_bayar", layanan=s.subjek.kode),
        "antre": slot.ambil("layanan.antre", layanan=s.subjek.kode),
        "survei": slot.ambil("layanan.hasil_survei", layanan=s.subjek.kode),
        "mulai": s.jenis != Jenis.INFO and formulir_terbit(s.subjek_id) is not None,
    }
    return render(request, "layanan/satu.html", konteks)


@require_safe
def kartu(request: HttpRequest, kode: str) -> HttpResponse:
    """Dokumen apa yang saya bawa: satu kartu untuk dicetak, difoto, atau dibagikan."""
    s = standar.satu(kode)
    sini = request.build_absolute_uri(sajian.alamat(s.subjek.kode))
    return render(request, "layanan/kartu.html", {**_isi(s), "sini": sini})


@require_safe
def maklumat(request: HttpRequest) -> HttpResponse:
    """Janji pelayanan kota, dengan seluruh norma waktunya."""
    semua = sorted(standar.berlaku().values(), key=lambda s: s.subjek.kode)
    baris = [
        {
            "nama": s.nama,
            "waktu": sajian.lama(s.norma_lama, s.norma_satuan),
            "biaya": sajian.biaya(s),
            "unit": s.subjek.unit.kini.nama if s.subjek.unit_id else s.subjek.jenis_unit.capitalize(),
        }
        for s in semua
    ]
    return render(request, "layanan/maklumat.html", {"baris": baris, "kolom": _KOLOM})


def _isi(s: StandarPelayanan) -> dict[str, Any]:
    unit = standar.unit_pelayan(s.subjek)
    profil = organisasi.profil()
    return {
        "s": s, "biaya": sajian.biaya(s), "gratis": s.biaya == 0, "waktu": sajian.lama(s.norma_lama, s.norma_satuan),
        "hukum": sajian.lama(s.hukum_lama, s.hukum_satuan) if s.hukum_lama else "", "jenis": sajian.jenis(s),
        "unit": sajian.pelayan(s.subjek, unit), "ragu": s.keyakinan != "sumber", "kode": s.subjek.kode.lower(),
        "telepon": profil.telepon,
    }  # fmt: skip


_KOLOM = [
    Kolom("nama", _("Layanan"), "u"),
    Kolom("waktu", _("Waktu")),
    Kolom("biaya", pgettext_lazy("layanan", "Biaya")),
    Kolom("unit", _("Unit")),
]
