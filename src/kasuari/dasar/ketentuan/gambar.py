"""Gambar hubungan rumus: SVG berlapis dari masukan (atas) ke jawaban (bawah), selebar layar HP.

Letaknya dihitung di sini dari `tilik.lapis`; tanda tangan rumus adalah satu-satunya sumber hubungannya. Warna
bukan satu-satunya tanda: masukan bersudut bulat, jawaban bergaris tebal, yang belum bersumber bergaris putus.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kasuari.aturan import tilik
from kasuari.aturan.buku import INGATAN
from kasuari.aturan.rumus import Susunan
from kasuari.dasar.ketentuan import kata

LEBAR = 340
SEBARIS = 3  # kotak paling banyak sebaris: di atas itu tulisannya tidak terbaca di HP
SELA, JARAK = 8, 26
HURUF, BARIS_TEKS, BARIS_TERBANYAK = 5.9, 13, 4  # lebar rata-rata satu huruf 11 px, tinggi baris


@dataclass(frozen=True)
class Kotak:
    """Satu simpul: letak kiri atas, ukuran, tulisan per baris, dan jenisnya."""

    x: int
    y: int
    lebar: int
    tinggi: int
    teks: tuple[str, ...]
    kelas: str


def susun(susunan: Susunan, ingin: Sequence[str] = ()) -> SafeString:
    """SVG hubungan sebuah susunan; `ingin` membatasi pada rumus itu dan yang diperlukannya."""
    lapis = tilik.lapis(susunan, ingin)
    kotak, tinggi = _letak(susunan, lapis, set(ingin) or set(tilik.hasil_akhir(susunan)))
    tingkat = {n: i for i, x in enumerate(lapis) for n in x}
    garis = [
        # yang melompati lapis digambar lebih tipis, supaya hubungan terdekat tetap terbaca
        ("h" if tingkat[r.nama] - tingkat[n] == 1 else "h jauh", _garis(kotak[n], kotak[r.nama]))
        for r in susunan.rumus
        if r.nama in kotak
        for n in r.perlu
    ]
    return format_html(
        '<svg class="bagan" role="img" viewBox="0 0 {} {}"><title>{}</title>{}{}</svg>',
        LEBAR,
        tinggi,
        _cerita(susunan, lapis),
        format_html_join("", '<path class="{}" d="{}"/>', garis),
        format_html_join("", "{}", ((_kotak(k),) for k in kotak.values())),
    )


def _cerita(susunan: Susunan, lapis: Sequence[Sequence[str]]) -> str:
    nama = [n for x in lapis for n in x]
    masukan = sum(n in susunan.bidang for n in nama)
    return _("%(m)s masukan menjadi %(r)s rumus. Daftar lengkapnya di bawah gambar.") % {
        "m": masukan,
        "r": len(nama) - masukan,
    }


def _letak(susunan: Susunan, lapis: Sequence[Sequence[str]], akhir: set[str]) -> tuple[dict[str, Kotak], int]:
    """Kotak tiap nama, dan tinggi gambar."""
    hasil: dict[str, Kotak] = {}
    y = SELA
    for nama_lapis in lapis:
        urut = _urut(susunan, nama_lapis, hasil)
        for awal in range(0, len(urut), SEBARIS):
            baris = urut[awal : awal + SEBARIS]
            lebar = min((LEBAR - SELA * (len(baris) + 1)) // len(baris), 160)
            kiri = (LEBAR - lebar * len(baris) - SELA * (len(baris) - 1)) // 2
            teks = {n: _bungkus(_nama(susunan, n), lebar) for n in baris}
            tinggi = max(map(len, teks.values())) * BARIS_TEKS + 12
            for i, n in enumerate(baris):
                kelas = _kelas(susunan, n, akhir)
                hasil[n] = Kotak(kiri + i * (lebar + SELA), y, lebar, tinggi, teks[n], kelas)
            y += tinggi + (SELA if awal + SEBARIS < len(urut) else JARAK)
    return hasil, y - JARAK + SELA


def _urut(susunan: Susunan, lapis: Sequence[str], ada: dict[str, Kotak]) -> list[str]:
    """Urutan dalam satu lapis: sebaris menurut letak yang diperlukannya, selebihnya menurut pemakai pertamanya."""
    if ada and len(lapis) <= SEBARIS:
        return sorted(lapis, key=lambda n: (_tengah(susunan, n, ada), lapis.index(n)))
    pemakai = [r.nama for r in susunan.rumus]
    pertama = {n: i for i in range(len(pemakai) - 1, -1, -1) for n in susunan.rumus[i].perlu}
    return sorted(lapis, key=lambda n: pemakai.index(n) if n in pemakai else pertama[n])


def _tengah(susunan: Susunan, nama: str, ada: dict[str, Kotak]) -> int:
    perlu = susunan.menurut_nama[nama].perlu if nama in susunan.menurut_nama else ()
    letak = [ada[n].x + ada[n].lebar // 2 for n in perlu if n in ada]
    return sum(letak) // len(letak) if letak else 0


def _nama(susunan: Susunan, nama: str) -> str:
    r = susunan.menurut_nama.get(nama)
    return r.judul if r else str(kata.label(susunan, nama).judul)


def _bungkus(teks: str, lebar: int) -> tuple[str, ...]:
    """Tulisan yang muat: judul panjang dipotong pada titik dua atau koma lebih dulu."""
    pendek = teks.split(":")[0].split(",")[0].split(";")[0]
    return tuple(
        textwrap.wrap(pendek, max(int((lebar - 10) / HURUF), 8), max_lines=BARIS_TERBANYAK, placeholder="…")
    )


def _kelas(susunan: Susunan, nama: str, akhir: set[str]) -> str:
    if nama in susunan.bidang:
        return "m"
    ragu = " ragu" if susunan.menurut_nama[nama].keyakinan == INGATAN else ""
    return ("j" if nama in akhir else "r") + ragu


def _kotak(k: Kotak) -> SafeString:
    tengah = k.x + k.lebar // 2
    atas = k.y + (k.tinggi - BARIS_TEKS * len(k.teks)) // 2 + 10
    return format_html(
        '<g class="{}"><rect x="{}" y="{}" width="{}" height="{}" rx="{}"/>{}</g>',
        k.kelas,
        k.x,
        k.y,
        k.lebar,
        k.tinggi,
        k.tinggi // 2 if k.kelas == "m" and k.tinggi < 30 else 5,
        format_html_join(
            "",
            '<text x="{}" y="{}">{}</text>',
            ((tengah, atas + i * BARIS_TEKS, t) for i, t in enumerate(k.teks)),
        ),
    )


def _garis(dari: Kotak, ke: Kotak) -> str:
    """Lengkung dari bawah kotak asal ke atas kotak tujuan."""
    x1, y1 = dari.x + dari.lebar // 2, dari.y + dari.tinggi
    x2, y2 = ke.x + ke.lebar // 2, ke.y
    tengah = (y1 + y2) // 2
    return f"M{x1} {y1}C{x1} {tengah} {x2} {tengah} {x2} {y2}"
