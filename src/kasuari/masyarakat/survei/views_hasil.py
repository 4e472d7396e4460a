"""Hasil yang terbit: kota dan tiap unit, dengan tren, perbandingan, dan tabel. Membaca hasil beku, bukan jawaban."""

from collections import Counter
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasuari.dasar.indikator import selectors as indikator
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bahan import Angka, Kolom
from kasuari.dasar.rupa.bentuk import angka
from kasuari.dasar.rupa.grafik import Batang
from kasuari.dasar.rupa.templatetags.rupa import tanda
from kasuari.masyarakat.survei import gabungan, sajian, selectors, tindak_lanjut
from kasuari.masyarakat.survei.models import Periode

TREN = 8  # periode


def _gabungan(unit_id: int | None, mulai: date) -> dict[str, Any]:
    """Kedua gabungan satu unit pada satu periode; kosong bila ditahan atau belum ada."""
    if unit_id is None:
        return {}
    titik = {
        "": indikator.banding(gabungan.KODE, mulai, [unit_id]),
        "unit": indikator.banding(gabungan.KODE, mulai, [unit_id], gabungan.IRISAN_UNIT),
    }
    return {k: t[0] for k, t in titik.items() if t and t[0].nilai is not None}


def _akar() -> int | None:
    return organisasi.unit_hidup().filter(dalam=0).values_list("unit_id", flat=True).first()


@require_safe
def kota(request: HttpRequest) -> HttpResponse:
    """Semua unit pada satu periode, dan gabungan kota menurut kedua cara."""
    ada = list(selectors.terbit().order_by("-mulai").values_list("mulai", "skema").distinct())
    pilih = next(((m, s) for m, s in ada if f"{m}" == request.GET.get("periode")), ada[0] if ada else None)
    konteks: dict[str, Any] = {"ada": [(f"{m}", sajian.nama_rentang(s, m), (m, s) == pilih) for m, s in ada]}
    if pilih:
        isi = [
            (p, sajian.ringkas(p, p.hasil.isi))
            for p in selectors.terbit().filter(mulai=pilih[0], skema=pilih[1])
        ]
        g, tampil = _gabungan(_akar(), pilih[0]), sum(t.nilai is not None for _p, t in isi)
        konteks |= {
            "nama": sajian.nama_rentang(pilih[1], pilih[0]),
            "kolom": _kolom(),
            "baris": [_baris(p, t) for p, t in isi],
            "opd": _perangkat([p for p, _t in isi], pilih[0]),
            "angka": [*_angka_gabungan(g), Angka(_("Unit yang terbit"), angka(tampil), _("unit"))],
        }
    return render(request, "survei/hasil_kota.html", konteks)


def _kolom() -> list[Kolom]:
    return [
        Kolom("unit", _("Unit"), "u"),
        Kolom("ikm", _("IKM"), "num"),
        Kolom("mutu", _("Mutu"), "k"),
        Kolom("n", _("Responden"), "num"),
    ]


def _perangkat(periode: list[Periode], mulai: date) -> list[tuple[str, str, str]]:
    """(perangkat daerah, gabungan menurut responden, rata-rata unit) bagi yang menaungi lebih dari satu unit; dua kueri."""
    unit = Counter(p.unit.kini.opd_id for p in periode if p.unit.kini.opd_id)
    ids = sorted(u for u, n in unit.items() if n > 1)
    nama = dict(organisasi.unit_hidup().filter(unit_id__in=ids).values_list("unit_id", "nama")) if ids else {}
    bersama = {t.unit_id: t for t in indikator.banding(gabungan.KODE, mulai, ids)} if ids else {}
    rata = (
        {t.unit_id: t for t in indikator.banding(gabungan.KODE, mulai, ids, gabungan.IRISAN_UNIT)}
        if ids
        else {}
    )
    return [
        (nama[u], angka(bersama[u].nilai, 2), angka(rata[u].nilai, 2))
        for u in ids
        if u in rata and bersama[u].nilai is not None
    ]


