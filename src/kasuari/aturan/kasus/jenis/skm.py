"""Jenis kasus: indeks kepuasan masyarakat dan mutunya."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from ... import skm
from ...galat import tolak
from ..daftar import Jawaban, dari_susunan, jenis, satu_langkah
from ..isian import Isian


def _dua_desimal(nilai: Decimal) -> str:
    return f"{nilai:.2f}"


@jenis("skm_unsur", "rezim nrr skala metode_bobot")
def skm_unsur(isian: Isian) -> Jawaban:
    """IKM dari nilai rata-rata tiap unsur; nama unsur bebas, sebab laporan kadang mengganti unsurnya."""
    buku = skm.buku_rezim(isian.teks("rezim"))
    nrr = isian.ambil("nrr", Mapping, "objek unsur -> nilai rata-rata")
    anak = Isian(nrr, tuple(nrr))
    nilai = {u: anak.angka(u) for u in nrr}
    if isian.teks("skala", "nrr_1_4") == "ikm_25_100":
        nilai = {u: n / buku.nilai("skm_pengali") for u, n in nilai.items()}
    elif isian.teks("skala", "nrr_1_4") != "nrr_1_4":
        raise tolak("skala", "skala tidak dikenal", ["nrr_1_4", "ikm_25_100"])
    batas = buku.tabel("skm_nilai_jawaban")
    for u, n in nilai.items():
        if not batas["terendah"] <= n <= batas["tertinggi"]:
            raise tolak(u, f"{n} di luar rentang", [f"{batas['terendah']} sampai {batas['tertinggi']}"])
    masukan = {"jumlah_nrr": sum(nilai.values(), Decimal(0)), "banyak_unsur": len(nilai)}
    if "metode_bobot" in isian:
        masukan["metode_bobot"] = isian.teks("metode_bobot")
    jawab = dari_susunan(skm.SUSUNAN_IKM, masukan, buku, {"ikm": "ikm", "mutu": "mutu"})
    return Jawaban({**jawab.hasil, "ikm": _dua_desimal(Decimal(jawab.hasil["ikm"]))}, jawab.jejak, buku)


@jenis("skm_responden", "rezim kolom baris metode_bobot")
def skm_responden(isian: Isian) -> Jawaban:
    buku = skm.buku_rezim(isian.teks("rezim"))
    baris = isian.daftar("baris")
    for i, b in enumerate(baris):
        if not isinstance(b, list):
            raise tolak("baris", "tiap baris harus daftar nilai", ["[4, 3, ...]"], i)
    kolom = isian.daftar("kolom")
    if salah := [i for i, nama in enumerate(kolom) if not isinstance(nama, str)]:
        raise tolak("kolom", "nama unsur harus teks", ["U1"], salah[0])
    hasil = skm.hitung_jawaban(kolom, baris, buku, isian.teks("metode_bobot", None))
    keluar = {"n": hasil.n, "ikm": _dua_desimal(hasil.ikm), "mutu": hasil.mutu}
    versi = buku.versi("skm_rezim")
    return satu_langkah(
        isian, buku, keluar, "IKM dari jawaban", versi.dasar, berlaku=versi.berlaku, satuan="poin"
    )


@jenis("skm_mutu", "rezim ikm")
def skm_mutu(isian: Isian) -> Jawaban:
    """IKM terbit boleh berdesimal lebih; dibulatkan dua desimal dahulu, sebab batas mutu ditulis demikian."""
    ikm = isian.angka("ikm").quantize(Decimal("0.01"), ROUND_HALF_UP)
    return dari_susunan(skm.SUSUNAN_MUTU, {"ikm": ikm}, skm.buku_rezim(isian.teks("rezim")), {"mutu": "mutu"})


@jenis("skm_sampel", "populasi")
def skm_sampel(isian: Isian) -> Jawaban:
    keluar = {"responden": "responden_paling_sedikit"}
    return dari_susunan(skm.SUSUNAN_SAMPEL, {"populasi": isian.data.get("populasi")}, isian.buku(), keluar)


@jenis(
    "skm_ikm",
    "rezim metode_bobot " + " ".join(dict.fromkeys(u for r in skm.REZIM for u in skm.unsur_rezim(r))),
)
def skm_ikm(isian: Isian) -> Jawaban:
    """IKM dengan unsur rezimnya sendiri; unsur yang tidak disebut tidak dinilai."""
    rezim = isian.teks("rezim")
    buku = skm.buku_rezim(rezim)
    masukan = {k: v for k, v in isian.data.items() if k != "rezim"}
    return dari_susunan(skm.SUSUNAN[rezim], masukan, buku, {k: k for k in ("ikm", "mutu", "banyak_unsur")})
