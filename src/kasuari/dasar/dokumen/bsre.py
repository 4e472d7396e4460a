"""Layanan tanda tangan Balai Sertifikasi Elektronik lewat HTTP.

Jalur dan isian menurut pustaka klien umum, bukan spesifikasi resmi; belum pernah dijalankan terhadap BSrE
sungguhan. Dasar: PP 71/2019; Perban BSSN tentang penyelenggaraan sertifikat elektronik.
"""

import urllib.request

_BATAS = "kasuari-batas"


class TandaGagal(Exception):
    """Penandatangan tidak dapat menandatangani sekarang; surat tetap disiapkan dan dicoba lagi."""


class LayananBsre:
    """`alamat`: https saja (atau 127.0.0.1 untuk uji). Galat: `TandaGagal`."""

    def __init__(self, alamat: str, kunci: str, *, tunggu: int = 30) -> None:
        if not alamat.startswith(("https://", "http://127.0.0.1:")):
            raise TandaGagal(f"Alamat layanan tanda tangan '{alamat}' harus https.")
        self.alamat, self.kunci, self.tunggu = alamat.rstrip("/"), kunci, tunggu

    def tandatangani(self, pdf: bytes, siapa: dict[str, str], alasan: str) -> bytes:
        """PDF bertanda tangan dari layanan."""
        isian = (("nip", siapa.get("nip", "")), ("tampilan", "invisible"), ("reason", alasan))
        isi = b"".join(_bagian(f'name="{k}"', v.encode()) for k, v in isian)
        isi += _bagian('name="file"; filename="surat.pdf"', pdf, "Content-Type: application/pdf\r\n")
        kepala = {
            "Content-Type": f"multipart/form-data; boundary={_BATAS}",
            "Authorization": f"Bearer {self.kunci}",
        }
        minta = urllib.request.Request(
            f"{self.alamat}/api/sign/pdf", isi + f"--{_BATAS}--\r\n".encode(), kepala
        )
        try:
            with urllib.request.urlopen(minta, timeout=self.tunggu) as jawab:
                hasil: bytes = jawab.read()
        except OSError as sebab:
            raise TandaGagal(f"Layanan tanda tangan tidak menjawab: {type(sebab).__name__}.") from sebab
        if not hasil.startswith(b"%PDF"):
            raise TandaGagal("Layanan tanda tangan tidak mengembalikan PDF.")
        return hasil


def _bagian(nama: str, isi: bytes, jenis: str = "") -> bytes:
    return f"--{_BATAS}\r\nContent-Disposition: form-data; {nama}\r\n{jenis}\r\n".encode() + isi + b"\r\n"
