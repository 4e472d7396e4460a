"""Layar Inspektorat: antrean laporan diminta bayar dan satu laporan. Orang lain mendapat 404."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.rupa.bahan import Butir
from kasuari.dasar.rupa.bentuk import rupiah, tanggal
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.masyarakat.layanan import standar
from kasuari.masyarakat.pungutan import selectors, service
from kasuari.masyarakat.pungutan.forms import BorangLangkah
from kasuari.masyarakat.pungutan.models import Keadaan, Laporan

SEHALAMAN = 25
NADA = {Keadaan.DITERIMA: "ingat", Keadaan.DITELAAH: "proses", Keadaan.SELESAI: "sukses"}


def _butir(r: Laporan, nama: dict[int, str]) -> Butir:
    uang = rupiah(r.rupiah) if r.rupiah is not None else _("jumlahnya tidak disebut")
    return Butir(
        f"{nama.get(r.layanan_id, r.layanan.kode)}, {r.unit.kini.nama}", reverse("pungutan:satu", args=[r.id]),
        r.get_keadaan_display(), NADA[Keadaan(r.keadaan)],
        _("%(uang)s, kejadian %(hari)s") % {"uang": uang, "hari": tanggal(r.kejadian)},
    )  # fmt: skip


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Yang belum selesai, terlama lebih dulu; lalu yang sudah selesai."""
    semua = selectors.daftar(request.pelaku)  # type: ignore[attr-defined]
    nama = {k: s.nama for k, s in standar.berlaku().items()}
    buka = Paginator(semua.exclude(keadaan=Keadaan.SELESAI), SEHALAMAN).get_page(request.GET.get("hal"))
    lama = Paginator(semua.filter(keadaan=Keadaan.SELESAI).order_by("-diterima", "id"), SEHALAMAN).get_page(
        request.GET.get("lain")
    )
    konteks = {
        "halaman": buka, "baris": [_butir(r, nama) for r in buka], "selesai": lama,
        "baris_lain": [_butir(r, nama) for r in lama],
    }  # fmt: skip
    return render(request, "pungutan/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Cerita, kontak, dan semua catatan; langkah berikutnya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    r = service.baca(pelaku, uid)
    lanjut = service.LANJUT.get(Keadaan(r.keadaan), ())
    borang = BorangLangkah(
        lanjut or tuple(Keadaan), request.POST if request.method == "POST" else None, initial={"versi": r.versi}
    )  # fmt: skip
    if request.method == "POST" and borang.is_valid():
        try:
            service.langkah(pelaku, uid=uid, **borang.cleaned_data)
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Catatan tersimpan."))
            return redirect("pungutan:satu", uid)
    nama = {k: s.nama for k, s in standar.berlaku().items()}
    catatan = [
        (c.hari, c.get_keadaan_display(), c.oleh, service.buka_isi(c.isi)["catatan"], c.untuk_pelapor)
        for c in sorted(r.catatan.all(), key=lambda c: c.id)
    ]
    konteks = {
        "form": borang, "r": r, "b": _butir(r, nama), "isi": service.buka_isi(r.isi), "catatan": catatan, "bisa": bool(lanjut),
    }  # fmt: skip
    return tampilkan(request, "pungutan/satu.html", konteks)
