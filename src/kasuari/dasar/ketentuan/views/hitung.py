"""Hitung sendiri: formulir dari bidang hukum, jawaban dengan tiap langkah, dan PDF satu halaman.

Isian dikirim POST supaya gaji tidak pernah ada di alamat atau catatan server; tidak ada peristiwa, sesi, atau
berkas. PDF dibuat di memori dan tidak disimpan.
"""

import html
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.aturan import tilik
from kasuari.aturan.buku import INGATAN
from kasuari.aturan.galat import GalatAturan
from kasuari.aturan.pokok import POKOK
from kasuari.aturan.rumus import Susunan
from kasuari.aturan.tilik import Kelompok
from kasuari.dasar.dokumen import pdf as pdf_
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.waktu import WIT, hari_ini, sekarang
from kasuari.dasar.ketentuan import alamat, kalkulator, kata, langkah, selectors
from kasuari.dasar.ketentuan.kalkulator.borang import BUKU_PADA, BorangHitungan, tampil_isian
from kasuari.dasar.ketentuan.kalkulator.rangka import Hitungan, Jawab, dari_susunan, hitung
from kasuari.dasar.ketentuan.views.umum import ambil_pokok
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bahan import Angka, Jawaban
from kasuari.dasar.rupa.borang import tampilkan

