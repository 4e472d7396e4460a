"""Warga mengisi permohonan: mulai, tiap halaman tersimpan di server, periksa, kirim, kode dan slip."""

import uuid
from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kasuari.dasar.akun import laju
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.rupa.bahan import Jawaban
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.masyarakat.layanan import buka, isian, sajian, selectors, standar
from kasuari.masyarakat.layanan.forms import BorangPemohon
from kasuari.masyarakat.layanan.formulir import jawaban
from kasuari.masyarakat.layanan.formulir.borang import BorangHalaman
from kasuari.masyarakat.layanan.models import Jenis, Permohonan
from kasuari.masyarakat.layanan.service import isi as service
from kasuari.masyarakat.layanan.service.isi import IsiPemohon

SESI = "layanan"


def ingat(request: HttpRequest, p: Permohonan) -> None:
    """Menyimpan kunci buka di sesi peramban ini; kunci yang sudah mati dibuang, supaya sesi loket tidak membesar."""
    hidup = {k: v for k, v in request.session.get(SESI, {}).items() if buka.hidup(v)}
    request.session[SESI] = {**hidup, str(p.id): buka.kunci(p)}


def lupa(request: HttpRequest, p: Permohonan) -> None:
    request.session[SESI] = {k: v for k, v in request.session.get(SESI, {}).items() if k != str(p.id)}


def kunci_sesi(request: HttpRequest, p: Permohonan) -> str:
    """Kunci yang tersimpan di sesi ini; pemilik akun yang memohonnya sambil masuk selalu memegangnya."""
    orang = request.pelaku.orang  # type: ignore[attr-defined]
    if p.milik is not None and p.milik.uid == orang:
        return buka.kunci(p)
    return str(request.session.get(SESI, {}).get(str(p.id), ""))


def terbuka(request: HttpRequest, kode: str) -> Permohonan:
    """Permohonan yang dibuka peramban ini. Galat: `TidakAda`."""
    p = selectors.menurut_kode(kode)
    if p is None:
        raise TidakAda(_("Permohonan ini tidak ada."))
    return buka.pastikan(p.id, kunci_sesi(request, p))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mulai(request: HttpRequest, kode: str) -> HttpResponse:
    return mulai_isi(request, kode, loket=False)


