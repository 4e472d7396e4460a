"""Membaca xlsx dan xls dengan calamine."""

import io
import re
import zipfile
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from ..galat import BerkasTidakTerbaca
from .arsip import SEL_TERBANYAK, periksa_arsip
from .jenis import LEMBAR_XLSX
from .tabel import Tabel

_1904 = re.compile(rb"""date1904\s*=\s*["'](1|true)["']""")


def baca_lembar(jalur: Path, jenis: str) -> list[Tabel]:
    """Semua lembar yang berisi. Galat: `BerkasTidakTerbaca`."""
    if jenis == LEMBAR_XLSX:
        periksa_arsip(jalur)
    rusak = BerkasTidakTerbaca(
        f"Berkas '{jalur.name}' rusak atau bukan lembar kerja Excel. Buka di Excel, simpan ulang, unggah lagi."
    )
    try:
        # dari isinya, bukan dari namanya: xlsx yang dinamai .xls tetap terbaca
        buku = CalamineWorkbook.from_filelike(io.BytesIO(jalur.read_bytes()))
        tabel = [t for nama in buku.sheet_names if (t := _lembar(buku, nama, _geser(jalur, jenis)))]
    except PasswordError as sebab:
        raise BerkasTidakTerbaca(
            f"Berkas '{jalur.name}' dikunci kata sandi. Hapus kata sandinya, simpan, unggah lagi."
        ) from sebab
    except (CalamineError, OSError, ValueError) as sebab:
        raise rusak from sebab
    except BaseException as sebab:
        # galat mesin Rust (PanicException) bukan turunan Exception; yang lain diteruskan apa adanya
        if type(sebab).__name__ != "PanicException":
            raise
        raise rusak from sebab
    if not tabel:
        raise BerkasTidakTerbaca(
            f"Berkas '{jalur.name}' tidak memuat satu baris pun. Unggah berkas yang berisi."
        )
    return tabel


def _lembar(buku: CalamineWorkbook, nama: str, geser: bool) -> Tabel | None:
    lembar = buku.get_sheet_by_name(nama)
    if lembar.total_height * lembar.total_width > SEL_TERBANYAK:
        raise BerkasTidakTerbaca(
            f"Lembar '{nama}' seluas {lembar.total_height} x {lembar.total_width} sel. "
            "Hapus baris dan kolom kosong yang diformat di luar tabel, simpan, lalu unggah lagi."
        )
    baris = lembar.to_python(skip_empty_area=False)
    if not any(sel != "" for b in baris for sel in b):
        return None
    tabel = Tabel.dari_baris(nama, enumerate(baris, 1))
    tabel.geser_1904 = geser
    tabel.gabung = [(r1, k1, r2, k2) for (r1, k1), (r2, k2) in lembar.merged_cell_ranges or ()]
    return tabel


def _geser(jalur: Path, jenis: str) -> bool:
    """Apakah buku kerja memakai penanggalan 1904 (Excel Mac lama): nomor seri tanggalnya lain."""
    if jenis != LEMBAR_XLSX:
        return False
    with zipfile.ZipFile(jalur) as arsip:
        for nama in arsip.namelist():
            if nama.lower() == "xl/workbook.xml":
                return bool(_1904.search(arsip.read(nama)))
    return False
