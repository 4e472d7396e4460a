"""Halaman umum survei: mengisi (juga tanpa JavaScript, tanpa sinyal, dan di layar loket), menarik, dan melihat hasil."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.dasar.akun.laju import alamat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan.selectors import buku
from kasuari.masyarakat.survei import laju, selectors, terima, tiket
from kasuari.masyarakat.survei.models import Mode, Periode
from kasuari.masyarakat.survei.sajian import pilihan_diri
from kasuari.masyarakat.survei.soal import KOMENTAR_MAKS, Soal, soal_versi

_SW = Path(__file__).parent / "static/survei/sw.js"
TUTUP = gettext_lazy("Survei unit ini sedang tidak dibuka, atau alamatnya salah ketik.")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, unit: str) -> HttpResponse:
    """Menilai satu unit. CSRF diganti tiket bertanda dan pemeriksaan asal: halaman tersimpan tetap dapat dikirim."""
    if request.method == "POST":
        return _isi(request, *selectors.tujuan_kiriman.ambil(unit, hari_ini()))
    p = selectors.periode_terbuka(unit, hari_ini())
    return _isi(request, p, selectors.layanan_dinilai(p.unit_id) if p else [])


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def lain(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Survei dengan pertanyaan sendiri."""
    return _isi(request, selectors.periode_lain_terbuka(uid, hari_ini()), [])


def _isi(request: HttpRequest, p: Periode | None, layanan: list[Any]) -> HttpResponse:
    if p is None:
        return _jawab(request, {"pesan": str(TUTUP)}, 404, "survei/tidak_buka.html", {})
    soal = soal_versi(p.versi.isi)
    if request.method == "POST":
        return _kiriman(request, p, soal, layanan)
    jawab = _halaman(request, p, soal, layanan, {}, [])
    jawab["Cache-Control"] = "no-cache"
    return jawab


def _halaman(
    request: HttpRequest,
    p: Periode,
    soal: list[Soal],
    layanan: list[Any],
    isian: Any,
    galat: list[tuple[str, str]],
) -> HttpResponse:
    kode, kios = p.unit.kode, "kios" in request.GET
    bawaan = str(Mode.KIOS) if kios else (tiket.mode(kode, request.GET.get("k", "")) or str(Mode.TAUTAN))
    salah = {s.rpartition("_")[0] or s: pesan for s, pesan in galat}
    konteks = {
        "p": p, "unit": p.unit.kini, "skm": p.survei.jenis == "skm", "ada_kesalahan": bool(galat), "galat": galat, "kios": kios,
        "soal": [(s, isian.get(s.kode, ""), salah.get(s.kode, "")) for s in soal], "layanan": layanan,
        "pilih_layanan": isian.get("layanan") or request.GET.get("l", ""), "diri": pilihan_diri(isian),
        "komentar": isian.get("komentar", ""), "salah_komentar": salah.get("komentar", ""), "maks": KOMENTAR_MAKS,
        "kunci": isian.get("kunci") or uuid4(), "tiket": isian.get("tiket") or tiket.buat(kode, bawaan),
        "token": isian.get("token") or request.GET.get("t", ""), "umur": buku(hari_ini()).tabel("skm_luring")["umur"],
        "nama": p.survei.nama_en if request.path.startswith("/en/") and p.survei.nama_en else p.survei.nama,
    }  # fmt: skip
    return render(request, "survei/isi.html", konteks, status=422 if galat else 200)


def _jawab(
    request: HttpRequest, data: dict[str, Any], status: int, templat: str, konteks: dict[str, Any]
) -> HttpResponse:
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(data, status=status)
    return render(request, templat, {**data, **konteks}, status=status)


def _tolak(request: HttpRequest, pesan: str, status: int) -> HttpResponse:
    return _jawab(request, {"pesan": pesan}, status, "survei/ditolak.html", {"kembali": request.path})


