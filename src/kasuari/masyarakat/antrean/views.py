"""Layar petugas loket: memilih loket, memanggil, mengakhiri, menggabungkan permohonan, dan mengatur loket."""

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.masyarakat.antrean import selectors, service
from kasuari.masyarakat.antrean.forms import BorangGabung, BorangKunci, BorangLoket
from kasuari.masyarakat.antrean.models import Loket

TINDAKAN = ("panggil", "panggil_lagi", "selesai", "lewat")


@require_safe
def pilih(request: HttpRequest) -> HttpResponse:
    """Loket yang boleh dilayani, dan berapa orang menunggu di unitnya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "antrean.atur")
    isi = list(selectors.loket_saya(pelaku))
    konteks = {
        "loket": isi,
        "unit": selectors.unit_layanan(pelaku),
        "menunggu": selectors.banyak_menunggu({k.unit_id for k in isi}),
    }
    return render(request, "antrean/pilih.html", konteks)


@require_safe
def meja(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    k = selectors.loket(pelaku, uid)
    kini = selectors.dipanggil(k.unit_id).filter(loket=k).first()
    antre = selectors.antre(k.unit_id)
    konteks = {
        "loket": k, "kini": kini, "antre": list(antre[:10]), "banyak": antre.count(), "kunci": uuid.uuid4(),
        "gabung": BorangGabung() if kini and kini.permohonan_id is None else None,
    }  # fmt: skip
    return render(request, "antrean/meja.html", konteks)


@require_POST
def tindak(request: HttpRequest, uid: UUID, aksi: str) -> HttpResponse:
    """Satu tombol: memanggil yang berikutnya, memanggil lagi, selesai, atau tidak datang."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    k = selectors.loket(pelaku, uid)
    if aksi not in TINDAKAN:
        raise TidakAda(_("Tindakan ini tidak ada."))
    borang = BorangKunci(request.POST)
    if not borang.is_valid():
        return tampilkan(
            request, "antrean/meja.html", {"loket": k, "form": borang, "antre": [], "kunci": uuid.uuid4()}
        )
    kunci = borang.cleaned_data["kunci"]
    try:
        if aksi == "panggil":
            if service.panggil(pelaku, loket=uid, kunci=kunci).uid is None:
                messages.info(request, _("Tidak ada yang menunggu."))
            return redirect("antrean:meja", uid)
        kini = selectors.dipanggil(k.unit_id).filter(loket=k).first()
        if kini is None:
            messages.info(request, _("Tidak ada nomor yang sedang dilayani di loket ini."))
        elif aksi == "panggil_lagi":
            service.panggil_lagi(pelaku, karcis=kini.id, kunci=kunci)
        else:
            service.akhiri(pelaku, karcis=kini.id, keadaan=aksi, kunci=kunci)
    except MasukanSalah as galat:
        messages.error(request, galat.pesan)
    return redirect("antrean:meja", uid)


@require_POST
def gabung(request: HttpRequest, uid: UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    k = selectors.loket(pelaku, uid)
    kini = selectors.dipanggil(k.unit_id).filter(loket=k).first()
    borang = BorangGabung(request.POST)
    if kini is not None and borang.is_valid():
        try:
            service.gabung(
                pelaku, karcis=kini.id, kode=borang.cleaned_data["kode"], kunci=borang.cleaned_data["kunci"]
            )
            return redirect("antrean:meja", uid)
        except MasukanSalah as galat:
            borang.add_error("kode", galat.pesan)
    antre = selectors.antre(k.unit_id)
    konteks = {
        "loket": k,
        "kini": kini,
        "antre": list(antre[:10]),
        "banyak": antre.count(),
        "kunci": uuid.uuid4(),
        "gabung": borang,
        "form": borang,
    }
    return tampilkan(request, "antrean/meja.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def loket(request: HttpRequest, unit: UUID, uid: UUID | None = None) -> HttpResponse:
    """Membuat atau mengubah satu loket."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "antrean.atur")
    u = next((x for x in selectors.unit_layanan(pelaku) if x.unit.uid == unit), None)
    if u is None:
        raise TidakAda(_("Unit ini tidak ada."))
    lama = Loket.objects.filter(uid=uid, unit=u.unit).first() if uid else None
    if uid and (lama is None or not boleh(pelaku, "antrean.atur", lama).ya):
        raise TidakAda(_("Loket ini tidak ada."))
    awal = {"nama": lama.nama, "buka": lama.buka} if lama else {"buka": True}
    borang = BorangLoket(request.POST if request.method == "POST" else None, initial=awal)
    if request.method == "POST" and borang.is_valid():
        d = borang.cleaned_data
        try:
            service.atur_loket(pelaku, unit=unit, nama=d["nama"], buka=d["buka"], loket=uid, kunci=d["kunci"])
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
        else:
            messages.success(request, _("Loket tersimpan."))
            return redirect("antrean:pilih")
    return tampilkan(request, "antrean/loket.html", {"form": borang, "u": u, "lama": lama})
