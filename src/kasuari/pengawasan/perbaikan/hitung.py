"""Sesudah lawan sebelum, dengan ketidakpastiannya. Fungsi murni tanpa basis data.

Selang selisih memakai cara jumlah kuadrat jarak (Newcombe 1998; Zou dan Donner 2008): cukup dari selang tiap
ukuran, jadi cara yang sama berlaku bagi rata-rata dan bagi proporsi. Proporsi tanpa selang memakai selang Wilson.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

MEMBAIK, TETAP, MEMBURUK, BELUM = "membaik", "tetap", "memburuk", "belum"
TANPA_SEBELUM, TANPA_SESUDAH, DITAHAN, LEBAR = "tanpa_sebelum", "tanpa_sesudah", "ditahan", "lebar"
_TEMPAT = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Takaran:
    """Satu ukuran: nilai, banyaknya orang atau kasus, dan selang 95 %-nya bila ada."""

    nilai: Decimal
    n: int
    bawah: Decimal | None = None
    atas: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Vonis:
    """`selisih`, `bawah`, `atas`: sesudah - sebelum dan selang 95 %-nya, empat desimal HALF_UP.

    `sebab` hanya bagi `belum`: tanpa_sebelum, tanpa_sesudah, ditahan, atau lebar (selangnya terlalu lebar).
    """

    kode: str
    selisih: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    sebab: str = ""


def wilson(p: Decimal, n: int, z: Decimal) -> tuple[Decimal, Decimal]:
    """Selang Wilson sebuah proporsi `p` (0 sampai 1) dari `n` kejadian."""
    k = z * z / n
    tengah = p + k / 2
    lebar = z * ((p * (1 - p) + k / 4) / n).sqrt()
    return max(Decimal(0), (tengah - lebar) / (1 + k)), min(Decimal(1), (tengah + lebar) / (1 + k))


def selang(t: Takaran, z: Decimal) -> tuple[Decimal, Decimal]:
    """Selang yang terbit bersama nilainya, atau selang Wilson bagi proporsi."""
    if t.bawah is not None and t.atas is not None:
        return t.bawah, t.atas
    return wilson(t.nilai, t.n, z)


def banding(
    sebelum: Takaran | None, sesudah: Takaran | None, *, arah: int, beda_berarti: Decimal, z: Decimal
) -> Vonis:
    """Vonis satu unsur. `arah` 1: naik lebih baik; -1: turun lebih baik. `beda_berarti`: lihat parameternya.

    Membaik atau memburuk hanya bila seluruh selang selisih ada di satu sisi nol. Tidak berubah hanya bila seluruh
    selangnya di dalam beda yang tidak berarti. Selain itu belum dapat dikatakan: respondennya terlalu sedikit.
    """
    if sebelum is None or sesudah is None:
        return Vonis(BELUM, sebab=TANPA_SEBELUM if sebelum is None else TANPA_SESUDAH)
    d = sesudah.nilai - sebelum.nilai
    b1, a1 = selang(sebelum, z)
    b2, a2 = selang(sesudah, z)
    bawah = d - ((sesudah.nilai - b2) ** 2 + (a1 - sebelum.nilai) ** 2).sqrt()
    atas = d + ((a2 - sesudah.nilai) ** 2 + (sebelum.nilai - b1) ** 2).sqrt()
    d4, b4, a4 = (x.quantize(_TEMPAT, ROUND_HALF_UP) for x in (d, bawah, atas))
    rendah, tinggi = (bawah, atas) if arah >= 0 else (-atas, -bawah)
    if rendah > 0:
        return Vonis(MEMBAIK, d4, b4, a4)
    if tinggi < 0:
        return Vonis(MEMBURUK, d4, b4, a4)
    if -beda_berarti < rendah and tinggi < beda_berarti:
        return Vonis(TETAP, d4, b4, a4)
    return Vonis(BELUM, d4, b4, a4, sebab=LEBAR)
