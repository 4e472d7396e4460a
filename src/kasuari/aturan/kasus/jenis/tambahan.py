"""Jenis kasus: TPP, THR, dan gaji ketiga belas."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ... import thr, tpp
from ...buku import Timpa
from ...galat import tolak
from ...masukan import persen
from ..daftar import Jawaban, bernama, dari_susunan, jenis, jenis_susunan
from ..isian import Isian

_SEJAK = date(2020, 1, 1)  # ketentuan dari masukan kasus berlaku sejak parameter TPP yang ditimpanya
_BOBOT = {"kinerja": "bobot_kinerja_persen", "disiplin": "bobot_disiplin_persen"}


def _timpa(kode: str, isian: Isian, kolom: Mapping[str, str]) -> Iterable[Timpa]:
    """Ketentuan dari masukan kasus: sel -> nama kolomnya."""
    return [
        Timpa(kode, sel, _SEJAK, _positif(isian, nama), f"Masukan {nama}")
        for sel, nama in kolom.items()
        if nama in isian
    ]


def _positif(isian: Isian, nama: str) -> Decimal:
    nilai = isian.angka(nama)
    if nilai < 0:
        raise tolak(nama, f"{nilai} negatif", ["angka yang tidak negatif"])
    return nilai


@jenis("tpp", f"basic_tpp {' '.join(_BOBOT.values())} capaian_kinerja_persen potongan_disiplin_persen status")
def tpp_sebulan(isian: Isian) -> Jawaban:
    """TPP bruto dengan bobot yang disebut; tanpa bobot dipakai aturan yang berlaku."""
    timpa = list(_timpa("tpp_bobot", isian, _BOBOT))
    if timpa and (len(timpa) < len(_BOBOT) or sum(t.nilai for t in timpa) != 100):
        raise tolak(_BOBOT["kinerja"], "bobot kinerja dan disiplin tidak berjumlah 100", ["jumlah 100"])
    hasil = ("bagian_kinerja", "bagian_disiplin", "kinerja_dibayar", "disiplin_dibayar", "tpp_bruto")
    susunan = tpp.SKEMA["bulanan"].bagian(hasil, {"potongan_disiplin": persen("potongan_disiplin", 0)})
    masukan: dict[str, Any] = {
        "status": isian.teks("status", "pns"),
        "tpp_dasar": isian.data.get("basic_tpp"),
        "capaian_kinerja": isian.data.get("capaian_kinerja_persen"),
        "potongan_disiplin": isian.data.get("potongan_disiplin_persen"),
    }
    nama = {"tpp_dasar": "basic_tpp", "capaian_kinerja": "capaian_kinerja_persen"}
    with bernama(**nama, potongan_disiplin="potongan_disiplin_persen"):
        return dari_susunan(susunan, masukan, isian.buku(timpa=timpa), {n: n for n in hasil})


jenis_susunan("tpp_month", tpp.SKEMA["bulanan"])

_DASAR = tpp.SKEMA["dasar"]
_INDEKS = {"fiskal": "indeks_fiskal", "kemahalan": "indeks_kemahalan", "pemerintahan": "indeks_pemerintahan"}


@jenis("tpp_basic", " ".join([*_DASAR.bidang, "tunjangan_bpk", *_INDEKS.values()]))
def tpp_basic(isian: Isian) -> Jawaban:
    """TPP sebulan menurut kelas jabatan; tarif dan indeks yang disebut menggantikan yang belum diisi."""
    kelas = isian.bulat("kelas_jabatan", 1, 17)
    timpa = [
        *_timpa("tpp_indeks", isian, _INDEKS),
        *_timpa("tpp_bpk", isian, {str(kelas): "tunjangan_bpk"}),
    ]
    masukan = {k: v for k, v in isian.data.items() if k in _DASAR.bidang}
    return dari_susunan(_DASAR, masukan, isian.buku(timpa=timpa), {r.nama: r.nama for r in _DASAR.rumus})


_JABATAN = ("tunjangan_struktural", "tunjangan_fungsional", "tunjangan_umum")
_BULAT = ("gaji_pokok", "tunjangan_suami_istri", "tunjangan_anak", *_JABATAN, "tunjangan_beras")
_THR_LAIN = ("tunjangan_khusus_papua", "tpp_sebulan")


@jenis("thr", f"tahun {' '.join(_BULAT)} {' '.join(_THR_LAIN)} tmt bulan_dasar status")
def thr_satu_orang(isian: Isian) -> Jawaban:
    """THR satu orang sebelum pajak; dengan `tmt` dan `bulan_dasar` sebanding masa kerjanya.

    Tanpa `tahun` dipakai peraturan terakhir yang diketahui; `tahun` tanpa peraturan ditolak.
    """
    buku = isian.buku()
    jabatan = {k: isian.rupiah(k) for k in _JABATAN}
    if sum(n > 0 for n in jabatan.values()) > 1:
        raise tolak("tunjangan_umum", "tunjangan jabatan lebih dari satu", ["salah satu"])
    masukan: dict[str, Any] = {k: isian.rupiah(k) for k in (*_BULAT, *_THR_LAIN) if k not in _JABATAN}
    masukan["gaji_pokok"] = isian.rupiah("gaji_pokok", wajib=True)
    masukan |= {"tunjangan_jabatan": sum(jabatan.values())}
    masukan["status"] = isian.teks("status", "pns")
    masukan["tahun"] = isian.bulat("tahun", 1900, 2199, None) or thr.tahun_terakhir(buku)
    if "tmt" in isian or "bulan_dasar" in isian:
        masukan["masa_kerja"] = thr.masa_kerja_bulan(isian.tanggal("tmt"), isian.tanggal("bulan_dasar"))
    keluar = {f"{k}_thr": f"{k}_thr" for k in thr.KOMPONEN}
    keluar |= {"thr_bruto": "thr_bruto", "masa_kerja_bulan": "bulan_dihitung"}
    jawab = dari_susunan(thr.SUSUNAN.bagian(keluar.values()), masukan, buku, keluar)
    tambahan = {f"{k}_thr": jawab.hasil["tunjangan_jabatan_thr"] * (n > 0) for k, n in jabatan.items()}
    tambahan["thr_bruto_without_tpp"] = jawab.hasil["thr_bruto"] - jawab.hasil["tpp_sebulan_thr"]
    tambahan["iwp_and_bpjs_deductions"] = 0
    return Jawaban({**jawab.hasil, **tambahan}, jawab.jejak, buku)


jenis_susunan("thr_month", thr.SUSUNAN)
