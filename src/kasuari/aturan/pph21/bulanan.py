"""PPh 21 sebulan: kategori menurut status PTKP, tarif efektif menurut bruto bulan itu. PP 58/2023."""

import numpy as np

from ..bulat import ke_skala
from ..masukan import Kolom, rupiah
from ..rumus import Pembaca, Susunan, rumus
from ..tarif import tolak_baris
from .bidang import BIDANG_STATUS, KATEGORI, STATUS_PTKP
from .lapisan import bulatkan

_BERLAKU = "2024-01-01"
_JARAK = 1 << 50  # memisahkan kategori dalam satu larik batas; jauh di atas bruto terbesar yang diterima
_LABEL = {k: nama for nama, k in KATEGORI.items()}


@rumus(satuan="kategori", label=_LABEL, berlaku=_BERLAKU, dasar="PP 58/2023 Pasal 2 ayat (4)")
def kategori_ter(status_ptkp: Kolom, *, p: Pembaca) -> Kolom:
    """Kategori tarif efektif menurut status PTKP.

    Status K/I (penghasilan istri digabung) tidak punya kategori: hanya untuk SPT tahunan.
    """

    def buat() -> Kolom:
        tabel = p.buku.tabel("pph21_kategori_ter")
        larik = np.zeros(max(STATUS_PTKP.values()) + 1, dtype=np.int64)
        for status, kode in STATUS_PTKP.items():
            larik[kode] = KATEGORI.get(tabel.get(status, ""), 0)
        return larik

    hasil = p.ingat("pph21_kategori_ter", buat)[status_ptkp]
    p.catat("pph21_kategori_ter")
    boleh = tuple(p.buku.tabel("pph21_kategori_ter"))
    tolak_baris(hasil == 0, "status_ptkp", "status tanpa kategori tarif efektif", boleh)
    return hasil


@rumus(satuan="persen", skala=100, berlaku=_BERLAKU, dasar="PP 58/2023 Lampiran")
def tarif_ter(kategori_ter: Kolom, bruto_pph: Kolom, *, p: Pembaca) -> Kolom:
    """Tarif efektif bulan itu; batas atas tiap lapisan termasuk di dalamnya."""
    p.catat("pph21_ter_bulanan")

    def buat() -> tuple[Kolom, Kolom]:
        baris = []
        for kunci, persen in p.buku.tabel("pph21_ter_bulanan").items():
            kategori, di_atas = kunci.split(".")
            baris.append((KATEGORI[kategori] * _JARAK + int(di_atas), ke_skala(persen, 100)))
        batas, tarif = zip(*sorted(baris), strict=True)
        return np.array(batas, dtype=np.int64), np.array(tarif, dtype=np.int64)

    batas, tarif = p.ingat("pph21_ter_bulanan", buat)
    # bruto nol memakai lapisan pertama, sama dengan satu rupiah
    letak = np.searchsorted(batas, kategori_ter * _JARAK + np.maximum(bruto_pph, 1)) - 1
    return tarif[letak]


@rumus(satuan="rupiah", berlaku=_BERLAKU, dasar="PP 58/2023 Pasal 2; PMK 168/2023 Lampiran B I")
def pph21(tarif_ter: Kolom, bruto_pph: Kolom, *, p: Pembaca) -> Kolom:
    """PPh 21 bulan itu: bruto kali tarif efektif."""
    return bulatkan(p, bruto_pph * tarif_ter)


RUMUS = (kategori_ter, tarif_ter, pph21)
SUSUNAN = Susunan("pph21_bulanan", {**BIDANG_STATUS, "bruto_pph": rupiah("bruto_pph")}, RUMUS)


def pajak_tambahan(p: Pembaca, kategori: Kolom, bruto: Kolom, pph21_bruto: Kolom, tambahan: Kolom) -> Kolom:
    """Tambahan PPh 21 karena `tambahan` penghasilan pada bulan yang sama: satu tarif atas jumlahnya."""
    semua = bruto + tambahan
    tarif = tarif_ter.fungsi(kategori, semua, p=p)
    return np.maximum(pph21.fungsi(tarif, semua, p=p) - pph21_bruto, 0)
