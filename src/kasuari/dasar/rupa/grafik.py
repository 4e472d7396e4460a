"""Grafik sebagai SVG di tempat: garis, batang, sebaran, percik. Fungsi murni; hasilnya aman untuk HTML.

Angka dihitung dengan Decimal dan ditulis bilangan bulat, jadi gambar yang sama selalu sama hurufnya.
Setiap grafik punya <title> yang bercerita dan label langsung; warna tidak pernah satu-satunya tanda.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kasuari.dasar.rupa.bentuk import angka, desimal

LEBAR, TINGGI = 340, 170
_KIRI, _KANAN, _ATAS, _BAWAH = 40, 326, 30, 128


class Batang(NamedTuple):
    """Satu baris bagan batang. `teks` menggantikan tulisan angkanya; `seri` 1..6 warnanya."""

    label: Any
    nilai: Any
    teks: str = ""
    seri: int = 1
    alamat: str = ""


def _bulat(nilai: Decimal) -> int:
    return int(nilai.to_integral_value(ROUND_HALF_UP))


def sumbu(nilai: Sequence[Decimal], *, dari_nol: bool = False) -> tuple[Decimal, Decimal, Decimal]:
    """(bawah, atas, langkah) yang rapi untuk 2 sampai 5 garis bantu dan memuat semua nilai."""
    kecil, besar = min(nilai), max(nilai)
    if dari_nol:
        kecil, besar = min(kecil, Decimal(0)), max(besar, Decimal(0))
    if kecil == besar:
        kecil, besar = kecil - 1, besar + 1
    mentah = (besar - kecil) / 3
    satuan = Decimal(1).scaleb(mentah.adjusted())
    langkah = next(satuan * k for k in (1, 2, 5, 10) if satuan * k >= mentah)
    bawah = (kecil / langkah).to_integral_value(ROUND_FLOOR) * langkah
    atas = (besar / langkah).to_integral_value(ROUND_CEILING) * langkah
    return bawah, atas, langkah


def garis(judul: str, titik: Sequence[tuple[Any, Any]], *, tempat: int = 1, akhir: str = "") -> SafeString:
    """Garis dari (label, nilai). None memutus garis. `judul` bercerita; `akhir` = label titik akhir.

    Paling banyak sekitar 8 label sumbu-x yang ditulis; titik terakhir selalu. Tanpa satu nilai pun: kosong.
    """
    nilai = [desimal(n) for _, n in titik]
    ada = [n for n in nilai if n is not None]
    if not ada:
        return SafeString("")
    bawah, atas, langkah = sumbu(ada)

    def y(n: Decimal) -> int:
        return _bulat(_BAWAH - (n - bawah) / (atas - bawah) * (_BAWAH - _ATAS))

    def x(i: int) -> int:
        return _bulat(_KIRI + Decimal(_KANAN - _KIRI) * i / max(len(titik) - 1, 1))

    bantu: list[Decimal] = []
    while bawah + langkah * len(bantu) <= atas:
        bantu.append(bawah + langkah * len(bantu))
    petak: list[list[tuple[int, int]]] = [[]]
    for i, n in enumerate(nilai):
        if n is None:
            petak.append([])
        else:
            petak[-1].append((x(i), y(n)))
    tiap = -(-len(titik) // 8)
    label = [(x(i), t[0]) for i, t in enumerate(titik) if (len(titik) - 1 - i) % tiap == 0]
    terakhir, nilai_akhir = [(i, n) for i, n in enumerate(nilai) if n is not None][-1]
    tulisan = akhir or angka(nilai_akhir, tempat)
    return format_html(
        '<svg class="grafik" role="img" viewBox="0 0 {} {}"><title>{}</title>{}{}{}{}{}</svg>',
        LEBAR,
        TINGGI,
        judul,
        format_html_join(
            "",
            '<path class="g" d="M{} {}H{}"/><text class="r a" x="{}" y="{}">{}</text>',
            ((_KIRI - 4, y(b), _KANAN + 4, _KIRI - 8, y(b) + 4, angka(b)) for b in bantu),
        ),
        format_html_join(
            "",
            '<polyline class="d" points="{}"/>',
            ((" ".join(f"{a},{b}" for a, b in p),) for p in petak if len(p) > 1),
        ),
        format_html_join("", '<circle cx="{}" cy="{}" r="3.5"/>', (t for p in petak for t in p)),
        format_html(
            '<text class="t a" x="{}" y="{}">{}</text>',
            min(x(terakhir) + 8, LEBAR - 4),
            max(y(nilai_akhir) - 10, 12),
            tulisan,
        ),
        format_html_join(
            "", '<text class="r m" x="{}" y="{}">{}</text>', ((a, TINGGI - 16, teks) for a, teks in label)
        ),
    )


def lebar_batang(nilai: Sequence[Any], penuh: int = 70) -> list[str]:
    """Lebar tiap batang dalam persen, satu angka di belakang koma; yang terbesar selebar `penuh`."""
    besaran = [max(desimal(n) or Decimal(0), Decimal(0)) for n in nilai]
    puncak = max(besaran, default=Decimal(0)) or Decimal(1)
    persen = ((b / puncak * penuh).quantize(Decimal("0.1"), ROUND_HALF_UP) for b in besaran)
    return [f"{p.normalize():f}" for p in persen]


def batang(judul: str, baris: Sequence[Batang], *, tempat: int | None = None) -> SafeString:
    """Tabel batang: label, batang, angka. Terbaca sebagai tabel oleh pembaca layar. Nilai >= 0."""
    isi = []
    for b, lebar in zip(baris, lebar_batang([b.nilai for b in baris]), strict=True):
        nama = format_html('<a href="{}">{}</a>', b.alamat, b.label) if b.alamat else b.label
        isi.append((nama, b.seri, lebar, b.teks or angka(b.nilai, tempat)))
    return format_html(
        '<table class="batang"><caption class="sr">{}</caption><tbody>{}</tbody></table>',
        judul,
        format_html_join(
            "",
            '<tr><th scope="row">{}</th><td><span class="s{}"><svg width="{}%" height="18"'
            ' aria-hidden="true"><rect width="100%" height="100%"/></svg>{}</span></td></tr>',
            isi,
        ),
    )


def sebaran(judul: str, kelas: Sequence[tuple[Any, int]], *, sorot: int = -1) -> SafeString:
    """Histogram dari (label kelas, jumlah). `sorot` = nomor kelas berwarna lain (misalnya tempat Anda)."""
    if not kelas:
        return SafeString("")
    puncak = max(max(n for _, n in kelas), 1)
    lajur = Decimal(LEBAR - 8) / len(kelas)
    kotak, tulisan = [], []
    for i, (label, n) in enumerate(kelas):
        kiri, kanan = _bulat(4 + lajur * i + 2), _bulat(4 + lajur * (i + 1) - 2)
        tinggi = _bulat(Decimal(n) / puncak * (_BAWAH - _ATAS))
        kotak.append(("s2" if i == sorot else "s1", kiri, _BAWAH - tinggi, kanan - kiri, tinggi))
        tengah = (kiri + kanan) // 2
        tulisan += [("t", tengah, _BAWAH - tinggi - 6, angka(n)), ("r", tengah, _BAWAH + 18, label)]
    return format_html(
        '<svg class="grafik" role="img" viewBox="0 0 {} {}">'
        '<title>{}</title>{}{}<path class="g" d="M4 {}H{}"/></svg>',
        LEBAR,
        TINGGI - 16,
        judul,
        format_html_join("", '<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>', kotak),
        format_html_join("", '<text class="{} m" x="{}" y="{}">{}</text>', tulisan),
        _BAWAH,
        LEBAR - 4,
    )


def percik(judul: str, nilai: Sequence[Any]) -> SafeString:
    """Garis kecil 80x20 di samping angka; nilai None dilewati. Kurang dari dua nilai: kosong."""
    ada = [d for n in nilai if (d := desimal(n)) is not None]
    if len(ada) < 2:
        return SafeString("")
    kecil, besar = min(ada), max(ada)
    rentang = (besar - kecil) or Decimal(1)
    titik = " ".join(
        f"{_bulat(Decimal(2) + Decimal(76) * i / (len(ada) - 1))},{_bulat(18 - (n - kecil) / rentang * 16)}"
        for i, n in enumerate(ada)
    )
    return format_html(
        '<svg class="grafik percik" role="img" viewBox="0 0 80 20"><title>{}</title>'
        '<polyline class="d" points="{}"/></svg>',
        judul,
        titik,
    )
