"""Jenis kasus: seleksi calon ASN, dari nilai ambang sampai peringkat akhir."""

from collections import Counter
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np

from ... import seleksi
from ...buku import Buku
from ...galat import Cacat, MasukanTidakSah, tolak
from ...masukan import Kolom, bilangan, ke_hari
from ...rumus import hitung
from ..daftar import Jawaban, dari_susunan, jenis, langkah_parameter, satu_langkah
from ..isian import Isian, baca_tanggal

_NAMA_SKD = {kode: nama for nama, kode in seleksi.HASIL_SKD.items()}


def _larik(nilai: list[int]) -> Kolom:
    return np.array(nilai, dtype=np.int64)


def _tolak_baris(nomor: list[int], pesan: str, boleh: str) -> None:
    if nomor:
        raise MasukanTidakSah([Cacat("rows", pesan, (boleh,), i) for i in nomor])


def _tabel(isian: Isian, buku: Buku) -> tuple[list[str], Kolom, dict[str, Kolom]]:
    """(kode pelamar, hadir, nilai) dari `columns` dan `rows`; nilai kosong semua berarti tidak hadir."""
    kolom = isian.daftar("columns")
    if sorted(kolom) != ["code", "tiu", "tkp", "twk"]:
        raise tolak("columns", "kolomnya lain", ["code, twk, tiu, tkp"])
    baris = isian.daftar("rows")
    _tolak_baris(
        [i for i, b in enumerate(baris) if not isinstance(b, list) or len(b) != len(kolom)],
        "panjangnya lain",
        f"{len(kolom)} nilai",
    )
    isi = {k: [b[kolom.index(k)] for b in baris] for k in kolom}
    kosong = [[isi[k][i] is None for k in ("twk", "tiu", "tkp")] for i in range(len(baris))]
    _tolak_baris(
        [i for i, k in enumerate(kosong) if any(k) and not all(k)],
        "nilai hanya terisi sebagian",
        "semua terisi, atau semua kosong",
    )
    hadir = _larik([seleksi.KEHADIRAN["tidak_hadir" if all(k) else "hadir"] for k in kosong])
    mentah = {k: [v or 0 for v in isi[k]] for k in ("twk", "tiu", "tkp")}
    masukan: dict[str, Any] = {"jalur": ["umum"] * len(baris), **mentah}
    total = hitung(seleksi.SUSUNAN_CPNS, masukan, buku, ["total_skd"])["total_skd"]
    nilai = {k: _larik(v) for k, v in mentah.items()} | {"total": total}
    return isi["code"], hadir, nilai


def _status(kode: list[str], status: list[str]) -> dict[str, Any]:
    return {"status": [list(p) for p in zip(kode, status, strict=True)], "counts": dict(Counter(status))}


def _ambang(isian: Isian) -> dict[str, int]:
    isi = Isian(
        isian.ambil("threshold", Mapping, "objek nilai ambang"),
        ("twk", "tiu", "tkp", "total", "mode", "note"),
    )
    ambang = {k: isi.bulat(k, 0, 1000) for k in ("twk", "tiu", "tkp", "total") if k in isi}
    if not ambang:
        raise tolak("threshold", "tidak ada nilai ambang", ["twk, tiu, tkp, atau total"])
    return ambang


def _jendela(isian: Isian, lulus: Kolom, hadir: Kolom, nilai: dict[str, Kolom], buku: Buku) -> list[str]:
    tempat = np.full(len(lulus), isian.bulat("slots", 0, 1_000_000))
    masuk = seleksi.jendela_skb(np.zeros(len(lulus), dtype=np.int64), lulus, nilai, tempat, buku)
    return [_NAMA_SKD[int(k)] for k in seleksi.hasil_skd(hadir, lulus, masuk)]


@jenis("skd_threshold_rank", "threshold slots columns rows")
def skd_threshold_rank(isian: Isian) -> Jawaban:
    buku = isian.buku()
    kode, hadir, nilai = _tabel(isian, buku)
    lulus = seleksi.penuhi(_ambang(isian), nilai) & (hadir == seleksi.KEHADIRAN["hadir"])
    hasil = _status(kode, _jendela(isian, lulus, hadir, nilai, buku))
    return langkah_parameter(isian, buku, hasil, "Ambang dan peringkat SKD", "seleksi_skd_urutan")


