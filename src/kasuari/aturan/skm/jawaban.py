"""IKM dari jawaban mentah: tiap unsur dirata-rata atas yang menjawabnya, lalu dijumlah dengan pecahan tepat.

Jawaban kosong tidak pernah ditebak: unsur itu hanya dihitung dari yang menjawab, dan banyak jawabannya ikut
disebut. IKM unit adalah seluruh respondennya bersama, bukan rata-rata dari IKM layanan-layanannya.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from ..buku import Buku
from ..bulat import bagi_setengah_ke_atas, dari_skala
from ..galat import Cacat, MasukanTidakSah, tolak
from ..rumus import hitung
from .indeks import METODE, MUTU, SKALA
from .rezim import SUSUNAN_MUTU

_HURUF = {kode: huruf for huruf, kode in MUTU.items()}


@dataclass(frozen=True, slots=True)
class HasilIkm:
    """Hasil satu kelompok jawaban.

    `nrr` = rata-rata tepat tiap unsur; `banyak` = penjawab tiap unsur; `mutu_unsur` = huruf tiap unsur;
    `metode_bobot` dan `rezim` disimpan bersama hasil supaya laporan lama dapat diulang.
    """

    ikm: Decimal
    mutu: str
    n: int
    nrr: Mapping[str, Fraction]
    banyak: Mapping[str, int]
    mutu_unsur: Mapping[str, str]
    metode_bobot: str
    rezim: str

    def terendah(self, sebanyak: int = 3) -> tuple[str, ...]:
        """Unsur bernilai paling rendah; yang sama nilainya menurut urutan peraturan."""
        return tuple(sorted(self.nrr, key=lambda u: self.nrr[u])[:sebanyak])


def hitung_jawaban(
    unsur: Sequence[str], baris: Sequence[Sequence[int | None]], buku: Buku, metode: str | None = None
) -> HasilIkm:
    """IKM dari jawaban (satu baris satu responden; nilai 1 sampai 4, None = tidak menjawab).

    Galat: `MasukanTidakSah` menyebut baris dan unsur yang nilainya di luar rentang, baris yang panjangnya
    lain, kelompok tanpa responden, dan unsur yang tidak dijawab seorang pun.
    """
    metode = metode or str(buku.nilai("skm_metode_bobot"))
    if metode not in METODE:
        raise tolak("metode_bobot", f"cara bobot '{metode}' tidak dikenal", METODE)
    if not unsur or len(set(unsur)) != len(unsur):
        raise tolak("kolom", "unsur kosong atau tertulis dua kali")
    if not baris:
        raise tolak("baris", "tidak ada responden", ["sedikitnya satu baris"])
    _periksa(unsur, baris, buku)
    jumlah = dict.fromkeys(unsur, 0)
    banyak = dict.fromkeys(unsur, 0)
    for jawaban in baris:
        for u, nilai in zip(unsur, jawaban, strict=True):
            if nilai is not None:
                jumlah[u] += nilai
                banyak[u] += 1
    if kosong := [u for u in unsur if not banyak[u]]:
        raise tolak(kosong[0], "tidak dijawab seorang pun", ["buang unsur itu atau lengkapi jawabannya"])
    nrr = {u: Fraction(jumlah[u], banyak[u]) for u in unsur}
    ikm = _persentase(sum(nrr.values(), Fraction(0)) * _bobot(len(unsur), metode), buku)
    tiap = [_persentase(n, buku) for n in nrr.values()]
    huruf = [
        _HURUF[int(k)]
        for k in hitung(SUSUNAN_MUTU, {"ikm": [dari_skala(i, SKALA) for i in (ikm, *tiap)]}, buku, ["mutu"])[
            "mutu"
        ]
    ]
    return HasilIkm(
        ikm=Decimal(ikm) / SKALA,
        mutu=huruf[0],
        n=len(baris),
        nrr=MappingProxyType(nrr),
        banyak=MappingProxyType(banyak),
        mutu_unsur=MappingProxyType(dict(zip(unsur, huruf[1:], strict=True))),
        metode_bobot=metode,
        rezim=str(buku.nilai("skm_rezim")),
    )


def _bobot(banyak_unsur: int, metode: str) -> Fraction:
    if metode == "eksak":
        return Fraction(1, banyak_unsur)
    penyebut = 1000 if metode == "3_desimal" else 100
    return Fraction(bagi_setengah_ke_atas(penyebut, banyak_unsur), penyebut)


def _persentase(nilai: Fraction, buku: Buku) -> int:
    """Nilai 1 sampai 4 menjadi indeks 25 sampai 100 pada SKALA; pembulatan satu-satunya."""
    tepat = nilai * buku.nilai("skm_pengali") * SKALA
    return bagi_setengah_ke_atas(tepat.numerator, tepat.denominator)


def _periksa(unsur: Sequence[str], baris: Sequence[Sequence[int | None]], buku: Buku) -> None:
    batas = buku.tabel("skm_nilai_jawaban")
    boleh = (f"bilangan bulat {batas['terendah']} sampai {batas['tertinggi']}, atau kosong",)
    cacat: list[Cacat] = []
    for i, jawaban in enumerate(baris):
        if len(jawaban) != len(unsur):
            cacat.append(Cacat("baris", f"berisi {len(jawaban)} nilai", (f"{len(unsur)} nilai",), i))
            continue
        for u, nilai in zip(unsur, jawaban, strict=True):
            bulat = isinstance(nilai, int) and not isinstance(nilai, bool)
            if nilai is not None and not (bulat and batas["terendah"] <= nilai <= batas["tertinggi"]):
                cacat.append(Cacat(u, f"{nilai!r} bukan jawaban", boleh, i))
    if cacat:
        raise MasukanTidakSah(cacat)
