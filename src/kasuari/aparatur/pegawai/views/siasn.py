"""'Data kami / SIASN': daftar perbedaan, keputusan satu per satu, dan penarikan di latar."""

import uuid
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kasuari.aparatur.pegawai import label, selectors
from kasuari.aparatur.pegawai import selisih as pintu_selisih
from kasuari.aparatur.pegawai.forms import pilihan_unit, uuid_atau_kosong
from kasuari.aparatur.pegawai.models import SelisihSiasn
from kasuari.aparatur.pegawai.siasn import banding, http
from kasuari.dasar.akun.izin import pandang, pastikan
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.dasar.rupa.bahan import Jawaban, Kolom
from kasuari.dasar.rupa.bentuk import kelompok_nip, tanggal
from kasuari.dasar.rupa.borang import Borang, tampilkan

BANYAK = 25
KOLOM = ("uid", "kolom", "kami", "siasn", "keputusan", "ditarik", "pegawai__uid", "pegawai__nip", "pegawai__orang__nama_gelar",
         "catatan", "versi")  # fmt: skip
NADA = {"belum": "ingat", "kami": "info", "siasn": "proses", "selesai": "sukses"}


class BorangSaringSelisih(Borang):
    keputusan = forms.ChoiceField(
        label=gettext_lazy("Keputusan"), required=False,
        choices=[("", gettext_lazy("Yang belum selesai")), *label.KEPUTUSAN.items()],
    )  # fmt: skip
    kolom = forms.ChoiceField(
        label=gettext_lazy("Data"), required=False,
        choices=[("", gettext_lazy("Semua")), *((k, banding.judul(k)) for k in banding.KOLOM), ("nik", "NIK")],
    )  # fmt: skip
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)

    def __init__(self, *args: Any, unit: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = pilihan_unit(unit)  # type: ignore[attr-defined]


class BorangPutus(Borang):
    keputusan = forms.ChoiceField(
        label=gettext_lazy("Siapa yang benar?"),
        widget=forms.RadioSelect,
        choices=[(k, label.KEPUTUSAN[k]) for k in ("kami", "siasn", "belum")],
    )
    catatan = forms.CharField(
        label=gettext_lazy("Catatan"), required=False, max_length=250,
        help_text=gettext_lazy("Bukti yang dilihat, atau nomor usulan perbaikannya."),
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    versi = forms.IntegerField(widget=forms.HiddenInput, localize=False)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def _tersaring(pelaku: Pelaku, s: dict[str, str]) -> Any:
    qs = selectors.selisih(pelaku)
    if s.get("keputusan"):
        qs = qs.filter(keputusan=s["keputusan"])
    else:
        qs = qs.exclude(keputusan="selesai")
    if s.get("kolom"):
        qs = qs.filter(kolom=s["kolom"])
    if s.get("unit"):
        u = UnitKini.objects.filter(unit__uid=s["unit"]).first()
        qs = qs.filter(pegawai__kini__unit_id__in=organisasi.keturunan(u.unit_id).values("unit_id")) if u else qs.none()  # fmt: skip
    return qs.order_by("pegawai__kini__nama", "pegawai_id", "kolom")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "pegawai.selisih")
    unit = str(uuid_atau_kosong(request.GET.get("unit")) or "")
    isi = BorangSaringSelisih(request.GET, unit=unit)
    isi.is_valid()
    try:
        laman = Paginator(_tersaring(pelaku, isi.cleaned_data), BANYAK).page(request.GET.get("hal", 1))
    except InvalidPage as galat:
        raise Http404 from galat
    baris = [_baris(b) for b in pandang(pelaku, laman.object_list, KOLOM, izin="pegawai.selisih")]
    return tampilkan(
        request,
        "pegawai/selisih.html",
        {
            "saring": BorangSaringSelisih(initial=isi.cleaned_data, unit=unit), "halaman": laman, "baris": baris,
            "kolom": [Kolom("siapa", _("Pegawai"), "u"), Kolom("data", _("Data")), Kolom("kami", _("Data kami")),
                      Kolom("siasn", _("SIASN")), Kolom("ditarik", _("Ditarik")), Kolom("keputusan", _("Keputusan"), "k")],
            "unit": unit, "kunci": uuid.uuid4(), "tersambung": http.terisi(),
        },
    )  # fmt: skip


def _baris(b: Any) -> dict[str, Any]:
    return {
        "siapa": format_html(
            '<a href="{}">{}<span class="sr">, {}</span></a><br><span class="nip kecil-t redup">{}</span>',
            reverse("pegawai:selisih_putus", args=[b.uid]), b.pegawai__orang__nama_gelar, banding.judul(b.kolom),
            kelompok_nip(b.pegawai__nip),
        ),
        "data": banding.judul(b.kolom), "kami": b.kami or "–", "siasn": b.siasn or "–",
        "ditarik": tanggal(b.ditarik, "pendek"),
        "keputusan": format_html('<span class="tanda {}">{}</span>', NADA[b.keputusan], label.KEPUTUSAN_PENDEK[b.keputusan]),
    }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def putus(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "pegawai.selisih")
    satu: SelisihSiasn | None = selectors.selisih(pelaku).filter(uid=uid).first()
    if satu is None:
        raise TidakAda(_("Perbedaan ini tidak ada."))
    borang = BorangPutus(
        request.POST if request.method == "POST" else None,
        initial={"catatan": satu.catatan, "versi": satu.versi},
    )
    if borang.is_valid():
        isi = borang.cleaned_data
        pintu_selisih.putuskan_selisih(
            pelaku, selisih=uid, keputusan=isi["keputusan"], catatan=isi["catatan"], versi=isi["versi"], kunci=isi["kunci"]
        )  # fmt: skip
        messages.success(request, _("Keputusan disimpan. Data kami tidak berubah sendiri."))
        return redirect("pegawai:selisih")
    (b,) = pandang(pelaku, satu, KOLOM, izin="pegawai.selisih")
    rinci = [
        Jawaban(_("Data"), banding.judul(b.kolom)),
        Jawaban(_("Data kami"), b.kami),
        Jawaban(_("SIASN"), b.siasn),
        Jawaban(_("Ditarik"), tanggal(b.ditarik)),
    ]
    return tampilkan(request, "pegawai/selisih_putus.html", {"form": borang, "b": b, "rinci": rinci})


@require_POST
def tarik(request: HttpRequest) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    kunci = uuid_atau_kosong(request.POST.get("kunci")) or uuid.uuid4()
    pintu_selisih.minta_tarik(pelaku, unit=str(uuid_atau_kosong(request.POST.get("unit")) or ""), kunci=kunci)
    messages.success(request, _("Penarikan dari SIASN berjalan di latar. Muat ulang halaman ini nanti."))
    return redirect("pegawai:selisih")
