"""Mengenali jenis berkas dari isinya. Nama hanya dipakai untuk membedakan teks biasa (csv)."""

_TANDA = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"PK\x03\x04", "xlsx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
)
JENIS_MIME = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "csv": "text/csv",
}


def kenali(awal: bytes, nama: str) -> str:
    """Jenis isi ('pdf', 'png', 'jpeg', 'xlsx', 'xls', 'csv') atau 'lain'. Program dan arsip lain selalu 'lain'."""
    for tanda, jenis in _TANDA:
        if awal.startswith(tanda):
            return jenis
    if awal[:2] in {b"MZ", b"#!"} or awal.startswith(b"\x7fELF"):
        return "lain"
    if nama.lower().endswith((".csv", ".txt")) and (
        b"\x00" not in awal or awal[:2] in {b"\xff\xfe", b"\xfe\xff"}
    ):
        return "csv"
    return "lain"
