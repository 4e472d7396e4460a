"""Jenis kasus: PPh 21 pegawai tetap, dua pemberi kerja, pensiunan, dan gross-up."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ... import pph21
from ...buku import Buku
from ...bulat import bagian_persen, ke_skala
from ...galat import tolak
from ...masukan import pilihan
from ..daftar import Jawaban, dari_susunan, jenis, jenis_susunan
from ..isian import TERBARU, Isian

_TER = {"kategori_ter": "kategori_ter", "tarif_ter_persen": "tarif_ter", "pph21": "pph21"}
_BULAN_SETAHUN = 12
_TIDAK_TETAP = "tidak tetap dibayar bulanan"


def sebulan(isian: Isian, buku: Buku, bruto: int) -> Jawaban:
    """PPh 21 satu bulan menurut tarif efektif."""
    masukan = {"status_ptkp": isian.data.get("status_ptkp"), "bruto_pph": bruto}
    return dari_susunan(pph21.BULANAN, masukan, buku, _TER)


def _buku_tahun(isian: Isian) -> Buku:
    tahun = isian.bulat("tahun_pajak", 1984, 2199, None)
    return isian.buku(date(tahun, 12, 31) if tahun else TERBARU)


@jenis("ter_lookup", "kategori bruto")
def ter_lookup(isian: Isian) -> Jawaban:
    """Tarif efektif untuk sebuah kategori dan daftar bruto."""
    buku, kategori = isian.buku(), isian.teks("kategori")
    susunan = pph21.BULANAN.bagian(["tarif_ter"], {"kategori_ter": pilihan("kategori", pph21.KATEGORI, True)})
    jawab = [
        dari_susunan(susunan, {"kategori_ter": kategori, "bruto_pph": b}, buku, {"tarif": "tarif_ter"})
        for b in isian.daftar_rupiah("bruto")
    ]
    return Jawaban({"tarif_persen": [j.hasil["tarif"] for j in jawab]}, jawab[0].jejak, buku)


_UANG = ("gaji", "gaji_pokok", "tunjangan_pajak", "natura_beasiswa", "honorarium_komisaris")
_PREMI = ("jkk_persen", "jkm_persen", "bpjs_kesehatan_pemberi_kerja_persen")


@jenis(
    "pph21_month",
    f"bulan status_ptkp {' '.join(_UANG)} {' '.join(_PREMI)} iuran_pensiun_pegawai gaji_usd kurs_kmk tahun_pajak",
)
def pph21_month(isian: Isian) -> Jawaban:
    """PPh 21 sebulan; premi pemberi kerja masuk bruto, iuran pensiun pegawai tidak menguranginya."""
    isian.bulat("bulan", 1, 12, None)
    isian.rupiah("iuran_pensiun_pegawai")
    if not any(k in isian for k in (*_UANG, "gaji_usd")):
        raise tolak("gaji", "tidak ada penghasilan yang disebut", [*_UANG, "gaji_usd dengan kurs_kmk"])
    if ("gaji_usd" in isian) != ("kurs_kmk" in isian):
        kurang = "kurs_kmk" if "gaji_usd" in isian else "gaji_usd"
        raise tolak(kurang, "wajib diisi", ["gaji_usd dan kurs_kmk bersama"])
    pokok = isian.rupiah("gaji_pokok")
    premi = sum(bagian_persen(pokok, _persen(isian, k)) for k in _PREMI)
    valuta = isian.bulat("gaji_usd", 0, 10**9, 0) * isian.bulat("kurs_kmk", 0, 10**6, 0)
    bruto = sum(isian.rupiah(k) for k in _UANG) + valuta + premi
    jawab = sebulan(isian, _buku_tahun(isian), bruto)
    return Jawaban({**jawab.hasil, "bruto": bruto, "premi_pemberi_kerja": premi}, jawab.jejak, jawab.buku)


def _persen(isian: Isian, nama: str) -> int:
    """Persen pada skala 100; kosong berarti nol."""
    if nama not in isian:
        return 0
    nilai = isian.angka(nama)
    if not 0 <= nilai <= 100 or nilai != round(nilai, 2):
        raise tolak(nama, f"{nilai} bukan persen", ["0 sampai 100, paling banyak 2 desimal"])
    return ke_skala(nilai, 100)


@jenis("pph21_month_list", "status_ptkp pegawai bruto_per_bulan tahun_pajak")
def pph21_month_list(isian: Isian) -> Jawaban:
    """Pegawai tidak tetap yang dibayar bulanan: tarif efektif tiap bulan, tanpa hitungan akhir tahun."""
    buku = _buku_tahun(isian)
    if isian.teks("pegawai", _TIDAK_TETAP) != _TIDAK_TETAP:
        raise tolak("pegawai", f"'{isian.data['pegawai']}' tidak dihitung dengan cara ini", [_TIDAK_TETAP])
    jawab = [sebulan(isian, buku, b) for b in isian.daftar_rupiah("bruto_per_bulan")]
    pajak = [j.hasil["pph21"] for j in jawab]
    return Jawaban({"pph21_per_bulan": pajak, "jumlah": sum(pajak)}, jawab[0].jejak, buku)


def _setahun(isian: Isian, buku: Buku, bruto: list[int], **lain: Any) -> Jawaban:
    """Masa pajak terakhir sesudah bulan-bulan sebelumnya dipotong menurut tarif efektif."""
    if len(bruto) > _BULAN_SETAHUN:
        raise tolak("masa", f"{len(bruto)} bulan dalam setahun", ["paling banyak 12"])
    bulan = [sebulan(isian, buku, b) for b in bruto[:-1]]
    masukan = {
        "status_ptkp": isian.data.get("status_ptkp"),
        "bruto_setahun": sum(bruto),
        "banyak_bulan": len(bruto),
        "pph21_sebelumnya": sum(j.hasil["pph21"] for j in bulan),
        **lain,
    }
    hasil = [r.nama for r in pph21.TAHUNAN.rumus]
    keluar = {n: n for n in (*hasil, "bruto_setahun", "pph21_sebelumnya")}
    jawab = dari_susunan(pph21.TAHUNAN, masukan, buku, keluar)
    jejak = (bulan[0].jejak if bulan else []) + jawab.jejak
    return Jawaban({**jawab.hasil, "per_masa": bulan}, jejak, buku)


_TAHUNAN = ("bruto_setahun", "biaya_jabatan", "neto_setahun", "ptkp", "pkp", "pph21_setahun")


@jenis(
    "pph21_annual",
    "tahun_pajak status_ptkp masa iuran_pensiun_pegawai_per_bulan zakat_atau_sumbangan_wajib_per_bulan "
    "kewajiban_subjektif_penuh komponen",
)
def pph21_annual(isian: Isian) -> Jawaban:
    """Setahun pegawai tetap: tarif efektif tiap bulan, lalu Pasal 17 pada masa terakhir."""
    bulan, bruto = _masa(isian)
    penuh = isian.ya("kewajiban_subjektif_penuh", True)
    jawab = _setahun(
        isian,
        _buku_tahun(isian),
        bruto,
        disetahunkan=not penuh,
        iuran_setahun=isian.rupiah("iuran_pensiun_pegawai_per_bulan") * len(bruto),
        zakat_setahun=isian.rupiah("zakat_atau_sumbangan_wajib_per_bulan") * len(bruto),
    )
    hasil = jawab.hasil
    tahunan = {k: hasil[k] for k in _TAHUNAN}
    tahunan["pph21_dipotong_sebelumnya"] = hasil["pph21_sebelumnya"]
    tahunan["pph21_masa_terakhir"] = hasil["pph21_masa_terakhir"]
    if not penuh:
        tahunan |= {k: hasil[k] for k in ("neto_disetahunkan", "pph21_disetahunkan")}
    per_masa = [
        {"bulan": m, "bruto": b, **j.hasil}
        for m, b, j in zip(bulan[:-1], bruto[:-1], hasil["per_masa"], strict=True)
    ]
    akhir = {"pph21": hasil["pph21_masa_terakhir"], "keterangan": "masa pajak terakhir (Pasal 17)"}
    per_masa.append({"bulan": bulan[-1], "bruto": bruto[-1], **akhir})
    return Jawaban({"per_masa": per_masa, "tahunan": tahunan}, jawab.jejak, jawab.buku)


def _masa(isian: Isian) -> tuple[list[int], list[int]]:
    """(bulan, bruto) dari daftar masa; bulannya berurutan naik."""
    masa = isian.daftar("masa")
    if not masa or not all(isinstance(m, Mapping) for m in masa):
        raise tolak("masa", "perlu daftar bulan", ['{"bulan", "bruto"}'])
    anak = [Isian(m, ("bulan", "bruto")) for m in masa]
    bulan = [m.bulat("bulan", 1, _BULAN_SETAHUN) for m in anak]
    if bulan != list(range(bulan[0], bulan[0] + len(bulan))):
        raise tolak("masa", "bulan harus berurutan tanpa sela", ["1 sampai 12"])
    return bulan, [m.rupiah("bruto", wajib=True) for m in anak]


@jenis(
    "pph21_two_offices",
    "status_ptkp tunjangan_jabatan_per_bulan neto_kantor_lain pph21_kantor_lain tahun_pajak",
)
def pph21_two_offices(isian: Isian) -> Jawaban:
    """Kantor kedua menggabungkan neto dan pajak kantor pertama pada Desember; biaya jabatannya sendiri saja.

    `neto` = neto kantor ini; `pkp` dan pajaknya atas neto gabungan.
    """
    bruto = isian.daftar_rupiah("tunjangan_jabatan_per_bulan")
    lain = {
        "neto_lain": isian.rupiah("neto_kantor_lain", wajib=True),
        "pph21_lain": isian.rupiah("pph21_kantor_lain", wajib=True),
    }
    jawab = _setahun(isian, _buku_tahun(isian), bruto, **lain)
    pajak = [j.hasil["pph21"] for j in jawab.hasil["per_masa"]]
    keluar = {k: jawab.hasil[k] for k in ("bruto_setahun", "biaya_jabatan", "pkp")}
    keluar |= {
        "neto": jawab.hasil["neto_setahun"],
        "pph21_jan_nov_per_bulan": pajak[0] if len(set(pajak)) == 1 else pajak,
        "pph21_setahun_gabungan": jawab.hasil["pph21_setahun"],
        "pph21_desember": jawab.hasil["pph21_masa_terakhir"],
    }
    return Jawaban(keluar, jawab.jejak, jawab.buku)


@jenis("pph21_pension", "status_ptkp pensiun_per_bulan gaji_13_juni tahun_pajak")
def pph21_pension(isian: Isian) -> Jawaban:
    """Pensiunan setahun penuh; gaji ketiga belas ikut bruto bulan Juni."""
    buku = _buku_tahun(isian)
    pensiun, tambahan = isian.rupiah("pensiun_per_bulan", wajib=True), isian.rupiah("gaji_13_juni")
    biasa, juni = sebulan(isian, buku, pensiun), sebulan(isian, buku, pensiun + tambahan)
    sebelumnya = biasa.hasil["pph21"] * (_BULAN_SETAHUN - 2) + juni.hasil["pph21"]
    masukan = {
        "status_ptkp": isian.data.get("status_ptkp"),
        "bruto_setahun": pensiun * _BULAN_SETAHUN + tambahan,
        "pph21_sebelumnya": sebelumnya,
    }
    keluar = {k: k for k in ("bruto_setahun", "biaya_pensiun", "ptkp", "pkp", "pph21_setahun")}
    keluar |= {"neto": "neto_setahun", "pph21": "pph21_setahun", "pph21_desember": "pph21_masa_terakhir"}
    jawab = dari_susunan(pph21.SKEMA["pensiunan"], masukan, buku, keluar)
    bulanan = {
        "tarif_ter_persen": biasa.hasil["tarif_ter_persen"],
        "pph21_jan_nov_per_bulan": biasa.hasil["pph21"],
    }
    return Jawaban({**jawab.hasil, **bulanan}, biasa.jejak + jawab.jejak, buku)


@jenis("pph21_gross_up", "status_ptkp gaji_netto bulan tahun_pajak")
def pph21_gross_up(isian: Isian) -> Jawaban:
    """Gaji disepakati bersih: bruto yang pajaknya sendiri menyisakan gaji itu."""
    isian.bulat("bulan", 1, 12, None)
    masukan = {"status_ptkp": isian.data.get("status_ptkp"), "gaji_neto": isian.data.get("gaji_netto")}
    keluar = {"bruto": "bruto_pph", "tarif_ter_persen": "tarif_ter", "pph21": "pph21"}
    return dari_susunan(pph21.SKEMA["gross_up"], masukan, _buku_tahun(isian), keluar)


jenis_susunan("pph21_last_month", pph21.TAHUNAN)
jenis_susunan("pph21_pension_last_month", pph21.SKEMA["pensiunan"])
