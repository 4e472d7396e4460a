"""Layar bezetting: kota atau satu unit, unduhan XLSX, dan menetapkan kebutuhan satu jabatan."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi import formasi
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import Formasi, Unit, nama_jabatan
from kasuari.dasar.rupa.bahan import Jawaban
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.situs.organisasi import bezetting, sajian_bezetting
from kasuari.situs.organisasi.forms_pos import JENIS_POS, BorangFormasi
from kasuari.situs.organisasi.pos import ISI, nama_unit, surat, tahap, unit_ada

TETAPKAN = "organisasi.formasi"
SEHALAMAN = 25
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def halaman(request: HttpRequest, uid: UUID | None = None) -> HttpResponse:
    pelaku = request.pelaku  # type: ignore[attr-defined]
    b = bezetting.susun(pelaku, uid)
    laman = Paginator(b.jabatan, SEHALAMAN).get_page(request.GET.get("hal"))
    tetapkan = boleh(pelaku, TETAPKAN).ya
    konteks: dict[str, Any] = {
        "b": b, "angka": sajian_bezetting.angka_utama(b), "halaman": laman, "hari": hari_ini(), "boleh_tetapkan": tetapkan,
        "remah": _remah(b), "ketetapan": _ketetapan(b.atas.unit, tetapkan) if b.atas else [],
        "kolom_cabang": sajian_bezetting.kolom(_("Unit"), b), "cabang": sajian_bezetting.baris_cabang(b),
        "kolom_jabatan": sajian_bezetting.kolom(_("Jabatan"), b), "jabatan": sajian_bezetting.baris_jabatan(laman),
        "tak_diketahui": sajian_bezetting.tak_diketahui(b.total),
    }  # fmt: skip
    return render(request, "situs/organisasi/bezetting.html", konteks)


def _remah(b: bezetting.Bezetting) -> list[tuple[str, str]]:
    awal = [(_("Organisasi"), reverse("organisasi:pohon"))]
    if b.atas is None:
        return [*awal, (_("Bezetting"), "")]
    jalur = [(u.nama, reverse("organisasi:bezetting_unit", args=[u.unit.uid])) for u in b.remah]
    return [*awal, *jalur, (b.atas.nama, "")]


def _ketetapan(unit: Unit, ubah: bool) -> list[Any]:
    alamat = reverse("organisasi:formasi", args=[unit.uid]) if ubah else ""
    daftar = organisasi.formasi_pada().filter(subjek__unit=unit).order_by("subjek__nama", "subjek__jenjang")
    return [sajian_bezetting.butir_formasi(f, alamat) for f in daftar]


@require_safe
def unduh(request: HttpRequest, uid: UUID | None = None) -> HttpResponse:
    """XLSX tanpa data pribadi: banyaknya orang saja."""
    b = bezetting.susun(request.pelaku, uid)  # type: ignore[attr-defined]
    judul = _("Bezetting %(unit)s") % {"unit": b.atas.nama if b.atas else organisasi.profil().nama}
    jawab = HttpResponse(sajian_bezetting.xlsx(b, judul), content_type=XLSX)
    jawab["Content-Disposition"] = f'attachment; filename="bezetting-{hari_ini():%Y-%m-%d}.xlsx"'
    return jawab


@require_http_methods(["GET", "HEAD", "POST"])
def tetapkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Kebutuhan satu jabatan di satu unit: isi, periksa, simpan. `?dari=` mengisi dari ketetapan yang ada."""
    pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, TETAPKAN)
    unit = unit_ada(uid)
    konteks = {
        "judul": _("Tetapkan formasi"), "atas": reverse("organisasi:bezetting_unit", args=[uid]), "nama_atas": nama_unit(unit),
        "pengantar": nama_unit(unit),
    }  # fmt: skip
    if request.method != "POST":
        return tampilkan(request, ISI, {**konteks, "form": BorangFormasi(initial=_awal(request, unit))})
    borang = BorangFormasi(request.POST)
    if not borang.is_valid() or "ubah" in request.POST:
        return tampilkan(request, ISI, {**konteks, "form": borang})
    d = borang.cleaned_data

    def simpan() -> None:
        formasi.catat_formasi(
            pelaku, berlaku=d["mulai"], baris=[borang.baris_formasi(unit.kode)], dasar=borang.dasar(), kunci=d["kunci"]
        )  # fmt: skip

    jawab = tahap(request, borang, konteks, _ringkas(borang, unit), simpan)
    if jawab is not None:
        return jawab
    messages.success(request, _("Formasi dicatat, berlaku %(t)s.") % {"t": tanggal(d["mulai"])})
    return redirect("organisasi:bezetting_unit", uid)


def _awal(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    """Isian dari ketetapan yang hendak diubah; tanggal dan suratnya selalu baru."""
    try:
        dari = UUID(request.GET.get("dari", ""))
    except ValueError:
        return {}
    f = Formasi.objects.filter(uid=dari, subjek__unit=unit, ditutup=None).select_related("subjek").first()
    if f is None:
        return {}
    return {
        "nama": f.subjek.nama,
        "jenjang": f.subjek.jenjang,
        "jenis": f.jenis,
        "kelas": f.kelas,
        "kebutuhan": f.kebutuhan,
    }


def _ringkas(borang: BorangFormasi, unit: Unit) -> list[Jawaban]:
    d = borang.cleaned_data
    cabut = [Jawaban(_("Tindakan"), _("Cabut ketetapan"))] if d["hapus"] else []
    return [
        *cabut,
        Jawaban(_("Unit"), nama_unit(unit)),
        Jawaban(_("Nama jabatan"), nama_jabatan(d["nama"], d["jenjang"])),
        Jawaban(_("Jenis jabatan"), JENIS_POS.get(d["jenis"], "–")),
        Jawaban(_("Kelas jabatan"), d["kelas"] or "–"),
        Jawaban(_("Kebutuhan (orang)"), d["kebutuhan"]),
        Jawaban(_("Berlaku mulai"), tanggal(d["mulai"])),
        surat(borang),
    ]
