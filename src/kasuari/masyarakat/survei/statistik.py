"""Mutu statistik di samping angka hukum: selang kepercayaan, keandalan, jawaban seragam. Tepat sampai pembulatan akhir."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

Z95 = Decimal("1.96")  # sebaran normal, dua sisi, 95 persen
KETELITIAN = 40


def _desimal(f: Fraction) -> Decimal:
    return Decimal(f.numerator) / Decimal(f.denominator)


def selang(
    nilai: Sequence[Fraction | int], kali: int, tempat: int, batas: tuple[int, int]
) -> tuple[Decimal, Decimal] | None:
    """Selang kepercayaan 95 persen rata-rata `nilai` kali `kali`, dibatasi `batas`; None bila penjawab kurang dari dua."""
    n = len(nilai)
    if n < 2:
        return None
    rata = Fraction(sum(nilai), n)
    ragam = Fraction(sum((v - rata) ** 2 for v in nilai), n - 1)
    with localcontext() as c:
        c.prec = KETELITIAN
        lebar = Z95 * (_desimal(ragam) / n).sqrt() * kali
        tengah, satuan = _desimal(rata) * kali, Decimal(1).scaleb(-tempat)
        ujung = (max(tengah - lebar, Decimal(batas[0])), min(tengah + lebar, Decimal(batas[1])))
        return ujung[0].quantize(satuan, ROUND_HALF_UP), ujung[1].quantize(satuan, ROUND_HALF_UP)


def alpha_cronbach(baris: Sequence[Sequence[int]]) -> Decimal | None:
    """Keandalan kuesioner 0 sampai 1, tiga desimal; None bila semua jumlah sama, soalnya satu, atau penjawabnya satu."""
    if len(baris) < 2 or len(baris[0]) < 2:
        return None
    k = len(baris[0])
    jumlah = _ragam([sum(b) for b in baris])
    if not jumlah:
        return None
    alpha = Fraction(k, k - 1) * (1 - sum(_ragam(kolom) for kolom in zip(*baris, strict=True)) / jumlah)
    with localcontext() as c:
        c.prec = KETELITIAN
        return _desimal(alpha).quantize(Decimal("0.001"), ROUND_HALF_UP)


def _ragam(nilai: Sequence[int]) -> Fraction:
    rata = Fraction(sum(nilai), len(nilai))
    return Fraction(sum((v - rata) ** 2 for v in nilai), len(nilai) - 1)


def persen(bagian: int, semua: int) -> Decimal:
    """Persen satu desimal; 0 bila tidak ada yang dihitung."""
    if not semua:
        return Decimal("0.0")
    return (Decimal(bagian * 100) / Decimal(semua)).quantize(Decimal("0.1"), ROUND_HALF_UP)
