"""Daftar pegawai: cari, saring, urut, halaman. Hanya membaca `pegawai_kini`; satu peristiwa baca tiap halaman."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import InvalidPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kasuari.aparatur.pegawai import label, saringan, selectors
from kasuari.aparatur.pegawai.forms import BorangNik, baca_saring
from kasuari.dasar.akun.izin import Baris, Lingkup, boleh, pandang
from kasuari.dasar.akun.izin.daftar import ATURAN
from kasuari.dasar.inti.galat import TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.bahan import Kolom
from kasuari.dasar.rupa.bentuk import kelompok_nip
from kasuari.dasar.rupa.borang import tampilkan

BANYAK = 25
KOLOM = ("pegawai__uid", "nip", "nama_gelar", "jenis", "golongan", "jabatan", "kedudukan")


def wajib_petugas(pelaku: Pelaku) -> None:
    """Daftar hanya bagi peran yang melihat lebih dari dirinya sendiri."""
    luas = {a.peran for a in ATURAN["pegawai.lihat"] if a.lingkup is not Lingkup.DIRI}
    if not pelaku.sistem and not pelaku.punya(*luas):
        raise TidakBoleh(_("Daftar pegawai hanya untuk atasan dan petugas kepegawaian."))


def halaman(request: HttpRequest, qs: Any, banyak: int = BANYAK, kolom: Sequence[str] = ()) -> Any:
    """Halaman ke-`hal`; nomor yang tidak ada adalah 404."""
    try:
        return saringan.Laman(qs, banyak, kolom).page(request.GET.get("hal", 1))
    except InvalidPage as galat:
        raise Http404 from galat


def _baris(b: Baris, unit: str) -> dict[str, Any]:
    return {
        "nama": format_html(
            '<a href="{}">{}</a><br><span class="nip kecil-t redup">{}</span>',
            reverse("pegawai:lembar", args=[b.pegawai__uid]),
            b.nama_gelar,
            kelompok_nip(b.nip),
        ),
        "jabatan": b.jabatan or "–",
        "unit": unit or "–",
        "golongan": b.golongan or "–",
        "keadaan": _keadaan(b),
    }


def _keadaan(b: Baris) -> SafeString:
    if b.kedudukan in label.KEDUDUKAN and b.kedudukan != "01":
        return format_html('<span class="tanda ingat">{}</span>', label.KEDUDUKAN[b.kedudukan])
    return format_html('<span class="tanda">{}</span>', label.JENIS_ASN.get(b.jenis, "–"))


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    wajib_petugas(pelaku)
    borang, s = baca_saring(request.GET)
    laman = halaman(request, saringan.urutkan(saringan.terapkan(pelaku, s), s), kolom=KOLOM)
    isi = pandang(pelaku, laman.object_list, KOLOM, izin="pegawai.lihat")
    baris = [_baris(b, saringan.nama_unit(k)) for b, k in zip(isi, laman.object_list, strict=True)]
    return tampilkan(
        request,
        "pegawai/daftar.html",
        {
            "saring": borang.html(), "halaman": laman, "baris": baris, "tersaring": bool(s.json()), "terlipat": not set(s.json()) - {"q", "unit"},
            "kolom": [Kolom("nama", _("Nama dan NIP"), "u"), Kolom("jabatan", _("Jabatan")), Kolom("unit", _("Unit")),
                      Kolom("golongan", _("Golongan")), Kolom("keadaan", _("Jenis"), "k")],
            "boleh_ubah": boleh(pelaku, "pegawai.ubah").ya,
            "boleh_ekspor": mungkin(pelaku, "pegawai.ekspor"), "boleh_mutu": boleh(pelaku, "pegawai.mutu").ya,
            "boleh_selisih": boleh(pelaku, "pegawai.selisih").ya,
            "sisa": _tanpa_halaman(request),
        },
    )  # fmt: skip


def _tanpa_halaman(request: HttpRequest) -> str:
    """Saringan untuk daftar lain: nomor halaman daftar ini tidak berlaku di sana."""
    sisa = request.GET.copy()
    sisa.pop("hal", None)
    return sisa.urlencode()


def mungkin(pelaku: Pelaku, izin: str) -> bool:
    """Boleh, atau boleh sesudah sandi diminta lagi."""
    putusan = boleh(pelaku, izin)
    return putusan.ya or putusan.perlu_sudo


def _wajib_pencari_nik(pelaku: Pelaku) -> None:
    if not boleh(pelaku, "pegawai.ubah").ya:
        raise TidakBoleh(_("Pencarian NIK hanya untuk petugas BKPSDM."))


@require_safe
def nik(request: HttpRequest) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    _wajib_pencari_nik(pelaku)
    return tampilkan(request, "pegawai/nik.html", {"form": BorangNik()})


@require_POST
def cari_nik(request: HttpRequest) -> HttpResponse:
    """Menuju lembar orangnya, atau 422 bila tidak ada, atau 429 bila terlalu sering."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    _wajib_pencari_nik(pelaku)
    borang = BorangNik(request.POST)
    if borang.is_valid():
        try:
            temu = selectors.cari_nik(pelaku, borang.cleaned_data["nik"]).select_related("pegawai").first()
        except selectors.TerlaluSering as galat:
            borang.add_error("nik", galat.pesan)
            return tampilkan(request, "pegawai/nik.html", {"form": borang}, status=429)
        if temu is not None:
            return redirect("pegawai:lembar", temu.pegawai.uid)
        borang.add_error("nik", _("Tidak ada pegawai dengan NIK itu. Periksa lagi angkanya, atau cari nama."))
    return tampilkan(request, "pegawai/nik.html", {"form": borang})