TEMPLAT_PDF = "dasar/ketentuan/templat/hitungan.typ"


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Semua yang dapat dihitung sendiri: hitungan bernama, lalu tiap pokok."""
    pokok = [
        {"kode": p.kode, "judul": kata.hukum(p.judul), "ringkas": kata.hukum(p.ringkas)}
        for p in POKOK
        if p.susunan
    ]
    return render(
        request, "ketentuan/umum/daftar_hitung.html", {"hitungan": kalkulator.SEMUA, "pokok": pokok}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def bernama(request: HttpRequest, kode: str) -> HttpResponse:
    h = kalkulator.DAFTAR.get(kode)
    if h is None:
        raise TidakAda(_("Hitungan ini tidak ada."))
    if not h.ragam:
        return _jalankan(request, h)
    ragam = next((r for r in h.ragam if r.kode == request.GET.get("ragam")), None)
    if ragam is not None:
        return _jalankan(request, ragam, induk=h)
    pilihan = [Pilih(f"?ragam={r.kode}", r.judul, r.ringkas) for r in h.ragam]
    return _pilih(request, h.judul, h.ringkas, reverse("aturan:hitung"), pilihan)


@require_http_methods(["GET", "HEAD", "POST"])
def coba(request: HttpRequest, kode: str, skema: str = "") -> HttpResponse:
    """Susunan sebuah pokok apa adanya; pokok dengan beberapa susunan memilih dulu."""
    p = ambil_pokok(kode)
    if not p.susunan or (skema and skema not in p.susunan):
        raise TidakAda(_("Pokok ini tidak punya hitungan itu."))
    judul, kembali = kata.hukum(p.judul), alamat.pokok(p.kode)
    if skema not in p.susunan:
        susun = [Pilih(reverse("aturan:coba_skema", args=[kode, k]), kata.skema(k)) for k in p.susunan]
        return _pilih(request, judul, kata.hukum(p.ringkas), kembali, susun)
    susunan = p.susunan[skema]
    pilihan = tilik.kelompok(susunan)
    apa = request.GET.get("apa", "") if len(pilihan) > 1 else pilihan[0].kode
    dipilih = next((k for k in pilihan if k.kode == apa), None)
    if dipilih is None:
        return _pilih(
            request, judul, kata.skema(skema) if skema else "", kembali, _menurut_jawaban(susunan, pilihan)
        )
    konteks = {"pokok": p, "banyak": len(pilihan) > 1 or len(p.susunan) > 1}
    return _jalankan(request, dari_susunan(p, skema, susunan, dipilih), **konteks)


class Pilih(NamedTuple):
    """Satu pilihan sebelum mengisi."""

    alamat: str
    judul: Any
    keterangan: Any = ""


def _menurut_jawaban(susunan: Susunan, pilihan: Sequence[Kelompok]) -> list[Pilih]:
    """Susunan dengan beberapa pertanyaan: orang memilih jawabannya, supaya yang diisi hanya yang dipakai."""
    return [
        Pilih(
            f"?apa={k.kode}",
            _rangkai(langkah.nama_besaran(susunan, n) for n in k.jawaban),
            format_html("{} {}", _("Isian:"), _rangkai(kata.label(susunan, n).judul for n in k.bidang)),
        )
        for k in pilihan
    ]


def _rangkai(isi: Iterable[Any]) -> SafeString:
    return format_html_join("; ", "{}", ((x,) for x in isi))


def _pilih(
    request: HttpRequest, judul: Any, ringkas: Any, kembali: str, pilihan: Sequence[Pilih]
) -> HttpResponse:
    konteks = {"judul": judul, "ringkas": ringkas, "alamat_kembali": kembali, "pilihan": pilihan}
    return render(request, "ketentuan/umum/pilih_hitung.html", konteks)


def _jalankan(request: HttpRequest, h: Hitungan, **konteks: Any) -> HttpResponse:
    kirim = request.method == "POST"
    form = BorangHitungan(h, request.POST if kirim else None)
    jawab: list[Jawab] = []
    ubah = "ubah" in request.POST
    if kirim and not ubah and form.is_valid():
        pada = form.cleaned_data[BUKU_PADA]
        try:
            jawab = hitung(h, form.mentah(), pada, selectors.buku(pada), selectors.timpa(pada))
        except GalatAturan as galat:
            form.tolak(galat)
    if jawab and request.POST.get("bentuk") == "pdf":
        return _pdf(h, form, jawab)
    isi = {
        "h": h,
        "form": form,
        "isi": tampil_isian(form) if jawab else [],
        "jawab": [_bagian(j) for j in jawab],
    }
    balas = tampilkan(request, "ketentuan/umum/hitung.html", {**konteks, **isi})
    balas["Cache-Control"] = "no-store, private"
    return balas


def _bagian(j: Jawab) -> dict[str, Any]:
    return {
        "judul": j.bagian.judul,
        "besar": _besar(j),
        "kecil": [(r.judul, [Jawaban(a.judul, a.nilai) for a in _angka(j, r.isi)]) for r in j.bagian.kecil],
        "rinci": j.rinci,
        "judul_rinci": j.bagian.judul_rinci,
        "langkah": langkah.sajikan(j.jejak),
    }


def _besar(j: Jawab) -> list[Angka]:
    return _angka(j, j.bagian.besar)


def _angka(j: Jawab, nama: Mapping[str, Any]) -> list[Angka]:
    """Hasil menurut nama; 'perkiraan' bila langkahnya memuat angka yang belum bersumber."""
    ragu = {x.langkah for x in j.jejak if x.keyakinan == INGATAN}
    semua_ragu = bool(ragu) and j.bagian.susunan is None
    return [
        Angka(
            judul or langkah.nama_besaran(j.bagian.susunan, n),
            langkah.nilai(j.hasil.get(n), _satuan(j, n)),
            _("perkiraan") if n in ragu or semua_ragu else "",
            nada="ingat" if n in ragu or semua_ragu else "",
        )
        for n, judul in nama.items()
    ]


def _satuan(j: Jawab, nama: str) -> str:
    if j.bagian.susunan is not None:
        r = j.bagian.susunan.menurut_nama.get(nama)
        return r.satuan if r else kata.label(j.bagian.susunan, nama).satuan
    return j.bagian.satuan.get(nama, "")


def _polos(teks: Any) -> str:
    return html.unescape(strip_tags(str(teks)))


def _pdf(h: Hitungan, form: BorangHitungan, jawab: list[Jawab]) -> HttpResponse:
    pada: date = form.cleaned_data[BUKU_PADA]
    profil = organisasi.profil()
    data = {
        "bahasa": get_language() or "id",
        "profil": {"nama": profil.nama, "alamat": profil.alamat},
        "judul": _polos(h.judul),
        "kata": {
            "unit": _("Hitungan menurut aturan"), "isian": _("Isian"), "langkah": _("Langkah dan dasarnya"), "dasar": _("Dasar:"),
            "ragu": _("perkiraan"), "peringatan": _("Bukan keputusan. Hanya hitungan."),
        },
        "pada": _("Menurut aturan pada %(t)s.") % {"t": date_format(pada, "j F Y")},
        "dibuat": date_format(sekarang().astimezone(WIT), "j F Y H.i") + " WIT",
        "isi": [[_polos(a), _polos(b)] for a, b in tampil_isian(form)],
        "bagian": [
            {
                "judul": _polos(j.bagian.judul),
                "rinci": [[_polos(b.judul), _polos(b.tanda), _polos(b.keterangan)] for b in j.rinci],
                "judul_rinci": _polos(j.bagian.judul_rinci),
                "kecil": [
                    {"judul": _polos(r.judul), "isi": [[_polos(a.judul), _polos(a.nilai)] for a in _angka(j, r.isi)]}
                    for r in j.bagian.kecil
                ],
                "besar": [[_polos(a.judul), _polos(a.nilai), _polos(a.keterangan)] for a in _besar(j)],
                "langkah": [
                    {"nama": _polos(x.nama), "nilai": _polos(x.nilai), "cara": _polos(x.cara), "dasar": _polos(x.dasar), "pasti": x.pasti}
                    for x in langkah.sajikan(j.jejak)
                ],
            }
            for j in jawab
        ],
        "catatan": _polos(h.catatan),
        "sidik": selectors.buku(pada).sidik[:16],
    }  # fmt: skip
    return HttpResponse(
        pdf_.buat(TEMPLAT_PDF, data),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="hitungan-{h.kode}-{hari_ini():%Y%m%d}.pdf"',
            "Cache-Control": "no-store, private",
        },
    )
