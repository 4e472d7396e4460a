"""Gambar hubungan rumus: SVG berlapis dari masukan (atas) ke jawaban (bawah), selebar layar HP.

Letaknya dihitung di sini dari `tilik.lapis`; tanda tangan rumus adalah satu-satunya sumber hubungannya. Warna
bukan satu-satunya tanda: masukan bersudut bulat, jawaban bergaris tebal, yang belum bersumber bergaris putus.
"""

import textwrap
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from kasuari.aturan import tilik
from kasuari.aturan.buku import INGATAN
from kasuari.aturan.rumus import Susunan
from kasuari.dasar.ketentuan import kata

LEBAR = 340
SEBARIS = 3  # kotak paling banyak sebaris: di atas itu tulisannya tidak terbaca di HP
SELA, SELA_BARIS, JARAK = 9, 16, 26
HURUF, HURUF_TEBAL = 5.9, 6.8  # lebar rata-rata satu huruf 11 px
BARIS_TEKS, BARIS_TERBANYAK = 13, 4


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
    akhir = set(ingin) or set(tilik.hasil_akhir(susunan))
    kotak: dict[str, Kotak] = {}
    garis: list[tuple[str, str]] = []
    tinggi = 0
    for rumus in tilik.terpisah(susunan, ingin):
        lapis = tilik.lapis(susunan, rumus)
        baris, tinggi = _letak(susunan, lapis, akhir, tinggi + SELA)
        kotak |= {n: k for b in baris for n, k in b.items()}
        garis += _hubungan(susunan, lapis, baris)
    return format_html(
        '<svg class="bagan" role="img" viewBox="0 0 {} {}"><title>{}</title>{}{}</svg>',
        LEBAR,
        tinggi,
        _cerita(susunan, kotak),
        format_html_join("", '<path class="{}" d="{}"/>', garis),
        format_html_join("", "{}", ((_kotak(k),) for k in kotak.values())),
    )


def _cerita(susunan: Susunan, nama: Collection[str]) -> str:
    masukan = sum(n in susunan.bidang for n in nama)
    return _("%(m)s masukan menjadi %(r)s rumus. Daftar lengkapnya di bawah gambar.") % {
        "m": masukan,
        "r": len(nama) - masukan,
    }


def _letak(
    susunan: Susunan, lapis: Sequence[Sequence[str]], akhir: set[str], y: int
) -> tuple[list[dict[str, Kotak]], int]:
    """Kotak tiap nama, sebaris demi sebaris mulai ketinggian `y`, dan tinggi sesudahnya."""
    hasil: list[dict[str, Kotak]] = []
    for nama_lapis in lapis:
        urut = _urut(susunan, nama_lapis, {n: k for b in hasil for n, k in b.items()})
        for awal in range(0, len(urut), SEBARIS):
            baris = urut[awal : awal + SEBARIS]
            lebar = min((LEBAR - SELA * (len(baris) + 1)) // len(baris), 160)
            kiri = (LEBAR - lebar * len(baris) - SELA * (len(baris) - 1)) // 2
            teks = {
                n: _bungkus(_nama(susunan, n), lebar, HURUF_TEBAL if n in akhir else HURUF) for n in baris
            }
            tinggi = max(map(len, teks.values())) * BARIS_TEKS + 12
            hasil.append(
                {
                    n: Kotak(kiri + i * (lebar + SELA), y, lebar, tinggi, teks[n], _kelas(susunan, n, akhir))
                    for i, n in enumerate(baris)
                }
            )
            y += tinggi + (SELA_BARIS if awal + SEBARIS < len(urut) else JARAK)
    return hasil, y - JARAK + SELA


def _hubungan(
    susunan: Susunan, lapis: Sequence[Sequence[str]], baris: Sequence[dict[str, Kotak]]
) -> list[tuple[str, str]]:
    """(kelas, jalan) tiap garis; yang melompati lapis lebih tipis, supaya hubungan terdekat tetap terbaca."""
    tingkat = {n: i for i, x in enumerate(lapis) for n in x}
    letak = {n: i for i, b in enumerate(baris) for n in b}
    return [
        (
            "h" if tingkat[r.nama] - tingkat[n] == 1 else "h jauh",
            _garis(baris[letak[n]][n], baris[letak[r.nama]][r.nama], baris[letak[n] + 1 : letak[r.nama]]),
        )
        for r in susunan.rumus
        if r.nama in letak
        for n in r.perlu
    ]


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
    return gettext(r.judul) if r else str(kata.label(susunan, nama).judul)


def _bungkus(teks: str, lebar: int, huruf: float) -> tuple[str, ...]:
    """Tulisan yang muat: judul panjang dipotong pada titik dua atau koma lebih dulu."""
    pendek = teks.split(":")[0].split(",")[0].split(";")[0]
    return tuple(
        textwrap.wrap(pendek, max(int((lebar - 10) / huruf), 8), max_lines=BARIS_TERBANYAK, placeholder="…")
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
        12 if k.kelas == "m" else 4,
        format_html_join(
            "",
            '<text x="{}" y="{}">{}</text>',
            ((tengah, atas + i * BARIS_TEKS, t) for i, t in enumerate(k.teks)),
        ),
    )


def _garis(dari: Kotak, ke: Kotak, antara: Sequence[dict[str, Kotak]]) -> str:
    """Jalan dari bawah kotak asal ke atas kotak tujuan; baris di antaranya dilewati di sela kotaknya."""
    x, y = dari.x + dari.lebar // 2, dari.y + dari.tinggi
    tujuan = ke.x + ke.lebar // 2
    jalan = f"M{x} {y}"
    for i, baris in enumerate(antara):
        lurus = x + (tujuan - x) // (len(antara) - i + 1)
        sela = min(_sela(baris), key=lambda s: abs(s - lurus))
        kotak = next(iter(baris.values()))
        jalan += _lengkung(x, y, sela, kotak.y) + f"V{kotak.y + kotak.tinggi}"
        x, y = sela, kotak.y + kotak.tinggi
    return jalan + _lengkung(x, y, tujuan, ke.y)


def _sela(baris: dict[str, Kotak]) -> list[int]:
    """Tempat garis boleh lewat di antara kotak sebaris: kiri tiap kotak, dan kanan yang terakhir."""
    kotak = list(baris.values())
    return [*(k.x - SELA // 2 for k in kotak), kotak[-1].x + kotak[-1].lebar + SELA // 2]


def _lengkung(x1: int, y1: int, x2: int, y2: int) -> str:
    tengah = (y1 + y2) // 2
    return f"C{x1} {tengah} {x2} {tengah} {x2} {y2}"
