"""Pelimpahan wewenang: isi, periksa, kirim (tiga klik), dan daftar yang berjalan."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kasuari.dasar.akun import forms, selectors, service
from kasuari.dasar.akun.izin.daftar import nama_peran
from kasuari.dasar.akun.models import Hibah
from kasuari.dasar.akun.pelaku import boleh_dilimpahkan
from kasuari.dasar.akun.views.bantu import hari_terakhir, kiriman, nama_unit, pelaku, sesudah
from kasuari.dasar.akun.views.masuk import isi_atau_kirim
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.rupa.bahan import Jawaban
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import tampilkan


def _pilihan(p: Pelaku) -> list[tuple[int, str]]:
    ids = [h.id for h in p.hibah if h.id and h.atas_nama_orang is None and boleh_dilimpahkan(h.peran)]
    milik = Hibah.objects.filter(id__in=ids).select_related("unit__kini")
    return [(h.id, f"{nama_peran(h.peran)}, {nama_unit(h)}") for h in milik]


def _baris(h: Hibah, orang: str) -> dict[str, Any]:
    return {
        "id": h.id, "orang": orang, "peran": nama_peran(h.peran), "unit": nama_unit(h),
        "sebagai": h.get_sumber_display(), "mulai": h.mulai, "terakhir": hari_terakhir(h.sampai), "kunci": uuid7(),
    }  # fmt: skip


def _konteks(p: Pelaku, borang: forms.BorangPelimpahan, pilihan: list[tuple[int, str]]) -> dict[str, Any]:
    terima = [(h, h.atas_nama_hibah) for h in selectors.diterima(p)]
    return {
        "form": borang,
        "pilihan": pilihan,
        "diberikan": [_baris(h, h.akun.orang.nama_gelar) for h in selectors.diberikan(p)],
        "diterima": [_baris(h, asal.akun.orang.nama_gelar) for h, asal in terima if asal],
    }


@isi_atau_kirim
def pelimpahan(request: HttpRequest) -> HttpResponse:
    p = pelaku(request)
    pilihan = _pilihan(p)
    borang = forms.BorangPelimpahan(kiriman(request), pilihan=pilihan)
    if request.method == "POST" and borang.is_valid():
        try:
            return _proses(request, p, borang, dict(pilihan))
        except MasukanSalah as salah:
            forms.taruh(borang, salah)
    return tampilkan(request, "akun/pelimpahan.html", _konteks(p, borang, pilihan))


def _proses(
    request: HttpRequest, p: Pelaku, borang: forms.BorangPelimpahan, nama: dict[int, str]
) -> HttpResponse:
    isi = borang.cleaned_data
    wakil = selectors.wakil(p, isi["kepada"])
    if wakil is None:
        raise MasukanSalah(
            _("Tidak ada akun aktif dengan NIP itu. Periksa angkanya, atau minta orangnya mengaktifkan akun."), "kepada"
        )  # fmt: skip
    rencana: dict[str, Any] = {
        "hibah_id": isi["wewenang"], "kepada": wakil.uid, "mulai": isi["mulai"], "sampai": sesudah(isi["sampai"]),
        "sumber": isi["sumber"],
    }  # fmt: skip
    orang = wakil.orang.nama_gelar
    if request.POST.get("langkah") == "kirim":
        service.limpahkan(p, **rencana, kunci=isi["kunci"])
        messages.success(request, _("Wewenang sudah dilimpahkan kepada %(nama)s.") % {"nama": orang})
        return redirect("pelimpahan")
    service.periksa_pelimpahan(p, **rencana)
    jawaban = [
        Jawaban(_("Wewenang"), nama[isi["wewenang"]]),
        Jawaban(_("Kepada"), orang),
        Jawaban(_("Sebagai"), str(dict(borang.fields["sumber"].choices)[isi["sumber"]])),  # type: ignore[attr-defined]
        Jawaban(_("Mulai"), tanggal(isi["mulai"])),
        Jawaban(_("Sampai dengan"), tanggal(isi["sampai"])),
    ]
    lanjutan = [(n, v) for n, v in request.POST.items() if n not in {"csrfmiddlewaretoken", "langkah"}]
    return tampilkan(request, "akun/pelimpahan_periksa.html", {"jawaban": jawaban, "kiriman": lanjutan})


@require_POST
def akhiri(request: HttpRequest) -> HttpResponse:
    borang = forms.BorangAkhiri(request.POST)
    if not borang.is_valid():
        raise MasukanSalah(_("Pelimpahan itu tidak terbaca. Muat ulang halaman, lalu coba lagi."))
    service.akhiri_pelimpahan(pelaku(request), **borang.cleaned_data)
    messages.success(request, _("Pelimpahan sudah diakhiri."))
    return redirect("pelimpahan")
