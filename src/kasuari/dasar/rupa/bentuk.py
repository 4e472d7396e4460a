"""Cara menulis angka, uang, tanggal, dan NIP menurut bahasa yang aktif. Tanpa derau pecahan biner."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from django.utils import timezone
from django.utils.dateformat import format as format_tanggal
from django.utils.translation import get_language

from kasuari.dasar.inti.waktu import WIT

KOSONG = "–"


def pemisah() -> tuple[str, str]:
    """(ribuan, desimal): titik dan koma dalam bahasa Indonesia, terbalik dalam bahasa Inggris."""
    return (",", ".") if (get_language() or "id").startswith("en") else (".", ",")


def desimal(nilai: Any) -> Decimal | None:
    """Decimal yang tepat seperti tertulis; pecahan biner dibaca dari tulisan pendeknya. Bukan angka: None."""
    if nilai is None or nilai == "" or isinstance(nilai, bool):
        return None
    try:
        hasil = nilai if isinstance(nilai, Decimal) else Decimal(str(nilai))
    except InvalidOperation:
        return None
    return hasil if hasil.is_finite() else None


def angka(nilai: Any, tempat: int | str | None = None) -> str:
    """4800 menjadi '4.800', 85.30 dengan `tempat` 1 menjadi '85,3'. Tanpa `tempat`: sebanyak yang ada.

    `tempat` dibulatkan setengah ke atas, hanya untuk tampilan. Kosong atau bukan angka: tanda pisah.
    """
    d = desimal(nilai)
    if d is None:
        return KOSONG
    if tempat is not None:
        d = d.quantize(Decimal(1).scaleb(-int(tempat)), ROUND_HALF_UP)
    ribuan, koma = pemisah()
    # tanpa abs() dan normalize(): keduanya membulatkan angka yang lebih dari 28 digit
    tulisan = f"{d.copy_abs():,f}"
    if tempat is None and "." in tulisan:
        tulisan = tulisan.rstrip("0").rstrip(".")
    tulisan = tulisan.replace(",", "\0").replace(".", koma).replace("\0", ribuan)
    return f"−{tulisan}" if d < 0 else tulisan


def rupiah(nilai: Any) -> str:
    """4250000 menjadi 'Rp4.250.000'; minus di depan Rp. Nilai adalah rupiah bulat."""
    d = desimal(nilai)
    if d is None:
        return KOSONG
    tulisan = angka(abs(d), 0)
    return f"−Rp{tulisan}" if d < 0 else f"Rp{tulisan}"


def persen(nilai: Any, tempat: int | str | None = None) -> str:
    """Nilai yang sudah berupa persen: 81 menjadi '81%', 81.25 dengan `tempat` 1 menjadi '81,3%'."""
    tulisan = angka(nilai, tempat)
    return tulisan if tulisan == KOSONG else f"{tulisan}%"


def _hari_wit(nilai: Any) -> date | None:
    if isinstance(nilai, datetime):
        return nilai.astimezone(WIT).date() if timezone.is_aware(nilai) else nilai.date()
    return nilai if isinstance(nilai, date) else None


def tanggal(nilai: Any, gaya: str = "") -> str:
    """'23 November 2026'. Gaya: 'hari', 'pendek' (23 Nov 2026), 'bulan'. Saat dibaca di WIT."""
    hari = _hari_wit(nilai)
    if hari is None:
        return KOSONG
    pola = {"": "j F Y", "hari": "l, j F Y", "pendek": "j M Y", "bulan": "F Y"}[gaya]
    return format_tanggal(hari, pola)


def jam(nilai: Any) -> str:
    """'14.32 WIT' (Inggris '14:32 WIT') dari saat berzona."""
    if not isinstance(nilai, datetime) or timezone.is_naive(nilai):
        return KOSONG
    titik = ":" if pemisah()[0] == "," else "."
    return nilai.astimezone(WIT).strftime(f"%H{titik}%M WIT")


def kelompok_nip(nilai: Any) -> str:
    """NIP 18 angka dalam kelompok 8 6 1 3 dengan spasi tak terputus; bentuk lain dikembalikan apa adanya."""
    teks = str(nilai or "")
    if len(teks) != 18 or not teks.isdigit():
        return teks or KOSONG
    return "\u00a0".join((teks[:8], teks[8:14], teks[14], teks[15:]))
