"""Pertanyaan survei: membaca versinya, menulis versi baru dengan pratinjau. Periode yang terbuka memegang versinya."""

import uuid
from typing import Any

from django.contrib import messages
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.masyarakat.survei import service
from kasuari.masyarakat.survei.forms import BorangSoal
from kasuari.masyarakat.survei.models import Survei
from kasuari.masyarakat.survei.soal import soal_versi, tulis_lain, unsur_versi


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Semua survei dengan banyak versinya; satu kueri."""
    pastikan(request.pelaku, "survei.kelola")  # type: ignore[attr-defined]
    semua = Survei.objects.annotate(terakhir=Max("versi__nomor"), n=Count("periode", distinct=True))
    return render(request, "survei/pertanyaan.html", {"survei": semua.order_by("-jenis", "nama", "id")})


def _satu(pelaku: Pelaku, uid: uuid.UUID) -> Survei:
    pastikan(pelaku, "survei.kelola")
    s = Survei.objects.filter(uid=uid).first()
    if s is None:
        raise TidakAda(_("Survei ini tidak ada."))
    return s


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Versi baru: tombol Lihat menampilkan pertanyaannya seperti dibaca warga, tombol Simpan menyimpannya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    s = _satu(pelaku, uid)
    kini = s.versi.order_by("-nomor")[0]
    skm = s.jenis == Survei.Jenis.SKM
    awal: dict[str, Any] = (
        {"tanpa_biaya": "biaya" not in unsur_versi(kini.isi)} if skm else {"soal": tulis_lain(kini.isi)}
    )
    borang = BorangSoal(skm, request.POST if request.method == "POST" else None, initial=awal)
    isi = kini.isi
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        tanpa = ["biaya"] if d.get("tanpa_biaya") else []
        try:
            isi = service.isi_baru(s, d.get("soal", ""), tanpa)
            if "simpan" in request.POST:
                if isi == kini.isi:
                    raise MasukanSalah(_("Belum ada yang berubah dari versi %(n)s.") % {"n": kini.nomor})
                service.ubah_soal(pelaku, survei=uid, soal=d.get("soal", ""), tanpa=tanpa, kunci=d["kunci"])
                messages.success(
                    request, _("Versi baru tersimpan. Berlaku bagi periode yang dibuka sesudah ini.")
                )
                return redirect("survei:pertanyaan")
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
    konteks = {"form": borang, "s": s, "kini": kini, "soal": soal_versi(isi), "baru": isi != kini.isi}
    return tampilkan(request, "survei/ubah_soal.html", konteks)
