"""Jenis kasus: indeks profesionalitas orang, kategori, dan organisasi."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import numpy as np

from ... import ip_asn
from ...buku import Timpa
from ...bulat import dari_skala, ke_skala
from ...galat import Cacat, MasukanTidakSah, tolak
from ..daftar import Jawaban, dari_susunan, jenis, satu_langkah
from ..isian import Isian

# hari terakhir yang diatur skema lama; skema baru memakai aturan terbaru
_PADA = {ip_asn.PERBAN8: date(2022, 12, 31), ip_asn.SURAT4190: date.max}
_KELOMPOK = ("ASN", "PNS", "PPPK")
_ORANG_TERBANYAK = 10_000_000  # batas kewarasan masukan
# skema -> dimensi -> kolom yang salah satunya harus disebut; tanpa data bukan nol, melainkan belum diketahui
_WAJIB = {
    ip_asn.PERBAN8: {
        "kualifikasi": ("pendidikan",),
        "kompetensi": ("diklat_teknis_jp", "diklat_pim", "diklat_fungsional", "seminar"),
        "jabatan": ("jabatan",),
        "kinerja": ("predikat", "nilai_skp"),
        "disiplin": ("hukdis",),
    },
    ip_asn.SURAT4190: {
        "kualifikasi": ("kualifikasi_vs_jabatan",),
        "kompetensi": ("bangkom_jp", "bangkom_points"),
        "kinerja": ("predikat",),
        "disiplin": ("hukdis",),
    },
}
_KOLOM = " ".join(dict.fromkeys(k for s in ip_asn.SKEMA.values() for k in s.bidang))
_KELUAR = {d: d for d in ip_asn.DIMENSI} | {"index": "indeks", "kategori": "kategori"}
_DASAR_ORGANISASI = "Peraturan BKN 8/2019: rata-rata seluruh orang yang diukur"


@jenis("ip_asn_person", f"scheme year proportional_jp {_KOLOM}")
def ip_asn_person(isian: Isian) -> Jawaban:
    tahun = isian.bulat("year", 2019, 9999, None)
    pada = date(tahun, 12, 31) if tahun else None
    if "scheme" in isian:
        skema = isian.teks("scheme")
        ip_asn.susunan(skema)  # menolak skema asing sebelum buku dicari
        pada = pada or _PADA[skema]
    timpa = []
    if "proportional_jp" in isian:
        nilai = isian.ya("proportional_jp")
        timpa = [Timpa("ip_asn_p8_jp_proporsional", None, date(2019, 1, 1), nilai, "Masukan proportional_jp")]
    buku = isian.buku(pada or date.max, timpa)
    skema = isian.teks("scheme", None) or ip_asn.skema_tahun(buku)
    susunan = ip_asn.susunan(skema)
    # kolom milik skema lain boleh ada: satu berkas orang dapat dihitung dengan kedua skema
    masukan = {k: v for k, v in isian.data.items() if k in susunan.bidang}
    jawab = dari_susunan(susunan, masukan, buku, _KELUAR)
    _dimensi_lengkap(isian, skema)
    return jawab


def _dimensi_lengkap(isian: Isian, skema: str) -> None:
    """Galat: `MasukanTidakSah` menyebut setiap dimensi yang belum disebut datanya."""
    bidang = ip_asn.susunan(skema).bidang
    cacat = [
        Cacat(kolom[0], f"wajib diisi untuk {dimensi}", bidang[kolom[0]].boleh if len(kolom) == 1 else kolom)
        for dimensi, kolom in _WAJIB[skema].items()
        if not any(k in isian for k in kolom)
    ]
    if cacat:
        raise MasukanTidakSah(cacat)


@jenis("ip_asn_category", "value")
def ip_asn_category(isian: Isian) -> Jawaban:
    return dari_susunan(
        ip_asn.SUSUNAN_KATEGORI, {"indeks": isian.angka("value")}, isian.buku(), {"kategori": "kategori"}
    )


@jenis("ip_asn_org_sum", "year kind n kualifikasi kompetensi kinerja disiplin")
def ip_asn_org_sum(isian: Isian) -> Jawaban:
    _kelompok(isian)
    isian.bulat("n", 1, _ORANG_TERBANYAK, None)
    tahun = isian.bulat("year", 2019, 9999, None)
    masukan = {d: isian.angka(d) for d in ip_asn.DIMENSI}
    buku = isian.buku(date(tahun, 12, 31) if tahun else date.max)
    return dari_susunan(ip_asn.SUSUNAN_JUMLAH, masukan, buku, {"index": "indeks", "kategori": "kategori"})


def _tertimbang(isian: Isian, kunci: tuple[str, ...]) -> int | Decimal:
    kelompok = isian.daftar("groups")
    nilai, n = [], []
    for i, satu in enumerate(kelompok):
        if not isinstance(satu, Mapping):
            raise tolak("groups", "tiap kelompok harus objek", ['{"n", "value"}'], baris=i)
        anak = Isian(satu, ("n", "kind", "name", *kunci))
        _kelompok(anak)
        anak.teks("name", "")
        nama = next((k for k in kunci if k in anak), kunci[0])
        n.append(anak.bulat("n", 0, _ORANG_TERBANYAK))
        nilai.append(_skala(nama, anak.angka(nama)))
    rata = ip_asn.rata_tertimbang(np.array(nilai, dtype=np.int64), np.array(n, dtype=np.int64))
    return dari_skala(rata, ip_asn.SKALA)


def _kelompok(isian: Isian) -> None:
    """Kelompok pegawai yang diukur; boleh tidak disebut."""
    if isian.teks("kind", "ASN") not in _KELOMPOK:
        raise tolak("kind", f"kelompok '{isian.data['kind']}' tidak dikenal", _KELOMPOK)


def _nilai(isian: Isian, nama: str) -> Decimal:
    nilai = isian.angka(nama)
    _skala(nama, nilai)
    return nilai


def _skala(nama: str, nilai: Decimal) -> int:
    if not 0 <= nilai <= 100 or nilai != round(nilai, 2):
        raise tolak(nama, f"{nilai} bukan nilai indeks", ["0 sampai 100, paling banyak 2 desimal"])
    return ke_skala(nilai, ip_asn.SKALA)


@jenis("ip_asn_org_weighted_mean_dimension", "groups")
def ip_asn_org_weighted_mean_dimension(isian: Isian) -> Jawaban:
    hasil = {"value": _tertimbang(isian, ("value",))}
    return satu_langkah(isian, isian.buku(), hasil, "Rata-rata organisasi", _DASAR_ORGANISASI, satuan="poin")


@jenis("ip_asn_org_weighted_mean", "groups")
def ip_asn_org_weighted_mean(isian: Isian) -> Jawaban:
    indeks = _tertimbang(isian, ("index", "value"))
    jawab = dari_susunan(ip_asn.SUSUNAN_KATEGORI, {"indeks": indeks}, isian.buku(), {"kategori": "kategori"})
    return Jawaban({"index": indeks, **jawab.hasil}, jawab.jejak, jawab.buku)


@jenis("ip_asn_backsolve", "kind index kualifikasi kinerja disiplin")
def ip_asn_backsolve(isian: Isian) -> Jawaban:
    _kelompok(isian)
    indeks, *lain = (_nilai(isian, d) for d in ("index", "kualifikasi", "kinerja", "disiplin"))
    if (kompetensi := indeks - sum(lain)) < 0:
        raise tolak("index", f"{indeks} kurang dari jumlah ketiga dimensi", [f"sedikitnya {sum(lain)}"])
    hasil = {"kompetensi": kompetensi}
    return satu_langkah(
        isian, isian.buku(), hasil, "Kompetensi dari indeks", "Peraturan BKN 8/2019", satuan="poin"
    )
