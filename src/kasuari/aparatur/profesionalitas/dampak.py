"""Dampak ketentuan daerah atas indeks: berapa ASN yang indeks tahun terakhirnya akan lain."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.profesionalitas.hitung import hitung
from kasuari.aparatur.profesionalitas.service import SUBJEK
from kasuari.aturan.buku import Buku
from kasuari.dasar.ketentuan import dampak, larian


def indeks(lama: Buku, baru: Buku, pada: date) -> tuple[int, None]:
    """Menghitung lagi masukan beku larian terakhir dengan kedua buku; 0 bila belum ada larian."""
    terakhir = larian.terbaru(SUBJEK)
    if terakhir is None:
        return 0, None
    baris = larian.baca_masukan(terakhir.masukan_sidik)
    a, b = (hitung(baris, buku, terakhir.jenis)["indeks"] for buku in (lama, baru))
    return sum(x != y for x, y in zip(a, b, strict=True)), None


def pasang() -> None:
    dampak.daftarkan("profesionalitas.indeks", _("Indeks profesionalitas berubah"), ("ip_asn_",), indeks)