@jenis("skd_rank_window", "columns rows slots all_pass_threshold")
def skd_rank_window(isian: Isian) -> Jawaban:
    buku = isian.buku()
    kode, hadir, nilai = _tabel(isian, buku)
    if not isian.ya("all_pass_threshold"):
        raise tolak("all_pass_threshold", "tanpa nilai ambang hanya bila semua lulus", ["true"])
    lulus = (hadir == seleksi.KEHADIRAN["hadir"]).astype(np.int64)
    hasil = _status(kode, _jendela(isian, lulus, hadir, nilai, buku))
    return langkah_parameter(isian, buku, hasil, "Peringkat SKD", "seleksi_skd_urutan")


@jenis("skd_threshold_affirmative", "threshold columns rows pass_code fail_code")
def skd_threshold_affirmative(isian: Isian) -> Jawaban:
    buku = isian.buku()
    kode, hadir, nilai = _tabel(isian, buku)
    lulus = seleksi.penuhi(_ambang(isian), nilai) & (hadir == seleksi.KEHADIRAN["hadir"])
    nama = {1: isian.teks("pass_code"), 0: isian.teks("fail_code")}
    hasil = _status(kode, [nama[int(x)] for x in lulus])
    return langkah_parameter(isian, buku, hasil, "Ambang afirmasi", "seleksi_skd_ambang_kedinasan")


@jenis("skd_total", "twk tiu tkp")
def skd_total(isian: Isian) -> Jawaban:
    masukan = {"jalur": "umum", **{k: isian.data.get(k) for k in ("twk", "tiu", "tkp")}}
    return dari_susunan(seleksi.SUSUNAN_CPNS, masukan, isian.buku(), {"total": "total_skd"})


def _lulus(isian: Isian, susunan: Any, jalur: str) -> Jawaban:
    masukan = {"jalur": jalur, **{k: isian.data.get(k) for k in ("twk", "tiu", "tkp")}}
    jawab = dari_susunan(susunan, masukan, isian.buku(), {"lulus": "lulus_ambang", "total": "total_skd"})
    hasil = {"pass": jawab.hasil["lulus"] == "ya", "total": jawab.hasil["total"]}
    return Jawaban(hasil, jawab.jejak, jawab.buku)


@jenis("skd_threshold_cpns_2024", "jalur twk tiu tkp")
def skd_threshold_cpns_2024(isian: Isian) -> Jawaban:
    return _lulus(isian, seleksi.SUSUNAN_CPNS, isian.teks("jalur"))


@jenis("skd_threshold_kedinasan", "jalur twk tiu tkp")
def skd_threshold_kedinasan(isian: Isian) -> Jawaban:
    return _lulus(isian, seleksi.SUSUNAN_KEDINASAN, isian.teks("jalur"))


@jenis("skd_max_score", "twk_items tiu_items tkp_items points_per_item")
def skd_max_score(isian: Isian) -> Jawaban:
    poin = isian.bulat("points_per_item", 1, 100)
    hasil = {b: isian.bulat(f"{b}_items", 0, 1000) * poin for b in ("twk", "tiu", "tkp")}
    hasil["total"] = sum(hasil.values())
    return langkah_parameter(isian, isian.buku(), hasil, "Nilai SKD tertinggi", "seleksi_skd_butir")


def _dua(nilai: Any) -> Decimal:
    return Decimal(nilai).quantize(Decimal("0.01"), ROUND_HALF_UP)


@jenis("skd_skb_integration", "skd skd_max skb skb_max w_skd w_skb")
def skd_skb_integration(isian: Isian) -> Jawaban:
    """Bobot ditulis sebagai pecahan (0,4); hasil dicetak dua desimal seperti sumbernya."""
    masukan: dict[str, Any] = {k: isian.angka(k) for k in ("skd", "skb")}
    pilihan = {"skd_max": ("skd_maks", 1), "skb_max": ("skb_maks", 1)}
    pilihan |= {"w_skd": ("bobot_skd", 100), "w_skb": ("bobot_skb", 100)}
    for kunci, (nama, kali) in pilihan.items():
        if kunci in isian:
            masukan[nama] = isian.angka(kunci) * kali
    bobot = [masukan[b] for b in ("bobot_skd", "bobot_skb") if b in masukan]
    if bobot and (len(bobot) < 2 or sum(bobot) != 100):
        raise tolak("w_skd", "bobot SKD dan SKB harus disebut keduanya dan berjumlah 1", ["0.4 dan 0.6"])
    keluar = {"skd_part": "skd_bagian", "skb_part": "skb_bagian", "final": "nilai_akhir"}
    jawab = dari_susunan(seleksi.SUSUNAN_INTEGRASI, masukan, isian.buku(), keluar)
    return Jawaban({k: _dua(v) for k, v in jawab.hasil.items()}, jawab.jejak, jawab.buku)


