"""Kedudukan hukum dalam berkas kantor menjadi kode SIASN. Tanpa basis data."""

import re

_SAMA = {
    "71": "01",
    "101": "01",
}  # PPPK aktif dan PPPK paruh waktu aktif: jenisnya sudah kolom sendiri di register
_KATA = (
    ("03", re.compile(r"tugas belajar", re.I)),
    ("20", re.compile(r"masa persiapan pensiun|\bmpp\b", re.I)),
    ("01", re.compile(r"(?<!tidak )(?<!non )(?<!non-)\baktif\b(?!.*pensiun)", re.I)),
)


def kedudukan(teks: str | None) -> str | None:
    """'PPPK Aktif' atau '1' -> '01'; None bila kosong atau tidak dikenal."""
    bersih = (teks or "").strip()
    if re.fullmatch(r"[0-9]{1,3}", bersih):
        return _SAMA.get(bersih, bersih.zfill(2))
    return next((kode for kode, pola in _KATA if pola.search(bersih)), None)
