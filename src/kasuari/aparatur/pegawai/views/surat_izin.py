"""Layar STR, SIP, dan surat berjangka yang segera berakhir atau sudah lewat."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasuari.aparatur.pegawai import label, surat_izin
from kasuari.aparatur.pegawai.models import RiwayatSuratIzin
from kasuari.dasar.akun.izin import pandang
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bahan import Butir
from kasuari.dasar.rupa.bentuk import angka, tanggal

SEHALAMAN = 50


@require_safe
def berakhir(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    jangka = surat_izin.jangka()
    hari = next((h for h in jangka if str(h) == request.GET.get("hari")), jangka[-1])
    halaman = Paginator(surat_izin.berakhir(pelaku, hari), SEHALAMAN).get_page(request.GET.get("hal"))
    isi = list(halaman)
    pandang(pelaku, [f.subjek.kini for f in isi], ("nama_gelar",), izin="pegawai.surat_izin")
    konteks = {
        "jangka": jangka, "hari": hari, "halaman": halaman, "baris": [_butir(f) for f in isi],
        "banyak": angka(halaman.paginator.count),
    }  # fmt: skip
    return render(request, "pegawai/surat_izin.html", konteks)


def _butir(f: RiwayatSuratIzin) -> Butir:
    k, akhir = f.subjek.kini, surat_izin.hari_terakhir(f)
    lewat = akhir < hari_ini()
    bagian = [
        str(label.JENIS_SURAT_IZIN[f.jenis]), *([f.keterangan] if f.keterangan else []), f.nomor,
        _("berlaku sampai %(t)s") % {"t": tanggal(akhir)},
    ]  # fmt: skip
    tanda, nada = (_("sudah lewat"), "galat") if lewat else (_("segera berakhir"), "ingat")
    return Butir(
        k.nama_gelar, reverse("pegawai:lembar", args=[f.subjek.uid]), tanda, nada, " · ".join(bagian)
    )
