"""Tanggal dari segala tulisan kantor. Lebih baik bertanya daripada menerima tanggal yang salah.

Tiga putusan: `terima` (satu bacaan saja), `tinjau` (lebih dari satu bacaan, atau salah ketik yang dapat
diduga: kode TANGGAL_AMBIGU, orang ditanya), `tolak` (bukan tanggal: kode TANGGAL_TIDAK_SAH).

`01/10/2025` berangka dua-dua dibaca hari lebih dulu, seperti dokumen Indonesia. `10/1/2023` tanpa nol lahir
dari Excel berbahasa Inggris maupun Indonesia, maka ditanyakan bila kedua bacaannya ada. Kolom yang memuat
tanggal berbulan di depan (mis. 10/25/2023) membuat semua tanggal miringnya meragukan.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ..baca.tabel import ANGKA, TANGGAL, Sel
from .bersih import kosong, rapikan
from .bulan import NAMA_HARI, bulan_mirip, bulan_pasti

TERIMA, TINJAU, TOLAK, KOSONG = "terima", "tinjau", "tolak", "kosong"
TAHUN_TERAWAL, TAHUN_TERAKHIR = 1900, 2100
SERIAL_TERKECIL, SERIAL_TERBESAR = 7_306, 65_746  # 1 Januari 1920 sampai 31 Desember 2079
_EPOK = date(1899, 12, 30)
_GESER_1904 = 1462
TAHUN_JANGKAR = 20  # tahun dua angka dibaca dalam seratus tahun yang berakhir sekian tahun sesudah hari ini

_JAM = re.compile(
    r"[T ]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|wit|wita|wib)?$", re.I
)
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_ANGKA = re.compile(r"(\d{1,2})\s*([-/. ])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})")
_KATA = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([a-z]{1,12})[\s\-/.,']*(\d{4}|\d{2})", re.I)
_KATA_DEPAN = re.compile(r"([a-z]{3,12})[\s\-.]+(\d{1,2})(?:st|nd|rd|th)?[\s,\-]+(\d{4}|\d{2})", re.I)
_SAMBUNG = r"\s*(?:-|–|—|s\s*/\s*d\.?|s\.?\s?d\.?|sd|sampai(?: dengan)?|hingga|to)\s*"
_RENTANG = re.compile(
    rf"(\d{{1,2}})(?:\s*([a-z]{{3,12}})(?:\s+(\d{{4}}))?)?{_SAMBUNG}(\d{{1,2}}[\s\-/.]*[a-z]{{3,12}}.*)", re.I
)
_RENTANG_PENUH = re.compile(rf"(.{{6,}}?)(?:{_SAMBUNG})(.{{6,}})", re.I)
_DELAPAN = re.compile(r"\d{8}")


@dataclass(frozen=True, slots=True)
class Terbaca:
    """Hasil membaca satu sel. `sampai` terisi bila sel memuat rentang. `dugaan` = bacaan yang mungkin."""

    putusan: str
    hari: date | None = None
    sampai: date | None = None
    dua_digit: bool = False
    sebab: str = ""
    dugaan: tuple[date, ...] = ()
    tidak_wajar: bool = False  # ada di kalender, tetapi tahunnya mustahil bagi orang yang hidup kini


@dataclass(frozen=True, slots=True)
class Gaya:
    """Yang diketahui dari seluruh kolom dan hari ini. `tahun_akhir` = tahun terbesar bagi tahun dua angka."""

    tahun_akhir: int
    bulan_dulu: bool = False
    geser_1904: bool = False


def gaya_kolom(sel: Iterable[Sel], tahun_akhir: int, geser_1904: bool = False) -> Gaya:
    """Cari bukti bahwa kolom ini menulis bulan lebih dulu."""
    bulan_dulu = False
    for s in sel:
        cocok = _ANGKA.fullmatch(rapikan(s.teks)) if "/" in s.teks else None
        if cocok and int(cocok[3]) > 12 >= int(cocok[1]):
            bulan_dulu = True
            break
    return Gaya(tahun_akhir, bulan_dulu, geser_1904)


def baca_tanggal(sel: Sel, gaya: Gaya) -> Terbaca:
    """Baca satu sel menjadi tanggal atau rentang tanggal."""
    if sel.jenis == ANGKA:
        return _serial(sel.teks, gaya)
    baris = [b for b in sel.teks.splitlines() if b.strip()]
    if len(baris) > 1 and sum(any(h.isdigit() for h in b) for b in baris) > 1:
        return Terbaca(TOLAK, sebab="sel memuat lebih dari satu tanggal")
    teks = rapikan(sel.teks)
    if kosong(teks) or re.fullmatch(r"0+([-/.]0+){0,2}", teks):
        return Terbaca(KOSONG)
    if sel.jenis == TANGGAL:
        return _hari(int(teks[:4]), int(teks[5:7]), int(teks[8:10]))
    return _teks(teks, gaya)


def _teks(teks: str, gaya: Gaya) -> Terbaca:
    jam = _JAM.search(teks)
    if jam:
        zona = (jam[4] or "").upper()
        tengah_malam = int(jam[1]) == 0 and int(jam[2]) == 0
        teks = teks[: jam.start()]
        isi = _teks(teks, gaya)
        if zona not in {"", "WIT"} and not tengah_malam and isi.hari:
            return Terbaca(TINJAU, sebab="jam dan zona waktunya dapat menggeser hari", dugaan=(isi.hari,))
        return isi
    teks, pekan = _lepas_hari(re.sub(r"^(?:tgl|tanggal|per)\b\.?\s*:?\s*", "", teks, flags=re.I))
    hasil = _rentang(teks, gaya) or _tunggal(teks, gaya)
    if pekan is not None and hasil.putusan == TERIMA and hasil.hari and hasil.hari.weekday() != pekan:
        return Terbaca(TINJAU, sebab="nama harinya tidak cocok dengan tanggalnya", dugaan=(hasil.hari,))
    return hasil


def _lepas_hari(teks: str) -> tuple[str, int | None]:
    kata, _, sisa = teks.partition(" ")
    nomor = NAMA_HARI.get(kata.casefold().strip(",.")) if sisa else None
    return (teks, None) if nomor is None else (sisa.strip(" ,"), nomor)


def _tunggal(teks: str, gaya: Gaya) -> Terbaca:
    if cocok := _ISO.fullmatch(teks):
        return _hari(int(cocok[1]), int(cocok[3]), int(cocok[4]))
    if cocok := _ANGKA.fullmatch(teks):
        return _angka(cocok, gaya)
    if cocok := _KATA.fullmatch(teks):
        return _kata(int(cocok[1]), cocok[2], cocok[3], gaya)
    if cocok := _KATA_DEPAN.fullmatch(teks):
        return _kata(int(cocok[2]), cocok[1], cocok[3], gaya)
    if _DELAPAN.fullmatch(teks):
        return _delapan(teks)
    if re.fullmatch(r"\d{4,5}(?:[.,]\d+)?", teks) and len(re.split(r"[.,]", teks)[0]) == 5:
        return _serial(teks.replace(",", "."), gaya)
    if re.fullmatch(r"\d{1,2}[\s\-/.]*[a-z]{3,12}\.?", teks, re.I):
        return Terbaca(TOLAK, sebab="tahunnya tidak ada")
    if re.fullmatch(r"(?:\d{4}|[a-z]{3,12}\.?[\s\-/.]*\d{2,4})", teks, re.I):
        return Terbaca(TOLAK, sebab="harinya tidak ada")
    return Terbaca(TOLAK, sebab="bukan tanggal")


def _kata(hari: int, kata: str, tahun: str, gaya: Gaya) -> Terbaca:
    bulan = bulan_pasti(kata)
    if bulan is not None:
        return _hari(_tahun(tahun, gaya), bulan, hari, dua_digit=len(tahun) == 2)
    duga = bulan_mirip(kata)
    if duga is None:
        return Terbaca(TOLAK, sebab=f"bulan '{kata}' tidak dikenal")
    hasil = _hari(_tahun(tahun, gaya), duga, hari)
    if hasil.hari is None:
        return hasil
    return Terbaca(TINJAU, sebab=f"nama bulan '{kata}' salah ketik", dugaan=(hasil.hari,))


def _angka(cocok: re.Match[str], gaya: Gaya) -> Terbaca:
    satu, tanda, dua, tahun_teks = cocok[1], cocok[2], cocok[3], cocok[4]
    if tanda == " " and len(tahun_teks) == 2:
        return Terbaca(TOLAK, sebab="bukan tanggal")
    dua_digit, tahun = len(tahun_teks) == 2, _tahun(tahun_teks, gaya)
    hari_dulu = _hari(tahun, int(dua), int(satu), dua_digit)
    bulan_dulu = _hari(tahun, int(satu), int(dua), dua_digit)
    dua_angka = len(satu) == 2 and len(dua) == 2
    if hari_dulu.hari is None and bulan_dulu.hari is None:
        return hari_dulu
    if hari_dulu.hari is None:
        # hanya bulan di depan yang mungkin: tulisan Excel Inggris; berangka dua-dua ditanyakan dahulu
        if dua_angka or tanda != "/":
            return Terbaca(TINJAU, sebab="bulan tertulis di depan hari", dugaan=(bulan_dulu.hari,))  # type: ignore[arg-type]
        return bulan_dulu
    if bulan_dulu.hari is None:
        return hari_dulu
    if dua_angka and not (gaya.bulan_dulu and tanda == "/"):
        return hari_dulu
    dugaan = tuple(dict.fromkeys((hari_dulu.hari, bulan_dulu.hari)))
    return Terbaca(TINJAU, sebab="dapat dibaca hari-bulan atau bulan-hari", dugaan=dugaan)


def _delapan(teks: str) -> Terbaca:
    """`19950928` atau `28091995`; keduanya tidak pernah sah bersamaan, karena 19 dan 20 bukan bulan."""
    tahun_dulu = _hari(int(teks[:4]), int(teks[4:6]), int(teks[6:]))
    hari_dulu = _hari(int(teks[4:]), int(teks[2:4]), int(teks[:2]))
    return tahun_dulu if tahun_dulu.hari else hari_dulu


def _rentang(teks: str, gaya: Gaya) -> Terbaca | None:
    """`3-5 Januari 2025`, `30 Januari s.d. 2 Februari 2025`, `01/02/2025 - 03/02/2025`."""
    if cocok := _RENTANG.fullmatch(teks):
        akhir = _tunggal(cocok[4].strip(), gaya)
        awal = _awal_rentang(cocok, akhir)
    elif cocok := _RENTANG_PENUH.fullmatch(teks):
        awal, akhir = _tunggal(cocok[1].strip(), gaya), _tunggal(cocok[2].strip(), gaya)
        if TOLAK in (awal.putusan, akhir.putusan):
            return None
    else:
        return None
    if TINJAU in (awal.putusan, akhir.putusan):
        sebab = akhir.sebab if akhir.putusan == TINJAU else awal.sebab
        return Terbaca(TINJAU, sebab=sebab, dugaan=awal.dugaan + akhir.dugaan)
    if awal.hari is None or akhir.hari is None:
        return Terbaca(TOLAK, sebab="rentang tanggalnya tidak terbaca")
    if akhir.hari < awal.hari:
        return Terbaca(TOLAK, sebab="rentang tanggalnya terbalik")
    return Terbaca(TERIMA, awal.hari, akhir.hari, awal.dua_digit or akhir.dua_digit)


def _awal_rentang(cocok: re.Match[str], akhir: Terbaca) -> Terbaca:
    """Hari pertama meminjam bulan dan tahun dari hari terakhir bila tidak tertulis."""
    acuan = akhir.hari or (akhir.dugaan[0] if akhir.dugaan else None)
    if acuan is None:
        return Terbaca(TOLAK, sebab=akhir.sebab)
    bulan = acuan.month if cocok[2] is None else bulan_pasti(cocok[2])
    if bulan is None:
        return Terbaca(TOLAK, sebab=f"bulan '{cocok[2]}' tidak dikenal")
    return _hari(int(cocok[3] or acuan.year), bulan, int(cocok[1]), akhir.dua_digit)


def _serial(teks: str, gaya: Gaya) -> Terbaca:
    """Nomor seri tanggal Excel."""
    try:
        angka = int(float(teks))
    except (ValueError, OverflowError):
        return Terbaca(TOLAK, sebab="bukan tanggal")
    if angka == 0:
        return Terbaca(KOSONG)
    if _DELAPAN.fullmatch(teks):
        return _delapan(teks)
    angka += _GESER_1904 if gaya.geser_1904 else 0
    if not SERIAL_TERKECIL <= angka <= SERIAL_TERBESAR:
        return Terbaca(TOLAK, sebab="angka ini bukan nomor seri tanggal Excel")
    return Terbaca(TERIMA, _EPOK + timedelta(days=angka))


def _tahun(teks: str, gaya: Gaya) -> int:
    """Tahun dua angka dibaca dalam seratus tahun yang berakhir pada `tahun_akhir`."""
    angka = int(teks)
    if len(teks) == 4:
        return angka
    abad = gaya.tahun_akhir // 100 * 100
    return angka + (abad if angka + abad <= gaya.tahun_akhir else abad - 100)


def _hari(tahun: int, bulan: int, hari: int, dua_digit: bool = False) -> Terbaca:
    try:
        ada = date(tahun, bulan, hari)
    except ValueError:
        return Terbaca(TOLAK, sebab="tanggal itu tidak ada di kalender")
    if not TAHUN_TERAWAL <= tahun <= TAHUN_TERAKHIR:
        sebab = f"tahun {tahun} di luar {TAHUN_TERAWAL} sampai {TAHUN_TERAKHIR}"
        return Terbaca(TOLAK, sebab=sebab, tidak_wajar=True)
    return Terbaca(TERIMA, ada, dua_digit=dua_digit)
