"""Data terbuka: indikator yang boleh diumumkan, untuk kota dan perangkat daerah, dengan tabel dan CSV yang sama."""

import csv
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from kasuari.dasar.indikator import selectors as indikator
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.grafik import Batang

ASN = "asn_jumlah"


def _nama(d: Any) -> str:
    return d.nama_en if get_language() == "en" else d.nama


def _akar() -> int | None:
    return organisasi.unit_hidup().filter(dalam=0).values_list("unit_id", flat=True).first()


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Angka kota: tiap indikator umum dengan nilai terakhir dan deretnya."""
    kota = _akar()
    isi = []
    for d in indikator.katalog(umum=True):
        deret = [t for t in indikator.deret(d.kode, kota) if t.nilai is not None] if kota else []
        if deret:
            titik = [(f"{t.periode:%m/%y}", t.nilai) for t in deret[-12:]]
            isi.append({"d": d, "nama": _nama(d), "akhir": deret[-1], "titik": titik, "tempat": d.desimal})
    return render(request, "situs/data/data.html", {"isi": isi, "jenis": _jenis(kota)})


def _jenis(kota: int | None) -> list[Batang]:
    """ASN menurut jenis pada periode terakhir."""
    periode = indikator.periode_terakhir(ASN)
    if kota is None or periode is None:
        return []
    nama = {"pns": "PNS", "cpns": "CPNS", "pppk": "PPPK", "pppk_pw": "PPPK paruh waktu"}
    return [
        Batang(nama.get(t.irisan, t.irisan), t.nilai)
        for t in indikator.irisan(ASN, kota, periode)
        if t.nilai is not None
    ]


@require_safe
def unduh(request: HttpRequest, kode: str) -> HttpResponse:
    """CSV satu indikator: semua perangkat daerah, semua periode; yang ditahan ditulis 'ditahan'."""
    definisi = next((d for d in indikator.katalog(umum=True) if d.kode == kode), None)
    kota = _akar()
    if definisi is None or kota is None:
        raise Http404
    unit = {kota: organisasi.profil().nama} | {u.unit_id: u.nama for u in organisasi.anak(kota)}
    jawab = HttpResponse(content_type="text/csv; charset=utf-8")
    jawab["Content-Disposition"] = f'attachment; filename="{kode}.csv"'
    tulis = csv.writer(jawab)
    tulis.writerow(["indikator", "versi", "unit", "periode", "irisan", "nilai", "n", "status", "revisi"])
    for t in indikator.semua(kode, list(unit)):
        nilai = "ditahan" if t.nilai is None else str(t.nilai)
        tulis.writerow(
            [
                kode,
                definisi.versi,
                unit[t.unit_id],
                t.periode,
                t.irisan,
                nilai,
                t.n if t.n is not None else "",
                t.status,
                t.revisi,
            ]
        )
    return jawab
