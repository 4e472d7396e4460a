"""Layar ketentuan daerah bagi petugas: daftar, usul dua langkah dengan dampaknya, dan putusan orang kedua dan ketiga."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.aturan import tilik
from kasuari.aturan.parameter import semua
from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.dokumen import service as dokumen
from kasuari.dasar.dokumen.models import Lampiran
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import kata, riwayat, selectors, service, usulan
from kasuari.dasar.ketentuan.borang import (
    BorangAlasan,
    BorangBaris,
    BorangKunci,
    BorangPilih,
    BorangSurat,
    BorangUsul,
)
from kasuari.dasar.ketentuan.models import UsulTimpa
from kasuari.dasar.rupa.borang import tampilkan


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Yang menunggu putusan, yang berjalan, yang selesai, dan yang perlu diputuskan lagi."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    selectors.pastikan_lihat(pelaku)
    boleh_usul = boleh(pelaku, "ketentuan.usul", UsulTimpa()).ya
    borang = BorangPilih(hari_ini(), request.GET if "kode" in request.GET else None)
    if boleh_usul and borang.is_bound and borang.is_valid():
        return redirect("ketentuan:usulkan", borang.cleaned_data["kode"])
    konteks = {
        "menunggu": [riwayat.butir_usul(u) for u in selectors.menunggu(pelaku)],
        "berjalan": [riwayat.butir_timpa(t) for t in selectors.berjalan(pelaku)],
        "selesai": [riwayat.butir_usul(u) for u in selectors.selesai(pelaku)[:50]],
        "putusan": [(riwayat.butir_timpa(x.timpa), x.sebab) for x in selectors.perlu_putusan()],
        "boleh_usul": boleh_usul,
        "form": borang if boleh_usul else None,
    }
    return tampilkan(request, "ketentuan/kerja/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request: HttpRequest, kode: str) -> HttpResponse:
    """Isi, lihat dampaknya, lalu usulkan dengan pindaian suratnya: dua langkah di satu alamat."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "ketentuan.usul", UsulTimpa())
    p = semua().get(kode)
    v = p.pada(hari_ini(), date.max) if p else None
    boleh_sel = tilik.terbuka(p, hari_ini()) if p else []
    if p is None or v is None or not boleh_sel:
        raise TidakAda(_("Nilai ini tidak dapat ditetapkan daerah."))
    konteks: dict[str, Any] = {"p": p, "nama": kata.hukum(p.nama)}
    sel = request.GET.get("sel", "")
    if (sel or None) not in boleh_sel:
        baris = BorangBaris(p, hari_ini(), request.GET if "sel" in request.GET else None)
        return tampilkan(request, "ketentuan/kerja/pilih_baris.html", {**konteks, "form": baris})
    konteks["baris"] = kata.kunci(sel)
    kini = v.nilai[sel] if sel else v.nilai
    if request.method != "POST":
        form = BorangUsul(p, kini, sel)
        return tampilkan(request, "ketentuan/kerja/usulkan.html", {**konteks, "form": form})
    form = BorangUsul(p, kini, sel, request.POST)
    rencana = _rencana(kode, form)
    if rencana is None or "ubah" in request.POST:
        return tampilkan(request, "ketentuan/kerja/usulkan.html", {**konteks, "form": form})
    surat = BorangSurat(request.POST, request.FILES) if "usulkan" in request.POST else BorangSurat()
    if surat.is_bound and surat.is_valid():
        d, berkas = form.cleaned_data, surat.cleaned_data["surat"]
        try:
            hasil = service.usulkan(
                pelaku, kode=kode, **form.ketikan(), alasan=d["alasan"], surat=berkas.file, nama_surat=berkas.name,
                kunci=d["kunci"],
            )  # fmt: skip
        except MasukanSalah as galat:
            if galat.kolom in form.fields:
                form.add_error(galat.kolom, galat.pesan)
                return tampilkan(request, "ketentuan/kerja/usulkan.html", {**konteks, "form": form})
            surat.add_error("surat" if galat.kolom == "berkas" else None, galat.pesan)
        else:
            messages.success(request, _("Usul dicatat. Orang lain harus menyetujuinya sebelum dipakai."))
            return redirect("ketentuan:satu", hasil.uid)
    konteks |= {"isian": form, "form": surat, "isi": riwayat.jawaban_rencana(rencana, form.cleaned_data)}
    konteks["dampak"] = riwayat.angka_dampak([list(x) for x in rencana.dampak()])
    return tampilkan(request, "ketentuan/kerja/periksa.html", konteks)


def _rencana(kode: str, form: BorangUsul) -> usulan.Rencana | None:
    """Rencana yang lolos pemeriksaan hukum; kalau tidak, kalimatnya ada di formulir."""
    if not form.is_valid():
        return None
    d = form.ketikan()
    try:
        return usulan.susun(kode, d["sel"], d["berlaku"], d["nilai"], d["dasar"])
    except MasukanSalah as galat:
        form.add_error(galat.kolom if galat.kolom in form.fields else None, galat.pesan)
        return None


