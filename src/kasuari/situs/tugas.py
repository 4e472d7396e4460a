"""Tugas saya: semua yang menunggu pelaku, dari ruang mana pun, satu antrean dengan tenggat terdekat di atas."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur.models import Tunggu
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bahan import Angka, Butir
from kasuari.dasar.rupa.bentuk import angka, tanggal
from kasuari.dasar.rupa.slot import Pintu, tawarkan

SEHALAMAN = 25
DI_BERANDA = 5


def butir(t: Tunggu) -> Butir:
    """Satu tunggu: apa, dari siapa, sampai kapan."""
    p = alur.proses(t.kasus)
    tanda, nada = "", ""
    if t.tenggat is not None:
        lewat = t.tenggat < hari_ini()
        tanda, nada = (
            (_("lewat batas"), "galat")
            if lewat
            else (str(tanggal(t.tenggat, "pendek")), "ingat" if t.tenggat == hari_ini() else "")
        )
    dari = t.kasus.pemohon.nama_gelar if t.kasus.pemohon else ""
    tahap = p.menurut_kode[t.tahap].judul
    return Butir(
        f"{p.judul}: {dari}" if dari else p.judul, reverse(p.alamat, args=[t.kasus_id]), tanda, nada, tahap
    )


@require_safe
def tugas(request: HttpRequest) -> HttpResponse:
    halaman = Paginator(alur.menunggu(request.pelaku), SEHALAMAN).get_page(request.GET.get("hal"))  # type: ignore[attr-defined]
    return render(
        request, "situs/kerja/tugas.html", {"halaman": halaman, "baris": [butir(t) for t in halaman]}
    )


@require_safe
def berikutnya(request: HttpRequest) -> HttpResponse:
    """Membuka tugas bertenggat terdekat; `sesudah` (id kasus): yang sesudahnya, lalu kembali ke yang pertama."""
    semua = alur.menunggu(request.pelaku).values_list("kasus_id", flat=True)  # type: ignore[attr-defined]
    urut = [str(k) for k in semua]
    kini = request.GET.get("sesudah", "")
    dari = urut.index(kini) + 1 if kini in urut else 0
    tuju = next((k for k in (*urut[dari:], *urut[:dari]) if k != kini), None)
    if tuju is None:
        messages.info(request, _("Tidak ada tugas lain yang menunggu Anda."))
        return redirect("tugas")
    t = alur.menunggu(request.pelaku).filter(kasus=tuju).first()  # type: ignore[attr-defined]
    if t is None:
        return redirect("tugas")
    return redirect(alur.proses(t.kasus).alamat, t.kasus_id)


def _di_beranda(pelaku: Pelaku, **_konteks: Any) -> list[Butir]:
    return [butir(t) for t in alur.menunggu(pelaku)[:DI_BERANDA]]


def _angka(pelaku: Pelaku) -> Angka | None:
    n = alur.menunggu(pelaku).count()
    return (
        Angka(_("Menunggu Anda"), angka(n), "", reverse("tugas"), "ingat" if n else "sukses") if n else None
    )


def _pintu(pelaku: Pelaku) -> Pintu | None:
    if pelaku.orang is None:
        return None
    return Pintu(reverse("tugas"), gettext_lazy("Tugas saya"), ikon="tugas")


def pasang() -> None:
    """Slot: menu.kerja, bar.kerja (Pintu), beranda.tugas (Butir), beranda.angka (Angka)."""
    tawarkan("menu.kerja", 12, "tugas", _pintu)
    tawarkan("bar.kerja", 12, "tugas", _pintu)
    tawarkan("beranda.tugas", 10, "alur", _di_beranda)
    tawarkan("beranda.angka", 5, "alur", _angka)
