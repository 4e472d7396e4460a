"""Layar cuti yang jatuh tempo: yang akan hangus pada akhir tahun, dan yang segera berakhir."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasuari.aparatur.cuti import jatuh, sajian
from kasuari.dasar.akun.izin import pandang, pastikan
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.rupa.bentuk import angka, tanggal

SEHALAMAN = 50


@require_safe
def hangus(request: HttpRequest) -> HttpResponse:
    """Siapa yang cuti tahunannya tidak terbawa ke tahun depan, dan berapa hari kerja."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "cuti.lihat")
    semua = jatuh.hangus(pelaku)
    halaman = Paginator(semua, SEHALAMAN).get_page(request.GET.get("hal"))
    pandang(pelaku, [h.orang for h in halaman], ("nama_gelar",), izin="cuti.lihat")
    akhir = tanggal(jatuh.akhir_tahun())
    konteks = {
        "judul": _("Cuti yang akan hangus"),
        "prosa": _("Sisa cuti tahunan yang tidak terbawa bila tidak diambil sampai %(t)s.") % {"t": akhir},
        "ringkas": _("%(n)s orang, %(h)s hari kerja.")
        % {"n": angka(len(semua)), "h": angka(sum(h.hangus for h in semua))},
        "kosong": _("Tidak ada cuti yang akan hangus."),
        "halaman": halaman, "baris": [sajian.butir_hangus(h) for h in halaman],
    }  # fmt: skip
    return render(request, "cuti/jatuh.html", konteks)


@require_safe
def berakhir(request: HttpRequest) -> HttpResponse:
    """Cuti panjang yang segera berakhir, dengan hari pertama bekerja lagi."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "cuti.lihat")
    jangka = jatuh.jangka(ketentuan.buku(hari_ini()))
    hari = next((h for h in jangka if str(h) == request.GET.get("hari")), jangka[0])
    semua = jatuh.berakhir(pelaku, hari)
    halaman: Any = Paginator(semua, SEHALAMAN).get_page(request.GET.get("hal"))
    pandang(pelaku, [b.orang for b in halaman], ("nama_gelar",), izin="cuti.lihat")
    sebut = pelaku.punya("bkpsdm", "kepala_bkpsdm")
    konteks = {
        "judul": _("Cuti panjang yang berakhir"),
        "prosa": _("Siapa yang kembali bekerja, dan kapan. Cuti di luar tanggungan negara berakhir dengan melapor."),
        "ringkas": _("%(n)s orang.") % {"n": angka(len(semua))},
        "kosong": _("Tidak ada cuti panjang yang berakhir dalam jangka ini."),
        "jangka": jangka, "hari": hari, "halaman": halaman,
        "baris": [sajian.butir_berakhir(b, sebut=sebut) for b in halaman],
    }  # fmt: skip
    return render(request, "cuti/jatuh.html", konteks)
