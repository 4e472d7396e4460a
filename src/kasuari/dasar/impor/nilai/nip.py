"""NIP dari sel kantor: spasi, apostrof, titik, notasi ilmiah, dan angka yang presisinya hilang di Excel."""

import re

from kasuari.aturan.identitas import IdentitasTidakSah, urai_nip

from ..baca.tabel import ANGKA, Sel
from .bersih import Bersih, gagal, kosong, rapikan

PANJANG = 18
PRESISI_EXCEL = 15  # angka bermakna yang disimpan Excel; sesudahnya menjadi nol
_AWALAN = re.compile(r"^(?:nip|nippppk|nipppk|ni\s?pppk|nrp)\b\s*[.:\-]*\s*", re.I)
_ILMIAH = re.compile(r"\d+(?:[.,]\d+)?\s*e\s*\+?\s*\d{1,2}", re.I)


def bersihkan_nip(sel: Sel) -> Bersih:
    """18 angka yang susunannya mungkin benar. `nilai` = teks 18 angka; lihat kode NIP_* di katalog."""
    teks = _AWALAN.sub("", rapikan(sel.teks)).strip()
    if kosong(teks):
        return gagal("NIP_KOSONG")
    if _ILMIAH.fullmatch(teks):
        return gagal("NIP_NOTASI_ILMIAH" if sel.jenis != ANGKA else "NIP_PRESISI_HILANG")
    angka = re.sub(r"[\s.\-_'’`\"/,]", "", teks)
    if not (angka.isascii() and angka.isdigit()):
        return gagal("NIP_BUKAN_ANGKA")
    if sel.jenis == ANGKA and len(angka) > PRESISI_EXCEL:
        return gagal("NIP_PRESISI_HILANG")
    if len(angka) != PANJANG:
        return gagal("NIP_PANJANG", panjang=str(len(angka)))
    try:
        return Bersih(urai_nip(angka).nip)
    except IdentitasTidakSah as sebab:
        # nomor urut 000 tidak pernah diberikan: ekor nol adalah bekas pembulatan Excel
        if sebab.kode == "serial":
            return gagal("NIP_PRESISI_HILANG", ekor="ya")
        return gagal("NIP_SUSUNAN", sebab=sebab.pesan)


def mirip_nip(teks: str) -> bool:
    """Apakah sel ini tampak memuat NIP (utuh atau rusak), untuk mengenali baris data."""
    isi = _AWALAN.sub("", rapikan(teks))
    return bool(_ILMIAH.fullmatch(isi)) or (
        15 <= len(re.sub(r"\D", "", isi)) <= 21 and not re.search(r"[A-Za-z]{3}", isi)
    )
