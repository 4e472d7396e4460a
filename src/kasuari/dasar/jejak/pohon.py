"""Pohon Merkle RFC 9162 di atas daun yang sudah berupa sidik. Murni: daun diambil lewat fungsi `simpul`.

`simpul(k, i)` memberi sidik pohon sempurna setinggi k yang ke-i, yakni daun [i*2^k, (i+1)*2^k).
"""

import hashlib
from collections.abc import Callable, Sequence

Simpul = Callable[[int, int], bytes]


def gabung(kiri: bytes, kanan: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + kiri + kanan).digest()


def lipat(sidik: Sequence[bytes]) -> bytes:
    """Akar pohon sempurna dari 2^k sidik."""
    baris = list(sidik)
    while len(baris) > 1:
        baris = [gabung(baris[i], baris[i + 1]) for i in range(0, len(baris), 2)]
    return baris[0]


def dari_daun(daun: Sequence[bytes]) -> Simpul:
    def simpul(k: int, i: int) -> bytes:
        return lipat(daun[i << k : (i + 1) << k])

    return simpul


def _belah(n: int) -> int:
    """Pangkat dua terbesar yang lebih kecil dari n."""
    return 1 << ((n - 1).bit_length() - 1)


def akar(simpul: Simpul, a: int, b: int) -> bytes:
    """Sidik pohon atas daun [a, b); pohon kosong adalah SHA256 dari kosong."""
    n = b - a
    if n == 0:
        return hashlib.sha256(b"").digest()
    if n & (n - 1) == 0 and a % n == 0:
        return simpul(n.bit_length() - 1, a // n)
    k = _belah(n)
    return gabung(akar(simpul, a, a + k), akar(simpul, a + k, b))


def bukti_masuk(simpul: Simpul, m: int, a: int, b: int) -> list[bytes]:
    """Jalur bukti bahwa daun ke-m ada di pohon [a, b) (RFC 9162 2.1.3)."""
    n = b - a
    if n == 1:
        return []
    k = _belah(n)
    if m < a + k:
        return [*bukti_masuk(simpul, m, a, a + k), akar(simpul, a + k, b)]
    return [*bukti_masuk(simpul, m, a + k, b), akar(simpul, a, a + k)]


def bukti_lanjut(simpul: Simpul, m: int, n: int) -> list[bytes]:
    """Bukti bahwa pohon m daun adalah awal dari pohon n daun (RFC 9162 2.1.4), 0 < m <= n."""

    def bagian(m: int, a: int, b: int, utuh: bool) -> list[bytes]:
        if m == b - a:
            return [] if utuh else [akar(simpul, a, b)]
        k = _belah(b - a)
        if m <= k:
            return [*bagian(m, a, a + k, utuh), akar(simpul, a + k, b)]
        return [*bagian(m - k, a + k, b, False), akar(simpul, a, a + k)]

    return [] if m == n else bagian(m, 0, n, True)


def periksa_masuk(daun: bytes, m: int, n: int, jalur: Sequence[bytes], akar_: bytes) -> bool:
    """Benar bila jalur membawa daun ke-m pohon n daun sampai ke akar (RFC 9162 2.1.3.2)."""
    if not 0 <= m < n:
        return False
    fn, sn, r = m, n - 1, daun
    for p in jalur:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = gabung(p, r)
            if not fn & 1:
                while fn and not fn & 1:
                    fn, sn = fn >> 1, sn >> 1
        else:
            r = gabung(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == akar_


def periksa_lanjut(m: int, n: int, jalur: Sequence[bytes], akar_m: bytes, akar_n: bytes) -> bool:
    """Benar bila akar_n memuat akar_m sebagai awalnya (RFC 9162 2.1.4.2)."""
    if m == n:
        return not jalur and akar_m == akar_n
    if not 0 < m < n or not jalur:
        return False
    sisa = list(jalur) if m & (m - 1) else [akar_m, *jalur]
    fn, sn = m - 1, n - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = sisa[0]
    for c in sisa[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = gabung(c, fr), gabung(c, sr)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = gabung(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == akar_m and sr == akar_n
