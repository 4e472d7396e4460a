"""Petugas dan kepala unit: standar pelayanan, usul versi baru, dan penetapannya oleh orang lain."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.rupa.bahan import Butir, Jawaban
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.masyarakat.layanan import sajian, selectors, standar
from kasuari.masyarakat.layanan.forms import BorangPutusStandar, BorangStandar
from kasuari.masyarakat.layanan.models import StandarPelayanan, UsulStandar


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Layanan yang standarnya boleh diusulkan pelaku, dengan yang sudah waktunya ditinjau."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "layanan.standar")
    tinjau = int(ketentuan.buku(hari_ini()).nilai("layanan_tinjau_tahun"))  # type: ignore[arg-type]
    milik = [s for s in standar.berlaku().values() if standar.terjangkau(pelaku, "layanan.standar", s.subjek)]
    usul = UsulStandar.objects.filter(
        status=UsulStandar.Status.DIUSULKAN, layanan__in=[s.subjek_id for s in milik]
    )
    konteks = {
        "baris": [_butir(s, tinjau) for s in sorted(milik, key=lambda s: s.subjek.kode)],
        "usul": [
            Butir(
                f"{u.layanan.kode} · {u.isi['nama']}", reverse("layanan_kerja:usul_standar", args=[u.id]),
                _("menunggu penetapan"), "ingat", str(tanggal(u.mulai)),
            )
            for u in usul.select_related("layanan").order_by("dibuat")
        ],
    }  # fmt: skip
    return render(request, "layanan/kerja/standar.html", konteks)


def _butir(s: StandarPelayanan, tinjau: int) -> Butir:
    usia = (hari_ini() - s.mulai).days // 365
    tanda, nada = (_("perlu ditinjau"), "ingat") if usia >= tinjau else ("", "")
    alamat = reverse("layanan_kerja:standar_satu", args=[s.subjek.kode.lower()])
    return Butir(
        f"{s.subjek.kode} · {s.nama}", alamat, tanda, nada, str(_("sejak %(t)s") % {"t": tanggal(s.mulai)})
    )


@require_safe
def satu(request: HttpRequest, kode: str) -> HttpResponse:
    """Empat belas komponen standar yang berlaku, versi-versinya, dan formulirnya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    s = standar.satu(kode)
    standar.pastikan_terjangkau(pelaku, "layanan.standar", s.subjek)
    versi = [Jawaban(tanggal(v.mulai), _ringkas(v)) for v in standar.riwayat(s.subjek_id)]
    konteks = {
        "s": s, "kode": s.subjek.kode.lower(), "komponen": sajian.komponen(s), "versi": versi,
        "boleh_formulir": standar.terjangkau(pelaku, "layanan.formulir", s.subjek), "formulir": selectors.formulir_terbit(s.subjek_id),
    }  # fmt: skip
    return render(request, "layanan/kerja/standar_satu.html", konteks)


def _ringkas(v: StandarPelayanan) -> str:
    bagian = (v.nama, sajian.lama(v.norma_lama, v.norma_satuan), sajian.biaya(v), v.sk_nomor)
    return " · ".join(x for x in bagian if x)


@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request: HttpRequest, kode: str) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    s = standar.satu(kode)
    standar.pastikan_terjangkau(pelaku, "layanan.standar", s.subjek)
    awal = {**sajian.isi_standar(s), "mulai": hari_ini()}
    borang = BorangStandar(request.POST if request.method == "POST" else None, initial=awal)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            hasil = standar.usulkan(
                pelaku,
                layanan=s.subjek.kode,
                mulai=d["mulai"],
                isi=borang.isi(),
                dasar=d["dasar"],
                kunci=d["kunci"],
            )
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Usul tersimpan. Orang lain yang menetapkannya."))
            return redirect("layanan_kerja:usul_standar", hasil.uid)
    return tampilkan(request, "layanan/kerja/usulkan.html", {"form": borang, "s": s, "kode": kode})


@require_http_methods(["GET", "HEAD", "POST"])
def usul(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Satu usul berdampingan dengan yang berlaku; ditetapkan atau ditolak orang lain."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    u = UsulStandar.objects.select_related("layanan__unit", "pengusul", "pemutus").filter(id=uid).first()
    if u is None or not standar.terjangkau(pelaku, "layanan.standar", u.layanan):
        raise TidakAda(_("Usul ini tidak ada."))
    if request.method == "POST":
        standar.pastikan_terjangkau(pelaku, "layanan.tetapkan", u.layanan)
    borang = BorangPutusStandar(request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            standar.putuskan(
                pelaku,
                usul=uid,
                setuju=request.POST.get("putus") == "setuju",
                alasan=d["alasan"],
                kunci=d["kunci"],
            )
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Putusan tercatat."))
            return redirect("layanan_kerja:usul_standar", uid)
    konteks = {
        "form": borang, "u": u, "beda": _beda(u),
        "boleh_putus": u.status == UsulStandar.Status.DIUSULKAN
        and standar.terjangkau(pelaku, "layanan.tetapkan", u.layanan)
        and (u.pengusul is None or u.pengusul.uid != pelaku.orang),
    }  # fmt: skip
    return tampilkan(request, "layanan/kerja/usul_standar.html", konteks)


def _beda(u: UsulStandar) -> list[Any]:
    """(komponen, kini, diusulkan) yang berubah."""
    kini = standar.satu(u.layanan.kode)
    kolom = {k: v for k, v in u.isi.items() if k in standar.KOLOM}
    baru = StandarPelayanan(subjek=u.layanan, mulai=u.mulai, **kolom)
    lama_, baru_ = sajian.komponen(kini), sajian.komponen(baru)
    hasil = [(_("Nama"), kini.nama, baru.nama)] if kini.nama != baru.nama else []
    return hasil + [
        (a.tanya, a.jawab, b.jawab) for a, b in zip(lama_, baru_, strict=True) if a.jawab != b.jawab
    ]
