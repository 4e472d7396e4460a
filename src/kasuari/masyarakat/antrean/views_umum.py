"""Layar antrean bagi warga: mengambil nomor dari HP atau kios, melihat giliran, dan layar panggilan di ruang tunggu."""

import uuid
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kasuari.dasar.akun import laju
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.masyarakat.antrean import selectors, service
from kasuari.masyarakat.antrean.forms import BorangAmbil, BorangKunci
from kasuari.masyarakat.antrean.models import Karcis
from kasuari.masyarakat.antrean.selectors import Unitnya

SESI = "antrean"
SEGAR_KARCIS, SEGAR_LAYAR = 20, 5  # detik


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ambil(request: HttpRequest, unit: str) -> HttpResponse:
    """Satu HP satu nomor sehari di satu unit: yang masih berlaku dibuka lagi. Kios memberi nomor kepada siapa saja."""
    u, kios = selectors.unit_antre(unit), "kios" in request.GET
    punya = None if kios else _punya(request, u)
    if punya is not None and request.method != "POST":
        return redirect("antrean_karcis", punya.id)
    borang = BorangAmbil(request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        try:
            uid = punya.id if punya else _ambil(request, u, borang.cleaned_data, kios)
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            if not kios:
                request.session[SESI] = {**request.session.get(SESI, {}), str(u.unit.uid): str(uid)}
            alamat = reverse("antrean_karcis", args=[uid])
            return redirect(f"{alamat}?kios" if kios else alamat)
    return tampilkan(request, "antrean/ambil.html", {"form": borang, "u": u, "kios": kios})


def _punya(request: HttpRequest, u: Unitnya) -> Karcis | None:
    ada = request.session.get(SESI, {}).get(str(u.unit.uid))
    return service.karcis_hidup(UUID(ada), u.unit) if ada else None


def _ambil(request: HttpRequest, u: Unitnya, d: dict[str, Any], kios: bool) -> UUID:
    alamat = laju.alamat(request)
    laju.ambil("antrean_kios" if kios else "antrean", alamat)
    if d["kode_permohonan"]:
        laju.pastikan("layanan_kode", alamat)
    try:
        hasil = service.ambil(
            request.pelaku, unit=u.unit.kode, prioritas=d["prioritas"], kode_permohonan=d["kode_permohonan"], kunci=d["kunci"],  # type: ignore[attr-defined]
        )  # fmt: skip
    except MasukanSalah as galat:
        if galat.kolom == "kode_permohonan":
            laju.ambil("layanan_kode", alamat)  # tebakan di sini dihitung bersama tebakan di Cek status
        raise
    assert hasil.uid is not None
    return hasil.uid


@never_cache
@require_safe
def karcis(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Giliran satu nomor; disegarkan sendiri selama menunggu, kecuali `?diam`."""
    k = selectors.karcis(uid)
    depan = selectors.di_depan(k)
    hidup = k.keadaan in service.HIDUP
    konteks = {
        "k": k, "depan": depan, "kira": selectors.kira_kira(k.unit_id, depan), "hidup": hidup, "kios": "kios" in request.GET,
        "alamat": request.build_absolute_uri(reverse("antrean_karcis", args=[k.id])), "kunci": uuid.uuid4(), "diam": "diam" in request.GET,
    }  # fmt: skip
    jawab = render(request, "antrean/karcis.html", konteks)
    if hidup and "diam" not in request.GET and "kios" not in request.GET:
        jawab["Refresh"] = str(SEGAR_KARCIS)
    return jawab


@require_POST
def batal(request: HttpRequest, uid: UUID) -> HttpResponse:
    borang = BorangKunci(request.POST)
    if not borang.is_valid():
        raise MasukanSalah(_("Kiriman ini tidak lengkap. Buka lagi halaman nomor Anda."))
    service.batal(request.pelaku, karcis=uid, kunci=borang.cleaned_data["kunci"])  # type: ignore[attr-defined]
    return redirect("antrean_karcis", uid)


@never_cache
@require_safe
def layar(request: HttpRequest, unit: str) -> HttpResponse:
    """Layar ruang tunggu: nomor yang dipanggil dan loketnya, yang terbaru paling besar."""
    u = selectors.unit_antre(unit)
    jawab = render(
        request, "antrean/layar.html", {"u": u, "panggil": list(selectors.dipanggil(u.unit.id)[:8])}
    )
    if "diam" not in request.GET:
        jawab["Refresh"] = str(SEGAR_LAYAR)
    return jawab
