"""Jenis kasus: angka kredit. Angka hukum yang ikut ditulis di masukan harus sama dengan parameternya."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ... import angka_kredit as ak
from ...buku import Buku
from ...bulat import dari_skala, ke_skala, wajar
from ...galat import tolak
from ...rumus import jelaskan
from ..daftar import Jawaban, dari_susunan, jenis, satu_langkah
from ..isian import Isian

_DASAR = "PermenPANRB 1/2023; Peraturan BKN 3/2023"


def _jenjang(isian: Isian, *kolom: str) -> str:
    """Nama jenjang dari kolom pertama yang terisi; 'JF Ahli Muda' dibaca Ahli Muda."""
    nama = next((k for k in kolom if k in isian), kolom[0])
    teks = isian.teks(nama)
    temu = [j for j in ak.JENJANG if j.lower() in teks.lower()]
    if len(temu) != 1:
        raise tolak(nama, f"jenjang '{teks}' tidak dikenal", ak.JENJANG)
    return temu[0]


def _cocok(isian: Isian, kolom: str, menurut: Any) -> None:
    """Angka hukum yang ditulis di masukan harus sama dengan hasil aturan."""
    if kolom in isian and isian.angka(kolom) != Decimal(menurut):
        raise tolak(kolom, f"{isian.angka(kolom)} berbeda dengan aturan", [str(menurut)])


def _nilai(jawab: Jawaban, langkah: str) -> Any:
    return next(x.nilai for x in jawab.jejak if x.langkah == langkah)


def _setahun(isian: Isian) -> Jawaban:
    masukan = {
        "jenjang": _jenjang(isian, "jenjang"),
        "predikat": isian.teks("predikat"),
        "bulan": isian.bulat("months", 1, 12),
    }
    jawab = dari_susunan(ak.SUSUNAN, masukan, isian.buku(), {"ak": "ak_konversi"})
    _cocok(isian, "koefisien", _nilai(jawab, "koefisien"))
    return jawab


@jenis("angka_kredit_year", "jenjang koefisien predikat months")
def angka_kredit_year(isian: Isian) -> Jawaban:
    return _setahun(isian)


@jenis("angka_kredit_periodic", "jenjang koefisien predikat months")
def angka_kredit_periodic(isian: Isian) -> Jawaban:
    return _setahun(isian)


@jenis("angka_kredit_accumulate", "parts")
def angka_kredit_accumulate(isian: Isian) -> Jawaban:
    """Bagian berupa angka (jenjang sama), atau objek {jenjang, ak} urut waktu."""
    bagian = [_bagian(nilai, i) for i, nilai in enumerate(isian.daftar("parts"))]
    if not bagian:
        raise tolak("parts", "tidak ada angka kredit yang disebut", ["sedikitnya satu bagian"])
    hasil = {"total": dari_skala(ak.akumulasi(bagian), ak.SKALA)}
    return satu_langkah(isian, isian.buku(), hasil, "Angka kredit terkumpul", _DASAR, satuan="angka kredit")


def _bagian(nilai: Any, baris: int) -> tuple[str, int]:
    jenjang: Any = ""
    angka = nilai
    if isinstance(nilai, Mapping):
        jenjang, angka = nilai.get("jenjang"), nilai.get("ak")
    sah = isinstance(angka, int | Decimal) and not isinstance(angka, bool) and isinstance(jenjang, str)
    if not sah or not wajar(Decimal(angka)) or Decimal(angka) * ak.SKALA % 1:
        raise tolak(
            "parts", "tiap bagian harus angka kredit", ["angka dengan paling banyak 2 desimal"], baris
        )
    return jenjang, ke_skala(angka, ak.SKALA)


@jenis(
    "angka_kredit_move_into_jf",
    "target_jenjang golongan predikat_pct koefisien years_counted ak_dasar from_jabatan ijazah "
    "experience_years target pangkat_puncak",
)
def angka_kredit_move_into_jf(isian: Isian) -> Jawaban:
    """Saat pindah ke jabatan fungsional: angka kredit dasar, dan konversinya bila tahun dan predikat disebut."""
    buku = isian.buku()
    jenjang = _jenjang(isian, "target_jenjang", "target")
    masukan: dict[str, Any] = {"jenjang": jenjang, "golongan": isian.golongan("golongan")}
    keluar = {"ak_dasar": "ak_dasar"}
    kolom = "years_counted" if "years_counted" in isian else "experience_years"
    if kolom in isian and "predikat_pct" in isian:
        masukan |= {
            "predikat": _predikat_persen(isian, buku.tabel("ak_persen_predikat")),
            "tahun_pangkat": isian.bulat(kolom, 0, 60),
            "pangkat_puncak": isian.ya("pangkat_puncak", False),
        }
        keluar |= {"ak_konversi": "ak_konversi_pindah", "total": "ak_pindah"}
    jawab = dari_susunan(ak.SUSUNAN, masukan, buku, keluar)
    _cocok(isian, "ak_dasar", jawab.hasil["ak_dasar"])
    if "ak_konversi" in keluar:
        _cocok(isian, "koefisien", _nilai(jawab, "koefisien"))
    return jawab


def _predikat_persen(isian: Isian, persen: Mapping[str, int]) -> str:
    nilai = isian.angka("predikat_pct")
    temu = next((nama for nama, angka in persen.items() if angka == nilai), None)
    if temu is None:
        raise tolak(
            "predikat_pct", f"{nilai} bukan persen sebuah predikat", [str(p) for p in persen.values()]
        )
    return temu


def _jenjang_nilai_dasar(isian: Isian, tabel: Mapping[str, int]) -> str:
    nilai = isian.angka("nilai_dasar")
    temu = next((jenjang for jenjang, dasar in tabel.items() if dasar == nilai), None)
    if temu is None:
        raise tolak("nilai_dasar", f"{nilai} bukan nilai dasar", [str(d) for d in tabel.values()])
    return temu


def _golongan_jenjang(isian: Isian, jenjang: str, buku: Buku) -> None:
    """Golongan yang disebut harus termasuk jenjang itu; galatnya menyebut yang termasuk."""
    if "golongan" in isian:
        jelaskan(ak.SUSUNAN, {"jenjang": jenjang, "golongan": isian.golongan("golongan")}, buku, ["ak_dasar"])


@jenis("angka_kredit_integrasi", "konvensional nilai_dasar golongan jenjang")
def angka_kredit_integrasi(isian: Isian) -> Jawaban:
    buku = isian.buku()
    tabel = buku.tabel("ak_nilai_dasar")
    jenjang = _jenjang(isian, "jenjang") if "jenjang" in isian else _jenjang_nilai_dasar(isian, tabel)
    _cocok(isian, "nilai_dasar", tabel.get(jenjang, 0))
    _golongan_jenjang(isian, jenjang, buku)
    masukan = {"jenjang": jenjang, "konvensional": isian.angka("konvensional")}
    return dari_susunan(ak.SUSUNAN, masukan, buku, {"integrasi": "ak_integrasi"})


@jenis("angka_kredit_integrasi_range", "jenjang golongan konvensional_range nilai_dasar")
def angka_kredit_integrasi_range(isian: Isian) -> Jawaban:
    buku = isian.buku()
    jenjang = _jenjang(isian, "jenjang")
    _cocok(isian, "nilai_dasar", buku.tabel("ak_nilai_dasar").get(jenjang, 0))
    _golongan_jenjang(isian, jenjang, buku)
    ujung = isian.daftar("konvensional_range")
    if len(ujung) != 2:
        raise tolak("konvensional_range", "rentang perlu dua angka", ["[bawah, atas]"])
    jawab = [
        dari_susunan(ak.SUSUNAN, {"jenjang": jenjang, "konvensional": n}, buku, {"n": "ak_integrasi"})
        for n in ujung
    ]
    hasil = {"integrasi_range": [j.hasil["n"] for j in jawab]}
    return Jawaban(hasil, [x for j in jawab for x in j.jejak], buku)


@jenis("angka_kredit_need", "jenjang")
def angka_kredit_need(isian: Isian) -> Jawaban:
    keluar = {
        "pangkat": "kebutuhan_pangkat",
        "jenjang": "kebutuhan_jenjang",
        "pendidikan": "ak_pendidikan",
    }
    return dari_susunan(ak.SUSUNAN, {"jenjang": _jenjang(isian, "jenjang")}, isian.buku(), keluar)


@jenis("angka_kredit_enough_for_pangkat", "jenjang golongan ak need")
def angka_kredit_enough_for_pangkat(isian: Isian) -> Jawaban:
    jenjang = _jenjang(isian, "jenjang")
    masukan = {"jenjang": jenjang, "ak": isian.angka("ak")}
    _golongan_jenjang(isian, jenjang, isian.buku())
    keluar = {"enough": "cukup_pangkat", "excess": "kelebihan_pangkat"}
    jawab = dari_susunan(ak.SUSUNAN, masukan, isian.buku(), keluar)
    _cocok(isian, "need", _nilai(jawab, "kebutuhan_pangkat"))
    hasil = {**jawab.hasil, "enough": jawab.hasil["enough"] == "cukup"}
    return Jawaban(hasil, jawab.jejak, jawab.buku)


@jenis("angka_kredit_years_needed", "jenjang predikat need ak")
def angka_kredit_years_needed(isian: Isian) -> Jawaban:
    masukan: dict[str, Any] = {"jenjang": _jenjang(isian, "jenjang"), "predikat": isian.teks("predikat")}
    if "ak" in isian:
        masukan["ak"] = isian.angka("ak")
    jawab = dari_susunan(ak.SUSUNAN, masukan, isian.buku(), {"years": "tahun_perlu"})
    _cocok(isian, "need", _nilai(jawab, "kebutuhan_pangkat"))
    return jawab
