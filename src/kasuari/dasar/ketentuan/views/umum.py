"""Halaman hukum bagi siapa saja: daftar isi, satu pokok, satu parameter, apa yang berubah. Hanya membaca."""

import json
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasuari.aturan import tilik
from kasuari.aturan.buku import Parameter
from kasuari.aturan.parameter import semua
from kasuari.aturan.pokok import POKOK, Pokok
from kasuari.dasar.akun.izin import boleh
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import kalkulator, kata, sajian, selectors
from kasuari.dasar.ketentuan.borang import BorangCari, BorangSel
from kasuari.dasar.ketentuan.models import UsulTimpa

SEHALAMAN = 20


def ambil_pokok(kode: str) -> Pokok:
    p = tilik.pokok(kode)
    if p is None:
        raise TidakAda(_("Pokok hukum ini tidak ada."))
    return p


def _parameter(kode: str) -> Parameter:
    p = semua().get(kode)
    if p is None:
        raise TidakAda(_("Parameter ini tidak ada."))
    return p


@require_safe
def muka(request: HttpRequest) -> HttpResponse:
    """Daftar isi hukum, dengan pencarian atas pokok, rumus, dan parameter."""
    borang = BorangCari(request.GET or None)
    teks = borang.cleaned_data["cari"] if borang.is_bound and borang.is_valid() else ""
    konteks = {
        "saring": borang,
        "teks": teks,
        "temuan": sajian.cari(teks) if teks else [],
        "pokok": [_baris_pokok(p) for p in POKOK],
        "hitungan": kalkulator.SEMUA,
    }
    return render(request, "ketentuan/umum/muka.html", konteks)


def _baris_pokok(p: Pokok) -> dict[str, Any]:
    return {
        "kode": p.kode,
        "judul": kata.hukum(p.judul),
        "ringkas": kata.hukum(p.ringkas),
        "rumus": sum(1 for _r in p.rumus()),
        "parameter": len(p.parameter_milik()),
    }


@require_safe
def pokok(request: HttpRequest, kode: str) -> HttpResponse:
    p = ambil_pokok(kode)
    konteks = {
        "pokok": p,
        "judul": kata.hukum(p.judul),
        "ringkas": kata.hukum(p.ringkas),
        "skema": sajian.skema(p, "", p.susunan[""]) if "" in p.susunan else None,
        "daftar_skema": [] if "" in p.susunan else sajian.baris_skema(p),
        "parameter": sajian.parameter_pokok(p, hari_ini()),
        "hitungan": kalkulator.bagi(p.kode),
    }
    return render(request, "ketentuan/umum/pokok.html", konteks)


@require_safe
def skema(request: HttpRequest, kode: str, skema: str) -> HttpResponse:
    """Gambar dan rumus satu susunan dari pokok yang punya beberapa."""
    p = ambil_pokok(kode)
    if skema not in p.susunan:
        raise TidakAda(_("Pokok ini tidak punya hitungan itu."))
    konteks = {
        "pokok": p,
        "pokok_judul": kata.hukum(p.judul),
        "judul": kata.skema(skema),
        "skema": sajian.skema(p, skema, p.susunan[skema]),
    }
    return render(request, "ketentuan/umum/skema.html", konteks)


@require_safe
def parameter(request: HttpRequest, kode: str) -> HttpResponse:
    """Nilai hari ini, riwayatnya, dan ketentuan daerah di sampingnya. `?sel=` mencari baris tabel."""
    p = _parameter(kode)
    pada = hari_ini()
    borang = BorangSel(request.GET or None)
    teks = borang.cleaned_data["sel"] if borang.is_bound and borang.is_valid() else ""
    kini = p.pada(pada, date.max)
    sel = sajian.sel(p, kini) if kini else []
    konteks = {
        "p": p,
        "nama": kata.hukum(p.nama),
        "pokok": tilik.pemilik(kode),
        "pokok_judul": kata.hukum(tilik.pemilik(kode).judul),
        "satuan": kata.satuan(p.satuan),
        "kini": sajian.baris_parameter(p, pada),
        "versi_kini": kini,
        "tabel": bool(sel),
        "sel": sajian.sel(p, kini, teks) if kini and sel else [],
        "saring": borang,
        "teks": teks,
        "terbuka": bool(teks) or len(sel) <= sajian.SEL_TERBUKA,
        "versi": sajian.versi(p, pada),
        "daerah": (daerah := sajian.daerah(p)),
        "daerah_dipakai": any(d.sudah for d in daerah),
        "terbuka_daerah": (terbuka := bool(tilik.terbuka(p, pada))),
        "boleh_usul": terbuka and boleh(request.pelaku, "ketentuan.usul", UsulTimpa()).ya,  # type: ignore[attr-defined]
    }  # fmt: skip
    return render(request, "ketentuan/umum/parameter.html", konteks)


@require_safe
def unduh(request: HttpRequest, kode: str, bentuk: str) -> HttpResponse:
    """Parameter sebagai data: JSON (dengan ketentuan daerah) atau CSV satu baris satu sel satu versi."""
    p = _parameter(kode)
    if bentuk == "csv":
        isi, jenis = sajian.csv_parameter(p), "text/csv; charset=utf-8"
    else:
        data = {
            **tilik.data_parameter(p, hari_ini()),
            "daerah": [
                {"kunci": t.kunci, "nilai": t.nilai, "berlaku": t.berlaku.isoformat(), "dasar": t.dasar,
                 "dipakai_mulai": selectors.mulai_dipakai(t).isoformat()}
                for t in selectors.umum(kode)
            ],
        }  # fmt: skip
        isi, jenis = json.dumps(data, ensure_ascii=False, indent=1), "application/json"
    return HttpResponse(
        isi,
        content_type=jenis,
        headers={"Content-Disposition": f'attachment; filename="{kode}.{bentuk}"'},
    )


@require_safe
def perubahan(request: HttpRequest) -> HttpResponse:
    """Apa yang berubah, menurut tanggal berlaku; `?semua=1` memuat juga nilai pertama tiap parameter."""
    lengkap = "semua" in request.GET
    halaman = Paginator(sajian.perubahan(lengkap), SEHALAMAN).get_page(request.GET.get("hal"))
    konteks = {
        "halaman": halaman,
        "isi": [sajian.baris_perubahan(x, hari_ini()) for x in halaman.object_list],
        "lengkap": lengkap,
    }
    return render(request, "ketentuan/umum/perubahan.html", konteks)
