"""Mutu data: nilai tiap perangkat daerah atau unit, apa yang kurang, siapa yang memperbaiki, dan daftarnya."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasuari.aparatur.pegawai import label, mutu, selectors
from kasuari.aparatur.pegawai.forms import uuid_atau_kosong
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.dasar.rupa.bahan import Angka, Kolom
from kasuari.dasar.rupa.bentuk import angka, persen
from kasuari.dasar.rupa.borang import tampilkan
from kasuari.dasar.rupa.grafik import Batang


def _daftar(**saring: str) -> str:
    return f"{reverse('pegawai:daftar')}?{urlencode({k: v for k, v in saring.items() if v})}"


@require_safe
def mutu_data(request: HttpRequest) -> HttpResponse:
    pelaku: Pelaku = request.pelaku  # type: ignore[attr-defined]
    pastikan(pelaku, "pegawai.mutu")
    uid = uuid_atau_kosong(request.GET.get("unit"))
    if request.GET.get("unit") and uid is None:
        raise Http404
    unit = selectors.mutu_per_unit(pelaku, uid)
    n = sum(u.n for u in unit)
    total = {k: sum(u.kurang.get(k, 0) for u in unit) for k in mutu.DAFTAR}
    induk = UnitKini.objects.get(unit__uid=uid) if uid else None
    return tampilkan(
        request,
        "pegawai/mutu.html",
        {
            "induk": induk, "n": n, "angka": _angka(unit, n),
            "kolom_kurang": [Kolom("apa", _("Yang kurang"), "u"), Kolom("siapa", _("Siapa yang memperbaiki")),
                             Kolom("n", _("Orang"), "num"), Kolom("bagian", _("Bagian"), "num")],
            "kurang": [_kurang(k, total[k], n, str(uid or "")) for k in sorted(total, key=lambda k: -total[k]) if total[k]],
            "batang": [Batang(u.nama or _("Tanpa unit"), u.mutu, f"{persen(u.mutu)}", alamat=_alamat(u, uid)) for u in unit],
            "kolom_unit": [Kolom("nama", _("Unit"), "u"), Kolom("n", _("Orang"), "num"), Kolom("mutu", _("Mutu"), "num"),
                           Kolom("utama", _("Paling banyak kurang"))],
            "unit": [_unit(u) for u in unit],
        },
    )  # fmt: skip


def _angka(unit: list[selectors.MutuUnit], n: int) -> list[Angka]:
    rata = selectors.bagi_setengah_ke_atas(sum(u.mutu * u.n for u in unit), n) if n else None
    return [
        Angka(_("Mutu rata-rata"), persen(rata), _("dari 100%")),
        Angka(_("Orang"), angka(n), _("pegawai aktif")),
        Angka(_("Kekurangan"), angka(sum(sum(u.kurang.values()) for u in unit)), _("hal yang harus dilengkapi"), nada="ingat"),
    ]  # fmt: skip


def _alamat(u: selectors.MutuUnit, induk: Any) -> str:
    """OPD membuka unitnya; unit membuka daftar orangnya, yang mutunya terendah dahulu."""
    if induk is None and u.unit:
        return f"?unit={u.unit}"
    return _daftar(unit=str(u.unit or ""), urut="mutu")


def _kurang(kode: str, banyak: int, n: int, unit: str) -> dict[str, Any]:
    tautan = format_html('<a href="{}">{}</a>', _daftar(unit=unit, kurang=kode), label.KEKURANGAN[kode])
    return {
        "apa": tautan, "siapa": label.SIAPA[mutu.DAFTAR[kode].siapa], "n": angka(banyak),
        "bagian": persen(selectors.bagi_setengah_ke_atas(100 * banyak, n)),
    }  # fmt: skip


def _unit(u: selectors.MutuUnit) -> dict[str, Any]:
    utama = max(u.kurang, key=lambda k: u.kurang[k], default="")
    teks = format_html(
        '<a href="{}">{}</a> ({})',
        _daftar(unit=str(u.unit or ""), kurang=utama), label.KEKURANGAN[utama], angka(u.kurang[utama]),
    ) if utama else "–"  # fmt: skip
    return {"nama": u.nama or _("Tanpa unit"), "n": angka(u.n), "mutu": persen(u.mutu), "utama": teks}