def mulai_isi(request: HttpRequest, kode: str, *, loket: bool) -> HttpResponse:
    """Siapa yang memohon. `loket`: petugas mengisikan untuk orang di depannya."""
    s = standar.satu(kode)
    if s.jenis == Jenis.INFO or selectors.formulir_terbit(s.subjek_id) is None:
        raise TidakAda(_("Layanan ini belum dapat dimohon di sini. Datang ke unitnya."))
    unit = standar.unit_pelayan(s.subjek) if s.subjek.jenis_unit else []
    borang = BorangPemohon(unit, request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        siapa = IsiPemohon(
            d["nama"],
            d["lahir"],
            d["telepon"],
            d["email"],
            int(d["unit"]) if d.get("unit") else None,
            d["kabari"],
        )
        try:
            if not loket:
                laju.ambil("layanan_draf", laju.alamat(request))
            hasil = service.mulai(
                request.pelaku,
                layanan=s.subjek.kode,
                siapa=siapa,
                loket=loket,
                kunci=d["kunci"],  # type: ignore[attr-defined]
            )
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            assert hasil.uid is not None
            ingat(request, selectors.ambil(hasil.uid))
            return redirect("layanan:isi", hasil.data["kode"], 1)
    konteks = {"form": borang, "s": s, "kode": s.subjek.kode.lower(), "loket": loket}
    return tampilkan(request, "layanan/mulai.html", konteks)


def _draf(request: HttpRequest, kode: str) -> Permohonan:
    p = terbuka(request, kode)
    if p.kasus_id is not None:
        raise TidakAda(_("Permohonan ini sudah dikirim. Lihat keadaannya di Cek status."))
    return p


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, kode: str, hal: int) -> HttpResponse:
    """Satu halaman formulir. Tiap Lanjut menyimpan; yang dipersyaratkan jawaban di halaman ini muncul di bawahnya."""
    try:
        p = _draf(request, kode)
    except TidakAda:
        return redirect("layanan:cek_satu", kode)
    halaman = p.formulir.rancangan["halaman"]
    if not 1 <= hal <= len(halaman):
        raise TidakAda(_("Halaman ini tidak ada."))
    simpanan = isian.isi(p)
    if request.method == "POST":
        ingat(request, p)  # yang masih mengisi tidak kehabisan umur kuncinya
        tambah, kurang = request.POST.get("tambah", ""), request.POST.get("kurang", "")
        borang = BorangHalaman(
            halaman[hal - 1],
            simpanan,
            request.POST,
            request.FILES,
            ubah_baris=(tambah or kurang, 1 if tambah else -1),
            separuh="simpan" in request.POST,
        )
        if tambah or kurang or (borang.baru and "simpan" not in request.POST):
            simpanan = _amankan(request, p, borang)
            borang = _ulang(borang, halaman[hal - 1], simpanan, request)
        elif borang.is_valid():
            try:
                _simpan(request, p, borang.isi(), borang.berkas())
            except MasukanSalah as galat:
                borang = _sesudah_ditolak(request, p, borang, galat)
            else:
                return _sesudah(request, p, hal, len(halaman))
        else:
            borang = _sesudah_ditolak(request, p, borang)
    else:
        borang = BorangHalaman(halaman[hal - 1], simpanan)
    konteks = {
        "form": borang, "p": p, "hal": hal, "dari": len(halaman), "judul": halaman[hal - 1]["judul"],
        "nama": standar.satu(p.layanan.kode).nama, "baru": request.method == "POST" and not borang.errors,
        "versi_baru": _versi_baru(p), "sebelum": hal - 1,
    }  # fmt: skip
    return tampilkan(request, "layanan/isi.html", konteks)


def _ulang(
    lama: BorangHalaman, halaman: Any, simpanan: dict[str, Any], request: HttpRequest
) -> BorangHalaman:
    """Halaman yang sama dengan isian atau baris yang baru muncul: jawaban tetap, tanpa pesan kesalahan."""
    isi_ = {**simpanan, **_jawaban_pilihan(halaman, request)}
    isi_ |= {k["kode"]: [{}] * k["banyak"] for k in lama.kelompok}
    baru = BorangHalaman(halaman, isi_)
    for nama, f in baru.fields.items():
        if not nama.endswith("-banyak") and nama != "tampil":
            baru.initial[nama] = f.widget.value_from_datadict(request.POST, request.FILES, nama)
    return baru


def _jawaban_pilihan(halaman: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        i["kode"]: request.POST.getlist(i["kode"]) if i["jenis"] == "banyak" else request.POST.get(i["kode"])
        for i in halaman["isian"]
        if i["jenis"] in {"pilih", "banyak"}
    }


def _simpan(request: HttpRequest, p: Permohonan, isi: dict[str, Any], berkas: dict[str, Any]) -> None:
    service.simpan(
        request.pelaku, permohonan=p.id, buka_=kunci_sesi(request, p), isi=isi, berkas=berkas, kunci=uuid.uuid4()  # type: ignore[attr-defined]
    )  # fmt: skip


def _amankan(request: HttpRequest, p: Permohonan, borang: BorangHalaman) -> dict[str, Any]:
    """Halaman yang belum dapat maju: jawaban dan berkas yang baik tersimpan dulu; berkas yang ditolak diminta lagi nanti."""
    borang.is_valid()
    _simpan(request, p, borang.isi(), {})
    for kode, berkas in borang.berkas().items():
        with suppress(MasukanSalah):
            _simpan(request, p, {}, {kode: berkas})
    return isian.isi(selectors.ambil(p.id))


