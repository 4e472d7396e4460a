"""Layar indeks: kota, perangkat daerah, unit, orang; kenapa angkanya begitu, dan apa yang menaikkannya."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from kasuari.aparatur.profesionalitas import kata, laporan, sajian, selectors, service
from kasuari.dasar.akun.izin import boleh, pandang, pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import kata as kata_hukum
from kasuari.dasar.ketentuan.models import Larian
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.dasar.rupa.bahan import Kolom

KOLOM_ORANG = (
    "pegawai__uid",
    "pegawai__kini__nama_gelar",
    "pegawai__kini__jabatan",
    "indeks",
    "kategori",
    "naik",
    "naik_apa",
)
SEHALAMAN = 15


def _larian(tahun: int) -> Larian:
    larian = selectors.larian(tahun)
    if larian is None:
        raise TidakAda(f"Indeks tahun {tahun} belum dihitung.")
    return larian


def _unit(uid: uuid.UUID) -> UnitKini:
    unit = UnitKini.objects.select_related("unit").filter(unit__uid=uid).first()
    if unit is None:
        raise TidakAda("Unit ini tidak ada.")
    return unit


@require_safe
def muka(request: HttpRequest) -> HttpResponse:
    """Ke unit tertinggi yang boleh dilihat; ASN biasa ke indeksnya sendiri."""
    larian = selectors.larian()
    if larian is None:
        return render(
            request,
            "profesionalitas/belum.html",
            {"boleh_hitung": boleh(request.pelaku, "ip.hitung").ya, "tahun": hari_ini().year},
        )
    unit = sajian.unit_tertinggi(request.pelaku)
    if unit is None:
        return redirect("profesionalitas:saya")
    return redirect("profesionalitas:unit", int(larian.periode), unit.unit.uid)


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    larian = selectors.larian()
    milik = sajian.pegawai_sendiri(request.pelaku)
    if larian is None or milik is None or not selectors.diukur(larian, milik.uid):
        return render(request, "profesionalitas/tidak_diukur.html")
    return orang(request, int(larian.periode), milik.uid)


@require_safe
def unit(request: HttpRequest, tahun: int, uid: uuid.UUID) -> HttpResponse:
    larian, u = _larian(tahun), _unit(uid)
    ringkas = selectors.ringkas(request.pelaku, larian, u.unit_id)
    anak = selectors.per_anak(request.pelaku, larian, u.unit_id)
    halaman = Paginator(selectors.daftar(request.pelaku, larian, u.unit_id), SEHALAMAN).get_page(
        request.GET.get("hal")
    )
    orang_ = [
        sajian.baris_orang(b, tahun)
        for b in pandang(request.pelaku, halaman.object_list, KOLOM_ORANG, izin="ip.nilai")
    ]
    alamat = {
        a.unit_id: reverse("profesionalitas:unit", args=[tahun, a.unit.uid])
        for a in organisasi.anak(u.unit_id)
    }
    konteks: dict[str, Any] = {
        "tahun": tahun,
        "larian": larian,
        "unit": u,
        "ringkas": ringkas,
        "skema": kata_hukum.skema(larian.jenis),
        "remah": sajian.remah(request.pelaku, u, tahun),
        "angka": sajian.angka_utama(ringkas, larian),
        "dimensi": sajian.batang_dimensi(ringkas, larian),
        "sebaran": [("<60" if b is None else str(b), n) for b, n in selectors.sebaran(larian, u.unit_id)],
        "kategori": sajian.batang_kategori(selectors.sebaran_kategori(larian, u.unit_id)),
        "tren": sajian.titik_tren(selectors.tren(request.pelaku, u.unit_id)),
        "penaik": sajian.baris_penaik(selectors.penaik(larian, u.unit_id)),
        "anak": sajian.batang_anak(anak, alamat),
        "peta": sajian.peta_distrik(anak, alamat),
        "kolom_orang": KOLOM_TABEL,
        "orang": orang_,
        "halaman": halaman,
        "tahun_lain": selectors.tahun_ada(),
        "boleh_hitung": boleh(request.pelaku, "ip.hitung").ya,
        "boleh_laporan": boleh(request.pelaku, "ip.laporan", u).ya,
        "kunci": uuid.uuid4(),
    }
    return render(request, "profesionalitas/unit.html", konteks)


KOLOM_TABEL = (
    Kolom("nama", gettext_lazy("Nama"), "u"),
    Kolom("indeks", gettext_lazy("Indeks"), "num"),
    Kolom("naik", gettext_lazy("Dapat naik"), "num"),
    Kolom("apa", gettext_lazy("Yang paling menaikkan")),
    Kolom("kategori", gettext_lazy("Kategori"), "k"),
)


@require_safe
def orang(request: HttpRequest, tahun: int, uid: uuid.UUID) -> HttpResponse:
    larian = _larian(tahun)
    v = selectors.nilai(request.pelaku, larian, uid)
    (baris,) = pandang(
        request.pelaku,
        v,
        ("pegawai__kini__nama_gelar", "pegawai__kini__jabatan", "pegawai__kini__unit_id"),
        izin="ip.nilai",
    )
    kenapa = selectors.kenapa(request.pelaku, v)
    return render(
        request,
        "profesionalitas/orang.html",
        {
            "tahun": tahun,
            "larian": larian,
            "skema": kata_hukum.skema(larian.jenis),
            "nama": baris["pegawai__kini__nama_gelar"],
            "jabatan": baris["pegawai__kini__jabatan"],
            "diri": v.orang_uid == request.pelaku.orang,
            "angka": sajian.angka_orang(v, kenapa.resmi),
            "langkah": sajian.langkah(kenapa),
            "asal": sajian.asal(request.pelaku, v, kenapa),
            "peluang": [(kata.PENAIK[k], p) for k, p in kenapa.peluang],
            "pegawai_uid": uid,
            "tahun_lain": selectors.tahun_orang(v.pegawai_id),
        },
    )


@require_POST
def hitung(request: HttpRequest) -> HttpResponse:
    """Menghitung satu tahun; tombol yang ditekan dua kali dihitung sekali (kunci dari formulir)."""
    try:
        tahun, kunci = int(request.POST.get("tahun", "")), uuid.UUID(request.POST.get("kunci", ""))
    except ValueError:
        raise MasukanSalah(
            _("Tahun atau kunci kirim tidak terbaca. Muat ulang halaman, lalu tekan lagi."), "tahun"
        ) from None
    hasil = service.hitung_tahun(request.pelaku, tahun=tahun, kunci=kunci)
    messages.success(
        request,
        _("Indeks %(tahun)s sudah dihitung untuk %(n)s ASN.") % {"tahun": tahun, "n": hasil.data["n"]},
    )
    return redirect("profesionalitas:muka")


@require_POST
def ulang(request: HttpRequest, larian_id: uuid.UUID) -> HttpResponse:
    """Mengulang dari masukan beku: sidiknya harus sama."""
    hasil = service.ulang(request.pelaku, larian_id)
    if hasil.sama:
        messages.success(request, _("Diulang: hasilnya sama persis, sidik %(s)s.") % {"s": hasil.sidik[:16]})
    else:
        messages.warning(
            request, _("Diulang: %(n)s orang berbeda. Rumusnya sudah berubah.") % {"n": len(hasil.beda)}
        )
    return redirect("profesionalitas:muka")


@require_safe
def unduh(request: HttpRequest, tahun: int, uid: uuid.UUID, bentuk: str) -> HttpResponse:
    """Laporan satu unit sebagai PDF atau XLSX, tanpa nama orang di luar jangkauan pengunduh."""
    if bentuk not in {"pdf", "xlsx"}:
        raise TidakAda("Bentuk laporan itu tidak ada.")
    larian, u = _larian(tahun), _unit(uid)
    pastikan(request.pelaku, "ip.laporan", u, lihat="ip.ringkas")
    isi = laporan.susun(request.pelaku, larian, u)
    nama = f"ip-asn-{tahun}-{u.unit.kode.lower()}.{bentuk}"
    data, jenis = laporan.pdf(isi) if bentuk == "pdf" else laporan.xlsx(isi)
    return HttpResponse(
        data, content_type=jenis, headers={"Content-Disposition": f'attachment; filename="{nama}"'}
    )
