"""Mengelompokkan tulisan pendek berbahasa Indonesia menurut pokoknya: akar kata, bobot TF-IDF, lalu faktorisasi NMF.

Akar katanya dari `snowballstemmer` (algoritma Indonesia yang terawat, Python murni); faktorisasinya beberapa baris numpy
yang memang sudah dipakai. scikit-learn dan scipy (sekitar 70 MB) tidak sebanding bagi ratusan kalimat pendek.
Hasilnya selalu sama untuk tulisan yang sama: awal faktorisasinya ditentukan, bukan acak.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import snowballstemmer

POKOK_TERBANYAK, TULISAN_TIAP_POKOK, PUTARAN, KATA_TIAP_POKOK = 6, 6, 80, 4
_KECIL = 1e-9
_HENTI = frozenset(
    """
ada adalah agar akan aku anda antara apa atau bagi bahwa banyak baru bisa buat bukan dalam dan dapat dari
daripada dengan di dia dong gak hanya harap harus hingga ini itu jadi jangan juga kalau kami kamu karena ke
kita kok kurang lagi lah lain lalu lebih maka masih mau mohon namun nya oleh pada para per perlu pun punya
saja saat sangat saya sebagai sebaiknya seharusnya sekali semoga semua serta sih sudah supaya tapi telah
terima kasih terlalu tetap tetapi tidak tolong untuk yang yg dgn utk tdk sdh udah aja ya baik bagus
""".split()  # noqa: SIM905 daftar sepanjang ini terbaca sebagai kalimat
)
_akar = snowballstemmer.stemmer("indonesian")


def kata_dasar(teks: str) -> list[tuple[str, str]]:
    """(akar, kata asal) tiap kata bermakna; angka dan kata sambung dibuang."""
    kata = [k for k in re.findall(r"[^\W\d_]{3,}", teks.casefold()) if k not in _HENTI]
    return list(zip(_akar.stemWords(kata), kata, strict=True))


def kelompokkan(tulisan: Sequence[str]) -> list[tuple[tuple[str, ...], list[int]]]:
    """(kata pewakil, letak tulisan) tiap pokok; yang tidak berpokok berkelompok dengan kata kosong.

    Tiap tulisan tepat di satu kelompok. Kata yang hanya sekali muncul tidak dipakai.
    """
    kata = [kata_dasar(t) for t in tulisan]
    dokumen = Counter(a for k in kata for a in {akar for akar, _ in k})
    kamus = {a: n for n, a in enumerate(sorted(a for a, n in dokumen.items() if n > 1))}
    banyak = min(POKOK_TERBANYAK, len(tulisan) // TULISAN_TIAP_POKOK)
    if not kamus or banyak < 2:
        return [((), list(range(len(tulisan))))] if tulisan else []
    bobot = _bobot(kata, dokumen, kamus)
    w, h = _faktor(bobot, min(banyak, len(kamus)))
    asal: dict[str, Counter[str]] = {}
    for k in kata:
        for akar, tertulis in k:
            asal.setdefault(akar, Counter())[tertulis] += 1
    nama = sorted(kamus, key=kamus.__getitem__)
    milik: dict[int, list[int]] = {}
    for ke, baris in enumerate(w):
        milik.setdefault(int(baris.argmax()) if baris.max() > _KECIL else -1, []).append(ke)
    hasil = []
    for pokok, letak in milik.items():
        atas = (
            []
            if pokok < 0
            else [nama[int(i)] for i in np.argsort(-h[pokok], kind="stable") if h[pokok][i] > _KECIL]
        )
        pewakil = tuple(min(asal[a].items(), key=lambda x: (-x[1], x[0]))[0] for a in atas[:KATA_TIAP_POKOK])
        hasil.append((pewakil, letak))
    return hasil


def _bobot(
    kata: Sequence[Sequence[tuple[str, str]]], dokumen: Counter[str], kamus: dict[str, int]
) -> np.ndarray:
    """TF-IDF, tiap baris sepanjang satu."""
    hasil = np.zeros((len(kata), len(kamus)))
    for n, k in enumerate(kata):
        for akar, _ in k:
            if akar in kamus:
                hasil[n, kamus[akar]] += 1
    hasil *= (
        np.log((1 + len(kata)) / (1 + np.array([dokumen[a] for a in sorted(kamus, key=kamus.__getitem__)])))
        + 1
    )
    panjang = np.linalg.norm(hasil, axis=1, keepdims=True)
    return np.divide(hasil, panjang, out=hasil, where=panjang > 0)


def _faktor(v: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    """NMF perkalian (Lee dan Seung) dari awal NNDSVD: tetap dan tidak acak."""
    u, s, vt = np.linalg.svd(v, full_matrices=False)
    w, h = np.zeros((v.shape[0], k)), np.zeros((k, v.shape[1]))
    for j in range(k):
        kiri, kanan = u[:, j], vt[j]
        plus = np.linalg.norm(np.maximum(kiri, 0)) * np.linalg.norm(np.maximum(kanan, 0))
        minus = np.linalg.norm(np.minimum(kiri, 0)) * np.linalg.norm(np.minimum(kanan, 0))
        tanda = 1 if plus >= minus else -1
        w[:, j] = np.sqrt(s[j]) * np.maximum(tanda * kiri, 0) + _KECIL
        h[j] = np.sqrt(s[j]) * np.maximum(tanda * kanan, 0) + _KECIL
    for _ in range(PUTARAN):
        h *= (w.T @ v) / (w.T @ w @ h + _KECIL)
        w *= (v @ h.T) / (w @ h @ h.T + _KECIL)
    w[np.linalg.norm(v, axis=1) == 0] = 0
    return w, h
