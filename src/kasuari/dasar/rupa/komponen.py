"""Tag komponen yang punya templat sendiri. Satu fungsi menyusun konteks, satu templat di templates/rupa/."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

import segno
from django import template
from django.core.paginator import Page
from django.template import Context
from django.utils.html import conditional_escape as aman
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kasuari.dasar.rupa import grafik
from kasuari.dasar.rupa.bahan import Angka, Butir, Jawaban, Kolom, Langkah, Saat, Simpul
from kasuari.dasar.rupa.peta import Peta

NUM = ' class="num"'


def daftar_angka(isi: Sequence[Angka]) -> dict[str, Any]:
    return {"isi": isi}


def antrean(isi: Sequence[Butir], kosong: str = "") -> dict[str, Any]:
    return {"isi": isi, "kosong": kosong}


def garis_waktu(isi: Sequence[Saat]) -> dict[str, Any]:
    return {"isi": isi}


def periksa_jawaban(isi: Sequence[Jawaban]) -> dict[str, Any]:
    return {"isi": isi}


def kenapa(isi: Sequence[Langkah]) -> dict[str, Any]:
    return {"isi": isi}


def pohon(isi: Sequence[Simpul]) -> dict[str, Any]:
    return {"isi": isi}


def langkah(ke: int, dari: int, judul: str) -> dict[str, Any]:
    return {"ke": ke, "dari": dari, "judul_langkah": judul}


def remah(*pasangan: str) -> dict[str, Any]:
    """Jejak halaman: judul dan alamat berselang-seling; halaman terakhir tanpa alamat."""
    return {"isi": list(zip_longest(pasangan[::2], pasangan[1::2], fillvalue=""))}


def kosong(judul: str, teks: str = "", alamat: str = "", tombol: str = "") -> dict[str, Any]:
    return {"judul": judul, "teks": teks, "alamat": alamat, "tombol": tombol}


def tabel(
    judul: str, kolom: Sequence[Kolom], baris: Sequence[Any], sembunyi_judul: bool = False
) -> SafeString:
    """Tabel susun: di HP tiap baris menjadi satu kartu kecil. Baris = pemetaan kunci kolom ke isi sel.

    Disusun langsung, bukan lewat templat: daftar 25 baris adalah halaman yang paling sering dibuka.
    """
    kepala = "".join(f'<th scope="col"{NUM if k.jenis == "num" else ""}>{aman(k.judul)}</th>' for k in kolom)
    bingkai = [(k.kunci, *_bingkai(k)) for k in kolom]
    isi = "".join(
        f"<tr>{''.join(f'{buka}{aman(b[kunci])}{tutup}' for kunci, buka, tutup in bingkai)}</tr>"
        for b in baris
    )
    return format_html(
        '<table class="tabel susun"><caption{}>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
        SafeString(' class="sr"') if sembunyi_judul else "", judul, SafeString(kepala), SafeString(isi),
    )  # fmt: skip


def _bingkai(k: Kolom) -> tuple[str, str]:
    """Pembuka dan penutup sel kolom ini, sama bagi semua barisnya."""
    if k.jenis == "u":
        return '<th scope="row" class="u">', "</th>"
    if k.jenis == "k":
        return '<td class="k">', "</td>"
    kelas = f' class="{aman(k.jenis)}"' if k.jenis else ""
    return f'<td data-l="{aman(k.judul)}"{kelas}>', "</td>"


def paginasi(context: Context, halaman: Page, nama: str = "hal") -> dict[str, Any]:
    """Nomor halaman yang menjaga penyaring di alamat. `nama` = parameter halaman."""
    permintaan = context.get("request")
    sisa = permintaan.GET.copy() if permintaan else None
    if sisa is not None:
        sisa.pop(nama, None)
    awalan = f"?{sisa.urlencode()}&{nama}=" if sisa else f"?{nama}="
    nomor = list(halaman.paginator.get_elided_page_range(halaman.number, on_each_side=1, on_ends=1))
    return {"halaman": halaman, "nomor": nomor, "awalan": awalan, "sela": halaman.paginator.ELLIPSIS}


def penyaring(borang: Any, tombol: str = "") -> dict[str, Any]:
    """Formulir GET di atas daftar; isiannya tanpa tanda (tidak wajib)."""
    return {"borang": borang, "tombol": tombol, "tanpa_tanda": True}


def ubin(isi: Peta) -> dict[str, Any]:
    return {"peta": isi}


def peta(isi: Peta) -> dict[str, Any]:
    return {"peta": isi}


def qr(isi: str, kode: str = "", keterangan: str = "") -> dict[str, Any]:
    """Blok kode QR: gambar, kode yang dapat dibaca orang, dan satu baris keterangan."""
    gambar = segno.make(isi, error="m", micro=False).svg_inline(omitsize=True, svgclass=None, lineclass=None)
    bernama = gambar.replace("<svg", format_html('<svg role="img" aria-label="{}"', gettext("Kode QR")), 1)
    return {"gambar": SafeString(bernama), "kode": kode, "keterangan": keterangan}


def cetak_kepala(judul: str, keterangan: str = "") -> SafeString:
    """Kepala yang hanya tampak di kertas."""
    return format_html('<p class="cetak"><b>{}</b><br>{}</p>', judul, keterangan)


def pasang(register: template.Library) -> None:
    """Mendaftarkan semua tag komponen dan grafik pada pustaka tag."""
    for nama, fungsi in {
        "daftar_angka": daftar_angka,
        "antrean": antrean,
        "garis_waktu": garis_waktu,
        "periksa_jawaban": periksa_jawaban,
        "kenapa": kenapa,
        "pohon": pohon,
        "langkah": langkah,
        "remah": remah,
        "kosong": kosong,
        "penyaring": penyaring,
        "ubin": ubin,
        "peta": peta,
        "qr": qr,
    }.items():
        register.inclusion_tag(f"rupa/komponen/{nama}.html", name=nama)(fungsi)
    register.inclusion_tag("rupa/komponen/paginasi.html", takes_context=True, name="paginasi")(paginasi)
    register.simple_tag(cetak_kepala, name="cetak_kepala")
    register.simple_tag(tabel, name="tabel")
    register.simple_tag(grafik.garis, name="garis")
    register.simple_tag(grafik.batang, name="batang")
    register.simple_tag(grafik.sebaran, name="sebaran")
    register.simple_tag(grafik.percik, name="percik")
