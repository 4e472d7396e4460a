"""Lembar seorang pegawai, dan lembar sendiri ('Data saya')."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasuari.aparatur.pegawai import label, lembar, selectors
from kasuari.aparatur.pegawai.forms import BorangWaktu
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.akun.izin import Baris, pandang
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import awal_hari, hari_ini
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bahan import Jawaban
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.dasar.rupa.templatetags.rupa import nip, samar

KOLOM = ("uid", "nip", "orang__nama_gelar", "orang__email", "lahir", "tempat_lahir", "jk", "tmt_cpns", "nik_terang")  # fmt: skip
KINI = ("jenis", "kedudukan", "aktif", "golongan", "tmt_golongan", "mk_bulan", "jabatan", "unit_id", "kgb_berikut",
        "pensiun", "pensiun_ingatan", "mutu", "kurang")  # fmt: skip


@require_safe
def lembar_pegawai(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _tampil(request, selectors.pegawai(request.pelaku, uid), diri=False)  # type: ignore[attr-defined]


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    p = selectors.pegawai_orang(pelaku.orang) if pelaku.orang else None
    if p is None:
        raise TidakAda(_("Akun ini bukan milik pegawai."))
    return _tampil(request, p, diri=True)


def _waktu(borang: BorangWaktu) -> lembar.Waktu:
    isi = borang.cleaned_data if borang.is_valid() else {}
    pada, catatan = isi.get("pada"), isi.get("diketahui")
    # Catatan sampai sebuah tanggal berarti sampai akhir hari itu.
    diketahui = awal_hari(catatan + timedelta(days=1)) - timedelta(microseconds=1) if catatan else None
    return lembar.Waktu(pada or hari_ini(), diketahui, pada is None and catatan is None)


def _tampil(request: HttpRequest, p: Pegawai, *, diri: bool) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    borang = BorangWaktu(request.GET)
    w = _waktu(borang)
    p.nik_terang = selectors.nik(p)  # type: ignore[attr-defined]
    (b,) = pandang(pelaku, p, [*KOLOM, *(f"kini__{k}" for k in KINI)], izin="pegawai.lihat")
    k = Baris({n: b[f"kini__{n}"] for n in KINI})
    unit = organisasi.jalur(k.unit_id) if k.unit_id else []
    return tampilkan(
        request,
        "pegawai/lembar.html",
        {
            "b": b, "k": k, "diri": diri or pelaku.orang == p.orang.uid, "w": w, "waktu": borang,
            "unit": [u for u in unit if u.induk_id is not None],
            "angka": lembar.angka_utama(k, hari_ini()) if w.kini else lembar.potret(p, w),
            "identitas": _identitas(b),
            "kurang": lembar.kekurangan(k.kurang),
            "bagian": lembar.bagian(pelaku, p, w),
            "jenis": label.JENIS_ASN.get(k.jenis, ""), "kedudukan": label.KEDUDUKAN.get(k.kedudukan, ""),
        },
    )  # fmt: skip


def _identitas(b: Any) -> list[Jawaban]:
    lahir = ", ".join(filter(None, (b.tempat_lahir, tanggal(b.lahir))))
    return [
        Jawaban(_("NIP"), nip(b.nip)),
        Jawaban(_("NIK"), samar(b.nik_terang) if b.nik_terang else _("belum ada")),
        Jawaban(_("Lahir"), lahir),
        Jawaban(_("Jenis kelamin"), _("Perempuan") if b.jk == "P" else _("Laki-laki")),
        Jawaban(_("TMT CPNS"), tanggal(b.tmt_cpns)),
        Jawaban(_("E-mail"), b.orang__email or _("belum ada")),
    ]
