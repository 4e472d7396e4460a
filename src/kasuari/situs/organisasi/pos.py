"""Layar pos dan pemegangnya. Semua tindakan: isi, periksa, simpan; di tiap langkah isiannya tetap."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kasuari.aparatur.pegawai import penugasan
from kasuari.aparatur.pegawai import selectors as pegawai
from kasuari.aparatur.pegawai import service as pegawai_service
from kasuari.dasar.akun.izin import boleh, pandang, pastikan
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi import service
from kasuari.dasar.organisasi.models import PosKeadaan, Unit
from kasuari.dasar.rupa.bahan import Jawaban
from kasuari.dasar.rupa.bentuk import angka, tanggal
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.situs.organisasi import sajian
from kasuari.situs.organisasi.forms_pos import (
    JENIS_POS,
    JENIS_TUGAS,
    BorangAkhiri,
    BorangCariOrang,
    BorangDasar,
    BorangPos,
    BorangTugas,
    kode_baru,
)
from kasuari.situs.organisasi.saat import baca
from kasuari.situs.organisasi.sajian import KOLOM_ORANG

KELOLA, UBAH = "organisasi.kelola", "pegawai.ubah"
DITEMUKAN = 20
ISI, PERIKSA = "situs/organisasi/isi.html", "situs/organisasi/periksa.html"


def tahap(
    request: HttpRequest, borang: Any, konteks: dict[str, Any], ringkas: list[Jawaban], simpan: Any
) -> HttpResponse | None:
    """Periksa atau simpan kiriman yang sah. None: sudah tersimpan, pemanggil mengalihkan."""
    if "simpan" not in request.POST:
        return render(request, PERIKSA, {**konteks, "form": borang, "isi": ringkas})
    try:
        simpan()
    except MasukanSalah as galat:
        kolom = {"sampai": "sampai" if "sampai" in borang.fields else "mulai"}.get(galat.kolom, galat.kolom)
        borang.add_error(kolom if kolom in borang.fields else None, galat.pesan.removeprefix("Baris 1: "))
        return tampilkan(request, ISI, {**konteks, "form": borang})
    return None


def surat(borang: BorangDasar) -> Jawaban:
    d = borang.cleaned_data
    surat = f"{d['sk_nomor']}, {tanggal(d['sk_tanggal'])}" if d["sk_tanggal"] else d["sk_nomor"]
    return Jawaban(_("Nomor surat dasar"), surat)


def unit_ada(uid: UUID) -> Unit:
    unit = organisasi.unit_dari_uid(uid)
    if unit is None:
        raise TidakAda(_("Unit ini tidak ada."))
    return unit


def _pos(uid: UUID) -> PosKeadaan:
    pos = organisasi.pos_terakhir(uid)
    if pos is None:
        raise TidakAda(_("Pos ini tidak ada."))
    return pos


def _ke_unit(unit: Unit) -> HttpResponse:
    return redirect("organisasi:unit", unit.uid)


@require_safe
def lembar(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Satu pos pada satu saat: siapa pemegangnya, dan tindakan bagi yang berwenang."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    _borang, saat = baca(request.GET)
    benda = (
        organisasi.pos_pada(saat.pada, saat.diketahui).filter(subjek__uid=uid).select_related("unit").first()
    )
    if benda is None:
        raise TidakAda(_("Pos ini tidak ada pada tanggal itu."))
    satu = next(b for b in sajian.pos(pelaku, benda.unit_id, saat) if b.uid == uid)
    ringkas = [
        nama_unit(benda.unit),
        JENIS_POS[benda.jenis],
        *([benda.eselon] if benda.eselon else []),
        _("%(t)s dari %(f)s kursi terisi") % {"t": satu.terisi, "f": satu.formasi},
        _("keadaan %(t)s") % {"t": tanggal(saat.pada)},
    ]
    konteks = {
        "uid": uid, "pos": satu, "ringkas": ringkas, "definitif": JENIS_TUGAS["definitif"].judul,
        "atas": reverse("organisasi:unit", args=[benda.unit.uid]) + saat.ekor, "nama_atas": nama_unit(benda.unit),
        "boleh_tata": saat.kini and boleh(pelaku, KELOLA).ya, "boleh_tetapkan": saat.kini and boleh(pelaku, UBAH).ya,
    }  # fmt: skip
    return render(request, "situs/organisasi/pos.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Pos baru di satu unit."""
    pastikan(request.pelaku, KELOLA)  # type: ignore[attr-defined]
    unit = unit_ada(uid)
    return _isi_pos(request, unit, None, _("Tambah pos"))


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Mengubah atau menghapus satu pos mulai satu tanggal."""
    pastikan(request.pelaku, KELOLA)  # type: ignore[attr-defined]
    lama = _pos(uid)
    return _isi_pos(request, lama.unit, lama, _("Ubah pos"))


def _isi_pos(request: HttpRequest, unit: Unit, lama: PosKeadaan | None, judul: str) -> HttpResponse:
    konteks = {
        "judul": judul,
        "atas": reverse("organisasi:unit", args=[unit.uid]),
        "nama_atas": nama_unit(unit),
    }
    borang = BorangPos(lama, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not borang.is_valid() or "ubah" in request.POST:
        return tampilkan(request, ISI, {**konteks, "form": borang})
    kode = (
        lama.subjek.kode
        if lama
        else kode_baru(unit.kode, borang.cleaned_data["nama"], borang.cleaned_data["kunci"])
    )

    def simpan() -> None:
        d = borang.cleaned_data
        service.catat_pos(
            request.pelaku, berlaku=d["mulai"], baris=[borang.baris(kode, unit.kode)],  # type: ignore[attr-defined]
            dasar=borang.dasar(), kunci=d["kunci"],
        )  # fmt: skip

    jawab = tahap(request, borang, konteks, _ringkas_pos(borang), simpan)
    if jawab is not None:
        return jawab
    messages.success(request, _("Pos dicatat, berlaku %(t)s.") % {"t": tanggal(borang.cleaned_data["mulai"])})
    return _ke_unit(unit)


def nama_unit(unit: Unit) -> str:
    kini = organisasi.unit_hidup().filter(unit=unit).first()
    return kini.nama if kini else unit.kode


def _ringkas_pos(borang: BorangPos) -> list[Jawaban]:
    d = borang.cleaned_data
    isi = [
        Jawaban(_("Nama jabatan"), d["nama"]),
        Jawaban(_("Jenis jabatan"), JENIS_POS[d["jenis"]]),
        Jawaban(_("Eselon"), d["eselon"] or "–"),
        Jawaban(_("Kelas jabatan"), d["kelas"] or "–"),
        Jawaban(_("Banyak kursi (formasi)"), d["formasi"]),
        Jawaban(_("Pimpinan unit ini"), _("ya") if d["kepala"] else _("tidak")),
    ]
    if d.get("hapus"):
        isi.insert(0, Jawaban(_("Tindakan"), _("Hapus pos")))
    return [*isi, Jawaban(_("Berlaku mulai"), tanggal(d["mulai"])), surat(borang)]


@require_http_methods(["GET", "HEAD"])
def cari(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Memilih orang bagi satu pos: cari, lalu tekan namanya."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, UBAH)
    pos = _pos(uid)
    borang = BorangCariOrang(request.GET if "cari" in request.GET else None)
    hasil: list[Any] = []
    if borang.is_bound and borang.is_valid():
        qs = pegawai.cari(
            pelaku, borang.cleaned_data["cari"], pegawai.daftar(pelaku, izin=UBAH).filter(aktif=True)
        )
        kolom = (*KOLOM_ORANG, "jabatan", "orang_uid")
        hasil = list(pandang(pelaku, qs.select_related("pegawai")[:DITEMUKAN], kolom, izin="pegawai.lihat"))
    konteks = {"form": borang, "pos": pos, "hasil": hasil, "atas": reverse("organisasi:pos", args=[uid]), "nama_atas": pos.nama}  # fmt: skip
    return tampilkan(request, "situs/organisasi/cari.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def tetapkan(request: HttpRequest, uid: UUID, orang: UUID) -> HttpResponse:
    """Menetapkan orang yang dipilih pada pos itu."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    p = pegawai.pegawai_orang(orang)
    if p is None:
        raise TidakAda(_("Orang ini tidak ada."))
    pastikan(pelaku, UBAH, p, lihat="pegawai.lihat")
    pos = _pos(uid)
    konteks = {
        "judul": _("Tetapkan pemegang %(pos)s") % {"pos": pos.nama}, "atas": reverse("organisasi:cari", args=[uid]),
        "nama_atas": _("Cari orang lain"), "pengantar": p.orang.nama_gelar,
    }  # fmt: skip
    borang = BorangTugas(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not borang.is_valid() or "ubah" in request.POST:
        return tampilkan(request, ISI, {**konteks, "form": borang})
    baris = borang.baris(orang, pos.subjek.kode)
    if "simpan" not in request.POST:
        try:
            penugasan.periksa(baris, p.orang_id)
        except MasukanSalah as galat:
            borang.add_error(galat.kolom if galat.kolom in borang.fields else None, galat.pesan)
            return tampilkan(request, ISI, {**konteks, "form": borang})
    d = borang.cleaned_data
    ringkas = [
        Jawaban(_("Orang"), p.orang.nama_gelar),
        Jawaban(_("Pos"), f"{pos.nama}, {nama_unit(pos.unit)}"),
        Jawaban(_("Ditetapkan sebagai"), JENIS_TUGAS[d["jenis"]].judul),
        Jawaban(_("Berlaku mulai"), tanggal(d["mulai"])),
        Jawaban(_("Berakhir pada"), tanggal(d["sampai"]) if d["sampai"] else "–"),
        *(
            Jawaban(_("Jabatan yang berakhir"), _("%(pos)s, sejak %(t)s") % {"pos": n, "t": tanggal(t.mulai)})
            for t, n in organisasi.nama_penugasan(penugasan.lama_berakhir(baris, p.orang_id))
        ),
        surat(borang),
        *_plh_lama(d),
    ]

    def simpan() -> None:
        pegawai_service.tetapkan_pemegang(pelaku, baris=baris, kunci=d["kunci"])

    jawab = tahap(request, borang, konteks, ringkas, simpan)
    if jawab is not None:
        return jawab
    messages.success(request, _("Pemegang pos dicatat, berlaku %(t)s.") % {"t": tanggal(d["mulai"])})
    return redirect("organisasi:pos", pos.subjek.uid)


def _plh_lama(d: Mapping[str, Any]) -> list[Jawaban]:
    """Peringatan bila Plh lebih lama daripada yang wajar (parameter `register_plh_hari`); tidak menahan."""
    if d["jenis"] != "plh" or d["sampai"] is None:
        return []
    hari, wajar = (d["sampai"] - d["mulai"]).days, int(ketentuan.buku(d["mulai"]).nilai("register_plh_hari"))
    if hari <= wajar:
        return []
    kalimat = _(
        "Plh ini %(h)s hari, lebih lama dari %(w)s hari. Plh hanya bagi pejabat yang sedang tidak di tempat."
    )
    return [Jawaban(_("Perlu diperhatikan"), kalimat % {"h": angka(hari), "w": angka(wajar)})]


@require_http_methods(["GET", "HEAD", "POST"])
def akhiri(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Mengakhiri satu penugasan."""
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, UBAH)
    t = penugasan.satu(uid)
    p = pegawai.pegawai_orang(t.subjek.uid)
    pastikan(pelaku, UBAH, p, lihat="pegawai.lihat")
    pos = organisasi.pos_terakhir(t.pos.uid) if t.pos else None
    if pos is None:
        raise TidakAda(_("Pos ini tidak ada."))
    konteks = {
        "judul": _("Akhiri tugas di %(pos)s") % {"pos": pos.nama}, "atas": reverse("organisasi:pos", args=[pos.subjek.uid]),
        "nama_atas": pos.nama, "pengantar": t.subjek.nama_gelar,
    }  # fmt: skip
    borang = BorangAkhiri(request.POST if request.method == "POST" else None, initial={"mulai": hari_ini()})
    if request.method != "POST" or not borang.is_valid() or "ubah" in request.POST:
        return tampilkan(request, ISI, {**konteks, "form": borang})
    d = borang.cleaned_data
    ringkas = [
        Jawaban(_("Orang"), t.subjek.nama_gelar),
        Jawaban(_("Pos"), f"{pos.nama}, {nama_unit(pos.unit)}"),
        Jawaban(_("Sejak"), tanggal(t.mulai)),
        Jawaban(_("Berakhir pada"), tanggal(d["mulai"])),
        surat(borang),
    ]

    def simpan() -> None:
        pegawai_service.akhiri_tugas(
            pelaku, tugas=uid, sampai=d["mulai"], dasar=borang.dasar(), kunci=d["kunci"]
        )

    jawab = tahap(request, borang, konteks, ringkas, simpan)
    if jawab is not None:
        return jawab
    messages.success(request, _("Tugas berakhir %(t)s.") % {"t": tanggal(d["mulai"])})
    return redirect("organisasi:pos", pos.subjek.uid)
