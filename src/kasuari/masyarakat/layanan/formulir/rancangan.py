"""Rancangan satu formulir: halaman berisi isian, seperti disusun petugas.

{"halaman": [{"judul": "Keperluan", "isian": [
    {"kode": "keperluan", "label": "Untuk apa?", "jenis": "pilih", "wajib": true,
     "pilihan": [{"nilai": "sekolah", "teks": "Sekolah"}, ...]},
    {"kode": "sekolah", "label": "Nama sekolah", "jenis": "teks", "wajib": true,
     "bila": {"isian": "keperluan", "sama": ["sekolah"]}}]}]}
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.masyarakat.layanan.formulir import hitung

JENIS = {
    "teks": gettext_lazy("Tulisan pendek"),
    "panjang": gettext_lazy("Tulisan panjang"),
    "angka": gettext_lazy("Angka bulat"),
    "tanggal": gettext_lazy("Tanggal"),
    "pilih": gettext_lazy("Pilih satu"),
    "banyak": gettext_lazy("Pilih beberapa"),
    "nik": gettext_lazy("NIK"),
    "telepon": gettext_lazy("Nomor HP"),
    "berkas": gettext_lazy("Unggah berkas"),
    "hitung": gettext_lazy("Nilai yang dihitung"),
    "ulang": gettext_lazy("Kelompok berulang"),
}
BERPILIHAN = ("pilih", "banyak")
TANPA_ANAK = ("berkas", "hitung", "ulang", "banyak")  # tidak dapat menjadi anak kelompok berulang
KODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
ISIAN_TERBANYAK, HALAMAN_TERBANYAK, PILIHAN_TERBANYAK, BARIS_TERBANYAK = 80, 20, 60, 20  # batas mesin
ANGKA_TERBESAR = 10**15

Isian = Mapping[str, Any]
Isi = Mapping[str, Any]


def kosong() -> dict[str, Any]:
    return {"halaman": [{"judul": "Isian", "isian": []}]}


def semua(rancangan: Mapping[str, Any]) -> Iterator[Isian]:
    """Tiap isian, urut; anak kelompok tidak ikut."""
    for h in rancangan["halaman"]:
        yield from h["isian"]


def tampak(isian: Isian, isi: Isi) -> bool:
    """Apakah isian itu ditanyakan, menurut jawaban sejauh ini."""
    bila = isian.get("bila")
    if not bila:
        return True
    jawab = isi.get(bila["isian"])
    return bool(set(jawab if isinstance(jawab, list) else [jawab]) & set(bila["sama"]))


def periksa(rancangan: Mapping[str, Any]) -> None:
    """Galat: `MasukanSalah` menyebut isian mana dan apa yang harus diubah."""
    halaman = rancangan.get("halaman") or []
    if not 1 <= len(halaman) <= HALAMAN_TERBANYAK:
        raise MasukanSalah(_("Formulir berisi 1 sampai %(n)s halaman.") % {"n": HALAMAN_TERBANYAK})
    daftar = list(semua(rancangan))
    if not 1 <= len(daftar) <= ISIAN_TERBANYAK:
        raise MasukanSalah(_("Formulir berisi 1 sampai %(n)s isian.") % {"n": ISIAN_TERBANYAK})
    for h in halaman:
        if not str(h.get("judul", "")).strip():
            raise MasukanSalah(_("Tiap halaman perlu judul."))
    sebelum: dict[str, Isian] = {}
    for isian in daftar:
        _satu(isian)
        if isian["jenis"] == "hitung":
            hitung.periksa(isian.get("rumus", ""), sebelum.values())
        if isian["kode"] in sebelum:
            raise MasukanSalah(_("Kode isian “%(k)s” dipakai dua kali.") % {"k": isian["kode"]}, "kode")
        _syarat(isian, sebelum)
        sebelum[isian["kode"]] = isian


def _satu(isian: Isian, anak: bool = False) -> None:
    label = str(isian.get("label", "")).strip()
    if not label:
        raise MasukanSalah(_("Tiap isian perlu pertanyaan atau label."), "label")
    if not KODE.fullmatch(str(isian.get("kode", ""))):
        raise MasukanSalah(
            _("Kode isian “%(l)s” harus huruf kecil, angka, atau garis bawah, diawali huruf.") % {"l": label}, "kode"
        )  # fmt: skip
    jenis = isian.get("jenis")
    if jenis not in JENIS or (anak and jenis in TANPA_ANAK):
        raise MasukanSalah(_("Jenis isian “%(l)s” tidak dikenal di sini.") % {"l": label}, "jenis")
    if jenis in BERPILIHAN:
        nilai = [p.get("nilai") for p in isian.get("pilihan", [])]
        if not 2 <= len(nilai) <= PILIHAN_TERBANYAK or len(set(nilai)) != len(nilai) or not all(nilai):
            raise MasukanSalah(
                _("“%(l)s” perlu sedikitnya dua pilihan yang berbeda.") % {"l": label}, "pilihan"
            )
    if jenis == "angka":
        bawah, atas = isian.get("min"), isian.get("maks")
        if bawah is not None and atas is not None and bawah > atas:
            raise MasukanSalah(_("“%(l)s”: angka terkecil melebihi angka terbesar.") % {"l": label}, "min")
    if jenis == "ulang":
        _kelompok(isian, label)


def _kelompok(isian: Isian, label: str) -> None:
    anak = isian.get("anak") or []
    if not anak:
        raise MasukanSalah(_("Kelompok “%(l)s” belum punya isian.") % {"l": label}, "anak")
    if not 1 <= int(isian.get("maks") or BARIS_TERBANYAK) <= BARIS_TERBANYAK:
        raise MasukanSalah(
            _("Kelompok “%(l)s” paling banyak %(n)s baris.") % {"l": label, "n": BARIS_TERBANYAK}, "maks"
        )
    if len({a.get("kode") for a in anak}) != len(anak):
        raise MasukanSalah(_("Kode isian di kelompok “%(l)s” harus berbeda-beda.") % {"l": label}, "kode")
    for a in anak:
        _satu(a, anak=True)


def _syarat(isian: Isian, sebelum: Mapping[str, Isian]) -> None:
    """Syarat hanya menunjuk isian berpilihan yang ditanyakan lebih dulu."""
    bila = isian.get("bila")
    if not bila:
        return
    acuan = sebelum.get(bila.get("isian", ""))
    if acuan is None or acuan["jenis"] not in BERPILIHAN:
        raise MasukanSalah(
            _("Syarat “%(l)s” harus menunjuk isian pilihan yang ditanyakan lebih dulu.") % {"l": isian["label"]}, "bila"
        )  # fmt: skip
    if not bila.get("sama") or set(bila["sama"]) - {p["nilai"] for p in acuan["pilihan"]}:
        raise MasukanSalah(
            _("Syarat “%(l)s” memakai jawaban yang tidak ada di “%(a)s”.")
            % {"l": isian["label"], "a": acuan["label"]},
            "bila",
        )
