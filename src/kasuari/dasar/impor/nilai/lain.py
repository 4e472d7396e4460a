"""Golongan, jenis kelamin, bilangan, masa kerja, dan tempat dengan tanggal dalam satu sel."""

import re
from difflib import get_close_matches

from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.golongan import KODE_GOLONGAN, GolonganTidakSah, normal_golongan
from kasuari.aturan.masa_kerja import urai

from ..baca.tabel import Sel
from .bersih import Bersih, gagal, kosong, rapikan

_JK = {
    "L": "l lk laki laki-laki lakilaki lelaki pria m male man 1",
    "P": "p pr perempuan wanita w f female woman 2",
}
JK = {tulis: jk for jk, semua in _JK.items() for tulis in semua.split()}
_TEMPAT = re.compile(
    r"^(?P<tempat>[^\d]*?[^\W\d_.])[\s,]*[,/;.\-\n]?\s*(?:(?:tgl|tanggal)\b\.?\s*)?(?P<tanggal>\d.*)$",
    re.S | re.I,
)
_MK = re.compile(
    r"(\d{1,2})\s*(?:tahun|thn|th|y|t)?\.?\s*(?:[,/\-.]|dan)?\s*(?:(\d{1,2})\s*(?:bulan|bln|bl|m|b)?\.?)?",
    re.I,
)


def bersihkan_golongan(teks: str) -> Bersih:
    """`nilai` = golongan baku (`III/a`, `IX`). Kode GOLONGAN_TIDAK_DIKENAL dengan yang terdekat sebagai saran."""
    rapi = re.sub(r"\b(tk|gol)\.(?=\S)", r"\1. ", rapikan(teks), flags=re.I)
    if kosong(rapi):
        return Bersih()
    try:
        return Bersih(normal_golongan(rapi))
    except GolonganTidakSah:
        mirip = get_close_matches(rapi.replace(" ", ""), list(KODE_GOLONGAN), n=1, cutoff=0.5)
        return gagal("GOLONGAN_TIDAK_DIKENAL", mirip[0] if mirip else None)


def bersihkan_jk(sel: Sel) -> Bersih:
    """`nilai` = 'L' atau 'P'; None bila kosong. Kode JK_TIDAK_DIKENAL."""
    rapi = rapikan(sel.teks)
    if kosong(rapi):
        return Bersih()
    jk = JK.get(re.sub(r"[\s.]+", "", rapi.casefold()))
    return Bersih(jk) if jk else gagal("JK_TIDAK_DIKENAL")


def bersihkan_bilangan(teks: str, kode: str, satuan: str = "") -> Bersih:
    """Bilangan bulat tak negatif: `24`, `24 JP`, `24,0`. None bila kosong."""
    rapi = rapikan(teks)
    if kosong(rapi):
        return Bersih()
    cocok = re.fullmatch(rf"(\d{{1,6}})(?:[.,]0+)?\s*(?:{satuan})?\.?", rapi, re.I)
    return Bersih(int(cocok[1])) if cocok else gagal(kode)


def bersihkan_masa_kerja(teks: str) -> Bersih:
    """`nilai` = bulan. `10 Thn 06 Bln`, `10/6`, `10`. Kode MASA_KERJA_TIDAK_SAH."""
    rapi = re.sub(r"(?<=\d)[.,]0+$", "", rapikan(teks))
    if kosong(rapi):
        return Bersih()
    cocok = _MK.fullmatch(rapi)
    if cocok is None:
        return gagal("MASA_KERJA_TIDAK_SAH")
    try:
        return Bersih(urai(f"{int(cocok[1])}y{int(cocok[2] or 0)}m"))
    except MasukanTidakSah:
        return gagal("MASA_KERJA_TIDAK_SAH")


def pisah_tempat(sel: Sel) -> tuple[str, Sel]:
    """`Sorong, 18-11-1997` -> ('Sorong', sel tanggal). Tanpa tempat: ('', sel itu sendiri)."""
    cocok = _TEMPAT.match(sel.teks.strip())
    if cocok is None:
        return "", sel
    return rapikan(cocok["tempat"]).strip(" ,"), Sel(cocok["tanggal"].strip(), sel.jenis)
