"""Tag dan filter bawaan di setiap templat. Cara pakainya hidup di halaman /gaya/."""

from dataclasses import replace
from typing import Any

from django import template
from django.conf import settings
from django.contrib.messages import constants
from django.template import Context
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kasuari.dasar.rupa import bentuk, komponen, slot
from kasuari.dasar.rupa.borang import daftar_galat
from kasuari.dasar.rupa.ikon import IKON

register = template.Library()

register.filter("angka", bentuk.angka)
register.filter("rupiah", bentuk.rupiah)
register.filter("persen", bentuk.persen)
register.filter("tanggal", bentuk.tanggal)
register.filter("jam", bentuk.jam)
komponen.pasang(register)


@register.filter
def nip(nilai: Any) -> SafeString:
    """NIP berkelompok, supaya pembaca layar dan mata membacanya per bagian."""
    return format_html('<span class="nip">{}</span>', bentuk.kelompok_nip(nilai))


@register.filter
def samar(nilai: Any, terlihat: int | str = 4) -> SafeString:
    """Hanya ekor yang terlihat: '••••••••••••0001', dibacakan 'disamarkan, berakhir 0001'."""
    teks, n = str(nilai or ""), int(terlihat)
    if not teks:
        return format_html('<span class="redup">{}</span>', _("disembunyikan"))
    ekor = teks[-n:] if 0 < n < len(teks) else ""
    return format_html(
        '<span class="nip"><span aria-hidden="true">{}</span><span class="sr">{} </span>{}</span>',
        "•" * (len(teks) - len(ekor)),
        _("disamarkan, berakhir") if ekor else _("disamarkan"),
        ekor,
    )


@register.filter
def nada_pesan(pesan: Any) -> str:
    """Kelas nada untuk pesan kilat Django."""
    nada = {constants.SUCCESS: "sukses", constants.WARNING: "ingat", constants.ERROR: "galat"}
    return nada.get(pesan.level, "info")


@register.simple_tag
def ikon(nama: str) -> SafeString:
    """Satu ikon SVG di tempat; nama yang tidak dikenal adalah kesalahan penulis templat (KeyError)."""
    return format_html(
        '<svg class="ikon" viewBox="0 0 22 22" aria-hidden="true"><path d="{}"/></svg>', IKON[nama]
    )


@register.simple_tag
def tanda(teks: str, nada: str = "") -> SafeString:
    """Tanda status: teks di atas latar lembut. nada: sukses, ingat, galat, info, proses."""
    return format_html('<span class="tanda {}">{}</span>', nada, teks)


@register.simple_tag
def kembali(alamat: str, teks: str = "") -> SafeString:
    return format_html('<a class="kembali layar" href="{}">{}</a>', alamat, teks or _("Kembali"))


@register.inclusion_tag("rupa/ringkasan_kesalahan.html")
def ringkasan_kesalahan(*borang: Any) -> dict[str, Any]:
    """Kotak kesalahan di atas halaman; tiap baris menuju isiannya. Beberapa formulir boleh sekaligus."""
    return {"galat": [g for b in borang if b for g in daftar_galat(b)]}


@register.simple_tag(takes_context=True, name="slot")
def isi_slot(context: Context, nama: str, **konteks: Any) -> list[Any]:
    return slot.ambil(nama, context.get("pelaku"), **konteks)


def _sekali(context: Context, nama: str) -> list[Any]:
    """Isi slot tanpa konteks, disusun sekali tiap halaman: menu dan bar saling melihat isinya."""
    kunci = f"slot:{nama}"
    if kunci not in context.render_context:
        context.render_context[kunci] = slot.ambil(nama, context.get("pelaku"))
    return context.render_context[kunci]


def _bertanda(context: Context, nama: str) -> list[slot.Pintu]:
    """Isi menu dengan satu butir bertanda kini: yang alamatnya paling panjang cocok dengan alamat halaman."""
    butir = _sekali(context, nama)
    permintaan = context.get("request")
    sini = permintaan.path if permintaan else ""
    cocok = [
        p.alamat for p in butir if sini == p.alamat or (p.alamat.count("/") > 2 and sini.startswith(p.alamat))
    ]
    kini = max(cocok, key=len, default=None)
    return [replace(p, kini=True) if p.alamat == kini else p for p in butir]


@register.inclusion_tag("rupa/menu.html", takes_context=True)
def menu(context: Context, pintu: str) -> dict[str, Any]:
    return {
        "menu": _bertanda(context, f"menu.{pintu}"),
        "bar": _sekali(context, f"bar.{pintu}"),
    }


@register.inclusion_tag("rupa/bar.html", takes_context=True)
def bar(context: Context, pintu: str) -> dict[str, Any]:
    """Bar bawah HP, paling banyak lima butir. Sisanya: butir kelima menuju daftar di bawah."""
    butir, menu = _bertanda(context, f"bar.{pintu}"), _bertanda(context, f"menu.{pintu}")
    muat = len(butir) <= 5 and {p.alamat for p in menu} <= {p.alamat for p in butir}
    if muat or not butir:
        return {"bar": butir}
    lainnya = slot.Pintu("#menu-lengkap", _("Lainnya"), ikon="lainnya")
    return {"bar": [*butir[:4], lainnya], "lengkap": menu}


@register.simple_tag(takes_context=True)
def bahasa_lain(context: Context) -> dict[str, Any]:
    """Alamat halaman ini dalam bahasa lain. Bagi yang masuk, dan di halaman tanpa alamat Inggris, bahasa berganti
    lewat formulir (POST `language`, `next`) ke alamat yang ditawarkan di slot `bahasa`: pilihannya tersimpan."""
    permintaan = context.get("request")
    if permintaan is None or permintaan.resolver_match is None:
        return {}
    sini = permintaan.get_full_path()
    semua = [{"kode": k, "nama": n, "alamat": translate_url(sini, k)} for k, n in settings.LANGUAGES]
    lain = next((b for b in semua if b["kode"] != get_language()), None)
    if lain is None:
        return {}
    formulir = next(iter(_sekali(context, "bahasa")), "")
    if formulir or len({b["alamat"] for b in semua}) == 1:
        return {"semua": semua, "formulir": formulir}
    return {"semua": semua, "kode": lain["kode"], "alamat": lain["alamat"]}
