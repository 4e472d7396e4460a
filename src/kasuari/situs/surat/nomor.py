"""Layar nomor surat: buku nomor satu seri, menyisihkan dan mengembalikan, nomor kantor pencatat, dan sisipan."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.dokumen import nomor as dokumen
from kasuari.dasar.dokumen.models import NomorCadangan
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.situs.surat import sajian, selectors, service
from kasuari.situs.surat.forms import BorangAlasan, BorangBuku, BorangCadang, BorangNomor, BorangSisip
from kasuari.situs.surat.views import kirim

SEHALAMAN = 50


@require_safe
def buku(request: HttpRequest) -> HttpResponse:
    """Tiap nomor satu seri dan tahun: suratnya, disisihkan, tidak dipakai, atau lubang."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "surat.buku")
    seri = selectors.seri()
    saring = BorangBuku(seri, request.GET or None, initial={"tahun": str(hari_ini().year)})
    d: dict[str, Any] = saring.cleaned_data if saring.is_bound and saring.is_valid() else {}
    kode, tahun = d.get("seri") or (seri[0] if seri else ""), int(d.get("tahun") or hari_ini().year)
    akhir = dokumen.terakhir(kode, tahun)
    halaman = Paginator(range(akhir, 0, -1), SEHALAMAN).get_page(request.GET.get("hal"))
    isi = halaman.object_list
    konteks = {
        "saring": saring, "seri": kode, "nama_seri": sajian.seri(kode), "tahun": tahun, "akhir": akhir, "halaman": halaman,
        "kolom": sajian.kolom_buku(),
        "baris": _baris(pelaku, kode, tahun, isi[-1], isi[0]) if isi else [], "lubang": dokumen.lubang(kode, tahun),
        "boleh": boleh(pelaku, "surat.nomor").ya,
    }  # fmt: skip
    return render(request, "situs/surat/buku.html", konteks)


def _baris(pelaku: Pelaku, seri: str, tahun: int, dari: int, sampai: int) -> list[dict[str, Any]]:
    isi = dokumen.buku_nomor(seri, tahun, dari, sampai)
    surat = [s.id for b in isi for s in b.surat]
    lihat = set(selectors.terjangkau(pelaku).filter(id__in=surat).values_list("id", flat=True))
    unit = {
        u.unit.uid: u.nama
        for u in organisasi.unit_hidup().filter(unit__uid__in=[b.unit for b in isi if b.unit])
    }
    kembalikan = boleh(pelaku, "surat.nomor").ya
    return [x for b in reversed(isi) for x in sajian.baris_buku(b, seri, tahun, unit, lihat, kembalikan)]


def _alamat_buku(seri: str, tahun: int) -> str:
    return f"{reverse('surat:buku')}?seri={seri}&tahun={tahun}"


@require_http_methods(["GET", "HEAD", "POST"])
def cadang(request: HttpRequest) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "surat.nomor")
    unit = sajian.pilihan_unit(list(organisasi.unit_hidup()))
    borang = BorangCadang(selectors.seri(), unit, request.POST if request.method == "POST" else None)
    return kirim(
        request, borang,
        lambda d: service.cadangkan(
            pelaku, seri=d["seri"], unit=UUID(d["unit"]), banyak=d["banyak"], kunci=d["kunci"]
        ),
        templat="situs/surat/cadang.html", konteks={}, ke=lambda h: _alamat_buku(borang.cleaned_data["seri"], hari_ini().year),
        pesan=lambda h: _("Nomor %(a)s sampai %(b)s disisihkan.") % {"a": h.data["dari"], "b": h.data["sampai"]},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def kembalikan(request: HttpRequest, seri: str, tahun: int, ke: int) -> HttpResponse:
    """Satu nomor yang disisihkan tidak jadi dipakai: alasannya menjadi penjelasan di buku nomor."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "surat.nomor")
    bebas = NomorCadangan.objects.filter(kode=seri, tahun=tahun, nomor=ke, dipakai=None, alasan_batal="")
    if request.method != "POST" and not bebas.exists():
        raise TidakAda(_("Nomor ini tidak sedang disisihkan."))
    borang = BorangAlasan(request.POST if request.method == "POST" else None)
    return kirim(
        request, borang,
        lambda d: service.kembalikan_nomor(
            pelaku, seri=seri, tahun=tahun, ke=ke, alasan=d["alasan"], kunci=d["kunci"]
        ),
        templat="situs/surat/kembalikan.html", konteks={"seri": sajian.seri(seri), "tahun": tahun, "ke": ke},
        ke=lambda h: _alamat_buku(seri, tahun), pesan=lambda h: _("Nomor %(n)s tercatat tidak dipakai.") % {"n": ke},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    s = selectors.satu(pelaku, uid)
    pastikan(pelaku, "surat.nomor", s)
    if request.method != "POST":
        sajian.pastikan_terbuka(pelaku, s, selectors.pindaian(pelaku, uid), "nomor")
    borang = BorangNomor(
        dokumen.tersedia(s.seri, s.tahun), request.POST if request.method == "POST" else None
    )
    return kirim(
        request, borang,
        lambda d: service.isi_nomor(pelaku, uid=uid, teks=d["teks"], cadangan=d.get("cadangan"), kunci=d["kunci"]),
        templat="situs/surat/tindakan.html", konteks={"surat": s, "isi": sajian.isi(s), "judul": _("Isi nomor surat")},
        ke=lambda h: ("surat:satu", uid), pesan=lambda h: _("Nomor surat tersimpan."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def sisip(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    s = selectors.satu(pelaku, uid)
    pastikan(pelaku, "surat.nomor", s)
    if request.method != "POST":
        sajian.pastikan_terbuka(pelaku, s, selectors.pindaian(pelaku, uid), "sisip")
    borang = BorangSisip(request.POST if request.method == "POST" else None)
    return kirim(
        request, borang,
        lambda d: service.sisipkan(
            pelaku, uid=uid, sesudah=d["sesudah"], tanggal=d["tanggal"], alasan=d["alasan"], kunci=d["kunci"]
        ),
        templat="situs/surat/tindakan.html", konteks={"surat": s, "isi": sajian.isi(s), "judul": _("Jadikan sisipan")},
        ke=lambda h: ("surat:satu", uid), pesan=lambda h: _("Suratnya kini bernomor %(n)s.") % {"n": h.data["nomor"]},
    )  # fmt: skip