@require_safe
def satu(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    u = selectors.usul(pelaku, uid)
    konteks = {
        "u": u,
        "judul": riwayat.judul(u.kode, u.kunci),
        "p": semua().get(u.kode),
        "isi": riwayat.jawaban(u),
        "dampak": riwayat.angka_dampak(u.dampak),
        "status": riwayat.status(u),
        "waktu": riwayat.waktu(u, pelaku),
        "aksi": [
            (kode, a) for kode, a in AKSI.items() if a.bila(u, pelaku.orang) and _dapat(pelaku, a.izin, u)
        ],
    }
    return render(request, "ketentuan/kerja/satu.html", konteks)


@require_safe
def surat(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    u = selectors.usul(request.pelaku, uid)  # type: ignore[attr-defined]
    return dokumen.sajikan(Lampiran.objects.select_related("berkas").get(id=u.surat))


def _dapat(pelaku: Any, izin: str, u: UsulTimpa) -> bool:
    """Boleh, atau akan boleh sesudah sandi dimasukkan lagi: tombolnya tampil."""
    putusan = boleh(pelaku, izin, u)
    return putusan.ya or putusan.perlu_sudo


class Aksi(NamedTuple):
    """Satu tindakan atas usul atau ketentuannya. `bila(usul, orang pelaku)`: masih mungkin menurut keadaannya."""

    izin: str
    judul: Any
    akibat: Any
    jalan: Callable[[Any, UsulTimpa, str, uuid.UUID], Any]
    bila: Callable[[UsulTimpa, uuid.UUID | None], bool]
    nada: str = ""
    beralasan: bool = True


def _terbuka(u: UsulTimpa) -> bool:
    return u.ditutup is None


AKSI: dict[str, Aksi] = {
    "setujui": Aksi(
        "ketentuan.setujui",
        gettext_lazy("Setujui"),
        gettext_lazy("Dipakai menghitung sesudah jedanya lewat, kecuali disegerakan orang ketiga. Inspektorat diberi tahu."),
        lambda pelaku, u, alasan, kunci: service.setujui(pelaku, usul=u.uid, kunci=kunci),
        lambda u, orang: _terbuka(u) and u.diusulkan_oleh != orang,
        beralasan=False,
    ),
    "tolak": Aksi(
        "ketentuan.setujui",
        gettext_lazy("Tidak setuju"),
        gettext_lazy("Usul ditutup dan alasannya sampai kepada pengusul."),
        lambda pelaku, u, alasan, kunci: service.tolak(pelaku, usul=u.uid, alasan=alasan, kunci=kunci),
        lambda u, orang: _terbuka(u) and u.diusulkan_oleh != orang,
        "bahaya",
    ),
    "tarik": Aksi(
        "ketentuan.usul",
        gettext_lazy("Tarik usul"),
        gettext_lazy("Usul Anda ditutup tanpa diputus."),
        lambda pelaku, u, alasan, kunci: service.tarik(pelaku, usul=u.uid, alasan=alasan, kunci=kunci),
        lambda u, orang: _terbuka(u) and u.diusulkan_oleh == orang,
        "bahaya",
    ),
    "segerakan": Aksi(
        "ketentuan.segera",
        gettext_lazy("Segerakan"),
        gettext_lazy("Jedanya ditiadakan: dipakai menghitung sekarang juga. Inspektorat diberi tahu."),
        lambda pelaku, u, alasan, kunci: service.segerakan(
            pelaku, ketentuan=u.timpa.uid, alasan=alasan, kunci=kunci
        ),
        lambda u, orang: riwayat.menunggu_jeda(u) and orang not in {u.diusulkan_oleh, u.timpa.disetujui_oleh},
    ),
    "cabut": Aksi(
        "ketentuan.cabut",
        gettext_lazy("Cabut ketentuan"),
        gettext_lazy("Nilai nasional dipakai lagi seketika. Hitungan yang sudah dikunci tidak berubah."),
        lambda pelaku, u, alasan, kunci: service.cabut(pelaku, ketentuan=u.timpa.uid, alasan=alasan, kunci=kunci),
        lambda u, orang: riwayat.hidup(u),
        "bahaya",
    ),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def putuskan(request: HttpRequest, uid: uuid.UUID, aksi: str) -> HttpResponse:
    """Halaman konfirmasi satu tindakan; yang tidak mungkin lagi menurut keadaannya kembali ke halamannya."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    u = selectors.usul(pelaku, uid)
    a = AKSI.get(aksi)
    if a is None:
        raise TidakAda(_("Tindakan ini tidak ada."))
    pastikan(pelaku, a.izin, u, lihat="ketentuan.lihat")
    if not a.bila(u, pelaku.orang):
        messages.warning(request, _("Tindakan ini tidak dapat Anda lakukan pada keadaannya sekarang."))
        return redirect("ketentuan:satu", uid)
    jenis = BorangAlasan if a.beralasan else BorangKunci
    form = jenis(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        d = form.cleaned_data
        try:
            a.jalan(pelaku, u, d.get("alasan", ""), d["kunci"])
        except MasukanSalah as galat:
            form.add_error(galat.kolom if galat.kolom in form.fields else None, galat.pesan)
        else:
            messages.success(request, _("Tercatat."))
            return redirect("ketentuan:satu", uid)
    konteks = {
        "u": u,
        "aksi": a,
        "form": form,
        "judul": riwayat.judul(u.kode, u.kunci),
        "isi": riwayat.jawaban(u),
    }
    return tampilkan(request, "ketentuan/kerja/putuskan.html", konteks)
