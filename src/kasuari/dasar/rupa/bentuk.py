"""Cara menulis angka, uang, tanggal, dan NIP menurut bahasa yang aktif. Tanpa derau pecahan biner."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from django.utils import timezone
from django.utils.dateformat import format as format_tanggal
from django.utils.translation import get_language, override

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


def tanggal_naskah(nilai: date) -> str:
    """'23 November 2026', selalu bahasa Indonesia: naskah dinas tidak mengikuti bahasa layar pembuatnya."""
    with override("id"):
        return str(tanggal(nilai))


def rupiah_naskah(nilai: int) -> str:
    """'Rp4.250.000,00 (empat juta dua ratus lima puluh ribu rupiah)', bentuk uang di naskah dinas."""
    with override("id"):
        return f"{rupiah(nilai)},00 ({terbilang(nilai)} rupiah)"


_SATUAN = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_BESAR = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"))
TERBILANG_MAKS = 10**15


def terbilang(n: int) -> str:
    """Bilangan dalam kata: 1100 menjadi 'seribu seratus'. Galat: ValueError di luar 0 sampai 10^15."""
    if isinstance(n, bool) or not isinstance(n, int) or not 0 <= n <= TERBILANG_MAKS:
        raise ValueError(f"Terbilang hanya bagi bilangan bulat 0 sampai {TERBILANG_MAKS}, bukan {n!r}.")
    if n < 12:
        return _SATUAN[n]
    if n < 20:
        return f"{_SATUAN[n - 10]} belas"
    if n < 100:
        return _rangkai(f"{_SATUAN[n // 10]} puluh", n % 10)
    besar, nama = next(x for x in _BESAR if n >= x[0])
    banyak = n // besar
    # 'se-' hanya di depan ratus dan ribu: seratus, seribu, tetapi satu juta
    depan = f"se{nama}" if banyak == 1 and besar <= 1000 else f"{terbilang(banyak)} {nama}"
    return _rangkai(depan, n % besar)


def _rangkai(depan: str, sisa: int) -> str:
    return f"{depan} {terbilang(sisa)}" if sisa else depan
