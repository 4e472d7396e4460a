"""Predikat kinerja orang, pola sebarannya menurut predikat organisasi, dan tanggal-tanggalnya.

Pola sebaran adalah peringatan bagi pimpinan, bukan penghalang: unit yang sangat kecil tidak dapat memenuhi persen.
Dasar: PermenPANRB 6/2022; SE MenPANRB 3/2023; PP 30/2019.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from .buku import Buku
from .galat import tolak
from .hari import tanggal_di
from .ip_asn.bidang import PREDIKAT
from .masukan import TAHUN_WAJAR, Kolom, bilangan, pilihan
from .rumus import Pembaca, Susunan, rumus
from .tarif import tolak_baris

RATING = MappingProxyType({"atas ekspektasi": 1, "sesuai ekspektasi": 2, "bawah ekspektasi": 3})
ORGANISASI = MappingProxyType(
    {"Istimewa": 1, "Baik": 2, "Butuh Perbaikan": 3, "Kurang": 4, "Sangat Kurang": 5}
)
ORANG_TERBANYAK = 10_000_000  # batas kewarasan masukan, bukan aturan
BIDANG_ORANG = MappingProxyType({nama: f"orang_{nama.lower().replace(' ', '_')}" for nama in PREDIKAT})
_SE = "SE MenPANRB 3/2023"
_TANPA_ORANG, _BOLEH_ORANG = "unit tanpa orang tidak mempunyai sebaran", ("sedikitnya satu orang",)
_BANYAK, _SEDIKIT, _ADA = "skp_sebaran_paling_banyak", "skp_sebaran_paling_sedikit", "skp_sebaran_wajib_ada"


@rumus(
    satuan="predikat",
    berlaku="2022-01-01",
    dasar="PermenPANRB 6/2022",
    label={kode: nama for nama, kode in PREDIKAT.items()},
)
def predikat(hasil_kerja: Kolom, perilaku: Kolom, *, p: Pembaca) -> Kolom:
    """Predikat kinerja dari hasil kerja dan perilaku."""
    tabel = p.buku.tabel("skp_kuadran")
    kisi = np.zeros((len(RATING) + 1, len(RATING) + 1), dtype=np.int64)
    for h, baris in RATING.items():
        for w, kolom in RATING.items():
            kisi[baris, kolom] = PREDIKAT[str(tabel[f"{h}.{w}"])]
    nama = {kode: n for n, kode in RATING.items()}
    satu = f"{nama[int(hasil_kerja[0])]}.{nama[int(perilaku[0])]}" if len(hasil_kerja) == 1 else None
    p.catat("skp_kuadran", satu)
    return kisi[hasil_kerja, perilaku]


@dataclass(frozen=True, slots=True)
class Peringatan:
    """Satu hal yang menyimpang dari pola sebaran. `persen` = batasnya; `orang` = banyaknya kini."""

    kalimat: str
    predikat: str
    orang: int
    persen: int


def periksa_sebaran(organisasi: str, orang: Mapping[str, int], buku: Buku) -> list[Peringatan]:
    """Peringatan pola sebaran satu unit; `orang` = predikat -> banyak orang. Kosong bila sesuai.

    Galat: `MasukanTidakSah` (predikat asing, banyak orang negatif, unit tanpa orang).
    """
    if organisasi not in ORGANISASI:
        raise tolak("predikat_organisasi", f"predikat '{organisasi}' tidak dikenal", ORGANISASI)
    for nama, banyak in orang.items():
        if nama not in PREDIKAT:
            raise tolak("orang", f"predikat '{nama}' tidak dikenal", PREDIKAT)
        if banyak < 0:
            raise tolak("orang", f"banyak orang {nama} negatif", ["0 ke atas"])
    jumlah = sum(orang.values())
    if jumlah == 0:
        raise tolak("orang", _TANPA_ORANG, _BOLEH_ORANG)
    return list(_menyimpang(organisasi, orang, jumlah, buku))


def _menyimpang(organisasi: str, orang: Mapping[str, int], jumlah: int, buku: Buku) -> Iterator[Peringatan]:
    def isi(kunci: str) -> int:
        return sum(orang.get(nama, 0) for nama in kunci.split(" + "))

    for kunci, persen in _milik(organisasi, buku.tabel(_BANYAK)):
        if isi(kunci) * 100 > persen * jumlah:
            yield Peringatan(f"{kunci} paling banyak {persen}% dari orang di unit", kunci, isi(kunci), persen)
    for kunci, persen in _milik(organisasi, buku.tabel(_SEDIKIT)):
        if isi(kunci) * 100 < persen * jumlah:
            yield Peringatan(
                f"{kunci} paling sedikit {persen}% dari orang di unit", kunci, isi(kunci), persen
            )
    wajib = buku.tabel(_ADA).get(organisasi)
    if wajib is not None and isi(wajib) == 0:
        yield Peringatan(f"{wajib} harus ada sedikitnya satu orang", wajib, 0, 0)


def _milik(organisasi: str, tabel: Mapping[str, int]) -> list[tuple[str, int]]:
    awal = f"{organisasi}."
    return [(k.removeprefix(awal), int(v)) for k, v in tabel.items() if k.startswith(awal)]


@rumus(
    satuan="putusan", berlaku="2023-01-31", dasar=_SE, label={1: "sesuai pola", 0: "perlu dilihat pimpinan"}
)
def sebaran_sesuai(
    predikat_organisasi: Kolom,
    orang_sangat_baik: Kolom,
    orang_baik: Kolom,
    orang_butuh_perbaikan: Kolom,
    orang_kurang: Kolom,
    orang_sangat_kurang: Kolom,
    *,
    p: Pembaca,
) -> Kolom:
    """Apakah sebaran predikat sesuai pola predikat organisasi; peringatan, bukan penghalang.

    Galat: `MasukanTidakSah` menyebut setiap baris (unit) yang tidak mempunyai orang.
    """
    for kode in (_BANYAK, _SEDIKIT, _ADA):
        p.catat(kode)
    nama_organisasi = {kode: n for n, kode in ORGANISASI.items()}
    orang = (orang_sangat_baik, orang_baik, orang_butuh_perbaikan, orang_kurang, orang_sangat_kurang)
    tolak_baris(np.sum(orang, axis=0) == 0, "orang_sangat_baik", _TANPA_ORANG, _BOLEH_ORANG)
    hasil = np.zeros_like(predikat_organisasi)
    for i, organisasi in enumerate(predikat_organisasi.tolist()):
        isi = {nama: int(kolom[i]) for nama, kolom in zip(PREDIKAT, orang, strict=True)}
        hasil[i] = not periksa_sebaran(nama_organisasi[organisasi], isi, p.buku)
    return hasil


@rumus(satuan="tanggal", berlaku="2019-04-26", dasar="PP 30/2019")
def batas_penetapan_skp(tahun: Kolom, *, p: Pembaca) -> Kolom:
    """SKP tahun itu ditetapkan paling lambat."""
    batas = p.tabel("skp_penetapan")
    return tanggal_di(tahun, batas["bulan"], batas["tanggal"])


@rumus(satuan="tanggal", berlaku="2019-04-26", dasar="PP 30/2019")
def batas_evaluasi_skp(tahun: Kolom, *, p: Pembaca) -> Kolom:
    """Evaluasi kinerja tahun itu selesai paling lambat."""
    batas = p.tabel("skp_evaluasi")
    return tanggal_di(tahun + 1, batas["bulan"], batas["tanggal"])


SUSUNAN = Susunan(
    "skp",
    {
        "hasil_kerja": pilihan("hasil_kerja", RATING, wajib=True),
        "perilaku": pilihan("perilaku", RATING, wajib=True),
        "predikat_organisasi": pilihan("predikat_organisasi", ORGANISASI, wajib=True),
        **{b: bilangan(b, 0, ORANG_TERBANYAK, bawaan=0) for b in BIDANG_ORANG.values()},
        "tahun": bilangan("tahun", TAHUN_WAJAR[0], TAHUN_WAJAR[-1]),
    },
    (predikat, sebaran_sesuai, batas_penetapan_skp, batas_evaluasi_skp),
)
