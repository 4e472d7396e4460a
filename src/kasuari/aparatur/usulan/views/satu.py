"""Satu usulan: isinya, kenapa, berkasnya, di mana kini, dan tindakan yang boleh dilakukan pembacanya."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.aparatur.usulan import efek, rangka, sajian, selectors, service
from kasuari.aparatur.usulan.forms import BorangLangkah, berkas, borang_usulan, isian
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.proses import masih_awal
from kasuari.dasar.alur import sajian as kasus
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur import service as alur_service
from kasuari.dasar.dokumen import surat as surat_
from kasuari.dasar.dokumen.service import sajikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.rupa.borang import tampilkan


@require_safe
def satu(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    u = selectors.usulan(pelaku, uid)
    selectors.catat_lihat(pelaku, u)
    j = rangka.ambil(u.jenis)
    b = service.bahan_satu(u)
    hasil = efek.timbang(u, b)
    aksi = [x for x in alur.aksi_tersedia(pelaku, u.kasus) if (x.dari, x.aksi) != ("draf", "ajukan")]
    konteks = {
        "usulan": u, "judul": sajian.judul(u), "isi": sajian.isi(u), "hasil": sajian.hasil(u, hasil), "keterangan": kasus.keterangan(u.kasus),
        "riwayat": kasus.riwayat(u.kasus, True), "aksi": aksi, "ubah": _boleh_ubah(pelaku, u),
        "milik": u.pegawai.orang.uid == pelaku.orang, "kurang": hasil.kurang if u.kasus.selesai is None else (),
        "ingat": hasil.ingat if u.kasus.selesai is None else (), "kolom_banding": sajian.kolom_banding(),
        "banding": sajian.banding(u, hasil), "kenapa": sajian.kenapa(hasil) if u.kasus.selesai is None else (),
        "berkas": sajian.berkas(u, j.syarat(b, efek.isian(u))), "bkn": sajian.bkn(u),
        "paket": j.paket is not None and u.kasus.selesai is None,
        "cabut_siap": u.pencabutan is not None and u.pencabutan.status != "disiapkan",
        "surat_siap": u.surat is not None and u.surat.status != "disiapkan",
    }  # fmt: skip
    return render(request, "usulan/satu.html", konteks)


def _boleh_ubah(pelaku: Any, u: Usulan) -> bool:
    try:
        service.pastikan_penyusun(pelaku, u)
    except TidakBoleh:
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Mengubah isian dan mengganti berkas; tombol `simpan` menyimpan saja, `kirim` menyimpan lalu mengirim."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    u = selectors.usulan(pelaku, uid)
    service.pastikan_penyusun(pelaku, u)
    j, b = rangka.ambil(u.jenis), service.bahan_satu(u)
    syarat = j.syarat(b, efek.isian(u))
    ada = {x.syarat: x for x in u.bukti.filter(diganti=None)}
    awal = {"tmt": u.tmt, **efek.buka_sandi(u.isian)}
    kirim = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    borang = borang_usulan(j, syarat, ada, *kirim, pegawai=u.pegawai, initial=awal)
    konteks = {
        "form": borang,
        "usulan": u,
        "judul": sajian.judul(u),
        "kurang": efek.timbang(u, b).kurang,
        "versi": u.kasus.versi,
    }
    if request.method != "POST" or not borang.is_valid():
        return tampilkan(request, "usulan/ubah.html", konteks)
    tmt, data = isian(borang, j)
    try:
        versi = int(request.POST.get("versi", ""))
        service.ubah(
            pelaku, usulan=uid, versi=versi, tmt=tmt, isian=data, berkas=berkas(borang), kirim="kirim" in request.POST,
            kunci=borang.cleaned_data["kunci"],
        )  # fmt: skip
    except ValueError:
        raise TidakAda(_("Isian ini tidak lengkap. Muat ulang halamannya.")) from None
    except MasukanSalah as galat:
        borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        return tampilkan(request, "usulan/ubah.html", konteks)
    messages.success(request, _("Usulan terkirim.") if "kirim" in request.POST else _("Perubahan tersimpan."))
    return redirect("usulan:satu", uid)


@require_http_methods(["GET", "HEAD", "POST"])
def langkah(request: HttpRequest, uid: UUID, aksi: str) -> HttpResponse:
    """Satu tindakan, selalu dengan halaman konfirmasinya. Menandatangani dan mencabut meminta sandi lebih dulu."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    u = selectors.usulan(pelaku, uid)
    x = next((x for x in alur.aksi_tersedia(pelaku, u.kasus) if x.aksi == aksi), None)
    if x is None:
        return _bukan_kini(request, u, aksi)
    if aksi in service.BERSANDI and not pelaku.sudo:
        raise TidakBoleh(_("Tindakan ini meminta sandi Anda sekali lagi."), perlu_sudo=True)
    j = rangka.ambil(u.jenis)
    nama = {s.kode: s.judul for s in j.syarat(service.bahan_satu(u), efek.isian(u))}
    bukti = [(b.syarat, nama.get(b.syarat, b.syarat)) for b in u.bukti.filter(diganti=None)]
    siap = tuple(alur.proses(u.kasus).alasan_siap.get(aksi, ()))
    borang = BorangLangkah(
        x, siap, bukti, request.POST if request.method == "POST" else None, initial={"versi": u.kasus.versi}
    )
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            service.langkahkan(
                pelaku, usulan=uid, aksi=aksi, versi=d["versi"], alasan=borang.alasan_jadi(), ganti=d.get("ganti", ()),
                kunci=d["kunci"], **borang.di_bkn(),
            )  # fmt: skip
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Tercatat: %(aksi)s.") % {"aksi": x.judul})
            return redirect("usulan:satu", uid)
    konteks = {
        "form": borang,
        "usulan": u,
        "langkah": x,
        "isi": sajian.isi(u),
        "kurang": efek.timbang(u).kurang,
    }
    return tampilkan(request, "usulan/langkah.html", konteks)