def _angka_gabungan(g: dict[str, Any]) -> list[Angka]:
    """Kedua gabungan berdampingan: keduanya sah, dan bedanya memberi tahu."""
    hasil = []
    if "" in g:
        n = _("%(n)s responden") % {"n": angka(g[""].n)}
        hasil.append(Angka(_("Kota, semua responden bersama"), angka(g[""].nilai, 2), n))
    if "unit" in g:
        hasil.append(
            Angka(_("Kota, rata-rata unit"), angka(g["unit"].nilai, 2), _("tiap unit sama beratnya"))
        )
    return hasil


def _baris(p: Periode, t: sajian.Sel) -> dict[str, Any]:
    alamat = reverse("survei_hasil_unit", args=[p.unit.kode])
    kurang = _("kurang dari %(n)s") % {"n": p.survei.ambang}
    return {
        "unit": format_html('<a href="{}">{}</a>', alamat, p.unit.kini.nama),
        "ikm": angka(t.nilai, 2) if t.nilai is not None else _("ditahan"),
        "mutu": tanda(f"{t.mutu} {t.kinerja}", t.nada) if t.mutu else "",
        "n": angka(t.n) if t.n is not None else kurang,
    }


@require_safe
def unit(request: HttpRequest, unit: str) -> HttpResponse:
    """Satu unit: hasil terakhir (atau `?periode=`), tren, unsur, layanan, dan yang ditahan beserta sebabnya."""
    semua = list(selectors.terbit(unit)[:TREN])
    if not semua:
        raise TidakAda(_("Belum ada hasil survei yang terbit untuk unit ini."))
    p = next((x for x in semua if f"{x.mulai}" == request.GET.get("periode")), semua[0])
    t = sajian.tampak(p, p.hasil.isi)
    return render(request, "survei/hasil_unit.html", konteks_unit(p, t, semua))


def konteks_unit(p: Periode, t: sajian.Tampak, semua: list[Periode]) -> dict[str, Any]:
    """Isi halaman hasil satu unit; dipakai pula layar petugas."""
    titik = [(f"{x.mulai:%m/%y}", sajian.ringkas(x, x.hasil.isi).nilai) for x in reversed(semua)]
    sebelum = next((x for x in semua if x.mulai < p.mulai), None)
    lama = sajian.ringkas(sebelum, sebelum.hasil.isi).nilai if sebelum else None
    beda = t.ikm.nilai - lama if t.ikm.nilai is not None and lama is not None else None
    g = _gabungan(_akar(), p.mulai)
    tampil = [
        Angka(_("IKM"), angka(t.ikm.nilai, 2), f"{t.ikm.mutu} {t.ikm.kinerja}", nada=t.ikm.nada),
        Angka(_("Responden"), angka(t.ikm.n), _("perlu %(n)s") % {"n": angka(t.perlu)} if t.perlu else _("pengguna belum dihitung")),
    ] if t.ikm.nilai is not None else []  # fmt: skip
    if t.ikm.selang:
        tampil.append(
            Angka(
                _("Selang 95%"),
                f"{angka(t.ikm.selang[0], 1)}–{angka(t.ikm.selang[1], 1)}",
                _("IKM sebenarnya kira-kira di antaranya"),
            )
        )
    if beda is not None and sebelum is not None:
        tampil.append(
            Angka(
                _("Dari periode lalu"),
                ("+" if beda > 0 else "") + angka(beda, 2),
                sajian.nama_periode(sebelum),
            )
        )
    tampak = {u.kode: u.nama for u in t.unsur if not u.ditahan}
    perbaikan = [(tampak[b.unsur], b) for b in tindak_lanjut.ambil(p.unit_id, p.mulai) if b.unsur in tampak]
    alamat = {b.unsur: b.alamat for _nama, b in perbaikan}
    return {
        "perbaikan": perbaikan, "p": p, "t": t, "angka": tampil, "unit": p.unit.kini, "nama": sajian.nama_periode(p), "kota": g.get(""),
        "unsur": [Batang(u.nama, u.nilai, angka(u.nilai, 2), 2 if u in t.terendah else 1, alamat.get(u.kode, "")) for u in t.unsur if not u.ditahan],
        "unsur_ditahan": [u.nama for u in t.unsur if u.ditahan], "titik": titik if sum(v is not None for _x, v in titik) > 1 else [],
        "periode_lain": [(f"{x.mulai}", sajian.nama_periode(x), x.id == p.id) for x in semua],
    }  # fmt: skip
