"""Unggahan harus terbuka: PDF punya paling sedikit satu halaman tanpa sandi, gambar utuh dari kepala sampai ekornya.

Yang tidak terbuka ditolak saat diunggah, bukan saat petugas memeriksanya.
"""

import io
import zlib
from collections.abc import Callable, Mapping

from pypdf import PdfReader

_PNG = b"\x89PNG\r\n\x1a\n"
_TANPA_ISI = {0x01, *range(0xD0, 0xDA)}  # penanda JPEG tanpa panjang
_BINGKAI = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # SOF: ukuran gambarnya
_GAMBAR_MULAI = 0xDA


def halaman_pdf(isi: bytes) -> int:
    """Banyaknya halaman; 0 bila rusak atau terkunci sandi."""
    try:
        pembaca = PdfReader(io.BytesIO(isi))
        return 0 if pembaca.is_encrypted else len(pembaca.pages)
    except Exception:  # pembaca PDF melempar macam-macam galat atas berkas rusak
        return 0


def png_utuh(isi: bytes) -> bool:
    """Tiap potongan PNG sah sidik silangnya, dari ukuran gambarnya sampai penutupnya."""
    letak, nama = len(_PNG), b""
    while letak + 12 <= len(isi):
        panjang, nama = int.from_bytes(isi[letak : letak + 4], "big"), isi[letak + 4 : letak + 8]
        akhir = letak + 8 + panjang
        if akhir + 4 > len(isi) or zlib.crc32(isi[letak + 4 : akhir]) != int.from_bytes(
            isi[akhir : akhir + 4], "big"
        ):
            return False
        if letak == len(_PNG) and (nama != b"IHDR" or not any(isi[letak + 8 : letak + 16])):
            return False
        if nama == b"IEND":
            return True
        letak = akhir + 4
    return False


def jpeg_utuh(isi: bytes) -> bool:
    """Kepala JPEG terbaca sampai gambarnya mulai, dan gambarnya berakhir."""
    letak, berbingkai = 2, False
    while letak + 4 <= len(isi) and isi[letak] == 0xFF:
        tanda = isi[letak + 1]
        if tanda == 0xFF:
            letak += 1
            continue
        if tanda == _GAMBAR_MULAI:
            return berbingkai and isi.rfind(b"\xff\xd9") > letak
        berbingkai = berbingkai or tanda in _BINGKAI
        letak += 2 if tanda in _TANPA_ISI else 2 + int.from_bytes(isi[letak + 2 : letak + 4], "big")
    return False


_PERIKSA: Mapping[str, tuple[Callable[[bytes], object], str]] = {
    "pdf": (
        halaman_pdf,
        "PDF ini tidak dapat dibaca atau terkunci sandi. Buka dan simpan lagi, lalu unggah.",
    ),
    "png": (png_utuh, "Gambar ini rusak atau terpotong. Potret atau simpan lagi, lalu unggah."),
    "jpeg": (jpeg_utuh, "Gambar ini rusak atau terpotong. Potret atau simpan lagi, lalu unggah."),
}


def kenapa_tertutup(isi: bytes, jenis: str) -> str:
    """Kalimat kenapa berkas itu tidak terbuka, atau kosong. Jenis lain diperiksa pembacanya sendiri."""
    periksa, kalimat = _PERIKSA.get(jenis, (len, ""))
    return "" if not kalimat or periksa(isi) else kalimat
