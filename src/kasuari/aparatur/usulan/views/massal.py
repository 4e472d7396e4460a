"""Tindakan banyak: dipilih di daftar, diperiksa di sini, dijalankan di latar dengan kemajuan yang terlihat."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kasuari.aparatur.usulan import massal, rangka, sajian, selectors, service
from kasuari.aparatur.usulan.forms import BorangTanpa
from kasuari.aparatur.usulan.massal import Calon
from kasuari.aparatur.usulan.models import Massal
from kasuari.aparatur.usulan.views.petugas import _jangka, _jenis_jatuh, _unit
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda, TidakBoleh
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.borang import tampilkan

SEHALAMAN = 50
MUAT_ULANG = "3"  # detik


@require_POST
def siapkan(request: HttpRequest) -> HttpResponse:
    """Menerima pilihan dari daftar jatuh tempo (`jenis`) atau dari antrean (`aksi`), lalu membuka halaman periksanya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    try:
        if "jenis" in request.POST:
            hasil = massal.siapkan_susun(
                pelaku, jenis=_jenis_jatuh(request.POST["jenis"]).kode, calon=_calon(request), kunci=uuid4()
            )
        else:
            aksi, usulan = _pilihan(request)
            hasil = massal.siapkan_langkah(pelaku, aksi=aksi, usulan=usulan, kunci=uuid4())
    except ValueError:
        raise TidakAda(_("Pilihan ini tidak dikenal. Muat ulang daftarnya.")) from None
    except MasukanSalah as galat:
        messages.error(request, galat.pesan)
        return redirect(
            request.POST.get("kembali")
            if _milik_sendiri(request.POST.get("kembali", ""))
            else "usulan:daftar"
        )
    return redirect("usulan:massal", hasil.uid)


def _pilihan(request: HttpRequest) -> tuple[str, list[UUID]]:
    """(aksi, usulan): yang dicentang, atau semua di antrean menurut saringan satu jenis dan satu tahap."""
    isi = request.POST
    if "semua" not in isi:
        return isi.get("aksi", "")[:40], [UUID(u) for u in isi.getlist("usulan")]
    pelaku = request.pelaku  # type: ignore[attr-defined]
    if not (isi.get("di_jenis") and isi.get("di_tahap")):
        raise MasukanSalah(_("Saring satu jenis dan satu tahap lebih dulu."))
    qs = selectors.antrean(pelaku, isi["di_jenis"], isi["di_tahap"])
    return isi["semua"][:40], list(qs.values_list("id", flat=True)[: massal.BANYAK])


def _milik_sendiri(alamat: str) -> bool:
    """Hanya kembali ke halaman ruang ini."""
    return alamat.startswith("/kerja/usulan/") and "//" not in alamat and "\\" not in alamat


def _calon(request: HttpRequest) -> list[Calon]:
    """Yang dicentang, atau semua yang belum diusulkan dalam jangka dan unit itu."""
    if "semua" not in request.POST:
        return [
            Calon(UUID(p), date.fromisoformat(t))
            for p, _x, t in (c.partition("|") for c in request.POST.getlist("calon"))
        ]
    pelaku = request.pelaku  # type: ignore[attr-defined]
    j, jangka = _jenis_jatuh(request.POST["jenis"]), _jangka()
    hari = next((h for h in jangka if str(h) == request.POST.get("hari")), jangka[0])
    unit = _unit(pelaku, request.POST.get("unit", ""))
    ids = list(organisasi.keturunan(unit.unit_id).values_list("unit_id", flat=True)) if unit else ()
    qs: Any = selectors.jatuh_tempo(pelaku, j, hari, ids).filter(usulan_id=None)
    return [Calon(p, t) for p, t in qs.values_list("pegawai__uid", "tmt")[: massal.BANYAK]]


@require_safe
def satu(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Sebelum dijalankan: apa dan siapa saja. Sesudahnya: kemajuan, lalu hasil tiap baris."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    m = massal.satu(pelaku, uid)
    maju = massal.kemajuan(m)
    baris = m.baris.select_related("pegawai__orang").order_by("-hasil" if m.dijalankan else "urut", "urut")
    if request.GET.get("gagal"):
        baris = baris.filter(hasil="gagal")
    halaman = Paginator(baris, SEHALAMAN).get_page(request.GET.get("hal"))
    sudah = maju["selesai"] + maju["gagal"]
    konteks = {
        "massal": m, "judul": _judul(m), "maju": maju, "sudah": sudah, "beres": sudah == maju["jumlah"],
        "halaman": halaman, "baris": [sajian.baris_massal(b) for b in halaman], "hanya_gagal": bool(request.GET.get("gagal")),
    }  # fmt: skip
    jawab = render(request, "usulan/massal.html", konteks)
    if m.dijalankan and sudah < maju["jumlah"] and "diam" not in request.GET:
        jawab["Refresh"] = MUAT_ULANG
    return jawab


def _judul(m: Massal) -> str:
    if m.aksi == massal.SUSUN:
        return _("Susun konsep: %(j)s") % {"j": rangka.ambil(m.jenis).judul}
    b = m.baris.select_related("usulan").first()
    jenis = rangka.ambil(b.usulan.jenis) if b and b.usulan else None
    langkah = next((x.judul for x in jenis.proses.langkah if x.aksi == m.aksi), m.aksi) if jenis else m.aksi
    return f"{langkah}: {jenis.judul}" if jenis else str(langkah)


@require_http_methods(["GET", "HEAD", "POST"])
def jalankan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Konfirmasi terakhir. Menandatangani banyak keputusan meminta sandi di sini, sebelum isian apa pun."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    m = massal.satu(pelaku, uid)
    if m.aksi in service.BERSANDI and not pelaku.sudo:
        raise TidakBoleh(_("Tindakan ini meminta sandi Anda sekali lagi."), perlu_sudo=True)
    borang = BorangTanpa(request.POST if request.method == "POST" else None)
    if request.method == "POST" and borang.is_valid():
        massal.jalankan(pelaku, massal=uid, kunci=borang.cleaned_data["kunci"])
        return redirect("usulan:massal", uid)
    konteks = {"form": borang, "massal": m, "judul": _judul(m), "banyak": m.baris.count()}
    return tampilkan(request, "usulan/massal_jalankan.html", konteks)
