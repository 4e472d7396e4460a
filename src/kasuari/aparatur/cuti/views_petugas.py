"""Layar petugas: cuti dari surat kertas atas nama pegawai, dan siapa yang bertugas saat cuti bersama."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kasuari.aparatur.cuti import bersama, kertas
from kasuari.aparatur.cuti.forms_petugas import NIP_TERBANYAK, BorangBersama, BorangKertas
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bahan import Butir
from kasuari.dasar.rupa.bentuk import angka, tanggal
from kasuari.dasar.rupa.borang import tampilkan


@require_http_methods(["GET", "HEAD", "POST"])
def dari_kertas(request: HttpRequest) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "cuti.saldo")
    kirim = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    borang = BorangKertas(*kirim)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        berkas = d["bukti"].file
        berkas.name = d["bukti"].name
        p = Pegawai.objects.filter(nip="".join(d["nip"].split())).first()
        try:
            if p is None:
                raise TidakAda("Pegawai ini tidak ada.")
            kertas.catat_kertas(
                pelaku, pegawai=p.uid, isi=borang.isi(), nomor=d["nomor"], tanggal=d["tanggal"], berkas=berkas,
                kunci=d["kunci"],
            )  # fmt: skip
        except TidakAda:
            borang.add_error("nip", _("NIP ini tidak terdaftar. Periksa lagi angkanya."))
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Cuti dari surat kertas tersimpan, dan pegawainya dikabari."))
            return redirect("cuti:kertas")
    return tampilkan(request, "cuti/kertas.html", {"form": borang})


@require_http_methods(["GET", "HEAD", "POST"])
def saat_bersama(request: HttpRequest) -> HttpResponse:
    """Hari cuti bersama tahun lalu dan tahun ini, dengan banyaknya yang bertugas, dan borang mencatatnya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "cuti.saldo")
    tahun = hari_ini().year
    hari = {**bersama.hari_bersama(tahun - 1), **bersama.hari_bersama(tahun)}
    borang = BorangBersama(hari, request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            hasil = bersama.catat_bersama(
                pelaku, hari=date.fromisoformat(d["hari"]), pegawai=_pegawai(borang.daftar_nip()), sk_nomor=d["sk_nomor"],
                batal=d["batal"], kunci=d["kunci"],
            )  # fmt: skip
        except TidakAda:
            borang.add_error("nip", _("Ada NIP di luar unit Anda. Periksa lagi daftarnya."))
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            n = angka(hasil.data.get("catatan", hasil.data.get("batal", 0)))
            messages.success(request, _("%(n)s orang tersimpan.") % {"n": n})
            return redirect("cuti:bersama")
    catatan = {**bersama.tercatat(pelaku, tahun - 1), **bersama.tercatat(pelaku, tahun)}
    baris = [
        Butir(n, "", _("%(n)s bertugas") % {"n": angka(catatan.get(h, 0))}, "info" if h in catatan else "", tanggal(h))
        for h, n in sorted(hari.items(), reverse=True)
    ]  # fmt: skip
    return tampilkan(request, "cuti/bersama.html", {"form": borang, "baris": baris})


def _pegawai(nip: list[str]) -> list[UUID]:
    """UUID tiap NIP, urut. Galat: `MasukanSalah` menyebut baris yang tidak terdaftar."""
    if len(nip) > NIP_TERBANYAK:
        raise MasukanSalah(_("Paling banyak %(n)s NIP sekali simpan.") % {"n": NIP_TERBANYAK}, "nip")
    ada = dict(Pegawai.objects.filter(nip__in=nip).values_list("nip", "uid"))
    for n, x in enumerate(nip, 1):
        if x not in ada:
            raise MasukanSalah(_("Baris %(n)s: NIP %(x)s tidak terdaftar.") % {"n": n, "x": x}, "nip")
    return [ada[x] for x in nip]