@jenis("final_tiebreak", "rows")
def final_tiebreak(isian: Isian) -> Jawaban:
    buku = isian.buku()
    baris = [
        Isian(b, ("code", "final", "skd", "tkp", "tiu", "twk", "ipk", "birth")) for b in isian.daftar("rows")
    ]
    if not baris:
        raise tolak("rows", "tidak ada pelamar", ["sedikitnya satu baris"])
    bidang = {"nilai_akhir": ("final", 1000), "ipk": ("ipk", 100)} | {
        k: (k, 1) for k in ("skd", "tkp", "tiu", "twk")
    }
    nilai: dict[str, Kolom] = {}
    for nama, (kunci, skala) in bidang.items():
        kolom, cacat = bilangan(kunci, 0, 1_000_000, skala=skala).baca(
            kunci, [b.data.get(kunci) for b in baris]
        )
        if cacat:
            raise MasukanTidakSah(cacat)
        nilai[nama] = kolom
    nilai["lahir"] = _larik([ke_hari(baca_tanggal("birth", b.teks("birth"))) for b in baris])
    urutan = seleksi.peringkat_akhir(np.zeros(len(baris), dtype=np.int64), nilai, buku)
    kode = [b.teks("code") for b in baris]
    hasil = {"order": [kode[i] for i in np.argsort(urutan, kind="stable")]}
    return langkah_parameter(isian, buku, hasil, "Peringkat akhir", "seleksi_final_urutan")


@jenis("final_result_counts", "total present codes")
def final_result_counts(isian: Isian) -> Jawaban:
    """Apakah angka-angka sebuah pengumuman saling cocok."""
    total, hadir = isian.bulat("total", 0, 10**9), isian.bulat("present", 0, 10**9)
    isi = isian.ambil("codes", Mapping, "objek kode -> jumlah")
    anak = Isian(isi, tuple(isi))
    kode = {k: anak.bulat(k, 0, 10**9) for k in isi}
    if hadir > total:
        raise tolak("present", f"{hadir} hadir melebihi {total} peserta", [f"0 sampai {total}"])
    tidak_hadir = total - hadir
    cocok = sum(kode.values()) == total and sum(n for k, n in kode.items() if k.endswith("TH")) == tidak_hadir
    lulus = sum(n for k, n in kode.items() if k in ("P/L", "P/L-1", "P/L-2"))
    hasil = {"absent": tidak_hadir, "passed": lulus, "consistent": cocok}
    return langkah_parameter(isian, isian.buku(), hasil, "Angka pengumuman", "seleksi_kode")


@jenis("pppk_max_score", "position teknis manajerial_sosiokultural wawancara")
def pppk_max_score(isian: Isian) -> Jawaban:
    """Nilai tertinggi menurut jabatan; bagian yang disebut harus sama dengan aturannya."""
    buku = isian.buku()
    tabel = buku.tabel("seleksi_pppk_maks")
    jabatan = isian.teks("position")
    golongan = jabatan if f"{jabatan}.teknis" in tabel else "umum"
    bagian = ("teknis", "manajerial_sosiokultural", "wawancara")
    resmi = {b: int(tabel[f"{golongan}.{b}"]) for b in bagian}
    for b in bagian:
        if b in isian and isian.bulat(b, 0, 10_000) != resmi[b]:
            raise tolak(b, f"{isian.data[b]} bukan nilai tertinggi {golongan}", [str(resmi[b])])
    return langkah_parameter(
        isian, buku, {"total": sum(resmi.values())}, "Nilai PPPK tertinggi", "seleksi_pppk_maks"
    )


@jenis("skb_weights_valid", "agency weights")
def skb_weights_valid(isian: Isian) -> Jawaban:
    buku = isian.buku()
    isi = isian.ambil("weights", Mapping, "objek tes -> persen")
    anak = Isian(isi, tuple(isi))
    jumlah, sebab = seleksi.periksa_bobot_skb(
        isian.teks("agency"), {k: anak.bulat(k, 0, 100) for k in isi}, buku
    )
    hasil = {"sum": jumlah, "valid": not sebab, "reasons": sebab}
    versi = buku.versi("seleksi_skb_batas")
    return satu_langkah(
        isian, buku, hasil, "Bobot SKB", versi.dasar, keyakinan=versi.yakin(), berlaku=versi.berlaku
    )