def _kiriman(request: HttpRequest, p: Periode, soal: list[Soal], layanan: list[Any]) -> HttpResponse:
    isian = request.POST
    mode = tiket.mode(p.unit.kode, isian.get("tiket", ""))
    if mode is None or not tiket.seasal(request):
        return _tolak(
            request, _("Halaman ini bukan dari kami atau sudah rusak. Buka lagi dari QR di loket."), 403
        )
    if laju.terlalu_sering(alamat(request)):
        return _tolak(
            request,
            _(
                "Terlalu banyak penilaian dari jaringan ini dalam satu menit. Tunggu sebentar, lalu kirim lagi."
            ),
            429,
        )
    isi_baca, galat = terima.baca(isian, soal, [x.kode for x in layanan])
    if galat:
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"galat": galat, "pesan": galat[0][1]}, status=422)
        return _halaman(request, p, soal, layanan, isian, galat)
    try:
        kunci = UUID(isian.get("kunci", ""))
    except ValueError:
        kunci = uuid4()
    try:
        saat = terima.saat_hp(isian.get("pada", ""), isian.get("kini", ""))
        # penilaian tersimpan tentang hari dalam periode sebelumnya masuk ke sana selama belum ditutup
        milik = p
        if p.survei.jenis == "skm" and saat.hari < p.mulai:
            milik = selectors.periode_terbuka(p.unit.kode, saat.hari) or p
        if token := isian.get("token", ""):
            baru = terima.simpan_undangan(milik, kunci, isi_baca, saat.hari, token[:64], mode)
        else:
            penilaian = terima.Penilaian(**isi_baca, mode=str(Mode.LURING) if isian.get("luring") else mode)
            perangkat = "" if mode == Mode.KIOS else terima.sidik_perangkat(milik, isian.get("hp", ""))
            baru = terima.simpan(milik, kunci, penilaian, saat.hari, perangkat)
    except MasukanSalah as sebab:
        return _tolak(request, sebab.pesan, 422)
    data = {"kode": str(kunci), "baru": baru, "pesan": saat.pesan}
    kembali = f"{request.path}?kios=1" if mode == Mode.KIOS else ""
    return _jawab(
        request,
        data,
        201 if baru else 200,
        "survei/terima_kasih.html",
        {"unit": p.unit.kini, "kios_kembali": kembali},
    )


@require_safe
def sw(request: HttpRequest) -> HttpResponse:
    """Service worker halaman survei; lingkupnya folder alamatnya sendiri."""
    cangkang = [static("rupa/css/kasuari.css"), static("survei/luring.js")]
    isi_sw = _SW.read_text("utf-8")
    nama = "survei-" + sha256((isi_sw + "".join(cangkang)).encode()).hexdigest()[:10]
    awal = {"NAMA": nama, "CANGKANG": cangkang, "LURING": cangkang[1], "AWALAN": reverse("skm")}
    kepala = "".join(f"const {k} = {json.dumps(v)};\n" for k, v in awal.items())
    return HttpResponse(
        kepala + isi_sw, content_type="text/javascript", headers={"Cache-Control": "no-cache"}
    )


@require_safe
def muka(request: HttpRequest) -> HttpResponse:
    """Unit yang surveinya terbuka, bagi orang tanpa QR."""
    terbuka = (
        Periode.objects.filter(
            survei__jenis="skm", status=Periode.Status.TERBUKA, mulai__lte=hari_ini(), sampai__gte=hari_ini()
        )
        .select_related("unit__kini")
        .order_by("unit__kini__nama")
    )
    return render(request, "survei/muka.html", {"unit": [p.unit for p in terbuka]})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def tarik(request: HttpRequest) -> HttpResponse:
    """Data saya: menghapus penilaian dengan kodenya, selama belum dicampur."""
    pesan, berhasil, kode = "", None, ""
    if request.method == "POST":
        kode = request.POST.get("kode", "").strip()[:60]
        if laju.terlalu_sering(alamat(request)):
            return _tolak(
                request, _("Terlalu banyak percobaan dari jaringan ini. Tunggu semenit, lalu coba lagi."), 429
            )
        try:
            berhasil = terima.tarik(UUID(kode))
        except ValueError:
            pesan = _("Kode ini salah ketik. Salin lagi dari halaman terima kasih.")
    konteks = {"berhasil": berhasil, "pesan": pesan, "kode": kode, "ada_kesalahan": bool(pesan)}
    return render(request, "survei/tarik.html", konteks, status=422 if pesan else 200)
