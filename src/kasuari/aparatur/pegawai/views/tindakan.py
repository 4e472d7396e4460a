"""Tindakan petugas atas riwayat: tambah, perbaiki, batalkan. Satu halaman tiap tindakan; kunci menjaga dua kali tekan."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.aparatur.pegawai import label, selectors, service, tampil
from kasuari.aparatur.pegawai.forms_riwayat import BorangBatal, borang_riwayat
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.riwayat import DAFTAR
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.dokumen.service import sajikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.bahan import Jawaban
from kasuari.dasar.rupa.borang import tampilkan

tulis = require_http_methods(["GET", "HEAD", "POST"])


def _pegawai(pelaku: Pelaku, uid: UUID, kode: str) -> Pegawai:
    if kode not in DAFTAR:
        raise TidakAda(_("Jenis riwayat ini tidak ada."))
    p = selectors.pegawai(pelaku, uid)
    pastikan(pelaku, "pegawai.ubah", p, lihat="pegawai.lihat")
    return p


def _fakta(pelaku: Pelaku, p: Pegawai, kode: str, fakta: UUID) -> Any:
    f = selectors.riwayat(pelaku, p, kode).filter(uid=fakta).first()
    if f is None:
        raise TidakAda(_("Catatan ini tidak ada, atau sudah diperbaiki orang lain."))
    return f


def _kembali(p: Pegawai, kode: str) -> HttpResponse:
    return redirect(f"{reverse('pegawai:lembar', args=[p.uid])}#{kode}")


def _konteks(p: Pegawai, kode: str, **lain: Any) -> dict[str, Any]:
    return {
        "uid": p.uid,
        "nama": p.orang.nama_gelar,
        "jenis": label.JENIS_RIWAYAT[kode],
        "kode": kode,
        **lain,
    }


def _galat(borang: Any, galat: MasukanSalah) -> None:
    """Pesan pintu tulis menempel pada isiannya; awalan 'Baris 1:' hanya berguna bagi impor."""
    pesan = galat.pesan.removeprefix("Baris 1: ")
    borang.add_error(galat.kolom if galat.kolom in borang.fields else None, pesan[:1].upper() + pesan[1:])


@tulis
def baru(request: HttpRequest, uid: UUID, kode: str) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    p = _pegawai(pelaku, uid, kode)
    borang = borang_riwayat(kode, *((request.POST, request.FILES) if request.method == "POST" else ()))
    if borang.is_valid():
        try:
            service.catat_riwayat(
                pelaku, kode=kode, baris=[borang.baris(p)], berkas=borang.cleaned_data["berkas"],
                kunci=borang.cleaned_data["kunci"],
            )  # fmt: skip
        except MasukanSalah as galat:
            _galat(borang, galat)
        else:
            messages.success(request, _("Catatan disimpan."))
            return _kembali(p, kode)
    return tampilkan(request, "pegawai/riwayat_isi.html", _konteks(p, kode, form=borang))


@tulis
def perbaiki(request: HttpRequest, uid: UUID, kode: str, fakta: UUID) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    p = _pegawai(pelaku, uid, kode)
    if request.method == "POST":
        borang = borang_riwayat(kode, request.POST, request.FILES, koreksi=True)
        if borang.is_valid():
            try:
                service.koreksi_riwayat(
                    pelaku, kode=kode, fakta=fakta, baris=borang.baris(p), alasan=borang.cleaned_data["alasan"],
                    berkas=borang.cleaned_data["berkas"], kunci=borang.cleaned_data["kunci"],
                )  # fmt: skip
            except MasukanSalah as galat:
                _galat(borang, galat)
            else:
                messages.success(request, _("Perbaikan disimpan. Catatan lama tetap ada dalam sejarah."))
                return _kembali(p, kode)
    else:
        f = _fakta(pelaku, p, kode, fakta)
        kolom = ("mulai", "sampai", "sk_nomor", "sk_tanggal", *DAFTAR[kode].kolom)
        borang = borang_riwayat(kode, koreksi=True, initial={k: getattr(f, k, None) for k in kolom})
    return tampilkan(request, "pegawai/riwayat_isi.html", _konteks(p, kode, form=borang, koreksi=True))


@require_safe
def dokumen(request: HttpRequest, uid: UUID, kode: str, fakta: UUID) -> HttpResponse:
    """Dokumen satu catatan, bagi yang boleh melihat catatannya; pengunduhan oleh orang lain tercatat."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    if kode not in DAFTAR:
        raise TidakAda(_("Jenis riwayat ini tidak ada."))
    p = selectors.pegawai(pelaku, uid)
    return sajikan(selectors.dokumen_riwayat(pelaku, p, kode, fakta))  # type: ignore[return-value]


@tulis
def batalkan(request: HttpRequest, uid: UUID, kode: str, fakta: UUID) -> HttpResponse:
    """Halaman periksa: apa yang dibatalkan dan akibatnya, baru tombolnya."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    p = _pegawai(pelaku, uid, kode)
    borang = BorangBatal(request.POST if request.method == "POST" else None)
    if borang.is_valid():
        try:
            service.batalkan_riwayat(
                pelaku, kode=kode, fakta=[fakta], alasan=borang.cleaned_data["alasan"],
                kunci=borang.cleaned_data["kunci"],
            )  # fmt: skip
        except MasukanSalah as galat:
            _galat(borang, galat)
        else:
            messages.success(request, _("Catatan dibatalkan. Keadaan sebelumnya berlaku lagi."))
            return _kembali(p, kode)
    isi = [Jawaban(a, b) for a, b in tampil.ringkas(kode, _fakta(pelaku, p, kode, fakta))]
    return tampilkan(request, "pegawai/riwayat_batal.html", _konteks(p, kode, form=borang, isi=isi))