def _sesudah_ditolak(
    request: HttpRequest, p: Permohonan, lama: BorangHalaman, galat: MasukanSalah | None = None
) -> BorangHalaman:
    """Ada yang keliru di halaman ini: yang lain tetap tersimpan, dan kesalahannya tampil di isiannya."""
    simpanan = _amankan(request, p, lama)
    borang = BorangHalaman(
        lama.halaman, simpanan, request.POST, request.FILES, separuh="simpan" in request.POST
    )
    borang.is_valid()
    if galat is not None:
        borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
    return borang


def _versi_baru(p: Permohonan) -> bool:
    kini = selectors.formulir_terbit(p.layanan_id)
    return kini is not None and kini.versi != p.formulir.versi


def _sesudah(request: HttpRequest, p: Permohonan, hal: int, dari: int) -> HttpResponse:
    if "simpan" in request.POST:
        messages.success(request, _("Tersimpan. Kapan pun, lanjutkan dengan kode %(k)s.") % {"k": p.kode})
        return redirect("layanan:cek_satu", p.kode)
    if request.GET.get("dari") == "periksa" or hal == dari:
        return redirect("layanan:periksa", p.kode)
    return redirect("layanan:isi", p.kode, hal + 1)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest, kode: str) -> HttpResponse:
    """Periksa jawaban lalu kirim; menekan berkali-kali tetap satu permohonan."""
    p = terbuka(request, kode)
    if p.kasus_id is not None:
        return redirect("layanan:terkirim", p.kode)
    konteks: dict[str, Any] = {"p": p, "nama": standar.satu(p.layanan.kode).nama}
    if request.method == "POST":
        try:
            service.kirim(
                request.pelaku, permohonan=p.id, buka_=kunci_sesi(request, p), kunci=uuid_dari("layanan.kirim", p.id)  # type: ignore[attr-defined]
            )  # fmt: skip
        except MasukanSalah as galat:
            konteks |= {
                "galat": galat.pesan,
                "perbaiki": _alamat_isian(p, galat.kolom),
                "ada_kesalahan": True,
            }
        else:
            return redirect("layanan:terkirim", p.kode)
    simpanan = isian.isi(p)
    siapa = isian.pemohon(p)
    konteks["isi"] = [
        Jawaban(_("Nama"), siapa["nama"]), Jawaban(_("Tanggal lahir"), jawaban.tulis_tanggal(siapa["lahir"])),
        *jawaban.daftar(p.formulir.rancangan, jawaban.rapikan(p.formulir.rancangan, simpanan),
                        lambda n: f"{reverse('layanan:isi', args=[p.kode, n])}?dari=periksa"),
    ]  # fmt: skip
    konteks["terakhir"] = len(p.formulir.rancangan["halaman"])
    return tampilkan(request, "layanan/periksa.html", konteks, 422 if "galat" in konteks else 200)


def _alamat_isian(p: Permohonan, kode: str) -> str:
    for n, h in enumerate(p.formulir.rancangan["halaman"], 1):
        if any(i["kode"] == kode for i in h["isian"]):
            return f"{reverse('layanan:isi', args=[p.kode, n])}?dari=periksa"
    return reverse("layanan:isi", args=[p.kode, 1])


@never_cache
@require_http_methods(["GET", "HEAD"])
def terkirim(request: HttpRequest, kode: str) -> HttpResponse:
    """Kode, slip, dan kapan paling lambat dijawab."""
    p = terbuka(request, kode)
    if p.kasus_id is None:
        return redirect("layanan:periksa", p.kode)
    konteks = {
        "p": p, "nama": standar.satu(p.layanan.kode).nama, "sini": request.build_absolute_uri(reverse("layanan:cek_satu", args=[p.kode])),
        "tempo": tanggal(p.jatuh_tempo, "hari") if p.jatuh_tempo else "", "loket": p.cara == Permohonan.Cara.LOKET,
        "unit": p.unit.kini.nama if p.unit else "", "kode_layanan": sajian.alamat(p.layanan.kode),
    }  # fmt: skip
    return tampilkan(request, "layanan/terkirim.html", konteks)
