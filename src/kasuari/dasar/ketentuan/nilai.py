"""Nilai parameter sebagai tulisan: dibaca dari ketikan petugas menurut jenis nilai yang digantikan, dan ditampilkan.

Wajar tidaknya angka itu diperiksa `aturan.batas`; yang menentukan tetap surat dan orang kedua.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aturan.buku import KOSONG as KOSONG_TARIF
from kasuari.aturan.buku import Nilai, Parameter
from kasuari.aturan.masukan import tanggal_iso
from kasuari.aturan.nomor_surat import SATUAN_POLA
from kasuari.aturan.parameter import semua
from kasuari.aturan.tilik import sel
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.ketentuan import kata
from kasuari.dasar.rupa.bentuk import KOSONG, angka, pemisah, persen, rupiah, tanggal

YA, TIDAK = "ya", "tidak"
BUTIR_TERBANYAK, BUTIR_TERPANJANG = 100, 120
DESIMAL_TERBANYAK = 6
_POLOS = re.compile(r"[0-9]+([.,][0-9]+)?")


def angka_ketik(teks: str) -> Decimal | None:
    """`4.250.000`, `Rp4.250.000`, `1.250,5`, `85,3`, atau `85.3` -> Decimal; None bila bukan angka yang jelas.

    Pemisah ribuan diikuti tepat tiga angka: titik dalam bahasa Indonesia, koma dalam bahasa Inggris, tepat seperti
    halaman menulisnya.
    """
    ribuan, koma = pemisah()
    rapi = re.sub(r"^rp\.?", "", teks.strip().lower()).replace(" ", "").replace("\u00a0", "")
    if re.fullmatch(rf"[0-9]{{1,3}}(\{ribuan}[0-9]{{3}})+(\{koma}[0-9]+)?", rapi):
        return Decimal(rapi.replace(ribuan, "").replace(koma, "."))
    return Decimal(rapi.replace(",", ".")) if _POLOS.fullmatch(rapi) else None


def _salah(pesan: str) -> MasukanSalah:
    return MasukanSalah(pesan, "nilai")


def baca(p: Parameter, kini: Nilai, teks: str, kunci: str | None = None) -> Nilai:
    """Ketikan -> nilai berjenis sama dengan `kini` (sel `kunci`). Galat: `MasukanSalah` pada isian `nilai`."""
    kini = contoh(p, kini)
    if isinstance(kini, tuple):
        return _daftar(p, kini, teks)
    return _satu(p, kini, teks.strip(), kunci)


def contoh(p: Parameter, kini: Nilai) -> Nilai:
    """Nilai yang jenisnya dipakai membaca ketikan: tarif yang belum diisi meniru sel lain, atau angka."""
    if kini != KOSONG_TARIF:
        return kini
    return next((x for v in p.versi for _k, x in sel(v.nilai) if x != KOSONG_TARIF), 0)


def _satu(p: Parameter, kini: Nilai, teks: str, kunci: str | None = None) -> Nilai:
    if isinstance(kini, bool):
        if teks not in (YA, TIDAK):
            raise _salah(_("Pilih ya atau tidak."))
        return teks == YA
    if isinstance(kini, date):
        hari = tanggal_iso(teks)
        if hari is None:
            raise _salah(_("“%(n)s” bukan tanggal yang ada. Tulis seperti 2027-01-31.") % {"n": teks[:40]})
        return hari
    if isinstance(kini, str) and p.satuan == SATUAN_POLA:
        if not 1 <= len(teks) <= BUTIR_TERPANJANG:
            raise _salah(_("Tulis polanya, paling banyak %(n)s huruf.") % {"n": BUTIR_TERPANJANG})
        return teks
    if isinstance(kini, str):
        boleh = pilihan(p, kunci)
        if teks not in boleh:
            raise _salah(_("Pilih satu dari: %(daftar)s.") % {"daftar": ", ".join(boleh)})
        return teks
    return _bilangan(p, teks)


def _bilangan(p: Parameter, teks: str) -> int | Decimal:
    isi = angka_ketik(teks)
    if isi is None:
        raise _salah(_("“%(n)s” bukan angka. Tulis angka saja, contoh 12 atau 4.250.000.") % {"n": teks[:40]})
    if isi == isi.to_integral_value():
        return int(isi)
    if -int(isi.as_tuple().exponent) > DESIMAL_TERBANYAK:
        raise _salah(
            _("%(n)s terlalu rinci: paling banyak %(d)s desimal.") % {"n": angka(isi), "d": DESIMAL_TERBANYAK}
        )
    isi_lain = {type(x) for v in p.versi for _k, x in sel(v.nilai) if x != KOSONG_TARIF}
    if p.satuan == "rupiah" or (isi_lain and Decimal not in isi_lain):
        raise _salah(_("Parameter ini bilangan bulat. Tulis tanpa desimal."))
    return isi


def _daftar(p: Parameter, kini: tuple[Nilai, ...], teks: str) -> tuple[Nilai, ...]:
    butir = [b.strip() for b in teks.splitlines() if b.strip()]
    if not 1 <= len(butir) <= BUTIR_TERBANYAK or any(len(b) > BUTIR_TERPANJANG for b in butir):
        raise _salah(_("Tulis 1 sampai %(n)s butir, satu butir satu baris.") % {"n": BUTIR_TERBANYAK})
    if len(set(butir)) != len(butir):
        raise _salah(_("Ada butir yang tertulis dua kali."))
    contoh = kini[0] if kini else ""
    return tuple(butir) if isinstance(contoh, str) else tuple(_satu(p, contoh, b) for b in butir)


def pilihan(p: Parameter, kunci: str | None = None) -> list[str]:
    """Teks yang dikenal rumus bagi sel itu: yang pernah dipakai parameter ini.

    Tabel yang isinya campuran (tenggat: lama, satuan, kalender) dibaca per baris, dari semua tabel sebentuk.
    """
    campur = len({type(x) for v in p.versi for _k, x in sel(v.nilai) if x != KOSONG_TARIF}) > 1
    asal = [x for x in semua().values() if x.satuan == p.satuan] if campur else [p]
    return sorted(
        {x for q in asal for v in q.versi for k, x in sel(v.nilai)
         if isinstance(x, str) and x != KOSONG_TARIF and (not campur or k == kunci)}
    )  # fmt: skip


def ketikan(nilai: Nilai) -> str:
    """Nilai sebagai isian awal formulir; `baca` mengembalikannya tepat sama."""
    if isinstance(nilai, bool):
        return YA if nilai else TIDAK
    if isinstance(nilai, tuple):
        return "\n".join(map(ketikan, nilai))
    if isinstance(nilai, date):
        return nilai.isoformat()
    return angka(nilai) if isinstance(nilai, int | Decimal) else str(nilai)


# bukan satuan yang dibaca orang di belakang angka
TANPA_SATUAN = frozenset(
    {
        "bilangan", "cara", "golongan", "indeks", "jenis", "kategori", "kelompok", "kode", "mutu", "nilai",
        "predikat", "putusan", "rezim", "satuan tenggatnya", "skema", "syarat", "tenggat", "tetapan", "tingkat",
        "unsur", "urutan",
    }
)  # fmt: skip
_TAMPIL: dict[str, Callable[[Any], str]] = {"rupiah": rupiah, "persen": persen}


def tampil(nilai: Nilai, satuan: str = "") -> str:
    """Nilai untuk dibaca orang, dengan satuannya. Satuan 'persen ...' dibaca sebagai persen."""
    if nilai is None:
        return KOSONG
    if nilai == KOSONG_TARIF:
        return _("belum diisi")
    if isinstance(nilai, bool):
        return _("ya") if nilai else _("tidak")
    if isinstance(nilai, tuple | list):
        return ", ".join(tampil(n, satuan if n is nilai[-1] else "") for n in nilai)
    if isinstance(nilai, date):
        return tanggal(nilai)
    if isinstance(nilai, int | Decimal):
        awal = satuan.split(";")[0].split(" ")[0]
        if awal in _TAMPIL and ";" not in satuan:
            return _TAMPIL[awal](nilai)
        if satuan in TANPA_SATUAN or not satuan.replace(" ", "").isalpha():
            return angka(nilai)
        return kata.bersatuan(nilai, angka(nilai), satuan)
    return str(nilai)