def _bukan_kini(request: HttpRequest, u: Usulan, aksi: str) -> HttpResponse:
    """Tombol yang ditekan dua kali: kiriman yang sama dijawab dengan hasilnya. Selain itu galatnya yang menjawab."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    langkah_ = next((x for x in alur.proses(u.kasus).langkah if x.aksi == aksi), None)
    if request.method != "POST" or langkah_ is None:
        alur_service.pastikan_ditunggu(pelaku, u.kasus, aksi)
        raise TidakAda(_("Tindakan ini tidak ada di tahap ini."))
    bukti = [(b.syarat, b.syarat) for b in u.bukti.filter(diganti=None)]
    borang = BorangLangkah(
        langkah_, tuple(alur.proses(u.kasus).alasan_siap.get(aksi, ())), bukti, request.POST
    )
    if not borang.is_valid():
        alur_service.pastikan_ditunggu(pelaku, u.kasus, aksi)
        raise TidakAda(_("Tindakan ini tidak ada di tahap ini."))
    d = borang.cleaned_data
    service.langkahkan(
        pelaku, usulan=u.id, aksi=aksi, versi=d["versi"], alasan=borang.alasan_jadi(), ganti=d.get("ganti", ()),
        kunci=d["kunci"], **borang.di_bkn(),
    )  # fmt: skip
    return redirect("usulan:satu", u.id)


@require_safe
def bukti(request: HttpRequest, uid: UUID, bukti: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    u = selectors.usulan(pelaku, uid)
    lampiran = service.lampiran(pelaku, u, bukti)
    selectors.catat_lihat(pelaku, u)
    return sajikan(lampiran)


@require_safe
def paket(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Paket berkas yang sudah terisi dari register, untuk dicetak dan ditandatangani orangnya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    u = selectors.usulan(pelaku, uid)
    isi = service.paket(u)
    selectors.catat_lihat(pelaku, u)
    jawab = HttpResponse(isi, content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="paket-{u.jenis}.pdf"'
    return jawab


@require_safe
def surat(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Suratnya, atau dengan `?pencabutan` keputusan yang mencabutnya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    u = selectors.usulan(pelaku, uid)
    s = u.pencabutan if "pencabutan" in request.GET else u.surat
    if s is None or s.status == "disiapkan" or masih_awal(u):
        raise TidakAda(_("Surat ini belum selesai ditandatangani."))
    selectors.catat_lihat(pelaku, u)
    jawab = HttpResponse(surat_.baca(s), content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="keputusan-{s.kode_verifikasi}.pdf"'
    return jawab
